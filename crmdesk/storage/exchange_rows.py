"""Rows of the centre into the replica: new ones inserted, changed ones updated, never logged; what waits to be sent is not touched.

Every function runs inside `UnitOfWork.unlogged`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.storage.capture import trigger_statements
from crmdesk.storage.derived import Touched
from crmdesk.storage.exchange_columns import Column, ColumnRows, columns_of
from crmdesk.storage.exchange_outbox import FIRST_PENDING

WHOLE: Final = "*"
"""Stands for every field of a record: it was inserted here and the centre has not answered."""
_OF_CENTRE: Final = frozenset({"stream_id", "by_user", "by_at", "code_wanted"})
"""Columns of the centre that are no business of a laptop."""
_JSON_COLUMNS: Final = frozenset({"base", "theirs", "mine", "old", "new"})
_MANY: Final = 1_000
"""From so many new rows on the triggers that would log them are taken away meanwhile."""
_IN_STATEMENT: Final = 500
"""Rows of one statement: SQLite writes them while another thread of this program works."""
_VALUES_AT_MOST: Final = 32_000
"""Values of one statement; SQLite takes 32,766."""
_FEW: Final = 500
"""Rows whose ids are compared here rather than each row of a page looked for."""
_QUIET: Final = frozenset({"id", "rv", "extra"})
"""Columns whose change is no news and refreshes nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that came with another value; `field` None: the whole record is new here."""

    table: str
    record: str
    field: str | None
    old: Any
    new: Any
    rv: int


@dataclass(slots=True)
class Applied:
    """What some rows did to the replica."""

    rows: int = 0
    ids: dict[str, set[str]] = field(default_factory=dict)
    fields: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    former: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    later: bool = False
    """Premises keys of new sites are derived later."""

    def touched(self) -> Touched:
        """Return it as the refreshers want it."""
        return Touched(
            {table: frozenset(ids) for table, ids in self.ids.items()},
            {key: frozenset(ids) for key, ids in self.fields.items()},
            {key: frozenset(values) for key, values in self.former.items()},
        )

    def parted(self) -> tuple[Touched, Touched]:
        """Return new records and changed ones apart."""
        fresh = {key: frozenset(ids) for key, ids in self.fields.items() if key[1] == WHOLE}
        new = {table: ids for (table, _), ids in fresh.items()}
        changed = {table: frozenset(ids - new.get(table, frozenset())) for table, ids in self.ids.items()}
        fields = {key: rest for key, ids in self.fields.items() if key[1] != WHOLE and (rest := frozenset(ids) & changed[key[0]])}
        former = {key: frozenset(values) for key, values in self.former.items()}
        return Touched(new, fresh), Touched({table: ids for table, ids in changed.items() if ids}, fields, former)

    def note(self, table: str, name: str, record: str, old: Any = None) -> None:
        """Note that a field (or, as `*`, a whole record) changed."""
        self.ids.setdefault(table, set()).add(record)
        self.fields.setdefault((table, name), set()).add(record)
        if old is not None and name.endswith(("_id", "_into")):
            self.former.setdefault((table, name), set()).add(old)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the rows of one page fit into a table here."""

    columns: tuple[str, ...]
    places: tuple[int, ...]
    unknown: tuple[tuple[int, str], ...]
    derived: tuple[str, ...]
    required: tuple[tuple[int, Any], ...]
    id_at: int
    rv_at: int


