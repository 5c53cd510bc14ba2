"""Building a screenful of the tree in one go, in the worker: structure, places of what matters, and the pages in sight.

The GUI thread swaps the result in by one reset, so a refresh, a new order, a restart and a jump to a far node all look
the same to the user: the old rows stay until the new ones are complete.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from crmdesk.core.listing import Sort
from crmdesk.ui.table.page_cache import PAGE_ROWS, PageId
from crmdesk.ui.tree.source import Path, TreeRow, TreeSource
from crmdesk.ui.tree.visible_rows import OpenNode, VisibleRows

MAX_OPENED_BELOW: Final = 500
MAX_ROWS_BELOW: Final = 20_000
"""Where opening a whole subtree stops: beyond, nobody reads it, and the rows would only be scrolled past."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """What must be found again after the rows changed: by key, with the numbers to fall back on."""

    current: str = ""
    selected: tuple[str, ...] = ()
    anchor: str = ""
    top_row: int = 0
    screen_rows: int = 40


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """What to load.

    Attributes:
        sort: the order of siblings.
        opened: nodes known to be open, with their places, parents first.
        relocate: keys among `opened` whose place may have changed; None for all of them.
        open_keys: further keys to open, whose place is not known (a restart).
        view: what to find again.
        reveal: open the way to `view.current` and bring it into sight.
        open_below: open this node and what is below it, level by level, up to `MAX_OPENED_BELOW` nodes.
    """

    sort: Sort
    opened: tuple[OpenNode, ...] = ()
    relocate: frozenset[str] | None = None
    open_keys: tuple[str, ...] = ()
    view: ViewState = field(default_factory=ViewState)
    reveal: bool = False
    open_below: str = ""


@dataclass(frozen=True, slots=True)
class LoadedView:
    """The answer: structure, the pages in sight, and where the things to find again stand now (None: gone or hidden)."""

    rows: VisibleRows
    pages: Mapping[PageId, tuple[TreeRow, ...]]
    top_row: int
    current_row: int | None
    selected_rows: tuple[int, ...]
    is_current_exact: bool


def load_view(source: TreeSource, request: LoadRequest) -> LoadedView:
    """Ask the source for everything one screen needs; blocking, runs in a worker."""
    view = request.view
    moved = {node.key for node in request.opened if request.relocate is None or node.key in request.relocate}
    wanted = [*moved, *request.open_keys, *view.selected, *(key for key in (view.current, view.anchor) if key)]
    if request.open_below:
        wanted.append(request.open_below)
    paths: Mapping[str, Path] = source.locate(tuple(dict.fromkeys(wanted)), request.sort) if wanted else {}
    first_page = source.children(None, 0, PAGE_ROWS, request.sort)
    nodes = {node.key: node for node in request.opened if node.key not in moved}
    for key in (*moved, *request.open_keys):
        _add_last(nodes, paths.get(key, ()))
    if request.reveal:
        path = paths.get(view.current, ())
        for length in range(1, len(path)):
            _add_last(nodes, path[:length])
    if request.open_below and request.open_below in paths:
        _add_below(source, request.sort, nodes, paths[request.open_below])
    rows = VisibleRows.from_open(first_page.total, _parents_first(nodes.values()))
    current_row = _visible_row(rows, paths.get(view.current, ()))
    top_row = _top_row(rows, paths, request, current_row)
    return LoadedView(
        rows=rows,
        pages=_pages_in_sight(source, request, rows, top_row, first_page.rows),
        top_row=top_row,
        current_row=current_row,
        selected_rows=tuple(row for key in view.selected if (row := _exact_row(rows, paths.get(key, ()))) is not None),
        is_current_exact=_exact_row(rows, paths.get(view.current, ())) is not None,
    )


def pages_of(rows: VisibleRows, first: int, last: int) -> tuple[PageId, ...]:
    """Return the pages that visible rows `first … last` (cut to what exists) need, top to bottom."""
    pages: dict[PageId, None] = {}
    for row in range(max(first, 0), min(last + 1, len(rows))):
        place = rows.at(row)
        pages[place.parent, place.index // PAGE_ROWS] = None
    return tuple(pages)


def _add_last(nodes: dict[str, OpenNode], path: Path) -> None:
    if path:
        last = path[-1]
        nodes[last.key] = OpenNode(path[-2].key if len(path) > 1 else None, last.index, last.key, last.child_count)


def _add_below(source: TreeSource, sort: Sort, nodes: dict[str, OpenNode], path: Path) -> None:
    _add_last(nodes, path)
    level = [(path[-1].key, path[-1].child_count)]
    room, rows_left = MAX_OPENED_BELOW, MAX_ROWS_BELOW
    while level and room > 0:
        below: list[tuple[str, int]] = []
        for parent, count in level:
            for first in range(0, min(count, rows_left), PAGE_ROWS):
                for offset, row in enumerate(source.children(parent, first, PAGE_ROWS, sort).rows):
                    if row.expandable and room > 0 and row.child_count <= rows_left:
                        nodes[row.key] = OpenNode(parent, first + offset, row.key, row.child_count)
                        below.append((row.key, row.child_count))
                        room -= 1
                        rows_left -= row.child_count
        level = below


def _parents_first(nodes: Iterable[OpenNode]) -> list[OpenNode]:
    by_parent: dict[str | None, list[OpenNode]] = {}
    for node in nodes:
        by_parent.setdefault(node.parent, []).append(node)
    ordered: list[OpenNode] = []
    waiting: list[str | None] = [None]
    while waiting:
        for node in by_parent.pop(waiting.pop(), ()):
            ordered.append(node)
            waiting.append(node.key)
    return ordered


def _exact_row(rows: VisibleRows, path: Path) -> int | None:
    if not path:
        return None
    return rows.row_of(path[-2].key if len(path) > 1 else None, path[-1].index)


def _visible_row(rows: VisibleRows, path: Path) -> int | None:
    """Row of the node or, while it is hidden, of its nearest visible ancestor."""
    for length in range(len(path), 0, -1):
        row = _exact_row(rows, path[:length])
        if row is not None:
            return row
    return None


def _top_row(rows: VisibleRows, paths: Mapping[str, Path], request: LoadRequest, current_row: int | None) -> int:
    view = request.view
    anchored = _visible_row(rows, paths.get(view.anchor, ()))
    top = view.top_row if anchored is None else anchored
    top = max(0, min(top, len(rows) - view.screen_rows))
    if request.reveal and current_row is not None and not top <= current_row < top + view.screen_rows - 1:
        top = max(0, min(current_row - view.screen_rows // 3, len(rows) - view.screen_rows))
    return top


def _pages_in_sight(
    source: TreeSource, request: LoadRequest, rows: VisibleRows, top_row: int, first_rows: tuple[TreeRow, ...]
) -> dict[PageId, tuple[TreeRow, ...]]:
    loaded: dict[PageId, tuple[TreeRow, ...]] = {(None, 0): first_rows}
    for owner, number in pages_of(rows, top_row, top_row + request.view.screen_rows + 1):
        if (owner, number) not in loaded:
            loaded[owner, number] = source.children(owner, number * PAGE_ROWS, PAGE_ROWS, request.sort).rows
    return loaded
