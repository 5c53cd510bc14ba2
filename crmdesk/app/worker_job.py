"""What every job in a process of its own shares: a worker whose progress, refusals and end become those of the job."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from crmdesk.app.worker_process import WorkerProcess

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey


class Job(Protocol):
    """The signals of a job, as screens know it (`ImportJob`, `SearchJob`, `ExchangeJob`)."""

    @property
    def progressed(self) -> SignalInstance:
        """Carries the share that is done."""

    @property
    def failed(self) -> SignalInstance:
        """Carries a `CrmError`."""

    @property
    def cancelled(self) -> SignalInstance:
        """It was stopped."""


def worker_of(
    job: Job,
    command: str,
    store: tuple[Path, "StoreKey | None"],
    *,
    answered: Callable[[dict[str, Any]], object],
    broke: Callable[[], object],
) -> WorkerProcess:
    """Return a worker that belongs to a job and speaks through its signals.

    Args:
        job: a QObject.
        command: what `crmdesk` is called with to become the worker.
        store: path and key of the store it works on.
        answered: a bound method of the job, gets what the worker said last.
        broke: likewise; the worker died for no reason of the user's.
    """
    worker = WorkerProcess(command, *store, job if isinstance(job, QObject) else None)
    worker.progressed.connect(job.progressed)
    worker.answered.connect(answered)
    worker.refused.connect(job.failed)
    worker.cancelled.connect(job.cancelled)
    worker.broke.connect(broke)
    return worker
