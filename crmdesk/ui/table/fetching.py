"""Asking for pages without flooding the source: only what is on the screen, few at a time, the latest wish wins.

Knows no thread: a `Runner` carries the work to wherever it is done and brings the answer back to the GUI thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Generic, Protocol, TypeVar

from crmdesk.core.errors import CrmError
from crmdesk.ui.table.page_cache import PageId

T = TypeVar("T")
R = TypeVar("R")
A = TypeVar("A")

MAX_RUNNING: Final = 2
"""Page queries under way at once; more would only queue behind each other in the reader threads."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[R, T]):
    """What a query came back with: a result or the error it raised, for the request it was asked with."""

    request: R
    result: T | None = None
    error: Exception | None = None


class Runner(Protocol):
    """Runs `work` somewhere, later calls `done(result)` on the GUI thread, and returns a function that cancels.

    In the running program: `ui.tasks.paging.PageRunner`. `done` is always a bound method of a QObject, `work` never raises. Cancelled work may still run, but is not delivered.
    """

    def __call__(self, work: Callable[[], A], done: Callable[[A], None]) -> Callable[[], None]:
        """Start the work."""


def run_now(work: Callable[[], A], done: Callable[[A], None]) -> Callable[[], None]:
    """Run in place: for tests and for sources that answer from memory."""
    done(work())
    return _nothing


def _nothing() -> None:
    """Cancel what is already over."""


def ask(request: R, query: Callable[[], T]) -> Answer[R, T]:
    """Run a query and wrap what comes of it; the error travels to the GUI thread, which decides whose trouble it is."""
    try:
        return Answer(request, result=query())
    except Exception as error:
        return Answer(request, error=error)


def users_trouble(error: Exception | None) -> CrmError | None:
    """Return the error when the user can act on it, None when there is none.

    Raises:
        Exception: the error itself when it is a bug, so that it reaches the crash dialog.
    """
    if error is None or isinstance(error, CrmError):
        return error
    raise error


class PageFetcher(Generic[T]):
    """Keeps the wishes of one view: pages wanted now, pages under way.

    `deliver` gets every answer that is still wanted; it must be a bound method of a QObject.
    """

    def __init__(self, run: Runner, query: Callable[[PageId], T], deliver: Callable[[Answer[PageId, T]], None]) -> None:
        self._run = run
        self._query = query
        self._deliver = deliver
        self._wanted: list[PageId] = []
        self._running: dict[PageId, Callable[[], None]] = {}
        self._is_starting = False

    @property
    def running(self) -> frozenset[PageId]:
        """Pages asked and not answered yet."""
        return frozenset(self._running)

    def want(self, pages: Sequence[PageId]) -> None:
        """Replace all wishes: pages under way that nobody looks at any more are cancelled, new ones are started."""
        for page in [page for page in self._running if page not in pages]:
            self._running.pop(page)()
        self._wanted = [page for page in pages if page not in self._running]
        self._start()

    def cancel(self) -> None:
        """Forget all wishes and drop answers on their way."""
        self.want(())

    def accept(self, answer: Answer[PageId, T]) -> bool:
        """Say whether an answer is still wanted, and start the next query; call it first thing in `deliver`."""
        if answer.request not in self._running:
            return False
        del self._running[answer.request]
        self._start()
        return True

    def _start(self) -> None:
        if self._is_starting:
            # A runner that answers in place comes back here from within the loop below.
            return
        self._is_starting = True
        try:
            while self._wanted and len(self._running) < MAX_RUNNING:
                page = self._wanted.pop(0)
                # Entered before the start: a runner in place answers before it returns.
                self._running[page] = _nothing
                cancel = self._run(partial(ask, page, partial(self._query, page)), self._deliver)
                if page in self._running:
                    self._running[page] = cancel
        finally:
            self._is_starting = False
