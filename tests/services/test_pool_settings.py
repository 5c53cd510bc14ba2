"""Pools as the settings change them: one action, one undo; and what new rules would take, before they are saved."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import PoolRole, RecordKind
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_rules import FallingBack, run_rules
from crmdesk.services.pool_settings import PoolSettings, SamePool
from crmdesk.services.pools import BadRule, NotPoolKeeper, PoolNotEmpty, PoolService
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.undo import UndoService
from crmdesk.services.users import UserService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

START = datetime(2026, 11, 1, 4, tzinfo=UTC)


def _leads(store: Store, owner: str | None, count: int) -> None:
    service = LeadService(store)
    with frozen_at(START):
        made = [service.create({"company_name": f"例子{number}"}).record.id for number in range(count)]
        if owner is not None:
            service.assign(made, owner)


def _connect(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k, v) VALUES('centre', '{}')")
        uow.commit()


def test_rules_and_members_are_one_action_with_one_undo(ready_store: Store) -> None:
    service, pools = PoolSettings(ready_store), PoolService(ready_store)
    other = UserService(ready_store).add("韩梅梅")[0]
    pool = service.save(None, {"name": "华东", "daily_claims": 5}, {other: PoolRole.MEMBER})[0]
    service.save(pool, {"name": "华南", "daily_claims": None, "days_by_grade": {"A": 90}}, {other: PoolRole.ADMINISTRATOR})
    record = pools.all()[0]
    assert (record.name, record.rules["daily_claims"], record.rules["days_by_grade"]) == ("华南", None, '{"A": 90}')
    assert record.members == {other: PoolRole.ADMINISTRATOR}
    UndoService(ready_store).undo_last()
    record = pools.all()[0]
    assert (record.name, record.rules["daily_claims"], record.members) == ("华东", 5, {other: PoolRole.MEMBER})
    UndoService(ready_store).undo_last()
    assert pools.all() == ()


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": " "}, FieldRequired),
        ({"daily_claims": 3}, FieldRequired),
        ({"name": "华东", "wait_days": -1}, BadRule),
        ({"name": "华东", "days_by_grade": "{"}, BadRule),
        ({"name": "华东", "days_by_grade": {"A": "many"}}, BadRule),
    ],
)
def test_what_is_no_pool_is_refused(ready_store: Store, values: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        PoolSettings(ready_store).save(None, values)
    assert PoolService(ready_store).all() == ()


def test_pools_have_an_order(ready_store: Store) -> None:
    service = PoolSettings(ready_store)
    first, second, third = (service.save(None, {"name": name})[0] for name in "甲乙丙")
    service.move(third, -1)
    assert [pool.id for pool in service.state().pools] == [first, third, second]
    service.move(first, -1)
    assert [pool.id for pool in service.state().pools] == [first, third, second]


def test_a_pool_in_which_something_waits_is_deleted_only_when_that_moves(ready_store: Store) -> None:
    service = PoolSettings(ready_store)
    pool, other = (service.save(None, {"name": name}, {})[0] for name in "甲乙")
    lead = LeadService(ready_store).create({"company_name": "例子"}, pool_id=pool).record.id
    with pytest.raises(PoolNotEmpty):
        service.delete(pool)
    with pytest.raises(SamePool):
        service.delete(pool, pool)
    with pytest.raises(RecordNotFound):
        service.delete(pool, "gone")
    service.delete(pool, other)
    assert [(one.id, one.leads) for one in service.state().pools] == [(other, 1)]
    UndoService(ready_store).undo_last()
    assert [(one.id, one.leads) for one in service.state().pools] == [(pool, 1), (other, 0)]
    LeadService(ready_store).delete([lead])
    service.delete(pool)
    assert [one.id for one in service.state().pools] == [other]


def test_with_a_centre_only_administrators_change_a_pool(ready_store: Store) -> None:
    service = PoolSettings(ready_store)
    other = UserService(ready_store).add("韩梅梅")[0]
    theirs = service.save(None, {"name": "甲"}, {other: PoolRole.ADMINISTRATOR})[0]
    nobodys = service.save(None, {"name": "乙"}, {other: PoolRole.MEMBER})[0]
    assert service.state().changeable == {theirs, nobodys}
    _connect(ready_store)
    state = service.state()
    assert state.has_centre
    assert state.changeable == {nobodys}
    with pytest.raises(NotPoolKeeper):
        service.save(theirs, {"name": "丙"})
    with pytest.raises(NotPoolKeeper):
        service.move(theirs, 1)
    with pytest.raises(NotPoolKeeper):
        service.delete(theirs)


def test_the_state_names_people_teams_grades_and_reasons(ready_store: Store) -> None:
    UserService(ready_store).add("韩梅梅")
    with ready_store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.TEAM, {"id": "east", "name": "华东队"})
        uow.commit()
    state = PoolSettings(ready_store).state()
    assert list(state.people.values()) == ["李雷", "韩梅梅"]
    assert state.teams == {"east": "华东队"}
    assert state.me == next(iter(state.people))
    assert state.grades[:2] == ("A", "B")
    assert state.reasons > 0


def test_the_preview_tells_what_the_rules_would_do_and_writes_nothing(ready_store: Store) -> None:
    service = PoolSettings(ready_store)
    other = UserService(ready_store).add("韩梅梅")[0]
    pool = service.save(None, {"name": "公海", "unfollowed_days": 90})[0]
    _leads(ready_store, None, 2)
    _leads(ready_store, other, 3)
    now = START + timedelta(days=30)
    assert service.preview(pool, {"unfollowed_days": 60}, {}, now) == FallingBack(0, 0, 0)
    stricter = {"unfollowed_days": 20}
    assert service.preview(pool, stricter, {}, now) == FallingBack(5, 0, 2)
    assert service.preview(pool, stricter, {other: PoolRole.MEMBER}, now) == FallingBack(3 + 2, 0, 2)
    assert service.preview(pool, {**stricter, "protect_days": 40}, {}, now) == FallingBack(0, 0, 0)
    assert service.preview(None, {"name": "新", "unfollowed_days": 20}, {other: PoolRole.MEMBER}, now) == FallingBack(3, 0, 1)
    assert run_rules(ready_store, now).total == 0
    service.save(pool, stricter)
    assert run_rules(ready_store, now).total == 5


def test_a_preview_of_what_is_no_rule_is_refused(ready_store: Store) -> None:
    with pytest.raises(BadRule):
        PoolSettings(ready_store).preview(None, {"unfollowed_days": "soon"}, {})
