"""News, what waits, and what one holds."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.page import ExchangePage
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld
from tests.views.exchange.conftest import Jobs

WAIT_MS = 5_000


@pytest.fixture
def page(view_context: ViewContext, world: ExchangeWorld, shell: ShellWindow, desk: ExchangeDesk) -> ExchangePage:
    desk.count()
    made: list[ExchangePage] = []

    def make() -> ExchangePage:
        made.append(ExchangePage(view_context))
        return made[0]

    shell.add_page("exchange", lambda: "Exchange", "refresh-cw", make)
    shell.show_page("exchange")
    return made[0]


def entries(timeline: Timeline) -> list[TimelineEntry]:
    rows = [timeline._entries.row(at) for at in range(timeline._entries.rowCount())]
    return [row for row in rows if isinstance(row, TimelineEntry)]


def texts(page: ExchangePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_news_name_customer_person_and_values_and_enter_opens(
    page: ExchangePage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot, view_context: ViewContext
) -> None:
    assert "Nobody else changed anything at your customers" in texts(page)
    world.news(sites[0], "phone", "1", "2")
    page.news.refresh()
    (entry,) = entries(page.news.timeline)
    assert entry.title == f"马连道店 · 北京家乐福商业有限公司: {COLLEAGUE} changed Phone"
    assert entry.text == "Phone: 1 → 2"
    page.news.timeline.setCurrentIndex(page.news.timeline._entries.index(1, 0))
    page.news.timeline.setFocus()
    with qtbot.waitSignal(view_context.record_asked) as asked:
        QTest.keyClick(page.news.timeline, Qt.Key.Key_Return)
    assert asked.args == [str(sites[0])]


def test_what_went_from_here_has_words_in_place_of_a_name(page: ExchangePage, world: ExchangeWorld, qtbot: QtBot) -> None:
    page.news.whose.setCurrentIndex(1)
    world.news(RecordKey(RecordKind.SITE, "9" * 32), None, kind="gone")
    world.news(RecordKey(RecordKind.TEAM, "8" * 32), "name", "a", "b", rv=9)
    page.news.refresh()
    titles = sorted(entry.title for entry in entries(page.news.timeline))
    assert titles[0] == f"A customer you do not see any more: {COLLEAGUE} took away: Site"
    assert titles[1].startswith("The organisation: ")


def test_seen_news_go_and_come_back_by_day(
    page: ExchangePage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], qtbot: QtBot
) -> None:
    world.news(sites[0], "phone", "1", "2", at=iso_ms(utc_now() - timedelta(minutes=1)))
    page.news.refresh()
    page.news.seen.trigger()
    qtbot.waitUntil(lambda: entries(page.news.timeline) == [], timeout=WAIT_MS)
    page.news.since.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(entries(page.news.timeline)) == 1, timeout=WAIT_MS)


def test_the_outbox_says_what_is_saved_here_and_what_is_sent(
    page: ExchangePage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], view_context: ViewContext
) -> None:
    page.show_part("outbox")
    assert "Everything you entered is at the centre" in texts(page)
    view_context.services.accounts.save(sites[0], {"phone": "1"})
    world.leave_on_its_way()
    view_context.services.accounts.save(sites[1], {"phone": "2"})
    page.outbox.refresh()
    here, sent = entries(page.outbox.timeline)
    assert here.title == "方庄店 · 北京家乐福商业有限公司: Edit"
    assert sent.title == "马连道店 · 北京家乐福商业有限公司: Edit · sent"
    assert "1 actions saved here, 1 sent and not confirmed yet" in texts(page)


def test_the_exchange_is_begun_from_the_outbox(page: ExchangePage, jobs: Jobs) -> None:
    page.show_part("outbox")
    page.outbox.exchange.trigger()
    assert jobs.last.asked == [("exchange", None)]


def test_what_one_holds_is_given_up_with_del(
    page: ExchangePage, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], view_context: ViewContext, qtbot: QtBot
) -> None:
    page.show_part("held")
    assert "You hold nothing" in texts(page)
    view_context.services.claims.ask(sites[0], 5)
    page.held.refresh()
    assert page.held.model.cell_at(0, 0).text.startswith("马连道店")
    assert page.held.model.cell_at(0, 1).words == "Asked for"
    page.held.list.setFocus()
    qtbot.waitUntil(page.held.release.isEnabled)
    QTest.keyClick(page.held.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.held.model.rowCount() == 0, timeout=WAIT_MS)
    assert view_context.services.claims.status(sites[0]).state is None


def test_keys_walk_through_the_parts(page: ExchangePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.news, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.part == "outbox"
    QTest.keyClick(page.outbox, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.part == "news"
