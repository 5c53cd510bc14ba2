"""What taking back a merge needs beyond any other reversal, because later merges may have built on it.

Merges are taken back in any order. What only other merges did to a record since does not count as a change by a person; and once
the later merge is taken back too, what it had kept from going back goes back after all (`again`). Taken back together, in whatever
order, they leave every field as it was (docs/adr/0014).
"""

import json
from collections.abc import Collection, Iterator
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.hanging import MENTIONS, hanging_on
from crmdesk.storage.merging_rows import move_children
from crmdesk.storage.redirects import MERGED_KINDS, any_merged, roots
from crmdesk.storage.reversal_tables import Span, changed_fields

_VERDICT_ENDS: Final = (("pair_verdict", "left_id"), ("pair_verdict", "right_id"))
_MOST_AGAIN: Final = 100
"""Merges taken back earlier that are looked at again, the newest first."""


def fill_family(connection: Connection) -> None:
    """Fill `back_family` with every merge, its undos and redos: which merge it is about, and whether that is taken back now."""
    connection.exec_driver_sql(
        """INSERT INTO back_family(tx, merge, is_undo, is_undone)
           WITH RECURSIVE family(id, merge, turns, is_undone) AS (
             SELECT id, id, 0, undone_by IS NOT NULL FROM change_tx WHERE action='merge'
             UNION ALL
             SELECT t.id, f.merge, f.turns+1, f.is_undone FROM family f JOIN change_tx t ON t.undoes=f.id)
           SELECT id, merge, turns % 2, is_undone FROM family"""
    )


def forget_earlier_merges(connection: Connection, span: Span) -> None:
    """Go back behind what a merge wrote that was taken back before, but could not go back because of this later one."""
    undone = connection.exec_driver_sql(
        "SELECT 1 FROM change_tx WHERE action='merge' AND undone_by IS NOT NULL AND first_seq<? LIMIT 1", (span.first,)
    ).first()
    if undone is None:
        return
    waiting = connection.exec_driver_sql("SELECT tbl, fld, pk FROM back_net").all()
    for table, field, record in waiting:
        at, found = span.first, False
        while True:
            before = connection.exec_driver_sql(
                """SELECT o.tx FROM sync_op o WHERE o.pk=? AND o.fld=? AND o.seq<? ORDER BY o.seq DESC LIMIT 1""",
                (record, field, at),
            ).scalar()
            written = connection.exec_driver_sql(
                """SELECT o.seq, o.old FROM sync_op o JOIN back_family f ON f.tx=o.tx AND f.is_undone=1 AND f.is_undo=0
                   WHERE o.pk=? AND o.fld=? AND o.tx=? ORDER BY o.seq LIMIT 1""",
                (record, field, before),
            ).first()
            if written is None:
                break
            at, old, found = written[0], written[1], True
        if found:
            connection.exec_driver_sql("UPDATE back_net SET old=? WHERE tbl=? AND fld=? AND pk=?", (old, table, field, record))


def forget_later_merges(connection: Connection, span: Span) -> None:
    """Let what followed the survivor into a further merge count as unchanged, and take along what came by the redirect since."""
    for kind in MERGED_KINDS:
        losers = set(
            connection.exec_driver_sql("SELECT pk FROM back_net WHERE tbl=? AND fld='merged_into'", (kind.value,)).scalars()
        )
        if not losers:
            continue
        columns = [(hanging.table, hanging.column) for hanging in hanging_on(kind.value)]
        columns += [(table, column) for table, column, named in MENTIONS if named == kind.value]
        present = set(changed_fields(connection))
        onward = json.dumps(_onward(connection, kind))
        for table, column in [*columns, *_VERDICT_ENDS]:
            if (table, column) in present:
                _forget(connection, span, table, column, kind, onward)
        for hanging in hanging_on(kind.value):
            _come_by_redirect(connection, span, hanging.table, hanging.column, kind, onward)


def _onward(connection: Connection, kind: RecordKind) -> list[str]:
    """Return the survivors of the merge that is taken back, and all they were merged into since."""
    rows = connection.exec_driver_sql(
        f"""WITH RECURSIVE up(id) AS (
              SELECT new FROM back_net WHERE tbl=? AND fld='merged_into'
              UNION SELECT r.merged_into FROM up JOIN {kind.value} r ON r.id=up.id WHERE r.merged_into IS NOT NULL)
            SELECT id FROM up WHERE id IS NOT NULL""",
        (kind.value,),
    )
    return list(rows.scalars())


