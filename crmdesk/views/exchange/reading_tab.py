"""What the parts of the page share: a line of choices on top, a list below or words in its place, read when it is in sight."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext

_REFRESH_MS: Final = 120
"""After a change: several in a row are asked for once."""


class ReadingTab(QWidget):
    """Base of the parts. A change anywhere is followed once the part is in sight."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._is_stale = True
        self.words = QLabel(self)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        mark(self.words, textRole="secondary")
        self.top = QHBoxLayout()
        self.top.setContentsMargins(MARGIN + GRID, GAP, MARGIN, GAP)
        self.top.setSpacing(GAP)
        self.nothing = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.top)
        layout.addWidget(self._stack, 1)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refreshing.timeout.connect(self.refresh)
        context.ready.connect(self.refresh)
        context.bus.changed.connect(self._on_changed)

    def set_list(self, view: QWidget) -> None:
        """Take the list."""
        self._view = view
        self._stack.addWidget(view)
        self.setFocusProxy(view)

    def show_list(self, *, is_any: bool) -> None:
        """Show the list, or the words in its place."""
        self._stack.setCurrentWidget(self._view if is_any else self.nothing)

    @Slot()
    def refresh(self) -> None:
        """Read anew, now or when the part is looked at."""
        if not self.context.is_ready:
            return
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.read()

    @abstractmethod
    def read(self) -> None:
        """Ask the store."""

    @abstractmethod
    def retranslate(self) -> None:
        """Say everything in the present language."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._refreshing.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._refreshing.start()
