"""What is painted of a scene at a scale, sorted by colour: thousands of boxes go to Qt in a handful of calls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QLineF, QRectF

from crmdesk.ui.charts.detail import detail
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.ui.charts.layout import Box
from crmdesk.ui.charts.scene import Form, Scene

_GAP_FROM: Final = 5.0
"""Pixels: smaller boxes touch, a gap would take more of them than it tells."""
_FRAME_FROM: Final = 11.0
"""Pixels: lower boxes of an org chart are blots of their colour, without a frame."""
_BAND: Final = 5.0
LABEL_FROM: Final = (34.0, 12.0)
"""Pixels a box needs for a label."""


@dataclass(frozen=True, slots=True)
class LabelSlot:
    """A box that has room for a label. Attributes: place, box; `is_head`: only its strip is free."""

    place: int
    box: Box
    is_head: bool


@dataclass(slots=True)
class Batches:
    """Rectangles by colour, in the order of painting, and where labels may stand, biggest box first.

    Attributes:
        levels: boxes that hold others, one list per depth. fills, strong: by category, the last for none.
        frames: boxes of an org chart that are big enough for a frame.
    """

    levels: list[list[QRectF]]
    fills: list[list[QRectF]]
    strong: list[list[QRectF]]
    merged: list[list[QRectF]]
    frames: list[QRectF] = field(default_factory=list)
    lines: list[QLineF] = field(default_factory=list)
    labels: list[LabelSlot] = field(default_factory=list)
    drawn: int = 0


def batches(scene: Scene, region: Box, scale: float) -> Batches:
    """Return what is to be painted of a region of the layout at a scale."""
    seen = detail(scene.tree, scene.layout, region, scale)
    colours = len(scene.categories) + 1
    made = Batches([], _lists(colours), _lists(colours), _lists(colours))
    made.drawn = len(seen.nodes) + len(seen.merged)
    for group in seen.merged:
        _mix_into(made.merged, group.box, group.mix, none=colours - 1)
    if scene.form is Form.ORG_CHART:
        _org_boxes(scene, seen.nodes, scale, made)
    else:
        _nested_boxes(scene, seen.nodes, scale, made)
    made.labels.sort(key=lambda slot: -slot.box[2] * slot.box[3])
    return made


def _lists(count: int) -> list[list[QRectF]]:
    return [[] for _ in range(count)]


def _nested_boxes(scene: Scene, nodes: Sequence[int], scale: float, made: Batches) -> None:
    tree, layout = scene.tree, scene.layout
    boxes, heads = layout.boxes, layout.heads
    gap, gap_from = 0.5 / scale, _GAP_FROM / scale
    wide, tall = LABEL_FROM[0] / scale, LABEL_FROM[1] / scale
    depths: dict[int, int] = {}
    is_icicle = scene.form is Form.ICICLE
    for node in nodes:
        box = x, y, width, height = boxes[node]
        if width <= 0 or height <= 0:
            continue
        parent = tree.parents[node]
        depth = depths[node] = depths.get(parent, -1) + 1
        has_gap = width > gap_from and height > gap_from
        rect = QRectF(x + gap, y + gap, width - 2 * gap, height - 2 * gap) if has_gap else QRectF(x, y, width, height)
        if tree.children[node]:
            while len(made.levels) <= depth:
                made.levels.append([])
            made.levels[depth].append(rect)
            if is_icicle and width > 4 * _BAND / scale:
                band = _BAND / scale
                _mix_into(made.strong, (x + width - band - gap, y + gap, band, rect.height()), tree.mixes[node], none=None)
            head = heads[node]
            if width >= wide and (height if is_icicle else head) >= tall:
                made.labels.append(LabelSlot(node, box if is_icicle else (x, y, width, head), not is_icicle))
            continue
        category = tree.categories[node]
        if category != NO_CATEGORY:
            made.fills[category].append(rect)
        else:
            _mix_into(made.fills, (rect.x(), rect.y(), rect.width(), rect.height()), tree.mixes[node], none=len(made.fills) - 1)
        if width >= wide and height >= tall:
            made.labels.append(LabelSlot(node, box, is_head=False))


def _org_boxes(scene: Scene, nodes: Sequence[int], scale: float, made: Batches) -> None:
    tree, layout = scene.tree, scene.layout
    boxes, links, stubs = layout.boxes, layout.links, layout.stubs
    none = len(made.fills) - 1
    has_frame = boxes[0][3] * scale >= _FRAME_FROM
    has_label = boxes[0][2] * scale >= LABEL_FROM[0] and has_frame
    for node in nodes:
        box = x, y, width, height = boxes[node]
        category = tree.categories[node]
        colour = none if category == NO_CATEGORY else category
        if has_frame:
            made.frames.append(QRectF(x, y, width, height))
            if category != NO_CATEGORY:
                made.strong[colour].append(QRectF(x, y, _BAND, height))
            if tree.children[node] or category == NO_CATEGORY:
                _mix_into(made.strong, (x, y + height - _BAND + 1, width, _BAND - 1), tree.mixes[node], none=None)
        elif category == NO_CATEGORY:
            _mix_into(made.fills, box, tree.mixes[node], none=none)
        else:
            made.strong[colour].append(QRectF(x, y, width, height))
        made.lines.extend(QLineF(*line) for line in links[node])
        stub = stubs[node]
        if stub is not None:
            made.lines.append(QLineF(*stub))
        if has_label:
            made.labels.append(LabelSlot(node, box, is_head=False))


def _mix_into(lists: list[list[QRectF]], box: Box, mix: Sequence[float], *, none: int | None) -> None:
    """Divide a box along its longer side by a mix; without any weight it is of no category (`none`), or is left out."""
    whole = sum(mix)
    if whole <= 0:
        if none is not None:
            lists[none].append(QRectF(*box))
        return
    for category, part in _parts(box, mix, whole):
        lists[category].append(part)


def _parts(box: Box, mix: Sequence[float], whole: float) -> Iterator[tuple[int, QRectF]]:
    x, y, width, height = box
    at = 0.0
    for category, share in enumerate(mix):
        if share > 0:
            part = share / whole
            yield (
                category,
                QRectF(x + at * width, y, part * width, height)
                if width >= height
                else QRectF(x, y + at * height, width, part * height),
            )
            at += part
