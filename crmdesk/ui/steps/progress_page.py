"""The page of a step dialog that shows how far long work is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.tasks.progress import ProgressState
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark

_STEPS = 1000


class ProgressPage(QWidget):
    """What is being done, how far, how long, cancel.

    Signals:
        cancel_asked: by the button.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        mark(self._title, textRole="recordTitle")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._doing = QLabel(self)
        mark(self._doing, textRole="secondary")
        self._cancel = QPushButton(self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self._bar)
        layout.addWidget(self._doing)
        layout.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel") if self._cancel.isEnabled() else self.tr("Stopping …"))

    def begin(self, title: str) -> None:
        """Start anew."""
        self._title.setText(title)
        self._bar.setRange(0, 0)
        self._doing.setText("")
        self._cancel.setEnabled(True)
        self._retranslate()

    def show_state(self, state: ProgressState) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, _STEPS if state.total else 0)
        parts = [state.text] if state.text else []
        if state.total:
            self._bar.setValue(_STEPS * state.done // state.total)
            parts.append(self.tr("{percent} %").format(percent=100 * state.done // state.total))
        if state.left_s is not None:
            minutes, seconds = divmod(round(state.left_s), 60)
            parts.append(self.tr("{minutes}:{seconds:02} left").format(minutes=minutes, seconds=seconds))
        self._doing.setText(" · ".join(parts))

    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._retranslate()
        self.cancel_asked.emit()
