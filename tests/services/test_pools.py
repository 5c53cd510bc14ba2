"""Pools: made, changed by their administrators, deleted when empty; and how much of one may be looked at a day."""

import pytest

from crmdesk.core.vocabulary import PoolRole, RecordKind
from crmdesk.services.leads import LeadService
from crmdesk.services.pools import BadGrades, BadRule, DailyViewsReached, NotPoolKeeper, PoolNotEmpty, PoolService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


def test_a_pool_is_made_changed_and_deleted(ready_store: Store) -> None:
    service = PoolService(ready_store)
    pool = service.create({"name": " 华东 ", "unfollowed_days": 30, "masks_contacts": True})[0]
    service.save(pool, {"unfollowed_days": None, "daily_claims": 5})
    record = service.all()[0]
    assert (record.name, record.rules["unfollowed_days"], record.rules["daily_claims"]) == ("华东", None, 5)
    lead = LeadService(ready_store).create({"company_name": "例子"}, pool_id=pool).record.id
    assert service.all()[0].leads == 1
    with pytest.raises(PoolNotEmpty):
        service.delete(pool)
    LeadService(ready_store).delete([lead])
    service.delete(pool)
    assert service.all() == ()


@pytest.mark.parametrize("values", [{"wait_days": -1}, {"wait_days": "3"}, {"nonsense": 1}, {"days_by_grade": "A 90"}])
def test_a_rule_that_does_not_fit_is_refused(ready_store: Store, values: dict[str, object]) -> None:
    with pytest.raises(BadRule):
        PoolService(ready_store).create({"name": "华东", **values})


def test_days_by_grade_are_given_by_grade_and_kept(ready_store: Store) -> None:
    service = PoolService(ready_store)
    pool = service.create({"name": "华东", "days_by_grade": {"B": 60, "A": 90}})[0]
    assert service.all()[0].rules["days_by_grade"] == '{"A": 90, "B": 60}'
    with pytest.raises(BadGrades, match="Days by grade: for each grade"):
        service.save(pool, {"days_by_grade": {"A": "many"}})


def test_administrators_keep_a_pool(ready_store: Store) -> None:
    service = PoolService(ready_store)
    pool = service.create({"name": "华东"})[0]
    with ready_store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": "other", "name": "韩梅梅"})
        uow.commit()
    service.set_members(pool, {"other": PoolRole.ADMINISTRATOR})
    assert service.all()[0].members == {"other": PoolRole.ADMINISTRATOR}
    service.save(pool, {"name": "still mine: there is no centre"})
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k, v) VALUES('centre', '{}')")
        uow.commit()
    with pytest.raises(NotPoolKeeper):
        service.save(pool, {"name": "mine"})


def test_views_of_a_day_are_limited_and_the_same_record_counts_once(ready_store: Store) -> None:
    service = PoolService(ready_store)
    pool = service.create({"name": "华东", "daily_views": 2})[0]
    assert [service.note_view(pool, record) for record in ("a", "a", "b")] == [1, 1, 0]
    with pytest.raises(DailyViewsReached):
        service.note_view(pool, "c")
    assert service.note_view(pool, "a") == 0
    assert service.note_view("f" * 32, "a") is None  # the pool is gone
