"""Icicle: one column per level from the left, heights as weights; children lie beside their parent within its height."""

from crmdesk.ui.charts.layout import Box, Layout, Tree


def icicle(tree: Tree, width: float, height: float) -> Layout:
    """Return the icicle of a tree in `width` × `height`, in the time of one walk; areas within a column are as weights."""
    count = len(tree.parents)
    depths = [0] * count
    for node in range(1, count):
        depths[node] = depths[tree.parents[node]] + 1
    column = width / (max(depths) + 1)
    boxes: list[Box] = [(0.0, 0.0, 0.0, 0.0)] * count
    extents: list[Box] = [(0.0, 0.0, 0.0, 0.0)] * count
    boxes[0], extents[0] = (0.0, 0.0, column, height), (0.0, 0.0, width, height)
    totals = tree.totals
    for node, children in enumerate(tree.children):
        total, (_, top, _, tall) = totals[node], boxes[node]
        if total <= 0 or tall <= 0:
            continue
        left = (depths[node] + 1) * column
        for child in children:
            share = tall * totals[child] / total
            boxes[child] = (left, top, column, share)
            extents[child] = (left, top, width - left, share)
            top += share
    none: tuple[()] = ()
    return Layout(boxes, extents, [none] * count, [None] * count, [0.0] * count, width, height)
