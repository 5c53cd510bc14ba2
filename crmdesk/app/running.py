"""What runs behind the window once it has painted: the store opened and closed, backups on a schedule, preferences taken up."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.app import opening, paths
from crmdesk.app.centre_wiring import CentreWiring
from crmdesk.app.covers import StoreCovers
from crmdesk.app.demo_filling import DemoFilling
from crmdesk.app.duplicate_runner import DuplicateRunner
from crmdesk.app.export_runner import ExportRunner
from crmdesk.app.import_runner import ImportRunner
from crmdesk.app.opening import OpenRequest, OpenStore, Protection
from crmdesk.app.premises_renewal import PremisesRenewal
from crmdesk.core.changes import Changes
from crmdesk.core.clock import utc_now
from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.settings import Settings
from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.services.backups import BackupRow, BackupService
from crmdesk.services.store_check import CheckReport, StoreCheck
from crmdesk.storage.backup import SUFFIX, BackupUnusable
from crmdesk.storage.errors import KeyMissing, NoKeyring, StoreDamaged, WrongKey
from crmdesk.storage.recovery import Recovery, enter_again
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.store import ThemeChoice
from crmdesk.views.duplicates.desk import DuplicateDesk
from crmdesk.views.export.desk import ExportDesk
from crmdesk.views.imports.desk import ImportDesk
from crmdesk.views.pages import load_page
from crmdesk.views.search_binding import SearchBinding
from crmdesk.views.store_care import StoreCare
from crmdesk.views.window_actions import WindowActions

if TYPE_CHECKING:
    from crmdesk.app.window import WindowApplication
    from crmdesk.views.welcome.lost_edits_dialog import LostEdit

_SCHEDULE_MS: Final = 10 * 60 * 1000
"""How often the schedule looks whether a backup is due."""


class Running(QObject):
    """Owned by the window's application object. Opens the store, gives its services to the screens, closes it at the end."""

    def __init__(self, owner: "WindowApplication") -> None:
        super().__init__(owner)
        self._owner = owner
        self._window = owner.window
        self._context = owner.context
        self._open: OpenStore | None = None
        self._request: OpenRequest | None = None
        self._imports: ImportDesk | None = None
        self._duplicates: DuplicateDesk | None = None
        self._renewal: PremisesRenewal | None = None
        self._centre: CentreWiring | None = None
        self._chosen = ""
        self._damage = ""
        self._recovered: Recovery | None = None
        self._when_idle: list[Callable[[], object]] = []
        self._covers = StoreCovers(owner.window, self)
        self.search = SearchBinding(owner.context, self)
        self._window.set_search(self.search.box)
        self.actions = WindowActions(owner.window, owner.context, self)
        self.search.set_commands(self.actions.commands)
        self._schedule = QTimer(self)
        self._schedule.setInterval(_SCHEDULE_MS)
        self._connect()

    def _connect(self) -> None:
        self._covers.create_asked.connect(self._on_create_asked)
        self._covers.demo_asked.connect(self.begin_with_demo)
        self._covers.retry_asked.connect(self._on_retry_asked)
        self._covers.open_asked.connect(self._on_open_asked)
        self._covers.passphrase_given.connect(self._on_passphrase_given)
        self._covers.recover_asked.connect(self._on_recover_asked)
        self._context.open_asked.connect(self._on_open_asked)
        self._context.restore_asked.connect(self._on_restore_asked)
        self._context.leave_demo_asked.connect(self._on_leave_demo_asked)
        self._context.restart_asked.connect(self._owner.restart)
        self._owner.tasks.busy_changed.connect(self._on_busy_changed)
        self._schedule.timeout.connect(self._on_schedule)
        self._owner.preferences.changed.connect(self._on_preferences_changed)
        self._owner.tasks.refused.connect(self._on_refused)
        self._owner.tasks.crashed.connect(self._on_crashed)
        self._owner.application.aboutToQuit.connect(self.close)
        self._window.set_close_guard(self.actions.may_close)

    @property
    def path(self) -> Path:
        """The store this window is about."""
        options, settings = self._owner.options, self._settings
        if options.store is not None:
            return options.store
        if options.demo:
            return paths.demo_store()
        return Path(settings.store) if settings.store else paths.default_store()

    @property
    def is_open(self) -> bool:
        """Whether there is a store to work on."""
        return self._open is not None

    @property
    def _settings(self) -> Settings:
        return self._owner.preferences.current

    # Opening

    @Slot()
    def start(self) -> None:
        """Open the store, or ask a new user what to begin with."""
        if opening.exists(self.path, self._settings):
            self._ask(OpenRequest(self.path, self._settings))
        elif self._owner.options.demo:
            self.begin_with_demo()
        elif self._owner.options.unencrypted:
            self._ask(OpenRequest(self.path, self._settings, protection=Protection.NONE))
        else:
            self._window.status_line.show_state("")
            self._covers.show_welcome()

    @Slot()
    def begin_with_demo(self) -> None:
        """Open the demo store, made when missing. It holds public data only and needs no key."""
        self._owner.options = replace(self._owner.options, demo=True)
        if opening.exists(self.path, self._settings):
            self._ask(OpenRequest(self.path, self._settings))
        else:
            self._covers.show_busy(self.tr("Preparing the demo …"))
            filling = DemoFilling(self._owner.tasks, self._window, self.tr("Importing the demo's customers"), self)
            self._ask(OpenRequest(self.path, self._settings, protection=Protection.NONE, fill=filling.fill))

    def _ask(self, request: OpenRequest) -> None:
        self._request = request
        self._window.status_line.show_state(self.tr("Opening {name} …").format(name=request.path.name))
        self._owner.tasks.write(opening.open_for_window, request, done=self._on_opened, failed=self._on_not_opened)
        load_page(self._window.current_page)  # while the worker opens the store

    @Slot(object)
    def _on_opened(self, opened: OpenStore) -> None:
        path = opened.store.path
        self._request = None  # a passphrase is kept no longer than needed
        if self._chosen:
            self._owner.options = replace(self._owner.options, store=None, demo=False)
            self._owner.preferences.change(replace(self._settings, store=self._chosen))
            self._chosen = ""
        self._open = opened
        mappings = MappingStore(paths.mappings_folder())
        runner = partial(ImportRunner, path, opened.store.key)
        self._imports = ImportDesk(self._context, runner, mappings, paths.refused_folder(), self._window)
        self._context.import_with(self._imports)
        self._duplicates = DuplicateDesk(self._context, partial(DuplicateRunner, path, opened.store.key), self)
        self._context.search_duplicates_with(self._duplicates)
        self._context.export_with(ExportDesk(partial(ExportRunner, path, opened.store.key), self))
        self._centre = CentreWiring(self._window, self._context, opened.store, self)
        self._renewal = PremisesRenewal(opened.store, self._owner.tasks, self)
        is_demo = path == paths.demo_store()
        care = StoreCare(path, opened.protection, opened.backups, StoreCheck(opened.store), mappings, is_demo=is_demo)
        self._context.open_with(opened.services, care)
        self._window.remove_cover()
        self._show_saved()
        self._schedule.start()
        if opened.recovered is not None:
            self._show_lost(opened.recovered)
        if opened.needs_check:
            self._owner.tasks.read(care.check.quick, done=self._on_checked)
        QTimer.singleShot(0, self, self._on_schedule)

    def _show_saved(self) -> None:
        if self._open is not None:
            self._window.status_line.show_state(self.tr("Saved on this computer"), str(self._open.store.path))

    @Slot(object)
    def _on_not_opened(self, error: CrmError) -> None:
        request = self._request
        self._window.status_line.show_state("")
        if request is None:
            return
        if request.restore is not None:  # nothing was changed: go on with the present file
            self._window.show_message(translate_error(error), Severity.BAD)
            self._ask(replace(request, restore=None))
        elif isinstance(error, KeyMissing | WrongKey):
            self._covers.show_unlock(request.path, is_wrong=request.passphrase is not None)
        elif isinstance(error, StoreDamaged):
            self._damage = str(error.params.get("detail", ""))
            self._covers.show_recovery(request.path, self._damage, self._settings)
        elif isinstance(error, BackupUnusable) and self._damage:
            self._covers.show_recovery(request.path, self._damage, self._settings, error)
        elif isinstance(error, NoKeyring | Cancelled):
            self._covers.show_welcome()
            self._window.show_message(translate_error(error), Severity.BAD)
        else:
            self._covers.show_trouble(error)

    @Slot(str, str, str)
    def _on_create_asked(self, protection: str, passphrase: str, user_name: str) -> None:
        self._ask(
            OpenRequest(
                self.path,
                self._settings,
                passphrase=passphrase or None,
                protection=Protection(protection),
                user_name=user_name,
            )
        )

    @Slot(str)
    def _on_passphrase_given(self, passphrase: str) -> None:
        if self._request is not None:
            self._covers.show_busy(self.tr("Opening …"))
            self._ask(replace(self._request, passphrase=passphrase))

    @Slot(str)
    def _on_recover_asked(self, backup: str) -> None:
        if self._request is not None:
            self._ask(replace(self._request, recover_from=Path(backup)))

    @Slot(str)
    def _on_open_asked(self, chosen: str) -> None:
        """Work on another file; a backup takes the store's place instead of being worked on itself."""
        path = Path(chosen)
        if path.suffix == SUFFIX:
            if self.is_open:
                self._on_restore_asked(chosen)
            else:
                self._ask(OpenRequest(self.path, self._settings, recover_from=path))
            return
        self._damage = ""
        self._chosen = chosen
        request = OpenRequest(path, self._settings)
        if not self.is_open:
            self._ask(request)
        elif not self._leave(self.tr("Opening …"), partial(self._ask, request), partial(self._on_open_asked, chosen)):
            self._chosen = ""

    @Slot()
    def _on_retry_asked(self) -> None:
        if self._request is not None:
            self._ask(self._request)

    # While open

    def _show_lost(self, recovered: Recovery) -> None:
        from crmdesk.views.welcome.lost_edits_dialog import show_lost_edits

        self._recovered = recovered
        if recovered.kept is None:
            return
        again = self._on_again_asked
        show_lost_edits(
            self._window, _lost(recovered), str(recovered.kept), is_complete=recovered.lost.is_complete, enter_again=again
        )

    @Slot()
    def _on_again_asked(self) -> None:
        if self._open is not None and self._recovered is not None:
            self._owner.tasks.write(enter_again, self._open.store, self._recovered.lost.edits, done=self._on_entered_again)

    @Slot(object)
    def _on_entered_again(self, count: int) -> None:
        self._recovered = None
        self._context.published(Changes(action="edit", touched=dict.fromkeys(("company", "site", "contact", "activity"))))
        self._window.show_message(self.tr("%n entries were made again.", "", count), Severity.OK)

    @Slot(object)
    def _on_checked(self, report: CheckReport) -> None:
        if not report.is_sound:
            text = self.tr(
                "The last session did not end properly and the file is damaged: {detail}. Restart to restore a backup."
            )
            self._window.show_message(text.format(detail=report.findings[0].message), Severity.BAD)

    @Slot()
    def _on_schedule(self) -> None:
        if self._open is not None and self._open.backups.is_due(utc_now()):
            self._owner.tasks.read(self._open.backups.run, done=self._on_backed_up)

    @Slot(object)
    def _on_backed_up(self, backup: BackupRow) -> None:
        text = self.tr("Saved on this computer · last backup {time}")
        from crmdesk.views.words import time_text

        self._window.status_line.show_state(text.format(time=time_text(backup.made_at)), str(backup.path))

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        self._owner.theme.choose(ThemeChoice(settings.theme))
        if self._open is not None:
            backups = BackupService(self._open.store.path, self._open.store.key, settings)
            self._open = replace(self._open, backups=backups)
            self._context.renew_care(replace(self._context.care, backups=backups))
        self._owner.use_language(settings.language)
        self._show_saved()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._window.show_message(translate_error(error), Severity.BAD)

    @Slot()
    def _on_crashed(self) -> None:
        """A bug while opening is reported elsewhere; here nobody is left before a window that stays empty."""
        if self._request is not None and not self.is_open:
            self._covers.show_trouble(CrmError())

    # Leaving

    def _leave(self, busy: str, afterwards: Callable[[], object], again: Callable[[], object]) -> bool:
        """Cover the window, close the store once nobody reads it any more, go on; False when the user has something to finish.

        He is asked then, and unless he stays his answer calls `again`.
        """
        if not self.actions.may_leave_store(again):
            return False
        self._covers.show_busy(busy)
        self._window.forget_pages()
        self._schedule.stop()
        self._end_imports()
        self._context.close()
        opened, self._open = self._open, None
        if opened is not None:
            self._when_idle.append(partial(self._owner.tasks.write, opened.close))
        self._when_idle.append(afterwards)
        self._on_busy_changed(self._owner.tasks.is_busy)
        return True

    def _end_imports(self) -> None:
        self._context.export_with(None)
        if self._renewal is not None:
            self._renewal.stop()
            self._renewal = None
        if self._imports is not None:
            self._context.import_with(None)
            self._imports.shut_down()
            self._imports.deleteLater()
            self._imports = None
        if self._duplicates is not None:
            self._context.search_duplicates_with(None)
            self._duplicates.shut_down()
            self._duplicates.deleteLater()
            self._duplicates = None
        if self._centre is not None:
            self._centre.shut_down()
            self._centre.deleteLater()
            self._centre = None

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's receiver
        if not is_busy and self._when_idle:
            self._when_idle.pop(0)()

    @Slot(str)
    def _on_restore_asked(self, backup: str) -> None:
        opened = self._open
        if opened is not None:
            request = OpenRequest(opened.store.path, self._settings, restore=Path(backup), key=opened.store.key)
            self._leave(self.tr("Restoring the backup …"), partial(self._ask, request), partial(self._on_restore_asked, backup))

    @Slot()
    def _on_leave_demo_asked(self) -> None:
        if self._leave(self.tr("Opening …"), self.start, self._on_leave_demo_asked):
            self._owner.options = replace(self._owner.options, store=None, demo=False)

    @Slot()
    def close(self) -> None:
        """Finish the work asked for and close the store; a clean exit."""
        self._schedule.stop()
        self._when_idle.clear()
        self._end_imports()
        self._owner.window_state.save_window(self._window)
        self._owner.tasks.shutdown()
        if self._open is not None:
            self._open.close()
            self._open = None


def _lost(recovered: Recovery) -> "list[LostEdit]":
    from crmdesk.views.welcome.lost_edits_dialog import LostEdit

    return [LostEdit(edit.at, edit.name, edit.kind, edit.field, _text(edit.value)) for edit in recovered.lost.edits]


def _text(value: object) -> str:
    """Return what was entered in words; a new record's fields are a JSON object."""
    import json

    text = "" if value is None else str(value)
    if not text.startswith("{"):
        return text
    try:
        fields = json.loads(text)
    except ValueError:
        return text
    return ", ".join(f"{name}: {entry}" for name, entry in fields.items() if entry not in {None, ""})
