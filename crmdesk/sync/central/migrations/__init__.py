"""Bringing a central database to today's schema: tables by Alembic, functions and rights written anew each time, all in one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import psycopg
    from alembic.config import Config

HEAD: Final = "c0003"
"""The revision this program's functions are written for."""

_FOLDER: Final = Path(__file__).parent
FUNCTIONS: Final = _FOLDER.with_name("functions")
"""Files of SQL functions; run in the order of their names at every upgrade, so each must bear to be run again."""


def upgrade(connection: "psycopg.Connection[Any]") -> None:
    """Create or upgrade everything in the caller's transaction: roles, schemas, tables, functions, policies, grants.

    Edits that waited because the centre did not know their field are taken at the end.

    The login must be a superuser, or the database's owner with CREATEROLE. Committing is the caller's.

    Raises:
        psycopg.Error: as PostgreSQL says; nothing has changed after the caller's roll-back.
    """
    from crmdesk.sync.central.schema import SCHEMAS

    for schema in SCHEMAS:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}".encode())
    _migrate(connection)
    _write_policies(connection)
    install_functions(connection)
    connection.execute("SELECT sync.replay_parked()")


def stored_revision(connection: "psycopg.Connection[Any]") -> str | None:
    """Return the schema's revision, None where there is no centre yet."""
    if connection.execute("SELECT to_regclass('sync.revision')").fetchone() in {None, (None,)}:
        return None
    row = connection.execute("SELECT version_num FROM sync.revision").fetchone()
    return None if row is None else str(row[0])


def install_functions(connection: "psycopg.Connection[Any]") -> None:
    """Write every function anew; those of schema `sync` that no file has any more are dropped."""
    from crmdesk.sync.central.row_functions import row_functions

    connection.execute("SET LOCAL check_function_bodies = off")  # they call each other; the order of files is free
    _drop_internals(connection)
    for statement in row_functions():
        connection.execute(statement.encode())
    for path in sorted(FUNCTIONS.glob("*.sql")):
        connection.execute(path.read_bytes())


def _drop_internals(connection: "psycopg.Connection[Any]") -> None:
    connection.execute(
        """DO $$ DECLARE one text; BEGIN
          FOR one IN SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'sync'::regnamespace LOOP
            EXECUTE 'DROP FUNCTION ' || one;
          END LOOP;
          FOR one IN SELECT format('sync.%I', t.typname) FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
            WHERE t.typnamespace = 'sync'::regnamespace AND c.relkind = 'c' LOOP
            EXECUTE 'DROP TYPE ' || one;
          END LOOP;
        END $$"""
    )


def _write_policies(connection: "psycopg.Connection[Any]") -> None:
    from crmdesk.sync.central.schema import field_policies, hangings

    connection.execute("DELETE FROM sync.field_policy")
    connection.execute("DELETE FROM sync.known_table")
    connection.execute("DELETE FROM sync.hanging")
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO sync.field_policy VALUES (%s, %s, %s, %s, %s, %s, %s)", field_policies())
        cursor.execute(
            """INSERT INTO sync.known_table SELECT tbl, array_agg(fld), coalesce(array_agg(fld) FILTER (WHERE required), '{}'),
               jsonb_object_agg(fld, type) FROM sync.field_policy GROUP BY tbl"""
        )
        rows = [(one.table, one.column, one.parent, one.is_parent, one.gives_team) for one in hangings()]
        cursor.executemany("INSERT INTO sync.hanging VALUES (%s, %s, %s, %s, %s)", rows)


def _migrate(connection: "psycopg.Connection[Any]") -> None:
    from alembic import command
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: connection, poolclass=StaticPool, pool_reset_on_return=None, _initialize=False
    )
    borrowed = engine.connect()
    config = alembic_config()
    config.attributes["connection"] = borrowed
    command.upgrade(config, "head")
    borrowed.detach()  # the connection is the caller's: neither rolled back nor closed here


def alembic_config() -> "Config":
    """Return Alembic's configuration for this folder; works in a bundle too."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    return config
