"""One lead beside the list: who it is, what can be done with it, its form and its story."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.icons import icon
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.accounts.destination import PEOPLE
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.collisions import Found, ask_before, check_lead
from crmdesk.views.leads.deeds import LeadDeeds
from crmdesk.views.leads.lead_form import LeadForm
from crmdesk.views.leads.score_card import ScoreCard
from crmdesk.views.leads.story import story_entries
from crmdesk.views.leads.targets import target_of
from crmdesk.views.leads.wording import holder_text, lead_status_look
from crmdesk.views.words import refusal_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.lead_score import LeadScored
    from crmdesk.services.leads import FollowUpRow, LeadRecord, LeadSaved
    from crmdesk.services.qualification import PastRound

FOLLOW_UP_KEY: Final = "F4"
_FORM, _STORY = 0, 1


@dataclass(frozen=True, slots=True)
class OpenedLead:
    """Everything the panel shows of one lead, read together."""

    record: "LeadRecord"
    follow_ups: "tuple[FollowUpRow, ...]"
    rounds: "tuple[PastRound, ...]"
    score: "LeadScored"


def open_lead(services: "Services", lead_id: str, language: str) -> OpenedLead:
    """Read a lead with its story; blocking, runs in a worker.

    Raises:
        RecordNotFound: it is gone.
    """
    return OpenedLead(
        services.leads.open(lead_id, language),
        services.leads.follow_ups(lead_id),
        services.qualification.rounds(lead_id, language),
        services.lead_score.of(lead_id, language),
    )


class LeadPanel(QWidget):
    """Shows one lead at a time; typed changes are saved before another one takes its place.

    Signals:
        stay_asked: `str` id of the lead that could not be saved: the list should go back to it.
        deleted: the lead shown was deleted.
    """

    stay_asked = Signal(str)
    deleted = Signal()

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._opened: OpenedLead | None = None
        self._waiting = ""
        mark(self, surface="surface")
        self.title = ElidedLabel(self)
        mark(self.title, textRole="recordTitle")
        self.status = Chip(parent=self)
        self.holder = ElidedLabel(self)
        mark(self.holder, textRole="secondary")
        self._facts = QLabel(self)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._facts, textRole="small")
        self.became = QLabel(self)
        self.became.setTextFormat(Qt.TextFormat.RichText)
        self.became.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.became.hide()
        self.score = ScoreCard(self)
        self.follow_up, self.qualify, self.convert, self.save = (QAction(self) for _ in range(4))
        self.follow_up.setShortcut(QKeySequence(FOLLOW_UP_KEY))
        self.follow_up.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the page answers the key
        self._buttons = (
            ActionButton(self.save, kind="primary", parent=self),
            ActionButton(self.follow_up, parent=self),
            ActionButton(self.qualify, parent=self),
            ActionButton(self.convert, parent=self),
        )
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("ellipsis"))
        self.menu_button.setIconSize(QSize(ICON, ICON))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self.deeds = LeadDeeds(context, self, self._on_deed)
        self.deeds.fill(self.menu)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.form = LeadForm(context, self)
        self.story = Timeline(self)
        self._no_story = EmptyState(self)
        self._story_stack = QStackedWidget(self)
        self._story_stack.addWidget(self.story)
        self._story_stack.addWidget(self._no_story)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self._story_stack)
        self._arrange()
        self._connect()
        self._retranslate()
        self._on_dirty(is_dirty=False)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.title)
        line.addWidget(self.status)
        line.addWidget(self.holder)
        line.addStretch(1)
        line.addWidget(self.menu_button)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        for button in self._buttons:
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._facts)
        head = QWidget(self)
        mark(head, surface="surface", edge="bottom")
        top = QVBoxLayout(head)
        top.setContentsMargins(MARGIN + GRID, GAP, MARGIN, GRID)
        top.setSpacing(GRID)
        top.addLayout(line)
        top.addLayout(below)
        top.addWidget(self.became)
        top.addWidget(self.score)
        top.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.became.linkActivated.connect(self._context.record_asked)
        self.form.dirty_changed.connect(self._on_dirty_changed)
        self.form.saved.connect(self._on_saved)
        self.form.refused.connect(self._on_refused_saving)
        self.save.triggered.connect(self.form.save)
        self.follow_up.triggered.connect(self._on_follow_up)
        self.qualify.triggered.connect(self._on_qualify)
        self.convert.triggered.connect(self._on_convert)

    # What is shown

    @property
    def record(self) -> "LeadRecord | None":
        """The lead shown."""
        return None if self._opened is None else self._opened.record

    def set_choices(self, choices: Choices) -> None:
        """Offer these in the form from now on."""
        self.form.set_choices(choices)

    def show_lead(self, lead_id: str) -> None:
        """Show a lead; what was typed in the present one is saved first, and where that fails it stays."""
        if self.form.is_dirty and self.record is not None and self.record.id != lead_id:
            self._waiting = lead_id
            self.form.save()
            return
        self._waiting = ""
        self._read(lead_id)

    def refresh(self) -> None:
        """Read the lead shown again; what is being typed stays."""
        if self.record is not None:
            self._read(self.record.id)

    def _read(self, lead_id: str) -> None:
        work = partial(open_lead, self._context.services, lead_id, self._context.language)
        self._context.tasks.read(work, done=self._on_opened, failed=self._on_gone, latest="lead")

    @Slot(object)
    def _on_opened(self, opened: OpenedLead) -> None:
        is_same = self.record is not None and self.record.id == opened.record.id
        self._opened = opened
        if not (is_same and self.form.is_dirty):
            self.form.show_record(opened.record)
        entries = story_entries(opened.follow_ups, opened.rounds)
        self.story.set_entries(entries)
        self._story_stack.setCurrentIndex(0 if entries else 1)
        self._retranslate()

    @Slot(object)
    def _on_gone(self, error: CrmError) -> None:
        if isinstance(error, RecordNotFound):  # deleted, here or elsewhere: who did it says so
            self._opened = None
            self.deleted.emit()
            return
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    @Slot(bool)
    def _on_dirty_changed(self, is_dirty: bool) -> None:  # noqa: FBT001 - the signal's signature
        self._on_dirty(is_dirty=is_dirty)

    def _on_dirty(self, *, is_dirty: bool) -> None:
        self.save.setVisible(is_dirty)

    @Slot(object)
    def _on_saved(self, saved: "LeadSaved") -> None:
        if self._opened is not None:
            self._opened = replace(self._opened, record=saved.record)
            self._retranslate()
        if self._waiting:
            self.show_lead(self._waiting)

    @Slot(str)
    def _on_refused_saving(self, reason: str) -> None:
        waiting, self._waiting = self._waiting, ""
        if reason:
            self._context.frame.show_message(reason, Severity.BAD)
        if waiting and self.record is not None:
            self.stay_asked.emit(self.record.id)

    # What can be done

    @Slot()
    def _on_follow_up(self) -> None:
        from crmdesk.views.leads.follow_up_dialog import open_follow_up

        if self.record is not None and not self.record.is_closed:
            open_follow_up(self._context, [self.record.id], self.record.name, self.window())

    @Slot()
    def _on_qualify(self) -> None:
        from crmdesk.views.qualification import open_qualification

        if self.record is not None:
            open_qualification(self._context, self.record.id, self.window()).finished.connect(self._on_dialog_finished)

    @Slot()
    def _on_convert(self) -> None:
        from crmdesk.views.conversion import open_undo

        record = self.record
        if record is None:
            return
        if record.is_closed:
            open_undo(self._context, record.id, self.window())
        else:
            work = partial(check_lead, self._context.services, record.id)
            self._context.tasks.read(work, done=self._on_checked, failed=self._on_gone, latest="conversion check")

    @Slot(object)
    def _on_checked(self, found: Found) -> None:
        """Say who else is after this customer; accounts are offered by the conversion itself, my own records hinder nobody."""
        others = tuple(one for one in found.collisions if one.owner and one.owner != found.me)
        record = self.record
        if record is None:
            return
        if not others:
            self._open_conversion()
            return
        title = self.tr("Convert {name}").format(name=record.name)
        asked = ask_before(self._context, Found(others, found.me), title, self.tr("Convert all the same"), self.window())
        asked.confirmed.connect(self._open_conversion)

    @Slot()
    def _open_conversion(self) -> None:
        from crmdesk.views.conversion import open_conversion

        if self.record is not None:
            open_conversion(self._context, self.record.id, self.window())

    def _on_deed(self, key: str) -> None:
        self.deeds.do(key, target_of(self.record))

    @Slot(int)
    def _on_dialog_finished(self, _result: int) -> None:
        self.refresh()  # answers were stored one by one

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.form.retranslate()
            self.refresh()

    def _retranslate(self) -> None:
        self.save.setText(self.tr("Save"))
        self.save.setToolTip(self.tr("Save this lead  Ctrl+S"))
        self.follow_up.setText(self.tr("Follow up"))
        self.follow_up.setToolTip(self.tr("What happened, what comes next, when  {key}").format(key=FOLLOW_UP_KEY))
        self.qualify.setText(self.tr("Qualify"))
        self.qualify.setToolTip(self.tr("Ask, note, see where it stands, decide"))
        self.menu_button.setToolTip(self.tr("More actions"))
        self.menu_button.setAccessibleName(self.tr("More actions"))
        self.tabs.setAccessibleName(self.tr("Parts of the lead"))
        self.tabs.setTabText(_FORM, self.tr("Overview"))
        self.tabs.setTabText(_STORY, self.tr("Follow-ups"))
        self._no_story.show_state("phone", self.tr("Nobody spoke to this lead yet."), (self.follow_up,))
        self._show_head()

    def _show_head(self) -> None:
        opened = self._opened
        self.deeds.aim(target_of(self.record))
        for button in (*self._buttons, self.menu_button):
            button.setEnabled(opened is not None)
        if opened is None:
            return
        record = opened.record
        self.title.show_text(record.name)
        self.status.show_look(lead_status_look(record.status, is_flat=False))
        self.holder.show_text(holder_text(record.owner, record.pool, is_provisional=record.is_provisional))
        self._facts.setText(self.tr("{percent} % filled").format(percent=record.completeness))
        self.score.show_score(opened.score, is_closed=record.status in {LeadStatus.CONVERTED, LeadStatus.DISQUALIFIED})
        places: dict[RecordKind, str] = {
            key.kind: str(key) for key in record.became if key.kind in {RecordKind.COMPANY, RecordKind.SITE}
        }
        if RecordKind.SITE in places and any(key.kind is RecordKind.CONTACT for key in record.became):
            places[RecordKind.CONTACT] = f"{places[RecordKind.SITE]}#{PEOPLE}"
        links = " · ".join(f'<a href="{place}">{word(kind)}</a>' for kind, place in places.items())
        self.became.setText(self.tr("Became a customer: {links}").format(links=links))
        self.became.setVisible(bool(links))
        count = len(opened.follow_ups)
        self.tabs.setTabText(_STORY, f"{self.tr('Follow-ups')} {count:,}" if count else self.tr("Follow-ups"))
        self.follow_up.setEnabled(not record.is_closed)
        self.qualify.setEnabled(not record.is_closed)
        self.convert.setEnabled(True)
        self.convert.setText(self.tr("Undo the conversion") if record.is_closed else self.tr("Convert"))
        is_ready = record.status is LeadStatus.QUALIFIED
        tip = self.tr("Make it a customer") if is_ready else self.tr("Qualify it first, then make it a customer")
        self.convert.setToolTip(self.tr("Make it a lead again, as long as nothing was built on it") if record.is_closed else tip)
        self._buttons[3].setEnabled(record.is_closed or is_ready)
