"""The centre's tables, made from the models' metadata: one list of columns that migrations, functions, pull, twin and tests can ask.

Ids are text of 32 hex digits in byte order, times and days ISO text exactly as on the laptop (`docs/adr/0016`). Nothing that a
distributed engine lacks is used (`sync.md` §4, `portability`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from crmdesk.models.hanging import HANGINGS, MENTIONS
from crmdesk.sync.fields import CODED, FROM_CENTRE, PULL_ORDER, synced_fields, team_givers

SCHEMAS: Final = ("sec", "crm", "sync", "sync_v1")
TEXT: Final = 'text COLLATE "C"'
_TYPES: Final = {"text": TEXT, "int": "bigint", "float": "double precision"}
_KNOWN_TO_CENTRE_ONLY: Final = frozenset({"stream_id", "by_user", "by_at", "code_wanted"})


@dataclass(frozen=True, slots=True)
class CentralColumn:
    """One column of a table of schema `crm`; `rest` is what follows its type in DDL."""

    name: str
    type: str
    rest: str = ""

    @property
    def ddl(self) -> str:
        """The column in a CREATE TABLE."""
        return f"{self.name} {self.type} {self.rest}".rstrip()


_KEY: Final = (
    CentralColumn("id", TEXT, "PRIMARY KEY"),
    CentralColumn("team_id", TEXT, "NOT NULL"),
    CentralColumn("rv", "bigint", "NOT NULL"),
    CentralColumn("stream_id", "int", "NOT NULL DEFAULT 0"),
    CentralColumn("deleted_at", TEXT),
)
_OF_RECORDS: Final = (
    CentralColumn("merged_into", TEXT),
    CentralColumn("extra", "text", "NOT NULL DEFAULT '{}'"),
    CentralColumn("by_user", TEXT),
    CentralColumn("by_at", TEXT),
)


@cache
def central_columns(table: str) -> tuple[CentralColumn, ...]:
    """Return the columns of `crm.<table>`, in order: service columns, then fields in the models' order.

    Raises:
        KeyError: no such table.
    """
    if table in FROM_CENTRE:
        return _KEY + _question_columns(table)
    if table not in PULL_ORDER:
        raise KeyError(table)
    service = {column.name for column in _KEY + _OF_RECORDS}
    fields = tuple(
        CentralColumn(name, _TYPES[field.type])
        for (owner, name), field in synced_fields().items()
        if owner == table and name not in service
    )
    wanted = (CentralColumn("code_wanted", TEXT),) if table in CODED else ()
    return _KEY + _OF_RECORDS + fields + wanted


def _question_columns(table: str) -> tuple[CentralColumn, ...]:
    from crmdesk.models.registry import metadata

    service = {column.name for column in _KEY}
    return tuple(CentralColumn(column.name, TEXT) for column in metadata().tables[table].columns if column.name not in service)


@cache
def pulled_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that laptops get, in the order of `central_columns`."""
    hidden = _KNOWN_TO_CENTRE_ONLY - ({"by_user"} if table in FROM_CENTRE else frozenset())
    return tuple(column.name for column in central_columns(table) if column.name not in hidden)


@dataclass(frozen=True, slots=True)
class CentralHanging:
    """One line of `sync.hanging`: a column that names a record of another table.

    Attributes:
        is_parent: the row cannot live without it. gives_team: the row belongs to that record's team.
    """

    table: str
    column: str
    parent: str
    is_parent: bool
    gives_team: bool


@cache
def hangings() -> tuple[CentralHanging, ...]:
    """Return every column by which records name others; what follows a merge, and what comes back with its child."""
    hung = tuple(
        CentralHanging(one.table, one.column, one.parent, is_parent=True, gives_team=(one.table, one.column) in team_givers())
        for one in HANGINGS
    )
    return hung + tuple(CentralHanging(*mention, is_parent=False, gives_team=False) for mention in MENTIONS)


def crm_statements() -> Iterator[str]:
    """Yield the DDL of every table of records, with its indexes."""
    for table in PULL_ORDER:
        columns = ",\n  ".join(column.ddl for column in central_columns(table))
        yield f"CREATE TABLE crm.{table} (\n  {columns}\n)"
        yield f"CREATE INDEX {table}_team ON crm.{table} (team_id, rv, id)"
        yield f"CREATE INDEX {table}_stream ON crm.{table} (stream_id, rv, id)"
        for hanging in hangings():
            if hanging.table == table:
                yield f"CREATE INDEX {table}_{hanging.column} ON crm.{table} ({hanging.column})"
    yield "CREATE INDEX claim_record ON crm.claim (record_id)"
    yield "CREATE INDEX company_credit_code ON crm.company (credit_code)"
    yield "CREATE INDEX collaborator_user ON crm.collaborator (user_id)"
    for table in FROM_CENTRE:
        yield f"CREATE INDEX {table}_record ON crm.{table} (record_id)"


_WITH_CONSEQUENCES: Final = frozenset({"code", "credit_code", "deleted_at", "merged_into"})
_DECIDING: Final = frozenset({"claim", "collaborator", "pool", "pool_member"})
"""Tables of which any field may decide who holds or sees other records."""


def field_policies() -> tuple[tuple[str, str, str, bool, bool, int, bool], ...]:
    """Return the rows of `sync.field_policy`: table, field, type, required, guarded, version that brought it, and whether it is plain.

    A plain field may be set without a look at anything but its own record, and changes nothing of who sees what.
    """
    return tuple(
        (field.table, field.name, field.type, field.required, field.guarded, field.since, _is_plain(field.table, field.name))
        for field in synced_fields().values()
    )


def _is_plain(table: str, name: str) -> bool:
    return table not in _DECIDING and not name.endswith("_id") and name not in _WITH_CONSEQUENCES
