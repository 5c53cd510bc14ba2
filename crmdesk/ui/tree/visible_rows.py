"""Which node stands in which visible row: the arithmetic of a tree shown as a flat list. Pure Python, no row data.

Only opened nodes are stored. Each knows its number of children and, sorted by index, which of them are open and how many
rows these take; prefix sums and bisection answer both directions in O(depth · log(open children)).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class OpenNode:
    """An opened node: where it stands and how many children it shows."""

    parent: str | None
    index: int
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in a visible row: child `index` of `parent`, `depth` levels below the top (0)."""

    parent: str | None
    index: int
    depth: int


class _Run(NamedTuple):
    """Neighbouring rows that are children of one node: rows `first` to `stop`, of which each has index row - `before`.

    The next row mostly stands in the same run: painting a screen at level 12 went down twelve levels for each of its rows.
    """

    first: int
    stop: int
    parent: str | None
    before: int
    depth: int


class _Node:
    """An opened node with its opened children; `height` is the number of visible rows below it."""

    __slots__ = ("_starts", "children", "facts", "height", "index", "parent")

    def __init__(self, facts: OpenNode, parent: "_Node | None") -> None:
        self.facts = facts
        self.parent = parent
        self.index = facts.index
        self.height = facts.count
        self.children: list[_Node] = []
        self._starts: list[int] | None = None

    def starts(self) -> list[int]:
        """Row of each open child, relative to the first row below this node; rebuilt after a change."""
        if self._starts is None:
            self._starts = []
            above = 0
            for child in self.children:
                self._starts.append(child.index + above)
                above += child.height
        return self._starts

    def row_of(self, index: int) -> int:
        """Row of child `index`, relative to the first row below this node."""
        before = bisect_left(self.children, index, key=_by_index)
        if before == 0:
            return index
        last = self.children[before - 1]
        return self.starts()[before - 1] + last.height + index - last.index

    def grow(self, rows: int) -> None:
        """Add `rows` to the heights of this node and all above it."""
        node: _Node | None = self
        while node is not None:
            node.height += rows
            node._starts = None  # noqa: SLF001 - same class
            node = node.parent


_by_index = attrgetter("index")


class VisibleRows:
    """The visible rows of a tree, with `count` top nodes and nothing open at first."""

    def __init__(self, count: int = 0) -> None:
        self._root = _Node(OpenNode(None, -1, "", count), None)
        self._nodes: dict[str | None, _Node] = {None: self._root}
        self._run: _Run | None = None

    @classmethod
    def from_open(cls, count: int, opened: Iterable[OpenNode]) -> "VisibleRows":
        """Build from opened nodes, parents first; nodes whose parent is not open, or outside its children, are left out."""
        rows = cls(count)
        for node in opened:
            parent = rows._nodes.get(node.parent)
            if parent is not None and node.key not in rows._nodes and 0 <= node.index < parent.facts.count and node.count > 0:
                rows.open(node)
        return rows

    def __len__(self) -> int:
        return self._root.height

    def is_open(self, key: str) -> bool:
        """Whether the node shows its children."""
        return key in self._nodes

    def child_count(self, parent: str | None) -> int:
        """Return how many children an open node (None: the top) shows."""
        return self._nodes[parent].facts.count

    def opened(self) -> Iterator[OpenNode]:
        """Yield the opened nodes, parents before children, top to bottom."""
        return _inside(self._root)

    def height_below(self, key: str) -> int:
        """Return how many visible rows stand below an open node.

        Raises:
            KeyError: the node is not open.
        """
        return self._nodes[key].height

    def at(self, row: int) -> Place:
        """Return what stands in a visible row.

        Raises:
            IndexError: there is no such row.
        """
        run = self._run
        if run is None or not run.first <= row < run.stop:
            run = self._run = self._run_at(row)
        return Place(run.parent, row - run.before, run.depth)

    def _run_at(self, row: int) -> "_Run":
        """Return the children of one node, none of them open but the last, that stand in this and neighbouring rows.

        Raises:
            IndexError: there is no such row.
        """
        if not 0 <= row < self._root.height:
            raise IndexError(row)
        node, depth, top = self._root, 0, 0  # `top`: the first row below the node
        parent: str | None = None
        while True:
            starts = node.starts()
            number = bisect_right(starts, row - top) - 1
            if number < 0:
                return _Run(top, top + starts[0] + 1 if starts else top + node.height, parent, top, depth)
            child = node.children[number]
            start = top + starts[number]
            if row == start:
                return _Run(row, row + 1, parent, row - child.index, depth)
            if row > start + child.height:
                stop = top + starts[number + 1] + 1 if number + 1 < len(starts) else top + node.height
                return _Run(start + child.height + 1, stop, parent, start + child.height - child.index, depth)
            node, parent, depth, top = child, child.facts.key, depth + 1, start + 1

    def row_of(self, parent: str | None, index: int) -> int | None:
        """Return the visible row of a child; None when its parent is not open or has no such child."""
        node = self._nodes.get(parent)
        if node is None or not 0 <= index < node.facts.count:
            return None
        row = node.row_of(index)
        while node.parent is not None:
            row += node.parent.row_of(node.index) + 1
            node = node.parent
        return row

    def row_of_open(self, key: str) -> int | None:
        """Return the visible row of an open node, None when it is not open."""
        node = self._nodes.get(key)
        if node is None or node.parent is None:
            return None
        return self.row_of(node.facts.parent, node.index)

    def parent_row(self, row: int) -> int | None:
        """Return the row of the parent of what stands in `row`, None at the top."""
        place = self.at(row)
        return None if place.parent is None else self.row_of_open(place.parent)

    def open(self, node: OpenNode) -> range:
        """Show a node's children; returns the rows that appear. The parent must be open, the node not yet.

        Raises:
            ValueError: the node is open already, or its place does not exist.
        """
        parent = self._nodes.get(node.parent)
        if parent is None or node.key in self._nodes or not 0 <= node.index < parent.facts.count or node.count < 0:
            raise ValueError(node)
        self._run = None
        child = _Node(node, parent)
        at = bisect_left(parent.children, node.index, key=_by_index)
        if at < len(parent.children) and parent.children[at].index == node.index:
            raise ValueError(node)
        parent.children.insert(at, child)
        parent.grow(node.count)
        self._nodes[node.key] = child
        row = self.row_of(node.parent, node.index) or 0
        return range(row + 1, row + 1 + node.count)

    def close(self, key: str) -> tuple[range, tuple[OpenNode, ...]]:
        """Hide a node's children; returns the rows that vanish and the opened nodes among them (to open them again).

        Raises:
            KeyError: the node is not open.
        """
        row = self.row_of_open(key)
        node = self._nodes[key]
        if row is None or node.parent is None:
            raise KeyError(key)
        self._run = None
        inside = tuple(_inside(node))
        for gone in inside:
            del self._nodes[gone.key]
        del self._nodes[key]
        node.parent.children.remove(node)
        node.parent.grow(-node.height)
        return range(row + 1, row + 1 + node.height), inside


def _inside(top: _Node) -> Iterator[OpenNode]:
    """Yield the opened nodes below `top`, parents before children, top to bottom."""
    stack = list(reversed(top.children))
    while stack:
        node = stack.pop()
        yield node.facts
        stack.extend(reversed(node.children))
