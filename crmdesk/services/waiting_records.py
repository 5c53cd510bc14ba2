"""One record of a pool, to be read only: opening it counts against what a person may look at in a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso, local_day
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import ActivityKind, RecordKind
from crmdesk.models.masking import masked
from crmdesk.services.leads import FollowUpRow
from crmdesk.services.pool_lists import WaitingRow, rows_of
from crmdesk.services.pools import PoolService
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import lead_rows, pool_rows, record_rows, waiting_rows
from crmdesk.storage.store import Store

_SHOWN: Final = {
    RecordKind.LEAD: (
        *("person", "job_title", "mobile", "phone", "email", "website", "province", "city", "district", "street", "address_text"),
        *("headcount", "campaign", "next_step", "note"),
    ),
    RecordKind.SITE: ("phone", "email", "website", "province", "city", "district", "street", "address_text", "grade", "note"),
}
_MOST_TOLD: Final = 100


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A record of a pool as it may be read.

    Attributes:
        row: as in the list. values: filled fields by their English label (context `fields`), phones and mails in part where the pool masks.
        told: what was said to it, newest first.
    """

    row: WaitingRow
    values: Mapping[str, str]
    told: tuple[FollowUpRow, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What may be shown of a record without opening it.

    Attributes:
        row: as in the list. record: all of it, where that costs no view: None asks for `look`.
        views_left: how many more may be opened today, None without a limit.
    """

    row: WaitingRow
    record: WaitingRecord | None
    views_left: int | None


class WaitingRecords:
    """Reads may run on any thread; `look` writes down the view, on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def glance(self, key: RecordKey, language: str = "zh_CN") -> Glance:
        """Return a record as far as that counts as no view: whole where its pool has no limit or it was opened today.

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.read() as connection:
            row = _row(connection, key, language)
            pool = None if row.pool_id is None else record_rows.fetch(connection, RecordKind.POOL, row.pool_id)
            if pool is None or pool["daily_views"] is None:
                return Glance(row, _whole(connection, row), None)
            seen = pool_rows.seen(connection, pool["id"], local_day().isoformat())
            left = max(0, pool["daily_views"] - len(seen))
            return Glance(row, _whole(connection, row) if key.id in seen else None, left)

    def look(self, key: RecordKey, language: str = "zh_CN") -> Glance:
        """Open a record, which counts as a view of its pool.

        Raises:
            DailyViewsReached: by the rules of its pool no more may be opened today. RecordNotFound: it is gone.
        """
        with self._store.read() as connection:
            row = _row(connection, key, language)
        if row.pool_id is not None:
            PoolService(self._store).note_view(row.pool_id, key.id)
        return self.glance(key, language)


def _row(connection: Connection, key: RecordKey, language: str) -> WaitingRow:
    numbers = [n for n, _ in waiting_rows.numbers_of(connection, key.kind, [key.id])]
    rows = rows_of(connection, key.kind, numbers, language)
    if not rows:
        raise RecordNotFound(what=key.id)
    return rows[0]


def _whole(connection: Connection, row: WaitingRow) -> WaitingRecord:
    key = row.key
    stored = record_rows.fetch(connection, key.kind, key.id)
    if stored is None:
        raise RecordNotFound(what=key.id)
    labels = {info.key: info.label for info in FIELDS[key.kind]}
    shown: dict[str, Any] = {field: stored[field] for field in _SHOWN[key.kind] if stored[field] not in {None, ""}}
    if row.pool_id is not None and (record_rows.fetch(connection, RecordKind.POOL, row.pool_id) or {}).get("masks_contacts"):
        shown = masked(shown)
    values = {labels[field]: str(value) for field, value in shown.items() if field in labels}
    if key.kind is RecordKind.LEAD:
        told = lead_rows.follow_ups(connection, key.id, _MOST_TOLD)
    else:
        told = waiting_rows.activities(connection, key.id, _MOST_TOLD)
    return WaitingRecord(
        row, values, tuple(FollowUpRow(one[0], ActivityKind(one[1]), from_iso(one[2]), one[3] or "", one[4]) for one in told)
    )
