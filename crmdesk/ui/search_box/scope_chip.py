"""The chip inside the search box that says where is searched; a click takes it away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from crmdesk.ui.chips import Chip, ChipLook
from crmdesk.ui.theme.metrics import GRID, ICON
from crmdesk.ui.theme.tokens import Role

_MOST_WIDTH: Final = 180
_BEHIND_ICON: Final = ICON + 3 * GRID


class ScopeChip(Chip):
    """Stands behind the icon of a line edit and keeps its text to the right of itself.

    Signals:
        removal_asked: it was clicked.
    """

    removal_asked = Signal()

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(None, box)
        self._box = box
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_scope(self, words: str, tip: str) -> None:
        """Show another scope; none for an empty text."""
        if not words:
            self.hide()
            self._box.setTextMargins(0, 0, 0, 0)
            return
        text = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _MOST_WIDTH)
        self.show_look(ChipLook(f"{text}  ✕", Role.ACCENT), tip=tip)
        self.setAccessibleName(words)
        self.resize(self.sizeHint())
        self.place()
        self._box.setTextMargins(self.width() + GRID, 0, 0, 0)
        self.show()

    def place(self) -> None:
        """Take its place again; the box was resized."""
        self.move(_BEHIND_ICON, (self._box.height() - self.height()) // 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.removal_asked.emit()
