"""Draws the tree's first column – indentation, expander, icon, text – and leaves the rest to the cells."""

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from crmdesk.ui.icons import icon_pixmap, pixel_ratio
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
        self._pictures: dict[tuple[str, Role], QPixmap] = {}
        self._ratio = 0.0

    @override
    def prepare(self) -> None:
        super().prepare()
        self._pictures.clear()  # the scheme may be another

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
        ratio = pixel_ratio(painter)
        if ratio != self._ratio:
            self._ratio = ratio
            self._pictures.clear()
        if loaded.expandable:
            name = "chevron-down" if self._model.is_open(row) else "chevron-right"
            painter.drawPixmap(_centred(expander), self._picture(name, Role.SECONDARY))
        if loaded.icon:
            role = Role.DISABLED if self._model.disabled_reason(row) else Role.SECONDARY
            place = QRect(left, rect.y(), ICON, rect.height())
            painter.drawPixmap(_centred(place), self._picture(loaded.icon, role))
            left += ICON + GRID
        return QRect(left, rect.y(), rect.right() - left - PADDING, rect.height())

    def _picture(self, name: str, role: Role) -> QPixmap:
        found = self._pictures.get((name, role))
        if found is None:
            found = self._pictures[name, role] = icon_pixmap(name, role, size=ICON, ratio=self._ratio)
        return found


def _centred(rect: QRect) -> QPoint:
    return QPoint(rect.x() + (rect.width() - ICON) // 2, rect.y() + (rect.height() - ICON) // 2)
