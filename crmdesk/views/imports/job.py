"""One trial, import or undo of an import that goes on beside the window, as screens see it. Who carries it out is the application's business."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from crmdesk.exchange.importing.request import ImportRequest


class ImportJob(QObject):
    """Lives on the GUI thread; asynchronous, and good for one request. Exactly one of the last three signals comes at its end.

    Signals:
        progressed: float, share that is done, 0 … 1. At 1 the changes are being committed and nothing can be stopped any more.
        finished: `ImportReport`; of `undo` and `redo_last` `UndoResult`.
        failed: `CrmError`, nothing was changed.
        cancelled: as asked; nothing was changed.
    """

    progressed = Signal(float)
    finished = Signal(object)  # exchange.importing.report.ImportReport | services.undo.UndoResult
    failed = Signal(object)  # core.errors.CrmError
    cancelled = Signal()

    @property
    @abstractmethod
    def is_running(self) -> bool:
        """Whether the end is still to come."""

    @abstractmethod
    def start(self, request: "ImportRequest") -> None:
        """Begin; returns at once."""

    @abstractmethod
    def undo(self, transaction: str) -> None:
        """Begin to take one action back; returns at once."""

    @abstractmethod
    def redo_last(self) -> None:
        """Begin to do again what was undone last; returns at once."""

    @abstractmethod
    def cancel(self) -> None:
        """Ask to stop; `cancelled` follows, or `finished` when it was too late."""

    @abstractmethod
    def shut_down(self) -> None:
        """Stop at once and wait until it has: the program ends. No signal comes any more."""
