"""Asking the index while a person types: step by step from the best hits to the worst, never more than are shown."""

import json
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import Found, Matcher
from crmdesk.models.search_query import Query, Step, parse_query
from crmdesk.storage.search.records import Record, unpacked
from crmdesk.storage.search.schema import KINDS, row_of, rows_of

_STREAM: Final = "SELECT rowid, packed FROM search_index WHERE search_index MATCH ?"
_STREAM_KIND: Final = "SELECT rowid, packed FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?"
_ROWS: Final = "SELECT rowid, packed FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))"
_FILTER: Final = {
    True: " AND +rowid IN (SELECT value FROM json_each(?))",
    False: " AND +rowid NOT IN (SELECT value FROM json_each(?))",
}
"""Checked by SQLite before a row's texts are read; the plus keeps it from asking the index once for each row of the list."""
_OF_KIND: Final = " AND rowid BETWEEN ? AND ?"
_LEAST_READ: Final = 30
"""Hits looked for even where fewer are wanted: which of one step is best is known only among those that were read."""
_MOST_CANDIDATES: Final = 8
"""Candidates verified for one search, as a multiple of the hits looked for: what keeps it instant when few of them verify."""
_MOST_REFUSED: Final = 2_000
"""Candidates outside the place that is searched, one step, before what lies inside is listed instead."""
_MOST_ODD: Final = 4
"""The same for the odd step, which is right least often."""
_MOST_GUESTS: Final = 24
_SHARE: Final = 6
"""Sites and contacts that are shown each, when there are any, however many companies answer as well; of a short list a quarter.

Of leads half as many: most searches are for customers."""
_SHARED_STEPS: Final = frozenset({Step.WHOLE, Step.SHORT_START, Step.NAME_START, Step.ANYWHERE})
_WITHOUT_CODE: Final = frozenset({RecordKind.CONTACT, RecordKind.LEAD})
"""Kinds that have neither short name nor code."""
_NAME_STEPS: Final = frozenset({Step.SHORT_START, Step.NAME_START, Step.INSIDE, Step.ODD})
"""Steps of which a hit answers by a name; for one word alone, what answers otherwise comes with a later step."""


