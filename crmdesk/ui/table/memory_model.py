"""A short table whose rows are all at hand (an import preview, say), in the same views as the long ones."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crmdesk.ui.table.columns import EMPTY_CELL, Cell, Column
from crmdesk.ui.table.paged_model import heading
from crmdesk.ui.table.source import TableRow

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows in memory; cells carry severity and tooltip. Show it with `RowsView.show_rows(model, model)`."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[TableRow] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = tuple(rows)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the model's order."""
        return self._columns

    def set_titles(self, titles: Sequence[str]) -> None:
        """Head the columns with other words: the language changed."""
        self._columns = tuple(replace(column, title=title) for column, title in zip(self._columns, titles, strict=True))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> TableRow:
        """Return a row."""
        return self._rows[row]

    def cell_at(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self._rows[row].cells.get(self._columns[column].key, EMPTY_CELL)

    def disabled_reason(self, row: int) -> str:
        """Return why a row is greyed, empty when it is not."""
        return self._rows[row].disabled_reason

    def want_rows(self, first: int, last: int) -> None:
        """Do nothing: every row is here."""

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        cell = self.cell_at(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        return self.disabled_reason(index.row()) or cell.tooltip or None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self._columns, section, orientation, role)
