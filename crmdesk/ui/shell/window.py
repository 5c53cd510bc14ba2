"""The main window: puts the parts of the frame together and is what an application talks to."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QWidget
from typing_extensions import override

from crmdesk.ui.messages import Severity
from crmdesk.ui.search_box.box import SearchBox
from crmdesk.ui.shell.navigation import Navigation, NavigationEntry
from crmdesk.ui.shell.stage import Stage
from crmdesk.ui.shell.top_row import TopRow
from crmdesk.ui.status_line import ProgressItem, StatusLine
from crmdesk.ui.theme.metrics import COMPACT_BELOW

_DIGITS: Final = "1234567890"


class ShellWindow(QMainWindow):
    """Navigation, top row, pages, messages, undo bar and status line (`look.md`). Lives on the GUI thread.

    Keys: Ctrl+1 … Ctrl+0 open the pages in order, Ctrl+K the search, Ctrl+N the menu *New*, Ctrl+B narrows the navigation.

    Signals:
        page_changed: str, key of the page now shown.
        compact_changed: bool, the window became narrower (True) or wider than `COMPACT_BELOW`; a page then shows one thing at a time.
    """

    page_changed = Signal(str)
    compact_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._order: list[str] = []
        self._keys: dict[str, QAction] = {}
        self._is_compact = False
        self._wants_narrow = False
        self._may_close: Callable[[], bool] | None = None
        frame = QWidget(self)
        self._navigation = Navigation(frame)
        self._top_row = TopRow(frame)
        self._stage = Stage(frame)
        self._status_line = StatusLine(frame)
        layout = QGridLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top_row, 0, 0, 1, 2)
        layout.addWidget(self._navigation, 1, 0)
        layout.addWidget(self._stage, 1, 1)
        layout.addWidget(self._status_line, 2, 0, 1, 2)
        layout.setRowStretch(1, 1)
        layout.setColumnStretch(1, 1)
        self.setCentralWidget(frame)
        self._navigation.page_chosen.connect(self.show_page)
        self._top_row.navigation_toggled.connect(self.toggle_navigation)
        self._add_key("Ctrl+B").triggered.connect(self.toggle_navigation)
        self._add_key("Ctrl+K").triggered.connect(self.focus_search)
        self._add_key("Ctrl+N").triggered.connect(self._on_new_key)

    @property
    def current_page(self) -> str:
        """Key of the page shown, empty before the first."""
        return self._current

    @property
    def is_compact(self) -> bool:
        """Whether there is room for one thing at a time only."""
        return self._is_compact

    @property
    def is_navigation_narrow(self) -> bool:
        """Whether the user chose icons without words."""
        return self._wants_narrow

    @property
    def navigation(self) -> Navigation:
        """The column at the left."""
        return self._navigation

    @property
    def status_line(self) -> StatusLine:
        """The line at the bottom."""
        return self._status_line

    def add_page(
        self, key: str, title: Callable[[], str], icon: str, factory: Callable[[], QWidget], *, at_bottom: bool = False
    ) -> None:
        """Add a page; nothing of it is built yet.

        Args:
            key: its stable name.
            title: gives its word in the present language; asked again when that changes.
            icon: name of its icon.
            factory: builds it, called at most once.
            at_bottom: put it at the foot of the navigation.
        """
        place = len(self._order)
        self._order.append(key)
        keys = f"Ctrl+{_DIGITS[place]}" if place < len(_DIGITS) else ""
        self._stage.add_page(key, factory)
        self._navigation.add_entry(NavigationEntry(key, title, icon, QKeySequence(keys)), at_bottom=at_bottom)
        if keys:
            action = self._add_key(keys)
            action.setData(key)
            action.triggered.connect(self._on_page_key)
            self._keys[key] = action

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page, building it if need be; under a cover it waits until the cover is removed.

        Raises:
            KeyError: no such page.
        """
        if self._stage.is_covered:
            self._navigation.show_current(key)
            self._current = key
            return
        page = self._stage.show_page(key)
        self._navigation.show_current(key)
        page.setFocus(Qt.FocusReason.OtherFocusReason)  # a page names what gets it by `setFocusProxy`
        if key != self._current:
            self._current = key
            self.page_changed.emit(key)

    def show_cover(self, cover: QWidget) -> None:
        """Show `cover` in place of everything but messages and status line, while there is nothing to work on; the window owns it."""
        self._stage.show_cover(cover)
        self._navigation.hide()
        self._top_row.hide()
        cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_skeleton(self, skeleton: QWidget) -> None:
        """Show `skeleton` in place of the page only, until `remove_cover`: nothing of a page is loaded for the first paint."""
        self._stage.show_cover(skeleton)

    def remove_cover(self) -> None:
        """Delete the cover, if there is one, and show the page that was chosen last."""
        if not self._stage.is_covered:
            return
        self._stage.remove_cover()
        self._navigation.show()
        self._top_row.show()
        if self._current:
            key, self._current = self._current, ""
            self.show_page(key)

    def forget_pages(self) -> None:
        """Delete every page built; the next `show_page` or `remove_cover` builds anew."""
        self._stage.forget_pages()

    def page(self, key: str) -> QWidget | None:
        """Return a page if it was built already."""
        return self._stage.page(key)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things on a page want attention."""
        self._navigation.show_badge(key, count)

    def show_entry(self, key: str, *, is_shown: bool) -> None:
        """Offer a page in the navigation and on its key, or leave it out while there is nothing on it."""
        self._navigation.show_entry(key, is_shown=is_shown)
        if key in self._keys:
            self._keys[key].setEnabled(is_shown)

    def set_search(self, search: QWidget) -> None:
        """Put the search box into the top row; Ctrl+K leads to it."""
        self._top_row.set_search(search)
        if isinstance(search, SearchBox):
            search.set_hint(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText))

    def set_new_menu(self, menu: QMenu) -> None:
        """Offer what can be created; Ctrl+N opens it."""
        self._top_row.set_new_menu(menu)

    def add_top_widget(self, widget: QWidget) -> None:
        """Add something at the right end of the top row."""
        self._top_row.add_widget(widget)

    def set_close_guard(self, may_close: Callable[[], bool]) -> None:
        """Ask `may_close`, a bound method of the application object, before the window closes; False keeps it open."""
        self._may_close = may_close

    def show_message(self, text: str, severity: Severity = Severity.INFO, actions: Sequence[QAction] = ()) -> None:
        """Say something without stopping anybody; see `messages.MessageBar`."""
        self._stage.messages.show_message(text, severity, actions)

    def show_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what happened and offer to take it back for ten seconds; `undo` is called at most once."""
        self._stage.show_undo(sentence, undo)

    def add_progress(self, title: str) -> ProgressItem:
        """Show long work in the status line; `remove_progress` takes it away."""
        return self._status_line.add_item(title)

    def remove_progress(self, item: ProgressItem) -> None:
        """Take a progress item away."""
        self._status_line.remove_item(item)

    @Slot()
    def toggle_navigation(self) -> None:
        """Show the navigation with or without words."""
        self.set_navigation_narrow(is_narrow=not self._navigation.is_narrow)

    def set_navigation_narrow(self, *, is_narrow: bool) -> None:
        """Show the navigation with or without words; a compact window starts without."""
        self._wants_narrow = is_narrow
        self._navigation.set_narrow(is_narrow=is_narrow)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search box."""
        if self._top_row.search is not None:
            self._top_row.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_compact = event.size().width() < COMPACT_BELOW
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._navigation.set_narrow(is_narrow=is_compact or self._wants_narrow)
            self.compact_changed.emit(is_compact)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close is not None and not self._may_close():
            event.ignore()
        else:
            super().closeEvent(event)

    def _add_key(self, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        self.addAction(action)
        return action

    @Slot()
    def _on_page_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_page(action.data())

    @Slot()
    def _on_new_key(self) -> None:
        if self._top_row.new_button is not None:
            self._top_row.new_button.showMenu()
