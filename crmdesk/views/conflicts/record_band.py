"""The band on a record with conflicts or waiting edits: a line each, with the same answers as on their page."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.exchange_words import Choice
from crmdesk.services.questions import Question
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.icons import icon, icon_pixmap
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.change_words import change_line
from crmdesk.views.conflicts.answering import Answering
from crmdesk.views.conflicts.wording import (
    author_text,
    choice_text,
    field_text,
    side_text,
    story_text,
    subject_text,
    waiting_story,
)
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.questions import WaitingEdit

_MOST: Final = 3
_LONGEST: Final = 40
_THERE: Final = frozenset({Choice.OTHER, Choice.ASK})
"""Answers that are typed: on the page of conflicts, where there is room."""


class QuestionLine(QWidget):
    """One conflict or waiting edit: what it is about, and its answers."""

    def __init__(self, item: "Question | WaitingEdit", band: "ConflictBand") -> None:
        super().__init__(band)
        self._item = item
        self._band = band
        self._picture = QLabel(self)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)  # who it is from and what both wanted is what the answer depends on: nothing is cut
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GRID // 2, MARGIN, GRID // 2)
        layout.setSpacing(GAP)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(GAP)
        role = Role.WARN if item.needs_me else Role.SECONDARY
        self._picture.setPixmap(icon_pixmap("scale", role, size=ICON, ratio=self.devicePixelRatioF()))
        self.sentence.setText(self._text())
        self.answers: dict[Choice, QPushButton] = {}
        self.typed: dict[Choice, QAction] = {}
        for choice in self._choices():
            text = without_mnemonic(choice_text(item if isinstance(item, Question) else None, choice))
            if choice in _THERE:
                self.typed[choice] = self._typed_answer(choice, text)
            else:
                self.answers[choice] = self._button(choice, text)
                layout.addWidget(self.answers[choice], 0, Qt.AlignmentFlag.AlignVCenter)
        if self.typed:
            layout.addWidget(self._further(), 0, Qt.AlignmentFlag.AlignVCenter)

    def _button(self, choice: Choice, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setProperty("answer", choice.value)
        button.setAutoDefault(False)
        mark(button, kind="quiet")
        button.clicked.connect(self._on_clicked)
        return button

    def _typed_answer(self, choice: Choice, text: str) -> QAction:
        action = QAction(text, self)
        action.setData(choice)
        action.triggered.connect(self._on_typed)
        return action

    def _further(self) -> QToolButton:
        """Return the button behind which the answers stand that are typed."""
        further = QToolButton(self)
        further.setIcon(icon("ellipsis"))
        further.setToolTip(self.tr("Type another value, or ask"))
        further.setAccessibleName(self.tr("Further answers"))
        further.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(further)
        menu.addActions(list(self.typed.values()))
        further.setMenu(menu)
        return further

    def _choices(self) -> tuple[Choice, ...]:
        if isinstance(self._item, Question):
            return self._item.choices
        return (Choice.ACCEPT, Choice.DISMISS) if self._item.needs_me else ()

    def _text(self) -> str:
        item = self._item
        if not isinstance(item, Question):
            changes = "; ".join(line for change in item.changes if (line := change_line(change)))
            return self.tr("{story} {changes}").format(story=waiting_story(item), changes=changes)
        if not item.has_value or not field_text(item):
            return story_text(item)
        field = field_text(item)
        subject = subject_text(item)
        named = self.tr("{subject}, {field}").format(subject=subject, field=field) if subject else field
        return self.tr("{field}: {theirs} ({who}) or {mine} ({other})?").format(
            field=named,
            theirs=side_text(item, item.theirs, longest=_LONGEST) or "—",
            who=self.tr("you") if item.theirs.is_me else author_text(item.theirs),
            mine=side_text(item, item.mine, longest=_LONGEST) or "—",
            other=self.tr("you") if item.mine.is_me else author_text(item.mine),
        )

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._band.give(Choice(button.property("answer")), self._item.id)

    @Slot()
    def _on_typed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._band.give(Choice(action.data()), self._item.id)  # Qt hands a text back


class ConflictBand(QWidget):
    """Hidden where nothing is open. `show_record` whenever another record is opened; it follows changes by itself."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: RecordKey | None = None
        self._items: tuple[Question | WaitingEdit, ...] = ()
        self._answering = Answering(context, self)
        mark(self, surface="window", edge="bottom")
        self.lines: list[QuestionLine] = []
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        mark(self.more, kind="quiet")
        self.more.clicked.connect(self._on_more)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        context.bus.changed.connect(self._on_changed)
        context.exchange_turned.connect(self._ask)

    def show_record(self, key: RecordKey | None) -> None:
        """Show what is open about a record; None for none."""
        if key != self._key:
            self._show(())
        self._key = key
        self._ask()

    def give(self, choice: Choice, question: str) -> None:
        """Give an answer; one that is typed is typed on the page of conflicts."""
        if choice in _THERE:
            self._context.questions_asked.emit(f"{question}#{choice.value}")
        else:
            self._answering.give(choice, [question])

    @Slot()
    def _ask(self) -> None:
        if self._key is None or not self._context.is_ready or not (self._items or self._context.has_questions):
            return
        work = partial(self._context.services.conflicts.on_record, self._key, language=self._context.language)
        self._context.tasks.read(work, done=self._on_read, latest="questions")

    @Slot(object)
    def _on_read(self, found: "tuple[tuple[Question, ...], tuple[WaitingEdit, ...]]") -> None:
        self._show((*found[0], *found[1]))

    def _show(self, items: "tuple[Question | WaitingEdit, ...]") -> None:
        if items == self._items:
            return
        self._items = items
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [QuestionLine(item, self) for item in items[:_MOST]]
        for at, line in enumerate(self.lines):
            self._layout.insertWidget(at, line)
            line.show()
        self.more.setText(self.tr("… and %n more", "", len(items) - _MOST))
        self.more.setVisible(len(items) > _MOST)
        self.setVisible(bool(items))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._ask()

    @Slot()
    def _on_more(self) -> None:
        self._context.questions_asked.emit(str(self._key))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            items, self._items = self._items, ()
            self._show(items)
            self._ask()
