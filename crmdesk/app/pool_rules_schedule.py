"""The rules of pools run while the window is open: soon after the start, after each exchange, and every hour (a day may have begun)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.runner import Tasks

if TYPE_CHECKING:
    from datetime import datetime

    from crmdesk.services.exchange_state import ExchangeState
    from crmdesk.services.pool_rules import RulesReport
    from crmdesk.storage.store import Store

_FIRST_MS: Final = 8_000
"""After the store was opened: the tree and the first search come first."""
_AFTER_EXCHANGE_MS: Final = 2_000
_HOURLY_MS: Final = 3_600_000
_LATER_MS: Final = 10_000
"""While an import writes; nobody is to be told that a change of his waits."""


class PoolRulesSchedule(QObject):
    """One for each open store; lives on the GUI thread. The rules run on the writing lane; `moved` is told what they moved, if anything."""

    def __init__(
        self, store: "Store", tasks: Tasks, moved: Callable[["RulesReport"], None], parent: QObject, first_ms: int = _FIRST_MS
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._moved = moved
        self._is_stopped = False
        self._exchanged_at: datetime | None = None
        self._timer = QTimer(self, singleShot=True, interval=first_ms)
        self._timer.timeout.connect(self._on_due)
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether another run is to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Run no more, and go. Call before the store is closed."""
        self._is_stopped = True
        self._timer.stop()
        self.deleteLater()

    @Slot(object)
    def run_soon(self, state: "ExchangeState") -> None:
        """Run the rules in a moment if another exchange ended well since; rules that find nothing to do write nothing."""
        if not self._is_stopped and state.last_at is not None and state.last_at != self._exchanged_at:
            self._exchanged_at = state.last_at
            if not self._timer.isActive() or self._timer.remainingTime() > _AFTER_EXCHANGE_MS:
                self._timer.start(_AFTER_EXCHANGE_MS)

    @Slot()
    def _on_due(self) -> None:
        from crmdesk.services.pool_rules import run_rules

        if self._tasks.holds_writes:
            self._timer.start(_LATER_MS)
            return
        self._tasks.write(run_rules, self._store, done=self._on_run, failed=self._on_failed)

    @Slot(object)
    def _on_run(self, report: "RulesReport") -> None:
        self._go_on()
        if report.changes and not self._is_stopped:
            self._moved(report)

    @Slot(object)
    def _on_failed(self, _error: CrmError) -> None:
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_stopped and not self._timer.isActive():
            self._timer.start(_HOURLY_MS)
