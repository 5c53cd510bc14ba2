"""How long work tells where it is, and learns that it should stop. Plain Python: it may be used from any thread."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

INTERVAL_S: Final = 0.05
"""At most one report in this time, so that a loop may report every row."""


@dataclass(frozen=True, slots=True)
class ProgressState:
    """Where long work is.

    Attributes:
        done: steps finished.
        total: steps in all, 0 while unknown.
        text: what is being done, already worded for the user; empty leaves the title alone.
        left_s: seconds left at the present pace, None while too early to say.
    """

    done: int
    total: int
    text: str
    left_s: float | None


class Progress:
    """Called by the worker: `progress(done, total, text)`; asked by the worker: `progress.cancelled`."""

    def __init__(self, report: Callable[[ProgressState], None], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._report = report
        self._clock = clock
        self._started_at = clock()
        self._reported_at = float("-inf")
        self._cancelled = threading.Event()

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        """Say where the work is; the last step is always reported, others at most every `INTERVAL_S`."""
        now = self._clock()
        is_last = bool(total) and done >= total
        if now - self._reported_at < INTERVAL_S and not is_last:
            return
        self._reported_at = now
        spent = now - self._started_at
        left = spent * (total - done) / done if done > 0 and total and spent >= 1 else None
        self._report(ProgressState(done, total, text, left))

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop; the work then raises `core.errors.Cancelled` at the next safe point."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()
