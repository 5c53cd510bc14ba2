"""The page of the exchange: what others changed, what waits to be sent, and what one holds."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.held_tab import HeldTab
from crmdesk.views.exchange.news_tab import NewsTab
from crmdesk.views.exchange.outbox_tab import OutboxTab

PARTS: Final = ("news", "outbox", "held")


class ExchangePage(QWidget):
    """Three parts, read when they are looked at; Ctrl+PgDown and Ctrl+PgUp walk through them."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="surface")
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for _ in PARTS:
            self.bar.addTab("")
        self._stack = QStackedWidget(self)
        self.news, self.outbox, self.held = NewsTab(context, self), OutboxTab(context, self), HeldTab(context, self)
        for tab in (self.news, self.outbox, self.held):
            self._stack.addWidget(tab)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN + GRID, GRID, MARGIN, 0)
        line.addWidget(self.bar)
        line.addStretch(1)
        holder = QWidget(self)
        holder.setLayout(line)
        mark(holder, surface="surface", edge="bottom")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(holder)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        self.bar.currentChanged.connect(self._on_part_shown)
        for keys, slot in (("Ctrl+PgDown", self._on_next), ("Ctrl+PgUp", self._on_previous)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)
        self._retranslate()
        self._on_part_shown()

    @property
    def part(self) -> str:
        """The part shown, one of `PARTS`."""
        return PARTS[self.bar.currentIndex()]

    def show_part(self, part: str) -> None:
        """Show one of `PARTS`."""
        self.bar.setCurrentIndex(PARTS.index(part))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Parts of the exchange"))
        for at, text in enumerate((self.tr("News"), self.tr("On their way"), self.tr("Held by me"))):
            self.bar.setTabText(at, text)
            self.bar.setTabToolTip(at, self.tr("Next and previous part: Ctrl+PgDown, Ctrl+PgUp"))

    @Slot()
    def _on_part_shown(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None:
            self.setFocusProxy(shown)

    @Slot()
    def _on_next(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + step) % len(PARTS))
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
