"""Lets a list fetch its pages through the task runner (`ui.table.fetching.Runner`)."""

from collections.abc import Callable
from typing import TypeVar

from crmdesk.ui.tasks.runner import Lane, Tasks

A = TypeVar("A")


class PageRunner:
    """Runs page queries in the read lane: `runner(work, done)` returns what cancels it. Holds the task runner and nothing else."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks

    def __call__(self, work: Callable[[], A], done: Callable[[A], None]) -> Callable[[], None]:
        """Run `work` in a reader thread and hand its result to `done`, a bound method of a QObject, unless cancelled by then."""
        return self._tasks.run(Lane.READ, work, done=done).cancel
