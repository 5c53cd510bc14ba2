"""Rows to be fetched by id because the centre's story is not the one they came from, or too long ago (`sync.md` §2.10)."""

import json
from collections.abc import Collection

from sqlalchemy import Connection


def remember_removed(connection: Connection, table: str, records: Collection[str], n: int) -> None:
    """Remember that records went, or that a team does not see them any more, when commit `n` was the centre's newest.

    Nothing is kept where no finished pull lies before `n`: then a laptop goes back to the beginning, which brings everything.
    """
    connection.exec_driver_sql(
        """INSERT INTO sync_removed(tbl, pk, n) SELECT ?1, value, ?2 FROM json_each(?3)
           WHERE EXISTS(SELECT 1 FROM sync_mark WHERE complete=1 AND n<?2)
           ON CONFLICT(tbl, pk) DO UPDATE SET n=max(n, excluded.n)""",
        (table, n, json.dumps(sorted(records))),
    )


def forget_removed(connection: Connection) -> None:
    """Forget removals that lie before every point to which this laptop could go back."""
    connection.exec_driver_sql("DELETE FROM sync_removed WHERE n<=(SELECT min(n) FROM sync_mark WHERE complete=1)")


def doubt_above(connection: Connection, tables: Collection[str], n: int) -> None:
    """Put among the records to be fetched: all newer than commit `n`, all seen by reach only, and all that went since.

    Reach and leaving may belong to the lost part of the story; neither has a version of its own here. Teams that were fetched when
    the centre was further are fetched again: what had changed since the cursor was left out then.
    """
    for table in tables:
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT '{table}', id FROM {table} WHERE rv>?", (n,)
        )
    connection.exec_driver_sql("INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT tbl, record_id FROM sync_reach")
    connection.exec_driver_sql("INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT tbl, pk FROM sync_removed WHERE n>?", (n,))
    connection.exec_driver_sql("DELETE FROM sync_removed WHERE n>?", (n,))
    connection.exec_driver_sql(
        """UPDATE sync_have SET state='half', page_tbl=NULL, page_rv=NULL, page_id=NULL, head=0
           WHERE state='half' OR (state='have' AND head>?)""",
        (n,),
    )


def doubt_everything(connection: Connection, tables: Collection[str]) -> None:
    """Put all records among those to be fetched: what the pull from the beginning brings is taken off again, the rest asked for."""
    for table in tables:
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT '{table}', id FROM {table}")
    connection.exec_driver_sql("DELETE FROM sync_reach")