def _forget(connection: Connection, span: Span, table: str, column: str, kind: RecordKind, onward: str) -> None:  # noqa: PLR0917
    connection.exec_driver_sql(
        f"""UPDATE back_net SET new=r.{column} FROM {table} r
            WHERE back_net.tbl=?1 AND back_net.fld=?2 AND r.id=back_net.pk
              AND r.{column} IS NOT back_net.new AND r.{column} IN (SELECT value FROM json_each(?5))
              AND back_net.old IN (SELECT m.pk FROM back_net m WHERE m.tbl=?3 AND m.fld='merged_into')
              AND NOT EXISTS(SELECT 1 FROM sync_op o WHERE o.pk=back_net.pk AND o.fld=?2 AND o.seq>?4
                AND coalesce(o.tx,'') NOT IN (SELECT tx FROM back_family))""",
        (table, column, kind.value, span.last, onward),
    )


def _come_by_redirect(  # noqa: PLR0917
    connection: Connection, span: Span, table: str, column: str, kind: RecordKind, onward: str
) -> None:
    """Take along what came back since to a loser, or to what was merged into it, and hangs on the survivor by the redirect only."""
    if (
        connection.exec_driver_sql("SELECT 1 FROM change_tx WHERE action='undo' AND first_seq>? LIMIT 1", (span.last,)).first()
        is None
    ):
        return
    connection.exec_driver_sql(
        f"""WITH RECURSIVE down(loser, id) AS (
              SELECT m.pk, m.pk FROM back_net m WHERE m.tbl=?3 AND m.fld='merged_into'
              UNION SELECT d.loser, x.id FROM down d JOIN {kind.value} x ON x.merged_into=d.id)
            INSERT OR IGNORE INTO back_net(tbl, fld, pk, old, new)
            SELECT ?1, ?2, r.id, d.loser, r.{column}
            FROM json_each(?4) s
            JOIN {table} r ON r.{column}=s.value
            JOIN sync_op o ON o.pk=r.id AND o.fld=?2
            JOIN down d ON d.id=o.old
            JOIN back_family f ON f.tx=o.tx AND (f.is_undo=1 OR f.is_undone=1)
            WHERE EXISTS(SELECT 1 FROM back_family u WHERE (u.is_undo=1 OR u.is_undone=1) AND u.tx=(
                SELECT l.tx FROM sync_op l WHERE l.pk=r.id AND l.fld=?2 ORDER BY l.seq DESC LIMIT 1))
              AND NOT EXISTS(SELECT 1 FROM sync_op l WHERE l.pk=r.id AND l.fld=?2 AND l.seq>o.seq
                AND coalesce(l.tx,'') NOT IN (SELECT tx FROM back_family))""",
        (table, column, kind.value, onward),
    )


def follow_redirects(connection: Connection) -> None:
    """Hang what comes back on the survivor where its former parent was merged away meanwhile; of any reversal."""
    for kind in MERGED_KINDS:
        if not any_merged(connection, kind):
            continue
        parent = kind.value
        gone = f"""q.deleted_at IS NOT NULL AND q.merged_into IS NOT NULL
            AND NOT EXISTS(SELECT 1 FROM back_net x WHERE x.tbl='{parent}' AND x.fld='deleted_at' AND x.old IS NULL AND x.pk=q.id)"""
        for hanging in hanging_on(parent):
            table, column = hanging.table, hanging.column
            moved = connection.exec_driver_sql(
                f"""SELECT n.pk, n.old FROM back_net n JOIN {parent} q ON q.id=n.old JOIN {table} r ON r.id=n.pk
                    WHERE n.tbl='{table}' AND n.fld='{column}' AND {gone}
                      AND (r.deleted_at IS NULL OR EXISTS(SELECT 1 FROM back_net d
                           WHERE d.tbl='{table}' AND d.fld='deleted_at' AND d.old IS NULL AND d.pk=n.pk))"""
            ).all()
            revived = connection.exec_driver_sql(
                f"""SELECT n.pk, q.id FROM back_net n JOIN {table} r ON r.id=n.pk JOIN {parent} q ON q.id=r.{column}
                    WHERE n.tbl='{table}' AND n.fld='deleted_at' AND n.old IS NULL AND {gone}
                      AND NOT EXISTS(SELECT 1 FROM back_net m WHERE m.tbl='{table}' AND m.fld='{column}' AND m.pk=n.pk)"""
            ).all()
            lead = roots(connection, kind, {row[1] for row in [*moved, *revived]})
            for record, former in moved:
                if former in lead:
                    connection.exec_driver_sql(
                        "UPDATE back_net SET old=? WHERE tbl=? AND fld=? AND pk=?", (lead[former], table, column, record)
                    )
            for record, former in revived:
                if former in lead:
                    connection.exec_driver_sql(
                        "INSERT INTO back_net(tbl,fld,pk,old,new) VALUES(?,?,?,?,?)",
                        (table, column, record, lead[former], former),
                    )


