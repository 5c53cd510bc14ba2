"""Paints names into boxes: as many lines as fit, the sign of the category before them, the figure below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QStaticText

from crmdesk.ui.charts.batches import BAND, LabelSlot
from crmdesk.ui.charts.camera import Shot
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.ui.charts.ink import Look
from crmdesk.ui.charts.scene import Form, Scene
from crmdesk.ui.chips import Shape, paint_shape
from crmdesk.ui.theme.fonts import TextSize

_SMALL: Final = TextSize.SMALL.value[0]
_BODY: Final = TextSize.BODY.value[0]
_SMALLEST: Final = 9
_PITCH: Final = 1.3
"""Lines are set closer than the font asks for: Chinese fonts leave nearly half a line between, and a box has room for two."""
_BIGGEST: Final = 22
_INSET: Final = 5.0
_MARK: Final = 8.0
_MARK_ROOM: Final = 13.0
_MARK_FROM: Final = 64.0


def paint_labels(painter: QPainter, scene: Scene, slots: Sequence[LabelSlot], shot: Shot, look: Look) -> None:
    """Paint the labels of the slots that are in sight."""
    painter.save()
    camera = shot.camera
    if scene.form is Form.ORG_CHART:
        pixels = min(max(round(_BODY * camera.scale), _SMALLEST), _BIGGEST)
        inset, foot = (BAND + 3) * camera.scale + 1, BAND * camera.scale
    else:
        pixels, inset, foot = _SMALL, _INSET, 0.0
    writer = _Writer(painter, scene, look, pixels)
    wide, tall = shot.width, shot.height
    for slot in slots:
        x, y, width, height = camera.to_view(slot.box)
        if x > wide or y > tall or x + width < 0 or y + height < 0:
            continue
        # A box that reaches out of the view has its name where it can be read.
        if x < 0 and scene.form is not Form.ORG_CHART:
            x, width = 0.0, width + x
        if scene.form is Form.ICICLE:
            bottom = min(y + height, tall)
            y = max(y, 0.0)
            height = bottom - y
        writer.write(slot, (x + inset, y, width - inset - _INSET, height - foot))
    painter.restore()


class _Writer:
    """Writes the labels of one frame; changes pen and font only when it must."""

    def __init__(self, painter: QPainter, scene: Scene, look: Look, pixels: int) -> None:
        self._painter = painter
        self._scene = scene
        self._ink = look.ink
        self._labels = look.labels
        self._pixels = pixels
        self._line, self._lift = self._set(pixels)
        self._quiet_pixels = max(pixels - 2, _SMALLEST)
        self._quiet_line, self._quiet_lift = self._set(self._quiet_pixels)
        self._is_quiet: bool | None = None

    def _set(self, pixels: int) -> tuple[float, float]:
        """Return the height of a line, and how far above it the font's own begins."""
        height = self._labels.font(pixels)[1]
        line = min(height, pixels * _PITCH)
        return line, (height - line) / 2

    def write(self, slot: LabelSlot, room: tuple[float, float, float, float]) -> None:
        """Write one label into the room of its box."""
        x, y, width, height = room
        place, scene = slot.place, self._scene
        mark = self._mark(slot, width)
        indent = _MARK_ROOM if mark is not None else 0.0
        most = 1 if slot.is_head else min(2, int(height / self._line))
        if most < 1:
            if height < self._line * 0.8:
                return
            most = 1
        lines = self._labels.lines(scene.name(place), width - indent, most, self._pixels)
        if not lines:
            return
        free = height - len(lines) * self._line
        caption: tuple[QStaticText, ...] = ()
        if not slot.is_head and free >= self._quiet_line + 2:
            caption = self._caption(scene.caption(place), width)
        top = y + self._top(slot, free - (self._quiet_line if caption else 0.0))
        if mark is not None:
            self._paint_mark(mark, x, top + (self._line - _MARK) / 2)
        self._use(is_quiet=False)
        for line in lines:
            self._painter.drawStaticText(QPointF(x + indent, top - self._lift), line)
            top += self._line
        if caption:
            self._use(is_quiet=True)
            self._painter.drawStaticText(QPointF(x, top - self._quiet_lift), caption[0])

    def _caption(self, text: str, width: float) -> tuple[QStaticText, ...]:
        """Return a second line if there is room for all of it: a figure without its middle is a wrong figure."""
        needed = self._labels.width(text) * self._quiet_pixels
        return self._labels.lines(text, needed + _INSET, 1, self._quiet_pixels) if text and needed <= width else ()

    def _top(self, slot: LabelSlot, free: float) -> float:
        """Return how far below the box's top the first line stands: in the middle, but at the top of a big box of a treemap."""
        if self._scene.form is Form.TREEMAP and not slot.is_head:
            return min(free / 2, 4.0)
        return max(free / 2, 0.0)

    def _mark(self, slot: LabelSlot, width: float) -> int | None:
        """Return the category whose sign stands before the name, None for none."""
        category = self._scene.tree.categories[slot.place]
        if category == NO_CATEGORY or width < _MARK_FROM or self._pixels < _SMALL:
            return None
        return category if self._scene.categories[category].shape is not Shape.NONE else None

    def _paint_mark(self, category: int, x: float, y: float) -> None:
        look = self._scene.categories[category]
        painter = self._painter
        if look.shape is Shape.SQUARE:
            self._use(is_quiet=False)
            for line in self._labels.lines(look.text, _MARK_ROOM + 5, 1, self._pixels)[:1]:
                painter.drawStaticText(QPointF(x, y - (self._line - _MARK) / 2 - self._lift), line)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink.strong[category].color(), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_shape(painter, QRectF(x, y, _MARK, _MARK), look.shape)
        self._is_quiet = None

    def _use(self, *, is_quiet: bool) -> None:
        if is_quiet is not self._is_quiet:
            self._is_quiet = is_quiet
            self._painter.setPen(self._ink.quiet if is_quiet else self._ink.text)
            self._painter.setFont(self._labels.font(self._quiet_pixels if is_quiet else self._pixels)[0])
