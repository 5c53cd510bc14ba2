"""The lead score is kept while the window is open: soon after the start, after leads changed, after each exchange, and every hour."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.core.changes import MANY, Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.tasks.runner import Tasks

if TYPE_CHECKING:
    from datetime import datetime

    from crmdesk.services.exchange_state import ExchangeState
    from crmdesk.services.lead_score import LeadScoreService, ScoreWork
    from crmdesk.storage.store import Store

_FIRST_MS: Final = 15_000
"""After the store was opened: tree, first search and the rules of pools come first."""
_AFTER_CHANGE_MS: Final = 4_000
_HOURLY_MS: Final = 3_600_000
_LATER_MS: Final = 10_000
"""While an import writes; nobody is to be told that a change of his waits."""


class LeadScoreSchedule(QObject):
    """One for each open store; lives on the GUI thread, and nothing of the score runs there.

    What is to be written is found on a reading lane and written block by block on the writing lane, so that no command waits long.
    """

    def __init__(self, store: "Store", tasks: Tasks, bus: ChangeBus, parent: QObject, first_ms: int = _FIRST_MS) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._bus = bus
        self._service: LeadScoreService | None = None
        self._blocks: list[ScoreWork] = []
        self._touched: frozenset[str] | None = frozenset()
        self._exchanged_at: datetime | None = None
        self._is_stopped = self._is_running = self._is_wanted = False
        self._timer = QTimer(self, singleShot=True, interval=first_ms)
        self._timer.timeout.connect(self._on_due)
        self._timer.start()
        bus.changed.connect(self._on_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether another run is to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Run no more, and go. Call before the store is closed."""
        self._is_stopped = True
        self._blocks.clear()
        self._timer.stop()
        self._bus.changed.disconnect(self._on_changed)
        self.deleteLater()

    @Slot(object)
    def run_soon(self, state: "ExchangeState") -> None:
        """Look in a moment whether another exchange that ended well brought leads."""
        if state.last_at is not None and state.last_at != self._exchanged_at:
            self._exchanged_at = state.last_at
            self._soon()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        is_score = changes.transaction is None  # a score is no action of anybody
        if not is_score and (changes.concerns(RecordKind.LEAD) or changes.concerns(RecordKind.FOLLOW_UP)):
            self._soon()

    def _soon(self) -> None:
        """Run when nothing changed for a moment; the first run keeps its time."""
        self._is_wanted = self._is_running
        if not self._is_stopped and not self._is_running and self._service is not None:
            self._timer.start(_AFTER_CHANGE_MS)

    @Slot()
    def _on_due(self) -> None:
        from crmdesk.services.lead_score import LeadScoreService

        if self._tasks.holds_writes:
            self._timer.start(_LATER_MS)
            return
        if self._service is None:
            self._service = LeadScoreService(self._store)
        self._is_running, self._is_wanted = True, False
        self._tasks.read(self._service.prepare, done=self._on_prepared, failed=self._on_failed)

    @Slot(object)
    def _on_prepared(self, work: "tuple[ScoreWork, ...]") -> None:
        self._blocks = list(work)
        self._write_next()

    def _write_next(self) -> None:
        if self._is_stopped or self._service is None:
            return
        if not self._blocks:
            self._go_on()
            return
        self._tasks.write(self._service.write, self._blocks.pop(0), done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, changes: Changes) -> None:
        ids = changes.touched.get(RecordKind.LEAD, frozenset())
        self._touched = None if ids is None or self._touched is None else self._touched | ids
        self._write_next()

    @Slot(object)
    def _on_failed(self, _error: CrmError) -> None:
        self._blocks.clear()
        self._go_on()

    def _tell(self) -> None:
        """Tell the screens once, however many blocks were written."""
        from crmdesk.services.lead_score import INITIATOR

        touched, self._touched = self._touched, frozenset()
        if not self._is_stopped and (touched is None or touched):
            listed = None if touched is None or len(touched) > MANY else touched
            self._bus.publish(Changes(touched={RecordKind.LEAD.value: listed}, initiator=INITIATOR))

    def _go_on(self) -> None:
        self._is_running = False
        self._tell()
        if not self._is_stopped:
            self._timer.start(_AFTER_CHANGE_MS if self._is_wanted else _HOURLY_MS)
