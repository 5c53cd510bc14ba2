"""The question at the foot of a dialog whose closing would lose work; it takes the place of the buttons, not of the screen."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark


class LeaveQuestion(QWidget):
    """Asks whether to close and lose work.

    Signals:
        stay_chosen: go on working.
        leave_chosen: close and lose it.
    """

    stay_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(self)
        self._leave = QPushButton(self)
        mark(self._leave, kind="danger")
        self._stay = QPushButton(self)
        for button in (self._leave, self._stay):
            button.setAutoDefault(False)
        self._leave.clicked.connect(self._on_leave_clicked)
        self._stay.clicked.connect(self._on_stay_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._question)
        line.addStretch(1)
        line.addWidget(self._leave)
        line.addWidget(self._stay)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Close and lose what you did here?"))
        self._leave.setText(self.tr("Close and lose it"))
        self._stay.setText(self.tr("Keep working"))

    def focus_stay(self) -> None:
        """Put the keyboard on the answer that loses nothing."""
        self._stay.setFocus()

    def _on_stay_clicked(self) -> None:
        self.stay_chosen.emit()

    def _on_leave_clicked(self) -> None:
        self.leave_chosen.emit()
