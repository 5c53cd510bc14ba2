"""One of a few ways to go on: an icon, what it is, and what it means, as one big button."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

_PICTURE: Final = 24
_LEFT: Final = MARGIN + _PICTURE + MARGIN
_WRAP: Final = Qt.TextFlag.TextWordWrap


class ChoiceCard(QAbstractButton):
    """Grows with its sentence; Enter and Space press it."""

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._meaning = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, title: str, meaning: str) -> None:
        """Say what the choice is and what follows from it."""
        self.setText(title)
        self._meaning = meaning
        self.setAccessibleName(without_mnemonic(title))
        self.setAccessibleDescription(meaning)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        strong = QFontMetrics(sized(self.font(), TextSize.STRONG)).height()
        return 2 * MARGIN + strong + GRID + self._text_height(width - _LEFT - 2 * MARGIN)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(300, self.width())))

    def _text_height(self, width: int) -> int:
        return QFontMetrics(self.font()).boundingRect(QRect(0, 0, max(80, width), 10_000), _WRAP, self._meaning).height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        is_marked = self.hasFocus() or self.underMouse()
        painter.setPen(colour(palette, Role.ACCENT if self.hasFocus() else Role.LINE))
        painter.setBrush(colour(palette, Role.ACCENT_SOFT if is_marked else Role.SURFACE))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().adjusted(0.5, 0.5, 0.5, 0.5), 8, 8)
        picture = icon_pixmap(self._icon_name, Role.ACCENT, size=_PICTURE, ratio=self.devicePixelRatioF())
        painter.drawPixmap(MARGIN, (self.height() - _PICTURE) // 2, picture)
        strong = sized(self.font(), TextSize.STRONG)
        height = QFontMetrics(strong).height()
        room = self.width() - _LEFT - 2 * MARGIN
        painter.setFont(strong)
        painter.setPen(colour(palette, Role.TEXT))
        painter.drawText(
            QRect(_LEFT, MARGIN, room, height), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text()
        )
        painter.setFont(self.font())
        painter.setPen(colour(palette, Role.SECONDARY))
        painter.drawText(QRect(_LEFT, MARGIN + height + GRID, room, self.height()), _WRAP, self._meaning)
