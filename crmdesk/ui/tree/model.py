"""The tree's rows as a Qt table model: one model row for each visible node, loaded page by page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import EMPTY_CELL, Cell, Column
from crmdesk.ui.table.fetching import Answer, Runner, ask, users_trouble
from crmdesk.ui.table.page_cache import PAGE_ROWS, PageId
from crmdesk.ui.table.paged_model import heading
from crmdesk.ui.table.row_pages import RowPages
from crmdesk.ui.tree.loading import LoadedView, LoadRequest, ViewState, load_view, pages_of
from crmdesk.ui.tree.source import ChildWish, Step, TreeRow, TreeSource
from crmdesk.ui.tree.state import TreeState
from crmdesk.ui.tree.visible_rows import OpenNode, Place, VisibleRows

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_MAX_RETRIES: Final = 3


@dataclass(frozen=True, slots=True)
class _Load:
    """A load under way: what was asked, and the state of the structure it was asked for."""

    request: LoadRequest
    version: int
    retries: int = 0


class PagedTreeModel(QAbstractTableModel):
    """Shows a `TreeSource` of any size; lives on the GUI thread, asks through `run`.

    `row_at` and `cell_at` answer None while a row is not loaded. Nothing is asked while painting: the view says what is in
    sight (`want_rows`) and the model asks in the next turn of the event loop.
    """

    view_loaded = Signal(object)
    """`LoadedView`: rows were replaced by one reset; the view restores selection, current row and scroll position."""
    query_failed = Signal(object)
    """`CrmError` a question to the source ended with."""

    def __init__(
        self, source: TreeSource, columns: Sequence[Column], run: Runner, *, sort: Sort, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._columns = tuple(columns)
        self._run = run
        self._sort = sort
        self._rows = VisibleRows()
        self._pages: RowPages[TreeRow] = RowPages(self, run, self)
        self._pages.query_failed.connect(self.query_failed)
        self._closed_inside: dict[str, tuple[OpenNode, ...]] = {}
        self._dimmed: frozenset[str] = frozenset()
        self._why_dimmed = ""
        self._version = 0
        self._memo: tuple[int, int, Place] | None = None
        self._load: _Load | None = None
        self._cancel_load: Callable[[], None] | None = None
        self._is_loaded = False
        self.view_state: Callable[[], ViewState] = ViewState

    # What is shown

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in the model's order."""
        return self._columns

    @property
    def order(self) -> Sort:
        """The order of siblings."""
        return self._sort

    @property
    def is_loaded(self) -> bool:
        """Whether the first answer has come."""
        return self._is_loaded

    def row_at(self, row: int) -> TreeRow | None:
        """Return the node in a visible row, None while it is not loaded."""
        place = self.place_at(row)
        return self._pages.cache.row(place.parent, place.index)

    def place_at(self, row: int) -> Place:
        """Return where the node of a visible row stands."""
        # Painting asks for the same row some 30 times in a row.
        memo = self._memo
        if memo is not None and memo[0] == row and memo[1] == self._version:
            return memo[2]
        place = self._rows.at(row)
        self._memo = (row, self._version, place)
        return place

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return a cell, None while its row is not loaded."""
        loaded = self.row_at(row)
        return None if loaded is None else loaded.cells.get(self._columns[column].key, EMPTY_CELL)

    def disabled_reason(self, row: int) -> str:
        """Return why a row is greyed, empty when it is not."""
        loaded = self.row_at(row)
        if loaded is None:
            return ""
        return loaded.disabled_reason or (self._why_dimmed if loaded.key in self._dimmed else "")

    def dim(self, keys: Iterable[str], reason: str = "") -> None:
        """Grey these rows, and no other, until told otherwise (they were cut, say); `reason` is told on hover."""
        self._dimmed, self._why_dimmed = frozenset(keys), reason
        if self.rowCount():
            self._redraw(0, self.rowCount() - 1)

    def is_open(self, row: int) -> bool:
        """Whether the node in a visible row shows its children."""
        loaded = self.row_at(row)
        return loaded is not None and self._rows.is_open(loaded.key)

    def row_of(self, key: str) -> int | None:
        """Return the visible row of a loaded or opened node, None when it is hidden or not loaded."""
        place = self._pages.cache.place(key)
        return self._rows.row_of_open(key) if place is None else self._rows.row_of(*place)

    def row_of_child(self, parent: str | None, index: int) -> int | None:
        """Return the visible row of a child by its place."""
        return self._rows.row_of(parent, index)

    def parent_row(self, row: int) -> int | None:
        """Return the row of the parent, None at the top."""
        return self._rows.parent_row(row)

    def child_count(self, parent: str | None) -> int:
        """Return the number of children an open node shows (None: the top)."""
        return self._rows.child_count(parent)

    def opened_keys(self) -> tuple[str, ...]:
        """Return the keys of all open nodes, parents first."""
        return tuple(node.key for node in self._rows.opened())

    # Qt's side

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        cell = self.cell_at(index.row(), index.column())
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.disabled_reason(index.row()) or cell.tooltip or None
        if index.column() == 0:
            return self._spoken(index.row(), cell)
        return f"{self._columns[index.column()].title}: {cell.words}"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self._columns, section, orientation, role)

    # Opening and closing

    def open_row(self, row: int) -> bool:
        """Show a node's children; what was open inside when it was closed opens again. Says whether anything changed."""
        loaded = self.row_at(row)
        if loaded is None or not loaded.expandable or self._rows.is_open(loaded.key):
            return False
        place = self._rows.at(row)
        inside = self._closed_inside.pop(loaded.key, ())
        count = loaded.child_count + sum(node.count for node in inside)
        self.beginInsertRows(_ROOT, row + 1, row + count)
        self._version += 1
        self._rows.open(OpenNode(place.parent, place.index, loaded.key, loaded.child_count))
        for node in inside:
            self._rows.open(node)
        self.endInsertRows()
        self._redraw(row, row)
        # Asked here and not only when painted: an answer from memory is then there for the first painting.
        first, last = self._pages.in_sight
        self._pages.want(max(first, 0), max(last, row + 1))
        self._pages.ask_wanted()
        return True

    def close_row(self, row: int) -> bool:
        """Hide a node's children; says whether anything changed."""
        loaded = self.row_at(row)
        if loaded is None or not self._rows.is_open(loaded.key):
            return False
        height = self._rows.height_below(loaded.key)
        self.beginRemoveRows(_ROOT, row + 1, row + height)
        self._version += 1
        _, self._closed_inside[loaded.key] = self._rows.close(loaded.key)
        self.endRemoveRows()
        self._redraw(row, row)
        return True

    def open_below(self, row: int) -> None:
        """Open a node and what is below it, level by level, up to a bound."""
        loaded = self.row_at(row)
        if loaded is not None and loaded.expandable:
            self._start_load(open_below=loaded.key)

    # Loading

    def refresh(self) -> None:
        """Ask everything anew (first load, after an import): what is open, selected and in sight is found again by key."""
        self._start_load()

    def reload(self, *parents: str | None) -> None:
        """Ask the children of these nodes anew (None: the top): rows there were added, removed, moved or changed."""
        opened = tuple(self._rows.opened())
        touched = set(parents)
        moved = frozenset(node.key for node in opened if node.key in touched or node.parent in touched)
        self._start_load(relocate=moved)

    def rows_changed(self, keys: Iterable[str]) -> None:
        """Ask the pages of these rows anew: their cells changed, not their places."""
        self._pages.ask_again(keys)

    def set_order(self, sort: Sort) -> None:
        """Ask for another order; the rows on the screen stay until the new ones are here."""
        if sort != self._sort:
            self._start_load(sort=sort)

    def reveal(self, key: str) -> None:
        """Open the way to a node, make it the current row and bring it into sight; nothing happens when it is gone."""
        self._start_load(reveal=key)

    def state(self) -> TreeState:
        """Return what a restart needs to show the same again."""
        view = self.view_state()
        return TreeState(self.opened_keys(), view.current, view.anchor, self._sort)

    def restore(self, state: TreeState) -> None:
        """Load as it was saved; instead of `refresh` at the start."""
        view = replace(
            self.view_state(), current=state.current, anchor=state.anchor, selected=(state.current,) if state.current else ()
        )
        known = {column.key for column in self._columns}
        self._sort = state.sort if state.sort is not None and state.sort.column in known else self._sort
        self._begin(_Load(LoadRequest(self._sort, open_keys=state.opened, view=view), self._version, _MAX_RETRIES))

    def want_rows(self, first: int, last: int) -> None:
        """Say which rows are in sight; their pages are asked for in the next turn of the event loop."""
        self._pages.want(first, last)

    def find_child(self, wish: ChildWish, done: Callable[[Answer[ChildWish, Step | None]], None]) -> Callable[[], None]:
        """Ask for the first child whose name begins with a text; `done` gets its place, or None when there is none."""
        query = partial(self._source.match, wish.parent, wish.text, wish.after, self._sort)
        return self._run(partial(ask, wish, query), done)

    def stop(self) -> None:
        """Cancel everything under way, before the source goes away."""
        self._pages.stop()
        if self._cancel_load is not None:
            self._cancel_load()
        self._load = self._cancel_load = None

    def _start_load(
        self, *, relocate: frozenset[str] | None = None, reveal: str = "", open_below: str = "", sort: Sort | None = None
    ) -> None:
        view = self.view_state()
        if reveal:
            view = replace(view, current=reveal, selected=(reveal,))
        pending = self._load.request if self._load is not None else None
        if pending is not None:
            # A second wish while the first is under way must not lose it: ask for both, and then anew for everything.
            relocate = None
            sort = sort or pending.sort
            open_below = open_below or pending.open_below
            if pending.reveal and not reveal:
                reveal, view = pending.view.current, replace(view, current=pending.view.current, selected=pending.view.selected)
            elif pending.open_keys and not reveal:
                view = pending.view
        request = LoadRequest(
            sort=sort or self._sort,
            opened=tuple(self._rows.opened()),
            relocate=relocate if sort in {None, self._sort} else None,
            open_keys=() if pending is None else pending.open_keys,
            view=view,
            reveal=bool(reveal),
            open_below=open_below,
        )
        self._begin(_Load(request, self._version))

    def _begin(self, load: _Load) -> None:
        if self._cancel_load is not None:
            self._cancel_load()
            self._cancel_load = None
        self._load = load
        cancel = self._run(partial(ask, load, partial(load_view, self._source, load.request)), self._on_view_answered)
        if self._load is load:
            self._cancel_load = cancel

    def _on_view_answered(self, answer: Answer[_Load, LoadedView]) -> None:
        load = self._load
        if load is None or answer.request is not load:
            return
        self._load = self._cancel_load = None
        if answer.result is None:
            self.query_failed.emit(users_trouble(answer.error))
            return
        if self._has_moved_on(load):
            # The user opened, closed or scrolled meanwhile: what he did counts, ask again with that.
            request = replace(load.request, opened=tuple(self._rows.opened()), relocate=None, view=self._view_now(load.request))
            self._begin(_Load(request, self._version, load.retries + 1))
            return
        self._show(answer.result, load.request.sort)

    def _has_moved_on(self, load: _Load) -> bool:
        if load.retries >= _MAX_RETRIES:
            return False
        return load.version != self._version or self._view_now(load.request) != load.request.view

    def _view_now(self, request: LoadRequest) -> ViewState:
        view = self.view_state()
        return replace(view, current=request.view.current, selected=request.view.selected) if request.reveal else view

    def _show(self, loaded: LoadedView, sort: Sort) -> None:
        self.beginResetModel()
        self._sort = sort
        self._version += 1
        self._rows = loaded.rows
        self._pages.replace(loaded.pages)
        self._closed_inside.clear()
        self._is_loaded = True
        self.endResetModel()
        self.view_loaded.emit(loaded)

    # Pages

    def query_page(self, page: PageId) -> Page[TreeRow]:
        """Ask the source for a page (`row_pages.PagedSide`); runs in a worker."""
        owner, number = page
        return self._source.children(owner, number * PAGE_ROWS, PAGE_ROWS, self._sort)

    def pages_between(self, first: int, last: int) -> tuple[PageId, ...]:
        """Return the pages that these visible rows need."""
        return pages_of(self._rows, first, last)

    def take_page(self, page: PageId, answered: Page[TreeRow]) -> None:
        """Show the rows of a page that was asked for."""
        owner, number = page
        if owner is not None and not self._rows.is_open(owner):
            return
        count = self._rows.child_count(owner)
        self._pages.cache.put(page, answered.rows)
        first = self._rows.row_of(owner, number * PAGE_ROWS)
        last = self._rows.row_of(owner, min(number * PAGE_ROWS + PAGE_ROWS, count) - 1)
        if first is not None and last is not None:
            self._redraw(first, last)
        if answered.total != count and self._load is None:
            # Somebody wrote between two questions, or a row promised another number of children.
            self.reload(owner)

    def _redraw(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _spoken(self, row: int, cell: Cell) -> str:
        place = self._rows.at(row)
        loaded = self.row_at(row)
        if loaded is None or not loaded.expandable:
            return self.tr("{name}, level {level}").format(name=cell.text, level=place.depth + 1)
        template = (
            self.tr("{name}, level {level}, open") if self._rows.is_open(loaded.key) else self.tr("{name}, level {level}, closed")
        )
        return template.format(name=cell.text, level=place.depth + 1)


_ANSWERED: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})

_ROW_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: asked for every row that is painted. Whether a row may really be dragged is up to who listens."""
