"""Squarified treemap: boxes within boxes, areas of siblings as their weights (Bruls, Huizing, van Wijk 2000)."""

from collections.abc import Iterator, Sequence
from typing import Final

from crmdesk.ui.charts.layout import Box, Layout, Tree

HEAD: Final = 18.0
"""Height of the strip that names a box with children."""
_EDGE: Final = 2.0
_LEAST_WITH_HEAD: Final = (48.0, 40.0)
_LEAST_WITH_EDGE: Final = 12.0


def treemap(tree: Tree, width: float, height: float) -> Layout:
    """Return the treemap of a tree in `width` × `height`, in n log n.

    A box holds its children completely; siblings' areas are as their weights. What a node itself weighs stays free beside its children.
    """
    count = len(tree.parents)
    boxes: list[Box] = [(0.0, 0.0, 0.0, 0.0)] * count
    heads = [0.0] * count
    boxes[0] = (0.0, 0.0, width, height)
    totals = tree.totals
    for node, children in enumerate(tree.children):
        box = boxes[node]
        if not children or totals[node] <= 0 or box[2] <= 0 or box[3] <= 0:
            continue
        inner, heads[node] = _inside(box)
        ordered = sorted((child for child in children if totals[child] > 0), key=lambda child: -totals[child])
        weights = [totals[child] for child in ordered]
        own = totals[node] - sum(weights)
        if own > totals[node] * 1e-9:
            weights.append(own)  # last, so that it lies in the corner
        for child, place in zip(ordered, squarify(weights, inner), strict=False):
            boxes[child] = place
    none: tuple[()] = ()
    return Layout(boxes, boxes, [none] * count, [None] * count, heads, width, height)


def _inside(box: Box) -> tuple[Box, float]:
    x, y, width, height = box
    head = HEAD if width >= _LEAST_WITH_HEAD[0] and height >= _LEAST_WITH_HEAD[1] else 0.0
    edge = _EDGE if min(width, height) >= _LEAST_WITH_EDGE else 0.0
    return (x + edge, y + (head or edge), width - 2 * edge, height - (head or edge) - edge), head


def squarify(weights: Sequence[float], box: Box) -> Iterator[Box]:
    """Yield a box for each weight: areas as the weights, together exactly `box`, as square as rows allow; in one pass.

    Args:
        weights: above zero, from the biggest down (a smaller one before a bigger one only makes less square boxes).
        box: to be filled.
    """
    x, y, width, height = box
    left = sum(weights)
    at = 0
    while at < len(weights):
        if left <= 0 or width <= 0 or height <= 0:
            yield (x, y, 0.0, 0.0)
            at += 1
            continue
        side = min(width, height)
        scale = width * height / left
        end, row = _row(weights, at, side, scale)
        thickness = min(row * scale / side, max(width, height))
        along = 0.0
        for weight in weights[at:end]:
            length = side * weight / row
            yield (x, y + along, thickness, length) if width >= height else (x + along, y, length, thickness)
            along += length
        if width >= height:
            x, width = x + thickness, width - thickness
        else:
            y, height = y + thickness, height - thickness
        left -= row
        at = end


def _row(weights: Sequence[float], start: int, side: float, scale: float) -> tuple[int, float]:
    """Return where the row that starts at `start` ends, and its weight: it grows while its worst shape gets no worse."""
    row = biggest = smallest = weights[start]
    worst = _shape(row, biggest, smallest, side, scale)
    end = start + 1
    while end < len(weights):
        weight = weights[end]
        grown = row + weight
        bigger, smaller = max(biggest, weight), min(smallest, weight)
        shape = _shape(grown, bigger, smaller, side, scale)
        if shape > worst:
            break
        row, biggest, smallest, worst = grown, bigger, smaller, shape
        end += 1
    return end, row


def _shape(row: float, biggest: float, smallest: float, side: float, scale: float) -> float:
    """Return the longest side over the shortest of the worst box in a row."""
    thickness = row * scale / side
    square = thickness * thickness
    return max(square / (smallest * scale), biggest * scale / square) if smallest * scale > 0 and square > 0 else float("inf")
