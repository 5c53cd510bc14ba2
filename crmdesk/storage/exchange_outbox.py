"""The log as an outbox: operations that wait, batches on their way, what became of them (`sync.md` §2.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

FIRST_PENDING: Final = """coalesce((SELECT min(first_seq) FROM sync_batch WHERE acked_at IS NULL),
  coalesce((SELECT v FROM sync_ctl WHERE k='sent_seq'),0)+1)"""
"""SQL: from this operation on the centre may not have answered; all before it are settled."""


@dataclass(frozen=True, slots=True)
class WaitingOperation:
    """One operation that waits, as the log holds it; `new` of an insert is JSON text.

    `is_part_of_merge`: a deletion that is how a merge marks the record that gave way, not one that anybody asked for.
    """

    seq: int
    id: str
    tx: str | None
    table: str
    record: str
    kind: str
    field: str | None
    old: Any
    new: Any
    seen_rv: int | None
    made_at: str
    is_part_of_merge: bool = False


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """A batch on its way; `body` is what is sent, byte for byte. `body` is None once it was dropped."""

    no: int
    id: str
    prev: str | None
    sha256: str
    body: str | None
    first_seq: int
    last_seq: int


def waiting(connection: Connection, after: int, limit: int) -> list[WaitingOperation]:
    """Return the next operations to be sent, in order."""
    rows = connection.exec_driver_sql(
        """SELECT seq, id, tx, tbl, pk, kind, fld, old, new, seen_rv, made_at, kind='del' AND new IS NOT NULL AND EXISTS(
             SELECT 1 FROM sync_op m WHERE m.pk=o.pk AND m.tbl=o.tbl AND m.tx=o.tx AND m.kind='merge' AND m.new IS NOT NULL)
           FROM sync_op o WHERE seq>? AND outcome IS NULL ORDER BY seq LIMIT ?""",
        (after, limit),
    )
    return [WaitingOperation(*row) for row in rows]


def add_batch(connection: Connection, device: str, batch: StoredBatch, operations: Iterable[int]) -> None:
    """Store a batch and mark its operations."""
    connection.exec_driver_sql(
        "INSERT INTO sync_batch(device_id, no, id, prev, body, sha256, first_seq, last_seq) VALUES(?,?,?,?,?,?,?,?)",
        (device, batch.no, batch.id, batch.prev, batch.body, batch.sha256, batch.first_seq, batch.last_seq),
    )
    connection.exec_driver_sql("UPDATE sync_op SET batch_no=? WHERE seq=?", [(batch.no, seq) for seq in operations])


def oldest_unanswered(connection: Connection, device: str) -> StoredBatch | None:
    """Return the first batch the centre has not answered."""
    row = connection.exec_driver_sql(
        """SELECT no, id, prev, sha256, body, first_seq, last_seq FROM sync_batch
           WHERE device_id=? AND acked_at IS NULL ORDER BY no LIMIT 1""",
        (device,),
    ).first()
    return None if row is None else StoredBatch(*row)


def settle(
    connection: Connection, device: str, batch: StoredBatch, others: Sequence[tuple[str, str]], *, n: int, at: str
) -> None:
    """Note the centre's answer to a batch; `others` are (operation, outcome) of what was not plainly applied."""
    span = (batch.no, batch.first_seq, batch.last_seq)
    connection.exec_driver_sql(
        "UPDATE sync_op SET outcome='applied', n=?, settled_at=? WHERE batch_no=? AND seq BETWEEN ? AND ? AND outcome IS NULL",
        (n, at, *span),
    )
    if others:
        connection.exec_driver_sql(
            "UPDATE sync_op SET outcome=? WHERE id=? AND batch_no=? AND seq BETWEEN ? AND ?",
            [(outcome, operation, *span) for operation, outcome in others],
        )
    connection.exec_driver_sql("UPDATE sync_batch SET n=?, acked_at=? WHERE device_id=? AND no=?", (n, at, device, batch.no))


def reload_touched(connection: Connection, batch: StoredBatch) -> None:
    """Put every record of a batch among those to be fetched by id, and the records that answered questions are about."""
    span = (batch.no, batch.first_seq, batch.last_seq)
    connection.exec_driver_sql(
        """INSERT OR IGNORE INTO sync_reload(tbl, pk)
           SELECT DISTINCT tbl, pk FROM sync_op WHERE batch_no=? AND seq BETWEEN ? AND ?""",
        span,
    )
    for table in ("conflict", "parked_edit"):
        connection.exec_driver_sql(
            f"""INSERT OR IGNORE INTO sync_reload(tbl, pk)
                SELECT DISTINCT q.tbl, q.record_id FROM sync_op o JOIN {table} q ON q.id=o.pk
                WHERE o.batch_no=? AND o.seq BETWEEN ? AND ? AND o.tbl='{table}' AND o.kind='resolve'""",
            span,
        )


def unsend(connection: Connection) -> int:
    """Take all unanswered batches back into the log; return the last operation before them.

    The operations keep their ids, so that the centre recognises what it has.
    """
    first = connection.exec_driver_sql("SELECT min(first_seq) FROM sync_batch WHERE acked_at IS NULL").scalar()
    sent = int(connection.exec_driver_sql("SELECT coalesce((SELECT v FROM sync_ctl WHERE k='sent_seq'),0)").scalar_one())
    if first is None:
        return sent
    connection.exec_driver_sql("UPDATE sync_op SET batch_no=NULL WHERE seq>=? AND outcome IS NULL", (first,))
    connection.exec_driver_sql("DELETE FROM sync_batch WHERE acked_at IS NULL")
    return min(sent, int(first) - 1)


def unanswer(connection: Connection, device: str, after_no: int) -> bool:
    """Count the answered batches of a device above `after_no` as unanswered: the centre lost them. Return whether their bytes are all here."""
    return _unanswer(connection, "device_id=? AND no>?", (device, after_no))


def unanswer_above(connection: Connection, above: int) -> bool:
    """Count as unanswered what this disk sent, under whatever name, and the centre answered above commit `above`; return whether there is any.

    Some of it the centre may still have; it knows the operations by their ids.
    """
    found = connection.exec_driver_sql("SELECT 1 FROM sync_batch WHERE n>? AND acked_at IS NOT NULL LIMIT 1", (above,)).first()
    if found is not None:
        _unanswer(connection, "n>?", (above,))
    return found is not None


def _unanswer(connection: Connection, which: str, values: tuple[str | int, ...]) -> bool:
    rows = connection.exec_driver_sql(
        f"SELECT device_id, no, first_seq, last_seq, body IS NOT NULL FROM sync_batch WHERE acked_at IS NOT NULL AND {which}",
        values,
    ).all()
    for device, no, first, last, _ in rows:
        connection.exec_driver_sql(
            "UPDATE sync_op SET outcome=NULL, n=NULL, settled_at=NULL WHERE batch_no=? AND seq BETWEEN ? AND ?", (no, first, last)
        )
        connection.exec_driver_sql("UPDATE sync_batch SET n=NULL, acked_at=NULL WHERE device_id=? AND no=?", (device, no))
    return all(row[4] for row in rows)


def count_waiting(connection: Connection) -> int:
    """Return how many operations the centre has not answered."""
    return int(
        connection.exec_driver_sql(f"SELECT count(*) FROM sync_op WHERE seq>={FIRST_PENDING} AND outcome IS NULL").scalar_one()
    )
