"""The question at the foot of a dialog whose closing would lose work; it takes the place of the buttons, not of the screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

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
        question = QLabel(self.tr("Close and lose what you did here?"), self)
        leave = QPushButton(self.tr("Close and lose it"), self)
        mark(leave, kind="danger")
        self._stay = QPushButton(self.tr("Keep working"), self)
        for button in (leave, self._stay):
            button.setAutoDefault(False)
        leave.clicked.connect(self._on_leave_clicked)
        self._stay.clicked.connect(self._on_stay_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(question)
        line.addStretch(1)
        line.addWidget(leave)
        line.addWidget(self._stay)

    def focus_stay(self) -> None:
        """Put the keyboard on the answer that loses nothing."""
        self._stay.setFocus()

    def _on_stay_clicked(self) -> None:
        self.stay_chosen.emit()

    def _on_leave_clicked(self) -> None:
        self.leave_chosen.emit()
