"""Icicle: one column per level from the left, heights as weights; children lie beside their parent within its height."""

from typing import Final

from crmdesk.ui.charts.layout import Box, Layout, Tree

_FIRST: Final = 0.4
"""Width of the first column in columns: it holds one name."""
_FIRST_LEAST: Final = 104.0


def icicle(tree: Tree, width: float, height: float) -> Layout:
    """Return the icicle of a tree in `width` × `height`, in the time of three walks; areas within a column are as weights."""
    count = len(tree.parents)
    depths, deepest = [0] * count, [0] * count
    for node in range(1, count):
        depths[node] = depths[tree.parents[node]] + 1
    levels = max(depths)
    for node in range(count - 1, -1, -1):
        deepest[node] = max(deepest[node], depths[node])
        if node:
            deepest[tree.parents[node]] = max(deepest[tree.parents[node]], deepest[node])
    first = max(width * _FIRST / (levels + _FIRST), min(_FIRST_LEAST, width / (levels + 1)))
    column = (width - first) / levels if levels else 0.0
    boxes: list[Box] = [(0.0, 0.0, 0.0, 0.0)] * count
    extents: list[Box] = [(0.0, 0.0, 0.0, 0.0)] * count
    boxes[0], extents[0] = (0.0, 0.0, first, height), (0.0, 0.0, width, height)
    totals = tree.totals
    for node, children in enumerate(tree.children):
        total, (_, top, _, tall) = totals[node], boxes[node]
        if total <= 0 or tall <= 0:
            continue
        left = first + depths[node] * column
        for child in children:
            share = tall * totals[child] / total
            boxes[child] = (left, top, column, share)
            extents[child] = (left, top, (deepest[child] - depths[node]) * column, share)
            top += share
    none: tuple[()] = ()
    return Layout(boxes, extents, [none] * count, [None] * count, [0.0] * count, width, height)
