"""Taking a transaction back, whatever its size, in a few set-based statements per table and field.

Values are compared, not versions (`sync.md` §2.1, 3): a field is put back only where it still holds what the transaction
wrote. What cannot be taken back without harm to later work stays, and is named.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, unique
from functools import partial
from typing import Final

from sqlalchemy import Connection

from crmdesk.storage import merge_reversal
from crmdesk.storage.redirects import MERGED_KINDS
from crmdesk.storage.reversal_rules import keep_codes_unique, keep_needed, keep_off_cycles, keep_off_dead_parents
from crmdesk.storage.reversal_tables import (
    WHOLE,
    Span,
    changed_fields,
    drop_kept,
    fill_from_log,
    tables_in,
    working_tables,
)

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all; may raise to stop, which takes back the taking back."""

MOST_NAMED: Final = 200
"""Records left as they are that are listed one by one; beyond, only their number is told."""

_TOGETHER: Final = (("grade", "graded_at", "graded_by"), ("latitude", "longitude"))
"""Fields that mean something only together: where one was changed later, all stay."""


@unique
class Why(Enum):
    """Why something was left as it is."""

    CHANGED = "changed"
    """It was changed later."""
    NEEDED = "needed"
    """Something living hangs on the record."""
    PARENT_GONE = "parent"
    """What it would hang on is deleted."""
    CYCLE = "cycle"
    """It would come to lie below itself."""
    CODE_TAKEN = "code"
    """Another living record has the code now; the record keeps the code it has."""
    CODE_LOST = "code_lost"
    """Another living record has the code now; the record came back without one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing left as it is; `field` is `*` for a whole record, `other` the id of the record in the way."""

    table: str
    id: str
    field: str
    why: Why
    other: str | None


@dataclass(frozen=True, slots=True)
class Reversed:
    """What a reversal left as it is: the first `MOST_NAMED` and how many in all."""

    kept: tuple[Kept, ...]
    kept_total: int


def take_back(
    connection: Connection, span: Span, at: str, progress: Progress | None = None, *, is_merge: bool = False
) -> Reversed:
    """Take the operations of `span` back in the writing transaction of `connection`.

    Args:
        connection: the unit of work's.
        span: the transaction's operations.
        at: the moment that tombstones of inserted records carry, as stored.
        progress: told after each step.
        is_merge: the transaction merged records, which later merges may have built on (`storage.merge_reversal`).
    """
    before = int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())
    prepare: tuple[Callable[[], None], ...] = (partial(fill_from_log, connection, span),)
    if is_merge:
        prepare += (partial(merge_reversal.fill_family, connection),)
        prepare += (partial(merge_reversal.forget_earlier_merges, connection, span),)
        prepare += (partial(merge_reversal.forget_later_merges, connection, span),)
        prepare += (partial(merge_reversal.join_codes, connection, span, before),)
        prepare += (partial(merge_reversal.forget_leftovers, connection),)
    with working_tables(connection):
        steps = (*prepare, *_steps(connection, span, at))
        for done, step in enumerate(steps, 1):
            step()
            if progress is not None:
                progress(done, len(steps))
        if is_merge:
            merge_reversal.drop_silent(connection)
        report = _report(connection)
    for merge in merge_reversal.again(connection, span) if is_merge else ():
        with working_tables(connection):
            fill_from_log(connection, merge)
            merge_reversal.fill_family(connection)
            merge_reversal.keep_settled(connection, span, before)
            for step in _steps(connection, merge, at):
                step()
    return report


def _steps(connection: Connection, span: Span, at: str) -> tuple[Callable[[], None], ...]:
    return (
        partial(_keep_changed, connection),
        partial(_revive, connection),
        partial(_put_back, connection),
        partial(_choose_dead, connection, span, at),
        partial(_bury, connection),
        partial(_put_codes_back, connection),
        partial(merge_reversal.sweep, connection),
    )


def _keep_changed(connection: Connection) -> None:
    """Leave out every field that no longer holds what the transaction wrote, and name it unless it is back already."""
    for table, field in changed_fields(connection):
        if field == "deleted_at" and table in MERGED_KINDS:
            _take_centres_time(connection, table)
        connection.exec_driver_sql(
            f"""INSERT INTO back_kept(tbl, fld, pk, why)
                SELECT n.tbl, n.fld, n.pk, 'changed' FROM back_net n JOIN {table} r ON r.id=n.pk
                WHERE n.tbl=? AND n.fld=? AND r.{field} IS NOT n.new AND r.{field} IS NOT n.old""",
            (table, field),
        )
        connection.exec_driver_sql(
            f"""DELETE FROM back_net WHERE tbl=? AND fld=?
                AND NOT EXISTS(SELECT 1 FROM {table} r WHERE r.id=back_net.pk AND r.{field} IS back_net.new)""",
            (table, field),
        )
    for group in _TOGETHER if connection.exec_driver_sql("SELECT 1 FROM back_kept LIMIT 1").first() else ():
        names = ",".join(f"'{name}'" for name in group)
        connection.exec_driver_sql(
            f"""DELETE FROM back_net WHERE fld IN ({names}) AND EXISTS(
                  SELECT 1 FROM back_kept k WHERE k.tbl=back_net.tbl AND k.pk=back_net.pk AND k.fld IN ({names}))"""
        )


def _take_centres_time(connection: Connection, table: str) -> None:
    """Let a record that a merge marked as deleted count as unchanged where a centre wrote its own time for that."""
    connection.exec_driver_sql(
        f"""UPDATE back_net SET new=r.deleted_at FROM back_net m JOIN {table} r ON r.id=m.pk
            WHERE back_net.tbl=? AND back_net.fld='deleted_at' AND back_net.new IS NOT NULL AND m.tbl=back_net.tbl AND m.pk=back_net.pk
              AND m.fld='merged_into' AND m.new IS NOT NULL AND r.merged_into IS m.new AND r.deleted_at IS NOT NULL""",
        (table,),
    )


