"""Opening any file a salesperson drops on the window as a table: `open_table` finds out how, `TableSource` streams the rows.

A source is cheap to keep and can be read any number of times (dry run, then import); it opens the file anew each time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from crmdesk.exchange.content_kinds import HEAD_BYTES, ContentKind, content_kind, foreign_bytes, foreign_text
from crmdesk.exchange.encoding import detect_encoding, is_known_encoding
from crmdesk.exchange.field_names import is_known_name
from crmdesk.exchange.file_errors import (
    FileChanged,
    FileEmpty,
    FileUnreadable,
    HeaderNotFound,
    NotATable,
    SheetNotFound,
    UnknownEncoding,
    WrongSeparator,
)
from crmdesk.exchange.header_row import SCAN_ROWS, filled_width, find_header, unique_names, usual_width
from crmdesk.exchange.separators import declared_separator, detect_separator
from crmdesk.exchange.sheets import WORKBOOK_KINDS, SheetInfo, list_sheets, read_sheet, sheet_head
from crmdesk.exchange.text_rows import Progress, open_unpacked, read_first_lines, read_records

PREVIEW_ROWS: Final = 50
HEAD_RECORDS: Final = SCAN_ROWS * 4
"""Records read when a file is opened."""
_SNIFF_LINES: Final = 400
NO_HEADER: Final = 0
"""Given as `header_row`: the first row is data already."""


Record = tuple[int, list[str]]
"""Number and cells of a record as it lies in the file."""


class Row(NamedTuple):
    """One record of a table.

    Attributes:
        number: where it starts in the file (line of a text, row of a sheet), from 1.
        cells: one text per column, padded with ''.
        surplus: filled cells beyond the last column: the row is probably broken.
        is_damaged: it holds U+FFFD, that is bytes which are no characters in the file's encoding.
    """

    number: int
    cells: tuple[str, ...]
    surplus: tuple[str, ...] = ()
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class TableSource:
    """A table in a file, and how it is read. Frozen and free of open files: any thread may read it.

    Attributes:
        path: the file.
        kind: what the file is by its content.
        encoding, separator: of a text file; '' for workbooks.
        encoding_confidence: 0 … 1; 1 when the person chose it.
        sheets: of a workbook, in its order; empty for text.
        sheet: the sheet that is read.
        header_row: number of the row with the column names; 0 when there is none and the columns are called `Column 1` ….
        headers: the column names, all different, never blank.
        stamp: size and change time of the file when it was opened.
        head: its first records as they lie in the file, for the preview.
    """

    path: Path
    kind: ContentKind
    encoding: str
    encoding_confidence: float
    separator: str
    sheets: tuple[SheetInfo, ...]
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    stamp: tuple[int, int]
    head: tuple[Record, ...] = field(default=(), repr=False, compare=False)

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Yield the rows below the header, blank ones left out, in the file's order.

        Raises:
            FileChanged: the file is not the one that was opened.
            FileRefused: a row cannot be read; the error names it.
        """
        if _stamp(self.path) != self.stamp:
            raise FileChanged(file=self.path.name)
        return self._rows_of(self._records(progress))

    def preview(self, limit: int = PREVIEW_ROWS) -> tuple[Row, ...]:
        """Return the first rows; up to about a hundred cost nothing, they were read when the file was opened."""
        found = tuple(islice(self._rows_of((number, cells.copy()) for number, cells in self.head), limit))
        if len(found) == limit or len(self.head) < HEAD_RECORDS:
            return found
        return tuple(islice(self.rows(), limit))

    def _rows_of(self, records: Iterable[Record]) -> Iterator[Row]:
        width = len(self.headers)
        for number, cells in records:
            if number <= self.header_row:
                continue
            whole = "".join(cells)
            if not whole or whole.isspace():
                continue
            surplus: tuple[str, ...] = ()
            if len(cells) > width:
                surplus = tuple(cell for cell in cells[width:] if cell.strip())
                del cells[width:]
            elif len(cells) < width:
                cells.extend([""] * (width - len(cells)))
            yield Row(number, tuple(cells), surplus, "\ufffd" in whole)

    def _records(self, progress: Progress | None) -> Iterator[Record]:
        if self.kind in WORKBOOK_KINDS:
            return read_sheet(self.path, self.sheet, progress)
        return self._text_records(progress)

    def _text_records(self, progress: Progress | None) -> Iterator[Record]:
        for number, cells in read_records(self.path, self.kind, self.encoding, self.separator, progress):
            if number == 1:
                if declared_separator(self.separator.join(cells)):
                    continue
                if cells and cells[0].startswith("\ufeff"):
                    cells[0] = cells[0].lstrip("\ufeff")
            yield number, cells