@cache
def table_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a replicated table that the centre writes."""
    from crmdesk.models.registry import metadata

    return tuple(column.name for column in metadata().tables[table].columns if not column.info.get("local"))


@cache
def _shape(table: str, sent: tuple[str, ...]) -> _Shape:
    known = set(table_columns(table))
    places = [(at, name) for at, name in enumerate(sent) if name in known]
    columns = tuple(name for _, name in places)
    unknown = tuple((at, name) for at, name in enumerate(sent) if name not in known and name not in _OF_CENTRE)
    derived = {"company": ("sort_key",), "lead": ("sort_key",), "site": ("sort_key", "premises_key")}.get(table, ())
    empty = _least_values(table)
    required = tuple((at, empty[name]) for at, name in enumerate(columns) if name in empty)
    return _Shape(columns, tuple(at for at, _ in places), unknown, derived, required, columns.index("id"), columns.index("rv"))


@cache
def _least_values(table: str) -> Mapping[str, Any]:
    """Return what a required column holds where the centre sends nothing: a replica takes every row (`sync.md` §6.13)."""
    from sqlalchemy import Double, Integer

    from crmdesk.models.registry import metadata

    found: dict[str, Any] = {}
    for column in metadata().tables[table].columns:
        if not column.nullable and not column.info.get("local") and column.name != "id":
            default = getattr(column.default, "arg", None)
            plain = default if isinstance(default, (str, int, float)) else None
            found[column.name] = plain if plain is not None else 0 if isinstance(column.type, (Integer, Double)) else ""
    return found


def protected_fields(connection: Connection, records: Sequence[str]) -> dict[str, set[str]]:
    """Return record → fields that were changed here and wait for the centre's answer, settled questions among them."""
    found: dict[str, set[str]] = {}
    if (
        connection.exec_driver_sql(f"SELECT 1 FROM sync_op WHERE seq>={FIRST_PENDING} AND outcome IS NULL LIMIT 1").first()
        is None
    ):
        return found
    (first,) = connection.exec_driver_sql(f"SELECT {FIRST_PENDING}").one()
    rows = connection.exec_driver_sql(
        """SELECT pk, CASE kind WHEN 'ins' THEN '*' ELSE fld END FROM sync_op
           WHERE pk IN (SELECT value FROM json_each(?)) AND seq>=? AND outcome IS NULL AND kind<>'resolve'""",
        (json.dumps(list(records)), first),
    ).all()
    answers = [
        row
        for table, choices in (("conflict", "o.fld<>'ask'"), ("parked_edit", "o.fld='accept'"))
        for row in connection.exec_driver_sql(
            f"""SELECT q.record_id, q.fld FROM {table} q CROSS JOIN sync_op o ON o.pk=q.id
                WHERE q.record_id IN (SELECT value FROM json_each(?)) AND q.fld IS NOT NULL
                  AND o.seq>=? AND o.outcome IS NULL AND o.kind='resolve' AND {choices}""",
            (json.dumps(list(records)), first),
        )
    ]
    for record, name in (*rows, *answers):
        found.setdefault(record, set()).add(name)
    return found


@dataclass(frozen=True, slots=True)
class _Inserts:
    """Rows to be inserted: the columns that have values, statements' worth of values one row after the other, and the last rows."""

    columns: tuple[str, ...]
    blocks: tuple[tuple[Any, ...], ...]
    rest: tuple[tuple[Any, ...], ...]


