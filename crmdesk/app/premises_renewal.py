"""Premises keys that an older version of the program wrote are derived again while the window is open, a little at a time."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.runner import Tasks

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

_FIRST_MS: Final = 3_000
"""After the store was opened: the tree and the first search come first."""
_PAUSE_MS: Final = 50
"""Between two steps: what a person does in the meantime is not kept waiting."""
_AGAIN_MS: Final = 30_000
"""After a step that could not be taken: the disk is full, or another process holds the store."""


class PremisesRenewal(QObject):
    """One for each open store; lives on the GUI thread. Steps go through the writing lane; what is done stays done."""

    def __init__(self, store: "Store", tasks: Tasks, parent: QObject, first_ms: int = _FIRST_MS) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._is_stopped = False
        self._timer = QTimer(self, singleShot=True, interval=first_ms)
        self._timer.timeout.connect(self._on_due)
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether another step is to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Take no further step, and go. Call before the store is closed."""
        self._is_stopped = True
        self._timer.stop()
        self.deleteLater()

    @Slot()
    def _on_due(self) -> None:
        from crmdesk.services.store_setup import renew_premises

        self._tasks.write(renew_premises, self._store, done=self._on_stepped, failed=self._on_failed)

    @Slot(bool)
    def _on_stepped(self, is_left: bool) -> None:  # noqa: FBT001 - a task's answer
        if is_left:
            self._go_on(_PAUSE_MS)

    @Slot(object)
    def _on_failed(self, _error: CrmError) -> None:
        self._go_on(_AGAIN_MS)

    def _go_on(self, after_ms: int) -> None:
        if not self._is_stopped:
            self._timer.start(after_ms)
