"""Asking for a record, taking it along, giving it up."""

import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ClaimState, RecordKind
from crmdesk.services.claims import ClaimService, DaysOutOfRange, NotHeld
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld


@pytest.fixture
def world(ready_store: Store, group: Group) -> ExchangeWorld:
    return ExchangeWorld(ready_store)


@pytest.fixture
def claims(ready_store: Store) -> ClaimService:
    return ClaimService(ready_store)


def test_offline_a_record_is_asked_for_and_the_wish_waits_to_be_sent(
    world: ExchangeWorld, group: Group, claims: ClaimService
) -> None:
    assert claims.status(group.first).state is None
    changes = claims.ask(group.first, 5)
    status = claims.status(group.first)
    assert (status.state, status.is_mine, status.days) == (ClaimState.ASKED, True, 5)
    assert changes.concerns("claim")
    assert [held.account.name for held in claims.mine()] == ["马连道店"]
    claims.ask(group.first, 7)  # one wish, not two
    assert claims.status(group.first).days == 7
    with world.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM claim").scalar() == 1
        assert connection.exec_driver_sql("SELECT group_concat(kind) FROM sync_op WHERE tbl='claim'").scalar() == "ins,set"


def test_the_centre_grants_or_names_who_has_it(world: ExchangeWorld, group: Group, claims: ClaimService) -> None:
    claims.ask(group.first)
    granted = "granted_at='2026-11-22T08:00:00.000Z', expires_at='2099-01-01T00:00:00.000Z'"
    world.run(f"UPDATE claim SET state='held', {granted}")
    assert (claims.status(group.first).state, claims.status(group.first).is_mine) == (ClaimState.HELD, True)
    claims.ask(group.second)
    lost = "state='lost', held_by=?, held_since='2026-11-20T08:00:00.000Z'"
    world.run(f"UPDATE claim SET {lost} WHERE record_id=?", world.colleague, group.second.id)
    status = claims.status(group.second)
    assert (status.state, status.holder, status.since and status.since.day) == (ClaimState.LOST, COLLEAGUE, 20)


def test_a_colleagues_claim_is_seen_until_it_lapses(world: ExchangeWorld, group: Group, claims: ClaimService) -> None:
    world.run(
        "INSERT INTO claim(id,tbl,record_id,user_id,state,asked_at,granted_at,expires_at) VALUES(?,?,?,?,'held',?,?,?)",
        *(new_id(), "site", group.first.id, world.colleague),
        *("2026-11-22T08:00:00.000Z", "2026-11-22T08:00:00.000Z", "2099-01-01T00:00:00.000Z"),
    )
    assert (claims.status(group.first).is_mine, claims.status(group.first).holder) == (False, COLLEAGUE)
    world.run("UPDATE claim SET expires_at='2020-01-01T00:00:00.000Z'")
    assert claims.status(group.first).state is None
    assert claims.mine() == ()


def test_giving_up_ends_it(world: ExchangeWorld, group: Group, claims: ClaimService) -> None:
    claims.ask(group.first)
    claims.release(group.first)
    assert claims.status(group.first).state is None
    with pytest.raises(NotHeld):
        claims.release(group.first)


def test_what_cannot_be_taken_along_is_refused(world: ExchangeWorld, group: Group, claims: ClaimService) -> None:
    with pytest.raises(DaysOutOfRange):
        claims.ask(group.first, 0)
    with pytest.raises(RecordNotFound):
        claims.ask(RecordKey(RecordKind.SITE, new_id()))
