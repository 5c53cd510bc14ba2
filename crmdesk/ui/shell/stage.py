"""The middle of the window: pages on a stack or a cover over them, a message above and the undo bar over them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.messages import MessageBar
from crmdesk.ui.theme.metrics import MARGIN
from crmdesk.ui.undo_bar import UndoBar


class Stage(QWidget):
    """Owns the pages. A page's factory is called once, when it is first shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._cover: QWidget | None = None
        self._stack = QStackedWidget(self)
        self._messages: MessageBar | None = None
        self._undo: UndoBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._stack, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def messages(self) -> MessageBar:
        """The message bar, made when first needed."""
        if self._messages is None:
            self._messages = MessageBar(self)
            self._layout.insertWidget(0, self._messages)
        return self._messages

    @property
    def undo(self) -> UndoBar:
        """The undo bar, made when first needed."""
        if self._undo is None:
            self._undo = UndoBar(self)
        return self._undo

    @property
    def is_covered(self) -> bool:
        """Whether a cover stands in the place of the pages."""
        return self._cover is not None

    def show_cover(self, cover: QWidget) -> None:
        """Show `cover` in place of the pages; an earlier one is deleted."""
        former, self._cover = self._cover, cover
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._delete(former)

    def remove_cover(self) -> None:
        """Delete the cover; whoever removes it shows a page."""
        former, self._cover = self._cover, None
        self._delete(former)

    def forget_pages(self) -> None:
        """Delete every page built; each is built anew when shown again."""
        pages = list(self._pages.values())
        self._pages.clear()
        for page in pages:
            self._delete(page)

    def _delete(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._stack.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def add_page(self, key: str, factory: Callable[[], QWidget]) -> None:
        """Remember how to build a page."""
        self._factories[key] = factory

    def page(self, key: str) -> QWidget | None:
        """Return a page if it was built already."""
        return self._pages.get(key)

    def show_page(self, key: str) -> QWidget:
        """Show a page, building it if need be.

        Raises:
            KeyError: no such page.
        """
        page = self._pages.get(key)
        if page is None:
            page = self._factories[key]()
            self._pages[key] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        return page

    def show_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Show the undo bar at the foot of the page."""
        self.undo.show_undo(sentence, undo)
        self._place_undo()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_undo()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_undo()

    def _place_undo(self) -> None:
        bar = self._undo
        if bar is not None:
            width = min(bar.sizeHint().width(), self.width() - 2 * MARGIN)
            bar.resize(width, bar.sizeHint().height())
            bar.move((self.width() - width) // 2, self.height() - bar.height() - MARGIN)
