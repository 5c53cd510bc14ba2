"""Lists of opportunities: filters, orders, sums by stage."""

from datetime import date

import pytest

from crmdesk.core.listing import Sort
from crmdesk.core.money import Money
from crmdesk.services.opportunities import OpportunityService
from crmdesk.services.opportunity_lists import OpportunityFilter, OpportunityLists, OpportunityState
from crmdesk.services.stages import StageService
from crmdesk.storage.opportunity_list_rows import SORTABLE
from crmdesk.storage.store import Store
from tests.services.conftest import Group


@pytest.fixture
def lists(ready_store: Store, group: Group) -> OpportunityLists:
    service, stages = OpportunityService(ready_store), StageService(ready_store).all()
    for name, amount, day, stage in (
        ("冷柜", "100000", "2026-11-30", 0),
        ("冷库", "USD 2000", "2026-12-05", 0),
        ("灯具", "50000", None, 3),
        ("旧灯", "900", "2026-01-01", 5),
        ("100%", None, "2026-11-01", 6),
    ):
        values = {"site_id": group.first.id, "name": name, "amount": amount, "closes_on": day, "stage_id": stages[stage].id}
        service.create({key: value for key, value in values.items() if value is not None})
    return OpportunityLists(ready_store)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (OpportunityFilter(), ["旧灯", "100%", "冷柜", "冷库", "灯具"]),
        (OpportunityFilter(mine=True), ["旧灯", "100%", "冷柜", "冷库", "灯具"]),
        (OpportunityFilter(state=OpportunityState.OPEN), ["冷柜", "冷库", "灯具"]),
        (OpportunityFilter(state=OpportunityState.WON), ["旧灯"]),
        (OpportunityFilter(state=OpportunityState.LOST), ["100%"]),
        (OpportunityFilter(closes_from=date(2026, 11, 1), closes_until=date(2026, 11, 30)), ["100%", "冷柜"]),
        (OpportunityFilter(text="冷"), ["冷柜", "冷库"]),
        (OpportunityFilter(text="%"), ["100%"]),
        (OpportunityFilter(text="马连道", state=OpportunityState.WON), ["旧灯"]),
        (OpportunityFilter(text="nothing like it"), []),
    ],
)
def test_a_filter_lets_through(lists: OpportunityLists, wanted: OpportunityFilter, names: list[str]) -> None:
    page = lists.page(wanted)
    assert [row.name for row in page.rows] == names
    assert page.total == len(names)
    assert [row.id for row in page.rows] == list(lists.ids(wanted))


def test_amounts_sort_by_worth_and_empty_ones_come_last(lists: OpportunityLists) -> None:
    assert [row.name for row in lists.page(sort=Sort("amount", descending=True)).rows] == ["冷柜", "灯具", "冷库", "旧灯", "100%"]
    assert [row.name for row in lists.page(sort=Sort("amount")).rows][-1] == "100%"


@pytest.mark.parametrize("column", sorted(SORTABLE))
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_and_pages_join(lists: OpportunityLists, column: str, descending: bool) -> None:
    sort = Sort(column, descending)
    pages = [lists.page(sort=sort, offset=at, limit=2).rows for at in (0, 2, 4)]
    assert [row.id for rows in pages for row in rows] == list(lists.ids(sort=sort))


def test_sums_stand_by_stage_and_currency_and_are_weighted(lists: OpportunityLists) -> None:
    first, quote = lists.totals(OpportunityFilter(state=OpportunityState.OPEN), "en")
    assert (first.stage, first.count, first.probability) == ("Prospecting", 2, 10)
    assert first.sums == (Money(10_000_000, "CNY"), Money(200_000, "USD"))
    assert first.weighted == (Money(1_000_000, "CNY"), Money(20_000, "USD"))
    assert quote.weighted == (Money(3_000_000, "CNY"),)
    (lost,) = lists.totals(OpportunityFilter(state=OpportunityState.LOST))
    assert (lost.count, lost.sums, lost.is_lost) == (1, (), True)
