"""Rows that are not to be kept: of a team that was given up, or that no held team sees any more. Edits that wait keep theirs.

Called on a unit of work, outside `unlogged`: what follows from a row (index, counts) is refreshed before it goes.
"""

import json
from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import Connection

from crmdesk.storage.derived import Touched
from crmdesk.storage.exchange_outbox import FIRST_PENDING
from crmdesk.storage.exchange_rows import WHOLE, Change
from crmdesk.storage.uow import UnitOfWork

GONE: Final = "gone"
"""Kind of the news about a record that left this laptop."""
_CHUNK: Final = 5_000
_FOLLOWED: Final = {
    "company": ("parent_id",),
    "site": ("company_id",),
    "unit": ("site_id",),
    "position": ("contact_id",),
}
"""Columns whose values must be told to the refreshers when a row goes."""


def in_sight(connection: Connection, table: str, records: Collection[str], held: Collection[str]) -> set[str]:
    """Return those of these records that a held team sees, as far as this laptop knows."""
    rows = connection.exec_driver_sql(
        f"""SELECT r.id FROM {table} r WHERE r.id IN (SELECT value FROM json_each(?1))
              AND (r.team_id IN (SELECT value FROM json_each(?2))
                OR EXISTS(SELECT 1 FROM sync_reach x WHERE x.record_id=r.id AND x.tbl=?3
                          AND x.team_id IN (SELECT value FROM json_each(?2))))""",
        (json.dumps(list(records)), json.dumps(list(held)), table),
    )
    return set(rows.scalars())


def waiting_for_centre(connection: Connection, records: Collection[str]) -> set[str]:
    """Return those of these records that have edits the centre has not answered."""
    rows = connection.exec_driver_sql(
        f"""SELECT DISTINCT pk FROM sync_op WHERE pk IN (SELECT value FROM json_each(?)) AND seq>={FIRST_PENDING}
              AND outcome IS NULL""",
        (json.dumps(list(records)),),
    )
    return set(rows.scalars())


def remove_rows(uow: UnitOfWork, table: str, records: Collection[str]) -> list[Change]:
    """Remove rows from this laptop, those with edits on their way excepted; return what went, as news without a version."""
    gone: list[Change] = []
    ids = sorted(records)
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        kept = waiting_for_centre(uow.connection, part)
        gone += _remove(uow, table, [record for record in part if record not in kept])
    return gone


def _remove(uow: UnitOfWork, table: str, records: list[str]) -> list[Change]:
    if not records:
        return []
    wanted = json.dumps(records)
    former: dict[tuple[str, str], frozenset[str]] = {}
    with uow.unlogged() as connection:
        present = list(
            connection.exec_driver_sql(
                f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
            ).scalars()
        )
        if not present:
            return _forget_reach(connection, table, wanted)
        for column in _FOLLOWED.get(table, ()):
            values = connection.exec_driver_sql(
                f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
                (wanted,),
            ).scalars()
            former[table, column] = frozenset(values)
        connection.exec_driver_sql(
            f"UPDATE {table} SET deleted_at=coalesce(deleted_at,'-') WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        )
    ids = frozenset(present)
    uow.refresh_for(Touched({table: ids}, {(table, WHOLE): ids, (table, "deleted_at"): ids}, former))
    with uow.unlogged() as connection:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
        _forget_reach(connection, table, wanted)
    return [Change(table, record, GONE, None, None, 0) for record in present]


def _forget_reach(connection: Connection, table: str, wanted: str) -> list[Change]:
    connection.exec_driver_sql(
        "DELETE FROM sync_reach WHERE tbl=? AND record_id IN (SELECT value FROM json_each(?))", (table, wanted)
    )
    return []


def seen_through(connection: Connection, teams: Collection[str], tables: Collection[str]) -> Mapping[str, list[str]]:
    """Return table → records that are here because of these teams: their own rows and what they reach."""
    wanted = json.dumps(list(teams))
    found: dict[str, list[str]] = {}
    for table in tables:
        rows = connection.exec_driver_sql(
            f"""SELECT id FROM {table} WHERE team_id IN (SELECT value FROM json_each(?1))
                UNION SELECT record_id FROM sync_reach WHERE tbl=?2 AND team_id IN (SELECT value FROM json_each(?1))""",
            (wanted, table),
        )
        ids = list(rows.scalars())
        if ids:
            found[table] = ids
    return found
