"""What the window shows in its first paint: the shape of last time's page, without a module of it being loaded."""

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, MARGIN, ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

_LIST_SHARE: Final = 0.41
_WIDTHS: Final = (52, 38, 61, 44, 57, 35, 48, 64, 41, 55)
"""Per cent of the list's width, so that the bars look like names."""


class PageSkeleton(QWidget):
    """Two empty panes, bars where the rows will be in the left one; `has_list` False leaves the ground empty."""

    def __init__(self, *, has_list: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_list = has_list

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), colour(palette, Role.SURFACE))
        if not self._has_list:
            return
        width = round(self.width() * _LIST_SHARE)
        painter.fillRect(width, 0, 1, self.height(), colour(palette, Role.LINE))
        bar = colour(palette, Role.HOVER)
        for row, top in enumerate(range(2 * ROW_HEIGHT + GAP, self.height() - ROW_HEIGHT, ROW_HEIGHT)):
            painter.fillRect(MARGIN, top + GAP, width * _WIDTHS[row % len(_WIDTHS)] // 100, ROW_HEIGHT - 2 * GAP, bar)
