"""The right half of the accounts page: one record with its tabs, or a new one, or a hint."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts import autosaved_list, overview_tab
from crmdesk.views.accounts.choices import Choices, load_choices
from crmdesk.views.accounts.destination import Destination, Way
from crmdesk.views.accounts.header_content import draft_header, record_header
from crmdesk.views.accounts.hint import Hint
from crmdesk.views.accounts.leave_bar import LeaveBar
from crmdesk.views.accounts.opened import Draft, OpenedRecord
from crmdesk.views.accounts.record_header import RecordHeader
from crmdesk.views.accounts.record_reading import RecordReading
from crmdesk.views.accounts.record_tabs import PLACES, RecordTabs
from crmdesk.views.accounts.unit_adding import UnitAdding
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.claim_menu import ClaimMenu
from crmdesk.views.exchange.record_sign import RecordSign
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.accounts import Saved

_LOOKED_AT_MS: Final = 1_500
"""So long a record stays in sight before it counts as opened lately."""
_CHOICE_KINDS: Final = (RecordKind.TERM, RecordKind.USER)
_ON_RECORD: Final = (RecordKind.POSITION, RecordKind.CONTACT, RecordKind.ACTIVITY, RecordKind.UNIT, RecordKind.EXTRA_ADDRESS)


class RecordPanel(QWidget):
    """Opens, shows and saves one record at a time.

    Signals:
        stayed: `str` key of the record that stays open although another was chosen.
        created: `str` key of a record that was just made.
        saved: a record was saved (the page tells what happened); carries `services.accounts.Saved`.
        record_asked: `str` key of another record the user clicked on.
        back_asked: to the tree.
    """

    stayed = Signal(str)
    created = Signal(str)
    saved = Signal(object)
    record_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choices = Choices()
        self._opened: OpenedRecord | None = None
        self._draft: Draft | None = None
        self._reading = RecordReading(context, self)
        self._pending: Destination | None = None
        self._focus_wanted = False
        self._go_on: Callable[[], object] = self.close
        mark(self, surface="surface")
        self._stack = QStackedWidget(self)
        record = QWidget(self._stack)  # every widget has its parent from the start: another one styles all below it anew
        self.header = RecordHeader(record)
        self.leave_bar = LeaveBar(record)
        self.tabs = RecordTabs(context, record)
        self.overview = self.tabs.overview
        inside = QVBoxLayout(record)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.header)
        inside.addWidget(self.leave_bar)
        inside.addWidget(self.tabs, 1)
        self.hint = Hint(self._stack)
        self._record = record
        self._stack.addWidget(self.hint)
        self._stack.addWidget(record)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._units = UnitAdding(context, self)
        self.sign = RecordSign(context, record)
        self.header.signs.addWidget(self.sign)
        self._claims = ClaimMenu(context, self.header.menu, self.sign, self)
        self._looked_at = QTimer(self, singleShot=True, interval=_LOOKED_AT_MS)
        self._connect()

    def _connect(self) -> None:
        self._looked_at.timeout.connect(self.remember_opened)
        self._reading.opened.connect(self._on_opened)
        self._reading.draft_made.connect(self._on_draft_made)
        self._reading.failed.connect(self._on_not_opened)
        self.header.path_activated.connect(self.record_asked)
        self.header.back_asked.connect(self.back_asked)
        self.header.save_asked.connect(self.save)
        self.header.revert_asked.connect(self.revert)
        self.header.menu.invoice_copy_asked.connect(self._on_invoice_copy_asked)
        self.leave_bar.save_asked.connect(self.save)
        self.leave_bar.discard_asked.connect(self._on_discard_asked)
        self.leave_bar.stay_asked.connect(self._on_stay_asked)
        self.overview.dirty_changed.connect(self._on_dirty_changed)
        self.overview.record_saved.connect(self._on_record_saved)
        self.overview.saving_refused.connect(self._on_saving_refused)
        self.overview.reload_asked.connect(self.reload)
        self.overview.cancel_asked.connect(self._on_cancel_asked)
        self.overview.link_activated.connect(self.record_asked)
        self.overview.unit_asked.connect(self._units.add)
        self._units.added.connect(self._on_unit_added)
        self.overview.bands.new_site_asked.connect(self._on_new_site_asked)

    # What is shown

    @property
    def key(self) -> RecordKey | None:
        """The record shown, None for a draft or the hint."""
        return None if self._opened is None else self._opened.record.key

    @property
    def is_new(self) -> bool:
        """Whether a new record is being typed."""
        return self._draft is not None

    @property
    def has_record(self) -> bool:
        """Whether a record or a draft is shown, not the hint."""
        return self._opened is not None or self._draft is not None

    @property
    def is_awaited(self) -> bool:
        """Whether a record was asked for that is not read yet, or one is shown."""
        return self._reading.awaited is not None or self.has_record

    @property
    def new_parent(self) -> RecordKey | None:
        """The company a draft will lie under."""
        return None if self._draft is None else self._draft.parent

    @property
    def company_above(self) -> RecordKey | None:
        """The company of the site shown, or the one a draft lies under."""
        if self._opened is not None and self._opened.record.path:
            return self._opened.record.path[-1].key
        return self.new_parent

    def connect_services(self) -> None:
        """Load what the pickers offer; the store is open now."""
        self.reload_choices()

    def reload_choices(self) -> None:
        """Load what the pickers offer anew, in the present language."""
        work = partial(load_choices, self._context.services, self._context.language)
        self._context.tasks.read(work, done=self._on_choices_loaded, latest="choices")

    @Slot(object)
    def _on_choices_loaded(self, choices: Choices) -> None:
        self._choices = choices
        self.overview.set_choices(choices)
        self._show_header()

    def go_to(self, destination: Destination, *, focus: bool = False) -> bool:
        """Show something else; with unsaved changes the user is asked first and the answer is False."""
        if destination == self._reading.awaited:
            self._focus_wanted |= focus
            return True
        if self._reading.awaited is None and self._shows(destination):
            if focus:
                self.focus_form()
            return True
        self.tabs.commit()
        if self.overview.is_dirty and (self._opened is not None or self._draft is not None):
            self._pending = destination
            self.header.set_dirty(is_dirty=False)  # the bar asks; the same buttons twice would only puzzle
            self.leave_bar.ask(self.header.title.whole_text)
            return False
        self._focus_wanted = focus
        self._go(destination)
        return True

    def _shows(self, destination: Destination) -> bool:
        return destination.way is Way.RECORD and destination.key == self.key and self._draft is None

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Say whether the record may be left for good; else the user is asked, and unless he stays his answer calls `go_on`."""
        self._go_on = go_on
        return self.go_to(Destination(Way.CLOSE))

    def _go(self, destination: Destination) -> None:
        self._pending = None
        self.leave_bar.hide()
        if not self._context.is_ready or destination.way is Way.CLOSE:
            return
        if destination.way is Way.BACK:
            self.back_asked.emit()
        else:
            self._reading.read(destination)

    @Slot(object)
    def _on_opened(self, opened: OpenedRecord) -> None:
        self._draft = None
        self._opened = opened
        self.tabs.show_record(opened)
        self._show_header()
        self._stack.setCurrentWidget(self._record)
        self._looked_at.start()
        if self._focus_wanted:
            self._focus_wanted = False
            self.focus_form()

    @Slot(object)
    def _on_draft_made(self, draft: Draft) -> None:
        if draft.values.get("owner_id") is None and draft.kind is RecordKind.COMPANY and self._choices.me:
            draft = replace(draft, values={**draft.values, "owner_id": self._choices.me})
        self._opened = None
        self._draft = draft
        self._show_header()
        self._stack.setCurrentWidget(self._record)
        self.tabs.show_draft(draft)

    @Slot(object)
    def _on_not_opened(self, error: CrmError) -> None:
        self.show_hint()
        if error.code != "RecordNotFound":
            self._context.frame.show_message(refusal_text(error), Severity.BAD)

    def show_hint(self) -> None:
        """Show no record."""
        self._opened = self._draft = None
        self._looked_at.stop()
        self.leave_bar.hide()
        self._stack.setCurrentWidget(self.hint)

    def focus_form(self) -> None:
        """Put the keyboard into the tab shown."""
        self.tabs.focus_tab()

    def _show_header(self) -> None:
        if self._opened is not None:
            self.header.show_content(record_header(self._opened.record, self._choices))
            self.sign.show_record(self._opened.record.key)
        elif self._draft is not None:
            self.header.show_content(draft_header(self._draft))
            self.sign.show_record(None)
        self.header.set_dirty(is_dirty=self.overview.is_dirty or self._draft is not None)

    # Saving

    @Slot()
    def save(self) -> None:
        """Save what was typed."""
        self.tabs.commit()
        self.overview.save()

    @Slot()
    def revert(self) -> None:
        """Give up what was typed; a new record goes altogether."""
        self.leave_bar.hide()
        self._pending = None
        if self._draft is not None:
            self.show_hint()
            self.back_asked.emit()
        else:
            self.overview.revert()

    @Slot()
    def reload(self) -> None:
        """Read the record again, or the one that is to follow it; what was typed is lost."""
        if self._reading.awaited is not None:
            self._go(self._reading.awaited)
        elif self.key is not None:
            self._go(Destination(Way.RECORD, self.key))

    @Slot(object)
    def _on_record_saved(self, saved: "Saved") -> None:
        is_new = self._draft is not None
        before = self._opened
        self._draft = None
        self._opened = OpenedRecord(saved.record) if before is None else replace(before, record=saved.record)
        self._show_header()
        pending = self._pending
        self.saved.emit(saved)
        if pending is not None:
            self._finish_leaving(pending)
        elif is_new:
            self._go(Destination(Way.RECORD, saved.record.key))
            self.created.emit(str(saved.record.key))
        else:
            self.tabs.refresh_history()

    @Slot()
    def _on_saving_refused(self) -> None:
        if self._pending is not None:
            self._on_stay_asked()

    @Slot()
    def _on_discard_asked(self) -> None:
        pending = self._pending
        self.overview.revert()
        if pending is not None:
            self._finish_leaving(pending)

    @Slot()
    def _on_stay_asked(self) -> None:
        self._pending = None
        self.leave_bar.hide()
        self.header.set_dirty(is_dirty=True)
        self.focus_form()
        if self.key is not None:
            self.stayed.emit(str(self.key))

    def _finish_leaving(self, destination: Destination) -> None:
        self._go(destination)
        if destination.way is Way.CLOSE:
            if self._draft is not None:
                self.show_hint()
            self._go_on()

    @Slot()
    def _on_cancel_asked(self) -> None:
        if self._pending is not None:
            self._on_stay_asked()
        elif self.overview.is_dirty or self._draft is not None:
            self.revert()
        else:
            self.back_asked.emit()

    @Slot(bool)
    def _on_dirty_changed(self, is_dirty: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.header.set_dirty(is_dirty=is_dirty or self._draft is not None)

    @Slot(str)
    def _on_unit_added(self, site: str) -> None:
        self.revert()  # what was begun as a site is a part of that one now
        self.record_asked.emit(site)
        self.tabs.show_tab(PLACES)

    @Slot(str)
    def _on_new_site_asked(self, company: str) -> None:
        self.revert()  # what was begun as a company is a site of that one
        self.header.menu.new_site_asked.emit(company)

    # Others' changes

    def apply(self, changes: Changes) -> None:
        """Show what others changed; what is being typed here stays, and saving compares it with theirs."""
        if any(kind in changes.touched for kind in _CHOICE_KINDS):
            self.reload_choices()
        if self._opened is None:
            return
        self.overview.bands.apply(changes)
        record = self._opened.record
        keys = (record.key, *(part.key for part in record.path))
        concerns = any(changes.concerns(key.kind, key.id) for key in keys)
        below = any(kind in changes.touched for kind in _ON_RECORD)
        counts = record.key.kind is RecordKind.COMPANY and RecordKind.SITE in changes.touched
        if changes.initiator in {overview_tab.INITIATOR, autosaved_list.INITIATOR} or not (concerns or below or counts):
            if below:
                self.tabs.refresh_history()
            return
        if not self.overview.is_dirty:
            self.reload()

    # What can be done

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            self._on_cancel_asked()
        else:
            super().keyPressEvent(event)

    @Slot()
    def remember_opened(self) -> None:
        """Put the record at the top of the recent ones."""
        self._looked_at.stop()
        if self.key is not None and self._context.is_ready:
            self._context.tasks.write(self._context.services.search.remember_opened, self.key)

    @Slot()
    def _on_invoice_copy_asked(self) -> None:
        text = self.overview.invoice_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self._context.frame.show_message(self.tr("The invoice block is on the clipboard."), Severity.OK)
