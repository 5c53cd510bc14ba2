"""A long list as the user sees and handles it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.listing import Sort
from crmdesk.ui.table.cell_delegate import CellDelegate
from crmdesk.ui.table.paged_model import LoadedTable, PagedTableModel, Sight
from crmdesk.ui.table.rows_view import RowsView

MAX_KEPT_SELECTION = 1_000
"""So many selected rows are found again by key after a refresh."""


class PagedTable(RowsView):
    """Shows a `PagedTableModel`; keeps selection, current row and scroll position by key.

    Signals:
        row_activated: `str` key, by Enter or double click.
        current_changed: `str` key of the row with the keyboard, empty when none is or it is not loaded.
        menu_asked: (`tuple[str, ...]` selected loaded keys, `QPoint` global position).
    """

    row_activated = Signal(str)
    current_changed = Signal(str)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: PagedTableModel | None = None
        self._reported_key = ""

    def show_table(self, model: PagedTableModel) -> None:
        """Show a model."""
        self._table = model
        self.setItemDelegate(CellDelegate(self, model))
        model.sight = self.sight
        model.table_loaded.connect(self._on_table_loaded)
        self.row_selection_changed.connect(self._report_current)
        self.sort_asked.connect(self._on_sort_asked)
        self.show_rows(model, model)
        self.show_order(model.order)

    @property
    def table(self) -> PagedTableModel:
        """The model shown.

        Raises:
            RuntimeError: none is shown yet.
        """
        if self._table is None:
            raise RuntimeError("show_table was not called")
        return self._table

    @property
    def current_key(self) -> str:
        """Key of the row with the keyboard, empty when none is or it is not loaded."""
        row = self.current_row
        loaded = None if row is None else self.table.row_at(row)
        return "" if loaded is None else loaded.key

    def selected_keys(self) -> tuple[str, ...]:
        """Return the selected rows that are loaded, top to bottom; `selected_ranges` tells of all."""
        rows = (self.table.row_at(row) for part in self.selected_ranges() for row in part)
        return tuple(row.key for row in rows if row is not None)

    def sight(self) -> Sight:
        """Return what to find again after the rows change."""
        first, _ = self.rows_in_sight
        anchor = self.table.row_at(first)
        selected: list[str] = []
        for part in self.selected_ranges():
            rows = (self.table.row_at(row) for row in part[: MAX_KEPT_SELECTION - len(selected)])
            selected.extend(row.key for row in rows if row is not None)
        return Sight(self.current_key, tuple(selected), "" if anchor is None else anchor.key, first, self.screen_rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_key:
            self.row_activated.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(int(event.position().y()))
        loaded = self.table.row_at(row) if row >= 0 else None
        if loaded is not None:
            self.row_activated.emit(loaded.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self.selected_keys(), event.globalPos())

    def _on_sort_asked(self, sort: Sort) -> None:
        self.table.set_order(sort)

    def _on_table_loaded(self, loaded: LoadedTable) -> None:
        self.show_order(self.table.order)
        self.updateGeometries()
        self.select_rows([range(row, row + 1) for row in loaded.selected_rows], loaded.current_row)
        self.scroll_to_top_row(loaded.top_row)
        self._report_current()

    def _report_current(self) -> None:
        key = self.current_key
        if key != self._reported_key:
            self._reported_key = key
            self.current_changed.emit(key)
