"""Pages are written while others come."""

import threading

import pytest

from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.page_ahead import PagesAhead
from crmdesk.sync.protocol import Page, Place


class _Centre:
    """Gives pages 1, 2, 3 …, the last of them without a next; says when it is asked for one."""

    def __init__(self, last: int, broken_at: int = 0) -> None:
        self.last, self.broken_at = last, broken_at
        self.asked: list[int] = []
        self.reached = threading.Event()
        self.wanted = 0

    def fetch(self, after: Place | None) -> Page:
        number = 1 if after is None else after.rv + 1
        self.asked.append(number)
        if number == self.wanted:
            self.reached.set()
        if number == self.broken_at:
            raise CentreUnreachable(detail=number)
        return Page(head=number, next=None if number == self.last else Place("site", number, "a"))


@pytest.mark.parametrize("depth", [1, 3])
def test_pages_come_in_order_so_many_ahead(depth: int) -> None:
    centre = _Centre(5)
    centre.wanted = depth
    with PagesAhead(centre.fetch, None, depth) as ahead:
        assert centre.reached.wait(10)
        assert len(centre.asked) == depth
        assert [ahead.take().head for _ in range(5)] == [1, 2, 3, 4, 5]


def test_what_went_wrong_is_told_to_who_takes_the_page() -> None:
    with PagesAhead(_Centre(3, broken_at=3).fetch, Place("site", 1, "a"), 2) as ahead:
        assert ahead.take().head == 2
        with pytest.raises(CentreUnreachable):
            ahead.take()


def test_leaving_waits_for_the_call_and_leaves_no_thread() -> None:
    before, centre = threading.active_count(), _Centre(9)
    with PagesAhead(centre.fetch, None, 2):
        pass
    assert len(centre.asked) <= 2
    assert threading.active_count() == before
