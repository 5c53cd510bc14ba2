"""Answers that come late: what was replaced meanwhile is not shown, what is still here is."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Page
from crmdesk.ui.table.page_cache import PageId
from crmdesk.ui.table.row_pages import RowPages
from crmdesk.ui.table.source import TableRow


class Side:
    """Two pages of one row each, in sight from the start."""

    def __init__(self) -> None:
        self.taken: list[PageId] = []

    def query_page(self, page: PageId) -> Page[TableRow]:
        return Page((TableRow(f"k{page[1]}", {}),), page[1], 2)

    def pages_between(self, first: int, last: int) -> Sequence[PageId]:
        return [(None, number) for number in range(first, last + 1)]

    def take_page(self, page: PageId, answered: Page[TableRow]) -> None:
        self.taken.append(page)


class Later:
    """A runner that answers when told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None]) -> Callable[[], None]:
        entry = (work, done)
        self.waiting.append(entry)
        return lambda: self.waiting.remove(entry) if entry in self.waiting else None

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for work, done in waiting:
            done(work())


@pytest.mark.parametrize("is_replaced", [False, True], ids=["still here", "replaced meanwhile"])
def test_a_page_asked_again_is_shown_only_while_its_rows_are(qtbot: QtBot, is_replaced: bool) -> None:
    side, run, parent = Side(), Later(), QObject()
    pages: RowPages[TableRow] = RowPages(side, run, parent)
    first: dict[PageId, tuple[TableRow, ...]] = {(None, 0): (TableRow("k0", {}),)}
    pages.replace(first)
    pages.ask_again(["k0", "unknown"])
    if is_replaced:
        pages.replace(first)
    run.answer()
    assert side.taken == ([] if is_replaced else [(None, 0)])


def test_only_pages_in_sight_that_are_not_here_are_asked(qtbot: QtBot) -> None:
    side, run, parent = Side(), Later(), QObject()
    pages: RowPages[TableRow] = RowPages(side, run, parent)
    pages.replace({(None, 0): (TableRow("k0", {}),)})
    pages.want(0, 1)
    pages.ask_wanted()
    run.answer()
    assert side.taken == [(None, 1)]
    assert pages.in_sight == (0, 1)


def test_nothing_comes_after_a_stop(qtbot: QtBot) -> None:
    side, run, parent = Side(), Later(), QObject()
    pages: RowPages[TableRow] = RowPages(side, run, parent)
    pages.want(0, 1)
    pages.ask_wanted()
    pages.stop()
    run.answer()
    assert side.taken == []
