"""Asking the index while a person types: step by step from the best hits to the worst, never more than are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import Found, match
from crmdesk.models.search_query import Query, Step, parse_query
from crmdesk.storage.search.records import Record, read_by_number
from crmdesk.storage.search.schema import KINDS, record_of, rows_of

_STREAM: Final = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
_STREAM_KIND: Final = "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?"
_BATCH: Final = 60
"""Candidates read and verified at a time."""
_MOST_CANDIDATES: Final = 600
"""Candidates of one step that are verified before it gives up; steps but the odd one are right in most of them."""
_MOST_ODD: Final = 240
_SHARE: Final = 6
"""Sites and contacts that are shown each, when there are any, however many companies answer as well."""
_SHARED_STEPS: Final = frozenset({Step.WHOLE, Step.SHORT_START, Step.NAME_START, Step.ANYWHERE})


@dataclass(frozen=True, slots=True)
class RawHit:
    """One record that answers a query: its row, and where each word was found."""

    record: Record
    found: tuple[Found, ...]
    rank: int


def search(connection: Connection, text: str, limit: int = 30) -> list[RawHit]:
    """Return the best `limit` records for `text`, best first; nothing for punctuation alone.

    Order: exact code, whole name, start of short name, code or name, inside, phone, address; the same by sound directly
    behind; then companies before sites before contacts, short names before long. Where companies alone would fill the
    list, a few sites and contacts that begin with the words are shown as well.
    """
    query = parse_query(text)
    if not query:
        return []
    hits: dict[int, RawHit] = {}
    for step, expression in query.steps:
        _collect(hits, connection, query, step, expression, limit)
        if len(hits) >= limit:
            break
    ordered = sorted(hits.values(), key=_order)
    if len(ordered) < limit:
        return ordered
    guests = _guests(ordered[:limit], connection, query)
    return [*ordered[: limit - len(guests)], *guests]


def _order(hit: RawHit) -> tuple[int, int, bool, int, int]:
    record = hit.record
    return hit.rank, KINDS.index(record.kind), record.label != "group", len(record.short_name or record.name), record.n


def _collect(
    hits: dict[int, RawHit], connection: Connection, query: Query, step: Step, expression: str, limit: int, kind: RecordKind | None = None
) -> None:
    """Add the hits of one step until there are `limit` of them."""
    most = _MOST_ODD if step is Step.ODD else _MOST_CANDIDATES
    cursor: Any = (
        connection.exec_driver_sql(_STREAM, (expression,))
        if kind is None
        else connection.exec_driver_sql(_STREAM_KIND, (expression, *rows_of(kind)))
    )
    with cursor:
        seen = 0
        while seen < most and (rows := [row for (row,) in cursor.fetchmany(_BATCH)]):
            seen += len(rows)
            for row, hit in _verified(connection, query, [row for row in rows if row not in hits]):
                hits[row] = hit
            if len(hits) >= limit or len(rows) < _BATCH:
                break


def _verified(connection: Connection, query: Query, rows: list[int]) -> Iterator[tuple[int, RawHit]]:
    numbers: dict[RecordKind, dict[int, int]] = {}
    for row in rows:
        kind, n = record_of(row)
        numbers.setdefault(kind, {})[n] = row
    for kind, by_number in numbers.items():
        for record in read_by_number(connection, kind, list(by_number)):
            found = match(query, record.fields())
            if found is not None:
                yield by_number[record.n], RawHit(record, found, max(answer.rank for answer in found))


def _guests(shown: list[RawHit], connection: Connection, query: Query) -> list[RawHit]:
    """Return sites and contacts that begin with the words, for a list that holds hardly any of them."""
    present = {(hit.record.kind, hit.record.n) for hit in shown}
    guests: list[RawHit] = []
    for kind in KINDS[1:]:
        missing = _SHARE - sum(hit.record.kind is kind for hit in shown)
        found: dict[int, RawHit] = {}
        for step, expression in query.steps:
            if step in _SHARED_STEPS and len(found) < missing:
                _collect(found, connection, query, step, expression, missing, kind)
        fresh = [hit for hit in sorted(found.values(), key=_order) if (hit.record.kind, hit.record.n) not in present]
        guests += fresh[: max(missing, 0)]
    return guests
