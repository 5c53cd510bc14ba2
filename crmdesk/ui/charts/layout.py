"""What a layout gives: a box for every node, what its subtree takes, and the lines between; plain numbers, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Line = tuple[float, float, float, float]
"""From x, y to x, y; horizontal or vertical."""


class Tree(Protocol):
    """What a layout asks of a tree: parents stand before children, node 0 is the root."""

    @property
    def parents(self) -> Sequence[int]:
        """Place of the parent, -1 for the root."""

    @property
    def children(self) -> Sequence[Sequence[int]]:
        """Places of the children."""

    @property
    def totals(self) -> Sequence[float]:
        """Weight of each subtree."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of a tree in a plane whose origin is the left top corner.

    Attributes:
        boxes: where each node is; without a place (weight 0 where size means weight) width and height are 0.
        extents: what a node takes with everything below it.
        links: lines that belong to a node: down to its children.
        stubs: a child's own piece of line, None without one.
        heads: height of the strip at a box's top that is free of children, for its name.
        width, height: of the whole.
    """

    boxes: Sequence[Box]
    extents: Sequence[Box]
    links: Sequence[Sequence[Line]]
    stubs: Sequence[Line | None]
    heads: Sequence[float]
    width: float
    height: float
