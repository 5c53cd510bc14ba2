"""Page wishes: coalesced, bounded, the latest wins."""

from collections.abc import Callable
from typing import TypeVar

from crmdesk.ui.table.fetching import MAX_RUNNING, Answer, PageFetcher, run_now
from crmdesk.ui.table.page_cache import PageId

A = TypeVar("A")


class Later:
    """A runner whose answers come when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.cancelled = 0

    def __call__(self, work: Callable[[], A], done: Callable[[A], None]) -> Callable[[], None]:
        def finish() -> None:
            done(work())

        self.waiting.append(finish)
        return self._cancel

    def _cancel(self) -> None:
        self.cancelled += 1


class Screen:
    def __init__(self, run: Callable[..., Callable[[], None]]) -> None:
        self.got: list[PageId] = []
        self.fetcher: PageFetcher[str] = PageFetcher(run, self.query, self.deliver)

    def query(self, page: PageId) -> str:
        if page[1] == 13:
            raise RuntimeError("unlucky")
        return f"page {page[1]}"

    def deliver(self, answer: Answer[PageId, str]) -> None:
        if self.fetcher.accept(answer):
            self.got.append(answer.request)


def pages(*numbers: int) -> list[PageId]:
    return [(None, number) for number in numbers]


def test_an_answer_in_place_serves_every_wish() -> None:
    screen = Screen(run_now)
    screen.fetcher.want(pages(1, 2, 3, 4, 13))
    assert screen.got == pages(1, 2, 3, 4, 13)
    assert not screen.fetcher.running


def test_only_a_few_run_at_once_and_the_latest_wish_wins() -> None:
    later = Later()
    screen = Screen(later)
    screen.fetcher.want(pages(1, 2, 3, 4))
    assert len(later.waiting) == MAX_RUNNING
    screen.fetcher.want(pages(2, 9))
    assert later.cancelled == 1
    assert screen.fetcher.running == frozenset(pages(2, 9))
    for finish in list(later.waiting):
        finish()
    assert screen.got == pages(2, 9)


def test_a_repeated_wish_is_not_asked_twice() -> None:
    later = Later()
    screen = Screen(later)
    screen.fetcher.want(pages(1))
    screen.fetcher.want(pages(1))
    assert len(later.waiting) == 1
    screen.fetcher.cancel()
    later.waiting[0]()
    assert screen.got == []
