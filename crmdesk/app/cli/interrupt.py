"""Ctrl+C while something long runs: the work is asked to stop and takes itself back, instead of being torn at any point."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from crmdesk.core.errors import Cancelled


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Give a function that says whether Ctrl+C was pressed; a second Ctrl+C interrupts at once.

    Once the work is committed a late Ctrl+C changes nothing, so that “stopped” is never said of what was done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    asked = False

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def raise_if(is_stopped: Callable[[], bool]) -> None:
    """Stop the work when Ctrl+C was pressed.

    Raises:
        Cancelled: it was.
    """
    if is_stopped():
        raise Cancelled
