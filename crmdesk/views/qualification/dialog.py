"""The dialog in which a lead is qualified: ask, note, see where it stands, decide. It can be left at any moment."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import AnswerValue, Outcome, Taxonomy
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.qualification.outcome_bar import OutcomeBar
from crmdesk.views.qualification.question_card import QuestionCard
from crmdesk.views.words import listed, refusal_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.core.changes import Changes
    from crmdesk.services.criteria_sets import CriteriaSetRow
    from crmdesk.services.qualification import Assessment, Round
    from crmdesk.services.taxonomies import TermRow

_SIZE: Final = QSize(760, 620)


class QualificationDialog(QDialog):
    """Answers are stored as they are given; the outcome when it is decided.

    Signals:
        closed: `Outcome` that was decided.
    """

    closed = Signal(object)

    def __init__(self, context: ViewContext, lead_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lead_id = lead_id
        self._round: Round | None = None
        self._sets: tuple[CriteriaSetRow, ...] = ()
        self.cards: list[QuestionCard] = []
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.sets = QComboBox(self)
        self.sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sets.activated.connect(self._on_set_chosen)
        self.standing, self.missing = QLabel(self), QLabel(self)
        mark(self.standing, textRole="strong")
        mark(self.missing, textRole="secondary")
        self.missing.setWordWrap(True)
        self.bar = OutcomeBar(self)
        self.bar.decided.connect(self._on_decided)
        self.bar.left.connect(self.reject)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_decided)
        self._asked: QuestionCard | None = None
        self._arrange()
        self._retranslate()
        self._begin()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        head.addWidget(self.sets)
        head.addWidget(self.standing)
        head.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        top.setSpacing(GRID)
        top.addLayout(head)
        top.addWidget(self.missing)
        self._page = QWidget(self)
        mark(self._page, surface="surface")
        self._list = QVBoxLayout(self._page)
        self._list.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_known)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.bar)

    # Reading

    def _begin(self) -> None:
        services, tasks = self._context.services, self._context.tasks
        language = self._context.language
        reasons = partial(services.taxonomies.terms, Taxonomy.DISQUALIFY_REASON, language)
        tasks.read(reasons, done=self._on_reasons, latest="disqualify reasons")
        tasks.read(partial(services.criteria_sets.for_lead, self._lead_id, language), done=self._on_sets, latest="criteria sets")

    @Slot(object)
    def _on_reasons(self, reasons: "tuple[TermRow, ...]") -> None:
        self.bar.offer_reasons(reasons)

    @Slot(object)
    def _on_sets(self, sets: "tuple[CriteriaSetRow, ...]") -> None:
        self._sets = sets
        with QSignalBlocker(self.sets):
            self.sets.clear()
            for one in sets:
                self.sets.addItem(one.name, one.id)
        work = partial(self._context.services.qualification.current, self._lead_id, self._context.language)
        self._context.tasks.read(work, done=self._on_current, failed=self._on_refused)

    @Slot(object)
    def _on_current(self, found: "Round | None") -> None:
        if found is not None:
            self._show(found, is_first=True)
        elif self._sets:
            self._begin_with(self._sets[0].id)

    def _begin_with(self, set_id: str) -> None:
        work = partial(self._context.services.qualification.begin, self._lead_id, set_id, self._context.language)
        self._context.tasks.write(work, done=self._on_begun, failed=self._on_refused)

    @Slot(object)
    def _on_begun(self, found: "Round") -> None:
        self._show(found, is_first=True)

    @Slot(int)
    def _on_set_chosen(self, _index: int) -> None:
        self._begin_with(str(self.sets.currentData()))

    def _show(self, shown: "Round", *, is_first: bool) -> None:
        self._round = shown
        if self.sets.findData(shown.criteria_set.id) < 0:
            self.sets.addItem(shown.criteria_set.name, shown.criteria_set.id)
        self.sets.setCurrentIndex(self.sets.findData(shown.criteria_set.id))
        while len(self.cards) > len(shown.questions):
            card = self.cards.pop()
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(shown.questions):
            card = QuestionCard(self._page)
            card.answered.connect(self._on_answered)
            self._list.insertWidget(self._list.count() - 1, card)
            self.cards.append(card)
        for card, question in zip(self.cards, shown.questions, strict=True):
            card.show_question(question, is_closed=shown.outcome is not None)
        self._show_standing(shown.assessment)
        if is_first:
            self._chain_tabs()
            self._focus_next()
        self._retranslate()

    def _chain_tabs(self) -> None:
        """Let Tab go through the criteria in reading order and end at the outcome."""
        before: QWidget = self.sets
        for card in self.cards:
            for widget in (*card.buttons.values(), card.evidence):
                QWidget.setTabOrder(before, widget)
                before = widget
        for widget in (*self.bar.choices.values(), self.bar.day, self.bar.reason, self.bar.leave_button, self.bar.decide_button):
            QWidget.setTabOrder(before, widget)
            before = widget

    def _focus_next(self) -> None:
        """Put the keyboard where the question stands that tells most."""
        wanted = None if self._round is None else self._round.assessment.next_question
        card = next((one for one in self.cards if one.criterion == wanted), None)
        if card is not None:
            card.focus_answers()
            self._asked = card
            self._area.ensureWidgetVisible(card)

    @Slot(int, int)
    def _on_range_known(self, _least: int, _most: int) -> None:
        """Show the question to begin with: only now the cards have their places."""
        if self._asked is not None:
            self._area.ensureWidgetVisible(self._asked)

    def _show_standing(self, found: "Assessment") -> None:
        from crmdesk.services.qualification import Standing

        self.bar.propose(Outcome.QUALIFIED if found.standing is Standing.PASSES else None)
        role = {Standing.PASSES: "ok", Standing.OPEN: "strong", Standing.FAILS: "bad"}[found.standing]
        mark(self.standing, textRole=role)

    # Answering and deciding

    @Slot(str, object, str)
    def _on_answered(self, criterion: str, value: AnswerValue | None, evidence: str) -> None:
        self._asked = None
        if self._round is None:
            return
        answer = self._context.services.qualification.answer
        work = partial(answer, self._round.id, criterion, value, evidence, language=self._context.language)
        self._context.tasks.write(work, done=self._on_stored, failed=self._on_refused)

    @Slot(object)
    def _on_stored(self, stored: "Round") -> None:
        self._show(stored, is_first=False)

    @Slot()
    def _on_decided(self) -> None:
        outcome = self.bar.outcome
        if self._round is None or outcome is None:
            return
        work = partial(
            self._context.services.qualification.close,
            self._round.id,
            outcome,
            look_again_on=self.bar.look_again_on,
            reason_id=self.bar.reason_id or None,
        )
        self._context.tasks.write(work, done=self._on_closed, failed=self._on_refused)

    @Slot(object)
    def _on_closed(self, changes: "Changes") -> None:
        outcome = self.bar.outcome
        if outcome is None:
            return
        steps = UndoSteps.of(self._context)
        name = "" if self._round is None else self._round.lead_name
        steps.offer(self.tr("{name}: {outcome}.").format(name=name, outcome=word(outcome)), changes)
        self.closed.emit(outcome)
        self.accept()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.bar.say(refusal_text(error))

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._begin()

    def _retranslate(self) -> None:
        shown = self._round
        self.sets.setAccessibleName(self.tr("Set of criteria"))
        self.sets.setToolTip(self.tr("What the lead is held against"))
        if shown is None:
            self.setWindowTitle(self.tr("Qualify lead"))
            return
        self.setWindowTitle(self.tr("Qualify {name}").format(name=shown.lead_name))
        self.standing.setText(self._standing_text(shown))
        names = {one.criterion_id: one.name for one in shown.questions}
        missing = listed(names[one] for one in shown.assessment.missing)
        self.missing.setText(self.tr("Still to ask: {criteria}").format(criteria=missing) if missing else "")
        self.missing.setVisible(bool(missing))

    def _standing_text(self, shown: "Round") -> str:
        from crmdesk.services.qualification import Standing

        found = shown.assessment
        score = self.tr("{percent} %").format(percent=found.score)
        if found.standing is Standing.PASSES:
            return self.tr("{score} · passes").format(score=score)
        if found.standing is Standing.FAILS:
            return self.tr("{score} · does not pass").format(score=score)
        if shown.criteria_set.pass_percent is None:
            return self.tr("{score} · %n more yes to pass", "", found.lacking).format(score=score)
        return self.tr("{score} · passes from {mark} %").format(score=score, mark=shown.criteria_set.pass_percent)
