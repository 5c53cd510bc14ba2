"""What is chosen in the list: what happened, the values side by side, and the answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.exchange_words import Choice, ConflictKind
from crmdesk.services.questions import Question, WaitingEdit, same_answers
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip
from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.change_words import account_text, change_line
from crmdesk.views.conflicts.answer_box import AnswerBox
from crmdesk.views.conflicts.side_columns import Column, SideColumns
from crmdesk.views.conflicts.value_scroll import ValueScroll
from crmdesk.views.conflicts.wording import (
    author_text,
    choice_text,
    field_text,
    kind_look,
    side_text,
    story_text,
    subject_text,
    time_or_dash,
    waiting_story,
)
from crmdesk.views.context import ViewContext
from crmdesk.views.words import time_text

if TYPE_CHECKING:
    from collections.abc import Mapping

Item = Question | WaitingEdit
KEYS: Final["Mapping[Choice, str]"] = {
    Choice.KEEP: "K",
    Choice.MINE: "M",
    Choice.OTHER: "T",
    Choice.ASK: "A",
    Choice.ACCEPT: "Y",
    Choice.DISMISS: "N",
}
"""The letter that gives an answer while the list has the keyboard."""
_ORDER: Final = (Choice.KEEP, Choice.MINE, Choice.OTHER, Choice.ASK, Choice.ACCEPT, Choice.DISMISS)


class QuestionPanel(QWidget):
    """Shows one question with everything there is to know, or many at once with the answers they share.

    Signals:
        answer_given: (`Choice`, the value typed or asked, else None).
        choices_wanted: another value is to be typed, and the pickers' entries are not known yet.
        open_asked: `RecordKey` of the customer. merge_asked: tuple of `RecordKey` that may be one.
    """

    answer_given = Signal(object, object)
    choices_wanted = Signal()
    open_asked = Signal(object)
    merge_asked = Signal(object)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._choices: Choices | None = None
        mark(self, surface="surface")
        self.chip = Chip(parent=self)
        self.title = _label(self, "recordTitle")
        self.customer = _label(self, "secondary")
        self.story = _label(self, "")
        self._values = QWidget(self)
        mark(self._values, surface="surface")
        self.columns = SideColumns(self._values)
        self.said = _label(self._values, "secondary")
        self._scroll = ValueScroll(self._values, self)
        self.box = AnswerBox(context, self)
        self.answer_actions: dict[Choice, QAction] = {}
        self.answer_buttons: dict[Choice, ActionButton] = {}
        self._merge, self._open = QAction(self), QAction(self)
        self._build()
        self.box.given.connect(self.answer_given)
        self._merge.triggered.connect(self._on_merge)
        self._open.triggered.connect(self.ask_open)
        self.show_items(())

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.chip)
        top.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for choice in _ORDER:
            action = QAction(self)
            action.setData(choice)
            action.triggered.connect(self._on_choice)
            self.answer_actions[choice] = action
            self.answer_buttons[choice] = ActionButton(action, parent=self)
            buttons.addWidget(self.answer_buttons[choice])
        self.merge_button = ActionButton(self._merge, parent=self)
        self.open_button = ActionButton(self._open, kind="quiet", parent=self)
        buttons.addWidget(self.merge_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        values = QVBoxLayout(self._values)
        values.setContentsMargins(0, 0, 0, 0)
        values.setSpacing(GAP)
        values.addWidget(self.columns)
        values.addWidget(self.said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + GRID, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.customer)
        layout.addWidget(self.story)
        layout.addSpacing(GRID)
        layout.addWidget(self._scroll)
        layout.addSpacing(GRID)
        layout.addLayout(buttons)
        layout.addWidget(self.box)
        layout.addStretch(1)

    # What is shown

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown."""
        return self._items

    @property
    def answers(self) -> tuple[Choice, ...]:
        """The answers that can be given to all that is shown."""
        items = self._items
        questions = [item for item in items if isinstance(item, Question)]
        if questions and len(questions) == len(items):
            shared = same_answers(questions)
            return shared if len(items) == 1 else tuple(choice for choice in shared if choice is not Choice.OTHER)
        if items and not questions and all(item.needs_me for item in items):
            return (Choice.ACCEPT, Choice.DISMISS)
        return ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what is chosen."""
        if [item.id for item in items] != [item.id for item in self._items]:
            self.box.close_box()
        self._items = tuple(items)
        self._show_words()

    def set_choices(self, choices: Choices) -> None:
        """Take the pickers' entries, and open the box that waited for them."""
        self._choices = choices
        self._type_another()

    # Answering

    def give(self, choice: Choice) -> None:
        """Give an answer, or open the box where it is typed; nothing happens where there is no such answer."""
        if choice not in self.answers:
            return
        if choice is Choice.OTHER:
            self._type_another()
        elif choice is Choice.ASK:
            first = self._items[0]
            name = ""
            if len(self._items) == 1 and isinstance(first, Question):
                name = author_text(first.mine if first.theirs.is_me else first.theirs)
            self.box.ask(name)
        else:
            self.answer_given.emit(choice, None)

    def _type_another(self) -> None:
        if self._choices is None:
            self.choices_wanted.emit()
        elif len(self._items) == 1 and isinstance(self._items[0], Question):
            self.box.type_another(self._items[0], self._choices)

    @Slot()
    def ask_open(self) -> None:
        """Ask for the customer to be opened."""
        if len(self._items) == 1 and self._items[0].account is not None:
            self.open_asked.emit(self._items[0].account.key)

    @Slot()
    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.give(Choice(action.data()))  # Qt hands a text back

    @Slot()
    def _on_merge(self) -> None:
        keys = self._may_be_one()
        if keys:
            self.merge_asked.emit(keys)

    def _may_be_one(self) -> tuple[RecordKey, ...]:
        if len(self._items) != 1 or not isinstance(self._items[0], Question):
            return ()
        question = self._items[0]
        mine = RecordKey(question.table, question.record)
        other = question.theirs.record
        return (mine, other) if other is not None and other.kind is mine.kind and other != mine else ()

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()

    def _show_words(self) -> None:
        items = self._items
        answers = self.answers
        single = items[0] if len(items) == 1 else None
        question = single if isinstance(single, Question) else None
        for choice, action in self.answer_actions.items():
            action.setVisible(choice in answers)
            if choice not in answers:
                continue
            text = choice_text(question, choice)
            action.setText(text)
            action.setToolTip(self.tr("{answer}  {key}").format(answer=without_mnemonic(text), key=KEYS[choice]))
            is_only = len(answers) == 1 and not self._may_be_one()
            mark(self.answer_buttons[choice], kind="primary" if is_only else "")  # where one must choose, nobody is pushed
        self._merge.setText(self.tr("Mer&ge …"))
        self._merge.setToolTip(self.tr("Compare the two and make one of them"))
        self._merge.setVisible(bool(self._may_be_one()))
        self._open.setText(self.tr("&Open"))
        self._open.setToolTip(self.tr("Show the customer on the page of accounts  Enter"))
        self._open.setVisible(single is not None and single.account is not None)
        if question is not None:
            self._show_question(question)
        elif isinstance(single, WaitingEdit):
            self._show_waiting(single)
        else:
            self._show_many(items, answers)

    def _show_question(self, question: Question) -> None:
        self.chip.show_look(kind_look(question.kind, needs_me=question.needs_me, is_flat=False))
        self.chip.show()
        field, subject = field_text(question), subject_text(question)
        name = question.account.name if question.account is not None else question.record_name or "—"
        self.title.setText(self.tr("{name}: {field}").format(name=subject or name, field=field) if field else subject or name)
        self.customer.setText("" if question.account is None else account_text(question.account))
        self.story.setText(story_text(question))
        columns: tuple[Column, ...] = ()
        if question.has_value:
            is_code = question.kind is ConflictKind.CODE  # what the centre has there is the other customer
            columns = (
                Column(self.tr("Before"), "", side_text(question, question.base)),
                Column(
                    self.tr("Belongs to") if is_code else self.tr("At the centre"),
                    "" if is_code else self._author(question.theirs.by, question.theirs.is_me, time_or_dash(question.theirs.at)),
                    side_text(question, question.theirs),
                    differs=True,
                ),
                Column(
                    self.tr("Yours") if question.mine.is_me else self.tr("Wanted instead"),
                    self._author(question.mine.by, question.mine.is_me, time_or_dash(question.mine.at)),
                    side_text(question, question.mine),
                    differs=True,
                ),
            )
        self._show_columns(columns)
        lines = [
            self.tr("{who}, {time}: {text}").format(
                who=self.tr("You") if line.is_me else line.by or "—",
                time=self.tr("goes with the next exchange") if line.at is None else time_text(line.at),
                text=line.text,
            )
            for line in question.said
        ]
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))

    def _author(self, by: str | None, is_me: bool, time: str) -> str:  # noqa: FBT001 - two facts about one value
        if is_me:
            return self.tr("you, {time}").format(time=time)
        return self.tr("{who}, {time}").format(who=by or self.tr("somebody"), time=time)

    def _show_waiting(self, edit: WaitingEdit) -> None:
        self.chip.show_look(kind_look(None, needs_me=edit.needs_me, is_flat=False))
        self.chip.show()
        name = edit.account.name if edit.account is not None else edit.record_name or "—"
        self.title.setText(subject_text(edit) or name)
        self.customer.setText("" if edit.account is None else account_text(edit.account))
        self.story.setText(waiting_story(edit))
        lines = [line for change in edit.changes if (line := change_line(change))]
        by = self._author(edit.by, edit.is_mine, time_or_dash(edit.made_at))
        self._show_columns((Column(self.tr("The edit"), by, "\n".join(lines), differs=True),))
        self.said.hide()

    def _show_many(self, items: tuple[Item, ...], answers: tuple[Choice, ...]) -> None:
        self.chip.hide()
        self.title.setText(self.tr("%n chosen", "", len(items)) if items else "")
        self.customer.setText("")
        told = self.tr("One answer settles all of them.") if answers else self.tr("They have no answer in common: choose fewer.")
        self.story.setText(told if items else self.tr("Choose a line to see what happened."))
        self._show_columns(())
        self.said.hide()

    def _show_columns(self, columns: tuple[Column, ...]) -> None:
        self.columns.setVisible(bool(columns))
        self.columns.show_columns(columns)


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if role:
        mark(label, textRole=role)
    return label
