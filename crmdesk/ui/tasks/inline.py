"""A task runner without threads, for tests of screens: everything happens at once, in the order asked for."""

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, Signal

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.progress import Progress, ProgressState
from crmdesk.ui.tasks.runner import Lane, receiver_of

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class FinishedTask:
    """A task that is over."""

    def cancel(self) -> None:
        """Do nothing: the result was delivered already."""


class InlineTaskRunner(QObject):
    """Implements `runner.Tasks` synchronously. A bug in `fn` is raised to the caller, so that the test fails.

    Signals: as `threads.TaskRunner`; `busy_changed` and `crashed` are never emitted.
    """

    busy_changed = Signal(bool)
    refused = Signal(object)  # CrmError
    crashed = Signal(object)  # BaseException

    @property
    def is_busy(self) -> bool:
        """Always False."""
        return False

    def run(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        owner: QObject | None = None,
        latest: str = "",
    ) -> FinishedTask:
        """Do `fn(*args)` now; see `runner.Tasks`."""
        del lane, owner, latest
        receiver_of(done)
        receiver_of(failed)
        try:
            outcome = fn(*args)
        except CrmError as error:
            if failed is None:
                self.refused.emit(error)
            else:
                failed(error)
        else:
            if done is not None:
                done(outcome)
        return FinishedTask()

    def read(self, fn: Callable[[*Ts], T], *args: *Ts, **options: Any) -> FinishedTask:
        """Do a query now."""
        return self.run(Lane.READ, fn, *args, **options)

    def write(self, fn: Callable[[*Ts], T], *args: *Ts, **options: Any) -> FinishedTask:
        """Do a command now."""
        return self.run(Lane.WRITE, fn, *args, **options)

    @property
    def held_writes(self) -> int:
        """Always 0."""
        return 0

    @property
    def holds_writes(self) -> bool:
        """Never."""
        return False

    def hold_writes(self) -> None:
        """Do nothing: a waiting command would not be synchronous."""

    def release_writes(self) -> None:
        """Do nothing."""

    def progress(self, show: Callable[[ProgressState], object]) -> Progress:
        """Return a progress that shows every report at once."""
        receiver_of(show)
        return Progress(lambda state: (show(state), None)[1])

    def shutdown(self) -> None:
        """Do nothing: nothing is ever waiting."""
