"""Lists of what waits in pools, answered in SQL however many records there are."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso, local_day
from crmdesk.core.listing import Page, Sort
from crmdesk.core.vocabulary import LeadStatus, PoolRule, RecordKind
from crmdesk.core.waiting_filter import WaitingFilter
from crmdesk.models.masking import masked_mail, masked_phone
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows, waiting_rows
from crmdesk.storage.store import Store

NEWEST_FIRST: Final = Sort("pooled_at", descending=True)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One record in a pool (or, in a list of what is due, still with its owner).

    Attributes:
        name: the company, or the person; of a site with its company.
        pooled_at: since when it waits, aware UTC. former_owner_id, former_owner: who had it last.
        rule: by which rule it was released, None: by hand. reason: the reason given then.
        is_locked: no rule takes it away. is_asked: I claimed it, and the centre has not answered yet.
        mobile, phone, email: shown in part where the pool masks.
        free_from: day from which I may claim it again, since I had it before; None: no rule makes me wait.
        days_to_wait: so many days until then, 0: I may.
    """

    key: RecordKey
    name: str
    city: str | None
    source: str | None
    industry: str | None
    pool_id: str | None
    pool: str | None
    pooled_at: datetime | None
    former_owner_id: str | None
    former_owner: str | None
    rule: PoolRule | None
    reason: str | None
    is_locked: bool
    is_asked: bool
    person: str | None
    job_title: str | None
    mobile: str | None
    phone: str | None
    email: str | None
    status: LeadStatus | None
    last_follow_up_at: datetime | None
    completeness: int | None
    probability: float | None
    grade: str | None
    free_from: date | None
    days_to_wait: int


class WaitingList:
    """One list, asked for page by page from any thread; an order that no index has is found out once and kept.

    What comes and goes meanwhile is seen by the next list.
    """

    def __init__(self, store: Store, wanted: WaitingFilter, language: str) -> None:
        self._store = store
        self._wanted = wanted
        self._language = language
        self._lock = Lock()
        self._total: int | None = None
        self._orders: dict[Sort, array[int]] = {}

    @property
    def kind(self) -> RecordKind:
        """Leads or sites."""
        return self._wanted.kind

    def page(self, sort: Sort = NEWEST_FIRST, offset: int = 0, limit: int = 100) -> Page[WaitingRow]:
        """Return rows `offset … offset+limit`, with the number of all.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        with self._store.read() as connection:
            numbers = self._numbers(connection, sort, offset, limit)
            rows = rows_of(connection, self.kind, numbers, self._language)
            return Page(tuple(rows), offset, self._count(connection))

    def keys(self, sort: Sort, offset: int, limit: int) -> tuple[RecordKey, ...]:
        """Return the keys of the records in these places of the list.

        Raises:
            KeyError: as `page`.
        """
        with self._store.read() as connection:
            numbers = self._numbers(connection, sort, offset, limit)
            return tuple(RecordKey(self.kind, one) for one in waiting_rows.ids_of(connection, self.kind, numbers))

    def positions(self, keys: Sequence[RecordKey], sort: Sort) -> Mapping[RecordKey, int]:
        """Return where records stand in the list; those that are not in it are left out.

        Raises:
            KeyError: as `page`.
        """
        with self._store.read() as connection:
            numbers = waiting_rows.numbers_of(connection, self.kind, [key.id for key in keys])
            if not numbers:
                return {}
            wanted = dict(numbers)
            order = self._order(connection, sort)
            return {RecordKey(self.kind, wanted[n]): at for at, n in enumerate(order) if n in wanted}

    def _numbers(self, connection: Connection, sort: Sort, offset: int, limit: int) -> Sequence[int]:
        query = waiting_rows.WaitingQuery(connection, self._wanted)
        if sort in self._orders or sort.column != "pooled_at" or not query.pages_by_index:
            return self._order(connection, sort)[offset : offset + limit]
        behind = self._count(connection) - offset - limit
        if behind >= offset:
            return query.numbers(sort, offset, limit)
        limit = limit + min(behind, 0)  # nearer to the end: counted from there
        found = query.numbers(Sort(sort.column, not sort.descending), max(behind, 0), max(limit, 0))
        return found[::-1]

    def _order(self, connection: Connection, sort: Sort) -> "array[int]":
        with self._lock:
            if sort not in self._orders:
                query = waiting_rows.WaitingQuery(connection, self._wanted)
                self._orders[sort] = array("q", query.numbers(sort))
                self._total = len(self._orders[sort])
            return self._orders[sort]

    def _count(self, connection: Connection) -> int:
        if self._total is None:
            self._total = waiting_rows.WaitingQuery(connection, self._wanted).count()
        return self._total


def rows_of(connection: Connection, kind: RecordKind, numbers: Sequence[int], language: str) -> list[WaitingRow]:
    """Return the records with these row numbers, in their order."""
    me = record_rows.current_user(connection)
    return [waiting_row(kind, row, me) for row in waiting_rows.shown(connection, kind, numbers, language)]


def waiting_row(kind: RecordKind, row: Any, me: str | None) -> WaitingRow:
    """Return a row of `storage.waiting_rows.shown` as the screens want it; `me` is whoever may have to wait before a claim."""
    pooled_at = None if row.pooled_at is None else from_iso(row.pooled_at)
    free_from = None
    if pooled_at is not None and row.wait_days is not None and me is not None and row.former_owner_id == me:
        day = local_day(pooled_at) + timedelta(days=row.wait_days)
        free_from = day if day > local_day() else None
    hides = bool(row.masks)
    return WaitingRow(
        key=RecordKey(kind, row.id),
        name=row.name,
        city=row.city,
        source=row.source,
        industry=row.industry,
        pool_id=row.pool_id,
        pool=row.pool,
        pooled_at=pooled_at,
        former_owner_id=row.former_owner_id,
        former_owner=row.former_owner,
        rule=PoolRule(row.rule) if row.rule else None,
        reason=row.reason,
        is_locked=bool(row.locked),
        is_asked=bool(row.asked),
        person=row.person,
        job_title=row.job_title,
        mobile=_part(row.mobile, masked_phone, hides=hides),
        phone=_part(row.phone, masked_phone, hides=hides),
        email=_part(row.email, masked_mail, hides=hides),
        status=LeadStatus(row.status) if row.status else None,
        last_follow_up_at=None if row.last_follow_up_at is None else from_iso(row.last_follow_up_at),
        completeness=row.completeness,
        probability=row.probability,
        grade=row.grade,
        free_from=free_from,
        days_to_wait=0 if free_from is None else (free_from - local_day()).days,
    )


def _part(text: str | None, hide: Any, *, hides: bool) -> str | None:
    return hide(text) if text and hides else text
