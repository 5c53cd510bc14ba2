"""The index table and how its rows are numbered. Migrations copy these statements as text."""

from typing import Final

from crmdesk.core.vocabulary import RecordKind

CREATE_SEARCH_INDEX: Final = (
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(terms, packed UNINDEXED, content='', contentless_delete=1,"
        " contentless_unindexed=1, detail=none, tokenize='ascii')"
    ),
    "INSERT INTO search_index(search_index, rank) VALUES('hashsize', 16777216)",
    "INSERT INTO search_index(search_index, rank) VALUES('automerge', 8)",
    "INSERT INTO search_index(search_index, rank) VALUES('crisismerge', 16)",
)
"""One document per record: terms, which are indexed and not kept, and the record's texts packed, which are kept and not indexed.

`models.search_text` makes the terms, so the tokenizer only parts them. The packed texts (`storage.search.records`) are what
a candidate is verified by and a hit shown from, one row of one dense table instead of three wide rows and two index look-ups.
`hashsize` lets an import write segments of 16 MB instead of 1 MB, which halves the merging; a single edit uses none of it.
"""

KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT, RecordKind.LEAD)
"""Kinds that are found, in the order in which equally good hits are shown."""

_KIND_BITS: Final = 40


def row_of(kind: RecordKind, n: int) -> int:
    """Return the index row of the record with row number `n`; companies come before sites, these before contacts, leads last."""
    return (KINDS.index(kind) << _KIND_BITS) + n


def record_of(row: int) -> tuple[RecordKind, int]:
    """Return kind and row number of an index row."""
    return KINDS[row >> _KIND_BITS], row & ((1 << _KIND_BITS) - 1)


def rows_of(kind: RecordKind) -> tuple[int, int]:
    """Return the first and last index row of a kind."""
    first = KINDS.index(kind) << _KIND_BITS
    return first, first + (1 << _KIND_BITS) - 1
