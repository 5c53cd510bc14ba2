"""Open conflicts and waiting edits as rows, and the answers to them, which wait in the log until the next exchange."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.storage.derived import Touched
from crmdesk.storage.news_rows import RESOLVE, plain
from crmdesk.storage.uow import UnitOfWork

_ME: Final = "(SELECT v FROM sync_ctl WHERE k='user_id')"
_ANSWERED: Final = f"""EXISTS(SELECT 1 FROM sync_op o WHERE o.pk=q.id AND o.kind='{RESOLVE}' AND o.fld<>'ask'
  AND (o.outcome IS NULL OR (o.outcome IN ('applied','same') AND coalesce(o.n,0)>q.rv)))"""
"""An answer was given here that is on its way, or arrived while the question has not come back settled."""
OPEN: Final = f"q.state='open' AND q.deleted_at IS NULL AND NOT {_ANSWERED}"
"""Of a conflict or waiting edit `q`: it still waits for an answer."""
CONFLICT_NEEDS_ME: Final = f"""(q.mine_by IS {_ME} OR (q.theirs_by IS {_ME} AND q.note IS NOT NULL))"""
"""Of a conflict: my value waits, or I was asked. A colleague's conflict with mine is his to settle first."""
PARKED_NEEDS_ME: Final = f"(q.for_user IS {_ME} OR (q.for_user IS NULL AND q.by_user IS NOT {_ME}))"
"""Of a waiting edit: it waits for me, or for whoever manages the team."""


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A row of `conflict` with names; values decoded from their JSON. `asked` are questions that wait to be sent."""

    id: str
    rv: int
    table: str
    record: str
    kind: str
    field: str | None
    op: str
    base: Any
    theirs: Any
    mine: Any
    theirs_by: str | None
    theirs_name: str | None
    theirs_at: str | None
    mine_by: str | None
    mine_name: str | None
    mine_at: str | None
    note: str | None
    asked: tuple[str, ...]
    needs_me: bool


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A row of `parked_edit` with names; values decoded from their JSON."""

    id: str
    rv: int
    table: str
    record: str
    why: str
    kind: str
    field: str | None
    old: Any
    new: Any
    by: str | None
    by_name: str | None
    made_at: str | None
    for_user: str | None
    for_name: str | None
    note: str | None
    needs_me: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to the question `question` of `conflict` or `parked_edit`, as the log carries it.

    Attributes:
        choice: a `core.exchange_words.Choice`. old: what the centre was seen to have. new: what is chosen, or asked.
        rv: the question's version.
    """

    table: str
    question: str
    choice: str
    old: Any
    new: Any
    rv: int


def _within(column: str, ids: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    """Return a condition that a column is among `ids`, and its parameters; no condition for None."""
    if ids is None:
        return "", ()
    return f" AND {column} IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)


def conflicts(
    connection: Connection, *, ids: Collection[str] | None = None, records: Collection[str] | None = None, limit: int = 2_000
) -> list[ConflictRow]:
    """Return open conflicts, those that need this person first, then the newest first; only these ids, or about these records."""
    by_id, first = _within("q.id", ids)
    by_record, second = _within("q.record_id", records)
    rows = connection.exec_driver_sql(
        f"""SELECT q.id, q.rv, q.tbl, q.record_id, q.kind, q.fld, q.op_id, q.base, q.theirs, q.mine, q.theirs_by, t.name, q.theirs_at,
              q.mine_by, m.name, q.mine_at, q.note,
              (SELECT json_group_array(o.new) FROM sync_op o WHERE o.pk=q.id AND o.kind='{RESOLVE}' AND o.fld='ask' AND o.outcome IS NULL),
              {CONFLICT_NEEDS_ME} needs_me
            FROM conflict q LEFT JOIN app_user t ON t.id=q.theirs_by LEFT JOIN app_user m ON m.id=q.mine_by
            WHERE {OPEN}{by_id}{by_record} ORDER BY needs_me DESC, coalesce(q.mine_at, q.theirs_at) DESC, q.id LIMIT {limit}""",
        first + second,
    )
    found = []
    for row in rows:
        values = [*row[:7], *(plain(value) for value in row[7:10]), *row[10:17], tuple(json.loads(row[17])), bool(row[18])]
        found.append(ConflictRow(*values))
    return found


def parked(
    connection: Connection, *, ids: Collection[str] | None = None, records: Collection[str] | None = None, limit: int = 2_000
) -> list[ParkedRow]:
    """Return open waiting edits, those that need this person first, then the newest first."""
    by_id, first = _within("q.id", ids)
    by_record, second = _within("q.record_id", records)
    rows = connection.exec_driver_sql(
        f"""SELECT q.id, q.rv, q.tbl, q.record_id, q.why, q.kind, q.fld, q.old, q.new, q.by_user, b.name, q.made_at, q.for_user, f.name,
              q.note, {PARKED_NEEDS_ME} needs_me
            FROM parked_edit q LEFT JOIN app_user b ON b.id=q.by_user LEFT JOIN app_user f ON f.id=q.for_user
            WHERE {OPEN}{by_id}{by_record} ORDER BY needs_me DESC, q.made_at DESC, q.id LIMIT {limit}""",
        first + second,
    )
    found = []
    for row in rows:
        values = [*row[:7], plain(row[7]), plain(row[8]), *row[9:15], bool(row[15])]
        found.append(ParkedRow(*values))
    return found


def old_of(connection: Connection, record: str, operation: str) -> Any:
    """Return the old value of an operation of this laptop: a long text travels as its fingerprint only. None when it is forgotten."""
    return connection.exec_driver_sql("SELECT old FROM sync_op WHERE pk=? AND id=?", (record, operation)).scalar()


def answer(uow: UnitOfWork, given: "Answer") -> None:
    """Log an answer; the next exchange carries it to the centre."""
    uow.connection.exec_driver_sql(
        "INSERT INTO sync_op(tx,tbl,pk,kind,fld,old,new,seen_rv) VALUES(?,?,?,?,?,?,?,?)",
        (uow.transaction, given.table, given.question, RESOLVE, given.choice, given.old, given.new, given.rv),
    )


def show_meanwhile(uow: UnitOfWork, table: str, record: str, field: str, value: Any) -> None:
    """Put a chosen value into the record without logging it: the answer carries it to the centre."""
    before = uow.connection.exec_driver_sql(f"SELECT {field} FROM {table} WHERE id=?", (record,)).scalar()
    with uow.unlogged() as connection:
        connection.exec_driver_sql(f"UPDATE {table} SET {field}=? WHERE id=?", (value, record))
    former = {(table, field): frozenset({str(before)})} if before is not None else {}
    uow.refresh_for(Touched({table: frozenset({record})}, {(table, field): frozenset({record})}, former))


def unsent_answers(connection: Connection, transaction: str) -> list[tuple[int, str, str, str, Any, Any]] | None:
    """Return (seq, table, question, choice, old, new) of a transaction's answers; None once any of them is on its way."""
    span = connection.exec_driver_sql(
        "SELECT first_seq, last_seq FROM change_tx WHERE id=? AND action='settle'", (transaction,)
    ).first()
    if span is None:
        return None
    sent = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='sent_seq'").scalar() or 0
    rows = connection.exec_driver_sql(
        "SELECT seq, tbl, pk, fld, old, new, batch_no FROM sync_op WHERE seq BETWEEN ? AND ? AND kind='resolve'", tuple(span)
    ).all()
    if not rows or any(row[6] is not None or row[0] <= int(sent) for row in rows):
        return None
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]


def forget_answers(connection: Connection, transaction: str) -> None:
    """Take answers that were not sent out of the log, as if they had not been given."""
    connection.exec_driver_sql(
        """DELETE FROM sync_op WHERE kind='resolve' AND seq BETWEEN (SELECT first_seq FROM change_tx WHERE id=?1)
             AND (SELECT last_seq FROM change_tx WHERE id=?1)""",
        (transaction,),
    )
    connection.exec_driver_sql("DELETE FROM change_tx WHERE id=?", (transaction,))
