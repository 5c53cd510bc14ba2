"""The plain schema in PostgreSQL's words: made when missing, brought up to date when older, with a comment on everything."""

import re
from collections.abc import Iterator
from typing import Any, Final

import psycopg

from crmdesk.sync.export.columns import PlainTable, PlainView
from crmdesk.sync.export.errors import SchemaNameWrong, SchemaTaken, SchemaTooNew
from crmdesk.sync.export.tables import SERVICE, TABLES, VERSION
from crmdesk.sync.export.views import VIEWS

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,47}")
_RESERVED: Final = frozenset({"public", "information_schema", "sec", "crm", "sync", "sync_v1"})

_BOOKS: Final = (
    (
        "export_target",
        "The export itself: one row.",
        ("is_it boolean PRIMARY KEY DEFAULT true CHECK (is_it)", "version bigint NOT NULL"),
    ),
    (
        "export_store",
        "Stores that were exported: one row for each laptop's store.",
        (
            "id text PRIMARY KEY",
            "laptop text",
            "person text",
            "mark text NOT NULL",
            "first_at timestamptz NOT NULL DEFAULT now()",
            "last_at timestamptz NOT NULL DEFAULT now()",
        ),
    ),
    (
        "export_run",
        "Every export: when, from which laptop, by whom, how many rows.",
        (
            "id bigint PRIMARY KEY",
            "store_id text NOT NULL",
            "laptop text",
            "person text",
            "program text",
            "at timestamptz NOT NULL DEFAULT now()",
            "seconds numeric(12,3) NOT NULL",
            "is_full boolean NOT NULL",
            *(f"{name} bigint NOT NULL" for name in ("rows_new", "rows_changed", "rows_unchanged", "rows_deleted", "rows_kept")),
        ),
    ),
    (
        "export_gone",
        "Records that were deleted, or merged into another: what an older copy must not bring back.",
        (
            "table_name text NOT NULL",
            "id text NOT NULL",
            "merged_into text",
            "edited_at timestamptz",
            "store_id text NOT NULL",
            "PRIMARY KEY (table_name, id)",
        ),
    ),
)
"""Tables in which the export keeps book: name, comment, columns."""


def checked_name(schema: str) -> str:
    """Return a schema's name that needs no quotes.

    Raises:
        SchemaNameWrong: it is none, or one that is used otherwise.
    """
    if not _NAME.fullmatch(schema) or schema in _RESERVED or schema.startswith("pg_"):
        raise SchemaNameWrong(schema=schema)
    return schema


def version_there(connection: psycopg.Connection[Any], schema: str) -> int:
    """Return the version of the schema's tables, 0 where there are none yet.

    Raises:
        SchemaTaken: it holds something else. SchemaTooNew: a newer program made it.
    """
    known = connection.execute(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname=%s AND c.relkind IN ('r','p','v','m','f')",
        (schema,),
    ).fetchall()
    names = {row[0] for row in known}
    if not names:
        return 0
    if "export_target" not in names:
        raise SchemaTaken(schema=schema)
    row = connection.execute(f"SELECT version FROM {schema}.export_target".encode()).fetchone()
    version = int(row[0]) if row else 0
    if version > VERSION:
        raise SchemaTooNew(schema=schema)
    return version


def bring_up_to_date(connection: psycopg.Connection[Any], schema: str) -> None:
    """Make what is missing, in the present transaction."""
    connection.execute("SET LOCAL client_min_messages=warning")
    connection.execute(";\n".join(statements(schema)).encode())  # one way there and back, not four hundred


def statements(schema: str) -> Iterator[str]:
    """Yield the statements that make the schema; each may be repeated."""
    yield f"CREATE SCHEMA IF NOT EXISTS {schema}"
    yield f"COMMENT ON SCHEMA {schema} IS {_quoted('Customers, exported by crmdesk; for reports, read only. See docs/export.md.')}"
    for name, meaning, columns in _BOOKS:
        yield f"CREATE TABLE IF NOT EXISTS {schema}.{name} ({', '.join(columns)})"
        yield f"COMMENT ON TABLE {schema}.{name} IS {_quoted(meaning)}"
    for table in TABLES:
        yield from _table(schema, table)
    for view in VIEWS:
        yield from _view(schema, view)
    yield (
        f"INSERT INTO {schema}.export_target(version) VALUES ({VERSION}) "
        f"ON CONFLICT (is_it) DO UPDATE SET version=greatest(export_target.version,{VERSION})"
    )


def _table(schema: str, table: PlainTable) -> Iterator[str]:
    columns = (*table.columns, *SERVICE)
    body = ", ".join(f"{column.name} {column.type.sql}" for column in columns)
    yield f"CREATE TABLE IF NOT EXISTS {schema}.{table.name} ({body}, PRIMARY KEY (id))"
    for column in columns[1:]:
        yield f"ALTER TABLE {schema}.{table.name} ADD COLUMN IF NOT EXISTS {column.name} {column.type.sql}"
    yield from index_statements(schema, table)
    yield f"COMMENT ON TABLE {schema}.{table.name} IS {_quoted(table.meaning)}"
    for column in columns:
        yield f"COMMENT ON COLUMN {schema}.{table.name}.{column.name} IS {_quoted(column.meaning)}"


def index_statements(schema: str, table: PlainTable) -> Iterator[str]:
    """Yield the statements that make a table's indices beside its key."""
    for column in table.columns:
        if column.is_indexed:
            yield f"CREATE INDEX IF NOT EXISTS {table.name}_{column.name} ON {schema}.{table.name} ({column.name})"


def index_drops(schema: str, table: PlainTable) -> Iterator[str]:
    """Yield the statements that take them away: a table is filled several times faster without."""
    for column in table.columns:
        if column.is_indexed:
            yield f"DROP INDEX IF EXISTS {schema}.{table.name}_{column.name}"


def _view(schema: str, view: PlainView) -> Iterator[str]:
    yield f"DROP VIEW IF EXISTS {schema}.{view.name}"
    body = ", ".join(f"{column.source.format(s=schema)} AS {column.name}" for column in view.columns)
    yield f"CREATE VIEW {schema}.{view.name} AS SELECT {body} FROM {view.source.format(s=schema)}"
    yield f"COMMENT ON VIEW {schema}.{view.name} IS {_quoted(view.meaning)}"
    for column in view.columns:
        yield f"COMMENT ON COLUMN {schema}.{view.name}.{column.name} IS {_quoted(column.meaning)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
