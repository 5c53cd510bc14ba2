"""Chips: a shape and a word, or one letter in a square. Painted by a function, so that delegates and the widget look the same."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.icons import pixel_ratio
from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.palette import tokens_of
from crmdesk.ui.theme.tokens import BY_SCHEME, SOFT, Role, Scheme

_SIDE: Final = 8  # of the shape
_PADDING: Final = 6
_BETWEEN: Final = 5
_HEIGHT: Final = 20
_CACHED: Final = 512
FontKey = tuple[str, ...]


class Shape(Enum):
    """What stands before the word, so that colour is never the only sign."""

    NONE = auto()
    RING = auto()
    HALF = auto()
    DISC = auto()
    MOON = auto()
    CROSS = auto()
    SQUARE = auto()  # no shape: the word, a letter, in a filled square


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows; the caller knows what it means.

    Attributes:
        text: the word, translated.
        role: colour of shape and word; its soft partner is the background.
        shape: what stands before the word.
        is_flat: no background, for rows of a list.
    """

    text: str
    role: Role = Role.SECONDARY
    shape: Shape = Shape.NONE
    is_flat: bool = False


def chip_size(look: ChipLook, font: QFont) -> QSize:
    """Return the size a chip takes, in logical pixels."""
    return QSize(*_measure(look, _key(font)))


def paint_chip(painter: QPainter, rect: QRect, look: ChipLook, palette: QPalette, font: QFont) -> None:
    """Paint a chip at the left of `rect`, centred in its height; a word that does not fit is elided.

    Chips are few and shown often, so each is drawn once per font, scheme and screen and then copied.
    """
    key = _key(font)
    width, height = _measure(look, key)
    width = min(width, rect.width())
    if width < _SIDE:
        return
    picture = _picture(look, width, key, tokens_of(palette).scheme, pixel_ratio(painter))
    painter.drawPixmap(rect.x(), rect.y() + (rect.height() - height) // 2, picture)


def _key(font: QFont) -> FontKey:
    """Return what tells two fonts apart here; ten times cheaper than `QFont.key`."""
    return tuple(font.families())


@lru_cache(maxsize=_CACHED)
def _small_font(font_key: FontKey) -> tuple[QFont, QFontMetrics]:
    font = QFont()
    font.setFamilies(list(font_key))
    small = sized(font, TextSize.SMALL)
    return small, QFontMetrics(small)


@lru_cache(maxsize=_CACHED)
def _measure(look: ChipLook, font_key: FontKey) -> tuple[int, int]:
    metrics = _small_font(font_key)[1]
    height = max(_HEIGHT, metrics.height() + 2)
    if look.shape is Shape.SQUARE:
        return max(height, metrics.horizontalAdvance(look.text) + 2 * _PADDING), height
    shape = 0 if look.shape is Shape.NONE else _SIDE + (_BETWEEN if look.text else 0)
    padding = 0 if look.is_flat else 2 * _PADDING
    return padding + shape + metrics.horizontalAdvance(look.text) + 1, height  # advances are rounded, eliding is not


@lru_cache(maxsize=_CACHED)
def _picture(look: ChipLook, width: int, font_key: FontKey, scheme: Scheme, ratio: float) -> QPixmap:
    font, metrics = _small_font(font_key)
    box = QRect(0, 0, width, _measure(look, font_key)[1])
    picture = QPixmap(ceil(width * ratio), ceil(box.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    tokens = BY_SCHEME[scheme]
    ink = QColor(tokens[look.role])
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.shape is Shape.SQUARE or not look.is_flat:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens[SOFT.get(look.role, Role.QUIET_SOFT)]))
        radius = 4 if look.shape is Shape.SQUARE else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)
    painter.setPen(ink)
    painter.setFont(font)
    if look.shape is Shape.SQUARE:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.text)
        painter.end()
        return picture
    x = 0 if look.is_flat else _PADDING
    if look.shape is not Shape.NONE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        paint_shape(painter, QRectF(x, (box.height() - _SIDE) / 2, _SIDE, _SIDE), look.shape)
        x += _SIDE + _BETWEEN
        painter.setPen(ink)
    place = QRect(x, 0, box.right() - x + 1, box.height())
    text = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    return picture


def paint_shape(painter: QPainter, box: QRectF, shape: Shape) -> None:
    """Paint a shape into a square of 8 pixels in the colour of the painter's pen; pen and brush are changed."""
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    ink = painter.pen().color()
    match shape:
        case Shape.RING:
            painter.drawEllipse(inner)
        case Shape.HALF:
            painter.drawEllipse(inner)
            painter.setBrush(ink)
            painter.drawChord(inner, 90 * 16, 180 * 16)
        case Shape.DISC:
            painter.setBrush(ink)
            painter.drawEllipse(inner)
        case Shape.MOON:
            whole, bite = QPainterPath(), QPainterPath()
            whole.addEllipse(box)
            bite.addEllipse(box.translated(_SIDE * 0.4, -_SIDE * 0.22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPath(whole.subtracted(bite))
        case Shape.CROSS:
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(QPointF(inner.right(), inner.top()), QPointF(inner.left(), inner.bottom()))
        case Shape.NONE | Shape.SQUARE:
            pass


class Chip(QWidget):
    """A chip as a widget; not focusable, its accessible name is its word."""

    def __init__(self, look: ChipLook | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look or ChipLook("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(self._look)

    @property
    def look(self) -> ChipLook:
        """What is shown."""
        return self._look

    def show_look(self, look: ChipLook, *, tip: str = "") -> None:
        """Show something else."""
        self._look = look
        self.setAccessibleName(look.text)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._look, self.font())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._look, self.palette(), self.font())
