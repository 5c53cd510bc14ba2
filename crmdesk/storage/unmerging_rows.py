"""Questions that taking a merge back asks of the rows and the log: which merge, what was there before, what came since."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.hanging import hanging_on
from crmdesk.storage.change_history import merged_by
from crmdesk.storage.redirects import merged_into
from crmdesk.storage.reversal_tables import Span

MOST_ADDED: Final = 200
"""Records added since a merge that are asked about one by one; the rest stay with the survivor."""


class Added(NamedTuple):
    """A record that hangs on the survivor by `column` since after the merge."""

    table: str
    id: str
    column: str


def last_operation(connection: Connection) -> int:
    """Return the number of the newest operation in the log."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())


def latest_merge(connection: Connection, kind: RecordKind, record: str) -> str | None:
    """Return the merge in which a record gave way, or else the latest one that still holds into it; None without any."""
    is_merged = connection.exec_driver_sql(
        f"SELECT 1 FROM {kind.value} WHERE id=? AND merged_into IS NOT NULL", (record,)
    ).first()
    if is_merged is not None:
        return merged_by(connection, record)
    merges = {merge for loser in merged_into(connection, kind, record) if (merge := merged_by(connection, loser)) is not None}
    return connection.exec_driver_sql(
        "SELECT id FROM change_tx WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n DESC LIMIT 1",
        (json.dumps(sorted(merges)),),
    ).scalar()


def row_of(connection: Connection, kind: RecordKind, record: str) -> Mapping[str, Any] | None:
    """Return all columns of a record, living or not."""
    row = connection.exec_driver_sql(f"SELECT * FROM {kind.value} WHERE id=?", (record,)).mappings().first()
    return None if row is None else dict(row)


def value_now(connection: Connection, kind: RecordKind, record: str, column: str) -> Any:
    """Return what a column holds."""
    return connection.exec_driver_sql(f"SELECT {column} FROM {kind.value} WHERE id=?", (record,)).scalar()


def value_before(connection: Connection, span: Span, record: str, column: str) -> Any:
    """Return what a column held before a transaction that changed it."""
    return connection.exec_driver_sql(
        "SELECT old FROM sync_op WHERE pk=? AND fld=? AND seq BETWEEN ? AND ? ORDER BY seq LIMIT 1",
        (record, column, span.first, span.last),
    ).scalar()


def came_back(connection: Connection, kind: RecordKind, before: int, losers: Sequence[str]) -> dict[str, int]:
    """Return table → number of living records that hang on one of the losers by an operation after `before`."""
    found: dict[str, int] = {}
    for hanging in hanging_on(kind.value):
        count = connection.exec_driver_sql(
            f"""SELECT count(DISTINCT r.id) FROM {hanging.table} r JOIN sync_op o ON o.pk=r.id AND o.seq>? AND o.fld IN (?,'deleted_at')
                WHERE r.{hanging.column} IN (SELECT value FROM json_each(?)) AND r.deleted_at IS NULL""",
            (before, hanging.column, json.dumps(list(losers))),
        ).scalar_one()
        if count:
            found[hanging.table] = found.get(hanging.table, 0) + int(count)
    return found


def deleted_since(connection: Connection, kind: RecordKind, losers: Sequence[str], span: Span) -> list[tuple[str, str]]:
    """Return (table, id) of what came with the losers and was deleted since; call after the merge was taken back."""
    found: list[tuple[str, str]] = []
    for hanging in hanging_on(kind.value):
        rows = connection.exec_driver_sql(
            f"""SELECT r.id FROM {hanging.table} r WHERE r.{hanging.column} IN (SELECT value FROM json_each(?))
                  AND r.deleted_at IS NOT NULL AND r.merged_into IS NULL
                  AND EXISTS(SELECT 1 FROM sync_op o WHERE o.pk=r.id AND o.fld=? AND o.seq BETWEEN ? AND ?) ORDER BY r.n LIMIT ?""",
            (json.dumps(list(losers)), hanging.column, span.first, span.last, MOST_ADDED - len(found)),
        )
        found += [(hanging.table, row) for row in rows.scalars()]
    return found


def added_since(connection: Connection, kind: RecordKind, survivor: str, span: Span) -> list[Added]:
    """Return what living records were entered under the survivor, or moved to it, after the merge and not by another merge."""
    found: list[Added] = []
    for hanging in hanging_on(kind.value):
        rows = connection.exec_driver_sql(
            f"""SELECT DISTINCT r.id, r.n FROM {hanging.table} r JOIN sync_op o ON o.pk=r.id AND o.seq>?1
                  AND (o.kind='ins' OR (o.fld=?2 AND o.new=?3))
                WHERE r.{hanging.column}=?3 AND r.deleted_at IS NULL AND NOT EXISTS(
                  WITH RECURSIVE back(id, action, undoes) AS (
                    SELECT t.id, t.action, t.undoes FROM change_tx t WHERE t.id=o.tx
                    UNION ALL SELECT t.id, t.action, t.undoes FROM back b JOIN change_tx t ON t.id=b.undoes)
                  SELECT 1 FROM back WHERE action='merge')
                  AND o.tx IS NOT (SELECT v FROM sync_ctl WHERE k='tx')
                ORDER BY r.n LIMIT ?4""",
            (span.last, hanging.column, survivor, MOST_ADDED - len(found)),
        )
        found += [Added(hanging.table, row[0], hanging.column) for row in rows]
    return found
