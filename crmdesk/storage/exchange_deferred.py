"""What follows from rows of the first pull is derived afterwards: the tree is there in seconds, counts, search and premises later.

Rows get rising numbers, so one number a table says from where on something is missing.
"""

import json
from typing import Any, Final, cast

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.premises import PREMISES_FIELDS
from crmdesk.storage.derived import Touched, chunks
from crmdesk.storage.derived_leads import refresh_completeness
from crmdesk.storage.exchange_progress import control, set_control
from crmdesk.storage.exchange_rows import WHOLE
from crmdesk.storage.search.writing import refresh_records

DEFERRED: Final = ("company", "site", "contact", "lead")
"""Tables whose rows are found by search."""

_FROM: Final = "derive_from"
"""Row of `sync_ctl`: JSON of table → number of the first row without search document (and premises key, completeness)."""


_PAGES_OF_LOG: Final = 20_000
"""Pages of SQLite's log before it is copied into the file, in a first pull: the leaves of an index are copied once instead of at each commit."""
_USUAL_PAGES_OF_LOG: Final = 1_000


def missing_from(connection: Connection) -> dict[str, int]:
    """Return table → number of the first row from which on something is missing; empty when all is there."""
    kept = control(connection, _FROM)
    return {str(table): int(n) for table, n in json.loads(kept).items()} if kept else {}


def begin(connection: Connection) -> dict[str, int]:
    """Note that rows inserted from now on lack what follows from them; return from which numbers on, as noted now or before."""
    known = missing_from(connection)
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={_PAGES_OF_LOG}")
    if not known:
        for table in DEFERRED:
            top = connection.exec_driver_sql(f"SELECT coalesce(max(n),0) FROM {table}").scalar_one()
            known[table] = int(top) + 1
        _note(connection, known)
    return known


def due_at_once(connection: Connection, fresh: Touched, known: dict[str, int]) -> Touched:
    """Return of new rows those that change how an older record is found: a person's new job, a site's new department."""
    ids: dict[str, frozenset[str]] = {}
    for table, column, parent in (("position", "contact_id", "contact"), ("unit", "site_id", "site")):
        found: set[str] = set()
        for part in chunks(sorted(fresh.ids.get(table, ()))):
            found.update(
                connection.exec_driver_sql(
                    f"""SELECT r.id FROM {table} r JOIN {parent} p ON p.id=r.{column}
                        WHERE r.id IN ({",".join("?" * len(part))}) AND p.n<?""",
                    (*part, known[parent]),
                ).scalars()
            )
        if found:
            ids[table] = frozenset(found)
    return Touched(ids, {(table, WHOLE): found for table, found in ids.items()})


def count_all_sites(connection: Connection) -> None:
    """Count the living sites of every company's subtree, in one pass: at the end of a first pull."""
    connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={_USUAL_PAGES_OF_LOG}")
    parents = dict(_plain_rows(connection, "SELECT id, parent_id FROM company WHERE deleted_at IS NULL"))
    counts: dict[str, int] = {}
    for company, count in _plain_rows(
        connection, "SELECT company_id, count(*) FROM site WHERE deleted_at IS NULL GROUP BY company_id"
    ):
        seen: set[str] = set()
        at: str | None = company
        while at is not None and at not in seen:
            counts[at] = counts.get(at, 0) + count
            seen.add(at)
            at = parents.get(at)
    stored: dict[str, int] = dict(_plain_rows(connection, "SELECT id, site_count FROM company WHERE site_count<>0"))
    wrong = [(counts.get(one, 0), one) for one in {*counts, *stored} if counts.get(one, 0) != stored.get(one, 0)]
    if wrong:
        connection.exec_driver_sql("UPDATE company SET site_count=? WHERE id=?", wrong)


def _plain_rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    """Return rows as the driver makes them: of a hundred thousand companies, in a third of the time."""
    result = connection.exec_driver_sql(query)
    rows = cast("list[tuple[Any, ...]]", result.cursor.fetchall())
    result.close()
    return rows


def derive_some(connection: Connection, limit: int) -> int:
    """Derive what is missing of the next `limit` rows, in the caller's transaction; return how many there were, 0 when all is done."""
    known = missing_from(connection)
    for table in DEFERRED:
        if table not in known:
            continue
        rows = connection.exec_driver_sql(f"SELECT n, id FROM {table} WHERE n>=? ORDER BY n LIMIT ?", (known[table], limit)).all()
        if rows:
            if table == "site":
                _derive_premises(connection, rows[0][0], rows[-1][0])
            if table == "lead":
                refresh_completeness(connection, [row[1] for row in rows])
            refresh_records(connection, RecordKind(table), [row[1] for row in rows])
            known[table] = rows[-1][0] + 1
            _note(connection, known)
            return len(rows)
        del known[table]
    _note(connection, known)
    return 0


def _derive_premises(connection: Connection, first: int, last: int) -> None:
    from crmdesk.models.premises import premises_key

    rows = connection.exec_driver_sql(
        f"SELECT n, {','.join(PREMISES_FIELDS)} FROM site WHERE n BETWEEN ? AND ? AND premises_key IS NULL", (first, last)
    ).all()
    fresh = [(key, row[0]) for row in rows if (key := premises_key(*row[1:])) is not None]
    if fresh:
        connection.exec_driver_sql("UPDATE site SET premises_key=? WHERE n=?", fresh)


def _note(connection: Connection, known: dict[str, int]) -> None:
    set_control(connection, {_FROM: json.dumps(known) if known else None})
