"""Lists of leads: every filter alone and together, every order, pages that join without gaps, counts that agree."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.ids import new_id
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, LeadStatus, RecordKind, Taxonomy
from crmdesk.services.lead_lists import COLUMNS, LeadLists
from crmdesk.services.leads import LeadService
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.services.users import UserService
from crmdesk.storage import record_rows
from crmdesk.storage.lead_list_rows import SORTABLE
from crmdesk.storage.store import Store


@dataclass(frozen=True)
class World:
    """Five leads of two people and a pool."""

    lists: LeadLists
    pool: str
    han: str
    source: str
    below: str
    industry: str


@pytest.fixture
def world(ready_store: Store) -> World:
    leads, taxonomies = LeadService(ready_store), TaxonomyService(ready_store)
    source, _ = taxonomies.add(Taxonomy.SOURCE, {"code": "own_fair", "name": "展会"})
    below, _ = taxonomies.add(Taxonomy.SOURCE, {"code": "own_fair26", "name": "2026 工博会"}, source)
    industry, _ = taxonomies.add(Taxonomy.INDUSTRY, {"code": "zz9", "name": "试验业"})
    pool = new_id()
    with ready_store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.POOL, {"id": pool, "name": "华东公海"})
        uow.commit()
    han, _ = UserService(ready_store).add("韩梅梅")
    one = leads.create({"company_name": "阿里云计算", "city": "杭州市", "source_id": below, "campaign": "秋季展"}).record.id
    leads.create(
        {"company_name": "北京小米", "mobile": "13900139000", "industry_id": industry, "source_id": source}, owner_id=han
    )
    leads.create({"company_name": "重庆长安", "next_step": "打电话", "next_step_on": "2026-11-20"})
    leads.create({"person": "丁磊", "email": "ding@163.com"}, pool_id=pool)
    five = leads.create({"company_name": "鄂尔多斯", "next_step_on": "2026-12-20", "look_again_on": "2026-12-01"}).record.id
    with frozen_at(datetime(2026, 11, 10, tzinfo=UTC)):
        leads.follow_up([one], ActivityKind.CALL, "x")
    leads.set_status([five], LeadStatus.WORKING)
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO lead_score(lead_n, probability, reasons) SELECT n, 0.7, '[]' FROM lead WHERE id=?", (one,)
        )
        uow.commit()
    return World(LeadLists(ready_store), pool, han, source, below, industry)


def _names(world: World, wanted: LeadFilter, sort: Sort = Sort("name")) -> list[str]:  # noqa: B008 - immutable
    return [row.name for row in world.lists.page(wanted, sort).rows]


def test_without_a_filter_all_are_listed_by_pinyin(world: World) -> None:
    page = world.lists.page()
    assert [row.name for row in page.rows] == ["阿里云计算", "北京小米", "重庆长安", "丁磊", "鄂尔多斯"]
    assert page.total == 5
    assert [row.owner for row in page.rows] == ["李雷", "韩梅梅", "李雷", None, "李雷"]
    assert page.rows[3].pool == "华东公海"
    assert page.rows[0].source == "2026 工博会"
    assert page.rows[0].probability == 0.7
    assert page.rows[0].last_follow_up_at == datetime(2026, 11, 10, tzinfo=UTC)
    assert page.rows[2].next_step_on == date(2026, 11, 20)
    assert not any(row.is_provisional for row in page.rows)


FILTERS: Final[tuple[tuple[LeadFilter, list[str]], ...]] = (
    (LeadFilter(statuses=(LeadStatus.WORKING,)), ["阿里云计算", "鄂尔多斯"]),
    (LeadFilter(statuses=(LeadStatus.NEW, LeadStatus.QUALIFIED)), ["北京小米", "重庆长安", "丁磊"]),
    (LeadFilter(campaigns=("秋季展",)), ["阿里云计算"]),
    (LeadFilter(mine=True), ["阿里云计算", "重庆长安", "鄂尔多斯"]),
    (LeadFilter(in_pool=True), ["丁磊"]),
    (LeadFilter(in_pool=False), ["阿里云计算", "北京小米", "重庆长安", "鄂尔多斯"]),
    (LeadFilter(due_until=date(2026, 11, 23)), ["重庆长安"]),
    (LeadFilter(due_until=date(2026, 12, 31)), ["重庆长安", "鄂尔多斯"]),
    (LeadFilter(look_again_until=date(2026, 12, 1)), ["鄂尔多斯"]),
    (LeadFilter(unfollowed_since=date(2026, 11, 1)), ["北京小米", "重庆长安", "丁磊", "鄂尔多斯"]),
    (LeadFilter(unfollowed_since=date(2026, 11, 20), mine=True), ["阿里云计算", "重庆长安", "鄂尔多斯"]),
    (LeadFilter(completeness_from=20), ["阿里云计算", "北京小米", "丁磊"]),
    (LeadFilter(probability_from=0.5), ["阿里云计算"]),
    (LeadFilter(provisional=True), []),
    (LeadFilter(text="小米"), ["北京小米"]),
    (LeadFilter(text="163.com"), ["丁磊"]),
    (LeadFilter(text="杭州"), ["阿里云计算"]),
    (LeadFilter(text="100%_"), []),
    (LeadFilter(text="xiaomi"), ["北京小米"]),
    (LeadFilter(text="eeds"), ["鄂尔多斯"]),
    (LeadFilter(text="，。"), ["阿里云计算", "北京小米", "重庆长安", "丁磊", "鄂尔多斯"]),
    (LeadFilter(text="小米 北京"), ["北京小米"]),
    (LeadFilter(text="小米 13900"), ["北京小米"]),
    (LeadFilter(text="13900139"), ["北京小米"]),
)


def test_a_filter_narrows_and_the_counts_agree(world: World) -> None:
    for wanted, names in FILTERS:
        assert _names(world, wanted) == names, wanted
        assert world.lists.count(wanted) == len(names) == len(world.lists.ids(wanted))
        assert sum(world.lists.counts_by_status(wanted).values()) == len(names)


def test_filters_by_what_is_stored(world: World) -> None:
    assert _names(world, LeadFilter(sources=(world.source,))) == ["阿里云计算", "北京小米"]
    assert _names(world, LeadFilter(sources=(world.below,))) == ["阿里云计算"]
    assert _names(world, LeadFilter(industries=(world.industry,))) == ["北京小米"]
    assert _names(world, LeadFilter(owners=(world.han,))) == ["北京小米"]
    assert _names(world, LeadFilter(pools=(world.pool,))) == ["丁磊"]


def test_pages_of_every_order_join_without_gap_or_repetition(world: World) -> None:
    for sort in (Sort(column, descending) for column in sorted(SORTABLE) for descending in (False, True)):
        pages = [world.lists.page(sort=sort, offset=offset, limit=2) for offset in (0, 2, 4, 6)]
        found = [row.id for page in pages for row in page.rows]
        assert found == list(world.lists.ids(sort=sort)), sort
        assert len(set(found)) == 5, sort
        assert {page.total for page in pages} == {5}


def test_every_column_that_says_so_sorts() -> None:
    assert {column.key for column in COLUMNS if column.sortable} <= SORTABLE


def test_an_unknown_order_is_a_bug(world: World) -> None:
    with pytest.raises(KeyError):
        world.lists.page(sort=Sort("colour"))


def test_every_status_has_a_count(world: World) -> None:
    assert world.lists.counts_by_status() == {
        LeadStatus.NEW: 3,
        LeadStatus.WORKING: 2,
        LeadStatus.QUALIFIED: 0,
        LeadStatus.DISQUALIFIED: 0,
        LeadStatus.CONVERTED: 0,
    }
