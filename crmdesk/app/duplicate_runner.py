"""Searches the store for duplicates in a child process: minutes of Python would stall every paint of the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from crmdesk.app.duplicate_worker import COMMAND
from crmdesk.app.worker_job import worker_of
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.duplicates.job import SearchJob

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey


class SearchBroken(CrmError):
    """The worker died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP("errors", "The search for duplicates ended unexpectedly. You can start it again.")


class DuplicateRunner(SearchJob):
    """A `SearchJob` in a process of its own."""

    def __init__(self, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker_of(self, COMMAND, (store, key), answered=self._on_answered, broke=self._on_broke)

    @override
    def start(self) -> None:
        self._worker.start({})

    @override
    def cancel(self) -> None:
        self._worker.cancel()

    @override
    def shut_down(self) -> None:
        self._worker.shut_down()

    @Slot(object)
    def _on_answered(self, _outcome: object) -> None:
        self.finished.emit()

    @Slot()
    def _on_broke(self) -> None:
        self.failed.emit(SearchBroken())
