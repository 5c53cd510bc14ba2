"""What happened to a record: who, when, which field from what to what."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.theme.metrics import GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.change_words import about_text, change_line, label_text
from crmdesk.views.context import ViewContext
from crmdesk.views.words import listed

if TYPE_CHECKING:
    from crmdesk.services.history import HistoryEntry

_SHOWN: Final = 200
_MOST_FIELDS: Final = 5
_ICONS: Final = {
    ActionKind.EDIT: "pencil",
    ActionKind.IMPORT: "import",
    ActionKind.UNDO: "undo-2",
    ActionKind.REDO: "redo-2",
    ActionKind.MERGE: "merge",
    ActionKind.MIGRATION: "refresh-cw",
    ActionKind.SETUP: "settings",
    ActionKind.SETTLE: "scale",
}
_FROM_CENTRE: Final = "download"


class HistoryTab(QWidget):
    """Reads the change log of one record when it is looked at.

    Signals:
        entry_activated: `str` transaction.
    """

    entry_activated = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._key: RecordKey | None = None
        self._is_stale = False
        mark(self, surface="surface")
        self.timeline = Timeline(self)
        self._nothing = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.timeline)
        self.timeline.entry_activated.connect(self.entry_activated)

    def show_history(self, key: RecordKey | None) -> None:
        """Show what happened to a record; asked for when the tab is in sight."""
        if key != self._key:
            self.timeline.set_entries(())
        self._key = key
        self._is_stale = True
        if self.isVisible():
            self._load()

    @property
    def key(self) -> RecordKey | None:
        """The record whose history is shown."""
        return self._key

    def refresh(self) -> None:
        """Read again what happened, once the tab is in sight."""
        self.show_history(self._key)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._load()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _load(self) -> None:
        if self._key is None or not self._context.is_ready:
            return
        self._is_stale = False
        read = partial(self._context.services.history.of_record, limit=_SHOWN, language=self._context.language)
        self._context.tasks.read(read, self._key.kind, self._key.id, done=self._on_loaded, latest="history")

    @Slot(object)
    def _on_loaded(self, entries: "tuple[HistoryEntry, ...]") -> None:
        self.timeline.set_entries([self._entry(entry) for entry in entries])
        self._nothing.show_state("history", self.tr("Nothing was changed here yet."))
        self._stack.setCurrentWidget(self.timeline if entries else self._nothing)

    def _entry(self, entry: "HistoryEntry") -> TimelineEntry:
        lines = [line for change in entry.changes if (line := change_line(change))]
        if len(lines) > _MOST_FIELDS + 1:
            more = self.tr("… and {count} more").format(count=len(lines) - _MOST_FIELDS)
            lines = [*lines[:_MOST_FIELDS], more]
        return TimelineEntry(
            entry.transaction or str(entry.first_seq),
            entry.at.astimezone().replace(tzinfo=None),
            self._title(entry),
            "\n".join(lines),
            _FROM_CENTRE if entry.source == "centre" else _ICONS.get(entry.action, "pencil") if entry.action else "pencil",
        )

    def _title(self, entry: "HistoryEntry") -> str:
        who = entry.user_name or self.tr("Somebody")
        made = [change for change in entry.changes if change.operation == "ins"]
        gone = [change for change in entry.changes if change.operation == "del" and change.new]
        if entry.action is ActionKind.IMPORT:
            text = self.tr("{who} imported {label}").format(who=who, label=entry.label)
        elif entry.action is ActionKind.UNDO:
            text = self.tr("{who} took back an action").format(who=who)
        elif entry.action is ActionKind.REDO:
            text = self.tr("{who} did an action again").format(who=who)
        elif entry.action is ActionKind.MERGE:
            text = self.tr("{who} merged {label}").format(who=who, label=entry.label)
        elif entry.action is ActionKind.SETTLE:
            fields = listed(dict.fromkeys(filter(None, map(label_text, entry.changes))))
            text = self.tr("{who} settled: {fields}").format(who=who, fields=fields)
        elif made and self._key is not None and any(change.id == self._key.id for change in made):
            text = self.tr("{who} created this record").format(who=who)
        elif made:
            text = self.tr("{who} added: {what}").format(who=who, what=about_text(made[0]))
        elif gone:
            text = self.tr("{who} deleted: {what}").format(who=who, what=about_text(gone[0]))
        else:
            fields = listed(dict.fromkeys(label_text(change) for change in entry.changes if label_text(change)))
            text = self.tr("{who} changed: {fields}").format(who=who, fields=fields)
        if entry.source == "centre":
            return self.tr("{text} · from the centre").format(text=text)
        return self.tr("{text} (taken back)").format(text=text) if entry.is_undone else text
