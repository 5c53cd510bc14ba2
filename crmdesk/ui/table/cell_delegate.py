"""Draws cells of tables and trees directly from the model's cells: no style option per role, no `data()` storm."""

from dataclasses import replace
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from crmdesk.ui.chips import chip_size, paint_chip
from crmdesk.ui.table.columns import EMPTY_CELL, Cell, CellKind, Column
from crmdesk.ui.theme.fonts import tabular
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import SOFT, Role

PADDING: Final = 6
"""Left and right inside a cell; the same as in the headings, so that texts stand below their title."""

_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_HOVERED: Final = QStyle.StateFlag.State_MouseOver.value
_WITH_FIGURES: Final = frozenset({CellKind.NUMBER, CellKind.CODE})
_MAX_LAID_OUT: Final = 1_024
"""Texts kept laid out, some five screens."""

Index = QModelIndex | QPersistentModelIndex


class CellModel(Protocol):
    """What a model shows to the delegate and to the view, beside Qt's own interface."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the model's order."""

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return a cell, None while its row is not loaded."""

    def disabled_reason(self, row: int) -> str:
        """Return why a row is greyed, empty when it is not."""


class CellDelegate(QStyledItemDelegate):
    """Paints backgrounds, texts, numbers, chips and quiet placeholders; `view` is the view it is used in.

    A screen is some 200 cells, 60 times a second: `prepare` looks up once for each painting what no cell changes.
    """

    def __init__(self, view: QAbstractItemView, cells: CellModel) -> None:
        super().__init__(view)
        self._view = view
        self._cells = cells
        self._inks = {role: QColor() for role in Role}
        self._palette = QPalette()
        self._font = QFont()
        self._figures = QFont()
        self._laid_out: dict[tuple[str, int, bool], tuple[QStaticText, int, int]] = {}
        self._disabled_row = (-1, False)
        self._focused_row = -1
        self._first_x = 0

    def prepare(self) -> None:
        """Look up colours, fonts and the row with the keyboard; the view calls it before it paints."""
        self._palette = self._view.palette()
        self._inks = {role: colour(self._palette, role) for role in Role}
        font = self._view.font()
        if font.key() != self._font.key():
            self._font, self._figures = font, tabular(font)
            self._laid_out.clear()
        if len(self._laid_out) > _MAX_LAID_OUT:
            self._laid_out.clear()
        self._disabled_row = (-1, False)
        self._focused_row = self._view.currentIndex().row() if self._view.hasFocus() else -1
        self._first_x = self.first_x()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column, rect = index.row(), index.column(), option.rect
        cell = self._cells.cell_at(row, column)
        self._paint_background(painter, rect, row, option.state.value, cell)
        if cell is EMPTY_CELL and column:
            return
        inner = self.content_rect(painter, rect, row, column)
        if cell is None:
            self._paint_placeholder(painter, inner, row * 7 + column * 13)
            return
        if self._disabled_row[0] != row:
            self._disabled_row = (row, bool(self._cells.disabled_reason(row)))
        is_disabled = self._disabled_row[1]
        if cell.chip is not None:
            look = replace(cell.chip, role=Role.DISABLED) if is_disabled else cell.chip
            paint_chip(painter, inner, look, self._palette, self._font)
        elif cell.text:
            kind = self._cells.columns[column].kind
            role = Role.DISABLED if is_disabled else cell.role or (cell.severity.role if cell.severity else Role.TEXT)
            painter.setPen(self._inks[role])
            has_figures = kind in _WITH_FIGURES
            painter.setFont(self._figures if has_figures else self._font)
            self._draw_text(painter, inner, cell.text, at_right=kind is CellKind.NUMBER, has_figures=has_figures)

    def ink(self, role: Role) -> QColor:
        """Return a colour, as looked up by `prepare`."""
        return self._inks[role]

    def _paint_background(self, painter: QPainter, rect: QRect, row: int, state: int, cell: Cell | None) -> None:
        """Fill selection and hover, and mark the current row while the view has the focus."""
        if state & _SELECTED:
            painter.fillRect(rect, self._inks[Role.SELECTION])
        elif state & _HOVERED:
            painter.fillRect(rect, self._inks[Role.HOVER])
        elif cell is not None and cell.severity is not None:
            painter.fillRect(rect, self._inks[SOFT[cell.severity.role]])
        if row == self._focused_row and rect.x() <= self._first_x:
            painter.fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), self._inks[Role.ACCENT])

    def first_x(self) -> int:
        """Return where the first visible column begins, in the viewport."""
        return 0

    def content_rect(self, painter: QPainter, rect: QRect, row: int, column: int) -> QRect:
        """Return where the cell's content goes; a tree draws indentation and icons here first."""
        del painter, row, column
        return rect.adjusted(PADDING, 0, -PADDING, 0)

    def lead_width(self, row: int, column: int) -> int:
        """Return the width a tree uses before the content."""
        del row, column
        return 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._cells.cell_at(index.row(), index.column())
        text = "" if cell is None else cell.text
        width = QFontMetrics(option.font).horizontalAdvance(text) + 2 * PADDING + self.lead_width(index.row(), index.column())
        if cell is not None and cell.chip is not None:
            width += chip_size(cell.chip, option.font).width()
        return QSize(width, ROW_HEIGHT)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = self._cells.cell_at(index.row(), index.column())
        text = self._cells.disabled_reason(index.row()) or ("" if cell is None else cell.tooltip)
        if not text and cell is not None and self.sizeHint(option, index).width() > view.visualRect(index).width():
            text = cell.text
        QToolTip.showText(event.globalPos(), text, view)
        return True

    def _draw_text(self, painter: QPainter, rect: QRect, text: str, *, at_right: bool, has_figures: bool) -> None:
        """Draw one line, elided, in the middle of the height; laid out once for each width it is shown in."""
        room = rect.width()
        if room <= 0:
            return
        laid_out = self._laid_out.get((text, room, has_figures))
        if laid_out is None:
            laid_out = self._laid_out[text, room, has_figures] = _lay_out(painter, text, room)
        shown, width, height = laid_out
        x = rect.x() + room - width if at_right else rect.x()
        painter.drawStaticText(x, rect.y() + (rect.height() - height) // 2, shown)

    def _paint_placeholder(self, painter: QPainter, rect: QRect, seed: int) -> None:
        """A quiet bar of a length that varies from row to row, as texts do."""
        width = min(rect.width(), 160) * (40 + seed * 31 % 50) // 100
        painter.fillRect(QRect(rect.x(), rect.center().y() - 3, width, 7), self._inks[Role.HOVER])


def _lay_out(painter: QPainter, text: str, room: int) -> tuple[QStaticText, int, int]:
    """Return a text ready to be drawn in the painter's font, with its width and height."""
    shown = QStaticText(painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room))
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.prepare(painter.transform(), painter.font())
    size = shown.size()
    return shown, ceil(size.width()), ceil(size.height())
