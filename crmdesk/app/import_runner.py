"""Carries out an import in a child process (docs/adr/0007), so that paints and key presses never wait for it."""

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from typing_extensions import override

from crmdesk.app.import_worker import CANCEL, COMMAND, FINISHING
from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.views.imports.job import ImportJob

if TYPE_CHECKING:
    from crmdesk.exchange.importing.request import ImportRequest
    from crmdesk.storage.keys import StoreKey

KILL_MS: Final = 2_000
"""How long a worker may take to stop by itself."""
_END_MS: Final = 5_000
_log: Final = logging.getLogger(__name__)


class ImportBroken(CrmError):
    """The worker died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP("errors", "The import ended unexpectedly. Nothing was changed; you can start it again.")


class ImportRunner(ImportJob):
    """An `ImportJob` in a process of its own. The key goes through the pipe, nowhere else."""

    def __init__(self, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._key = store, key
        self._rest = b""
        self._outcome: dict[str, Any] | None = None
        self._is_running = False
        self._is_stopping = False
        self._is_finishing = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._kill_timer = QTimer(self)
        self._kill_timer.setSingleShot(True)
        self._kill_timer.setInterval(KILL_MS)
        self._process.readyReadStandardOutput.connect(self._on_output_ready)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error)
        self._kill_timer.timeout.connect(self._process.kill)

    @property
    @override
    def is_running(self) -> bool:
        return self._is_running

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._process.processId()

    @override
    def start(self, request: "ImportRequest") -> None:
        key = self._key
        order = {
            "store": str(self._store),
            "key": None if key is None else key.raw.hex(),
            "salt": None if key is None else key.salt.hex(),
            "request": request.to_json(),
        }
        self._is_running = True
        program, arguments = _command()
        self._process.start(program, arguments)
        self._process.write(json.dumps(order).encode() + b"\n")

    @override
    def cancel(self) -> None:
        if not self._is_running or self._is_stopping or self._is_finishing:
            return
        self._is_stopping = True
        self._process.write(CANCEL.encode() + b"\n")
        self._kill_timer.start()

    @override
    def shut_down(self) -> None:
        self._is_running = False
        self._kill_timer.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            if self._is_finishing:
                self._process.waitForFinished(_END_MS)  # it is being committed: let it
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    @Slot()
    def _on_output_ready(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, message: dict[str, Any]) -> None:
        if "progress" not in message:
            self._outcome = message
            return
        share = float(message["progress"])
        if share >= FINISHING:
            self._is_finishing = True
            self._kill_timer.stop()
        if self._is_running:
            self.progressed.emit(share)

    @Slot(QProcess.ProcessError)
    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # `finished` comes for every other one
            self._end({})

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, _code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output_ready()
        self._end(self._outcome or {})

    def _end(self, outcome: dict[str, Any]) -> None:
        self._kill_timer.stop()
        if not self._is_running:
            return
        self._is_running = False
        error = outcome.get("error")
        if "report" in outcome:
            self.finished.emit(ImportReport.from_json(outcome["report"], _changes(outcome["changes"])))
        elif self._is_stopping and "bug" not in outcome:
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(_refusal(error["code"], error["template"], error["params"]))
        else:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            _log.error("import worker ended with %s: %s", self._process.exitCode(), outcome.get("bug") or said[-2_000:])
            self.failed.emit(ImportBroken())


def _command() -> tuple[str, list[str]]:
    """Return how this program becomes the worker: from a bundle, or by its interpreter."""
    if getattr(sys, "frozen", False):
        return sys.executable, [COMMAND]
    return sys.executable, ["-m", "crmdesk", COMMAND]


def _changes(shape: dict[str, Any] | None) -> Changes | None:
    if shape is None:
        return None
    touched = {kind: None if ids is None else frozenset(ids) for kind, ids in shape["touched"].items()}
    return Changes(action=shape["action"], transaction=shape["transaction"], touched=touched)


def _refusal(code: str, template: str, params: dict[str, Any]) -> CrmError:
    """Return the worker's error as one of this process: same code, sentence and parameters."""
    kind = type(code, (CrmError,), {"template": template, "__doc__": "A refusal that came from the import worker."})
    refusal = kind(**params)
    if not isinstance(refusal, CrmError):
        raise TypeError(code)
    return refusal
