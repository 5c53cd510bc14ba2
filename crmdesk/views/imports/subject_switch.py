"""Whether the rows of a file are customers or leads: two buttons, one of them down."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from crmdesk.exchange.fields import Subject
from crmdesk.ui.theme.metrics import GAP


class SubjectSwitch(QWidget):
    """Shows what is proposed; one click says otherwise.

    Signals:
        chosen: `Subject`, by the user.
    """

    chosen = Signal(object)  # Subject

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Subject, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(QLabel(self.tr("The rows are"), self))
        for subject, text, tip in (
            (Subject.ACCOUNTS, self.tr("Customers"), self.tr("Companies, their sites and contacts")),
            (Subject.LEADS, self.tr("Leads"), self.tr("Names that may become customers; they go to a pool or to people")),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setObjectName(subject.value)
            self._buttons[subject] = button
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons[Subject.ACCOUNTS].setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._buttons[Subject.ACCOUNTS])

    def set_subject(self, subject: Subject) -> None:
        """Show what the rows are without telling anybody."""
        self._buttons[subject].setChecked(True)
        self.setFocusProxy(self._buttons[subject])

    @Slot()
    def _on_clicked(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.chosen.emit(Subject(button.objectName()))
