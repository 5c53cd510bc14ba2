"""Draws the tree's first column – indentation, expander, icon, text – and leaves the rest to the cells."""

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.table.cell_delegate import PADDING, CellDelegate
from crmdesk.ui.theme.metrics import GRID, ICON
from crmdesk.ui.theme.tokens import Role
from crmdesk.ui.tree.model import PagedTreeModel

INDENT: Final = 18
EXPANDER: Final = 20
"""Width of the expander and of the place it leaves in front of rows without children."""
MAX_INDENT_DEPTH: Final = 12
"""Deeper rows are not pushed out of sight; their level is spoken and their path stands in the record's header."""


class TreeDelegate(CellDelegate):
    """As `CellDelegate`, with the tree's marks in column 0."""

    def __init__(self, view: QAbstractItemView, model: PagedTreeModel) -> None:
        super().__init__(view, model)
        self._model = model

    def expander_rect(self, rect: QRect, row: int) -> QRect:
        """Return where the expander of a row is drawn and clicked, given the rectangle of its first cell."""
        left = rect.x() + GRID + INDENT * min(self._model.place_at(row).depth, MAX_INDENT_DEPTH)
        return QRect(left, rect.y(), EXPANDER, rect.height())

    @override
    def lead_width(self, row: int, column: int) -> int:
        if column != 0:
            return 0
        loaded = self._model.row_at(row)
        icon_width = ICON + GRID if loaded is not None and loaded.icon else 0
        return GRID + INDENT * min(self._model.place_at(row).depth, MAX_INDENT_DEPTH) + EXPANDER + icon_width

    @override
    def content_rect(self, painter: QPainter, rect: QRect, row: int, column: int) -> QRect:
        if column != 0:
            return super().content_rect(painter, rect, row, column)
        expander = self.expander_rect(rect, row)
        left = expander.right() + 1
        loaded = self._model.row_at(row)
        if loaded is None:
            return QRect(left, rect.y(), rect.right() - left - PADDING, rect.height())
        ratio = painter.device().devicePixelRatioF()
        if loaded.expandable:
            name = "chevron-down" if self._model.is_open(row) else "chevron-right"
            mark = icon_pixmap(name, Role.SECONDARY, size=ICON, ratio=ratio)
            painter.drawPixmap(_centred(expander), mark)
        if loaded.icon:
            role = Role.DISABLED if loaded.disabled_reason else Role.SECONDARY
            place = QRect(left, rect.y(), ICON, rect.height())
            painter.drawPixmap(_centred(place), icon_pixmap(loaded.icon, role, size=ICON, ratio=ratio))
            left += ICON + GRID
        return QRect(left, rect.y(), rect.right() - left - PADDING, rect.height())


def _centred(rect: QRect) -> QPoint:
    return QPoint(rect.x() + (rect.width() - ICON) // 2, rect.y() + (rect.height() - ICON) // 2)
