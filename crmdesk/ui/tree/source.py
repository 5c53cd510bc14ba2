"""What a tree asks of whoever knows the data: plain blocking questions, answered in a worker thread, free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One node as it is drawn.

    Attributes:
        key: its identity, unique in the whole tree.
        cells: column key → cell; a missing column is drawn empty.
        icon: name of an icon of the icon set, empty for none.
        child_count: number of children; above 0 the row can be opened.
        editable: whether F2 may edit the text of the first column in place.
        disabled_reason: when not empty the row is drawn greyed and says why.
    """

    key: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    icon: str = ""
    child_count: int = 0
    editable: bool = False
    disabled_reason: str = ""

    @property
    def expandable(self) -> bool:
        """Whether the row can be opened."""
        return self.child_count > 0


@dataclass(frozen=True, slots=True)
class Step:
    """A node's place among its siblings under the asked sort: one step of a path from the top."""

    key: str
    index: int
    child_count: int = 0


Path = tuple[Step, ...]
"""From the top node down to and including the node itself."""


@dataclass(frozen=True, slots=True)
class ChildWish:
    """A child of `parent` whose name begins with `text`, looked for from index `after` on, then from the top."""

    parent: str | None
    text: str
    after: int = 0


class TreeSource(Protocol):
    """Answers from any thread; every order is total, so that an index means one row (end the sort with the key)."""

    def children(self, parent: str | None, first: int, count: int, sort: Sort) -> Page[TreeRow]:
        """Return `count` children of `parent` (None: the top nodes) from index `first`, with the total of all children."""

    def locate(self, keys: Sequence[str], sort: Sort) -> Mapping[str, Path]:
        """Return the path of each key; keys that exist no more are left out."""

    def match(self, parent: str | None, text: str, after: int, sort: Sort) -> Step | None:
        """Return the first child of `parent` whose name begins with `text`, from index `after` on and then from the top."""
