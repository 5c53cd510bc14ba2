"""One search of the whole store that goes on beside the window, as screens see it. Who carries it out is the application's business."""

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal


class SearchJob(QObject):
    """Lives on the GUI thread; asynchronous, good for one search. Exactly one of the last three signals comes at its end.

    Signals:
        progressed: float, share that is done, 0 … 1.
        finished: what was found stands in the store.
        failed: `CrmError`; the last result stands.
        cancelled: as asked; the last result stands.
    """

    progressed = Signal(float)
    finished = Signal()
    failed = Signal(object)  # core.errors.CrmError
    cancelled = Signal()

    @abstractmethod
    def start(self) -> None:
        """Begin; returns at once."""

    @abstractmethod
    def cancel(self) -> None:
        """Ask to stop; `cancelled` follows, or `finished` when it was too late."""

    @abstractmethod
    def shut_down(self) -> None:
        """Stop at once and wait until it has: the program ends. No signal comes any more."""
