"""Premises keys of the whole store: derived again when the program reads addresses otherwise than the one that wrote them.

A million sites take minutes: a window does it chunk by chunk while somebody works. Meanwhile a site whose address changes has today's
key, the sites of a company are brought up to date before the rule of one address is held for it, and an import does the rest first.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.models.premises import PREMISES_FIELDS, PREMISES_VERSION, premises_key

_FORM: Final = "premises_form"
"""Row of `sync_ctl` that says by which version of the rules the keys were derived."""
_AT: Final = "premises_at"
"""Row of `sync_ctl` that says up to which site, and by which version, they are derived so far: `version:n`."""
CHUNK: Final = 1_000
"""Sites derived at once: a tenth of a second, as long as somebody's own edit may wait."""
_MOST_OF_COMPANY: Final = 2_000
"""Sites of one company that are brought up to date at once; only of bigger ones two at one address may be missed meanwhile."""


def is_current(connection: Connection) -> bool:
    """Return whether the keys were derived by the rules this program has."""
    form = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (_FORM,)).scalar()
    return form == PREMISES_VERSION


def rewrite_premises_keys(connection: Connection) -> int:
    """Derive every site's key again, in the caller's transaction; return how many changed.

    Tombstones get theirs too: an undo brings them back as they are. Keys are local, so nothing of this is logged or sent. Some
    100 µs a site.
    """
    return _rewrite(connection, -1, None)[0]


def finish_rewriting(connection: Connection) -> None:
    """Derive what is left, in the caller's transaction, before a whole file of addresses is held against them."""
    if not is_current(connection):
        _rewrite(connection, _done(connection), None)


def rewrite_some(connection: Connection) -> bool:
    """Derive the keys of the next `CHUNK` sites, in the caller's transaction; return whether more are left."""
    if is_current(connection):
        return False
    _changed, last = _rewrite(connection, _done(connection), 1)
    return last is not None


def rewrite_of_company(connection: Connection, company: str) -> None:
    """Derive the keys of one company's sites again, in the caller's transaction, where the store is not done yet."""
    if is_current(connection):
        return
    rows = connection.exec_driver_sql(
        f"SELECT n, premises_key, {','.join(PREMISES_FIELDS)} FROM site WHERE company_id=? AND deleted_at IS NULL LIMIT ?",
        (company, _MOST_OF_COMPANY),
    ).all()
    _write(connection, rows)


def _done(connection: Connection) -> int:
    """Return the number of the last site that is derived by today's rules; −1 for none."""
    found = str(connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (_AT,)).scalar() or "")
    version, _, last = found.partition(":")
    return int(last) if version == str(PREMISES_VERSION) and last else -1


def _rewrite(connection: Connection, last: int, chunks: int | None) -> tuple[int, int | None]:
    """Derive what comes behind row `last`, so many chunks or all; return how many keys changed, and the last row or None at the end."""
    changed = 0
    while chunks is None or chunks > 0:
        rows = connection.exec_driver_sql(
            f"SELECT n, premises_key, {','.join(PREMISES_FIELDS)} FROM site WHERE n>? ORDER BY n LIMIT {CHUNK}", (last,)
        ).all()
        changed += _write(connection, rows)
        if len(rows) < CHUNK:
            connection.exec_driver_sql("DELETE FROM sync_ctl WHERE k=?", (_AT,))
            connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", (_FORM, PREMISES_VERSION))
            return changed, None
        last = rows[-1][0]
        chunks = None if chunks is None else chunks - 1
    connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", (_AT, f"{PREMISES_VERSION}:{last}"))
    return changed, last


def _write(connection: Connection, rows: Sequence[Any]) -> int:
    fresh = [(key, row[0]) for row in rows if (key := premises_key(*row[2:])) != row[1]]
    if fresh:
        connection.exec_driver_sql("UPDATE site SET premises_key=? WHERE n=?", fresh)
    return len(fresh)
