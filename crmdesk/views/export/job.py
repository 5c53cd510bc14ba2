"""One export, or preview of one, that goes on beside the window, as screens see it. Who carries it out is the application's business."""

from abc import abstractmethod
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from crmdesk.sync.export.values import DEFAULT_SCHEMA


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What somebody typed.

    Attributes:
        address: machine and database (`db.example:5432/sales`) or a whole URL; never a password.
        password: empty to take the keyring's. is_remembered: put it there once the export succeeded.
        ca_file: certificate of the company's own authority; empty for what this computer trusts.
        is_local: without encryption; only this computer's own database.
        is_full: compare every record. is_preview: write nothing.
    """

    address: str
    user: str
    password: str = field(default="", repr=False)
    is_remembered: bool = False
    ca_file: str = ""
    is_local: bool = False
    schema: str = DEFAULT_SCHEMA
    is_full: bool = False
    is_preview: bool = False


class ExportJob(QObject):
    """Lives on the GUI thread; asynchronous, good for one wish. Exactly one of the last three signals comes at its end.

    Signals:
        progressed: float, share that is done, 0 … 1; at 1 it is committed and nothing can be stopped any more.
        finished: `sync.export.values.ExportReport`.
        failed: `CrmError`; nothing was changed.
        cancelled: as asked; nothing was changed.
    """

    progressed = Signal(float)
    finished = Signal(object)  # sync.export.values.ExportReport
    failed = Signal(object)  # core.errors.CrmError
    cancelled = Signal()

    @abstractmethod
    def start(self, wish: ExportWish) -> None:
        """Begin; returns at once."""

    @abstractmethod
    def cancel(self) -> None:
        """Ask to stop; `cancelled` follows, or `finished` when it was too late."""

    @abstractmethod
    def shut_down(self) -> None:
        """Stop at once and wait until it has: the program ends. No signal comes any more."""
