"""What tables and trees share as views: fixed rows, whole-row selection, headings, copying, and saying what is in sight."""

from collections.abc import Iterator
from typing import Final, Protocol

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from crmdesk.core.listing import Sort
from crmdesk.ui.table.cell_delegate import CellDelegate, CellModel
from crmdesk.ui.table.columns import ColumnLayout
from crmdesk.ui.table.header import ColumnHeader
from crmdesk.ui.theme.metrics import ROW_HEIGHT

MAX_COPIED_ROWS: Final = 10_000


class ShownRows(CellModel, Protocol):
    """A model as `RowsView` needs it."""

    def want_rows(self, first: int, last: int) -> None:
        """Learn which rows are in sight."""


class RowsView(QTableView):
    """A table view for long lists: rows of one height, no grid, extended selection of whole rows.

    Signals:
        sort_asked: `Sort` clicked in the headings.
        layout_edited: the user changed the columns.
        row_selection_changed: other rows are selected or current, or the selected ones were replaced; comes once per change.
    """

    sort_asked = Signal(object)
    layout_edited = Signal()
    row_selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: ShownRows | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        vertical = self.verticalHeader()
        vertical.setVisible(False)
        vertical.setMinimumSectionSize(ROW_HEIGHT)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        # Anything but Fixed asks the model for the size of every row (style.md 4.3: 16 s at 100,000).
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._selection_timer = QTimer(self, singleShot=True, interval=0)
        self._selection_timer.timeout.connect(self.row_selection_changed)

    def show_rows(self, model: QAbstractItemModel, cells: ShownRows) -> None:
        """Show a model; `cells` is the same object seen through the toolkit's interface."""
        if not isinstance(self.itemDelegate(), CellDelegate):
            self.setItemDelegate(CellDelegate(self, cells))
        header = ColumnHeader(cells.columns, self)
        self._cells = cells
        self.setHorizontalHeader(header)
        self.setModel(model)
        header.begin_layout()
        header.sort_asked.connect(self.sort_asked)
        header.layout_edited.connect(self.layout_edited)
        self.selectionModel().selectionChanged.connect(self._on_selection_touched)
        self.selectionModel().currentRowChanged.connect(self._on_selection_touched)
        model.modelReset.connect(self._on_selection_touched)

    @property
    def column_header(self) -> ColumnHeader:
        """The headings."""
        header = self.horizontalHeader()
        if not isinstance(header, ColumnHeader):
            raise TypeError(header)
        return header

    def column_layout(self) -> ColumnLayout:
        """Return the user's columns, to be saved."""
        return self.column_header.column_layout()

    def set_column_layout(self, layout: ColumnLayout) -> None:
        """Show the columns as saved."""
        self.column_header.set_column_layout(layout)

    def show_order(self, order: Sort | None) -> None:
        """Show in the headings what the rows are ordered by."""
        self.column_header.show_order(order)

    @property
    def current_row(self) -> int | None:
        """The row with the keyboard, None when there is none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def rows_in_sight(self) -> tuple[int, int]:
        """First and last visible row; the last is before the first when there is none."""
        height = self.viewport().height()
        first = self.rowAt(0)
        if first < 0:
            return (0, -1)
        last = self.rowAt(height - 1)
        return (first, last if last >= 0 else self.model().rowCount() - 1)

    @property
    def screen_rows(self) -> int:
        """How many whole rows fit."""
        return max(1, self.viewport().height() // ROW_HEIGHT)

    def selected_ranges(self) -> list[range]:
        """Return the selected rows as ranges, top to bottom; never one by one (a hundred thousand may be selected)."""
        ranges = sorted({(part.top(), part.bottom() + 1) for part in self.selectionModel().selection().toList()})
        return [range(first, stop) for first, stop in ranges]

    def select_rows(self, ranges: list[range], current: int | None) -> None:
        """Select exactly these rows and make `current` the row with the keyboard, without scrolling."""
        model = self.model()
        last = model.columnCount() - 1
        selection = QItemSelection()
        for rows in ranges:
            if rows:
                selection.select(model.index(rows.start, 0), model.index(rows.stop - 1, last))
        chosen = self.selectionModel()
        has_scroll = self.hasAutoScroll()
        self.setAutoScroll(False)
        if current is not None:
            chosen.setCurrentIndex(model.index(current, self._current_column()), QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setAutoScroll(has_scroll)

    def go_to(self, row: int) -> None:
        """Select one row alone, make it current and bring it into sight."""
        self.select_rows([range(row, row + 1)], row)
        self.scrollTo(self.model().index(row, self._current_column()))

    def scroll_to_top_row(self, row: int) -> None:
        """Scroll so that `row` stands at the top."""
        self.verticalScrollBar().setValue(row * ROW_HEIGHT)

    def copied_text(self) -> str:
        """Return the selected, loaded rows as lines of tab-separated cells in the visible columns' order."""
        if self._cells is None:
            return ""
        header = self.column_header
        columns = [header.logicalIndex(visual) for visual in range(header.count())]
        columns = [column for column in columns if not header.isSectionHidden(column)]
        lines = []
        for row in self._first_selected():
            cells = [self._cells.cell_at(row, column) for column in columns]
            if cells and cells[0] is not None:
                lines.append("\t".join("" if cell is None else _one_line(cell.words) for cell in cells))
        return "\n".join(lines)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard; tables in other programs take them as cells."""
        if text := self.copied_text():
            QGuiApplication.clipboard().setText(text)

    def copy_cell(self) -> None:
        """Put the text of the current cell on the clipboard."""
        index = self.currentIndex()
        if self._cells is None or not index.isValid():
            return
        cell = self._cells.cell_at(index.row(), index.column())
        if cell is not None:
            QGuiApplication.clipboard().setText(cell.words)

    @override
    def selectAll(self) -> None:
        # Qt asks the model for every single cell; one range says the same.
        if self.model().rowCount() > 0:
            self.select_rows([range(self.model().rowCount())], self.current_row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == _CELL_COPY:
            self.copy_cell()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cells is not None:
            self._cells.want_rows(*self.rows_in_sight)
            delegate = self.itemDelegate()
            if isinstance(delegate, CellDelegate):
                delegate.prepare()
        super().paintEvent(event)

    @override
    def moveCursor(self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Home and End mean the list's ends; Qt's table takes them as the row's ends.
        rows = self.model().rowCount()
        if rows and cursorAction == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, self._current_column())
        if rows and cursorAction == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(rows - 1, self._current_column())
        return super().moveCursor(cursorAction, modifiers)

    def _current_column(self) -> int:
        return max(0, self.currentIndex().column())

    def _first_selected(self) -> Iterator[int]:
        left = MAX_COPIED_ROWS
        for rows in self.selected_ranges():
            yield from rows[:left]
            left -= len(rows)
            if left <= 0:
                return

    def _on_selection_touched(self) -> None:
        if not self._selection_timer.isActive():
            self._selection_timer.start()


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")


_CELL_COPY: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
