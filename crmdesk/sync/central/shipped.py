"""The classifications that ship with the program, put into a centre when it is made or brought up to date.

Every laptop has them under the same ids; were they not at the centre, each would offer two thousand entries that only an administrator
may add.
"""

import json
from typing import Final

from crmdesk.models.shipped_terms import shipped_terms
from crmdesk.sync.central.opening import Connection
from crmdesk.sync.protocol import COMMON_TEAM

_COLUMNS: Final = ("taxonomy", "code", "parent_id", "name", "name_zh_tw", "name_en", "position")

_MISSING: Final = """
CREATE TEMP TABLE shipped_term ON COMMIT DROP AS
SELECT t.id, t.shape FROM (SELECT x->>'id' AS id, x AS shape FROM jsonb_array_elements(%s::jsonb) x) t
WHERE NOT EXISTS (SELECT FROM crm.term c WHERE c.id = t.id)"""
_ADD: Final = f"""
INSERT INTO crm.term (id, team_id, rv, by_at, {", ".join(_COLUMNS)})
SELECT id, %s, %s, sync.pull_moment(clock_timestamp()), {", ".join(f"shape->>'{name}'" for name in _COLUMNS[:-1])}, (shape->>'position')::bigint
FROM shipped_term"""
_LOG: Final = "SELECT sec.log_edit(%s, 'term', id, 'ins', NULL, NULL, jsonb_strip_nulls(shape - 'id')) FROM shipped_term"


def add_shipped_terms(connection: Connection) -> int:
    """Add what is missing, in the caller's transaction and as one commit of the centre's story; return how many.

    Raises:
        psycopg.Error: as PostgreSQL says.
    """
    shapes = [{"id": term.id} | {name: getattr(term, name) for name in _COLUMNS} for term in shipped_terms()]
    connection.execute(_MISSING, (json.dumps(shapes, ensure_ascii=False),))
    row = connection.execute("SELECT count(*) FROM shipped_term").fetchone()
    missing = int(row[0]) if row else 0
    if missing:
        began = connection.execute("SELECT sec.start_commit()").fetchone()
        number = began[0] if began else 0
        connection.execute(_ADD, (COMMON_TEAM, number))
        connection.execute(_LOG, (number,))
    return missing
