"""Rows to be fetched by id because the centre's story is not the one they came from, or too long ago (`sync.md` §2.10)."""

from collections.abc import Collection

from sqlalchemy import Connection


def doubt_above(connection: Connection, tables: Collection[str], n: int) -> None:
    """Put among the records to be fetched: all newer than commit `n`, all seen by reach only, and all that went since.

    Reach and leaving may belong to the lost part of the story; neither has a version of its own here.
    """
    for table in tables:
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT '{table}', id FROM {table} WHERE rv>?", (n,)
        )
    connection.exec_driver_sql("INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT tbl, record_id FROM sync_reach")
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT tbl, pk FROM sync_news WHERE kind='gone' AND rv>?", (n,)
    )


def doubt_everything(connection: Connection, tables: Collection[str]) -> None:
    """Put all records among those to be fetched: what the pull from the beginning brings is taken off again, the rest asked for."""
    for table in tables:
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO sync_reload(tbl, pk) SELECT '{table}', id FROM {table}")
    connection.exec_driver_sql("DELETE FROM sync_reach")