class ReadyRows(ColumnRows):
    """Rows as the centre sent them, with what they become here worked out already."""

    __slots__ = ("inserts", "shape", "stored")

    def __init__(self, table: str, sent: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Work out, of at least one row of a first pull, everything that needs no look at what is here."""
        super().__init__(columns_of(rows))
        self.shape = _shape(table, tuple(sent))
        self.stored = ColumnRows(_stored(table, self.shape, self))
        self.inserts = _inserts(table, self.shape, self.stored, later=True)


def apply_rows(
    connection: Connection, table: str, sent: Sequence[str], rows: Sequence[Sequence[Any]], *, into: Applied, with_changes: bool
) -> None:
    """Write rows of one table as the centre sent them; `with_changes`: note every field that is news."""
    if not rows:
        return
    ready = rows if isinstance(rows, ReadyRows) else None
    shape = ready.shape if ready else _shape(table, tuple(sent))
    columns, id_at = shape.columns, shape.id_at
    stored = ready.stored if ready else ColumnRows(_stored(table, shape, rows))
    ids = stored.columns[id_at] or ()
    into.rows += len(rows)
    present = _present(connection, table, columns, id_at, ids)
    if not present and not with_changes and len(set(ids)) == len(ids):
        _insert(connection, table, shape, stored, into, ready.inserts if ready and into.later else None)
        return
    fresh = {values[id_at]: values for values in stored}
    protected = protected_fields(connection, list(fresh)) if present else {}
    inserts, updates = [], []
    for record, values in fresh.items():
        before = present.get(record)
        if before is None:
            inserts.append(values)
            if with_changes:
                into.changes.append(Change(table, record, None, None, None, values[shape.rv_at]))
            continue
        kept = _kept(columns, before, values, protected.get(record))
        if kept != before:
            updates.append(kept)
            _compare(table, columns, before, kept, shape, into, with_changes=with_changes)
    if inserts:
        _insert(connection, table, shape, ColumnRows(columns_of(inserts)), into, None)
    if updates:
        others = [at for at in range(len(columns)) if at != id_at]
        assignments = ",".join(f"{columns[at]}=?" for at in others)
        pick = itemgetter(*others, id_at)
        connection.exec_driver_sql(f"UPDATE {table} SET {assignments} WHERE id=?", [pick(values) for values in updates])


def _stored(table: str, shape: _Shape, rows: Sequence[Sequence[Any]]) -> list[Column]:
    """Return the columns of this table, values as they are stored here."""
    sent, count = columns_of(rows), len(rows)
    stored = [sent[at] for at in shape.places]
    for at, least in shape.required:
        column = stored[at]
        if column is None:
            stored[at] = [least] * count
        elif None in column:
            stored[at] = [least if value is None else value for value in column]
    if "extra" in shape.columns:
        at = shape.columns.index("extra")
        column = stored[at] or ()
        unknown = [(name, some) for place, name in shape.unknown if (some := sent[place]) is not None]
        if unknown or column.count("{}") < count:
            more: Iterable[dict[str, Any]] = (
                {name: some[row] for name, some in unknown if some[row] is not None} for row in range(count)
            )
            stored[at] = [_extra(value, one) for value, one in zip(column, more, strict=True)]
    if table in {"conflict", "parked_edit"}:
        for at, name in enumerate(shape.columns):
            if name in _JSON_COLUMNS and (column := stored[at]) is not None:
                stored[at] = [_json_text(value) for value in column]
    return stored


def _extra(sent: Any, unknown: Mapping[str, Any]) -> str:
    """Return `extra` with the columns that this program does not know (`sync.md` §2.8, 30)."""
    known: dict[str, Any] = json.loads(sent) if isinstance(sent, str) and sent else dict(sent or {})
    known |= unknown
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if known else "{}"


def _json_text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _present(
    connection: Connection, table: str, columns: Sequence[str], id_at: int, ids: Sequence[str]
) -> dict[str, tuple[Any, ...]]:
    # ids rise with time: of new rows there are none between, or few, which one look tells
    between = connection.exec_driver_sql(
        f"SELECT id FROM {table} WHERE id BETWEEN ? AND ? LIMIT ?", (min(ids), max(ids), _FEW)
    ).scalars()
    near = set(between)
    asked = list(ids) if len(near) == _FEW else list(near.intersection(ids))
    if not asked:
        return {}
    rows = connection.exec_driver_sql(
        f"SELECT {','.join(columns)} FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(asked),)
    )
    return {row[id_at]: tuple(row) for row in rows}


def _kept(
    columns: Sequence[str], before: tuple[Any, ...], values: tuple[Any, ...], protected: set[str] | None
) -> tuple[Any, ...]:
    """Return the row to be written: the sent one, but as it is here where an edit waits for the centre's answer."""
    if not protected:
        return values
    whole = WHOLE in protected
    return tuple(
        before[at] if name in protected or (whole and name not in _QUIET) else values[at] for at, name in enumerate(columns)
    )


def _compare(  # noqa: PLR0917
    table: str,
    columns: Sequence[str],
    before: tuple[Any, ...],
    after: tuple[Any, ...],
    shape: _Shape,
    into: Applied,
    *,
    with_changes: bool,
) -> None:
    record, rv = after[shape.id_at], after[shape.rv_at]
    into.ids.setdefault(table, set()).add(record)
    for at, name in enumerate(columns):
        if before[at] == after[at] or name in _QUIET:
            continue
        into.note(table, name, record, before[at])
        if with_changes and not (name == "team_id" and before[at] is None):
            into.changes.append(Change(table, record, name, before[at], after[at], rv))


@contextmanager
def _capture_off(connection: Connection, table: str) -> Iterator[None]:
    """Take the insert triggers of a table away and put them back, in one transaction: asking each row whether to log it is half its cost."""
    from crmdesk.models.registry import metadata

    statements = trigger_statements(metadata().tables[table]) if table not in {"conflict", "parked_edit"} else {}
    off = {name: text for name, text in statements.items() if name.endswith(("_ins", "_norepl"))}
    for name in off:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for text in off.values():
        connection.exec_driver_sql(text)


def _insert(connection: Connection, table: str, shape: _Shape, rows: ColumnRows, into: Applied, ready: _Inserts | None) -> None:  # noqa: PLR0917
    inserts = ready or _inserts(table, shape, rows, later=into.later)
    new = rows.columns[shape.id_at] or ()
    into.ids.setdefault(table, set()).update(new)
    into.fields.setdefault((table, WHOLE), set()).update(new)
    statement, one = f"INSERT INTO {table}({','.join(inserts.columns)}) VALUES", f"({','.join('?' * len(inserts.columns))})"
    with _capture_off(connection, table) if len(rows) >= _MANY else nullcontext():
        for block in inserts.blocks:
            connection.exec_driver_sql(statement + ",".join([one] * (len(block) // len(inserts.columns))), block)
        if inserts.rest:
            connection.exec_driver_sql(statement + one, list(inserts.rest))
    if "merged_into" in inserts.columns:
        merged = rows.columns[shape.columns.index("merged_into")] or ()
        for record, survivor in zip(new, merged, strict=True):
            if survivor is not None:
                into.note(table, "merged_into", record)


def _inserts(table: str, shape: _Shape, rows: ColumnRows, *, later: bool) -> _Inserts:
    count = len(rows)
    named = dict(zip(shape.columns, rows.columns, strict=True))
    named |= _derived(table, shape, named, count, later=later)
    filled = {name: column for name, column in named.items() if column is not None and column.count(None) < count}
    values = list(zip(*filled.values(), strict=True))
    many = min(_IN_STATEMENT, _VALUES_AT_MOST // len(filled))
    whole = count - count % many
    blocks = tuple([tuple(chain.from_iterable(values[at : at + many])) for at in range(0, whole, many)])
    return _Inserts(tuple(filled), blocks, tuple(values[whole:]))


def _derived(table: str, shape: _Shape, named: Mapping[str, Column], count: int, *, later: bool) -> dict[str, Column]:
    """Return sort keys, and premises keys of sites unless they come later: written with the rows, they need no second write."""
    from crmdesk.models.pinyin import sort_key
    from crmdesk.models.premises import PREMISES_FIELDS, premises_key

    found: dict[str, Column] = dict.fromkeys(shape.derived)
    if not found:
        return found
    nothing = [None] * count
    names: Sequence[Any] = named.get("name" if table == "site" else "legal_name") or nothing
    if table == "company":
        names = [short or name for short, name in zip(named.get("short_name") or nothing, names, strict=True)]
    if table == "lead":
        companies, people = named.get("company_name") or nothing, named.get("person") or nothing
        found["sort_key"] = [
            sort_key(company or person or "", person=not company) for company, person in zip(companies, people, strict=True)
        ]
        return found
    keys = {name: None if name is None else sort_key(name) for name in set(names)}
    found["sort_key"] = [keys[name] for name in names]
    if table == "site" and not later:
        parts = [named.get(name) or nothing for name in PREMISES_FIELDS]
        found["premises_key"] = [premises_key(*values) for values in zip(*parts, strict=True)]
    return found
