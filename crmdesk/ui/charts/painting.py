"""Paints a scene through a camera on anything Qt paints on: the widget, a picture, an SVG, a PDF."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from crmdesk.ui.charts.batches import Batcher, Batches
from crmdesk.ui.charts.camera import Camera, Shot
from crmdesk.ui.charts.ink import Ink, Look
from crmdesk.ui.charts.label_painting import paint_labels
from crmdesk.ui.charts.layout import Box
from crmdesk.ui.charts.scene import Scene

_PADDING: Final = 0.4
"""Of a view, at each side: so far the picture can be moved before boxes are chosen anew."""
_STILL: Final = (0.8, 1.25)
_MOVING: Final = (0.55, 1.9)
"""Within these factors of scale the same boxes are drawn, while the picture stands and while it moves."""
_MOVING_LABELS: Final = 110
_MARKED: Final = 2.0


class ScenePainter:
    """Paints one scene; keeps what it chose to draw while the camera stays near. GUI thread only."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._batcher = Batcher(scene)
        self._batches: Batches | None = None
        self._region: Box = (0.0, 0.0, 0.0, 0.0)
        self._scale = 0.0

    @property
    def drawn(self) -> int:
        """How many boxes the last painting chose, merged ones counted as one."""
        return 0 if self._batches is None else self._batches.drawn

    def paint(self, painter: QPainter, shot: Shot, look: Look, *, is_moving: bool = False, is_exact: bool = False) -> None:
        """Paint what a view shows.

        Args:
            painter: its origin is the view's left top corner.
            shot: what is shown, in pixels of the view.
            look: colours and texts.
            is_moving: only the biggest labels, for this frame is followed by others.
            is_exact: choose boxes for just this view, with smooth edges: for files.
        """
        chosen = self._chosen(shot, is_moving=is_moving, is_exact=is_exact)
        camera, ink = shot.camera, look.ink
        painter.save()
        painter.translate(camera.x, camera.y)
        painter.scale(camera.wide, camera.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=is_exact)
        painter.setPen(Qt.PenStyle.NoPen)
        for depth, rects in enumerate(chosen.levels):
            _fill(painter, ink.levels[depth % len(ink.levels)], rects)
        for brush, rects in zip(ink.fills, chosen.merged, strict=True):
            _fill(painter, brush, rects)
        for brush, rects in zip(ink.fills, chosen.fills, strict=True):
            _fill(painter, brush, rects)
        if chosen.lines:
            painter.setPen(_pen(ink.line, camera.scale, is_exact=is_exact))
            painter.drawLines(chosen.lines)
        if chosen.frames:
            painter.setPen(_pen(ink.line, camera.scale, is_exact=is_exact))
            painter.setBrush(ink.box)
            painter.drawRects(chosen.frames)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush, rects in zip(ink.strong, chosen.strong, strict=True):
            _fill(painter, brush, rects)
        painter.restore()
        slots = chosen.labels[:_MOVING_LABELS] if is_moving else chosen.labels
        paint_labels(painter, self.scene, slots, shot, look)

    def paint_marked(self, painter: QPainter, place: int, camera: Camera, ink: Ink) -> None:
        """Paint the frame of the node the keyboard is on."""
        box = self.scene.layout.boxes[place]
        x, y, width, height = camera.to_view(box)
        pen = QPen(ink.accent, _MARKED)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x, y, max(width, 3.0), max(height, 3.0)).adjusted(1, 1, -1, -1))

    def _chosen(self, shot: Shot, *, is_moving: bool, is_exact: bool) -> Batches:
        region, scale, across = shot.region, shot.camera.scale, shot.camera.wide
        if is_exact:
            return self._batcher.batches(region, scale, across)
        least, most = _MOVING if is_moving else _STILL
        near = self._batches is not None and least < scale / self._scale < most and _within(region, self._region)
        if not near or self._batches is None:
            wide, tall = region[2] * _PADDING, region[3] * _PADDING
            self._region = (region[0] - wide, region[1] - tall, region[2] + 2 * wide, region[3] + 2 * tall)
            self._scale = scale
            self._batches = self._batcher.batches(self._region, scale, across)
        return self._batches


def _fill(painter: QPainter, brush: QBrush, rects: list[QRectF]) -> None:
    if rects:
        painter.setBrush(brush)
        painter.drawRects(rects)


def _pen(colour: QColor, scale: float, *, is_exact: bool) -> QPen:
    """Return a pen of one pixel of the view: of the screen's in a widget, of the drawing's in a file, which may have more."""
    pen = QPen(colour, 1 / scale if is_exact else 1)
    pen.setCosmetic(not is_exact)
    return pen


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )
