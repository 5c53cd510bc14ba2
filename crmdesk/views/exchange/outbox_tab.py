"""What waits to reach the centre: by customer and action, saved here or sent."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import ActionKind, ClaimState, RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.languages import translate_error
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.change_words import account_text, change_line
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.reading_tab import ReadingTab
from crmdesk.views.exchange.wording import when_text
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.outbox import Outbox, OutboxEntry

_MOST_LINES: Final = 5
_INSERTED: Final = "ins"


class OutboxTab(ReadingTab):
    """A timeline of what was done and is not at the centre for certain; Enter opens the customer."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._records: dict[str, str] = {}
        self.timeline = Timeline(self)
        self.exchange = QAction(self)
        self.settings = QAction(self)
        self.top.addWidget(self.words, 1)
        self.top.addWidget(ActionButton(self.settings, kind="quiet", parent=self))
        self.top.addWidget(ActionButton(self.exchange, kind="primary", parent=self))
        self.set_list(self.timeline)
        self.timeline.entry_activated.connect(self._on_activated)
        self.exchange.triggered.connect(self._on_exchange)
        self.settings.triggered.connect(self._on_settings)
        self.retranslate()

    @override
    def read(self) -> None:
        work = partial(self.context.services.outbox.waiting, language=self.context.language)
        self.context.tasks.read(work, done=self._on_read, latest="outbox")

    @Slot(object)
    def _on_read(self, outbox: "Outbox") -> None:
        self._records = {entry.key: str(entry.account.key) for entry in outbox.entries if entry.account is not None}
        self.timeline.set_entries([self._entry(entry) for entry in outbox.entries])
        trouble = self.context.exchange.trouble
        mark(self.words, textRole="secondary" if trouble is None else "warn")
        self.words.setText(self._summary(outbox) if trouble is None else translate_error(trouble))
        self.words.setToolTip(self.words.text())
        self.settings.setVisible(trouble is not None)
        self.show_list(is_any=bool(outbox.entries))
        if not outbox.entries:
            state = self.context.exchange.state
            text = self.tr("Everything you entered is at the centre; {when}.").format(
                when=when_text(None if state is None else state.last_at)
            )
            self.nothing.show_state("cloud-check", text)

    def _summary(self, outbox: "Outbox") -> str:
        here = sum(not entry.is_sent for entry in outbox.entries)
        sent = len(outbox.entries) - here
        if not outbox.entries:
            return ""
        text = self.tr("%n actions saved here", "", here)
        if sent:
            text = self.tr("{here}, %n sent and not confirmed yet", "", sent).format(here=text)
        return text if outbox.is_whole else self.tr("{text}; the oldest are not listed").format(text=text)

    def _entry(self, entry: "OutboxEntry") -> TimelineEntry:
        action = self._action(entry)
        name = account_text(entry.account) if entry.account is not None else entry.label
        lines = [line for change in entry.changes if (line := change_line(change))]
        if len(lines) > _MOST_LINES + 1:
            lines = [*lines[:_MOST_LINES], self.tr("… and {count} more").format(count=len(lines) - _MOST_LINES)]
        title = self.tr("{customer}: {action}").format(customer=name or "—", action=action)
        if entry.is_sent:
            title = self.tr("{title} · sent").format(title=title)
        return TimelineEntry(
            entry.key,
            entry.at.astimezone().replace(tzinfo=None),
            title,
            "\n".join(lines),
            "upload" if entry.is_sent else "save",
        )

    def _action(self, entry: "OutboxEntry") -> str:
        claims = [change for change in entry.changes if change.kind is RecordKind.CLAIM and change.field == "state"]
        if claims:
            is_given_up = claims[-1].new == ClaimState.RELEASED
            return self.tr("Given up") if is_given_up else self.tr("Asked for")
        if entry.account is not None and entry.action is ActionKind.EDIT:
            key = entry.account.key
            if any((change.kind, change.id, change.operation) == (key.kind, key.id, _INSERTED) for change in entry.changes):
                return self.tr("Entered")
        return word(entry.action) if entry.action is not None else self.tr("Change")

    @override
    def retranslate(self) -> None:
        self.timeline.setAccessibleName(self.tr("What waits to be sent"))
        self.exchange.setText(self.tr("Exchange now"))
        self.exchange.setToolTip(self.tr("Send what you changed and fetch what others changed  F5"))
        self.settings.setText(self.tr("Look at the connection"))

    @Slot(str)
    def _on_activated(self, key: str) -> None:
        if key in self._records:
            self.context.record_asked.emit(self._records[key])

    @Slot()
    def _on_exchange(self) -> None:
        self.context.exchange.exchange()

    @Slot()
    def _on_settings(self) -> None:
        self.context.centre_settings_asked.emit()
