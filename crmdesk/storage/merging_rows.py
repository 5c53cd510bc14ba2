"""What a merge does to rows: everything that hangs on the records that give way follows the one that stays; nothing is deleted.

Set-based, one statement a kind of child; `models.hanging` says what there is. Two links that say the same (one colleague twice on
one account, one person twice at one site) become one: the other is merged into it like a record, so that taking the merge back
brings it back.
"""

import json
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import Access, CollaborationReason, RecordKind
from crmdesk.models.hanging import MENTIONS, hanging_on
from crmdesk.models.pair_verdict import pair
from crmdesk.storage import record_rows

_IN: Final = "IN (SELECT value FROM json_each(?))"
_OWNED: Final = {RecordKind.COMPANY: "company_id", RecordKind.SITE: "site_id"}
"""Kinds that have an owner, and a collaborator's column for them."""
_SAME_JOB: Final = ("title", "department", "started_on", "ended_on")


class Fold(NamedTuple):
    """Two links that became one; `name` is the person's."""

    table: str
    kept: str
    gone: str
    name: str


class MainClash(NamedTuple):
    """Two main contacts of one site: who stays it and who is none any more."""

    kept: str
    gone: str
    gone_id: str


class Premises(NamedTuple):
    """Two sites of one company at one address after a merge."""

    one: str
    one_name: str
    other: str
    other_name: str


