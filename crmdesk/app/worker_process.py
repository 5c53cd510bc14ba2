"""A worker process from the window's side (docs/adr/0007): started, told its order, followed, stopped. The key goes through the pipe."""

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from crmdesk.app.worker_pipe import CANCEL, FINISHING
from crmdesk.core.errors import CrmError
from crmdesk.core.own_process import own_command

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey

KILL_MS: Final = 2_000
"""How long a worker may take to stop by itself."""
_END_MS: Final = 5_000
_log: Final = logging.getLogger(__name__)


class WorkerProcess(QObject):
    """One order to `crmdesk COMMAND`. Lives on the GUI thread; good for one order, exactly one of the last four signals ends it.

    Signals:
        progressed: float, share done; at 1 nothing can be stopped any more.
        arrived: dict, what the worker says of what is in the store already.
        answered: dict, what the worker said last.
        refused: `CrmError` the worker raised.
        cancelled: as asked.
        broke: it ended for no reason of the user's; details are in the log.
    """

    progressed = Signal(float)
    arrived = Signal(object)  # dict[str, Any]
    answered = Signal(object)  # dict[str, Any]
    refused = Signal(object)  # CrmError
    cancelled = Signal()
    broke = Signal()

    def __init__(self, command: str, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command, self._store, self._key = command, store, key
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
    def is_running(self) -> bool:
        """Whether the end is still to come."""
        return self._is_running

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 when there is none."""
        return self._process.processId()

    def start(self, order: dict[str, Any]) -> None:
        """Begin; returns at once. Store and key are added to the order."""
        key = self._key
        whole = {
            "store": str(self._store),
            "key": None if key is None else key.raw.hex(),
            "salt": None if key is None else key.salt.hex(),
            **order,
        }
        self._is_running = True
        program, *arguments = own_command(self._command)
        self._process.start(program, arguments)
        self._process.write(json.dumps(whole).encode() + b"\n")

    def cancel(self) -> None:
        """Ask to stop; `cancelled` follows, or `answered` when it was too late."""
        if not self._is_running or self._is_stopping or self._is_finishing:
            return
        self._is_stopping = True
        self._process.write(CANCEL.encode() + b"\n")
        self._kill_timer.start()

    def shut_down(self) -> None:
        """Stop at once and wait until it has; no signal comes any more."""
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
        if "arrived" in message:
            if self._is_running:
                self.arrived.emit(message["arrived"])
            return
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
        if outcome and not outcome.keys() & {"error", "bug"}:
            self.answered.emit(outcome)
        elif self._is_stopping and "bug" not in outcome:
            self.cancelled.emit()
        elif error is not None:
            self.refused.emit(_refusal(error["code"], error["template"], error["params"]))
        else:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            bug = outcome.get("bug") or said[-2_000:]
            _log.error("%s ended with %s: %s", self._command.replace("-", " "), self._process.exitCode(), bug)
            self.broke.emit()


def _refusal(code: str, template: str, params: dict[str, Any]) -> CrmError:
    """Return the worker's error as one of this process: same code, sentence and parameters."""
    kind = type(code, (CrmError,), {"template": template, "__doc__": "A refusal that came from a worker."})
    refusal = kind(**params)
    if not isinstance(refusal, CrmError):
        raise TypeError(code)
    return refusal
