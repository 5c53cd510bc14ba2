"""Org chart: boxes under boxes. Leaves hang in blocks of columns and wide families wrap into rows, so no chart is one endless line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import Final

from crmdesk.ui.charts.layout import Box, Layout, Line, Tree

WIDTH: Final = 172.0
HEIGHT: Final = 58.0
_LEVEL: Final = 34.0
"""Between a box and the row below it; the line to its children runs in the middle."""
_BETWEEN: Final = 20.0
_INDENT: Final = 16.0
_STACK: Final = 8.0
_LANE: Final = 20.0
_ROW_LEAST: Final = 960.0
_ASPECT: Final = 1.7
_CELL_WIDTH: Final = _INDENT + WIDTH + _BETWEEN
_CELL_HEIGHT: Final = HEIGHT + _STACK


@dataclass(slots=True)
class _Plan:
    """How the family of one node is laid out, relative to the left top corner of its subtree."""

    width: float = WIDTH
    height: float = HEIGHT
    left: float = 0.0  # of the node's own box
    places: list[tuple[int, float, float]] = field(default_factory=list)  # child, x, y of its subtree
    leaves: list[tuple[int, float, float, bool]] = field(default_factory=list)  # child, x, y of its box, hangs from above
    lines: list[Line] = field(default_factory=list)


def org_chart(tree: Tree) -> Layout:
    """Return the chart in its natural size, in the time of one walk up and one down; boxes never overlap."""
    count = len(tree.parents)
    plans: list[_Plan | None] = [None] * count
    for node in range(count - 1, -1, -1):
        if tree.children[node]:
            plans[node] = _family(tree, node, plans)
    boxes: list[Box] = [(0.0, 0.0, WIDTH, HEIGHT)] * count
    extents: list[Box] = [(0.0, 0.0, WIDTH, HEIGHT)] * count
    links: list[Sequence[Line]] = [()] * count
    stubs: list[Line | None] = [None] * count
    corners = [(0.0, 0.0)] * count
    for node, plan in enumerate(plans):
        if plan is None:
            continue
        x, y = corners[node]
        boxes[node] = (x + plan.left, y, WIDTH, HEIGHT)
        extents[node] = (x, y, plan.width, plan.height)
        links[node] = [(x + x1, y + y1, x + x2, y + y2) for x1, y1, x2, y2 in plan.lines]
        for child, left, top in plan.places:
            corners[child] = (x + left, y + top)
            below = plans[child]
            middle = x + left + (0.0 if below is None else below.left) + WIDTH / 2
            stubs[child] = (middle, y + top - _LEVEL / 2, middle, y + top)
        for child, left, top, hangs in plan.leaves:
            boxes[child] = extents[child] = (x + left, y + top, WIDTH, HEIGHT)
            middle, side = x + left + WIDTH / 2, y + top + HEIGHT / 2
            stubs[child] = (
                (middle, y + top - _LEVEL / 2, middle, y + top) if hangs else (x + left - _INDENT / 2, side, x + left, side)
            )
    return Layout(boxes, extents, links, stubs, [0.0] * count, extents[0][2], extents[0][3])


def _family(tree: Tree, node: int, plans: Sequence[_Plan | None]) -> _Plan:
    """Put the subtrees of a node's children, and the block of those without children, into rows below it."""
    leaves = [child for child in tree.children[node] if plans[child] is None]
    sizes = [(plan.width, plan.height, child) for child in tree.children[node] if (plan := plans[child]) is not None]
    if leaves:
        columns = max(1, round(sqrt(len(leaves) * _ASPECT * _CELL_HEIGHT / _CELL_WIDTH)))
        rows = ceil(len(leaves) / columns)
        columns = ceil(len(leaves) / rows)
        cell = WIDTH + _BETWEEN if rows == 1 else _CELL_WIDTH
        sizes.append((columns * cell - _BETWEEN, rows * _CELL_HEIGHT - _STACK, -rows))
    shelves = _shelves(sizes)
    plan = _Plan()
    lane = _LANE if len(shelves) > 1 else 0.0
    top, widest = HEIGHT + _LEVEL, 0.0
    hooks: list[tuple[float, list[float]]] = []  # height of a row's line, where its lines down begin
    for shelf in shelves:
        x, anchors = lane, []
        for width, _, child in shelf:
            if child < 0:
                anchors += _hang(plan, leaves, -child, x, top)
            else:
                below = plans[child]
                plan.places.append((child, x, top))
                anchors.append(x + (0.0 if below is None else below.left) + WIDTH / 2)
            x += width + _BETWEEN
        hooks.append((top - _LEVEL / 2, anchors))
        widest = max(widest, x - _BETWEEN)
        top += max(height for _, height, _ in shelf) + _LEVEL
    plan.width, plan.height = max(widest, WIDTH), top - _LEVEL
    _connect(plan, hooks)
    return plan


def _shelves(sizes: Sequence[tuple[float, float, int]]) -> list[list[tuple[float, float, int]]]:
    """Break a row of subtrees where it would get too wide for its height."""
    room = sum((width + _BETWEEN) * (height + _LEVEL) for width, height, _ in sizes)
    most = max(_ROW_LEAST, sqrt(room * _ASPECT), *(width for width, _, _ in sizes))
    shelves: list[list[tuple[float, float, int]]] = [[]]
    used = 0.0
    for size in sizes:
        if shelves[-1] and used + size[0] > most:
            shelves.append([])
            used = 0.0
        shelves[-1].append(size)
        used += size[0] + _BETWEEN
    return shelves


def _hang(plan: _Plan, leaves: Sequence[int], rows: int, x: float, top: float) -> list[float]:
    """Hang leaves side by side, or in columns, each on a line at its left; return where the lines to them begin."""
    anchors = []
    if rows == 1:
        for place, leaf in enumerate(leaves):
            left = x + place * (WIDTH + _BETWEEN)
            plan.leaves.append((leaf, left, top, True))
            anchors.append(left + WIDTH / 2)
        return anchors
    for start in range(0, len(leaves), rows):
        column = leaves[start : start + rows]
        anchors.append(x + _INDENT / 2)
        for row, leaf in enumerate(column):
            plan.leaves.append((leaf, x + _INDENT, top + row * _CELL_HEIGHT, False))
        bottom = top + (len(column) - 1) * _CELL_HEIGHT + HEIGHT / 2
        plan.lines.append((x + _INDENT / 2, top - _LEVEL / 2, x + _INDENT / 2, bottom))
        x += _CELL_WIDTH
    return anchors


def _connect(plan: _Plan, hooks: Sequence[tuple[float, list[float]]]) -> None:
    """Draw the lines from the node to its rows: over the middle of one row, down a lane at the left of several."""
    if len(hooks) == 1:
        line, anchors = hooks[0]
        middle = (anchors[0] + anchors[-1]) / 2
        plan.left = min(max(0.0, middle - WIDTH / 2), plan.width - WIDTH)
        middle = plan.left + WIDTH / 2
        plan.lines.append((middle, HEIGHT, middle, line))
        plan.lines.append((min(middle, anchors[0]), line, max(middle, anchors[-1]), line))
        return
    trunk = _LANE / 2
    plan.lines.append((trunk, HEIGHT, trunk, hooks[-1][0]))
    plan.lines.extend((trunk, line, anchors[-1], line) for line, anchors in hooks)
