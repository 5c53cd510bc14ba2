"""Merged records as redirects: id, code and name of a record that gave way lead to the living one it was merged into.

A merged row keeps its values and `merged_into`; chains (A into B, B into C) lead to the root. It is a tombstone as well, so
whatever asks for living rows never meets it (docs/adr/0014).
"""

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.derived import chunks

MERGED_KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)
"""Kinds of records that a person merges."""

_UP: Final = """
WITH RECURSIVE up(start, id, level) AS (
  SELECT id, merged_into, 1 FROM {table} WHERE id IN ({marks}) AND merged_into IS NOT NULL AND deleted_at IS NOT NULL
  UNION ALL
  SELECT up.start, r.merged_into, up.level+1 FROM up JOIN {table} r ON r.id=up.id
  WHERE r.merged_into IS NOT NULL AND r.deleted_at IS NOT NULL AND up.level<64)
SELECT up.start, r.id FROM up JOIN {table} r ON r.id=up.id AND r.deleted_at IS NULL"""

_DOWN: Final = """
WITH RECURSIVE down(root, id, level, n, value) AS (
  SELECT merged_into, id, 1, n, {column} FROM {table} WHERE merged_into IN ({marks}) AND deleted_at IS NOT NULL
  UNION ALL
  SELECT down.root, r.id, down.level+1, r.n, r.{column}
  FROM down CROSS JOIN {table} r ON r.merged_into=down.id AND r.deleted_at IS NOT NULL WHERE down.level<64)
SELECT root, value FROM down ORDER BY level, n"""
"""Carries what is asked for along: joined again at the end, all rows would be walked in the order of `n`."""


def roots(connection: Connection, kind: RecordKind, ids: Collection[str]) -> dict[str, str]:
    """Return merged id → id of the living record it leads to; ids of other records, and of dead ends, are missing."""
    found: dict[str, str] = {}
    for part in chunks(sorted(ids)):
        statement = _UP.format(table=kind.value, marks=",".join("?" * len(part)))
        found.update((row[0], row[1]) for row in connection.exec_driver_sql(statement, tuple(part)))
    return found


def living(connection: Connection, kind: RecordKind, record_id: str) -> str | None:
    """Return the id itself where it is a living record's, that of the record it was merged into, or None."""
    here = connection.exec_driver_sql(f"SELECT 1 FROM {kind.value} WHERE id=? AND deleted_at IS NULL", (record_id,)).first()
    return record_id if here is not None else roots(connection, kind, (record_id,)).get(record_id)


def merged_into(connection: Connection, kind: RecordKind, record_id: str) -> list[str]:
    """Return the ids of all records that lead to this one, the direct ones first."""
    statement = _DOWN.format(table=kind.value, marks="?", column="id")
    return [row[1] for row in connection.exec_driver_sql(statement, (record_id,))]


def former(connection: Connection, kind: RecordKind, ids: Sequence[str], column: str) -> dict[str, list[str]]:
    """Return id → values of a column of the records that lead to it; records nothing was merged into are missing."""
    found: dict[str, list[str]] = {}
    for part in chunks(ids):
        statement = _DOWN.format(table=kind.value, marks=",".join("?" * len(part)), column=column)
        for root, value in connection.exec_driver_sql(statement, tuple(part)):
            if value is not None and value not in found.setdefault(root, []):
                found[root].append(value)
    return found


def any_merged(connection: Connection, kind: RecordKind) -> bool:
    """Return whether any record of a kind was ever merged into another: spares a store without merges every other question."""
    found = connection.exec_driver_sql(f"SELECT 1 FROM {kind.value} WHERE merged_into IS NOT NULL LIMIT 1").first()
    return found is not None


def merged_id(connection: Connection, kind: RecordKind, code: str) -> tuple[RecordKind, str] | None:
    """Return the record with this code that was merged away last."""
    if kind is RecordKind.CONTACT:
        return None
    row = connection.exec_driver_sql(
        f"""SELECT id FROM {kind.value} WHERE code=? AND merged_into IS NOT NULL AND deleted_at IS NOT NULL
            ORDER BY deleted_at DESC LIMIT 1""",
        (code,),
    ).first()
    return None if row is None else (kind, row[0])


def ids_with_former_code(connection: Connection, code: str) -> list[tuple[RecordKind, str]]:
    """Return the living companies and sites that records with this code were merged into."""
    found: dict[tuple[RecordKind, str], None] = {}
    for kind in (RecordKind.COMPANY, RecordKind.SITE):
        rows = connection.exec_driver_sql(
            f"SELECT id FROM {kind.value} WHERE code=? AND deleted_at IS NOT NULL AND merged_into IS NOT NULL", (code,)
        ).scalars()
        found.update(((kind, root), None) for root in roots(connection, kind, list(rows)).values())
    return list(found)
