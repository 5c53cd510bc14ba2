"""What others changed: mine or all, since when, seen."""

from datetime import UTC, datetime

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.history import HistoryEntry, HistoryService
from crmdesk.services.news import NEWS, NewsService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.exchange_world import COLLEAGUE, LATER, ExchangeWorld


@pytest.fixture
def world(ready_store: Store, group: Group) -> ExchangeWorld:
    made = ExchangeWorld(ready_store)
    made.connect()
    AccountService(ready_store).save(group.first, {"owner_id": made.me})
    AccountService(ready_store).save(group.other, {"owner_id": made.colleague})
    return made


@pytest.fixture
def news(ready_store: Store) -> NewsService:
    return NewsService(ready_store)


def test_changes_of_my_customers_are_told_with_who_and_what(world: ExchangeWorld, group: Group, news: NewsService) -> None:
    contact = ContactService(world.store).add(group.first.id, {"name": "王五"}).rows[0].contact_id
    world.news(group.first, "owner_id", world.me, world.colleague)
    world.news(group.first, "phone", "1", "2")
    world.news(RecordKey(RecordKind.CONTACT, contact), "mobile", None, "138", rv=9, at=LATER)
    world.news(group.other, "phone", "1", "2")
    world.news(group.first, "phone", "2", "3", user_id=world.me)
    found = news.since(None, language="en")
    (mine,) = found.accounts
    assert mine.account is not None
    assert (mine.account.key, mine.is_mine, mine.is_new) == (group.first, True, True)
    assert [(item.user_name, [change.field for change in item.changes]) for item in mine.items] == [
        (COLLEAGUE, ["mobile"]),
        (COLLEAGUE, ["owner_id", "phone"]),
    ]
    assert mine.items[1].changes[0].new_text == COLLEAGUE
    everybodys = news.since(None, only_mine=False).accounts
    assert {one.account.key for one in everybodys if one.account is not None} == {group.first, group.other}


def test_seen_news_are_shown_again_only_by_day(world: ExchangeWorld, group: Group, news: NewsService) -> None:
    world.news(group.first, "phone", "1", "2")
    changes = news.mark_seen(news.since(None).last)
    assert changes.concerns(NEWS)
    assert news.since(None).accounts == ()
    (again,) = news.since(datetime(2026, 11, 22, tzinfo=UTC)).accounts
    assert not again.is_new
    assert news.since(datetime(2026, 11, 23, tzinfo=UTC)).accounts == ()


def test_what_arrived_while_reading_is_not_taken_as_seen(world: ExchangeWorld, group: Group, news: NewsService) -> None:
    world.news(group.first, "phone", "1", "2")
    read = news.since(None)
    world.news(group.first, "phone", "2", "3", rv=9)
    news.mark_seen(read.last)
    assert [item.changes[0].new for item in news.since(None).accounts[0].items] == ["3"]


def test_a_colleagues_change_stands_in_the_history_among_ones_own(world: ExchangeWorld, group: Group) -> None:
    history = HistoryService(world.store)
    world.news(group.first, "phone", "1", "2", at="2020-01-01T00:00:00.000Z", rv=3)
    world.news(group.first, "email", None, "a@b.cn", at="2099-01-01T00:00:00.000Z", rv=4)
    entries = history.of_record(RecordKind.SITE, group.first.id)
    assert [(entry.user_name, entry.source) for entry in entries] == [
        (COLLEAGUE, "centre"),
        ("李雷", "window"),
        ("李雷", "window"),
        (COLLEAGUE, "centre"),
    ]
    assert entries[0].changes[0].new == "a@b.cn"
    parts: list[HistoryEntry] = []
    before = None
    while found := history.of_record(RecordKind.SITE, group.first.id, 1, before):
        parts += found
        before = found[-1].first_seq
    assert [entry.at for entry in parts] == [entry.at for entry in entries]
