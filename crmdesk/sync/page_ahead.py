"""Pages on their way while others are written: centre and laptop work at the same time."""

import queue
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from crmdesk.sync.protocol import Page, Place


class PagesAhead:
    """Fetches page after page on a thread of its own, at most so many ahead; leaving the context waits for a call that still runs.

    Nobody else may call the centre inside the context.
    """

    def __init__(self, fetch: Callable[[Place | None], Page], after: Place | None, depth: int = 1) -> None:
        """Take what fetches the page after a place, and the place to begin at, None: the first page."""
        self._fetch = fetch
        self._after = after
        self._room = threading.Semaphore(depth)
        self._came: queue.SimpleQueue[Page | BaseException] = queue.SimpleQueue()
        self._is_left = False
        self._thread = threading.Thread(target=self._run, name="crmdesk-pages")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._is_left = True
        self._room.release()
        self._thread.join()

    def take(self) -> Page:
        """Return the next page; not to be called after the last one or an error.

        Raises:
            BaseException: whatever fetching it raised.
        """
        came = self._came.get()
        self._room.release()
        if isinstance(came, BaseException):
            raise came
        return came

    def _run(self) -> None:
        while True:
            self._room.acquire()
            if self._is_left:
                return
            try:
                page = self._fetch(self._after)
            except BaseException as error:
                self._came.put(error)
                return
            self._came.put(page)
            if page.next is None:
                return
            self._after = page.next
