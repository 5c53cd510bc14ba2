"""Where another value is typed, or a question to a colleague: one input under the buttons, Enter gives the answer, Esc closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.exchange_words import Choice
from crmdesk.services.record_fields import FieldType
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.forms.editors import make_input
from crmdesk.ui.forms.fields import FieldKind, FieldSpec
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.conflicts.company_input import CompanyInput
from crmdesk.views.conflicts.typed_fields import begin_with, saved_as, type_of, typed_field
from crmdesk.views.conflicts.wording import field_text
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.questions import Question
    from crmdesk.ui.forms.editors import Input

_WIDTH = 420


class AnswerBox(QWidget):
    """Hidden until it is needed.

    Signals:
        given: (`Choice`, the value) what was typed.
        closed: nothing was.
    """

    given = Signal(object, object)
    closed = Signal()

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choice = Choice.OTHER
        self._is_long = False
        self._question: Question | None = None
        self._input: Input | CompanyInput | None = None
        self._label = QLabel(self)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        mark(self._problem, textRole="bad")
        self._give = QPushButton(self)
        mark(self._give, kind="primary")
        self._cancel = QPushButton(self)
        mark(self._cancel, kind="quiet")
        self._place = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._give)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._label)
        layout.addLayout(self._place)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self._give.clicked.connect(self._on_give)
        self._cancel.clicked.connect(self._on_cancel)
        self.hide()
        self._retranslate()

    def type_another(self, question: "Question", choices: Choices) -> None:
        """Let another value be typed, beginning with what was wanted."""
        if question.field is None:
            return
        self._drop_input()
        self._question = question
        label = field_text(question)
        if type_of(question) is FieldType.COMPANY:
            self._begin(Choice.OTHER, self._company_input(question, label), label)
            self._on_company_chosen()
            return
        spec = typed_field(question, choices)
        made = make_input(spec, self)
        self._begin(Choice.OTHER, made, label, is_long=spec.kind is FieldKind.MULTILINE)
        if question.mine.value is not None:
            made.set_value(begin_with(question))

    def _company_input(self, question: "Question", label: str) -> CompanyInput:
        own = RecordKey(question.table, question.record)
        made = CompanyInput(self._context, own, self, with_top=question.field == "parent_id")
        made.name_input(label)
        made.chosen.connect(self._on_company_chosen)
        made.picked.connect(self._on_give)
        return made

    def ask(self, name: str) -> None:
        """Let a question be typed."""
        text = self.tr("What do you want to ask {name}?").format(name=name) if name else self.tr("What do you want to ask?")
        self._drop_input()
        self._begin(Choice.ASK, make_input(FieldSpec("ask", text, FieldKind.TEXT, max_length=500), self), text)

    def _begin(self, choice: Choice, made: "Input | CompanyInput", label: str, *, is_long: bool = False) -> None:
        self._choice = choice
        self._is_long = is_long
        self._input = made
        self._give.setEnabled(True)
        made.setAccessibleName(label)
        mark(made, propertyField=False)
        made.setMaximumWidth(_WIDTH)
        self._place.addWidget(made)
        self._label.setText(label)
        self._label.setBuddy(made)
        self._problem.hide()
        self._retranslate()
        self.show()
        made.show()
        made.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say why the answer was not taken."""
        self._problem.setText(text)
        self._problem.show()

    def close_box(self) -> None:
        """Hide it."""
        self._drop_input()
        self.hide()

    def _drop_input(self) -> None:
        if self._input is not None:
            self._place.removeWidget(self._input)
            self._input.hide()
            self._input.deleteLater()
            self._input = None
            self._question = None

    @property
    def input(self) -> "Input | CompanyInput | None":
        """What is typed into, None while the box is closed."""
        return self._input

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and (not self._is_long or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._on_give()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        is_question = self._choice is Choice.ASK
        self._give.setText(self.tr("Ask") if is_question else self.tr("Use this"))
        keys = "Ctrl+Enter" if self._is_long else "Enter"
        self._give.setToolTip(self.tr("Give this answer  {keys}").format(keys=keys))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Close without an answer  Esc"))

    @Slot()
    def _on_give(self) -> None:
        if self._input is None or not self._give.isEnabled():
            return
        value: object = self._input.value()
        if self._question is not None:
            value = saved_as(self._question, self._input.value())
        self.given.emit(self._choice, value)

    @Slot()
    def _on_company_chosen(self) -> None:
        self._give.setEnabled(isinstance(self._input, CompanyInput) and self._input.has_choice)

    @Slot()
    def _on_cancel(self) -> None:
        self.close_box()
        self.closed.emit()
