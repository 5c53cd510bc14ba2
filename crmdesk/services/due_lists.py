"""What will fall back to pools soon: with its owner still, in how many days, and for want of what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso, local_day
from crmdesk.core.listing import Page, Sort
from crmdesk.core.vocabulary import PoolRule, RecordKind
from crmdesk.services.pool_lists import WaitingRow, waiting_row
from crmdesk.services.pool_rules import DueRecord, due_records
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import pool_rows, record_rows, waiting_rows
from crmdesk.storage.store import Store

SOONEST_FIRST: Final = Sort("days_left")
_KINDS: Final = (RecordKind.LEAD, RecordKind.SITE)


@dataclass(frozen=True, slots=True)
class DueRow:
    """One record that a rule will take from its owner.

    Attributes:
        record: it, as in the list of a pool. owner: who has it. pool_id, pool: where it goes.
        days_left: 0: today. rule: which takes it. idle_days: for so many days without what the rule asks for; after the end of a
            contract: since then, negative while it runs.
    """

    record: WaitingRow
    owner_id: str
    owner: str | None
    pool_id: str
    pool: str
    day: date
    days_left: int
    rule: PoolRule
    idle_days: int


class DueList:
    """What rules will take within the pools' days of warning: mine, or everybody's that falls to pools I keep."""

    def __init__(self, store: Store, pools: Sequence[str] | None, language: str) -> None:
        self._store = store
        self._pools = pools
        self._language = language
        self._lock = Lock()
        self._due: tuple[DueRecord, ...] | None = None
        self._orders: dict[Sort, tuple[DueRecord, ...]] = {}

    def count(self) -> int:
        """Return how many."""
        return len(self._found())

    def page(self, sort: Sort = SOONEST_FIRST, offset: int = 0, limit: int = 100) -> Page[DueRow]:
        """Return rows `offset … offset+limit`, with the number of all.

        Raises:
            KeyError: the list cannot be ordered by that column.
        """
        found = self._ordered(sort)
        with self._store.read() as connection:
            rows = _due_rows(connection, found[offset : offset + limit], self._language)
        return Page(tuple(rows), offset, len(found))

    def keys(self, sort: Sort, offset: int, limit: int) -> tuple[RecordKey, ...]:
        """Return the keys of the records in these places of the list."""
        return tuple(one.key for one in self._ordered(sort)[offset : offset + limit])

    def positions(self, keys: Sequence[RecordKey], sort: Sort) -> Mapping[RecordKey, int]:
        """Return where records stand in the list; those that are not in it are left out."""
        wanted = set(keys)
        return {one.key: at for at, one in enumerate(self._ordered(sort)) if one.key in wanted}

    def _found(self) -> tuple[DueRecord, ...]:
        with self._lock:
            if self._due is None:
                if self._pools is None:
                    with self._store.read() as connection:
                        me = record_rows.current_user(connection) or ""
                    self._due = due_records(self._store, me)
                else:
                    kept = frozenset(self._pools)
                    self._due = tuple(one for one in due_records(self._store) if one.pool_id in kept)
            return self._due

    def _ordered(self, sort: Sort) -> tuple[DueRecord, ...]:
        found = self._found()
        with self._lock:
            if sort not in self._orders:
                with self._store.read() as connection:
                    words = _words(connection, found, sort.column)
                places = sorted(range(len(found)), key=words.__getitem__, reverse=sort.descending)
                self._orders[sort] = tuple(found[at] for at in places)
            return self._orders[sort]


def _words(connection: Connection, found: Sequence[DueRecord], column: str) -> list[Any]:
    """Return by what each record is sorted.

    Raises:
        KeyError: the list cannot be ordered by that column.
    """
    if column == "name":
        keys: dict[RecordKey, str] = {}
        for kind in _KINDS:
            ids = [one.key.id for one in found if one.key.kind is kind]
            keys.update({RecordKey(kind, one): key for one, key in waiting_rows.sort_keys(connection, kind, ids)})
        return [keys.get(one.key, "") for one in found]
    if column == "owner":
        names = waiting_rows.people(connection)
        return [names.get(one.owner_id, "") for one in found]
    if column == "pool":
        places = {pool["id"]: at for at, pool in enumerate(pool_rows.pools(connection))}
        return [places.get(one.pool_id, 0) for one in found]
    return [{"days_left": one.day, "rule": one.rule}[column] for one in found]


def _due_rows(connection: Connection, due: Sequence[DueRecord], language: str) -> list[DueRow]:
    """Return what is due with its record, in order; who is gone meanwhile is left out."""
    pools = {pool["id"]: pool["name"] for pool in pool_rows.pools(connection)}
    today = local_day()
    found: dict[RecordKey, Any] = {}
    for kind in _KINDS:
        ids = [one.key.id for one in due if one.key.kind is kind]
        if ids:
            numbers = [n for n, _ in waiting_rows.numbers_of(connection, kind, ids)]
            rows = waiting_rows.shown(connection, kind, numbers, language)
            found.update({RecordKey(kind, row.id): row for row in rows})
    return [
        DueRow(
            waiting_row(one.key.kind, row, None),
            one.owner_id,
            row.owner,
            one.pool_id,
            pools.get(one.pool_id, ""),
            one.day,
            one.days_left,
            one.rule,
            _idle(one.rule, row, today),
        )
        for one in due
        if (row := found.get(one.key)) is not None
    ]


def _idle(rule: PoolRule, row: Any, today: date) -> int:
    if rule is PoolRule.CONTRACT_ENDED and row.contract_ends_on:
        return (today - date.fromisoformat(row.contract_ends_on)).days
    since = [at for at in (row.owned_since, row.last_follow_up_at if rule is PoolRule.UNFOLLOWED else None) if at]
    since = since or [at for at in (row.last_follow_up_at,) if at]
    return (today - local_day(from_iso(max(since)))).days if since else 0
