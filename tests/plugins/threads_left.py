"""A thread that a test started and did not end fails the test."""

import threading
import time
from collections.abc import Iterator
from typing import Final

import pytest

GRACE_S: Final = 2.0
"""How long a thread may take to end after its test."""


def still_running(threads: set[threading.Thread], *, within_s: float = GRACE_S) -> list[threading.Thread]:
    """Wait for the threads and return those that are alive at the end of the time."""
    end = time.monotonic() + within_s
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return [thread for thread in threads if thread.is_alive()]


def _ours(thread: threading.Thread) -> bool:
    return not isinstance(thread, threading._DummyThread)  # foreign threads (Qt's, the driver's) that once ran Python


@pytest.fixture(autouse=True)
def _threads_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = still_running({thread for thread in threading.enumerate() if thread not in before and _ours(thread)})
    if left:
        pytest.fail(f"threads left running: {', '.join(thread.name for thread in left)}", pytrace=False)
