"""Rules of pools on a real store: what they move, that they do it once, and that they agree with the plain arithmetic."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from crmdesk.core.clock import frozen_at, iso_ms
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, ActivityKind, LeadStatus, PoolRule, RecordKind
from crmdesk.models.pooling import ReleaseRules, Standing, release_day
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_rules import due_records, run_rules
from crmdesk.services.undo import UndoService
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
    assert row["pooled_at"] == "2026-11-11T00:00:00.000Z"
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
        if (due := release_day(_standing(values), ReleaseRules(**rules))) is not None:
            expected[f"lead-{number:02}"] = (f"pool-{number:02}", *due)
    found = due_records(ready_store, now=START)
    assert {one.key.id: (one.pool_id, one.day, one.rule) for one in found} == expected
    assert all(one.days_left == (one.day - START.date()).days for one in found)
    assert [one.day for one in found] == sorted(one.day for one in found)


def _standing(values: dict[str, Any]) -> Standing:
    def day(field: str) -> date | None:
        return date.fromisoformat(values[field][:10]) if field in values else None

    return Standing(
        START.date(), day("last_follow_up_at"), day("contract_ends_on"), day("protected_until"), bool(values.get("is_locked"))
    )


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
