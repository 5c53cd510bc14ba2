"""Change capture: triggers generated from the models' metadata log every changed field of every synced table (`sync.md` §2.4).

Triggers, not ORM events: those miss Core statements, bulk inserts and scripts. They are rebuilt after every migration.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import Column, Connection, Table

from crmdesk.models.hanging import HANGINGS

_PREFIX: Final = "capture_"
_NOT_APPLYING: Final = "(SELECT v FROM sync_ctl WHERE k='applying')=0"
_TX: Final = "(SELECT v FROM sync_ctl WHERE k='tx')"
_MOVES: Final = frozenset((hanging.table, hanging.column) for hanging in HANGINGS if hanging.in_tree)
"""(table, field) whose change moves a record in a tree; logged as kind `move`."""


def captured_columns(table: Table) -> tuple[str, ...]:
    """Return the names of the columns whose changes are logged: all but service and local ones."""
    from crmdesk.models.base import SERVICE_COLUMNS

    return tuple(column.name for column in table.columns if column.name not in SERVICE_COLUMNS and not column.info.get("local"))


def operation_kind(table: str, field: str) -> str:
    """Return the log's kind for a change of a field: `del`, `merge`, `move` or `set`."""
    if field == "deleted_at":
        return "del"
    if field == "merged_into":
        return "merge"
    return "move" if (table, field) in _MOVES else "set"


def trigger_statements(table: Table, present: Collection[str] | None = None) -> dict[str, str]:
    """Return trigger name → CREATE TRIGGER statement for one synced table; `present` are the columns an older format has.

    Four each: inserts logged as one JSON object without nulls, updates as one row per changed field, and guards
    against DELETE and INSERT OR REPLACE, which would lose data unlogged.
    """
    name = table.name
    columns = [column for column in captured_columns(table) if present is None or column in present]
    filled = ",".join(_filled(table.c[column]) for column in columns)
    changed = " UNION ALL ".join(
        f"SELECT '{column}' f,'{operation_kind(name, column)}' k,OLD.{column} o,NEW.{column} w WHERE OLD.{column} IS NOT NEW.{column}"
        for column in columns
    )
    return {
        f"{_PREFIX}{name}_ins": (
            f"CREATE TRIGGER {_PREFIX}{name}_ins AFTER INSERT ON {name} WHEN {_NOT_APPLYING} BEGIN "
            f"INSERT INTO sync_op(tx,tbl,pk,kind,new) VALUES({_TX},'{name}',NEW.id,'ins','{{'||substr(concat({filled}),2)||'}}'); END"
        ),
        f"{_PREFIX}{name}_upd": (
            f"CREATE TRIGGER {_PREFIX}{name}_upd AFTER UPDATE OF {','.join(columns)} ON {name} WHEN {_NOT_APPLYING} BEGIN "
            f"INSERT INTO sync_op(tx,tbl,pk,kind,fld,old,new,seen_rv) "
            f"SELECT {_TX},'{name}',NEW.id,k,f,o,w,OLD.rv FROM ({changed}); END"
        ),
        f"{_PREFIX}{name}_nodel": (
            f"CREATE TRIGGER {_PREFIX}{name}_nodel BEFORE DELETE ON {name} WHEN {_NOT_APPLYING} BEGIN "
            f"SELECT RAISE(ABORT,'synced rows are only marked deleted'); END"
        ),
        f"{_PREFIX}{name}_norepl": (
            f"CREATE TRIGGER {_PREFIX}{name}_norepl BEFORE INSERT ON {name} "
            f"WHEN (EXISTS(SELECT 1 FROM {name} WHERE id=NEW.id) OR EXISTS(SELECT 1 FROM {name} WHERE n=NEW.n)) "
            f"AND {_NOT_APPLYING} BEGIN "
            f"SELECT RAISE(ABORT,'no INSERT OR REPLACE on synced rows'); END"
        ),
    }


def announcing(table: Table) -> str:
    """Return the statement that logs every living row of a table as if it were inserted now; its parameter is the transaction."""
    filled = ",".join(_filled(table.c[column]) for column in captured_columns(table))
    return (
        f"INSERT INTO sync_op(tx,tbl,pk,kind,new) SELECT ?,'{table.name}',NEW.id,'ins','{{'||substr(concat({filled}),2)||'}}' "
        f"FROM {table.name} NEW WHERE NEW.deleted_at IS NULL ORDER BY NEW.n"
    )


def _filled(column: Column[Any]) -> str:
    """Return SQL for one member of an insert's JSON object, empty text where the column is NULL.

    Put together by `concat` in one pass: an object made whole and stripped of its nulls by `json_patch` costs half as much again.
    """
    member = f"',\"{column.name}\":'||json_quote(NEW.{column.name})"
    return f"iif(NEW.{column.name} IS NULL,'',{member})" if column.nullable else member


def drop_capture(connection: Connection) -> None:
    """Drop every capture trigger: nothing is logged until `install_capture`, in the same transaction."""
    old = (
        connection.exec_driver_sql(f"SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE '{_PREFIX}%'")
        .scalars()
        .all()
    )
    for name in old:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def install_capture(connection: Connection, tables: Iterable[Table]) -> int:
    """Drop every capture trigger and create today's; return how many there are now.

    Must run in the transaction of the migration it follows. A table that an older format lacks gets none, and a column it
    lacks is in none.
    """
    drop_capture(connection)
    present = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars())
    count = 0
    for table in tables:
        if table.name not in present:
            continue
        columns = set(connection.exec_driver_sql(f"SELECT name FROM pragma_table_info('{table.name}')").scalars())
        for statement in trigger_statements(table, columns).values():
            connection.exec_driver_sql(statement)
            count += 1
    return count
