"""Premises keys of the whole store: derived again when the program reads addresses otherwise than the one that wrote them."""

from typing import Final

from sqlalchemy import Connection

from crmdesk.models.premises import PREMISES_FIELDS, PREMISES_VERSION

_FORM: Final = "premises_form"
"""Row of `sync_ctl` that says by which version of the rules the keys were derived."""
_CHUNK: Final = 2_000


def is_current(connection: Connection) -> bool:
    """Return whether the keys were derived by the rules this program has."""
    form = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (_FORM,)).scalar()
    return form == PREMISES_VERSION


def rewrite_premises_keys(connection: Connection) -> int:
    """Derive every site's key again, in the caller's transaction; return how many changed.

    Tombstones get theirs too: an undo brings them back as they are. Keys are local, so nothing of this is logged or sent. Some
    100 µs a site.
    """
    from crmdesk.models.premises import premises_key

    changed, last = 0, -1
    while rows := connection.exec_driver_sql(
        f"SELECT n, premises_key, {','.join(PREMISES_FIELDS)} FROM site WHERE n>? ORDER BY n LIMIT {_CHUNK}", (last,)
    ).all():
        fresh = [(key, row[0]) for row in rows if (key := premises_key(*row[2:])) != row[1]]
        if fresh:
            connection.exec_driver_sql("UPDATE site SET premises_key=? WHERE n=?", fresh)
        changed += len(fresh)
        last = rows[-1][0]
    connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", (_FORM, PREMISES_VERSION))
    return changed
