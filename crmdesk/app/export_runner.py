"""Exports the store in a child process: minutes of reading and a slow line never stall the window."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from crmdesk.app.export_worker import COMMAND
from crmdesk.app.worker_job import worker_of
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.sync.export.values import ExportReport
from crmdesk.views.export.job import ExportJob, ExportWish

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey


class ExportBroken(CrmError):
    """The worker died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP("errors", "The export ended unexpectedly. The database is as it was; you can start it again.")


class ExportRunner(ExportJob):
    """An `ExportJob` in a process of its own."""

    def __init__(self, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker_of(self, COMMAND, (store, key), answered=self._on_answered, broke=self._on_broke)

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._worker.process_id

    @override
    def start(self, wish: ExportWish) -> None:
        self._worker.start({"wish": asdict(wish)})

    @override
    def cancel(self) -> None:
        self._worker.cancel()

    @override
    def shut_down(self) -> None:
        self._worker.shut_down()

    @Slot(object)
    def _on_answered(self, outcome: dict[str, Any]) -> None:
        self.finished.emit(ExportReport.from_json(outcome["report"]))

    @Slot()
    def _on_broke(self) -> None:
        self.failed.emit(ExportBroken())
