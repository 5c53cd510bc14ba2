"""Lists of leads in SQL: which ones, in which order, how many. First only row numbers, then the texts of those shown."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage.lead_rows import term_name
from crmdesk.storage.search.narrowing import answering

OPEN: Final = (LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED)
"""Statuses in which somebody still works on a lead."""

_DOWN: Final = """{column} IN (WITH RECURSIVE down(id) AS (SELECT value FROM json_each(?)
  UNION SELECT t.id FROM term t JOIN down ON t.parent_id=down.id) SELECT id FROM down)"""
_PROVISIONAL: Final = """l.id IN (SELECT c.record_id FROM claim c WHERE c.tbl='lead' AND c.state='asked'
  AND c.deleted_at IS NULL)"""
_ORDERS: Final = {
    "name": "l.sort_key {0}, l.n {0}",
    "person": "l.person IS NULL, l.person {0}, l.n {0}",
    "city": "l.city IS NULL, l.city {0}, l.n {0}",
    "campaign": "l.campaign IS NULL, l.campaign {0}, l.n {0}",
    "next_step_on": "l.next_step_on IS NULL, l.next_step_on {0}, l.n {0}",
    "last_follow_up_at": "l.last_follow_up_at {0}, l.n {0}",
    "completeness": "l.completeness {0}, l.n {0}",
    "status": "CASE l.status WHEN 'new' THEN 0 WHEN 'working' THEN 1 WHEN 'qualified' THEN 2 WHEN 'disqualified' THEN 3 ELSE 4 END {0}, l.sort_key, l.n",
    "owner": "(SELECT u.name FROM app_user u WHERE u.id=l.owner_id) {0}, l.sort_key, l.n",
    "pool": "(SELECT p.name FROM pool p WHERE p.id=l.pool_id) {0}, l.sort_key, l.n",
    "source": "(SELECT t.name FROM term t WHERE t.id=l.source_id) {0}, l.sort_key, l.n",
    "industry": "(SELECT t.code FROM term t WHERE t.id=l.industry_id) {0}, l.sort_key, l.n",
    "probability": "(SELECT s.probability FROM lead_score s WHERE s.lead_n=l.n) {0}, l.n {0}",
    "newest": "l.n {0}",
}
_DUE_FIRST: Final = "l.next_step_on {0}, l.n {0}"
_INDEXED_ORDERS: Final = frozenset({"name", "last_follow_up_at", "newest"})
SORTABLE: Final = frozenset(_ORDERS)
"""Columns a list can be ordered by."""


class LeadQuery:
    """One filter over the leads of a store, on an open connection; what it costs to understand it is paid once."""

    def __init__(self, connection: Connection, wanted: LeadFilter) -> None:
        self._connection = connection
        parts: list[tuple[str, tuple[Any, ...]]] = [("l.deleted_at IS NULL", ()), *_one_of(wanted), *_days(wanted)]
        if wanted.mine:
            parts.append((f"{_kept_off(wanted)}l.owner_id=?", (record_rows.current_user(connection),)))
        if wanted.in_pool is not None:
            parts.append(("l.pool_id IS NOT NULL" if wanted.in_pool else "l.owner_id IS NOT NULL", ()))
        if wanted.completeness_from > 0:
            parts.append(("l.completeness>=?", (wanted.completeness_from,)))
        if wanted.probability_from > 0:
            parts.append(("l.n IN (SELECT s.lead_n FROM lead_score s WHERE s.probability>=?)", (wanted.probability_from,)))
        if wanted.provisional:
            parts.append((_PROVISIONAL, ()))
        if (found := answering(connection, wanted.text, RecordKind.LEAD, "l.n")) is not None:
            parts.append(found)
        self._where = "WHERE " + " AND ".join(sql for sql, _ in parts)
        self._is_due = wanted.due_until is not None
        self._is_all = len(parts) == 1
        self._is_indexed = bool(
            wanted.statuses or wanted.owners or wanted.pools or wanted.mine or wanted.in_pool or wanted.text or wanted.due_until
        )
        self._values = tuple(value for _, values in parts for value in values)

    def numbers(self, sort: Sort, offset: int = 0, limit: int = -1) -> list[int]:
        """Return the row numbers of `limit` leads (-1: all) from `offset` on, in order.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        return self._ordered("l.n", sort, offset, limit)

    def ids(self, sort: Sort, offset: int = 0, limit: int = -1) -> list[str]:
        """Return the ids of `limit` leads (-1: all) from `offset` on, in order.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        return self._ordered("l.id", sort, offset, limit)

    def count(self) -> int:
        """Return how many leads the filter lets through."""
        table = self._table(in_order=self._is_all)
        return int(self._connection.exec_driver_sql(f"SELECT count(*) {table} {self._where}", self._values).scalar_one())

    def counts_by_status(self) -> dict[str, int]:
        """Return status → number of leads the filter lets through."""
        table = self._table(in_order=self._is_all)
        rows = self._connection.exec_driver_sql(
            f"SELECT l.status, count(*) {table} {self._where} GROUP BY l.status", self._values
        )
        return {row[0]: row[1] for row in rows}

    def _ordered(self, column: str, sort: Sort, offset: int, limit: int) -> list[Any]:
        order = _DUE_FIRST if self._is_due and sort.column == "next_step_on" else _ORDERS[sort.column]
        table = self._table(in_order=sort.column in _INDEXED_ORDERS)
        statement = f"SELECT {column} {table} {self._where} ORDER BY {order.format('DESC' if sort.descending else 'ASC')} LIMIT ? OFFSET ?"
        return list(self._connection.exec_driver_sql(statement, (*self._values, limit, offset)).scalars())

    def _table(self, *, in_order: bool) -> str:
        """Return the table; read as it lies where no index helps: row by row in another order it takes four times as long."""
        return "FROM lead l" if self._is_indexed or in_order else "FROM lead l NOT INDEXED"


def _kept_off(wanted: LeadFilter) -> str:
    """Return the sign that keeps SQLite off the indexes of status and owner: that of next steps holds both, and is far narrower."""
    return "+" if wanted.due_until is not None else ""


def _one_of(wanted: LeadFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    statuses = wanted.statuses or (OPEN if wanted.due_until is not None else ())
    for column, options in (
        ("status", statuses),
        ("owner_id", wanted.owners),
        ("pool_id", wanted.pools),
        ("campaign", wanted.campaigns),
    ):
        if options:
            yield f"{_kept_off(wanted)}l.{column} IN ({','.join('?' * len(options))})", tuple(map(str, options))
    for column, terms in (("l.source_id", wanted.sources), ("l.industry_id", wanted.industries)):
        if terms:
            yield _DOWN.format(column=column), (json.dumps(terms),)


def _days(wanted: LeadFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for sql, day in (
        ("l.next_step_on<=?", wanted.due_until),
        ("l.look_again_on<=?", wanted.look_again_until),
        ("(l.last_follow_up_at IS NULL OR l.last_follow_up_at<?)", wanted.unfollowed_since),
    ):
        if day is not None:
            yield sql, (day.isoformat(),)


def campaigns(connection: Connection, most: int) -> list[str]:
    """Return the campaigns that living leads name, those with most of them first."""
    rows = connection.exec_driver_sql(
        """SELECT campaign FROM lead WHERE deleted_at IS NULL AND campaign IS NOT NULL AND campaign<>''
           GROUP BY campaign ORDER BY count(*) DESC, campaign LIMIT ?""",
        (most,),
    )
    return list(rows.scalars())


def shown(connection: Connection, wanted: Sequence[int], language: str) -> Sequence[Any]:
    """Return the leads with these row numbers, in their order, as `services.lead_lists.LeadRow` has them; times and days as stored."""
    return connection.exec_driver_sql(
        f"""SELECT l.id, coalesce(nullif(l.company_name,''),l.person,''), l.company_name, l.person, l.job_title, l.mobile, l.phone, l.email,
              l.city, l.campaign, l.status, l.owner_id, u.name, l.pool_id, p.name, {term_name("s", language)}, {term_name("i", language)},
              l.next_step, l.next_step_on, l.last_follow_up_at, l.look_again_on, l.completeness, c.probability,
              EXISTS(SELECT 1 FROM claim k WHERE k.record_id=l.id AND k.tbl='lead' AND k.state='asked' AND k.deleted_at IS NULL),
              coalesce(p.masks_contacts,0)
            FROM json_each(?) w CROSS JOIN lead l ON l.n=w.value
            LEFT JOIN app_user u ON u.id=l.owner_id LEFT JOIN pool p ON p.id=l.pool_id
            LEFT JOIN term s ON s.id=l.source_id LEFT JOIN term i ON i.id=l.industry_id
            LEFT JOIN lead_score c ON c.lead_n=l.n""",
        (json.dumps(wanted),),
    ).all()
