"""Long work at a terminal: a line that says how far it is, and Ctrl+C, which asks it to stop and take itself back."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from crmdesk.app.cli.output import ProgressLine
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


@contextmanager
def progress_line(what: str) -> Iterator[Callable[[float], None]]:
    """Give a function that is told the share done, 0 … 1: it shows it, and stops the work when Ctrl+C was pressed.

    Raises:
        Cancelled: out of the function given.
    """
    line = ProgressLine(what)
    with stoppable() as is_stopped:

        def tell(share: float) -> None:
            line.show(share)
            if is_stopped():
                raise Cancelled

        try:
            yield tell
        finally:
            line.clear()
