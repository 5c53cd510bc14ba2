"""Rules of pools on a real store: what they move, that they do it once, and that they agree with the plain arithmetic."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from crmdesk.core.clock import from_iso, frozen_at, in_zone, iso_ms, local_day
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, ActivityKind, LeadStatus, PoolRule, RecordKind
from crmdesk.models.pooling import ReleaseRules, Standing, release_moment
from crmdesk.services.accounts import AccountService
from crmdesk.services.lead_claims import LeadClaimService
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_rules import due_records, run_rules
from crmdesk.services.undo import UndoService
from crmdesk.services.users import UserService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.conftest import Group

START = datetime(2026, 11, 1, 4, tzinfo=UTC)


def make_pool(store: Store, **rules: Any) -> str:
    pool = new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.POOL, {"id": pool, "name": "公海", **rules})
        uow.commit()
    return pool


def _change(store: Store, kind: RecordKind, record: str, **values: Any) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, kind, record, values)
        uow.commit()


def _row(store: Store, kind: RecordKind, record: str) -> dict[str, Any]:
    with store.read() as connection:
        return dict(record_rows.fetch(connection, kind, record) or {})


def _lead(store: Store, **values: Any) -> str:
    with frozen_at(START):
        lead = LeadService(store).create({"company_name": "例子公司"}).record.id
    if values:
        _change(store, RecordKind.LEAD, lead, **values)
    return lead


def test_a_rule_moves_once_names_itself_and_dates_the_move_by_its_day(ready_store: Store) -> None:
    pool = make_pool(ready_store, unfollowed_days=10)
    lead = _lead(ready_store)
    assert run_rules(ready_store, START + timedelta(days=9)).total == 0
    report = run_rules(ready_store, START + timedelta(days=15))
    assert report.moved == {(RecordKind.LEAD, PoolRule.UNFOLLOWED): 1}
    row = _row(ready_store, RecordKind.LEAD, lead)
    assert (row["owner_id"], row["pool_id"], row["released_by_rule"]) == (None, pool, "unfollowed")
    assert row["pooled_at"] == "2026-11-11T04:00:00.000Z"
    assert row["former_owner_id"] is not None
    assert run_rules(ready_store, START + timedelta(days=15)).changes == ()
    with ready_store.read() as connection:
        tx = connection.exec_driver_sql("SELECT action, label FROM change_tx ORDER BY n DESC LIMIT 1").one()
    assert tuple(tx) == (ActionKind.POOL_RULE.value, "No follow-up for too long")


def test_two_laptops_write_the_same_whenever_they_run(ready_store: Store) -> None:
    make_pool(ready_store, unfollowed_days=10, no_opportunity_days=30)
    lead = _lead(ready_store)
    run_rules(ready_store, START + timedelta(days=11))
    first = _row(ready_store, RecordKind.LEAD, lead)
    UndoService(ready_store).undo_last()
    run_rules(ready_store, START + timedelta(days=40))
    assert _row(ready_store, RecordKind.LEAD, lead) == first


@pytest.mark.parametrize(
    ("zone", "first"),
    [("Asia/Shanghai", "2026-11-11T16:00"), ("UTC", "2026-11-12T00:00"), ("America/Los_Angeles", "2026-11-11T08:00")],
)
def test_a_rule_moves_on_the_persons_own_day_and_writes_the_same_everywhere(ready_store: Store, zone: str, first: str) -> None:
    """Got on 1 November at 23:00 UTC: that is the 2nd in Shanghai and the 1st in Los Angeles; one moment, different days."""
    make_pool(ready_store, unfollowed_days=10 if zone != "UTC" else 11)
    lead = _lead(ready_store, owned_since="2026-11-01T23:00:00.000Z")
    begins = datetime.fromisoformat(first).replace(tzinfo=UTC)
    with in_zone(ZoneInfo(zone)):
        assert run_rules(ready_store, begins - timedelta(minutes=1)).total == 0
        assert run_rules(ready_store, begins).total == 1
    assert (
        _row(ready_store, RecordKind.LEAD, lead)["pooled_at"]
        == ("2026-11-12" if zone == "UTC" else "2026-11-11") + "T23:00:00.000Z"
    )


def test_a_stored_day_is_that_day_on_every_calendar(ready_store: Store) -> None:
    make_pool(ready_store, after_contract_days=5)
    for zone in ("Asia/Shanghai", "America/Los_Angeles", "Pacific/Honolulu", "Asia/Tokyo"):
        lead = _lead(ready_store, contract_ends_on="2026-11-10")
        with in_zone(ZoneInfo(zone)):
            begins = datetime(2026, 11, 15, tzinfo=ZoneInfo(zone)).astimezone(UTC)
            assert run_rules(ready_store, begins - timedelta(minutes=1)).total == 0
            assert run_rules(ready_store, begins).total == 1
        assert _row(ready_store, RecordKind.LEAD, lead)["pooled_at"] == "2026-11-15T12:00:00.000Z"


def test_what_was_claimed_goes_back_to_its_pool_by_that_pools_rules(ready_store: Store) -> None:
    make_pool(ready_store, unfollowed_days=3)
    second = make_pool(ready_store, unfollowed_days=10, position=1)
    gone = make_pool(ready_store, unfollowed_days=90, position=2)
    kept, homeless = _lead(ready_store, from_pool_id=second), _lead(ready_store, from_pool_id=gone)
    _change(ready_store, RecordKind.POOL, gone, deleted_at=iso_ms(START))
    assert run_rules(ready_store, START + timedelta(days=5)).total == 1
    assert _row(ready_store, RecordKind.LEAD, homeless)["owner_id"] is None
    assert run_rules(ready_store, START + timedelta(days=10)).total == 1
    assert _row(ready_store, RecordKind.LEAD, kept)["pool_id"] == second


def test_closed_leads_keep_their_owner(ready_store: Store) -> None:
    make_pool(ready_store, unfollowed_days=1)
    for status in (LeadStatus.CONVERTED, LeadStatus.DISQUALIFIED):
        _lead(ready_store, status=status.value)
    assert run_rules(ready_store, START + timedelta(days=90)).total == 0


CASES: list[tuple[dict[str, Any], dict[str, int]]] = [
    ({}, {"unfollowed_days": 10}),
    ({"last_follow_up_at": "2026-11-05T10:00:00.000Z"}, {"unfollowed_days": 10}),
    ({"last_follow_up_at": "2026-11-05T10:00:00.000Z"}, {"unfollowed_days": 10, "no_opportunity_days": 12}),
    ({}, {"unfollowed_days": 10, "no_opportunity_days": 10}),
    ({"contract_ends_on": "2026-11-03"}, {"after_contract_days": 5}),
    ({"contract_ends_on": "2026-10-03"}, {"after_contract_days": 5}),
    ({}, {"after_contract_days": 5}),
    ({}, {"unfollowed_days": 3, "protect_days": 8}),
    ({"protected_until": "2026-11-20"}, {"unfollowed_days": 3, "protect_days": 8}),
    ({"is_locked": 1}, {"unfollowed_days": 3}),
    ({}, {}),
]


def test_the_statement_agrees_with_the_arithmetic(ready_store: Store) -> None:
    """Every case at once, each a person of his own with one lead and a pool of his own."""
    with ready_store.unit_of_work() as uow:
        for number, (values, rules) in enumerate(CASES):
            person, pool, lead = f"person-{number}", f"pool-{number:02}", f"lead-{number:02}"
            owned = {"owner_id": person, "owned_since": iso_ms(START), "status": "new"}
            rows: list[tuple[RecordKind, dict[str, Any]]] = [
                (RecordKind.USER, {"id": person, "name": person}),
                (RecordKind.POOL, {"id": pool, "name": pool, "warn_days": 400, **rules}),
                (RecordKind.POOL_MEMBER, {"id": new_id(), "pool_id": pool, "user_id": person, "role": "member"}),
                (RecordKind.LEAD, {"id": lead, "company_name": lead, **owned, **values}),
            ]
            for kind, row in rows:
                record_rows.insert(uow.connection, kind, row)
        uow.commit()
    expected = {}
    for number, (values, rules) in enumerate(CASES):
        if (due := release_moment(_standing(values), ReleaseRules(**rules))) is not None:
            expected[f"lead-{number:02}"] = (f"pool-{number:02}", local_day(due[0]), due[1])
    found = due_records(ready_store, now=START)
    assert {one.key.id: (one.pool_id, one.day, one.rule) for one in found} == expected
    assert all(one.days_left == (one.day - START.date()).days for one in found)
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert due_records(ready_store, "person-1", now=START) == tuple(one for one in found if one.owner_id == "person-1") != ()


def _standing(values: dict[str, Any]) -> Standing:
    def day(field: str) -> date | None:
        return date.fromisoformat(values[field]) if field in values else None

    spoken = from_iso(values["last_follow_up_at"]) if "last_follow_up_at" in values else None
    return Standing(START, spoken, day("contract_ends_on"), day("protected_until"), bool(values.get("is_locked")))


def test_a_follow_up_begins_the_time_anew(ready_store: Store) -> None:
    make_pool(ready_store, unfollowed_days=10)
    lead = _lead(ready_store)
    with frozen_at(START + timedelta(days=8)):
        LeadService(ready_store).follow_up([lead], ActivityKind.CALL, "谈了价格")
    assert run_rules(ready_store, START + timedelta(days=12)).total == 0
    assert run_rules(ready_store, START + timedelta(days=18)).total == 1


def test_accounts_without_business_fall_back_by_grade(ready_store: Store, group: Group) -> None:
    make_pool(ready_store, takes_accounts=1, unfollowed_days=10, days_by_grade='{"A": 90}')
    with ready_store.read() as connection:
        me = record_rows.current_user(connection)
    grades = {group.first.id: "A", group.second.id: "B"}
    for site, grade in grades.items():
        _change(ready_store, RecordKind.SITE, site, owner_id=me, grade=grade)
        with ready_store.unit_of_work() as uow:
            activity = {
                "id": new_id(),
                "site_id": site,
                "happened_at": "2026-11-01T04:00:00.000Z",
                "text": "拜访",
                "kind": "note",
            }
            record_rows.insert(uow.connection, RecordKind.ACTIVITY, activity)
            uow.commit()
    assert run_rules(ready_store, START + timedelta(days=20)).total == 1
    assert {site for site in grades if _row(ready_store, RecordKind.SITE, site)["owner_id"] == me} == {group.first.id}
    _change(ready_store, RecordKind.SITE, group.second.id, owner_id=me, pool_id=None, grade=None)
    assert run_rules(ready_store, START + timedelta(days=20)).total == 1
    assert run_rules(ready_store, START + timedelta(days=90)).total == 1


def test_an_account_with_an_owner_and_no_activity_counts_from_when_he_got_it(ready_store: Store, group: Group) -> None:
    pool = make_pool(ready_store, takes_accounts=1, unfollowed_days=10)
    with ready_store.read() as connection:
        me = record_rows.current_user(connection)
    with frozen_at(START):
        AccountService(ready_store).save(group.first, {"owner_id": me})
    _change(ready_store, RecordKind.SITE, group.second.id, owner_id=me)  # as an older program writes it: nobody knows since when
    assert _row(ready_store, RecordKind.SITE, group.first.id)["owned_since"] == iso_ms(START)
    assert run_rules(ready_store, START + timedelta(days=8)).total == 0
    assert run_rules(ready_store, START + timedelta(days=400)).total == 1
    row = _row(ready_store, RecordKind.SITE, group.first.id)
    assert (row["owner_id"], row["owned_since"], row["pool_id"], row["pooled_at"]) == (
        None,
        None,
        pool,
        iso_ms(START + timedelta(days=10)),
    )
    with frozen_at(START + timedelta(days=401)):
        LeadClaimService(ready_store).claim([group.first.id], RecordKind.SITE)
    row = _row(ready_store, RecordKind.SITE, group.first.id)
    assert (row["owner_id"], row["from_pool_id"], row["protected_until"]) == (me, pool, None)
    assert run_rules(ready_store, START + timedelta(days=410)).total == 0
    assert run_rules(ready_store, START + timedelta(days=411)).total == 1


@pytest.mark.parametrize(("level", "moved"), [("rep", 1), ("manager", 2)])
def test_with_a_centre_only_a_managers_laptop_takes_from_others(ready_store: Store, level: str, moved: int) -> None:
    make_pool(ready_store, unfollowed_days=10)
    other, _ = UserService(ready_store).add("韩梅梅")
    _lead(ready_store)
    _change(ready_store, RecordKind.LEAD, _lead(ready_store), owner_id=other)
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO sync_ctl(k,v) VALUES('centre','{}'),('level',?)", (level,))
        uow.commit()
    assert run_rules(ready_store, START + timedelta(days=15)).total == moved