def _revive(connection: Connection) -> None:
    """Bring back what the transaction deleted, unless its parent stays deleted."""
    merge_reversal.keep_without_survivor(connection)
    merge_reversal.follow_redirects(connection)
    keep_off_dead_parents(connection, revived=True)
    connection.exec_driver_sql("INSERT INTO back_alive SELECT tbl, pk FROM back_net WHERE fld='deleted_at' AND old IS NULL")
    for table in tables_in(connection, "back_alive"):
        connection.exec_driver_sql(
            f"UPDATE {table} SET deleted_at=NULL FROM back_alive b WHERE b.tbl=? AND {table}.id=b.pk", (table,)
        )


def _put_back(connection: Connection) -> None:
    """Set every other field back, codes and tombstones excepted."""
    keep_off_dead_parents(connection, revived=False)
    keep_off_cycles(connection)
    for table, field in changed_fields(connection):
        if field not in {"deleted_at", "code"}:
            _set_back(connection, table, field)


def _set_back(connection: Connection, table: str, field: str) -> None:
    connection.exec_driver_sql(
        f"UPDATE {table} SET {field}=n.old FROM back_net n WHERE n.tbl=? AND n.fld=? AND {table}.id=n.pk", (table, field)
    )


def _choose_dead(connection: Connection, span: Span, at: str) -> None:
    """Choose what gets a tombstone: what the transaction inserted and nobody changed since, and what it had revived."""
    for table in tables_in(connection, "back_ins"):
        connection.exec_driver_sql(
            f"""INSERT INTO back_dead(tbl, pk, at, is_new)
                SELECT i.tbl, i.pk, ?, 1 FROM back_ins i JOIN {table} r ON r.id=i.pk WHERE i.tbl=? AND r.deleted_at IS NULL""",
            (at, table),
        )
    connection.exec_driver_sql(
        """INSERT OR IGNORE INTO back_dead(tbl, pk, at, is_new)
           SELECT tbl, pk, old, 0 FROM back_net WHERE fld='deleted_at' AND old IS NOT NULL"""
    )
    connection.exec_driver_sql(
        """INSERT INTO back_later(tbl, fld, pk, seq)
            SELECT o.tbl, o.fld, o.pk, min(o.seq) FROM back_dead d CROSS JOIN sync_op o ON o.pk=d.pk AND o.seq>?
            WHERE d.is_new=1 AND o.kind<>'ins' AND o.fld NOT IN ('deleted_at','merged_into')
              AND coalesce(o.tx,'') NOT IN (SELECT tx FROM back_family) GROUP BY o.tbl, o.fld, o.pk""",
        (span.last,),
    )
    for table, field in changed_fields(connection, "back_later"):
        connection.exec_driver_sql(  # `old` of the first later change is what the transaction had left
            f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why)
                SELECT l.tbl, '{WHOLE}', l.pk, 'changed'
                FROM back_later l JOIN sync_op o ON o.seq=l.seq JOIN {table} r ON r.id=l.pk
                WHERE l.tbl=? AND l.fld=? AND r.{field} IS NOT o.old""",
            (table, field),
        )
    drop_kept(connection, "back_dead")
    keep_needed(connection)


def _bury(connection: Connection) -> None:
    for table in tables_in(connection, "back_dead"):
        connection.exec_driver_sql(
            f"UPDATE {table} SET deleted_at=d.at FROM back_dead d WHERE d.tbl=? AND {table}.id=d.pk AND {table}.deleted_at IS NULL",
            (table,),
        )


def _put_codes_back(connection: Connection) -> None:
    """Set codes back last, when it is known who lives; a code taken meanwhile stays with its new owner."""
    keep_codes_unique(connection)
    for table, field in changed_fields(connection):
        if field == "code":
            _set_back(connection, table, field)
    for table in tables_in(connection, "back_alive"):
        if table not in {"company", "site"}:
            continue
        connection.exec_driver_sql(
            f"""INSERT OR REPLACE INTO back_kept(tbl, fld, pk, why, other)
                SELECT b.tbl, 'code', b.pk, 'code_lost', coalesce(
                    (SELECT x.id FROM company x WHERE x.code=r.code AND x.deleted_at IS NULL AND x.id<>r.id),
                    (SELECT x.id FROM site x WHERE x.code=r.code AND x.deleted_at IS NULL AND x.id<>r.id)) other
                FROM back_alive b JOIN {table} r ON r.id=b.pk WHERE b.tbl=? AND r.code IS NOT NULL AND other IS NOT NULL""",
            (table,),
        )
        connection.exec_driver_sql(
            f"""UPDATE {table} SET code=NULL FROM back_alive b, back_kept k
                WHERE b.tbl=?1 AND {table}.id=b.pk AND k.tbl=?1 AND k.fld='code' AND k.pk=b.pk AND k.why='code_lost'""",
            (table,),
        )


def _report(connection: Connection) -> Reversed:
    total = int(connection.exec_driver_sql("SELECT count(*) FROM back_kept").scalar_one())
    rows = connection.exec_driver_sql(
        "SELECT tbl, pk, fld, why, other FROM back_kept ORDER BY tbl, pk, fld LIMIT ?", (MOST_NAMED,)
    ).all()
    return Reversed(tuple(Kept(row[0], row[1], row[2], Why(row[3]), row[4]) for row in rows), total)
