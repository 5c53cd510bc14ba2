"""Rows into the plain schema: keys are compared first, then only what is new or changed travels; all in one transaction.

Errors are raised outside their `except` blocks: psycopg's carry the connection's parameters, password included.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

import psycopg

from crmdesk.core.errors import CrmError
from crmdesk.sync.central.credentials import Secret
from crmdesk.sync.central.opening import open_connection
from crmdesk.sync.central.plain_derived import work_out_levels, work_out_paths
from crmdesk.sync.central.plain_schema import bring_up_to_date, checked_name, index_drops, index_statements, version_there
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.errors import CentreRefused, CentreUnreachable
from crmdesk.sync.export.columns import PlainTable
from crmdesk.sync.export.errors import DatabaseRefused, DatabaseUnreachable, ExportBusy, ExportFailed
from crmdesk.sync.export.reading import GoneRow, ReadRow
from crmdesk.sync.export.tables import SERVICE, VERSION
from crmdesk.sync.export.values import Counts, ExportReport, Mark

_LOCK_WAIT: Final = "20s"
_BEHIND: Final = ", ".join(column.name for column in SERVICE)

_KEYS: Final = """
DROP TABLE IF EXISTS export_key;
CREATE TEMP TABLE export_key(id text PRIMARY KEY, fingerprint text, edited_at timestamptz, merged_into text, state text) ON COMMIT DROP"""

_COMPARE: Final = """
UPDATE export_key k SET state=f.state FROM (
  SELECT k.id, CASE
    WHEN k.fingerprint IS NOT NULL AND t.id IS NOT NULL AND t.fingerprint=k.fingerprint THEN 'unchanged'
    WHEN k.fingerprint IS NOT NULL AND t.id IS NOT NULL AND {beats_t} THEN 'changed'
    WHEN k.fingerprint IS NOT NULL AND t.id IS NOT NULL THEN 'kept'
    WHEN k.fingerprint IS NOT NULL AND g.id IS NOT NULL AND NOT {beats_g} THEN 'kept'
    WHEN k.fingerprint IS NOT NULL THEN 'new'
    WHEN t.id IS NOT NULL AND {beats_t} THEN 'deleted'
    WHEN t.id IS NOT NULL THEN 'kept'
    WHEN g.id IS NULL THEN 'gone'
    ELSE 'known' END AS state
  FROM export_key k LEFT JOIN {s}.{table} t ON t.id=k.id LEFT JOIN {s}.export_gone g ON g.table_name='{table}' AND g.id=k.id
) f WHERE f.id=k.id"""

_BEATS: Final = "({x}.store_id=%(store)s AND (%(own)s OR {k} >= {x_at}) OR {k} > {x_at})"
"""Whether the copy that comes is written over the one that is there: the same store's later state, or edited later."""


