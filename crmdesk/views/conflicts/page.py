"""The page of conflicts: everything that needs somebody's answer at the left, the chosen one with its answers at the right."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.exchange_words import Choice
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import COMPACT_BELOW, GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.choices import Choices, load_choices
from crmdesk.views.conflicts.answering import Answering
from crmdesk.views.conflicts.panel import Item, QuestionPanel
from crmdesk.views.conflicts.question_list import QuestionList
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conflicts import ConflictService
    from crmdesk.services.questions import Question, WaitingEdit

_SPLITTER: Final = "conflicts"
_LIST_WIDTH: Final = 580
_PANEL_WIDTH: Final = 610
_LIST_HEIGHT: Final = 150
_PANEL_HEIGHT: Final = 300
_REFRESH_MS: Final = 80
"""After a change: several in a row are asked for once."""
MINE, ALL, CONFLICTS, WAITING = range(4)


class ConflictsPage(QWidget):
    """What waits for whoever sits here comes first. Letters give the answers, arrows walk, Enter opens the customer."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._all: tuple[Item, ...] = ()
        self._wanted = ""
        self._is_known = False
        self._is_answering = False
        self._answering = Answering(context, self, shows_refusals=False)
        self.filter = QComboBox(self)
        self._words = QLabel(self)
        mark(self._words, textRole="secondary")
        self.list = QuestionList(self)
        self.panel = QuestionPanel(context, self)
        self._nothing = EmptyState(self)
        self._exchange, self._show_all = QAction(self), QAction(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._whole = QStackedWidget(self)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        if context.is_ready:
            self._on_ready()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        top.setSpacing(GAP)
        top.addWidget(self.filter)
        top.addWidget(self._words, 1)
        self.list.setMinimumWidth(280)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.panel)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._restore_sizes()
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._whole, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self._on_ready)
        context.bus.changed.connect(self._on_changed)
        self._refreshing.timeout.connect(self.refresh)
        self.filter.currentIndexChanged.connect(self._on_filtered)
        self._exchange.triggered.connect(self._on_exchange)
        self._show_all.triggered.connect(self._on_show_all)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.list.row_selection_changed.connect(self._on_selected)
        self.list.answer_asked.connect(self._on_letter)
        self.list.open_asked.connect(self.panel.ask_open)
        self.panel.answer_given.connect(self._on_answer_given)
        self.panel.choices_wanted.connect(self._on_choices_wanted)
        self.panel.open_asked.connect(self._on_open_asked)
        self.panel.merge_asked.connect(self._on_merge_asked)
        self.panel.box.closed.connect(self.list.setFocus)
        self._answering.answered.connect(self._on_answered)
        self._answering.refused.connect(self._on_refused)

    # Reading

    @Slot()
    def _on_ready(self) -> None:
        self._is_known = False
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is open."""
        if self._context.is_ready:
            work = partial(_read, self._context.services.conflicts, self._context.language)
            self._context.tasks.read(work, done=self._on_read, latest="questions")

    @Slot(object)
    def _on_read(self, found: "tuple[Question | WaitingEdit, ...]") -> None:
        self._is_known = True
        self._all = found
        self._show()

    def show_record(self, key: str) -> None:
        """Go to what is open about a company or site, `company:…`, or to one question with an answer to be typed, `id#ask`."""
        self._wanted = key
        if key:
            with QSignalBlocker(self.filter):
                self.filter.setCurrentIndex(ALL)
        if self._is_known:
            self._show()

    def _shown(self) -> tuple[Item, ...]:
        from crmdesk.services.questions import Question

        chosen = self.filter.currentIndex()
        if chosen == ALL:
            return self._all
        if chosen == MINE:
            return tuple(item for item in self._all if item.needs_me)
        return tuple(item for item in self._all if isinstance(item, Question) is (chosen == CONFLICTS))

    def _show(self) -> None:
        items = self._shown()
        if not items and self._all and self.filter.currentIndex() == MINE and not self._wanted:
            self._on_show_all()  # nothing waits for me: what there is beside is shown rather than nothing
            return
        self.list.show_items(items)
        self.panel.show_items(self.list.chosen())
        self._is_answering = False
        wanted, self._wanted = self._wanted, ""
        question, _, answer = wanted.partition("#")
        places = (
            at
            for at, item in enumerate(items)
            if item.id == question or (item.account is not None and str(item.account.key) == wanted)
        )
        place = next(places, None)
        self._show_state()
        if place is not None:
            self.list.go_to(place)
            self.panel.show_items((items[place],))
            if answer:
                self.panel.give(Choice(answer))

    # Choosing and answering

    @Slot()
    def _on_selected(self) -> None:
        self.panel.show_items(self.list.chosen())

    @Slot(object)
    def _on_letter(self, choice: Choice) -> None:
        if not self._is_answering:  # the next letter is meant for the next line, which is not here yet
            self.panel.give(choice)

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        self._is_answering = False
        if self.panel.box.isVisible():
            self.panel.box.show_problem(text)
        else:
            self._context.frame.show_message(text, Severity.BAD)
            self._refreshing.start()

    @Slot(object, object)
    def _on_answer_given(self, choice: Choice, value: object) -> None:
        self._is_answering = True
        self._answering.give(choice, [item.id for item in self.panel.items], value)

    @Slot()
    def _on_answered(self) -> None:
        self.panel.box.close_box()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refreshing.start()

    @Slot()
    def _on_choices_wanted(self) -> None:
        work = partial(load_choices, self._context.services, self._context.language)
        self._context.tasks.read(work, done=self._on_choices_loaded, latest="choices")

    @Slot(object)
    def _on_choices_loaded(self, choices: Choices) -> None:
        self.panel.set_choices(choices)

    @Slot(object)
    def _on_open_asked(self, key: RecordKey) -> None:
        self._context.record_asked.emit(str(key))

    @Slot(object)
    def _on_merge_asked(self, keys: tuple[RecordKey, ...]) -> None:
        from crmdesk.views.merging import open_merge

        open_merge(self._context, keys, self.window())

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._refreshing.start()

    @Slot()
    def _on_filtered(self) -> None:
        self._show()

    @Slot()
    def _on_show_all(self) -> None:
        with QSignalBlocker(self.filter):
            self.filter.setCurrentIndex(ALL)
        self._show()

    @Slot()
    def _on_exchange(self) -> None:
        self._context.exchange.exchange()

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._context.window_state.save_splitter(self._place_of_sizes, self._splitter)

    @property
    def _place_of_sizes(self) -> str:
        return _SPLITTER if self._splitter.orientation() is Qt.Orientation.Horizontal else f"{_SPLITTER}-narrow"

    def _restore_sizes(self) -> None:
        if not self._context.window_state.restore_splitter(self._place_of_sizes, self._splitter):
            is_wide = self._splitter.orientation() is Qt.Orientation.Horizontal
            self._splitter.setSizes([_LIST_WIDTH, _PANEL_WIDTH] if is_wide else [_LIST_HEIGHT, _PANEL_HEIGHT])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.window().width() >= COMPACT_BELOW
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted is not self._splitter.orientation():  # one above the other: beside each other both would be cut
            self._splitter.setOrientation(wanted)
            self._restore_sizes()

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refreshing.start()

    def _retranslate(self) -> None:
        chosen = max(self.filter.currentIndex(), 0)
        with QSignalBlocker(self.filter):
            self.filter.clear()
            self.filter.addItems(
                [
                    self.tr("Waiting for me"),
                    self.tr("Everything open"),
                    self.tr("Conflicts"),
                    self.tr("Edits that wait for a word"),
                ]
            )
            self.filter.setCurrentIndex(chosen)
        self.filter.setAccessibleName(self.tr("What is shown"))
        self._exchange.setText(self.tr("Exchange now"))
        self._show_all.setText(self.tr("Show everything open"))
        self._show_state()

    def _show_state(self) -> None:
        items = self.list.items
        if items:
            self._words.setText(
                self.tr("Arrows walk, Shift chooses several · K keep theirs · M use mine · T type another · A ask")
            )
            self._whole.setCurrentWidget(self._splitter)
            return
        self._words.setText("")
        if not self._is_known:
            self._nothing.show_state("scale", "")
        elif self._all:
            self._nothing.show_state("circle-check", self.tr("Nothing of this kind is open."), (self._show_all,))
        else:
            text = self.tr(
                "Nothing needs an answer. When you and a colleague change the same thing, both values wait here until one of you settles it; "
                "nothing is lost and nothing is overwritten."
            )
            is_connected = self._context.is_ready and self._context.exchange.is_connected
            self._nothing.show_state("circle-check", text, (self._exchange,) if is_connected else ())
        self._whole.setCurrentWidget(self._nothing)


def _read(service: "ConflictService", language: str) -> "tuple[Question | WaitingEdit, ...]":
    found: tuple[Question | WaitingEdit, ...] = (*service.open(language=language), *service.waiting(language=language))
    return tuple(sorted(found, key=_not_mine))


def _not_mine(item: "Question | WaitingEdit") -> bool:
    return not item.needs_me
