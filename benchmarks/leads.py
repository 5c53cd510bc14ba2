"""Leads, 200,000 of them: pages of their list in several orders and with filters, counts, the search, single and bulk commands.

The floor of a read is the bare SQL for the same rows and their number, of a bulk command the bare statement with the log's
triggers, in the same run on the same file.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from benchmarks.made_up_leads import leads_store
from benchmarks.measure import Reach, Result, median_ms, milliseconds, paired_medians
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import ActivityKind, LeadStatus
from crmdesk.services.lead_lists import LeadLists
from crmdesk.services.leads import LeadService
from crmdesk.services.search import SearchService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store

MOST: Final = 200_000
_PAGE: Final = 200
_BULK: Final = 5_000
_TEXT: Final = "上海"
_COLUMNS: Final = (
    "id, company_name, person, job_title, mobile, phone, email, city, campaign, status, owner_id, pool_id, source_id,"
    " industry_id, next_step, next_step_on, last_follow_up_at, look_again_on, completeness"
)
_BY_NAME: Final = "sort_key, n"
_LIKE: Final = "(company_name LIKE '%上海%' OR city LIKE '%上海%' OR province LIKE '%上海%' OR address_text LIKE '%上海%')"
_ME: Final = "owner_id=(SELECT v FROM sync_ctl WHERE k='user_id')"
_DUE: Final = "next_step_on<='2026-11-30' AND +status IN ('new','working','qualified')"
_LISTS: Final[tuple[tuple[str, LeadFilter, Sort, int, str, str], ...]] = (
    ("first page by name", LeadFilter(), Sort("name"), 0, "1", _BY_NAME),
    ("page in the middle", LeadFilter(), Sort("name"), -1, "1", _BY_NAME),
    ("mine, working", LeadFilter(statuses=(LeadStatus.WORKING,), mine=True), Sort("name"), 0, f"{_ME} AND status='working'", _BY_NAME),
    ("mine, due", LeadFilter(mine=True, due_until=date(2026, 11, 30)), Sort("next_step_on"), 0, f"+{_ME} AND {_DUE}", "next_step_on, n"),
    ("due, of everybody", LeadFilter(due_until=date(2026, 11, 30)), Sort("next_step_on"), 0, _DUE, "next_step_on, n"),
    ("in pools, longest unspoken to", LeadFilter(in_pool=True), Sort("last_follow_up_at"), 0, "pool_id IS NOT NULL", "last_follow_up_at, n"),
    ("qualified, by name", LeadFilter(statuses=(LeadStatus.QUALIFIED,)), Sort("name"), 0, "status='qualified'", _BY_NAME),
    ("by city", LeadFilter(), Sort("city"), 0, "1", "city IS NULL, city, n"),
    ("by completeness, best first", LeadFilter(), Sort("completeness", descending=True), 0, "1", "completeness DESC, n DESC"),
    (f"with the text {_TEXT}", LeadFilter(text=_TEXT), Sort("name"), 0, _LIKE, _BY_NAME),
)  # fmt: skip
"""What, the filter, the order, offset (-1: half way), and the bare WHERE and ORDER BY."""


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield every figure at each size, up to `MOST`."""
    for count in dict.fromkeys(min(size, MOST) for size in sizes):
        with leads_store(count) as store:
            yield from _reading(store, count)
            yield from _searching(store, count)
            yield from _writing(store, count)


def _raw_page(connection: Connection, where: str, order: str, offset: int) -> None:
    table = "lead" if where != "1" or order == _BY_NAME else "lead NOT INDEXED"  # the faster of the two
    condition = f"WHERE deleted_at IS NULL AND {where}"
    connection.exec_driver_sql(f"SELECT count(*) FROM lead {condition}").scalar_one()
    connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM {table} {condition} ORDER BY {order} LIMIT {_PAGE} OFFSET {offset}").all()


def _reading(store: Store, count: int) -> Iterator[Result]:
    lists, leads = LeadLists(store), LeadService(store)
    with store.read() as connection:
        for what, wanted, sort, at, where, order in _LISTS:
            offset = count // 2 if at < 0 else at
            floor, ours = paired_medians(
                lambda: _raw_page(connection, where, order, offset),  # noqa: B023 - called at once
                lambda: lists.page(wanted, sort, offset, _PAGE),  # noqa: B023 - called at once
                7,
            )
            yield Result("leads", what, count, floor, ours, reach=Reach.DIFFERENCE_AT_MOST, target=16.0)
        statement = "SELECT status, count(*) FROM lead WHERE deleted_at IS NULL GROUP BY status"
        floor, ours = paired_medians(lambda: connection.exec_driver_sql(statement).all(), lists.counts_by_status, 7)
        yield Result("leads", "heads of the board", count, floor, ours, reach=Reach.DIFFERENCE_AT_MOST, target=16.0)
    narrow = median_ms(lambda: lists.page(LeadFilter(text="shanghaijixie")), 5)
    yield Result("leads", "with a text by pinyin", count, None, narrow)
    one = lists.ids(limit=1, offset=count // 2)[0]
    yield Result("leads", "open a lead", count, None, median_ms(lambda: leads.open(one)), reach=Reach.AT_MOST, target=16.0)


def _searching(store: Store, count: int) -> Iterator[Result]:
    search = SearchService(store)
    texts = [_TEXT[:1], _TEXT, "上海机", "sh", "shj", "shanghai", "138", "13812", "wangfang", "例子没有"]
    taken = [median_ms(lambda text=text: search.search(text), 5) for text in texts]  # type: ignore[misc]
    yield Result(
        "leads", "search while typing, slowest", count, None, max(taken), reach=Reach.AT_MOST, target=16.0,
        note=f"{texts[taken.index(max(taken))]}; mean {sum(taken) / len(taken):.1f}",
    )  # fmt: skip


def _writing(store: Store, count: int) -> Iterator[Result]:
    lists, leads, undo = LeadLists(store), LeadService(store), UndoService(store)
    one = lists.ids(limit=1)
    taken = [
        milliseconds(lambda: leads.follow_up(one, ActivityKind.CALL, "电话沟通", "报价", date(2026, 12, 1))) for _ in range(5)
    ]
    yield Result("leads", "follow-up of one lead", count, None, sorted(taken)[2], reach=Reach.AT_MOST, target=100.0)
    for _ in taken:
        undo.undo_last()
    ids = lists.ids(LeadFilter(in_pool=False), limit=_BULK)
    with store.read() as connection:
        other = connection.exec_driver_sql("SELECT id FROM app_user ORDER BY n DESC LIMIT 1").scalar_one()
    floor = _raw_assign(store, ids, str(other))
    ours = milliseconds(lambda: leads.assign(ids, str(other)))
    yield Result("leads", f"assign {len(ids):,} leads", count, floor, ours, target=3.0)
    yield Result("leads", f"take {len(ids):,} back", count, floor, milliseconds(undo.undo_last))


def _raw_assign(store: Store, ids: Sequence[str], user: str) -> float:
    """Return how long the bare statement takes, with the log's triggers; it is rolled back."""
    rows: list[tuple[Any, ...]] = [(user, "2026-11-23T00:00:00.000Z", one) for one in ids]
    with store.unit_of_work() as uow:
        return milliseconds(
            lambda: uow.connection.exec_driver_sql(
                "UPDATE lead SET former_owner_id=owner_id, owner_id=?, owned_since=? WHERE id=?", rows
            )
        )
