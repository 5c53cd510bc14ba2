"""What the colours of a picture mean: a line of swatches, each with the category's sign and word; on the screen and in files."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.charts.ink import Ink, Look
from crmdesk.ui.charts.labels import Labels
from crmdesk.ui.chips import ChipLook, Shape, paint_shape
from crmdesk.ui.theme.fonts import TextSize
from crmdesk.ui.theme.palette import tokens_of

LINE: Final = 24.0
"""Height of a line of the legend."""
_PIXELS: Final = TextSize.SMALL.value[0]
_SWATCH: Final = 18.0
_SIGN: Final = 8.0
_BETWEEN: Final = 6.0
_APART: Final = 18.0


class _Place:
    """Where one entry stands."""

    __slots__ = ("category", "text", "width", "x", "y")

    def __init__(self, category: int, text: QStaticText, x: float, y: float, width: float) -> None:
        self.category, self.text, self.x, self.y, self.width = category, text, x, y, width


def _places(categories: Sequence[ChipLook], labels: Labels, width: float) -> Iterator[_Place]:
    x = y = 0.0
    for category, look in enumerate(categories):
        needed = _SWATCH + _BETWEEN + labels.width(look.text) * _PIXELS
        if x > 0 and x + needed > width:
            x, y = 0.0, y + LINE
        lines = labels.lines(look.text, max(width - _SWATCH - _BETWEEN, 24.0) + _BETWEEN, 1, _PIXELS)
        if lines:
            yield _Place(category, lines[0], x, y, needed)
        x += needed + _APART


def legend_height(categories: Sequence[ChipLook], labels: Labels, width: float) -> float:
    """Return how high the legend gets in a width."""
    return max((place.y + LINE for place in _places(categories, labels, width)), default=0.0)


def paint_legend(painter: QPainter, width: float, categories: Sequence[ChipLook], look: Look) -> None:
    """Paint the legend at the painter's origin in a width, in as many lines as it needs."""
    ink, labels = look.ink, look.labels
    font, line = labels.font(_PIXELS)
    painter.save()
    painter.setFont(font)
    for place in _places(categories, labels, width):
        x, y = place.x, place.y
        middle = y + LINE / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fills[place.category])
        painter.drawRect(QRectF(x, middle - _SWATCH / 2 + 1, _SWATCH, _SWATCH - 2))
        painter.setBrush(ink.strong[place.category])
        painter.drawRect(QRectF(x, middle - _SWATCH / 2 + 1, 3, _SWATCH - 2))
        shape = categories[place.category].shape
        if shape not in {Shape.NONE, Shape.SQUARE}:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ink.strong[place.category].color(), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_shape(painter, QRectF(x + 3 + (_SWATCH - 3 - _SIGN) / 2, middle - _SIGN / 2, _SIGN, _SIGN), shape)
        painter.setPen(ink.text)
        painter.drawStaticText(QPointF(x + _SWATCH + _BETWEEN, middle - line / 2), place.text)
    painter.restore()


class Legend(QWidget):
    """The legend beside a picture; grows downwards when it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories: tuple[ChipLook, ...] = ()
        self._look: Look | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_categories(self, categories: Sequence[ChipLook]) -> None:
        """Show what these categories look like."""
        self._categories = tuple(categories)
        self._look = None
        self.setAccessibleDescription(", ".join(look.text for look in self._categories))
        self.updateGeometry()
        self.update()

    def _present_look(self) -> Look:
        if self._look is None:
            self._look = Look(Ink.of(tokens_of(self.palette()), self._categories), Labels(self.font()))
        return self._look

    @override
    def heightForWidth(self, width: int) -> int:
        return round(max(legend_height(self._categories, self._present_look().labels, float(width)), LINE))

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, round(LINE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_legend(QPainter(self), float(self.width()), self._categories, self._present_look())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._look = None
            self.update()
