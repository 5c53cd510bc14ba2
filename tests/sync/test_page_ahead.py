"""One page is written while the next one comes."""

import threading

import pytest

from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.page_ahead import PageAhead
from crmdesk.sync.protocol import Page, Place

FIRST, SECOND = Place("site", 1, "a"), Place("site", 2, "b")


def test_a_page_asked_for_comes_meanwhile() -> None:
    came = threading.Event()

    def fetch(after: Place | None) -> Page:
        came.set()
        return Page(next=after)

    with PageAhead(fetch) as ahead:
        ahead.ask(FIRST)
        assert came.wait(10)
        assert ahead.take(FIRST).next == FIRST
        assert ahead.take(SECOND).next == SECOND


def test_what_went_wrong_is_told_to_who_takes_the_page() -> None:
    def fetch(after: Place | None) -> Page:
        raise CentreUnreachable(detail=after)

    with PageAhead(fetch) as ahead:
        ahead.ask(None)
        with pytest.raises(CentreUnreachable):
            ahead.take(None)


def test_leaving_waits_for_the_call_and_leaves_no_thread() -> None:
    before, done = threading.active_count(), []

    def fetch(after: Place | None) -> Page:
        done.append(after)
        return Page()

    with PageAhead(fetch) as ahead:
        ahead.ask(FIRST)
    assert (done, threading.active_count()) == ([FIRST], before)
