"""Records of the store as lines of PostgreSQL's COPY … CSV, each with the fingerprint of its content."""

import csv
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.sync.export.columns import KEY_LENGTH, PlainTable
from crmdesk.sync.export.touched import Edited, born

ROWS: Final = 5_000
_FINGERPRINT_BYTES: Final = 12
_IDS: Final = 900
_END: Final = "\r\n"
"""Between rows while they are made: with it Python's writer quotes both kinds of line ends inside a text."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One record: its columns as a line without end, the fingerprint of it, when it was made and edited."""

    id: str
    line: str
    fingerprint: str
    created: str
    edited: str


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A record that is deleted, or merged into another one."""

    id: str
    merged_into: str
    edited: str


def count(connection: Connection, table: PlainTable) -> int:
    """Return how many living records a table has."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table.source} WHERE deleted_at IS NULL").scalar_one())


def read_rows(
    connection: Connection, table: PlainTable, ids: Collection[str] | None, edited: Edited, now: str
) -> Iterator[list[ReadRow]]:
    """Yield living records, some thousand at a time.

    Args:
        connection: reading.
        table: which.
        ids: only these; None: all.
        edited: when what was edited.
        now: the target's clock; a laptop's clock that is ahead of it wins nothing.
    """
    columns = ",".join(column.reading for column in table.sent)
    longest = tuple(column.longest for column in table.sent)
    for rows in _selected(connection, f"SELECT {columns} FROM {table.source} r WHERE r.deleted_at IS NULL", ids):
        lines = _lines(rows)
        for place, line in enumerate(lines):
            if len(line) > KEY_LENGTH:  # only then a value can be too long for its column
                lines[place] = _lines([_cut(rows[place], longest)])[0]
        yield [_row(row[0], line[: -len(_END)], edited, now) for row, line in zip(rows, lines, strict=True)]


def read_gone(connection: Connection, table: PlainTable, ids: Collection[str] | None, edited: Edited, now: str) -> list[GoneRow]:
    """Return deleted and merged records, likewise."""
    statement = f"SELECT r.id,coalesce(r.merged_into,''),r.deleted_at FROM {table.source} r WHERE r.deleted_at IS NOT NULL"
    return [
        GoneRow(record, merged, min(edited.get(record, "") or str(at), now))
        for rows in _selected(connection, statement, ids)
        for record, merged, at in rows
    ]


class _Sink:
    """A file as far as `csv.writer` is concerned: it writes one row at a time."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append  # at the speed of C


def _lines(rows: Sequence[Sequence[Any]]) -> list[str]:
    lines: list[str] = []
    csv.writer(_Sink(lines), lineterminator=_END).writerows(rows)
    return lines


def _cut(row: Sequence[Any], longest: Sequence[int]) -> list[Any]:
    return [value[:most] if isinstance(value, str) else value for value, most in zip(row, longest, strict=True)]


def _row(record: str, line: str, edited: Edited, now: str) -> ReadRow:
    if "\0" in line:
        line = line.replace("\0", "")  # the one character that PostgreSQL's text cannot hold
    made = born(record)
    digest = hashlib.blake2b(line.encode("utf-8", "replace"), digest_size=_FINGERPRINT_BYTES)
    return ReadRow(record, line, digest.hexdigest(), made, min(edited.get(record) or made, now))


def _selected(connection: Connection, statement: str, ids: Collection[str] | None) -> Iterator[list[Any]]:
    if ids is None:
        yield from _chunks(connection, statement, ())
        return
    wanted = sorted(ids)
    for start in range(0, len(wanted), _IDS):
        part = tuple(wanted[start : start + _IDS])
        yield from _chunks(connection, f"{statement} AND r.id IN ({','.join('?' * len(part))})", part)


def _chunks(connection: Connection, statement: str, values: tuple[str, ...]) -> Iterator[list[Any]]:
    result = connection.exec_driver_sql(statement, values)
    cursor: Any = result.cursor  # rows as tuples: making SQLAlchemy's costs as much as reading them
    try:
        while rows := cursor.fetchmany(ROWS):
            yield rows
    finally:
        result.close()
