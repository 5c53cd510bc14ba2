"""What a screen may ask of a task runner, and the small values that go with it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar, TypeVarTuple

from PySide6.QtCore import QObject

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.progress import Progress, ProgressState

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Lane(StrEnum):
    """Where a task waits its turn."""

    READ = "read"  # several at once, in any order
    WRITE = "write"  # one after the other, in the order asked for


class Task(Protocol):
    """One request, as the screen that asked for it sees it."""

    def cancel(self) -> None:
        """Forget the task: it does not start if it has not yet, and its result is dropped."""


class Tasks(Protocol):
    """Runs plain functions and hands the results to bound methods of QObjects on the GUI thread.

    Keyword arguments of every request:
        done: gets what `fn` returned.
        failed: gets the `CrmError` that `fn` raised; without it the error goes to the runner's `refused` signal (the message bar).
        owner: results are dropped once it is gone; the QObject `done` (or `failed`) belongs to when not given.
        latest: a name; of the owner's requests of that name only the newest counts, results of older ones are dropped (typing, paging).

    Any other exception is a bug and goes to `crashed`. `fn` takes positional arguments; bind keywords with `functools.partial`.
    """

    def run(
        self,
        lane: Lane,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        owner: QObject | None = None,
        latest: str = "",
    ) -> Task:
        """Ask for `fn(*args)` in a lane.

        Raises:
            TypeError: `done` or `failed` is not a bound method of a QObject.
        """

    def read(
        self,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        owner: QObject | None = None,
        latest: str = "",
    ) -> Task:
        """Ask for a query; see `run`."""

    def write(
        self,
        fn: Callable[[*Ts], T],
        *args: *Ts,
        done: Callable[[T], object] | None = None,
        failed: Callable[[CrmError], object] | None = None,
        owner: QObject | None = None,
        latest: str = "",
    ) -> Task:
        """Ask for a command; see `run`."""

    @property
    def held_writes(self) -> int:
        """Commands that wait for `release_writes`."""

    @property
    def holds_writes(self) -> bool:
        """Whether commands wait: what the program does by itself is put off then."""

    def hold_writes(self) -> None:
        """Let commands asked for from now on wait: another process writes, for longer than a command may wait for it."""

    def release_writes(self) -> None:
        """Carry out what waited, in the order asked for."""

    def progress(self, show: Callable[[ProgressState], object]) -> Progress:
        """Return a progress to hand to long work; `show`, a bound method of a QObject, hears of it on the GUI thread."""


def receiver_of(method: Callable[..., object] | None) -> QObject | None:
    """Return the QObject a bound method belongs to, None for None.

    Raises:
        TypeError: it is something else. Such callables would run in the worker and keep widgets alive (`style.md` §4.1, §4.2).
    """
    if method is None:
        return None
    receiver = getattr(method, "__self__", None)
    if not isinstance(receiver, QObject):
        raise TypeError(f"{method!r} is not a bound method of a QObject")
    return receiver
