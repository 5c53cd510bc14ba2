"""Where work stands: counted, and for one record."""

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.exchange_state import ExchangeState, ExchangeStateService, Place, centre_name
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.exchange_world import ExchangeWorld


@pytest.fixture
def world(ready_store: Store, group: Group) -> ExchangeWorld:
    return ExchangeWorld(ready_store)


@pytest.fixture
def state(ready_store: Store) -> ExchangeStateService:
    return ExchangeStateService(ready_store)


def test_a_store_without_a_centre_counts_nothing(world: ExchangeWorld, group: Group, state: ExchangeStateService) -> None:
    assert state.now() == ExchangeState()
    assert state.of_record(group.first) is None


def test_edits_wait_then_travel_then_are_there(world: ExchangeWorld, group: Group, state: ExchangeStateService) -> None:
    world.connect()
    assert (state.now().on_its_way, state.now().centre, state.of_record(group.first)) == (0, "centre.example", Place.AT_CENTRE)
    accounts = AccountService(world.store)
    accounts.save(group.first, {"phone": "1", "email": "a@b.cn"})
    accounts.save(group.second, {"phone": "2"})
    assert (state.now().waiting, state.now().sent, state.of_record(group.first)) == (2, 0, Place.HERE)
    world.leave_on_its_way()
    accounts.save(group.second, {"phone": "3"})
    now = state.now()
    assert (now.waiting, now.sent, now.on_its_way) == (1, 2, 3)
    assert (state.of_record(group.first), state.of_record(group.second)) == (Place.ON_ITS_WAY, Place.HERE)
    world.run("UPDATE sync_batch SET acked_at='x', n=9")
    world.run("UPDATE sync_op SET outcome='applied', n=9 WHERE batch_no=2")
    assert (state.now().sent, state.of_record(group.first)) == (0, Place.ON_ITS_WAY)  # it has not come back yet
    world.run("UPDATE site SET rv=9")
    assert state.of_record(group.first) is Place.AT_CENTRE


def test_what_hangs_on_a_site_counts_for_it(world: ExchangeWorld, group: Group, state: ExchangeStateService) -> None:
    world.connect()
    ContactService(world.store).add(group.first.id, {"name": "王五"})
    assert state.of_record(group.first) is Place.HERE
    assert state.of_record(group.second) is Place.AT_CENTRE


def test_what_needs_me_is_counted_apart_from_what_needs_others(
    world: ExchangeWorld, group: Group, state: ExchangeStateService
) -> None:
    world.connect()
    world.conflict(group.first, "phone", "1", "2", "3")
    world.parked(group.second, "owner_id", None, world.me)
    world.conflict(group.other, "phone", "1", "2", "3", theirs_by=world.me, mine_by=world.colleague)
    now = state.now()
    assert (now.needing, now.others, now.has_questions) == (2, 1, True)
    assert [state.of_record(key) for key in (group.first, group.second, group.other)] == [
        Place.NEEDS_YOU,
        Place.NEEDS_YOU,
        Place.AT_CENTRE,
    ]
    world.run("UPDATE conflict SET note='x|2026-11-22T08:00:00.000Z|?'")  # asked now
    assert (state.now().needing, state.now().others) == (3, 0)


def test_customers_of_mine_that_others_changed_are_counted_until_seen(
    world: ExchangeWorld, group: Group, state: ExchangeStateService
) -> None:
    world.connect()
    AccountService(world.store).save(group.first, {"owner_id": world.me})
    world.news(group.first, "phone", "1", "2")
    world.news(group.first, "email", "1", "2")
    world.news(group.second, "phone", "1", "2")
    world.news(group.other, "phone", "1", "2", user_id=world.me)
    assert state.now().news == 1
    world.run("UPDATE sync_news SET seen=1")
    assert state.now().news == 0


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ({"name": "总部", "hosts": ["a"]}, "总部"),
        ({"hosts": ["a", "b"]}, "a"),
        ({"hosts": [["a", 5432]]}, "a"),
        ({"hosts": "a,b"}, "a,b"),
        ({}, ""),
    ],
    ids=["named", "hosts", "ports", "text", "nothing"],
)
def test_the_centre_has_a_name_for_people(setting: dict[str, object], name: str) -> None:
    assert centre_name(setting) == name