class PlainTarget:
    """One connection with one transaction, for one export by one thread; leaving without `finish` leaves nothing behind."""

    def __init__(self, connection: psycopg.Connection[Any], schema: str, store: str) -> None:
        self._connection = connection
        self._schema = checked_name(schema)
        self._store = store
        self._moves_paths = False
        self._moves_levels = False
        self._was_empty: list[PlainTable] = []
        self.version = 0
        self.now = ""

    # -- the transaction

    @property
    def is_new(self) -> bool:
        """Whether no export was ever made into the schema."""
        return self.version == 0

    def begin(self, *, is_preview: bool) -> Mark:
        """Begin the transaction, make or upgrade the schema unless it is a preview; return how far this store was exported.

        Raises:
            SchemaTaken, SchemaTooNew, ExportBusy: as their texts say.
        """
        connection = self._connection
        connection.execute("BEGIN")
        connection.execute(f"SET LOCAL lock_timeout='{_LOCK_WAIT}'")
        connection.execute("SET LOCAL TimeZone='UTC'")
        self.version = version_there(connection, self._schema)
        self.now = str(_one(connection, """SELECT to_char(now(),'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""))
        if not is_preview:
            if self.version < VERSION:
                bring_up_to_date(connection, self._schema)
            self._execute("SELECT is_it FROM {s}.export_target FOR UPDATE")  # one export at a time
        elif self.is_new:
            return Mark()
        self._connection.execute("CREATE TEMP TABLE export_moved(id text) ON COMMIT DROP")
        row = self._execute("SELECT mark FROM {s}.export_store WHERE id=%s", (self._store,)).fetchone()
        return Mark.from_json(row[0]) if row else Mark()

    def is_empty(self, table: PlainTable) -> bool:
        """Whether a table holds nothing and nothing was deleted from it: whatever comes is new."""
        if self.is_new and not self._is_there(table):
            return True
        found = self._execute(
            f"SELECT EXISTS(SELECT 1 FROM {{s}}.{table.name}) OR EXISTS(SELECT 1 FROM {{s}}.export_gone WHERE table_name=%s)",
            (table.name,),
        ).fetchone()
        return not (found and found[0])

    def _is_there(self, table: PlainTable) -> bool:
        return bool(_one(self._connection, f"SELECT to_regclass('{self._schema}.{table.name}') IS NOT NULL"))

    # -- rows

    def take_all(self, table: PlainTable, chunks: Iterable[list[ReadRow]], gone: Iterable[GoneRow]) -> Counts:
        """Copy everything into an empty table."""
        self._run(index_drops(self._schema, table))
        new = self._copy_rows(f"{self._schema}.{table.name}", table, chunks)
        rows = [f"{table.name},{_field(one.id)},{_field(one.merged_into)},{one.edited},{self._store}\n" for one in gone]
        self._copy(f"{self._schema}.export_gone(table_name,id,merged_into,edited_at,store_id)", [rows])
        self._note_moves(table, all_of_them=True)
        return Counts(new=new)

    def compare(
        self, table: PlainTable, chunks: Iterable[list[ReadRow]], gone: Iterable[GoneRow], *, is_own_newer: bool
    ) -> Counts:
        """Take keys and fingerprints and say what becomes of each; `apply` carries it out."""
        self._connection.execute(_KEYS.encode())
        living = ([f"{_field(row.id)},{row.fingerprint},{row.edited},\n" for row in rows] for rows in chunks)
        dead = [f"{_field(one.id)},,{one.edited},{_field(one.merged_into)}\n" for one in gone]
        self._copy("export_key(id,fingerprint,edited_at,merged_into)", _then(living, dead))
        self._connection.execute("ANALYZE export_key")
        beats = {
            f"beats_{x}": _BEATS.format(x=x, k="coalesce(k.edited_at,'-infinity')", x_at=f"coalesce({x}.edited_at,'-infinity')")
            for x in ("t", "g")
        }
        statement = _COMPARE.format(s=self._schema, table=table.name, **beats)
        self._connection.execute(statement.encode(), {"store": self._store, "own": is_own_newer})
        found = dict(self._connection.execute("SELECT state,count(*) FROM export_key GROUP BY state").fetchall())
        return Counts(*(int(found.get(name, 0)) for name in ("new", "changed", "unchanged", "deleted", "kept")))

    def wanted(self) -> frozenset[str]:
        """Return the ids of the rows that are to travel, after `compare`."""
        rows = self._connection.execute("SELECT id FROM export_key WHERE state IN ('new','changed')").fetchall()
        return frozenset(row[0] for row in rows)

    def apply(self, table: PlainTable, chunks: Iterable[list[ReadRow]]) -> None:
        """Take the wanted rows and merge them in; delete what is deleted."""
        names = ", ".join(column.name for column in table.sent)
        stage = f"export_new_{table.name}"
        self._connection.execute(f"CREATE TEMP TABLE {stage} (LIKE {self._schema}.{table.name}) ON COMMIT DROP".encode())
        if self._copy_rows(stage, table, chunks):
            replaced = ", ".join(f"{column.name}=excluded.{column.name}" for column in (*table.sent[1:], *SERVICE))
            self._execute(
                f"INSERT INTO {{s}}.{table.name} ({names}, {_BEHIND}) SELECT {names}, {_BEHIND} FROM {stage} "
                f"ON CONFLICT (id) DO UPDATE SET {replaced}"
            )
        self._execute(f"DELETE FROM {{s}}.export_gone g USING {stage} n WHERE g.table_name=%s AND g.id=n.id", (table.name,))
        self._execute(f"DELETE FROM {{s}}.{table.name} t USING export_key k WHERE k.id=t.id AND k.state='deleted'")
        self._execute(
            """INSERT INTO {s}.export_gone(table_name,id,merged_into,edited_at,store_id)
               SELECT %s,id,merged_into,edited_at,%s FROM export_key WHERE state IN ('deleted','gone')
               ON CONFLICT (table_name,id) DO UPDATE SET merged_into=excluded.merged_into, edited_at=excluded.edited_at,
               store_id=excluded.store_id""",
            (table.name, self._store),
        )
        if table.name == "company":
            self._execute(
                f"""INSERT INTO export_moved SELECT id FROM {stage} UNION
                    SELECT c.id FROM {{s}}.company c JOIN export_key k ON k.id=c.parent_id AND k.state='deleted'"""
            )
        self._note_moves(table, all_of_them=False)

    def _note_moves(self, table: PlainTable, *, all_of_them: bool) -> None:
        if all_of_them:
            self._was_empty.append(table)
        self._moves_paths |= table.name == "company"
        self._moves_levels |= table.name == "term"

    def finish(self, report: ExportReport, mark: Mark, *, laptop: str, person: str, program: str) -> None:
        """Work out paths and levels, write the run and the mark, commit."""
        if self._moves_levels:
            work_out_levels(self._connection, self._schema)
        if self._moves_paths:
            is_new = any(table.name == "company" for table in self._was_empty)
            work_out_paths(self._connection, self._schema, all_of_them=is_new)
        for table in self._was_empty:
            self._run(index_statements(self._schema, table))
        self._execute(
            """INSERT INTO {s}.export_store(id,laptop,person,mark) VALUES (%s,%s,%s,%s)
               ON CONFLICT (id) DO UPDATE SET laptop=excluded.laptop, person=excluded.person, mark=excluded.mark, last_at=now()""",
            (self._store, laptop, person, mark.to_json()),
        )
        total = report.total
        self._execute(
            """INSERT INTO {s}.export_run(id,store_id,laptop,person,program,seconds,is_full,
                 rows_new,rows_changed,rows_unchanged,rows_deleted,rows_kept)
               SELECT coalesce(max(id),0)+1,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s FROM {s}.export_run""",
            (
                *(self._store, laptop, person, program, round(report.seconds, 3), report.is_full),
                *(total.new, total.changed, total.unchanged, total.deleted, total.kept),
            ),
        )
        self._connection.execute("COMMIT")

    # -- the line

    def _execute(self, statement: str, values: tuple[Any, ...] | None = None) -> psycopg.Cursor[Any]:
        return self._connection.execute(statement.format(s=self._schema).encode(), values)

    def _run(self, statements: Iterable[str]) -> None:
        for statement in statements:
            self._connection.execute(statement.encode())

    def _copy_rows(self, into: str, table: PlainTable, chunks: Iterable[list[ReadRow]]) -> int:
        names = ", ".join((*(column.name for column in table.sent), _BEHIND))
        behind = f"{self.now},{_field(self._store)}"
        taken = 0

        def lines() -> Iterator[list[str]]:
            nonlocal taken
            for rows in chunks:
                taken += len(rows)
                yield [f"{row.line},{row.created},{row.edited},{behind},{row.fingerprint}\n" for row in rows]

        self._copy(f"{into} ({names})", lines())
        return taken

    def _copy(self, into: str, chunks: Iterable[list[str]]) -> None:
        statement = f"COPY {into} FROM STDIN (FORMAT csv)".encode()
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for lines in chunks:
                copy.write("".join(lines).encode("utf-8", "replace"))


Result = TypeVar("Result")


def with_target(
    settings: CentreSettings, secret: Secret, schema: str, store: str, work: Callable[[PlainTarget], Result]
) -> Result:
    """Give the target of one export to `work` and return what that returns; what it did not finish is rolled back.

    Raises:
        DatabaseUnreachable, DatabaseRefused, ExportFailed, ExportBusy: as their texts say. Whatever `work` raises.
    """
    connection, failure = _opened(settings, secret)
    if connection is None:
        raise failure or DatabaseUnreachable(detail=settings.name)
    try:
        return work(PlainTarget(connection, schema, store))
    except psycopg.Error as error:
        failure = _explained(error, secret)
    finally:
        connection.close()
    raise failure


def _opened(settings: CentreSettings, secret: Secret) -> tuple[psycopg.Connection[Any] | None, CrmError | None]:
    try:
        return open_connection(settings, secret)[0], None
    except CentreRefused as error:
        return None, DatabaseRefused(detail=error.params.get("detail", settings.name))
    except CentreUnreachable as error:
        return None, DatabaseUnreachable(detail=error.params.get("detail", settings.name))


def _explained(error: psycopg.Error, secret: Secret) -> CrmError:
    state = error.sqlstate or ""
    detail = (error.diag.message_primary or str(error)).strip().splitlines()[0]
    if secret.password:
        detail = detail.replace(secret.password, "•••")
    if state == "42501":
        return DatabaseRefused(detail=detail)
    if state == "55P03":
        return ExportBusy()
    if not state or state.startswith(("08", "57")):
        return DatabaseUnreachable(detail=detail)
    return ExportFailed(detail=detail)


def _one(connection: psycopg.Connection[Any], statement: str) -> Any:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None


def _field(text: str) -> str:
    """Return a text as a field of CSV; ids need no quotes."""
    return text if text.isalnum() else '"' + text.replace('"', '""').replace("\0", "") + '"' if text else ""


def _then(chunks: Iterable[list[str]], last: list[str]) -> Iterator[list[str]]:
    yield from chunks
    yield last
