"""One value to be chosen among others: a radio button whose text wraps and whose whole surface is the button."""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.metrics import GAP, GRID, RADIUS
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

_DOT: Final = 14
_LEFT: Final = GAP + _DOT + GAP
_EMPTY: Final = "—"
_MOST_LINES: Final = 6


class ValueCell(QAbstractButton):
    """Checkable; in an exclusive button group the arrow keys choose among the cells of a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._detail = ""
        self._is_strong = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_value(self, text: str, detail: str = "", *, name: str = "", is_strong: bool = False) -> None:
        """Show a value, a quiet line below it, and say `name` of it to screen readers."""
        self.setText(text)
        self._detail = detail
        self._is_strong = is_strong
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(detail)
        self.setToolTip(text if text.count("\n") >= _MOST_LINES else "")
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inside = width - _LEFT - GAP
        height = 2 * GRID + _height(_lines(self._shown or _EMPTY, self._text_font(), inside))
        if self._detail:
            height += GRID // 2 + _height(_lines(self._detail, self._detail_font(), inside))
        return max(height, _DOT + 2 * GRID)

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(96, _DOT + 2 * GRID)

    @property
    def _shown(self) -> str:
        lines = self.text().split("\n")
        return "\n".join(lines) if len(lines) <= _MOST_LINES else "\n".join([*lines[: _MOST_LINES - 1], "…"])

    def _text_font(self) -> QFont:
        return sized(self.font(), TextSize.STRONG) if self._is_strong else self.font()

    def _detail_font(self) -> QFont:
        return sized(self.font(), TextSize.SMALL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette, Role.ACCENT_SOFT if self.isChecked() else Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(palette, Role.ACCENT), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._paint_dot(painter)
        inside = self.width() - _LEFT - GAP
        text = _lines(self._shown or _EMPTY, self._text_font(), inside)
        painter.setPen(colour(palette, Role.TEXT if self.text() else Role.DISABLED))
        text.draw(painter, QPointF(_LEFT, GRID))
        if self._detail:
            painter.setPen(colour(palette, Role.SECONDARY))
            below = GRID + _height(text) + GRID // 2
            _lines(self._detail, self._detail_font(), inside).draw(painter, QPointF(_LEFT, below))
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        palette = self.palette()
        spot = QRectF(GAP, GRID + (QFontMetrics(self._text_font()).height() - _DOT) / 2, _DOT, _DOT)
        painter.setBrush(colour(palette, Role.SURFACE))
        if self.isChecked():
            painter.setPen(QPen(colour(palette, Role.ACCENT), 4))
            painter.drawEllipse(spot.adjusted(2, 2, -2, -2))
        else:
            painter.setPen(QPen(colour(palette, Role.SECONDARY), 1))
            painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))


def _lines(text: str, font: QFont, width: int) -> QTextLayout:
    """Lay a text out; a word is broken only where it is longer than a line (`drawText` with its flags breaks any)."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> int:
    return ceil(layout.boundingRect().height())