def open_table(
    path: Path | str,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> TableSource:
    """Find out how a file is to be read; what is given is taken as said, the rest is detected.

    Args:
        path: CSV, TSV or text (also .gz, .bz2), .xlsx, .xls, .ods or .et; told apart by content.
        encoding: a name Python knows.
        separator: one character.
        sheet: name of a sheet; otherwise the first filled one.
        header_row: number of the row with the column names from 1; 0 (`NO_HEADER`) when there is none.

    Raises:
        FileRefused: a subclass that names the file, the row where there is one, and the cure.
    """
    file = Path(path)
    kind, foreign = content_kind(file)
    if kind is ContentKind.FOREIGN:
        raise NotATable(file=file.name, kind=foreign)
    if kind in WORKBOOK_KINDS:
        return _open_workbook(file, kind, sheet, header_row)
    if sheet is not None:
        raise SheetNotFound(file=file.name, sheet=sheet, sheets="–")
    return _open_text(file, kind, encoding, separator, header_row)


def _open_workbook(path: Path, kind: ContentKind, sheet: str | None, header_row: int | None) -> TableSource:
    sheets = list_sheets(path, kind)
    names = [info.name for info in sheets]
    if sheet is not None and sheet not in names:
        raise SheetNotFound(file=path.name, sheet=sheet, sheets=", ".join(names))
    stamp = _stamp(path)
    name, head = sheet_head(path, sheets, sheet, _head_count(header_row))
    bare = TableSource(
        path=path, kind=kind, encoding="", encoding_confidence=1.0, separator="", sheets=sheets,
        sheet=name, header_row=0, headers=(), stamp=stamp,
    )  # fmt: skip
    return _with_header(bare, head, header_row)


def _open_text(path: Path, kind: ContentKind, encoding: str | None, separator: str | None, header_row: int | None) -> TableSource:
    if encoding is not None and not is_known_encoding(encoding):
        raise UnknownEncoding(file=path.name, encoding=encoding)
    if separator is not None and (len(separator) != 1 or separator in '"\r\n\0'):
        raise WrongSeparator(file=path.name, separator=repr(separator))
    with open_unpacked(path, kind) as (unpacked, _raw):
        start = unpacked.read(HEAD_BYTES)
    if kind is not ContentKind.TEXT and (foreign := foreign_bytes(start)):
        raise NotATable(file=path.name, kind=foreign)
    confidence = 1.0
    if encoding is None:
        with open_unpacked(path, kind) as (unpacked, _raw):
            detected = detect_encoding(unpacked)
        encoding, confidence = detected.name, detected.confidence
    lines = read_first_lines(path, kind, encoding, _SNIFF_LINES)
    if foreign := foreign_text("".join(lines[:50])[:20_000]):
        raise NotATable(file=path.name, kind=foreign)
    bare = TableSource(
        path=path, kind=kind, encoding=encoding, encoding_confidence=confidence,
        separator=separator or detect_separator(lines).char, sheets=(), sheet="", header_row=0, headers=(), stamp=_stamp(path),
    )  # fmt: skip
    head = list(islice(bare._records(None), _head_count(header_row)))  # noqa: SLF001 - the same module
    return _with_header(bare, head, header_row)


def _head_count(header_row: int | None) -> int:
    return max(HEAD_RECORDS, header_row or 0)


def _with_header(bare: TableSource, head: list[Record], header_row: int | None) -> TableSource:
    if not any(filled_width(cells) for _number, cells in head):
        raise FileEmpty(file=bare.path.name)
    if header_row is None:
        found = find_header([cells for _number, cells in head], is_known_name)
        place = head[found][0] if found is not None else NO_HEADER
    else:
        place = header_row
    names = next((cells for number, cells in head if number == place), None)
    if place != NO_HEADER and (names is None or not filled_width(names)):
        raise HeaderNotFound(file=bare.path.name, row=place)
    below = [cells for number, cells in head if number > place]
    # a header may leave its last columns unnamed: what most rows fill are columns all the same
    width = max(filled_width(names or ()), usual_width(below)) if names else max(map(filled_width, below), default=0)
    headers = unique_names(names or (), width)
    return replace(bare, header_row=place, headers=headers, head=tuple(head))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error
    return status.st_size, status.st_mtime_ns
