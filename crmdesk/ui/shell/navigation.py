"""The navigation at the left: an icon and a word for each page, a number that wants attention, icons only when narrow."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.buttons import tip_with_shortcut
from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.metrics import GAP, GRID, ICON_LARGE, NAVIGATION_NARROW, NAVIGATION_WIDTH
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_HEIGHT: Final = 36
_MOST: Final = 99


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One page as the navigation shows it; `title` is asked again when the language changes."""

    key: str
    title: Callable[[], str]
    icon: str
    shortcut: QKeySequence


class NavigationButton(QAbstractButton):
    """One entry; painted here because twelve styled buttons would cost a tenth of the time to the first paint."""

    def __init__(self, entry: NavigationEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._badge = 0
        self._is_narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def show_badge(self, count: int) -> None:
        """Show how many things want attention, none for 0."""
        self._badge = count
        self.retranslate()
        self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone."""
        self._is_narrow = is_narrow
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Ask for the word again."""
        title = self.entry.title()
        self.setText(title)
        self.setAccessibleName(f"{title} {self._badge}" if self._badge else title)
        self.setToolTip(tip_with_shortcut(title, self.entry.shortcut))

    @override
    def sizeHint(self) -> QSize:
        return QSize(NAVIGATION_NARROW, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        box = self.rect().adjusted(GRID, 1, -GRID, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colour(palette, Role.ACCENT_SOFT if self.isChecked() else Role.HOVER))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(colour(palette, Role.ACCENT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        ink = Role.ACCENT if self.isChecked() else Role.SECONDARY
        picture = icon_pixmap(self.entry.icon, ink, size=ICON_LARGE, ratio=self.devicePixelRatioF())
        left = (NAVIGATION_NARROW - ICON_LARGE) // 2
        painter.drawPixmap(left, (self.height() - ICON_LARGE) // 2, picture)
        room = self._paint_badge(painter, box)
        if self._is_narrow:
            return
        painter.setFont(sized(self.font(), TextSize.STRONG) if self.isChecked() else self.font())
        painter.setPen(colour(palette, Role.ACCENT if self.isChecked() else Role.TEXT))
        place = QRect(NAVIGATION_NARROW - GRID, 0, room - NAVIGATION_NARROW, self.height())
        text = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_badge(self, painter: QPainter, box: QRect) -> int:
        """Paint the number, or a dot when narrow; return where it begins."""
        if not self._badge:
            return box.right()
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette, Role.ACCENT))
        if self._is_narrow:
            painter.drawEllipse(QRect(box.right() - 12, box.top() + 4, 8, 8))
            return box.right()
        font = sized(self.font(), TextSize.SMALL)
        text = str(self._badge) if self._badge <= _MOST else f"{_MOST}+"
        width = max(18, QFontMetrics(font).horizontalAdvance(text) + 10)
        place = QRect(box.right() - width - GAP + GRID, box.center().y() - 8, width, 18)
        painter.drawRoundedRect(place, 9, 9)
        painter.setPen(colour(palette, Role.ON_ACCENT))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()


class Navigation(QWidget):
    """The column of entries; arrow keys go from one to the next, Enter opens.

    Signals:
        page_chosen: str, key of the page.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="right")
        self._buttons: dict[str, NavigationButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GRID, 1, GRID)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self._top = 0
        self.set_narrow(is_narrow=False)
        self._retranslate()

    @property
    def is_narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._is_narrow

    def add_entry(self, entry: NavigationEntry, *, at_bottom: bool = False) -> None:
        """Add an entry below those there are, or at the foot of the column."""
        button = NavigationButton(entry, self)
        button.set_narrow(is_narrow=self._is_narrow)
        button.clicked.connect(self._on_button_clicked)
        self._buttons[entry.key] = button
        if at_bottom:
            self._layout.addWidget(button)
        else:
            self._layout.insertWidget(self._top, button)
            self._top += 1

    def show_current(self, key: str) -> None:
        """Mark the page one is on."""
        self._buttons[key].setChecked(True)

    def show_badge(self, key: str, count: int) -> None:
        """Show a number at an entry, none for 0."""
        self._buttons[key].show_badge(count)

    def show_entry(self, key: str, *, is_shown: bool) -> None:
        """Offer an entry, or leave it out."""
        self._buttons[key].setVisible(is_shown)

    def button(self, key: str) -> NavigationButton:
        """Return the button of a page."""
        return self._buttons[key]

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        self._is_narrow = is_narrow
        self.setFixedWidth(NAVIGATION_NARROW if is_narrow else NAVIGATION_WIDTH)
        for button in self._buttons.values():
            button.set_narrow(is_narrow=is_narrow)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        for button in self._buttons.values():
            button.retranslate()

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavigationButton):
            self.page_chosen.emit(button.entry.key)
