"""The bar that says what happened and takes it back, for ten seconds (`look.md`, principle 5)."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark

SHOWN_MS: Final = 10_000


class UndoBar(QWidget):
    """One sentence, *Undo*, and a cross. A newer action takes the place of the older; the mouse over it stops the clock.

    Signals:
        closed: the bar was closed, by time, by the cross or after Undo.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        mark(self, surface="raised")
        self._sentence = QLabel(self)
        self._undo_button = QPushButton(self)
        mark(self._undo_button, kind="quiet")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._close_button = QToolButton(self)
        self._close_button.setIcon(icon("x"))
        self._close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 4, 4, 4)
        layout.setSpacing(GAP)
        layout.addWidget(self._sentence)
        layout.addWidget(self._undo_button)
        layout.addWidget(self._close_button)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._retranslate()

    def show_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what happened; `undo`, a bound method or plain function, is called at most once."""
        self._undo = undo
        self._sentence.setText(sentence)
        self._undo_button.setAccessibleDescription(sentence)
        self.show()
        self.adjustSize()
        self.raise_()
        self._timer.start()

    @Slot()
    def dismiss(self) -> None:
        """Close the bar; what happened stays."""
        self._timer.stop()
        self._undo = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.isHidden():
            self._timer.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._undo_button.setText(self.tr("&Undo"))
        self._undo_button.setAccessibleName(self.tr("Undo"))
        self._undo_button.setToolTip(self.tr("Take this back"))
        self._close_button.setAccessibleName(self.tr("Close"))
        self._close_button.setToolTip(self.tr("Close"))
        self.setAccessibleName(self.tr("What just happened"))

    @Slot()
    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()
