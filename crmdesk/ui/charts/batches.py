"""What is painted of a scene at a scale, sorted by colour: thousands of boxes go to Qt in a handful of calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF

from crmdesk.ui.charts.detail import detail
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.ui.charts.layout import Box
from crmdesk.ui.charts.scene import Form, Scene

_GAP_FROM: Final = 5.0
"""Pixels: smaller boxes touch, a gap would take more of them than it tells."""
_FRAME_FROM: Final = 11.0
"""Pixels: lower boxes of an org chart are blots of their colour, without a frame."""
_STUB_FROM: Final = 1.5
"""Pixels: shorter lines are left out, the box touches its family's line anyway."""
BAND: Final = 5.0
"""Width of the strips that show a category or a mix."""
_LABEL_FROM: Final = (44.0, 12.0)
"""Pixels a box needs for a label; less would hold a character or two, which name nothing."""
_ORG_LABEL_FROM: Final = 58.0


class LabelSlot(NamedTuple):
    """A box that has room for a label; with `is_head` only its strip is free."""

    place: int
    box: Box
    is_head: bool


@dataclass(slots=True)
class Batches:
    """Rectangles by colour, in the order of painting, and where labels may stand, biggest box first.

    Attributes:
        levels: boxes that hold others, one list per depth. merged: specks. fills, strong: all three by category, the last for none.
        frames: boxes of an org chart that are big enough for a frame.
        drawn: how many nodes were chosen, merged ones counted as one.
    """

    fills: list[list[QRectF]]
    strong: list[list[QRectF]]
    merged: list[list[QRectF]]
    levels: list[list[QRectF]] = field(default_factory=list)
    frames: list[QRectF] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    labels: list[LabelSlot] = field(default_factory=list)
    drawn: int = 0


