"""The loaded rows of one model, page by page: what is in memory, what is under way, what must be asked again."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from crmdesk.core.listing import Page
from crmdesk.ui.table.fetching import Answer, PageFetcher, Runner, ask, users_trouble
from crmdesk.ui.table.page_cache import PAGE_ROWS, Keyed, PageCache, PageId

RowT = TypeVar("RowT", bound=Keyed)


class PagedSide(Protocol[RowT]):
    """What a model knows of its own pages."""

    def query_page(self, page: PageId) -> Page[RowT]:
        """Ask the source; runs in a worker and touches nothing of the model but source and order."""

    def pages_between(self, first: int, last: int) -> Sequence[PageId]:
        """Return the pages that visible rows `first … last`, cut to what exists, need."""

    def take_page(self, page: PageId, answered: Page[RowT]) -> None:
        """Show the rows of a page that was asked for."""


class RowPages(QObject, Generic[RowT]):
    """Keeps a model's rows and asks for them through `run`; lives on the GUI thread.

    Signals:
        query_failed: (`CrmError`) a question for a page was refused.
    """

    query_failed = Signal(object)

    def __init__(self, side: PagedSide[RowT], run: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self.cache: PageCache[RowT] = PageCache()
        self._side = side
        self._run = run
        self._fetcher: PageFetcher[Page[RowT]] = PageFetcher(run, side.query_page, self._on_page_answered)
        self._generation = 0
        self._in_sight = (0, -1)
        self._want_timer = QTimer(self, singleShot=True, interval=0)
        self._want_timer.timeout.connect(self.ask_wanted)

    @property
    def in_sight(self) -> tuple[int, int]:
        """First and last row in sight, as they were said last."""
        return self._in_sight

    def want(self, first: int, last: int) -> None:
        """Say which rows are in sight; their pages are asked for in the next turn of the event loop."""
        self._in_sight = (first, last)
        if not self._want_timer.isActive():
            self._want_timer.start()

    def ask_wanted(self) -> None:
        """Ask for the pages in sight that are not here."""
        self._want_timer.stop()
        self._fetcher.want([page for page in self._side.pages_between(*self._in_sight) if page not in self.cache])

    def ask_again(self, keys: Iterable[str]) -> None:
        """Ask the loaded pages of these rows anew: their cells changed, not their places."""
        pages = {(place[0], place[1] // PAGE_ROWS) for key in keys if (place := self.cache.place(key)) is not None}
        for page in pages:
            request = (self._generation, page)
            self._run(partial(ask, request, partial(self._side.query_page, page)), self._on_changed_page_answered)

    def replace(self, pages: Mapping[PageId, tuple[RowT, ...]]) -> None:
        """Keep these pages and no other; answers on their way are for the rows there were."""
        self._fetcher.cancel()
        self._generation += 1
        self.cache.clear()
        for page, rows in pages.items():
            self.cache.put(page, rows)

    def stop(self) -> None:
        """Cancel everything under way."""
        self._fetcher.cancel()
        self._want_timer.stop()

    def _on_page_answered(self, answer: Answer[PageId, Page[RowT]]) -> None:
        if self._fetcher.accept(answer):
            self._take(answer)

    def _on_changed_page_answered(self, answer: Answer[tuple[int, PageId], Page[RowT]]) -> None:
        generation, page = answer.request
        if generation == self._generation and page in self.cache:
            self._take(Answer(page, answer.result, answer.error))

    def _take(self, answer: Answer[PageId, Page[RowT]]) -> None:
        if answer.result is None:
            self.query_failed.emit(users_trouble(answer.error))
        else:
            self._side.take_page(answer.request, answer.result)
