"""Which records an export looks at: what the change log, the centre's versions and new row numbers say since the last one."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms
from crmdesk.sync.export.tables import TABLES
from crmdesk.sync.export.values import Mark

Edited = Mapping[str, str]
"""Id → time of the last edit that the log knows, as stored."""
_V7: Final = "7"


@dataclass(frozen=True, slots=True)
class Touched:
    """What is to be looked at.

    Attributes:
        mark: where the next export goes on.
        continues: the store's log goes on where the last export ended: its own rows at the target descend from this very store.
        ids: table of the store → ids; None: all of them.
    """

    mark: Mark
    continues: bool
    ids: Mapping[str, frozenset[str]] | None
    edited: Edited

    @property
    def is_full(self) -> bool:
        """Whether every record is compared."""
        return self.ids is None


def touched(connection: Connection, known: Mark, *, full: bool) -> Touched:
    """Return what to look at since `known`; everything where `full`, where nothing was exported or where the log does not go on there."""
    mark = _mark(connection)
    continues = _continues(connection, known)
    if full or not continues:
        return Touched(mark, continues, None, _edited_since(connection, 0, "AND kind<>'ins'"))
    edited = _edited_since(connection, known.seq, "")
    return Touched(mark, continues, _ids_since(connection, known, mark), edited)


def _mark(connection: Connection) -> Mark:
    seq, op = connection.exec_driver_sql("SELECT seq,id FROM sync_op ORDER BY seq DESC LIMIT 1").first() or (0, "")
    rows = {
        table.source: int(connection.exec_driver_sql(f"SELECT coalesce(max(n),0) FROM {table.source}").scalar_one())
        for table in TABLES
    }
    return Mark(seq, op, _newest_version(connection), rows)


def _newest_version(connection: Connection) -> int:
    """Return the newest version of the centre's; 0 for a store that knows none, without looking at any row."""
    if not _is_connected(connection):
        return 0
    return max(
        int(connection.exec_driver_sql(f"SELECT coalesce(max(rv),0) FROM {table.source}").scalar_one()) for table in TABLES
    )


def _is_connected(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("SELECT 1 FROM sync_ctl WHERE k='centre' AND v IS NOT NULL").first())


def _continues(connection: Connection, known: Mark) -> bool:
    """Say whether the entry the last export ended at is still in the log, and the same: else a backup was put back, or it was tidied away."""
    if not known.seq:
        return False
    return connection.exec_driver_sql("SELECT id FROM sync_op WHERE seq=?", (known.seq,)).scalar() == known.op


def _edited_since(connection: Connection, seq: int, which: str) -> Edited:
    """Return the time of the last edit of each record; the later of this laptop's log and the centre's news."""
    edited: dict[str, str] = {}
    for statement, values in (
        (f"SELECT pk,max(made_at) FROM sync_op WHERE seq>? {which} GROUP BY pk", (seq,)),
        ("SELECT pk,max(at) FROM sync_news GROUP BY pk", ()),
    ):
        for record, at in connection.exec_driver_sql(statement, values):
            if at > edited.get(record, ""):
                edited[record] = at
    return edited


def _ids_since(connection: Connection, known: Mark, now: Mark) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {table.source: set() for table in TABLES}
    for source, record in connection.exec_driver_sql("SELECT DISTINCT tbl,pk FROM sync_op WHERE seq>?", (known.seq,)):
        if source in found:
            found[source].add(record)
    for source, ids in found.items():
        if now.rows[source] > known.rows.get(source, 0):
            ids.update(connection.exec_driver_sql(f"SELECT id FROM {source} WHERE n>?", (known.rows.get(source, 0),)).scalars())
        if now.rv > known.rv:  # what the centre brought is not in the log
            ids.update(connection.exec_driver_sql(f"SELECT id FROM {source} WHERE rv>?", (known.rv,)).scalars())
    return {source: frozenset(ids) for source, ids in found.items()}


def born(record: str) -> str:
    """Return the time in an id (UUIDv7) as stored times are written; empty when it has none."""
    return _moment(record[:12]) if len(record) == 32 and record[12] == _V7 else ""


@functools.lru_cache(maxsize=4096)
def _moment(digits: str) -> str:
    try:
        return iso_ms(datetime.fromtimestamp(int(digits, 16) / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        return ""
