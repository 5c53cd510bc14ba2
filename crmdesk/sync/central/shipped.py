"""What ships with the program – classifications, stages, criteria – put into a centre when it is made or brought up to date.

Every laptop has it under the same ids; were it not at the centre, each would offer two thousand entries that only an administrator
may add.
"""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from crmdesk.models.shipped_criteria import shipped_criteria
from crmdesk.models.shipped_stages import shipped_stages
from crmdesk.models.shipped_terms import shipped_terms
from crmdesk.sync.central.opening import Connection
from crmdesk.sync.central.schema import central_columns
from crmdesk.sync.protocol import COMMON_TEAM

_MISSING: Final = """
CREATE TEMP TABLE shipped_{table} ON COMMIT DROP AS
SELECT t.id, t.shape FROM (SELECT x->>'id' AS id, x - 'id' AS shape FROM jsonb_array_elements(%s::jsonb) x) t
WHERE NOT EXISTS (SELECT FROM crm.{table} c WHERE c.id = t.id)"""
_ADD: Final = """
INSERT INTO crm.{table} (id, team_id, rv, by_at, {columns})
SELECT s.id, %s, %s, sync.pull_moment(clock_timestamp()), {columns} FROM shipped_{table} s, jsonb_to_record(s.shape) AS r({typed})"""
_LOG: Final = "SELECT sec.log_edit(%s, '{table}', id, 'ins', NULL, NULL, jsonb_strip_nulls(shape)) FROM shipped_{table}"


def _shipped() -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield each table with its rows as they ship."""
    yield "term", [dataclasses.asdict(term) for term in shipped_terms()]
    yield "stage", [dataclasses.asdict(stage) for stage in shipped_stages()]
    sets, criteria = shipped_criteria()
    yield "criteria_set", [dataclasses.asdict(one) for one in sets]
    yield "criterion", [dataclasses.asdict(one) for one in criteria]


def add_shipped(connection: Connection) -> int:
    """Add what is missing, in the caller's transaction and as one commit of the centre's story; return how many.

    Raises:
        psycopg.Error: as PostgreSQL says.
    """
    missing: dict[str, int] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for table, rows in _shipped():
        columns[table] = tuple(name for name in rows[0] if name != "id")
        connection.execute(_MISSING.format(table=table).encode(), (json.dumps(rows, ensure_ascii=False),))
        found = connection.execute(f"SELECT count(*) FROM shipped_{table}".encode()).fetchone()
        missing[table] = int(found[0]) if found else 0
    if not any(missing.values()):
        return 0
    began = connection.execute("SELECT sec.start_commit()").fetchone()
    number = began[0] if began else 0
    for table, names in columns.items():
        types = {column.name: column.type for column in central_columns(table)}
        typed = ", ".join(f"{name} {types[name]}" for name in names)
        connection.execute(_ADD.format(table=table, columns=", ".join(names), typed=typed).encode(), (COMMON_TEAM, number))
        connection.execute(_LOG.format(table=table).encode(), (number,))
    return sum(missing.values())
