"""The records of a text file as a stream: any encoding, packed or not, any line end, bounded memory.

The file is never held whole. Line numbers are those an editor shows; a record that holds line breaks has the number of its first line.
"""

import bz2
import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from crmdesk.exchange.content_kinds import ContentKind
from crmdesk.exchange.file_errors import (
    MAX_CELL_CHARS,
    MAX_COLUMNS,
    MAX_LINE_CHARS,
    MAX_UNPACKED_BYTES,
    CellTooLong,
    FileDamaged,
    FileTooLarge,
    FileUnreadable,
    MalformedRow,
    TooManyColumns,
    UnclosedQuote,
)

PROGRESS_RECORDS: Final = 500
"""Records between two reports of progress."""
_QUOTE_LIMIT: Final = 4 * MAX_CELL_CHARS
"""Characters after which a quoted cell is given up: csv's own limit, above ours so that the row is known."""

Progress = Callable[[int, int], None]
"""Called with (done, total): bytes of the file for text, rows for workbooks. May raise `Cancelled` to stop."""


@contextmanager
def open_unpacked(path: Path, kind: ContentKind) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Open a text file for reading bytes, unpacking .gz and .bz2; yields (unpacked stream, file as it lies on the disk).

    Raises:
        FileUnreadable: missing or not permitted.
        FileDamaged: the packed file is broken or cut short.
    """
    try:
        with path.open("rb") as raw:
            if kind is ContentKind.GZIP:
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield cast("IO[bytes]", unpacked), raw
            elif kind is ContentKind.BZIP2:
                with bz2.BZ2File(raw) as unpacked_bz2:
                    yield cast("IO[bytes]", unpacked_bz2), raw
            else:
                yield raw, raw
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FileDamaged(file=path.name, reason=str(error)) from error
    except OSError as error:
        if kind is ContentKind.TEXT:
            raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error
        raise FileDamaged(file=path.name, reason=str(error)) from error


class LineSource:
    """Lines of a decoded stream for `csv.reader`, counted, bounded in length and cleaned of NUL bytes.

    Attributes:
        number: 1-based number of the line handed out last.
        record_start: number of the line that the record being read starts at; the reader of records sets it.
        seen_chars: characters handed out.
    """

    def __init__(self, text: io.TextIOWrapper, file_name: str) -> None:
        self._text = text
        self._file_name = file_name
        self.number = 0
        self.record_start = 1
        self.seen_chars = 0

    def __iter__(self) -> "LineSource":
        return self

    def __next__(self) -> str:
        line = self._text.readline(MAX_LINE_CHARS)
        if not line:
            if self.number >= self.record_start:  # csv asks for more only inside a quoted cell
                raise UnclosedQuote(file=self._file_name, row=self.record_start)
            raise StopIteration
        self.number += 1
        self.seen_chars += len(line)
        if len(line) >= MAX_LINE_CHARS:
            raise CellTooLong(file=self._file_name, row=self.number, limit=MAX_CELL_CHARS)
        if self.seen_chars > MAX_UNPACKED_BYTES:
            raise FileTooLarge(
                file=self._file_name, found=f"> {self.seen_chars >> 20} MB", limit=f"{MAX_UNPACKED_BYTES >> 20} MB"
            )
        return line.replace("\0", "") if "\0" in line else line


def read_first_lines(path: Path, kind: ContentKind, encoding: str, count: int) -> list[str]:
    """Return up to `count` first lines with their ends."""
    with open_unpacked(path, kind) as (unpacked, _raw), _text_of(unpacked, encoding) as text:
        lines: list[str] = []
        for _index in range(count):
            line = text.readline(MAX_LINE_CHARS)
            if not line:
                break
            lines.append(line.replace("\0", ""))
        return lines


def read_records(
    path: Path, kind: ContentKind, encoding: str, separator: str, progress: Progress | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of every record, blank ones too.

    Bytes that are invalid in the encoding arrive as U+FFFD; the caller marks such rows.

    Raises:
        FileRefused: the file or a row of it cannot be read; the error names both.
    """
    csv.field_size_limit(_QUOTE_LIMIT)
    total = path.stat().st_size
    with open_unpacked(path, kind) as (unpacked, raw), _text_of(unpacked, encoding) as text:
        lines = LineSource(text, path.name)
        reader = csv.reader(lines, delimiter=separator, doublequote=True, skipinitialspace=False)
        count = 0
        while True:
            lines.record_start, before = lines.number + 1, lines.seen_chars
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise _row_error(error, path.name, lines.record_start) from error
            if cells is None:
                break
            if len(cells) > MAX_COLUMNS:
                cells = _without_empty_end(cells, path.name, lines.record_start)
            if lines.seen_chars - before > MAX_CELL_CHARS and len(max(cells, key=len, default="")) > MAX_CELL_CHARS:
                raise CellTooLong(file=path.name, row=lines.record_start, limit=MAX_CELL_CHARS)
            yield lines.record_start, cells
            count += 1
            if progress is not None and count % PROGRESS_RECORDS == 0:
                progress(min(raw.tell(), total), total)
    if progress is not None:
        progress(total, total)


@contextmanager
def _text_of(unpacked: IO[bytes], encoding: str) -> Iterator[io.TextIOWrapper]:
    text = io.TextIOWrapper(unpacked, encoding=encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()  # the stream beneath belongs to open_unpacked


def _without_empty_end(cells: list[str], file_name: str, row: int) -> list[str]:
    width = len(cells)
    while width > MAX_COLUMNS and not cells[width - 1].strip():
        width -= 1
    if width > MAX_COLUMNS:
        raise TooManyColumns(file=file_name, row=row, found=len(cells), limit=MAX_COLUMNS)
    return cells[:width]


def _row_error(error: csv.Error, file_name: str, row: int) -> CellTooLong | MalformedRow:
    if "field limit" in str(error):
        return CellTooLong(file=file_name, row=row, limit=MAX_CELL_CHARS)
    return MalformedRow(file=file_name, row=row, reason=str(error))
