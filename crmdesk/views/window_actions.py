"""What the window itself can do: New, Import, Undo, Redo, Settings, help; records shown on request; leaving with unsaved work."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from crmdesk.core.errors import CrmError
from crmdesk.core.settings import LANGUAGES, THEMES
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.icons import icon
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.theme.metrics import ICON_LARGE
from crmdesk.views.commands import Command, make_command
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.centre_commands import CentreCommands
from crmdesk.views.exchange_matching.offer import MatchingOffer
from crmdesk.views.file_drop import FileDrop
from crmdesk.views.imports.long_undo import Wish
from crmdesk.views.pages import ACCOUNTS, LEADS, POOLS, SETTINGS
from crmdesk.views.preference_choices import chosen
from crmdesk.views.undo_words import result_text, step_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.undo import UndoResult, UndoState

_T = QT_TRANSLATE_NOOP


class Unsaved(Protocol):
    """What the window asks of every page on which something may be typed and not saved yet."""

    def open_record(self, key: str) -> None:
        """Show a record."""

    def may_leave(self, go_on: Callable[[], object] | None = None) -> bool:
        """Whether nothing unsaved is lost by leaving; a page that has something asks, and calls `go_on` unless the answer is to stay."""


class Leads(Unsaved, Protocol):
    """What the window asks of the page of leads."""

    def new_lead(self) -> None:
        """Begin a new lead."""


class Accounts(Unsaved, Protocol):
    """What the window asks of the accounts page."""

    def new_company(self) -> None:
        """Begin a new company."""

    def new_site(self) -> None:
        """Begin a new site."""


class WindowActions(QObject):
    """Makes the actions, puts them into menus and on keys. Those that need a store are disabled until it is open."""

    def __init__(self, window: ShellWindow, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context
        self._leaves_anyway = False
        self._go_on: Callable[[], object] = window.close
        self.new_company = make_command(self, _T("commands", "New &company"), "building-2", "new company add")
        self.new_site = make_command(self, _T("commands", "New &site"), "map-pin", "new site customer add")
        self.new_lead = make_command(self, _T("commands", "New &lead"), "user-plus", "new lead prospect add")
        self.pools = make_command(self, _T("commands", "Pools: claim, what falls back soon"), "inbox", "pools claim take due")
        self.import_file = make_command(self, _T("commands", "&Import …"), "import", "import excel csv file")
        self.export = make_command(
            self, _T("commands", "E&xport to a database …"), "database", "export postgresql database report tool bi"
        )
        self.compare = make_command(
            self, _T("commands", "What the &centre has already …"), "git-merge", "centre compare first connection duplicates"
        )
        self.split = make_command(
            self, _T("commands", "S&plit an import into sites …"), "split", "split accounts into sites addresses"
        )
        self.undo = make_command(self, _T("commands", "&Undo"), "undo-2", "", "Ctrl+Z")
        self.redo = make_command(self, _T("commands", "&Redo"), "redo-2", "", "Ctrl+Shift+Z")
        self.settings = make_command(self, _T("commands", "&Settings"), "settings", "settings preferences", "Ctrl+,")
        self.keys = make_command(self, _T("commands", "&Keyboard shortcuts"), "list", "keyboard shortcuts keys help", "F1")
        self.about = make_command(self, _T("commands", "&About crmdesk"), "info", "about version licences help")
        self._centre = CentreCommands(context, self)
        self._preferences = self._make_preferences()
        self._leave_action = QAction(self)
        self._stay_action = QAction(self)
        self._more = QToolButton(window)
        self._new_menu, self._more_menu = QMenu(window), QMenu(self._more)
        self._drop = FileDrop(window, context, self)
        self._matching = MatchingOffer(context, window)
        self._fill_menus()
        self._connect()
        self._retranslate()
        self._on_ready()

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything here, for the search box."""
        return (*self._needing_store, *self._centre.commands, self.settings, self.keys, self.about, *self._preferences)

    @property
    def _needing_store(self) -> tuple[Command, ...]:
        return (
            self.new_company,
            self.new_site,
            self.new_lead,
            self.pools,
            self.import_file,
            self.export,
            self.split,
            self.compare,
            self.undo,
            self.redo,
        )

    def _make_preferences(self) -> tuple[Command, ...]:
        titles = {
            "zh_CN": _T("commands", "Language: 简体中文"),
            "zh_TW": _T("commands", "Language: 繁體中文"),
            "en": _T("commands", "Language: English"),
            "system": _T("commands", "Theme: as the computer"),
            "light": _T("commands", "Theme: light"),
            "dark": _T("commands", "Theme: dark"),
        }
        made = []
        for name, icon_name, values in (("language", "languages", LANGUAGES), ("theme", "palette", THEMES)):
            for value in values:
                command = make_command(self, titles[value], icon_name, f"{name} {value}")
                command.action.setData((name, value))
                command.action.triggered.connect(self._on_preference)
                made.append(command)
        return tuple(made)

    def _fill_menus(self) -> None:
        new_company, new_site = self.new_company.action, self.new_site.action
        self._new_menu.addActions([new_company, new_site, self.new_lead.action])
        self._new_menu.addSeparator()
        self._new_menu.addActions([self.import_file.action, self.export.action])
        self._window.set_new_menu(self._new_menu)
        self._more_menu.addActions([self.undo.action, self.redo.action])
        self._more_menu.addSeparator()
        self._more_menu.addActions([self.split.action, self.compare.action])
        self._more_menu.addSeparator()
        self._more_menu.addActions([self.settings.action, self.keys.action, self.about.action])
        self._more.setIcon(icon("ellipsis"))
        self._more.setIconSize(QSize(ICON_LARGE, ICON_LARGE))
        self._more.setMenu(self._more_menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._window.add_top_widget(self._more)
        for command in self.commands:  # in a menu alone a shortcut would work only while the menu's window is about
            self._window.addAction(command.action)

    def _connect(self) -> None:
        self.new_company.action.triggered.connect(self._on_new_company)
        self.new_site.action.triggered.connect(self._on_new_site)
        self.new_lead.action.triggered.connect(self._on_new_lead)
        self.pools.action.triggered.connect(self._on_pools)
        self.import_file.action.triggered.connect(self._on_import)
        self.export.action.triggered.connect(self._on_export)
        self.compare.action.triggered.connect(self._matching.open)
        self.split.action.triggered.connect(self._on_split)
        self.undo.action.triggered.connect(self._on_undo)
        self.redo.action.triggered.connect(self._on_redo)
        self.settings.action.triggered.connect(self._on_settings)
        self.keys.action.triggered.connect(self._on_keys)
        self.about.action.triggered.connect(self._on_about)
        self._leave_action.triggered.connect(self._on_leave)
        self._more_menu.aboutToShow.connect(self._on_menu_opens)
        self._context.ready.connect(self._on_ready)
        self._context.language_changed.connect(self._retranslate)
        self._context.record_asked.connect(self._on_record_asked)
        self._context.import_asked.connect(self._on_import_asked)

    @Slot()
    def _retranslate(self) -> None:
        for command in self.commands:
            command.retranslate()
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("Undo, settings, help"))
        self._stay_action.setText(self.tr("Stay"))

    @Slot()
    def _on_ready(self) -> None:
        for command in self._needing_store:
            command.action.setEnabled(self._context.is_ready)

    # Leaving

    def may_close(self) -> bool:
        """Whether the window may close: no unsaved entry, no long work under way (which a message then offers to stop)."""
        return self._may_leave(self._window.close, is_closing=True)

    def may_leave_store(self, go_on: Callable[[], object]) -> bool:
        """Whether the store may be left for another one, asked likewise; unless the user stays, his answer calls `go_on`."""
        return self._may_leave(go_on, is_closing=False)

    def _may_leave(self, go_on: Callable[[], object], *, is_closing: bool) -> bool:
        if self._leaves_anyway:
            return True
        self._go_on = go_on
        for key in (ACCOUNTS, LEADS):
            page = self._window.page(key)
            if page is not None and self._context.is_ready and not cast("Unsaved", page).may_leave(go_on):
                self._window.show_page(key)
                return False
        if self._window.status_line.items():
            self._leave_action.setText(self.tr("Stop it and close") if is_closing else self.tr("Stop it and go on"))
            self._window.show_message(
                self._work_text(is_closing=is_closing), Severity.WARN, [self._stay_action, self._leave_action]
            )
            return False
        return True

    def _work_text(self, *, is_closing: bool) -> str:
        if self._context.is_importing:
            if is_closing:
                return self.tr("An import is running. If you close now it is stopped, and nothing of it is left.")
            return self.tr(
                "An import into this store is running. If you leave the store now it is stopped, and nothing of it is left."
            )
        if is_closing:
            return self.tr("Work is still going on. If you close now it is stopped, and nothing of it is left.")
        return self.tr(
            "Work on this store is still going on. If you leave the store now it is stopped, and nothing of it is left."
        )

    @Slot()
    def _on_leave(self) -> None:
        self._leaves_anyway = True
        try:
            self._go_on()
        finally:
            self._leaves_anyway = False  # where another store was opened, the window goes on

    # Records

    def _accounts(self) -> "Accounts":
        self._window.show_page(ACCOUNTS)
        return cast("Accounts", self._window.page(ACCOUNTS))

    def _leads(self) -> Leads:
        self._window.show_page(LEADS)
        return cast("Leads", self._window.page(LEADS))

    @Slot()
    def _on_new_company(self) -> None:
        self._accounts().new_company()

    @Slot()
    def _on_new_site(self) -> None:
        self._accounts().new_site()

    @Slot()
    def _on_pools(self) -> None:
        self._window.show_page(POOLS)

    @Slot()
    def _on_new_lead(self) -> None:
        self._leads().new_lead()

    @Slot(str)
    def _on_record_asked(self, key: str) -> None:
        from crmdesk.services.record_key import RecordKey

        if key.startswith(f"{RecordKind.LEAD.value}:"):
            self._leads().open_record(key)
        else:
            self._accounts().open_record(key)
        self._context.tasks.write(self._context.services.search.remember_opened, RecordKey.parse(key), owner=self)

    @Slot()
    def _on_import(self) -> None:
        self._on_import_asked("")

    @Slot()
    def _on_export(self) -> None:
        from crmdesk.views.export.wizard import open_export

        open_export(self._context, self._window)

    @Slot()
    def _on_split(self) -> None:
        from crmdesk.views.splitting.wizard import open_split

        open_split(self._context, (), self._window)

    @Slot(str)
    def _on_import_asked(self, path: str) -> None:
        from crmdesk.views.imports.wizard import open_import_wizard

        open_import_wizard(self._context, self._window, path)

    # Undo and redo

    @Slot()
    def _on_menu_opens(self) -> None:
        if self._context.is_ready:
            self._context.tasks.read(self._context.services.undo.peek, done=self._on_peeked, latest="undo")

    @Slot(object)
    def _on_peeked(self, state: "UndoState") -> None:
        for command, step in ((self.undo, state.undo), (self.redo, state.redo)):
            command.action.setText(step_text(command.title(), step).replace("&&", "&"))

    @Slot()
    def _on_undo(self) -> None:
        self._context.imports.long_undo.carry_out(Wish(), self._on_undone, self._on_nothing)

    @Slot()
    def _on_redo(self) -> None:
        self._context.imports.long_undo.carry_out(Wish(is_redo=True), self._on_redone, self._on_nothing)

    @Slot(object)
    def _on_undone(self, result: "UndoResult") -> None:
        self._tell(result, is_redo=False)

    @Slot(object)
    def _on_redone(self, result: "UndoResult") -> None:
        self._tell(result, is_redo=True)

    def _tell(self, result: "UndoResult", *, is_redo: bool) -> None:
        self._context.published(result.changes)
        text = result_text(result, is_redo=is_redo)
        if not is_redo:
            keys = self.redo.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text += " " + self.tr("{keys} does it again.").format(keys=keys)
        self._window.show_message(text, Severity.WARN if result.skipped_total else Severity.OK)

    @Slot(object)
    def _on_nothing(self, error: CrmError) -> None:
        self._window.show_message(translate_error(error), Severity.INFO)

    # The program

    @Slot()
    def _on_settings(self) -> None:
        self._window.show_page(SETTINGS)

    @Slot()
    def _on_preference(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            name, value = action.data()
            self._context.preferences.change(chosen(self._context.preferences.current, name, value))

    @Slot()
    def _on_keys(self) -> None:
        from crmdesk.ui.dialogs import open_dialog
        from crmdesk.views.help.keys_dialog import KeysDialog

        open_dialog(KeysDialog(self._window))

    @Slot()
    def _on_about(self) -> None:
        from crmdesk.ui.dialogs import open_dialog
        from crmdesk.views.help.about_dialog import AboutDialog

        open_dialog(AboutDialog(self._window))
