"""The foot of the dialog: what a person decides, with the day or the reason it needs."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.vocabulary import Outcome
from crmdesk.ui.forms.editors import DateInput
from crmdesk.ui.forms.fields import FieldKind, FieldSpec
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.taxonomies import TermRow

_PRIMARY: Final = "primary"


class OutcomeBar(QWidget):
    """Nothing is decided beforehand: the score proposes, the person chooses.

    Signals:
        decided: the outcome is to be stored.
        left: the dialog is to be left; everything answered is stored already.
    """

    decided = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="top")
        self._group = QButtonGroup(self)
        self.choices = {outcome: QRadioButton(self) for outcome in Outcome}
        self.day = DateInput(FieldSpec("look_again_on", "", FieldKind.DATE), self)
        self.reason = QComboBox(self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.decide_button, self.leave_button = QPushButton(self), QPushButton(self)
        mark(self.decide_button, kind=_PRIMARY)
        self.decide_button.setDefault(True)
        self.leave_button.setAutoDefault(False)
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        for button in self.choices.values():
            self._group.addButton(button)
            line.addWidget(button)
        line.addWidget(self.day)
        line.addWidget(self.reason)
        line.addStretch(1)
        line.addWidget(self.leave_button)
        line.addWidget(self.decide_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GRID)
        layout.addWidget(self.problem)
        layout.addLayout(line)
        self._group.buttonClicked.connect(self._on_chosen)
        self.decide_button.clicked.connect(self.decided)
        self.leave_button.clicked.connect(self.left)
        self._retranslate()
        self._show_needs()

    def offer_reasons(self, reasons: "tuple[TermRow, ...]") -> None:
        """Offer the reasons for disqualifying; the first entry is none."""
        chosen = self.reason_id
        self.reason.clear()
        self.reason.addItem(self.tr("Reason …"), "")
        for reason in reasons:
            self.reason.addItem(reason.name, reason.id)
        self.reason.setCurrentIndex(max(0, self.reason.findData(chosen)))

    def propose(self, outcome: Outcome | None) -> None:
        """Choose an outcome while the person has chosen none."""
        if outcome is not None and self.outcome is None:
            self.choices[outcome].setChecked(True)
            self._show_needs()

    @property
    def outcome(self) -> Outcome | None:
        """What is chosen."""
        return next((outcome for outcome, button in self.choices.items() if button.isChecked()), None)

    @property
    def look_again_on(self) -> date | None:
        """The day, None while it is empty or no date."""
        value = self.day.value()
        return value if isinstance(value, date) else None

    @property
    def reason_id(self) -> str:
        """The reason, empty for none."""
        return str(self.reason.currentData() or "")

    def say(self, problem: str) -> None:
        """Show what is missing, nothing for an empty text."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot(QAbstractButton)
    def _on_chosen(self, _button: QAbstractButton) -> None:
        self._show_needs()
        needs = {Outcome.NOT_YET: self.day, Outcome.DISQUALIFIED: self.reason}
        if self.outcome in needs:
            needs[self.outcome].setFocus()

    def _show_needs(self) -> None:
        self.day.setVisible(self.outcome is Outcome.NOT_YET)
        self.reason.setVisible(self.outcome is Outcome.DISQUALIFIED)
        self.decide_button.setEnabled(self.outcome is not None)
        self.say("")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for outcome, button in self.choices.items():
            button.setText(word(outcome))
        self.day.setPlaceholderText(self.tr("Look again on …"))
        self.day.setAccessibleName(self.tr("Day to look again"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.decide_button.setText(self.tr("Decide"))
        self.decide_button.setToolTip(self.tr("Store the outcome; Ctrl+Z takes it back  Ctrl+Enter"))
        self.leave_button.setText(self.tr("Go on later"))
        self.leave_button.setToolTip(self.tr("Every answer is stored; the next time it goes on here  Esc"))
