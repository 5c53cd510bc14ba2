"""The pools as one person meets them: which are his, what waits in any order, limits left, what falls back, and who may do more."""

from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.core.clock import frozen_at, iso_ms
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, PoolRole, PoolRule, RecordKind
from crmdesk.core.waiting_filter import WaitingFilter
from crmdesk.services.accounts import AccountService
from crmdesk.services.lead_claims import LeadClaimService
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_desk import PoolDeskService
from crmdesk.services.pool_keeping import ForPoolKeepers, PoolKeeping, PoolWithoutAccounts
from crmdesk.services.pool_rules import run_rules
from crmdesk.services.pools import DailyViewsReached, PoolService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.undo import UndoService
from crmdesk.services.waiting_records import WaitingRecords
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def _me(store: Store) -> str:
    with store.read() as connection:
        return record_rows.current_user(connection) or ""


def _person(store: Store, name: str) -> str:
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": name, "name": name})
        uow.commit()
    return name


def _change(store: Store, table: str, record: str, **values: object) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind(table), record, values)
        uow.commit()


@pytest.fixture
def pool(ready_store: Store) -> str:
    return PoolService(ready_store).create({"name": "华东", "daily_claims": 2, "wait_days": 30, "masks_contacts": True})[0]


@pytest.fixture
def leads(ready_store: Store, pool: str) -> list[str]:
    """Three leads that came into the pool one after another; the second was mine."""
    service, made = LeadService(ready_store), []
    for name, city, days in (("甲", "上海市", 3), ("乙", None, 2), ("丙", "北京市", 1)):
        lead = service.create({"company_name": name, "city": city, "mobile": "13812345678"}, pool_id=pool).record.id
        _change(ready_store, "lead", lead, pooled_at=iso_ms(NOW - days * DAY))
        made.append(lead)
    _change(ready_store, "lead", made[1], former_owner_id=_me(ready_store), released_by_rule=PoolRule.UNFOLLOWED.value)
    return made


def _key(lead: str) -> RecordKey:
    return RecordKey(RecordKind.LEAD, lead)


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (Sort("pooled_at", descending=True), "丙乙甲"),
        (Sort("pooled_at"), "甲乙丙"),
        (Sort("name"), "丙甲乙"),  # bing, jia, yi
        (Sort("city"), "甲丙乙"),
        (Sort("former_owner"), "乙甲丙"),
        (Sort("released_by"), "乙甲丙"),
        (Sort("free_from", descending=True), "乙丙甲"),
        *[(Sort(column), None) for column in ("person", "source", "industry", "pool", "last_follow_up_at", "completeness")],
        (Sort("probability"), None),
    ],
)
def test_a_list_in_any_order_page_by_page(ready_store: Store, pool: str, leads: list[str], sort: Sort, names: str | None) -> None:
    found = PoolDeskService(ready_store).waiting(WaitingFilter((pool,)))
    pages = [found.page(sort, at, 2) for at in (0, 2)]
    whole = [row.name for page in pages for row in page.rows]
    assert sorted(whole) == sorted("甲乙丙")
    assert {page.total for page in pages} == {3}
    assert names is None or "".join(whole) == names
    keys = found.keys(sort, 0, 10)
    assert found.positions([_key(lead) for lead in (*leads, "gone")], sort) == {key: at for at, key in enumerate(keys)}


def test_a_row_says_why_it_is_here_and_when_i_may_take_it(ready_store: Store, pool: str, leads: list[str]) -> None:
    with frozen_at(NOW):
        rows = PoolDeskService(ready_store).waiting(WaitingFilter((pool,))).page(Sort("pooled_at")).rows
    first, mine, _ = rows
    assert (first.mobile, first.free_from, first.rule, first.former_owner) == ("138 **** 5678", None, None, None)
    assert (mine.days_to_wait, mine.rule, mine.former_owner) == (28, PoolRule.UNFOLLOWED, "李雷")
    narrowed = PoolDeskService(ready_store).waiting(WaitingFilter((pool,), text="上海"))
    assert [row.name for row in narrowed.page().rows] == ["甲"]


def test_the_desk_counts_what_is_left_today(ready_store: Store, pool: str, leads: list[str]) -> None:
    service = PoolDeskService(ready_store)
    LeadClaimService(ready_store).claim([leads[0]])
    (mine,) = service.desk().pools
    assert (mine.leads, mine.claims, mine.claims_left, mine.held, mine.views_left) == (2, 2, 1, 1, None)
    other = _person(ready_store, "韩梅梅")
    PoolService(ready_store).set_members(pool, {other: PoolRole.ADMINISTRATOR})
    desk = service.desk()
    assert (desk.pools, desk.others) == ((), 1)


