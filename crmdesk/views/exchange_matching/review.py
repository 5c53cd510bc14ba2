"""The review of a first connection: pairs at the left, the chosen one side by side at the right, decisions below."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.vocabulary import ActionKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange_matching.match_list import MatchList
from crmdesk.views.exchange_matching.pair_panel import PairPanel
from crmdesk.views.words import refusal_text, remark_text

if TYPE_CHECKING:
    from crmdesk.core.remarks import Remark
    from crmdesk.services.first_connection import FirstConnection, Matching, Proposal
    from crmdesk.services.first_matches import Match
    from crmdesk.services.merging import Merged, MergePreview
    from crmdesk.ui.status_line import ProgressItem
    from crmdesk.ui.tasks.progress import Progress

_SIZE: Final = QSize(1180, 680)
_REFRESH_MS: Final = 80
_MOST_CODES: Final = 5
_MOST_TOLD: Final = 5
_STEPS: Final = 1000
_CONCERNED: Final = ("company", "site", "contact", "pair_verdict")


class MatchingReview(QDialog):
    """Nothing is sent before *Done*; everything decided here can be undone until then.

    Signals:
        done_with: the person is done; everything may be sent now.
    """

    done_with = Signal()

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._matching: Matching | None = None
        self._choices: dict[str, str] = {}
        self._shown = ""
        self._item: ProgressItem | None = None
        self._steps = UndoSteps(context, self)
        mark(self, surface="window")
        self.resize(_SIZE)
        self._title, self._codes = QLabel(self), QLabel(self)
        mark(self._title, textRole="secondary")
        mark(self._codes, textRole="warn")
        for label in (self._title, self._codes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.messages = MessageBar(self)
        self.matches = MatchList(self)
        self.panel = PairPanel(self)
        self._nothing, self._choose = EmptyState(self), EmptyState(self)
        self.same, self.apart, self.later = QAction(self), QAction(self), QAction(self)
        self.certain, self.done_action = QAction(self), QAction(self)
        self._right, self._whole = QStackedWidget(self), QStackedWidget(self)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def _build(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        top.setSpacing(GAP)
        for widget in (self._title, self._codes, self.messages):
            top.addWidget(widget)
        self._right.addWidget(self._choose)
        self._right.addWidget(self.panel)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.matches)
        splitter.addWidget(self._right)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_SIZE.width() * 5 // 9, _SIZE.width() * 4 // 9])
        self._whole.addWidget(splitter)
        self._whole.addWidget(self._nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        foot.setSpacing(GAP)
        for action, kind in ((self.same, "primary"), (self.apart, ""), (self.later, ""), (self.certain, "quiet")):
            button = ActionButton(action, kind=kind, parent=self)
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        done = ActionButton(self.done_action, parent=self)
        done.setAutoDefault(False)
        foot.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._whole, 1)
        layout.addLayout(foot)
        self.matches.setFocus()

    def _connect(self) -> None:
        self.same.triggered.connect(self._on_same)
        self.apart.triggered.connect(self._on_apart)
        self.later.triggered.connect(self._on_later)
        self.certain.triggered.connect(self.matches.select_certain)
        self.done_action.triggered.connect(self._on_done)
        self.matches.decision_asked.connect(self._on_decision_asked)
        self.matches.row_selection_changed.connect(self._on_selected)
        self.panel.value_chosen.connect(self._on_value_chosen)
        self._refreshing.timeout.connect(self.refresh)
        self._context.bus.changed.connect(self._on_changed)

    @property
    def _service(self) -> "FirstConnection":
        return self._context.services.first_connection

    # Reading

    @Slot()
    def refresh(self) -> None:
        """Ask anew what waits."""
        if self._context.is_ready:
            self._context.tasks.read(self._service.matching, done=self._on_matching, failed=self._on_refused, latest="matching")

    @Slot(object)
    def _on_matching(self, matching: "Matching") -> None:
        self._matching = matching
        self.matches.show_proposals(matching.proposals)
        self._shown = ""
        self._on_selected()
        self._show_words()

    @Slot()
    def _on_selected(self) -> None:
        proposal, chosen = self.matches.current, self.matches.chosen
        for action in (self.same, self.apart, self.later):
            action.setEnabled(bool(chosen))
        if proposal is None or len(chosen) > 1:
            self._right.setCurrentWidget(self._choose)
        elif proposal.match.key != self._shown:
            self._choices = {}
            self._ask(proposal)
        else:
            self._right.setCurrentWidget(self.panel)
        self._show_words()

    def _ask(self, proposal: "Proposal") -> None:
        work = partial(_side_by_side, self._service, proposal.match, dict(self._choices), self._context.language)
        self._context.tasks.read(work, done=self._on_pair, failed=self._on_refused, latest="matching pair")

    @Slot(object)
    def _on_pair(self, found: "tuple[str, MergePreview, tuple[Any, ...]]") -> None:
        key, preview, reasons = found
        current = self.matches.current
        if current is None or current.match.key != key:
            return
        self._shown = key
        self.panel.show_pair(preview, reasons)
        self._right.setCurrentWidget(self.panel)

    @Slot(str, str)
    def _on_value_chosen(self, field: str, record: str) -> None:
        proposal = self.matches.current
        if proposal is not None:
            self._choices[field] = record
            self._ask(proposal)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._refreshing.start()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.messages.show_message(refusal_text(error), Severity.BAD)
        self._refreshing.start()

    # Deciding

    @Slot(str)
    def _on_decision_asked(self, decision: str) -> None:
        {"same": self.same, "apart": self.apart, "later": self.later}[decision].trigger()

    def _chosen(self) -> "tuple[Match, ...]":
        return tuple(proposal.match for proposal in self.matches.chosen)

    @Slot()
    def _on_same(self) -> None:
        matches = self._chosen()
        if len(matches) == 1:
            choices = dict(self._choices) if matches[0].key == self._shown else {}
            self._context.tasks.write(
                partial(self._service.say_same, matches[0], choices), done=self._on_merged, failed=self._on_refused
            )
        elif matches:
            self._hold()
            item = self._item = self._context.frame.add_progress(self.tr("Making one of %n pairs each", "", len(matches)))
            progress = self._context.tasks.progress(item.show_progress)
            item.cancel_requested.connect(progress.cancel)
            work = partial(self._service.say_all_same, matches, partial(_tell, progress))
            self._context.tasks.write(work, done=self._on_all_merged, failed=self._on_stopped)

    @Slot(object)
    def _on_merged(self, merged: "Merged") -> None:
        self._steps.offer(self.tr("Remembered: the same. Your record became part of the centre's."), merged.changes)
        self._tell(merged.told)

    @Slot(object)
    def _on_all_merged(self, done: "tuple[Changes, tuple[Remark, ...]]") -> None:
        changes, told = done
        self._end_progress()
        self._context.published(changes)
        self._tell(told)

    @Slot(object)
    def _on_stopped(self, error: CrmError) -> None:
        self._end_progress()
        self._context.published(Changes(action=ActionKind.MERGE.value, touched=dict.fromkeys(_CONCERNED)))  # some may be merged
        if isinstance(error, Cancelled):
            self.messages.show_message(self.tr("Stopped. The pairs decided on by then stay decided."), Severity.INFO)
        else:
            self._on_refused(error)

    def _end_progress(self) -> None:
        if self._item is not None:
            self._context.frame.remove_progress(self._item)
            self._item = None

    def _tell(self, told: "Sequence[Remark]") -> None:
        if told:
            self.messages.show_message("\n".join(remark_text(remark) for remark in told[:_MOST_TOLD]), Severity.INFO)
        else:
            self.messages.dismiss()

    @Slot()
    def _on_apart(self) -> None:
        matches = self._chosen()
        if matches:
            self._hold()
            self._context.tasks.write(partial(self._service.say_apart, matches), done=self._on_parted, failed=self._on_refused)

    @Slot(object)
    def _on_parted(self, changes: Changes) -> None:
        self._steps.offer(self.tr("Remembered: not the same."), changes)
        self.refresh()

    @Slot()
    def _on_later(self) -> None:
        matches = self._chosen()
        if matches:
            self._hold()
            self._context.tasks.write(partial(self._service.say_later, matches), done=self._on_put_off, failed=self._on_refused)

    @Slot(object)
    def _on_put_off(self, _nothing: Any) -> None:
        self.refresh()

    def _hold(self) -> None:
        """Let nobody decide twice on what is being written."""
        for action in (self.same, self.apart, self.later):
            action.setEnabled(False)

    @Slot()
    def _on_done(self) -> None:
        self.done_action.setEnabled(False)
        self._context.tasks.write(self._service.finish, done=self._on_finished, failed=self._on_refused)

    @Slot(object)
    def _on_finished(self, _nothing: Any) -> None:
        self.done_with.emit()
        self.accept()

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What the centre has already"))
        self.same.setText(self.tr("The same"))
        self.same.setToolTip(self.tr("Your record becomes part of the centre's  S"))
        self.apart.setText(self.tr("Not the same"))
        self.apart.setToolTip(self.tr("Remember that these are two; both are kept  N"))
        self.later.setText(self.tr("Later"))
        self.later.setToolTip(self.tr("Keep both for now; the page of duplicates shows them again  L"))
        self.certain.setText(self.tr("Choose all that are certain"))
        self.certain.setToolTip(self.tr("Select every certain pair, to be decided at once"))
        self._show_words()

    def _show_words(self) -> None:
        matching = self._matching
        if matching is None:
            return
        left = sum(not proposal.is_later for proposal in matching.proposals)
        self._title.setVisible(matching.is_waiting)
        self._title.setText(
            self.tr(
                "%n of your records may be at the centre already. Nothing of yours is sent before you are done here; "
                "whatever you say can be undone until then.",
                "",
                len(matching.proposals),
            )
        )
        self._codes.setText(self._codes_text(matching))
        self._codes.setVisible(bool(matching.codes))
        self.done_action.setEnabled(True)
        self.done_action.setVisible(matching.is_waiting)
        self.done_action.setText(self.tr("Done, send everything") if not left else self.tr("Send now, decide the rest later"))
        self.done_action.setToolTip(self.tr("Sends what this computer has; undecided pairs stay two records"))
        count = len(self.matches.chosen)
        text = self.tr("Choose a pair to see it side by side.")
        self._choose.show_state("git-merge", text if count < 2 else self.tr("%n pairs are chosen.", "", count))
        if not matching.proposals:
            actions = (self.done_action,) if matching.is_waiting else ()
            self._nothing.show_state("circle-check", self.tr("Nothing is left to compare."), actions)
        self._whole.setCurrentIndex(0 if matching.proposals else 1)

    def _codes_text(self, matching: "Matching") -> str:
        named = [
            self.tr("{code} ({mine} – at the centre {theirs})").format(code=one.code, mine=one.name, theirs=one.other_name)
            for one in matching.codes[:_MOST_CODES]
        ]
        text = self.tr(
            "%n customer codes of yours belong to others at the centre: {codes}. Where the records are not the same, "
            "the centre will ask for another code; everything else is kept.",
            "",
            len(matching.codes),
        )
        more = " …" if len(matching.codes) > _MOST_CODES else ""
        return text.format(codes=", ".join(named) + more)


def _side_by_side(
    service: "FirstConnection", match: "Match", choices: dict[str, str], language: str
) -> "tuple[str, MergePreview, tuple[Any, ...]]":
    return match.key, service.preview(match, choices, language=language), service.reasons(match)


def _tell(progress: "Progress", share: float) -> None:
    progress(round(_STEPS * share), _STEPS)
    if progress.cancelled:
        raise Cancelled


def open_matching(context: ViewContext, parent: QWidget | None = None) -> MatchingReview:
    """Open the review; its `done_with` signal tells that the person is done and everything may be sent."""
    return open_dialog(MatchingReview(context, parent))