def keep_without_survivor(connection: Connection) -> None:
    """When a merge is done again: leave apart what would become a redirect to nowhere, its survivor being deleted meanwhile."""
    for kind in MERGED_KINDS:
        wanted = connection.exec_driver_sql(
            f"""SELECT n.pk, n.old FROM back_net n JOIN {kind.value} q ON q.id=n.old
                WHERE n.tbl=? AND n.fld='merged_into' AND n.old IS NOT NULL AND q.deleted_at IS NOT NULL""",
            (kind.value,),
        ).all()
        lead = roots(connection, kind, {row[1] for row in wanted})
        for record, survivor in wanted:
            if survivor not in lead:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other) VALUES(?,'deleted_at',?,'parent',?)",
                    (kind.value, record, survivor),
                )
                connection.exec_driver_sql(
                    "DELETE FROM back_net WHERE tbl=? AND pk=? AND fld IN ('merged_into','deleted_at')", (kind.value, record)
                )


def sweep(connection: Connection) -> None:
    """When a merge was done again: what was hung on a record in between follows it to the survivor."""
    for kind in MERGED_KINDS:
        again = connection.exec_driver_sql(
            f"""SELECT r.id FROM back_net n JOIN {kind.value} r ON r.id=n.pk
                WHERE n.tbl=? AND n.fld='merged_into' AND r.merged_into IS NOT NULL AND r.deleted_at IS NOT NULL""",
            (kind.value,),
        ).scalars()
        for record, root in roots(connection, kind, list(again)).items():
            move_children(connection, kind, [record], root)


def again(connection: Connection, span: Span) -> Iterator[Span]:
    """Yield the merges that were taken back before this one and share records with it, the newest first.

    What the later merge had kept from going back may now go back; `keep_settled` says what.
    """
    shared = _records(connection, span)
    rows = connection.exec_driver_sql(
        """SELECT first_seq, last_seq FROM change_tx WHERE action='merge' AND undone_by IS NOT NULL AND first_seq<>?
           ORDER BY n DESC LIMIT ?""",
        (span.first, _MOST_AGAIN),
    ).all()
    waiting = [(Span(*row), _records(connection, Span(*row))) for row in rows]
    chosen: list[Span] = []
    while found := [pair for pair in waiting if pair[1] & shared]:
        for pair in found:
            chosen.append(pair[0])
            shared |= pair[1]
            waiting.remove(pair)
    yield from sorted(chosen, key=lambda one: -one.first)