def test_what_falls_back_says_in_how_many_days_and_why(ready_store: Store, pool: str) -> None:
    PoolService(ready_store).save(pool, {"unfollowed_days": 30, "warn_days": 7, "takes_accounts": True})
    service = LeadService(ready_store)
    mine = [service.create({"company_name": name}).record.id for name in ("甲", "乙")]
    for lead, days in zip(mine, (27, 25), strict=True):
        _change(ready_store, "lead", lead, owned_since=iso_ms(NOW - days * DAY))
    other = service.create({"company_name": "丙"}, owner_id=_person(ready_store, "韩梅梅")).record.id
    _change(ready_store, "lead", other, owned_since=iso_ms(NOW - 29 * DAY))
    desk = PoolDeskService(ready_store)
    with frozen_at(NOW):
        due = desk.due()
        assert [(row.record.name, row.days_left, row.rule, row.idle_days) for row in due.page().rows] == [
            ("甲", 3, PoolRule.UNFOLLOWED, 27),
            ("乙", 5, PoolRule.UNFOLLOWED, 25),
        ]
        assert [row.record.name for row in due.page(Sort("name", descending=True)).rows] == ["乙", "甲"]
        assert due.positions([_key(mine[1])], Sort("days_left")) == {_key(mine[1]): 1}
        every = desk.due([pool])
        assert [row.owner for row in every.page(Sort("owner")).rows] == ["李雷", "李雷", "韩梅梅"]
        assert (desk.desk().due, desk.desk().due_of_all) == (2, 3)
        service.follow_up([mine[0]], ActivityKind.CALL, "called", happened_at=NOW)
        PoolKeeping(ready_store).lock([_key(mine[1])])
        assert desk.due().count() == 0
        assert run_rules(ready_store, NOW + 6 * DAY).moved == {(RecordKind.LEAD, PoolRule.UNFOLLOWED): 1}
        PoolKeeping(ready_store).lock([_key(mine[1])], is_locked=False)
        assert desk.due().count() == 1


@pytest.mark.parametrize("column", ["pool", "rule", "owner", "days_left", "name"])
def test_what_falls_back_is_ordered_by(ready_store: Store, pool: str, column: str) -> None:
    assert PoolDeskService(ready_store).due().page(Sort(column)).total == 0


def test_administrators_hand_out_lock_and_take_out(ready_store: Store, pool: str, leads: list[str]) -> None:
    keeping, service = PoolKeeping(ready_store), LeadService(ready_store)
    other = _person(ready_store, "韩梅梅")
    taken = keeping.assign([_key(leads[0])], other)
    assert (service.open(leads[0]).owner, service.open(leads[0]).pool) == ("韩梅梅", None)
    second = PoolService(ready_store).create({"name": "华北"})[0]
    keeping.take_out([_key(leads[1])], second)
    assert service.open(leads[1]).pool == "华北"
    out = keeping.take_out([_key(leads[2])])
    assert (service.open(leads[2]).pool, service.open(leads[2]).owner) == (None, None)
    for changes in (out, taken):
        assert changes.transaction is not None
        UndoService(ready_store).undo_transaction(changes.transaction)
    assert [service.open(lead).pool for lead in leads] == ["华东", "华北", "华东"]
    PoolService(ready_store).set_members(pool, {other: PoolRole.ADMINISTRATOR})
    with pytest.raises(ForPoolKeepers, match="华东"):
        keeping.assign([_key(leads[0])], other)
    with pytest.raises(ForPoolKeepers, match="华东"):
        keeping.take_out([_key(leads[0])])
    with pytest.raises(ForPoolKeepers):
        keeping.lock([_key(leads[0])])


def test_accounts_wait_and_are_handed_out(ready_store: Store, pool: str) -> None:
    accounts = AccountService(ready_store)
    company = accounts.create_company({"legal_name": "家乐福集团", "short_name": "家乐福", "code": "JLF"}).record.key.id
    site = accounts.create_site({"company_id": company, "name": "马连道店", "code": "J1", "phone": "010-63270000"}).record.key
    _change(ready_store, "site", site.id, pool_id=pool, pooled_at=iso_ms(NOW), owner_id=None)
    found = PoolDeskService(ready_store).waiting(WaitingFilter((pool,), RecordKind.SITE))
    for column in ("grade", "last_follow_up_at", "released_by", "name", "pooled_at"):
        (row,) = found.page(Sort(column)).rows
    assert (row.name, row.phone) == ("马连道店 · 家乐福", "010 **** 0000")
    looked = WaitingRecords(ready_store).look(site).record
    assert looked is not None
    assert looked.values["Phone"] == "010 **** 0000"
    north = PoolService(ready_store).create({"name": "华北"})[0]
    with pytest.raises(PoolWithoutAccounts):
        PoolKeeping(ready_store).take_out([site], north)
    PoolKeeping(ready_store).assign([site], _me(ready_store))
    assert found.page().total == 1  # as it was read
    assert PoolDeskService(ready_store).waiting(WaitingFilter((pool,), RecordKind.SITE)).page().total == 0


def test_a_glance_shows_what_costs_no_view(ready_store: Store, pool: str, leads: list[str]) -> None:
    records = WaitingRecords(ready_store)
    free = records.glance(_key(leads[0]))
    assert free.record is not None
    assert free.record.values["Mobile"] == "138 **** 5678"
    PoolService(ready_store).save(pool, {"daily_views": 1})
    glance = records.glance(_key(leads[0]))
    assert (glance.record, glance.views_left, glance.row.name) == (None, 1, "甲")
    assert records.look(_key(leads[0])).record is not None
    assert records.glance(_key(leads[0])).record is not None
    with pytest.raises(DailyViewsReached):
        records.look(_key(leads[1]))