class Batcher:
    """Makes the batches of one scene. Keeps the rectangles and lines it made: choosing anew while zooming costs no new objects."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._none = len(scene.categories)
        self._rects: dict[int, QRectF] = {}
        self._rects_gap = 0.0
        self._lines: dict[int, tuple[tuple[QLineF, ...], QLineF | None, float]] = {}
        self._slots: dict[int, LabelSlot] = {}
        self._mixes: dict[int, list[tuple[int, QRectF]]] = {}

    def batches(self, region: Box, scale: float, across: float | None = None) -> Batches:
        """Return what is to be painted of a region of the layout at a scale, of the width at the scale `across` where it is another."""
        scene = self._scene
        seen = detail(scene.tree, scene.layout, region, scale)
        made = Batches(self._lists(), self._lists(), self._lists())
        made.drawn = len(seen.nodes) + len(seen.merged)
        for group in seen.merged:
            _add(made.merged, _mixed(group.box, group.mix, self._none))
        if scene.form is Form.ORG_CHART:
            self._org_boxes(seen.nodes, scale, made)
        else:
            self._nested_boxes(seen.nodes, scale, across or scale, made)
            made.labels.sort(key=_area, reverse=True)
        return made

    def _lists(self) -> list[list[QRectF]]:
        return [[] for _ in range(self._none + 1)]

    def _nested_boxes(self, nodes: Sequence[int], scale: float, across: float, made: Batches) -> None:
        tree, layout = self._scene.tree, self._scene.layout
        boxes, heads, family, categories = layout.boxes, layout.heads, tree.children, tree.categories
        is_icicle = self._scene.form is Form.ICICLE
        wide, tall = _LABEL_FROM[0] / across, _LABEL_FROM[1] / scale
        fills, labels = made.fills, made.labels
        depths: dict[int, int] = {-1: -1}
        for node in nodes:
            box = boxes[node]
            _, _, width, height = box
            if width <= 0 or height <= 0:
                continue
            rect = self._rect(node, box, scale)
            if not family[node]:
                category = categories[node]
                if category != NO_CATEGORY:
                    fills[category].append(rect)
                else:
                    _add(fills, _mixed((rect.x(), rect.y(), rect.width(), rect.height()), tree.mixes[node], self._none))
                if width >= wide and height >= tall:
                    labels.append(LabelSlot(node, box, is_head=False))
                continue
            depth = depths[node] = depths[tree.parents[node]] + 1
            if depth == len(made.levels):
                made.levels.append([])
            made.levels[depth].append(rect)
            if is_icicle:
                self._icicle_band(node, rect, across, made)
                if width >= wide and height >= tall:
                    labels.append(LabelSlot(node, box, is_head=False))
            elif width >= wide and heads[node] >= tall:
                labels.append(LabelSlot(node, (box[0], box[1], width, heads[node]), is_head=True))

    def _icicle_band(self, node: int, rect: QRectF, across: float, made: Batches) -> None:
        """Show beside the children of a node how they are mixed."""
        band = BAND / across
        if rect.width() > 4 * band:
            _add(made.strong, _mixed((rect.right() - band, rect.y(), band, rect.height()), self._scene.tree.mixes[node], None))

    def _rect(self, node: int, box: Box, scale: float) -> QRectF:
        """Return a node's rectangle with a gap around it of about a pixel; the gap follows the scale in steps of two."""
        gap = 0.5 / 2.0 ** round(log2(scale))
        if gap != self._rects_gap:
            self._rects, self._rects_gap = {}, gap
        rect = self._rects.get(node)
        if rect is None:
            x, y, width, height = box
            if min(width, height) > 2 * _GAP_FROM * gap:
                rect = QRectF(x + gap, y + gap, width - 2 * gap, height - 2 * gap)
            else:
                rect = QRectF(x, y, width, height)
            self._rects[node] = rect
        return rect

    def _org_boxes(self, nodes: Sequence[int], scale: float, made: Batches) -> None:
        tree, boxes, none = self._scene.tree, self._scene.layout.boxes, self._none
        has_frame = boxes[0][3] * scale >= _FRAME_FROM
        has_label = has_frame and boxes[0][2] * scale >= _ORG_LABEL_FROM
        shortest = _STUB_FROM / scale
        for node in nodes:
            category = tree.categories[node]
            has_mix = bool(tree.children[node]) or category == NO_CATEGORY
            slot = self._slots.get(node)
            if slot is None:
                slot = self._slots[node] = LabelSlot(node, boxes[node], is_head=False)
                self._rects[node] = QRectF(*boxes[node])
                if has_mix:
                    x, y, width, height = boxes[node]
                    self._mixes[node] = _mixed((x, y + height - BAND + 1, width, BAND - 1), tree.mixes[node], None)
            if has_frame:
                made.frames.append(self._rects[node])
                if category != NO_CATEGORY:
                    x, y, _, height = boxes[node]
                    made.strong[category].append(QRectF(x, y, BAND, height))
                if has_mix:
                    _add(made.strong, self._mixes[node])
            else:
                made.strong[none if category == NO_CATEGORY else category].append(self._rects[node])
            links, stub, length = self._lines_of(node)
            made.lines += links
            if stub is not None and length > shortest:
                made.lines.append(stub)
            if has_label:
                made.labels.append(slot)

    def _lines_of(self, node: int) -> tuple[tuple[QLineF, ...], QLineF | None, float]:
        found = self._lines.get(node)
        if found is None:
            layout = self._scene.layout
            stub = layout.stubs[node]
            line = None if stub is None else QLineF(*stub)
            found = self._lines[node] = (
                tuple(QLineF(*link) for link in layout.links[node]),
                line,
                0.0 if line is None else line.length(),
            )
        return found


def _area(slot: LabelSlot) -> float:
    return slot.box[2] * slot.box[3]


def _add(lists: list[list[QRectF]], parts: Sequence[tuple[int, QRectF]]) -> None:
    for category, rect in parts:
        lists[category].append(rect)


def _mixed(box: Box, mix: Sequence[float], none: int | None) -> list[tuple[int, QRectF]]:
    """Divide a box along its longer side by a mix; without any weight it is of the category `none`, or is left out."""
    whole = sum(mix)
    if whole > 0:
        return list(_parts(box, mix, whole))
    return [] if none is None else [(none, QRectF(*box))]


def _parts(box: Box, mix: Sequence[float], whole: float) -> Iterator[tuple[int, QRectF]]:
    x, y, width, height = box
    for category, share in enumerate(mix):
        if share > 0:
            part = share / whole
            if width >= height:
                yield category, QRectF(x, y, part * width, height)
                x += part * width
            else:
                yield category, QRectF(x, y, width, part * height)
                y += part * height