def join_codes(connection: Connection, span: Span, before: int) -> None:
    """Put codes back together with those that merges taken back earlier left in other hands, for they may change in a ring."""
    for merge in again(connection, span):
        connection.exec_driver_sql(
            f"""INSERT OR IGNORE INTO back_net(tbl, fld, pk, old, new)
                SELECT o.tbl, 'code', o.pk, o.old, z.new
                FROM sync_op o JOIN (SELECT pk, min(seq) lo, max(seq) hi FROM sync_op
                    WHERE seq BETWEEN ?1 AND ?2 AND fld='code' AND kind='set' GROUP BY pk) g ON g.lo=o.seq
                JOIN sync_op z ON z.seq=g.hi
                WHERE {_UNSETTLED.format(record="o.pk", field="AND s.fld='code'", first=span.first, before=before)}""",
            (merge.first, merge.last),
        )
        for table, record, _ in losers_in(connection, merge):
            connection.exec_driver_sql(  # came back without its code
                """INSERT OR IGNORE INTO back_net(tbl, fld, pk, old, new)
                   SELECT ?1, 'code', ?2, lost.code, NULL FROM (
                     SELECT CASE WHEN m.seq IS NULL THEN o.old ELSE m.old END code
                     FROM sync_op o JOIN back_family f ON f.tx=o.tx AND f.is_undo=1
                     LEFT JOIN sync_op m ON m.seq=(SELECT min(seq) FROM sync_op WHERE pk=?2 AND fld='code' AND seq BETWEEN ?3 AND ?4)
                     WHERE o.new IS NULL AND o.seq=(SELECT max(seq) FROM sync_op WHERE pk=?2 AND fld='code')) lost
                   WHERE lost.code IS NOT NULL AND NOT EXISTS(SELECT 1 FROM back_net w WHERE w.fld='code' AND w.old=lost.code)""",
                (table, record, merge.first, merge.last),
            )


def forget_leftovers(connection: Connection) -> None:
    """Let what a later merge wrote count as unchanged where that one was taken back already, but could not put this field back."""
    for table, field in changed_fields(connection):
        connection.exec_driver_sql(
            f"""UPDATE back_net SET new=r.{field} FROM {table} r
                WHERE back_net.tbl=?1 AND back_net.fld=?2 AND r.id=back_net.pk
                  AND r.{field} IS NOT back_net.new AND r.{field} IS NOT back_net.old
                  AND EXISTS(SELECT 1 FROM back_family f WHERE f.is_undo=0 AND f.is_undone=1 AND f.tx=(
                    SELECT o.tx FROM sync_op o WHERE o.pk=back_net.pk AND o.fld=?2 ORDER BY o.seq DESC LIMIT 1))""",
            (table, field),
        )


_UNSETTLED: Final = """coalesce((
    SELECT f.tx IS NOT NULL AND f.is_undo=0 AND (f.is_undone=1 OR f.merge=(SELECT id FROM change_tx WHERE first_seq={first} AND action='merge'))
    FROM sync_op s LEFT JOIN back_family f ON f.tx=s.tx WHERE s.pk={record} AND s.seq<={before} {field}
    ORDER BY s.seq DESC LIMIT 1),0)"""
"""SQL: the last word on a field (or record) before this reversal was that of a merge that is taken back, by now or now."""


def keep_settled(connection: Connection, merge: Span, before: int) -> None:
    """Leave out of `back_net` and `back_ins` all that anybody decided since: a person, a merge that holds, or an undo."""
    for table, field in (("back_net", "AND s.fld=back_net.fld"), ("back_ins", "")):
        unsettled = _UNSETTLED.format(record=f"{table}.pk", field=field, before=before, first=merge.first)
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE NOT {unsettled}")


def drop_silent(connection: Connection) -> None:
    """Say nothing of what is not as the merge left it only because another merge was taken back."""
    connection.exec_driver_sql(
        """DELETE FROM back_kept WHERE why='changed' AND EXISTS(
             SELECT 1 FROM back_family f WHERE f.is_undo=1 AND f.tx=(
               SELECT o.tx FROM sync_op o WHERE o.pk=back_kept.pk AND o.fld=back_kept.fld ORDER BY o.seq DESC LIMIT 1))"""
    )


def _records(connection: Connection, span: Span) -> set[str]:
    rows = connection.exec_driver_sql("SELECT DISTINCT pk FROM sync_op WHERE seq BETWEEN ? AND ?", (span.first, span.last))
    return set(rows.scalars())


def losers_in(connection: Connection, span: Span) -> Collection[tuple[str, str, str]]:
    """Return (table, id, survivor) of the companies, sites and people that a transaction merged away."""
    tables = ",".join(f"'{kind.value}'" for kind in MERGED_KINDS)
    rows = connection.exec_driver_sql(
        f"""SELECT tbl, pk, new FROM sync_op WHERE seq BETWEEN ? AND ? AND fld='merged_into' AND new IS NOT NULL AND tbl IN ({tables})
            ORDER BY seq""",
        (span.first, span.last),
    )
    return [(row[0], row[1], row[2]) for row in rows]
