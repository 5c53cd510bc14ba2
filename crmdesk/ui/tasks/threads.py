"""The task runner of the program: three threads for queries, one for commands."""

import logging
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar, TypeVarTuple

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.progress import Progress, ProgressState
from crmdesk.ui.tasks.runner import Lane, receiver_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

READERS: Final = 3
_log = logging.getLogger(__name__)


class _Ticket:
    """One request. The worker sees only `fn`, `args` and `outcome`; everything else belongs to the GUI thread.

    The arguments stay referenced from here until the result was delivered, so that the last reference to any of them falls on the GUI thread.
    """

    def __init__(self, lane: Lane, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.lane = lane
        self.fn: Callable[..., Any] | None = fn
        self.args = args
        self.outcome: Any = None
        self.error: BaseException | None = None
        self.done: weakref.WeakMethod[Callable[..., object]] | None = None
        self.failed: weakref.WeakMethod[Callable[..., object]] | None = None
        self.owner: weakref.ref[QObject] | None = None
        self.key: tuple[int, str] | None = None
        self.is_dropped = False

    def cancel(self) -> None:
        """Forget the task (see `runner.Task`); a worker that has not started it yet passes it over."""
        self.is_dropped = True

    def is_wanted(self) -> bool:
        """Whether somebody still waits for the result."""
        if self.is_dropped:
            return False
        if self.owner is None:
            return True
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner)


