"""What every screen is given: services once the store is open, task runner, change bus, frame, preferences. No globals."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from crmdesk.core.changes import Changes
from crmdesk.core.settings import Settings, save_settings
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.messages import Severity
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.status_line import ProgressItem
from crmdesk.ui.tasks.runner import Tasks

if TYPE_CHECKING:  # services import SQLAlchemy, and the window paints before that
    from crmdesk.services.catalogue import Services
    from crmdesk.views.duplicates.desk import DuplicateDesk
    from crmdesk.views.exchange.desk import ExchangeDesk
    from crmdesk.views.export.desk import ExportDesk
    from crmdesk.views.imports.desk import ImportDesk
    from crmdesk.views.store_care import StoreCare


class Frame(Protocol):
    """What screens ask of the window around them (`ui.shell.window.ShellWindow`)."""

    def show_message(self, text: str, severity: Severity = Severity.INFO, actions: Sequence[QAction] = ()) -> None:
        """Say something without stopping anybody."""

    def show_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what happened and offer to take it back for ten seconds."""

    def show_page(self, key: str) -> None:
        """Show a page."""

    def add_progress(self, title: str) -> ProgressItem:
        """Show long work in the status line."""

    def remove_progress(self, item: ProgressItem) -> None:
        """Take a progress item away."""


class Preferences(QObject):
    """The present `Settings`, saved when they change. Lives on the GUI thread.

    Signals:
        changed: `core.settings.Settings`, the new ones.
    """

    changed = Signal(object)  # Settings

    def __init__(self, path: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._settings = settings

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Take up new settings and save them; a folder that cannot be written keeps them for this run only."""
        if settings == self._settings:
            return
        self._settings = settings
        try:
            save_settings(self._path, settings)
        finally:
            self.changed.emit(settings)


class ViewContext(QObject):
    """Handed to every page and dialog. `services` exists from `ready` on; pages paint their skeleton before.

    Attributes:
        tasks: queries and commands off the GUI thread. bus: what changed. frame: the window. preferences, window_state: this person's.
        language: in force. scale_in_force: size in per cent the program was started with.

    Signals:
        ready: the store is open; pages may ask `services`.
        record_asked: str, key of a record (`company:…`, `site:…`) some screen wants to be shown on the accounts page.
        search_here_asked: somebody wants to search only below what is chosen; the accounts page answers with `search_below_asked`.
        search_below_asked: (str key of a company or site, str name) the search box is to search only there.
        import_asked: str, path of a file to import ('' to choose one).
        open_asked: str, path of another store (or a backup) to work on instead of the present one.
        restore_asked: str, path of a backup to put in the store's place.
        leave_demo_asked: the user wants his own customers, or to begin with them.
        questions_asked: str, key of a record whose conflicts are to be shown on their page, or a conflict's id with the answer that is to
            be typed there (`…#ask`); empty for all.
        exchange_page_asked: str, `news`, `outbox` or `held`: a part of the page of the exchange is to be shown.
        centre_settings_asked: the settings of the centre are to be shown.
        exchange_turned: the store has a centre or open questions now, or no more; comes once after it was opened if it has.
        restart_asked: the user wants what takes effect at the next start now.
        language_changed: str, the language in force.
    """

    ready = Signal()
    record_asked = Signal(str)
    search_here_asked = Signal()
    search_below_asked = Signal(str, str)
    import_asked = Signal(str)
    open_asked = Signal(str)
    restore_asked = Signal(str)
    leave_demo_asked = Signal()
    questions_asked = Signal(str)
    exchange_page_asked = Signal(str)
    centre_settings_asked = Signal()
    exchange_turned = Signal()
    restart_asked = Signal()
    language_changed = Signal(str)

    def __init__(
        self,
        *,
        tasks: Tasks,
        bus: ChangeBus,
        frame: Frame,
        preferences: Preferences,
        window_state: WindowState,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.bus = bus
        self.frame = frame
        self.preferences = preferences
        self.window_state = window_state
        self.language = "en"
        self.scale_in_force = preferences.current.scale
        self._services: Services | None = None
        self._imports: ImportDesk | None = None
        self._duplicates: DuplicateDesk | None = None
        self._exchange: ExchangeDesk | None = None
        self._exports: ExportDesk | None = None
        self._care: StoreCare | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the store is open."""
        return self._services is not None

    @property
    def services(self) -> "Services":
        """The services.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._services is None:
            raise RuntimeError("the store is not open yet")
        return self._services

    @property
    def care(self) -> "StoreCare":
        """Backups, checks and the like of the open store.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._care is None:
            raise RuntimeError("the store is not open yet")
        return self._care

    @property
    def imports(self) -> "ImportDesk":
        """Trials and imports into the open store.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._imports is None:
            raise RuntimeError("the store is not open yet")
        return self._imports

    @property
    def duplicates(self) -> "DuplicateDesk":
        """The search for duplicates in the open store.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._duplicates is None:
            raise RuntimeError("the store is not open yet")
        return self._duplicates

    @property
    def exchange(self) -> "ExchangeDesk":
        """The exchange of the open store with its centre, if it has one.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._exchange is None:
            raise RuntimeError("the store is not open yet")
        return self._exchange

    @property
    def may_exchange(self) -> bool:
        """Whether the window can exchange at all; one that is only drawn cannot."""
        return self._exchange is not None

    @property
    def is_connected(self) -> bool:
        """Whether the open store has a centre, as far as is known."""
        return self._exchange is not None and self._exchange.is_connected

    @property
    def has_questions(self) -> bool:
        """Whether the open store holds conflicts or waiting edits, as far as is known."""
        state = None if self._exchange is None else self._exchange.state
        return state is not None and state.has_questions

    @property
    def is_importing(self) -> bool:
        """Whether an import into the open store is under way."""
        return self._imports is not None and self._imports.is_importing

    def import_with(self, imports: "ImportDesk | None") -> None:
        """Give what carries out imports to every screen, before `open_with`; None takes it back."""
        self._imports = imports

    def search_duplicates_with(self, duplicates: "DuplicateDesk | None") -> None:
        """Give what searches for duplicates to every screen, before `open_with`; None takes it back."""
        self._duplicates = duplicates

    @property
    def exports(self) -> "ExportDesk":
        """Exports of the open store to a database.

        Raises:
            RuntimeError: the store is not open yet: a bug of the screen that asks.
        """
        if self._exports is None:
            raise RuntimeError("the store is not open yet")
        return self._exports

    def export_with(self, exports: "ExportDesk | None") -> None:
        """Give what exports to every screen, before `open_with`; what the one before does is stopped. None takes it back."""
        if self._exports is not None:
            self._exports.shut_down()
            self._exports.deleteLater()
        self._exports = exports

    def exchange_with(self, exchange: "ExchangeDesk | None") -> None:
        """Give what exchanges with the centre to every screen, before `open_with`; None takes it back."""
        self._exchange = exchange

    def open_with(self, services: "Services", care: "StoreCare | None" = None) -> None:
        """Give the services to every screen, and what looks after the store to the settings."""
        self._services = services
        self._care = care
        self.ready.emit()

    def renew_care(self, care: "StoreCare") -> None:
        """Take what follows new preferences, e.g. another folder for backups."""
        self._care = care

    def close(self) -> None:
        """Take the services back before the store is closed; pages built on them must be gone by then."""
        self._services = None
        self._care = None

    def published(self, changes: Changes) -> None:
        """Tell every screen what an action touched."""
        self.bus.publish(changes)

    def use_language(self, language: str) -> None:
        """Note the language in force and tell screens that show names from the store in it."""
        self.language = language
        self.language_changed.emit(language)
