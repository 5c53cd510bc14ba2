"""What somebody claimed and has, counted for the limits of pools."""

import json
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind

_LEADING: Final = frozenset({"manager", "admin"})
_WANTED: Final = "(SELECT value FROM json_each(?))"


def has_centre(connection: Connection) -> bool:
    """Return whether this store exchanges with a centre, which then decides about claims."""
    return bool(connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar())


def moves_for_others(connection: Connection) -> bool:
    """Return whether this laptop may take records from other people by rule: without a centre, and where its person leads.

    A salesperson's would only ask the others about it: `owner_id` is guarded (`sync.fields.GUARDED`).
    """
    level = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='level'").scalar()
    return not has_centre(connection) or level in _LEADING


def held(connection: Connection, user_id: str) -> int:
    """Return how many open leads a person has or asked for."""
    return int(
        connection.exec_driver_sql(
            """SELECT (SELECT count(*) FROM lead WHERE owner_id=?1 AND deleted_at IS NULL AND status IN ('new','working','qualified'))
               + (SELECT count(*) FROM claim WHERE user_id=?1 AND tbl='lead' AND state='asked' AND deleted_at IS NULL)""",
            (user_id,),
        ).scalar_one()
    )


def claimed_since(connection: Connection, pool_id: str, user_id: str, at: str) -> int:
    """Return how many records of a pool were claimed on this laptop since a moment, those asked for at the centre included."""
    return int(
        connection.exec_driver_sql(
            """SELECT (SELECT count(DISTINCT o.pk) FROM change_tx t JOIN sync_op o ON o.seq BETWEEN t.first_seq AND t.last_seq
                 WHERE t.at>=?3 AND t.action='claim' AND t.undone_by IS NULL AND o.tx=t.id AND o.fld='pool_id' AND o.old=?1 AND o.new IS NULL)
               + (SELECT count(*) FROM claim c WHERE c.user_id=?2 AND c.asked_at>=?3 AND c.state IN ('asked','held') AND c.deleted_at IS NULL
                 AND ?1=coalesce(CASE c.tbl WHEN 'lead' THEN (SELECT coalesce(l.pool_id,l.from_pool_id) FROM lead l WHERE l.id=c.record_id)
                   WHEN 'site' THEN (SELECT coalesce(s.pool_id,s.from_pool_id) FROM site s WHERE s.id=c.record_id) END,'')
               )""",
            (pool_id, user_id, at),
        ).scalar_one()
    )


def asked(connection: Connection, kind: RecordKind, ids: Sequence[str], user_id: str) -> set[str]:
    """Return which of these records a person asked for at the centre without an answer yet."""
    rows = connection.exec_driver_sql(
        f"SELECT record_id FROM claim WHERE tbl=? AND user_id=? AND state='asked' AND deleted_at IS NULL AND record_id IN {_WANTED}",
        (kind.value, user_id, json.dumps(ids)),
    )
    return set(rows.scalars())


def give_up(connection: Connection, kind: RecordKind, ids: Sequence[str], user_id: str) -> None:
    """Mark a person's claims on records as given up."""
    connection.exec_driver_sql(
        f"""UPDATE claim SET state='released' WHERE tbl=? AND user_id=? AND state IN ('asked','held') AND deleted_at IS NULL
            AND record_id IN {_WANTED}""",
        (kind.value, user_id, json.dumps(ids)),
    )
