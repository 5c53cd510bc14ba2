"""Working tables of a reversal: what a transaction changed in the end, what must die again, what has to stay as it is.

They are TEMP tables of the writing connection (SQLCipher keeps those in memory), made and dropped in the unit of work.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from crmdesk.models.registry import synced_tables
from crmdesk.storage.capture import captured_columns

WHOLE: Final = "*"
"""In place of a field: the record as a whole."""

_TABLES: Final = {
    "back_ins": "tbl, pk, PRIMARY KEY(pk)",
    "back_net": "tbl, fld, pk, old, new, PRIMARY KEY(tbl, fld, pk)",
    "back_dead": "tbl, pk, at, is_new, PRIMARY KEY(tbl, pk)",
    "back_alive": "tbl, pk, PRIMARY KEY(tbl, pk)",
    "back_later": "tbl, fld, pk, seq, PRIMARY KEY(tbl, fld, pk)",
    "back_kept": "tbl, fld, pk, why, other, PRIMARY KEY(tbl, fld, pk)",
    "back_family": "tx, merge, is_undo, is_undone, PRIMARY KEY(tx)",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The operations of one transaction: `first … last` in the log."""

    first: int
    last: int


@contextmanager
def working_tables(connection: Connection) -> Iterator[None]:
    """Make the working tables, empty, and drop them at the end; after an error the rollback drops them."""
    for name, columns in _TABLES.items():
        connection.exec_driver_sql(f"CREATE TEMP TABLE {name}({columns}) WITHOUT ROWID")
    yield
    for name in _TABLES:
        connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def fill_from_log(connection: Connection, span: Span) -> None:
    """Fill `back_ins` with what the transaction inserted and `back_net` with the fields it changed in the end.

    Several changes of one field count as one, from the first old to the last new value; a field changed on a record
    inserted in the same transaction belongs to the insert.
    """
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO back_ins SELECT tbl, pk FROM sync_op WHERE seq BETWEEN ? AND ? AND kind='ins'",
        (span.first, span.last),
    )
    connection.exec_driver_sql(
        """INSERT INTO back_net(tbl, fld, pk, old, new)
           SELECT a.tbl, a.fld, a.pk, a.old, z.new
           FROM (SELECT min(seq) lo, max(seq) hi FROM sync_op WHERE seq BETWEEN ? AND ? AND kind<>'ins' GROUP BY tbl, fld, pk) g
           JOIN sync_op a ON a.seq=g.lo JOIN sync_op z ON z.seq=g.hi
           WHERE a.old IS NOT z.new AND NOT EXISTS(SELECT 1 FROM back_ins i WHERE i.pk=a.pk)""",
        (span.first, span.last),
    )


def changed_fields(connection: Connection, source: str = "back_net") -> list[tuple[str, str]]:
    """Return the (table, field) pairs of a working table that today's format still has, in the order of the entities."""
    found = {(row[0], row[1]) for row in connection.exec_driver_sql(f"SELECT DISTINCT tbl, fld FROM {source}")}
    return [(table.name, name) for table in synced_tables() for name in captured_columns(table) if (table.name, name) in found]


def tables_in(connection: Connection, source: str) -> list[str]:
    """Return the tables that occur in a working table, in the order of the entities (parents first)."""
    found = set(connection.exec_driver_sql(f"SELECT DISTINCT tbl FROM {source}").scalars())
    return [table.name for table in synced_tables() if table.name in found]


def drop_kept(connection: Connection, source: str) -> int:
    """Take what `back_kept` names out of `back_net` or `back_dead`; return how many rows that were."""
    field = "back_net.fld" if source == "back_net" else f"CASE is_new WHEN 1 THEN '{WHOLE}' ELSE 'deleted_at' END"
    return connection.exec_driver_sql(
        f"""DELETE FROM {source} WHERE EXISTS(
              SELECT 1 FROM back_kept k WHERE k.tbl={source}.tbl AND k.pk={source}.pk AND k.fld={field})"""
    ).rowcount
