"""The rows of a long list as a Qt table model, loaded page by page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import EMPTY_CELL, Cell, Column
from crmdesk.ui.table.fetching import Answer, Runner, ask, users_trouble
from crmdesk.ui.table.page_cache import PAGE_ROWS, PageId
from crmdesk.ui.table.row_pages import RowPages
from crmdesk.ui.table.source import TableRow, TableSource

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a view wants to find again: keys, and the row at the top with the key that stands there."""

    current: str = ""
    selected: tuple[str, ...] = ()
    anchor: str = ""
    top_row: int = 0
    screen_rows: int = 40


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """A screenful with the length of the list, and where the things to find again stand now."""

    total: int
    pages: dict[int, tuple[TableRow, ...]]
    current_row: int | None
    selected_rows: tuple[int, ...]
    top_row: int


@dataclass(frozen=True, slots=True)
class _Load:
    source: TableSource
    sort: Sort
    sight: Sight


class PagedTableModel(QAbstractTableModel):
    """Shows a `TableSource` of any length; lives on the GUI thread, asks through `run`.

    Signals:
        table_loaded: (`LoadedTable`) after the rows were replaced by one reset; the view finds its place again.
        query_failed: (`CrmError`) a question to the source was refused.
    """

    table_loaded = Signal(object)
    query_failed = Signal(object)

    def __init__(
        self, source: TableSource, columns: Sequence[Column], run: Runner, *, sort: Sort, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._columns = tuple(columns)
        self._run = run
        self._sort = sort
        self._total = 0
        self._pages: RowPages[TableRow] = RowPages(self, run, self)
        self._pages.query_failed.connect(self.query_failed)
        self._load: _Load | None = None
        self._cancel_load: Callable[[], None] | None = None
        self.sight: Callable[[], Sight] = Sight

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the model's order."""
        return self._columns

    @property
    def order(self) -> Sort:
        """The order of the rows."""
        return self._sort

    def row_at(self, row: int) -> TableRow | None:
        """Return a row, None while it is not loaded."""
        return self._pages.cache.row(None, row)

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return a cell, None while its row is not loaded."""
        loaded = self._pages.cache.row(None, row)
        return None if loaded is None else loaded.cells.get(self._columns[column].key, EMPTY_CELL)

    def disabled_reason(self, row: int) -> str:
        """Return why a row is greyed, empty when it is not."""
        loaded = self._pages.cache.row(None, row)
        return "" if loaded is None else loaded.disabled_reason

    def row_of(self, key: str) -> int | None:
        """Return the row of a loaded key."""
        place = self._pages.cache.place(key)
        return None if place is None else place[1]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._total

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        cell = self.cell_at(index.row(), index.column())
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        return self.disabled_reason(index.row()) or cell.tooltip or None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self._columns, section, orientation, role)

    def refresh(self) -> None:
        """Ask everything anew; selection, current row and scroll position are found again by key."""
        self._begin(self._sort)

    def show_source(self, source: TableSource) -> None:
        """Show another list (a filter was changed); the old rows stay until the new ones are here."""
        self._source = source
        self._begin(self._sort)

    def set_order(self, sort: Sort) -> None:
        """Ask for another order; the old rows stay until the new ones are here."""
        if sort != self._sort:
            self._begin(sort)

    def rows_changed(self, keys: Iterable[str]) -> None:
        """Ask the pages of these rows anew: their cells changed, not their places."""
        self._pages.ask_again(keys)

    def want_rows(self, first: int, last: int) -> None:
        """Say which rows are in sight; their pages are asked for in the next turn of the event loop."""
        self._pages.want(first, last)

    def stop(self) -> None:
        """Cancel everything under way, before the source goes away."""
        self._pages.stop()
        if self._cancel_load is not None:
            self._cancel_load()
        self._load = self._cancel_load = None

    def _begin(self, sort: Sort) -> None:
        if self._cancel_load is not None:
            self._cancel_load()
        load = _Load(self._source, sort, self.sight())
        self._load, self._cancel_load = load, None
        cancel = self._run(partial(ask, load, partial(_load_table, load)), self._on_table_answered)
        if self._load is load:
            self._cancel_load = cancel

    def _on_table_answered(self, answer: Answer[_Load, LoadedTable]) -> None:
        if answer.request is not self._load:
            return
        self._load = self._cancel_load = None
        loaded = answer.result
        if loaded is None:
            self.query_failed.emit(users_trouble(answer.error))
            return
        self.beginResetModel()
        self._sort = answer.request.sort
        self._total = loaded.total
        self._pages.replace({(None, number): rows for number, rows in loaded.pages.items()})
        self.endResetModel()
        self.table_loaded.emit(loaded)

    def query_page(self, page: PageId) -> Page[TableRow]:
        """Ask the source for a page (`row_pages.PagedSide`); runs in a worker."""
        return self._source.rows(page[1] * PAGE_ROWS, PAGE_ROWS, self._sort)

    def pages_between(self, first: int, last: int) -> tuple[PageId, ...]:
        """Return the pages that these rows need."""
        numbers = range(max(first, 0) // PAGE_ROWS, min(last, self._total - 1) // PAGE_ROWS + 1)
        return tuple((None, number) for number in numbers)

    def take_page(self, page: PageId, answered: Page[TableRow]) -> None:
        """Show the rows of a page that was asked for."""
        if answered.total != self._total:
            if self._load is None:
                self.refresh()
            return
        self._pages.cache.put(page, answered.rows)
        first = page[1] * PAGE_ROWS
        last = min(first + PAGE_ROWS, self._total) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


_ANSWERED: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})


def heading(columns: Sequence[Column], section: int, orientation: Qt.Orientation, role: int) -> object:
    """Return what `headerData` of any of the toolkit's models answers."""
    if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    column = columns[section]
    if role == Qt.ItemDataRole.DisplayRole:
        return column.title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return int(column.alignment)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tooltip or column.title
    return None


def _load_table(load: _Load) -> LoadedTable:
    """Ask for everything one screen needs; blocking, runs in a worker."""
    sight = load.sight
    keys = tuple(dict.fromkeys(key for key in (*sight.selected, sight.current, sight.anchor) if key))
    positions = dict(load.source.positions(keys, load.sort)) if keys else {}
    first_page = load.source.rows(0, PAGE_ROWS, load.sort)
    top = max(0, min(positions.get(sight.anchor, sight.top_row), first_page.total - sight.screen_rows))
    pages = {0: first_page.rows}
    for number in range(top // PAGE_ROWS, min(top + sight.screen_rows, first_page.total - 1) // PAGE_ROWS + 1):
        if number not in pages:
            pages[number] = load.source.rows(number * PAGE_ROWS, PAGE_ROWS, load.sort).rows
    selected = tuple(positions[key] for key in sight.selected if key in positions)
    return LoadedTable(first_page.total, pages, positions.get(sight.current), selected, top)
