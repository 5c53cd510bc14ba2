"""What runs behind the window once it has painted: the store, search, backups on a schedule, preferences taken up, the end."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.app import opening, paths
from crmdesk.app.opening import OpenRequest, OpenStore, Protection
from crmdesk.core.clock import utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.settings import Settings
from crmdesk.services.store_check import CheckReport, StoreCheck
from crmdesk.storage.errors import KeyMissing, StoreDamaged, WrongKey
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.store import ThemeChoice
from crmdesk.views.search_binding import SearchBinding
from crmdesk.views.window_actions import WindowActions

if TYPE_CHECKING:
    from crmdesk.app.window import WindowApplication

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
        self._passphrase: str | None = None
        self._search = SearchBinding(owner.context, self)
        self._window.set_search(self._search.box)
        self._actions = WindowActions(owner.window, owner.context, self)
        self._schedule = QTimer(self)
        self._schedule.setInterval(_SCHEDULE_MS)
        self._connect()

    def _connect(self) -> None:
        self._schedule.timeout.connect(self._on_schedule)
        self._owner.preferences.changed.connect(self._on_preferences_changed)
        self._owner.tasks.refused.connect(self._on_refused)
        self._owner.application.aboutToQuit.connect(self._on_about_to_quit)
        self._window.set_close_guard(self._actions.may_close)

    @property
    def path(self) -> Path:
        """The store this window is about."""
        options, settings = self._owner.options, self._owner.preferences.current
        if options.store is not None:
            return options.store
        if options.demo:
            return paths.demo_store()
        return Path(settings.store) if settings.store else paths.default_store()

    def start(self) -> None:
        """Open the store, or ask a new user what to begin with."""
        if opening.exists(self.path):
            self._ask(OpenRequest(self.path, self._owner.preferences.current))
        elif self._owner.options.demo:
            self.begin_with_demo()
        elif self._owner.options.unencrypted:
            self._ask(OpenRequest(self.path, self._owner.preferences.current, protection=Protection.NONE))
        else:
            self._show_welcome()

    def begin_with_demo(self) -> None:
        """Open the demo store, made when missing. It holds public data only and needs no key."""
        from crmdesk.app.demo import load_demo

        path = self._owner.options.store or paths.demo_store()
        settings = self._owner.preferences.current
        if opening.exists(path):
            self._ask(OpenRequest(path, settings))
        else:
            self._ask(OpenRequest(path, settings, protection=Protection.NONE, fill=load_demo))

    def _ask(self, request: OpenRequest) -> None:
        self._window.status_line.show_state(self.tr("Opening {name} …").format(name=request.path.name))
        self._owner.tasks.write(opening.open_for_window, request, done=self._on_opened, failed=self._on_not_opened)

    @Slot(object)
    def _on_opened(self, opened: OpenStore) -> None:
        self._open = opened
        self._window.remove_cover()
        self._window.status_line.show_state(self.tr("Saved on this computer"), str(opened.store.path))
        self._context.open_with(opened.services)
        self._schedule.start()
        if opened.recovered is not None:
            self._show_lost(opened)
        if opened.needs_check:
            self._owner.tasks.read(StoreCheck(opened.store).quick, done=self._on_checked)
        QTimer.singleShot(0, self, self._on_schedule)

    @Slot(object)
    def _on_not_opened(self, error: CrmError) -> None:
        self._window.status_line.show_state("")
        if isinstance(error, KeyMissing | WrongKey):
            self._show_unlock(is_wrong=isinstance(error, WrongKey) and self._passphrase is not None)
        elif isinstance(error, StoreDamaged):
            self._show_recovery(error)
        else:
            self._show_welcome()
            self._window.show_message(translate_error(error), Severity.ERROR)

    def _show_welcome(self) -> None:
        from crmdesk.storage.keys import keyring_available
        from crmdesk.views.welcome.welcome_page import WelcomePage

        page = WelcomePage(has_keyring=keyring_available())
        page.create_asked.connect(self._on_create_asked)
        page.demo_asked.connect(self.begin_with_demo)
        page.open_asked.connect(self._on_open_asked)
        self._window.show_cover(page)

    def _show_unlock(self, *, is_wrong: bool) -> None:
        from crmdesk.views.welcome.unlock_page import UnlockPage

        page = UnlockPage(str(self.path), is_wrong=is_wrong)
        page.passphrase_given.connect(self._on_passphrase_given)
        page.open_asked.connect(self._on_open_asked)
        self._window.show_cover(page)

    def _show_recovery(self, error: StoreDamaged) -> None:
        from crmdesk.storage.backup import backup_folder, list_backups
        from crmdesk.views.welcome.recovery_page import BackupChoice, RecoveryPage

        folder = backup_folder(self.path, self._owner.preferences.current.backup_folder)
        choices = [BackupChoice(str(backup.path), backup.made_at, backup.size) for backup in list_backups(folder, self.path)]
        page = RecoveryPage(str(self.path), str(error.params.get("detail", "")), choices)
        page.recover_asked.connect(self._on_recover_asked)
        page.open_asked.connect(self._on_open_asked)
        self._window.show_cover(page)

    def _show_lost(self, opened: OpenStore) -> None:
        from crmdesk.views.welcome.lost_edits_dialog import LostEdit, show_lost_edits

        recovered = opened.recovered
        if recovered is None:
            return
        edits = [LostEdit(edit.at, edit.name, edit.kind, edit.field, str(edit.value)) for edit in recovered.lost.edits]
        show_lost_edits(self._window, edits, str(recovered.kept or ""), is_complete=recovered.lost.is_complete)

    @Slot(str, str, str)
    def _on_create_asked(self, protection: str, passphrase: str, user_name: str) -> None:
        request = OpenRequest(
            self.path,
            self._owner.preferences.current,
            passphrase=passphrase or None,
            protection=Protection(protection),
            user_name=user_name,
        )
        self._ask(request)

    @Slot(str)
    def _on_open_asked(self, path: str) -> None:
        from dataclasses import replace

        self._owner.options = replace(self._owner.options, store=None, demo=False)
        self._owner.preferences.change(replace(self._owner.preferences.current, store=path))
        self._passphrase = None
        self._ask(OpenRequest(self.path, self._owner.preferences.current))

    @Slot(str)
    def _on_passphrase_given(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._ask(OpenRequest(self.path, self._owner.preferences.current, passphrase=passphrase))

    @Slot(str)
    def _on_recover_asked(self, backup: str) -> None:
        request = OpenRequest(self.path, self._owner.preferences.current, passphrase=self._passphrase, recover_from=Path(backup))
        self._ask(request)

    @Slot(object)
    def _on_checked(self, report: CheckReport) -> None:
        if not report.is_sound:
            text = self.tr(
                "The last session did not end properly and the file is damaged: {detail}. Restart to restore a backup."
            )
            self._window.show_message(text.format(detail=report.findings[0].message), Severity.ERROR)

    @Slot()
    def _on_schedule(self) -> None:
        if self._open is not None and self._open.backups.is_due(utc_now()):
            self._owner.tasks.read(self._open.backups.run, owner=self)

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        self._owner.theme.choose(ThemeChoice(settings.theme))
        if settings.language != self._owner.languages.language:
            self._owner.languages.use(settings.language)
            self._owner.theme.set_language(self._owner.languages.language)
            self._context.use_language(self._owner.languages.language)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._window.show_message(translate_error(error), Severity.ERROR)

    @Slot()
    def _on_about_to_quit(self) -> None:
        self._schedule.stop()
        self._owner.window_state.save_window(self._window)
        self._owner.tasks.shutdown()
        if self._open is not None:
            self._open.close()
            self._open = None
