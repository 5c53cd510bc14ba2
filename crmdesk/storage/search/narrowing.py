"""The index as a filter of a list: all that answers a text, not only the best; as an SQL condition on row numbers."""

import json
from contextlib import closing
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import Matcher
from crmdesk.models.search_query import Query, Step, parse_query
from crmdesk.storage.search.records import unpacked
from crmdesk.storage.search.schema import rows_of
from crmdesk.storage.search.searching import stream_of_kind

MOST_VERIFIED: Final = 2_000
"""Candidates that are verified one by one, some 40 ms. More come only of one or two characters, which the index knows as they are."""
_COVERING: Final = frozenset({Step.INSIDE, Step.ANYWHERE, Step.NUMBER, Step.PLACE})
"""Steps that together find all that the others find."""
_CANDIDATES: Final = (
    "{column} IN (SELECT rowid-{first} FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN {first} AND {last})"
)


def answering(connection: Connection, text: str, kind: RecordKind, column: str) -> tuple[str, tuple[Any, ...]] | None:
    """Return the condition that `column`, a row number of `kind`, belongs to a record that answers `text`, and its values.

    None for punctuation alone, which asks for nothing.
    """
    query = parse_query(text)
    if not query:
        return None
    steps = dict(query.steps)
    expression = " OR ".join(f"({asked})" for step, asked in steps.items() if step in _COVERING)
    found = _verified(connection, query, expression, kind)
    if found is None:
        first, last = rows_of(kind)
        return _CANDIDATES.format(column=column, first=first, last=last), (expression,)
    if not found and Step.ODD in steps:
        found = _verified(connection, query, steps[Step.ODD], kind) or []
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(found),)


def _verified(connection: Connection, query: Query, expression: str, kind: RecordKind) -> list[int] | None:
    """Return the row numbers that answer, None when there are too many candidates to look at each."""
    matcher = Matcher(query)
    found: list[int] = []
    with closing(stream_of_kind(connection, expression, kind)) as candidates:
        for number, (row, line) in enumerate(candidates):
            if number >= MOST_VERIFIED:
                return None
            record = unpacked(row, line)
            if matcher.match(record.fields()) is not None:
                found.append(record.n)
    return found
