"""Level of detail: what is drawn at a scale. What is out of sight is left out, what would be specks is drawn as one; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crmdesk.ui.charts.folding import ShownTree
from crmdesk.ui.charts.layout import Box, Layout

SPECK: Final = 2.0
"""Pixels: what is narrower or lower is not drawn by itself."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Siblings too small to be told apart, in the box around them, with their mix of categories."""

    box: Box
    mix: Sequence[float]


@dataclass(frozen=True, slots=True)
class Detail:
    """What is drawn.

    Attributes:
        nodes: drawn one by one, parents before children. merged: drawn before them, for they may lie under siblings.
    """

    nodes: Sequence[int]
    merged: Sequence[Merged]


def detail(tree: ShownTree, layout: Layout, region: Box, scale: float) -> Detail:
    """Return what is to be drawn of a part of a layout at a scale; costs what is in sight, not what there is."""
    left, top = region[0], region[1]
    right, bottom = left + region[2], top + region[3]
    speck = SPECK / scale
    extents, boxes, family = layout.extents, layout.boxes, tree.children
    nodes: list[int] = []
    merged: list[Merged] = []
    waiting = [0]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        specks: list[int] = []
        closer: list[int] = []
        for child in family[node]:
            x, y, width, height = extents[child]
            if x > right or y > bottom or x + width < left or y + height < top:
                continue
            if width < speck or height < speck or boxes[child][2] < speck or boxes[child][3] < speck:
                if width > 0 and height > 0:
                    specks.append(child)
            else:
                closer.append(child)
        if specks:
            merged.append(_merged(tree, layout, specks))
        closer.reverse()
        waiting += closer
    return Detail(nodes, merged)


def _merged(tree: ShownTree, layout: Layout, specks: Sequence[int]) -> Merged:
    extents = [layout.extents[child] for child in specks]
    left, top = min(box[0] for box in extents), min(box[1] for box in extents)
    right, bottom = max(box[0] + box[2] for box in extents), max(box[1] + box[3] for box in extents)
    mix = [0.0] * len(tree.mixes[0])
    for child in specks:
        for at, share in enumerate(tree.mixes[child]):
            mix[at] += share
    return Merged((left, top, right - left, bottom - top), mix)


def node_at(tree: ShownTree, layout: Layout, x: float, y: float) -> int | None:
    """Return the innermost node whose box holds a point, None where none does."""
    found: int | None = None
    waiting = [0]
    while waiting:
        node = waiting.pop()
        if not _holds(layout.extents[node], x, y):
            continue
        if _holds(layout.boxes[node], x, y):
            found = node
        waiting += [child for child in tree.children[node] if _holds(layout.extents[child], x, y)]
    return found


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x < box[0] + box[2] and box[1] <= y < box[1] + box[3]
