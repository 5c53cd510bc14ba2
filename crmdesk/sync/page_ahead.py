"""The next page on its way while the one before is written: centre and laptop work at the same time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from crmdesk.sync.protocol import Page, Place


class PageAhead:
    """Asks for pages on a thread of its own, one at a time; leaving the context waits for a call that still runs.

    Between `ask` and `take` nobody else may call the centre.
    """

    def __init__(self, fetch: Callable[[Place | None], Page]) -> None:
        """Take what fetches the page after a place."""
        self._fetch = fetch
        self._thread = ThreadPoolExecutor(1, "crmdesk-pages")
        self._asked: Future[Page] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._thread.shutdown()

    def ask(self, after: Place | None) -> None:
        """Begin to fetch the page after a place, None: the first one."""
        self._asked = self._thread.submit(self._fetch, after)

    def take(self, after: Place | None) -> Page:
        """Return the page after a place, asked for before or only now.

        Raises:
            Exception: whatever fetching it raised.
        """
        asked, self._asked = self._asked, None
        return self._fetch(after) if asked is None else asked.result()