@dataclass(frozen=True, slots=True)
class RawHit:
    """One record that answers a query: its row, and where each word was found."""

    record: Record
    found: tuple[Found, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class _Stream:
    """Reads candidates, all or those that a filter lets in: by SQLite before they are read, or by asking for each."""

    connection: Connection
    condition: str = ""
    rows: tuple[str | int, ...] = ()
    admits: Callable[[Record], bool] | None = None

    def all(self, expression: str) -> Generator[tuple[int, str]]:
        return _rows(self.connection, _STREAM + self.condition, expression, *self.rows)

    def of_rows(self, rows: Sequence[int]) -> Generator[tuple[int, str]]:
        return _rows(self.connection, _ROWS + self.condition, json.dumps(rows), *self.rows)

    def of_kind(self, expression: str, kind: RecordKind) -> Generator[tuple[int, str]]:
        return _rows(self.connection, _STREAM_KIND + self.condition, expression, *rows_of(kind), *self.rows)


def stream_of_kind(connection: Connection, expression: str, kind: RecordKind) -> Generator[tuple[int, str]]:
    """Yield index row and packed texts of the candidates of one kind for an FTS5 expression; close it when done."""
    return _Stream(connection).of_kind(expression, kind)


class _TooSparseError(Exception):
    """Hardly any candidate is let in: it is better to filter before reading."""


def search(
    connection: Connection, text: str, limit: int = 30, under: Sequence[Under] = (), kind: RecordKind | None = None
) -> list[RawHit]:
    """Return the best `limit` records for `text`, best first; nothing for punctuation alone. `under` narrows where they lie, `kind` to one kind.

    Order: exact code (within any limit), whole name, start of short name, code or name, inside, phone, address; the same by sound directly
    behind; then companies before sites before contacts before leads, short names before long. Where companies alone would
    fill the list, a few sites, contacts and leads that begin with the words are shown as well.
    """
    query = parse_query(text)
    only, bounds = ("", ()) if kind is None else (_OF_KIND, rows_of(kind))
    may_mix = kind is None
    if not under or not query.words:
        return _search(query, text, _Stream(connection, only, bounds), limit, may_mix=may_mix)
    from crmdesk.storage.under import Walk, index_rows, is_much_below

    if is_much_below(connection, under):
        with suppress(_TooSparseError):
            stream = _Stream(connection, only, bounds, Walk(connection, under).admits)
            return _search(query, text, stream, limit, may_mix=may_mix)
    lets_in, rows = index_rows(connection, under)
    return _search(query, text, _Stream(connection, only + _FILTER[lets_in], (*bounds, rows)), limit, may_mix=may_mix)


def _search(query: Query, text: str, stream: _Stream, limit: int, *, may_mix: bool) -> list[RawHit]:
    matcher = Matcher(query)
    hits: dict[int, RawHit] = {}
    looked_for = max(limit, _LEAST_READ)
    left = _MOST_CANDIDATES * looked_for
    if coded := _rows_with_code(stream.connection, text):  # found within any limit, however many are called the same
        _collect(stream.of_rows(coded), matcher, hits, len(coded), len(coded), admits=stream.admits)
    for step, expression in query.steps:
        if len(hits) >= looked_for:
            break
        most = min(left, _MOST_ODD * looked_for) if step is Step.ODD else left
        names_only = step in _NAME_STEPS and len(query.words) == 1
        left -= _collect(stream.all(expression), matcher, hits, looked_for, most, names_only=names_only, admits=stream.admits)
    shown = sorted(hits.values(), key=_order)[:limit]
    share = min(_SHARE, limit // 4)
    if not may_mix or not share or len(hits) < min(limit + 1, looked_for):
        return shown
    guests = _guests(shown, stream, query, matcher, share)
    return [*shown[: limit - len(guests)], *guests]


def _rows_with_code(connection: Connection, text: str) -> list[int]:
    """Return the index rows of living companies and sites whose code is what was typed."""
    code = text.strip().upper()
    if not code.isascii():
        return []
    statement = "SELECT n FROM {} WHERE code=? AND deleted_at IS NULL AND merged_into IS NULL"
    return [
        row_of(kind, n)
        for kind in (RecordKind.COMPANY, RecordKind.SITE)
        for n in connection.exec_driver_sql(statement.format(kind.value), (code,)).scalars()
    ]


def _order(hit: RawHit) -> tuple[int, int, bool, int, int]:
    record = hit.record
    return hit.rank, KINDS.index(record.kind), record.label != "group", len(record.short_name or record.name), record.n


def _rows(connection: Connection, statement: str, *values: Any) -> Generator[tuple[int, str]]:
    """Yield the rows of a statement, the cursor closed at the end.

    Of the driver's own cursor: a search asks some eight statements, of which SQLAlchemy's results cost more than SQLite's work.

    Raises:
        DBAPIError: as SQLAlchemy raises it.
    """
    dbapi = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, values)
        yield from cursor  # type: ignore[misc]  # every driver's cursor can be iterated, PEP 249 leaves it open
    except dbapi.Error as error:
        raise DBAPIError(statement, values, error) from error
    finally:
        cursor.close()


def _collect(
    candidates: Generator[tuple[int, str]],
    matcher: Matcher,
    hits: dict[int, RawHit],
    limit: int,
    most: int,
    *,
    names_only: bool = False,
    admits: Callable[[Record], bool] | None = None,
) -> int:
    """Add verified candidates until there are `limit` hits or `most` were verified; return how many were, close the cursor.

    Raises:
        _TooSparseError: `admits` lets hardly any candidate in.
    """
    verified = refused = 0
    with closing(candidates):
        for row, line in candidates:
            if row in hits:
                continue
            record = unpacked(row, line)
            if admits is not None and not admits(record):
                refused += 1
                if refused > _MOST_REFUSED:
                    raise _TooSparseError
                continue
            found = matcher.match(record.names() if names_only else record.fields(), names_only=names_only)
            if found is not None:
                hits[row] = RawHit(record, found, max(answer.rank for answer in found))
            verified += 1
            if verified >= most or len(hits) >= limit:
                break
    return verified


def _guests(shown: list[RawHit], stream: _Stream, query: Query, matcher: Matcher, share: int) -> list[RawHit]:
    """Return sites, contacts and leads that begin with the words, for a list that holds hardly any: `share` of each, of leads half."""
    present = {row_of(hit.record.kind, hit.record.n) for hit in shown}
    guests: list[RawHit] = []
    for kind in KINDS[1:]:
        wanted = share // 2 if kind is RecordKind.LEAD else share
        missing = wanted - sum(hit.record.kind is kind for hit in shown)
        found: dict[int, RawHit] = {}
        for step, expression in query.steps:
            if kind in _WITHOUT_CODE and step is Step.SHORT_START:
                continue
            if step in _SHARED_STEPS and len(found) < missing:
                _collect(stream.of_kind(expression, kind), matcher, found, missing, _MOST_GUESTS, admits=stream.admits)
        guests += [hit for row, hit in sorted(found.items(), key=lambda item: _order(item[1])) if row not in present][
            : max(missing, 0)
        ]
    return guests
