"""One criterion in the dialog: what to ask, how to find out, what is known, and who or what shows it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import AnswerValue
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import day_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.qualification import Question

_CHOICES: Final[tuple[AnswerValue | None, ...]] = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, None)
_KEYS: Final = {
    Qt.Key.Key_1: AnswerValue.YES,
    Qt.Key.Key_2: AnswerValue.PARTLY,
    Qt.Key.Key_3: AnswerValue.NO,
    Qt.Key.Key_0: None,
}


class QuestionCard(QWidget):
    """1, 2, 3 and 0 answer while the answers have the keyboard; Tab goes to the evidence and on to the next criterion.

    Signals:
        answered: (`str` criterion, `AnswerValue | None`, `str` evidence).
    """

    answered = Signal(str, object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        mark(self, surface="surface")
        self._name, self._ask, self._hint, self._when = (QLabel(self) for _ in range(4))
        for label, role in ((self._name, "strong"), (self._ask, ""), (self._hint, "small"), (self._when, "small")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._when)
            if role:
                mark(label, textRole=role)
        self._group = QButtonGroup(self)
        self.buttons = {choice: QRadioButton(self) for choice in _CHOICES}
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        for button in self.buttons.values():
            button.installEventFilter(self)
            self._group.addButton(button)
            line.addWidget(button)
        self.evidence = QLineEdit(self)
        self.evidence.setMaxLength(2000)
        line.addWidget(self.evidence, 1)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._when)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, GAP)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self._ask)
        layout.addWidget(self._hint)
        layout.addLayout(line)
        self._group.buttonClicked.connect(self._on_clicked)
        self.evidence.editingFinished.connect(self._on_evidence)
        self._retranslate()

    @property
    def criterion(self) -> str:
        """Id of the criterion shown."""
        return "" if self._question is None else self._question.criterion_id

    def show_question(self, question: "Question", *, is_closed: bool) -> None:
        """Show a criterion with what is known; text that is being typed stays."""
        self._question = question
        self._ask.setText(question.question)
        self._ask.setVisible(bool(question.question))
        self._hint.setText(question.hint)
        self._hint.setVisible(bool(question.hint))
        self.buttons[question.value].setChecked(True)
        if not self.evidence.hasFocus():
            self.evidence.setText(question.evidence)
        for widget in (*self.buttons.values(), self.evidence):
            widget.setEnabled(not is_closed)
        self._retranslate()

    def focus_answers(self) -> None:
        """Put the keyboard on the answer there is."""
        checked = self._group.checkedButton()
        (checked or self.buttons[None]).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> AnswerValue | None:
        """The answer that is chosen."""
        return next((choice for choice, button in self.buttons.items() if button.isChecked()), None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self.evidence:
            key = Qt.Key(event.key())
            if key in _KEYS:
                self.buttons[_KEYS[key]].click()
                self.buttons[_KEYS[key]].setFocus()
                return True
        return False

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self._tell()

    @Slot()
    def _on_evidence(self) -> None:
        if self._question is not None and self.evidence.text().strip() != self._question.evidence:
            self._tell()

    def _tell(self) -> None:
        self.answered.emit(self.criterion, self.chosen, self.evidence.text().strip())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for number, (choice, button) in enumerate(self.buttons.items(), 1):
            button.setText(self.tr("Not known") if choice is None else word(choice))
            button.setToolTip(self.tr("Key {key}").format(key=0 if choice is None else number))
        self.evidence.setPlaceholderText(self.tr("Who said so, or what shows it"))
        self.evidence.setAccessibleName(self.tr("Evidence"))
        question = self._question
        if question is None:
            return
        self._name.setText(
            self.tr("{name} – must not be no").format(name=question.name) if question.is_knock_out else question.name
        )
        self._when.setText(day_text(question.answered_on))
        self._when.setToolTip(self.tr("Day on which it was learnt"))
        for choice, button in self.buttons.items():
            said = self.tr("Not known") if choice is None else word(choice)
            button.setAccessibleName(f"{question.name}: {said}")