class TaskRunner(QObject):
    """Implements `runner.Tasks` with threads; lives on the GUI thread, owned by the application object.

    Signals:
        busy_changed: bool, whether anything is waiting or running.
        refused: `CrmError` of a task that named no `failed`.
        crashed: any other exception of a task; the application hands it to its crash report.
    """

    busy_changed = Signal(bool)
    refused = Signal(object)  # CrmError
    crashed = Signal(object)  # BaseException
    _finished = Signal(object)  # _Ticket, from a worker
    _progressed = Signal(object, object)  # weak method, ProgressState, from a worker

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, Executor] = {}
        self._open: set[_Ticket] = set()
        self._newest: dict[tuple[int, str], _Ticket] = {}
        self._progresses: weakref.WeakSet[Progress] = weakref.WeakSet()
        self._is_closed = False
        self._held: list[_Ticket] | None = None
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything is waiting or running."""
        return bool(self._open)

    def run(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        owner: QObject | None = None,
        latest: str = "",
    ) -> _Ticket:
        """Ask for `fn(*args)`; see `runner.Tasks`. After `shutdown` nothing is taken any more."""
        ticket = _Ticket(lane, fn, args)
        receiver, other = receiver_of(done), receiver_of(failed)
        owner = owner or receiver or other
        ticket.done = weakref.WeakMethod(done) if done else None
        ticket.failed = weakref.WeakMethod(failed) if failed else None
        ticket.owner = weakref.ref(owner) if owner else None
        if self._is_closed:
            ticket.is_dropped = True
            return ticket
        if latest:
            self._supersede((id(owner), latest), ticket)
        was_idle = not self._open
        self._open.add(ticket)
        if lane is Lane.WRITE and self._held is not None:
            self._held.append(ticket)
        else:
            self._executor(lane).submit(self._work, ticket)
        if was_idle:
            self.busy_changed.emit(self.is_busy)
        return ticket

    def read(self, fn: Callable[[*Ts], T], *args: *Ts, **options: Any) -> _Ticket:
        """Ask for a query; see `runner.Tasks`."""
        return self.run(Lane.READ, fn, *args, **options)

    def write(self, fn: Callable[[*Ts], T], *args: *Ts, **options: Any) -> _Ticket:
        """Ask for a command; see `runner.Tasks`."""
        return self.run(Lane.WRITE, fn, *args, **options)

    @property
    def held_writes(self) -> int:
        """Commands that wait for `release_writes`."""
        return len(self._held or ())

    @property
    def holds_writes(self) -> bool:
        """Whether commands wait."""
        return self._held is not None

    def hold_writes(self) -> None:
        """Let commands asked for from now on wait; see `runner.Tasks`."""
        if self._held is None:
            self._held = []

    def release_writes(self) -> None:
        """Carry out what waited."""
        held, self._held = self._held, None
        for ticket in held or ():
            self._executor(Lane.WRITE).submit(self._work, ticket)

    def progress(self, show: Callable[[ProgressState], object]) -> Progress:
        """Return a progress for long work; see `runner.Tasks`."""
        receiver_of(show)
        weak = weakref.WeakMethod(show)
        made = Progress(_Relay(self._progressed.emit, weak))
        self._progresses.add(made)
        return made

    def shutdown(self) -> None:
        """Refuse new tasks, stop long work and queued queries, wait until every command already asked for is carried out.

        Blocks until the threads are gone; results are no longer delivered, what went wrong is logged.
        """
        self._is_closed = True
        self.release_writes()
        for progress in list(self._progresses):
            progress.cancel()
        for ticket in list(self._open):
            if ticket.lane is Lane.READ:
                ticket.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._lanes.clear()
        for ticket in self._open:
            if ticket.error is not None and ticket.lane is Lane.WRITE:
                _log.error("A command failed while the program was closing", exc_info=ticket.error)
            ticket.is_dropped = True
        was_busy = bool(self._open)
        self._open.clear()
        self._newest.clear()
        if was_busy:
            self.busy_changed.emit(self.is_busy)

    def _executor(self, lane: Lane) -> "Executor":
        if lane not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor

            threads = READERS if lane is Lane.READ else 1
            self._lanes[lane] = ThreadPoolExecutor(threads, thread_name_prefix=f"crmdesk-{lane.value}")
        return self._lanes[lane]

    def _supersede(self, key: tuple[int, str], ticket: _Ticket) -> None:
        older = self._newest.get(key)
        if older is not None:
            older.cancel()
        ticket.key = key
        self._newest[key] = ticket

    def _work(self, ticket: _Ticket) -> None:
        """Run in a worker. No local keeps an argument or a result: the frame may outlive their delivery."""
        try:
            if ticket.fn is not None and not ticket.is_dropped:
                ticket.outcome = ticket.fn(*ticket.args)
        except BaseException as error:  # handed to the GUI thread, where it is told apart
            ticket.error = error
        self._finished.emit(ticket)

    @Slot(object)
    def _on_finished(self, ticket: _Ticket) -> None:
        if ticket not in self._open:
            return  # the runner was shut down meanwhile
        self._open.discard(ticket)
        if ticket.key is not None and self._newest.get(ticket.key) is ticket:
            del self._newest[ticket.key]
        outcome, error = ticket.outcome, ticket.error
        ticket.fn, ticket.args, ticket.outcome, ticket.error = None, (), None, None
        try:
            self._deliver(ticket, outcome, error)
        finally:
            if not self._open:
                self.busy_changed.emit(self.is_busy)

    def _deliver(self, ticket: _Ticket, outcome: object, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, CrmError):
            self.crashed.emit(error)  # a bug is reported even when nobody waits for the result
            return
        if not ticket.is_wanted():
            if error is not None and ticket.lane is Lane.WRITE and not ticket.is_dropped:
                self.refused.emit(error)  # the screen is gone, but the user believes the change was made
            return
        if error is not None:
            failed = ticket.failed() if ticket.failed is not None else None
            if failed is None:
                self.refused.emit(error)
            else:
                failed(error)
            return
        done = ticket.done() if ticket.done is not None else None
        if done is not None:
            done(outcome)

    @Slot(object, object)
    def _on_progressed(self, weak: "weakref.WeakMethod[Callable[[ProgressState], object]]", state: ProgressState) -> None:
        show = weak()
        if show is not None and shiboken6.isValid(receiver_of(show)):
            show(state)


class _Relay:
    """Carries a progress report from the worker to the runner."""

    def __init__(self, emit: Callable[..., object], weak: "weakref.WeakMethod[Callable[[ProgressState], object]]") -> None:
        self._emit = emit
        self._weak = weak

    def __call__(self, state: ProgressState) -> None:
        self._emit(self._weak, state)
