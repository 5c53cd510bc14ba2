"""A picture as a file: SVG and PDF with real shapes and text, PNG in a chosen resolution; with its title and legend.

Files are for paper and slides, so they are drawn in the light scheme whatever the screen shows.
"""

from dataclasses import dataclass
from enum import StrEnum, unique
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPaintDevice, QPainter, QPdfWriter

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.charts.camera import Camera, Shot
from crmdesk.ui.charts.ink import Ink, Look
from crmdesk.ui.charts.labels import Labels
from crmdesk.ui.charts.legend import legend_height, paint_legend
from crmdesk.ui.charts.painting import ScenePainter
from crmdesk.ui.charts.scene import Scene
from crmdesk.ui.theme.fonts import TextSize
from crmdesk.ui.theme.tokens import LIGHT

_MARGIN: Final = 24.0
_GAP: Final = 10.0
_NARROWEST: Final = 480.0
_TITLE: Final = TextSize.RECORD_TITLE.value[0]
_MOST_PIXELS: Final = 80_000_000
_MOST_SIDE: Final = 16_000.0
_MOST_PAGE: Final = 19_000.0
"""A PDF page is at most 200 inches wide: 19,200 pixels at 96 per inch."""
_DPI: Final = 96


@unique
class FileKind(StrEnum):
    """Kinds of files; the value is the extension."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


class PictureNotWritten(CrmError):
    """A file could not be written. Params: `path`."""

    template = QT_TRANSLATE_NOOP("errors", "The picture could not be written to {path}. Choose another folder or name.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes into a file.

    Attributes:
        scene: the picture. shot: the part of it that is seen; None for all of it.
        title: line above it. font: the family of its texts.
    """

    scene: Scene
    shot: Shot | None
    title: str
    font: QFont


def kind_of(path: Path) -> FileKind | None:
    """Return the kind a file's name asks for, None for one that is not written."""
    extension = path.suffix.lower().removeprefix(".")
    return FileKind(extension) if extension in set(FileKind) else None


def export(sheet: Sheet, path: Path, *, scale: float = 2.0) -> None:
    """Write a picture; the extension says as what. On the GUI thread, for it measures texts.

    Args:
        sheet: what is written.
        path: replaced when it is there.
        scale: pixels of a PNG per pixel of the screen; less when the picture would get too big.

    Raises:
        PictureNotWritten: the file cannot be written, or its name has another extension.
    """
    kind = kind_of(path)
    if kind is None or not _can_write(path):
        raise PictureNotWritten(path=str(path))
    drawing = _Drawing(sheet)
    match kind:
        case FileKind.PNG:
            is_written = _png(drawing, path, scale)
        case FileKind.SVG:
            is_written = _svg(drawing, path, sheet.title)
        case FileKind.PDF:
            is_written = _pdf(drawing, path, sheet.title)
    if not is_written:
        raise PictureNotWritten(path=str(path))


def _can_write(path: Path) -> bool:
    """Whether the file can be opened for writing: Qt's writers say it on the terminal only."""
    try:
        path.open("ab").close()
    except OSError:
        return False
    return True


class _Drawing:
    """A sheet with its measures."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        scene = sheet.scene
        self._shot = sheet.shot or Shot(Camera(), *scene.size)
        self._look = Look(Ink.of(LIGHT, scene.categories), Labels(sheet.font))
        self._width = max(self._shot.width, _NARROWEST)
        self._legend = legend_height(scene.categories, self._look.labels, self._width)
        self._head = self._look.labels.font(_TITLE)[1] + _GAP
        foot = self._legend + _GAP if self._legend else 0.0
        self.size = QSizeF(self._width + 2 * _MARGIN, self._head + self._shot.height + foot + 2 * _MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Paint title, picture and legend."""
        scene, look, shot = self._sheet.scene, self._look, self._shot
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), look.ink.box)
        painter.setPen(look.ink.text)
        font = QFont(look.labels.font(_TITLE)[0])
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for line in look.labels.lines(self._sheet.title, self._width * 0.9, 1, _TITLE):
            painter.drawText(
                QRectF(_MARGIN, _MARGIN, self._width, self._head),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
                line.text(),
            )
        painter.save()
        painter.translate(_MARGIN, _MARGIN + self._head)
        painter.setClipRect(QRectF(-1, -1, shot.width + 2, shot.height + 2))
        ScenePainter(scene).paint(painter, shot, look, is_exact=True)
        painter.restore()
        painter.translate(_MARGIN, _MARGIN + self._head + shot.height + _GAP)
        paint_legend(painter, self._width, scene.categories, look)


def _png(drawing: _Drawing, path: Path, scale: float) -> bool:
    size = drawing.size
    scale = min(scale, _MOST_SIDE / max(size.width(), size.height()), (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)
    image = QImage(QSizeF(size * scale).toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    if image.isNull():
        return False
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    drawing.paint(painter)
    painter.end()
    return image.save(str(path))


def _svg(drawing: _Drawing, path: Path, title: str) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    target = QSvgGenerator()
    target.setFileName(str(path))
    target.setResolution(_DPI)
    target.setSize(drawing.size.toSize())
    target.setViewBox(QRectF(QPointF(0, 0), drawing.size))
    target.setTitle(title)
    return _paint_on(drawing, target, 1.0)


def _pdf(drawing: _Drawing, path: Path, title: str) -> bool:
    size = drawing.size
    shrunk = min(1.0, _MOST_PAGE / max(size.width(), size.height()))
    target = QPdfWriter(str(path))
    target.setResolution(_DPI)
    target.setTitle(title)
    page = QPageSize(size * shrunk * 72 / _DPI, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    target.setPageSize(page)
    target.setPageMargins(QMarginsF(0, 0, 0, 0))
    return _paint_on(drawing, target, shrunk)


def _paint_on(drawing: _Drawing, target: QPaintDevice, scale: float) -> bool:
    painter = QPainter()
    if not painter.begin(target):
        return False
    painter.scale(scale, scale)
    drawing.paint(painter)
    return painter.end()