def counts(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return record → table → number of living rows that hang on it."""
    found: dict[str, dict[str, int]] = {record: {} for record in ids}
    for hanging in hanging_on(kind.value):
        rows = connection.exec_driver_sql(
            f"SELECT {hanging.column}, count(*) FROM {hanging.table} WHERE {hanging.column} {_IN} AND deleted_at IS NULL GROUP BY 1",
            (json.dumps(list(ids)),),
        )
        for record, count in rows:
            found[record][hanging.table] = found[record].get(hanging.table, 0) + count
    return found


def last_edits(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return (record, column or `*` for the record's entry) → number of its last operation in the log, which grows with time."""
    rows = connection.exec_driver_sql(
        f"SELECT pk, coalesce(fld,'*'), max(seq) FROM sync_op WHERE pk {_IN} GROUP BY 1, 2", (json.dumps(list(ids)),)
    )
    return {(row[0], row[1]): row[2] for row in rows}


def move_children(connection: Connection, kind: RecordKind, losers: Sequence[str], survivor: str) -> None:
    """Hang everything living that hangs on the losers on the survivor, and let mentions name it."""
    follows = [(hanging.table, hanging.column) for hanging in hanging_on(kind.value)]
    follows += [(table, column) for table, column, named in MENTIONS if named == kind.value]
    for table, column in follows:
        keep = "AND id<>?3" if table == kind.value else ""  # a survivor below a loser was lifted out before
        connection.exec_driver_sql(
            f"""UPDATE {table} SET {column}=?1 WHERE {column} IN (SELECT value FROM json_each(?2)) AND deleted_at IS NULL {keep}""",
            (survivor, json.dumps(list(losers)), *((survivor,) if keep else ())),
        )


def bury_merged(connection: Connection, kind: RecordKind, losers: Sequence[str], survivor: str, at: str) -> None:
    """Make the losers redirects to the survivor: `merged_into` and tombstone in one statement."""
    connection.exec_driver_sql(
        f"UPDATE {kind.value} SET merged_into=?, deleted_at=? WHERE id {_IN} AND deleted_at IS NULL",
        (survivor, at, json.dumps(list(losers))),
    )


def lifted_parent(connection: Connection, group: Sequence[str], parent: str | None) -> str | None:
    """Return the nearest company at or above `parent` that neither is one of `group` nor lies below one (`sync.md` §2.8, 21)."""
    at: str | None = parent
    steps = 0
    while at is not None and steps < 64:
        path = [company for company, _ in record_rows.company_path(connection, at)]
        inside = next((place for place, company in enumerate(path) if company in set(group)), None)
        if inside is None:
            return at
        at = path[inside - 1] if inside else None
        steps += 1
    return None


def fold_collaborators(connection: Connection, kind: RecordKind, losers: Sequence[str], survivor: str, at: str) -> list[Fold]:
    """Make one of several collaborations of one colleague, with the widest access; the survivor's own row stays where there is one."""
    column = _OWNED.get(kind)
    if column is None:
        return []
    rows = connection.exec_driver_sql(
        f"""SELECT c.id, c.user_id, c.access, coalesce(u.name, c.user_id) FROM collaborator c LEFT JOIN app_user u ON u.id=c.user_id
            WHERE c.{column} {_IN} AND c.deleted_at IS NULL ORDER BY c.{column}<>?, c.n""",
        (json.dumps([survivor, *losers]), survivor),
    ).all()
    kept: dict[str, tuple[str, str]] = {}
    folds: list[Fold] = []
    for row, user, access, name in rows:
        if user not in kept:
            kept[user] = (row, access)
            continue
        winner, present = kept[user]
        if access == Access.WRITE.value and present != access:
            record_rows.update(connection, RecordKind.COLLABORATOR, winner, {"access": access})
            kept[user] = (winner, access)
        _fold(connection, "collaborator", winner, row, at)
        folds.append(Fold("collaborator", winner, row, name))
    return folds


def add_former_owners(connection: Connection, kind: RecordKind, survivor: str, owners: Sequence[str]) -> list[str]:
    """Let these people, who owned one of the records, go on editing; return those who were no collaborators already."""
    column = _OWNED[kind]
    present = set(
        connection.exec_driver_sql(
            f"SELECT user_id FROM collaborator WHERE {column}=? AND deleted_at IS NULL", (survivor,)
        ).scalars()
    )
    added = [owner for owner in dict.fromkeys(owners) if owner not in present]
    for owner in added:
        record_rows.insert(
            connection,
            RecordKind.COLLABORATOR,
            {
                "id": new_id(),
                column: survivor,
                "user_id": owner,
                "access": Access.WRITE.value,
                "reason": CollaborationReason.FORMER_OWNER.value,
            },
        )
    return added


def fold_positions(connection: Connection, contact: str, at: str) -> list[Fold]:
    """Make one of two jobs of one person at one site that contradict each other in nothing; call after the positions followed."""
    rows = (
        connection.exec_driver_sql(
            """SELECT p.*, s.name site_name FROM position p JOIN site s ON s.id=p.site_id
               WHERE p.contact_id=? AND p.deleted_at IS NULL ORDER BY p.is_main DESC, p.n""",
            (contact,),
        )
        .mappings()
        .all()
    )
    kept: list[dict[str, Any]] = []
    folds: list[Fold] = []
    for row in rows:
        twin = next((one for one in kept if one["site_id"] == row["site_id"] and _agree(one, row)), None)
        if twin is None:
            kept.append(dict(row))
            continue
        gained = {column: row[column] for column in _SAME_JOB if row[column] is not None and twin[column] is None}
        record_rows.update(connection, RecordKind.POSITION, twin["id"], gained)
        twin.update(gained)
        _fold(connection, "position", twin["id"], row["id"], at)
        folds.append(Fold("position", twin["id"], row["id"], row["site_name"]))
    return folds


def _agree(one: Any, other: Any) -> bool:
    return all(one[column] is None or other[column] is None or one[column] == other[column] for column in _SAME_JOB)


def _fold(connection: Connection, table: str, winner: str, row: str, at: str) -> None:
    connection.exec_driver_sql(f"UPDATE {table} SET merged_into=?, deleted_at=? WHERE id=?", (winner, at, row))


def main_clashes(connection: Connection, sites: Sequence[str], survivor: str) -> list[MainClash]:
    """Return who is a main contact too many when these sites are one; the survivor's own stays, else the first entered."""
    rows = connection.exec_driver_sql(
        f"""SELECT p.id, c.name FROM position p JOIN contact c ON c.id=p.contact_id
            WHERE p.site_id {_IN} AND p.is_main=1 AND p.deleted_at IS NULL AND p.ended_on IS NULL ORDER BY p.site_id<>?, p.n""",
        (json.dumps(list(sites)), survivor),
    ).all()
    return [MainClash(rows[0][1], name, position) for position, name in rows[1:]]


def demote(connection: Connection, clashes: Sequence[MainClash]) -> None:
    """Leave one main contact."""
    for clash in clashes:
        record_rows.update(connection, RecordKind.POSITION, clash.gone_id, {"is_main": 0})


def move_verdicts(connection: Connection, kind: RecordKind, losers: Sequence[str], survivor: str) -> None:
    """Let what was decided about a loser and a third record hold for the survivor, so that nobody is asked again."""
    group = {survivor, *losers}
    rows = connection.exec_driver_sql(
        """SELECT id, left_id, right_id FROM pair_verdict WHERE record_kind=?1 AND deleted_at IS NULL
            AND (left_id IN (SELECT value FROM json_each(?2)) OR right_id IN (SELECT value FROM json_each(?2))) ORDER BY n""",
        (kind.value, json.dumps(list(losers))),
    ).all()
    for verdict, left, right in rows:
        if left in group and right in group:
            continue  # he says now that they are one
        ends = pair(survivor if left in group else left, survivor if right in group else right)
        record_rows.update(connection, RecordKind.PAIR_VERDICT, verdict, dict(zip(("left_id", "right_id"), ends, strict=True)))


def same_premises(connection: Connection, companies: Sequence[str], most: int = 50) -> list[Premises]:
    """Return pairs of sites, of different companies among these, that share a premises key and were not called other buildings."""
    rows = connection.exec_driver_sql(
        """SELECT a.id, a.name, b.id, b.name FROM site a JOIN site b
             ON b.premises_key=a.premises_key AND b.company_id IN (SELECT value FROM json_each(?1)) AND b.company_id<>a.company_id
             AND b.deleted_at IS NULL AND a.n<b.n
           WHERE a.company_id IN (SELECT value FROM json_each(?1)) AND a.premises_key IS NOT NULL AND a.deleted_at IS NULL
             AND NOT EXISTS(SELECT 1 FROM pair_verdict v WHERE v.deleted_at IS NULL AND v.verdict='other_building'
               AND v.left_id=min(a.id,b.id) AND v.right_id=max(a.id,b.id))
           ORDER BY a.n, b.n LIMIT ?2""",
        (json.dumps(list(companies)), most),
    )
    return [Premises(*row) for row in rows]
