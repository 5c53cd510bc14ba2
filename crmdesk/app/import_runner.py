"""Carries out an import, or takes one back, in a child process (docs/adr/0007): paints and key presses never wait for it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from crmdesk.app.import_worker import COMMAND
from crmdesk.app.worker_job import worker_of
from crmdesk.app.worker_messages import changes_from_json, undo_from_json
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.views.imports.job import ImportJob

if TYPE_CHECKING:
    from crmdesk.exchange.importing.request import ImportRequest
    from crmdesk.storage.keys import StoreKey


class ImportBroken(CrmError):
    """The worker died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP("errors", "The import ended unexpectedly. Nothing was changed; you can start it again.")


class UndoBroken(CrmError):
    """The worker that took an import back died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP("errors", "Undoing ended unexpectedly. Nothing was changed; you can try it again.")


class ImportRunner(ImportJob):
    """An `ImportJob` in a process of its own."""

    def __init__(self, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker_of(self, COMMAND, (store, key), answered=self._on_answered, broke=self._on_broke)
        self._broken: type[CrmError] = ImportBroken

    @property
    @override
    def is_running(self) -> bool:
        return self._worker.is_running

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._worker.process_id

    @override
    def start(self, request: "ImportRequest") -> None:
        self._worker.start({"request": request.to_json()})

    @override
    def undo(self, transaction: str) -> None:
        self._broken = UndoBroken
        self._worker.start({"undo": transaction})

    @override
    def redo_last(self) -> None:
        self._broken = UndoBroken
        self._worker.start({"redo": True})

    @override
    def cancel(self) -> None:
        self._worker.cancel()

    @override
    def shut_down(self) -> None:
        self._worker.shut_down()

    @Slot(object)
    def _on_answered(self, outcome: dict[str, Any]) -> None:
        if "undone" in outcome:
            self.finished.emit(undo_from_json(outcome["undone"]))
        else:
            self.finished.emit(ImportReport.from_json(outcome["report"], changes_from_json(outcome["changes"])))

    @Slot()
    def _on_broke(self) -> None:
        self.failed.emit(self._broken())
