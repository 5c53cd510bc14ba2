"""Whether a zipped workbook may be opened: unpacked size, broken parts and the area its cells span, before any memory is spent.

The reader holds a sheet as a full rectangle, so two cells in opposite corners of a tiny file would take gigabytes.
"""

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from crmdesk.exchange.content_kinds import ContentKind
from crmdesk.exchange.file_errors import MAX_SHEET_CELLS, MAX_WORKBOOK_BYTES, FileDamaged, FileTooLarge

_CHUNK: Final = 1 << 18
_HEAD: Final = 2048
_LONGEST_TEXT: Final = 1 << 22
_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_ANY_CELL: Final = re.compile(rb"<c[ >/\t\r\n]")
_XLSX_ROWS: Final = 1_048_576


def check_workbook(path: Path, kind: ContentKind) -> None:
    """Read through the parts of a zipped workbook once.

    Raises:
        FileTooLarge: the parts unpack to more than `MAX_WORKBOOK_BYTES`, or a sheet spans more than `MAX_SHEET_CELLS`.
        FileDamaged: the archive or a part of it is broken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > MAX_WORKBOOK_BYTES:
                raise FileTooLarge(file=path.name, found=f"{unpacked >> 20} MB", limit=f"{MAX_WORKBOOK_BYTES >> 20} MB")
            for part in archive.infolist():
                _check_part(archive, part, kind, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, expat.ExpatError) as error:
        raise FileDamaged(file=path.name, reason=str(error)) from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, kind: ContentKind, file_name: str) -> None:
    with archive.open(part) as stream:
        head = stream.read(_HEAD)
        if not head:
            return  # a folder
        # other parts may hold a sheet too: what says so, what is in UTF-16, and what starts with a comment is measured
        is_plain = b"worksheet" in head
        is_sheet = kind is ContentKind.XLSX and (
            is_plain or b"<!--" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")) or "/worksheets/" in part.filename
        )
        bound = _bound(stream, head) if is_sheet and is_plain else None
        while stream.read(_CHUNK):
            pass  # to the end: that checks the length and the checksum
    if bound is not None and bound <= MAX_SHEET_CELLS:
        return
    if is_sheet or (kind is ContentKind.ODS and part.filename == "content.xml"):
        with archive.open(part) as stream:
            _measure(stream, _SheetArea() if is_sheet else _OdsArea(), file_name)


def _bound(stream: IO[bytes], head: bytes) -> int | None:
    """Return rows × columns of an ordinary sheet, blank cells counted too; None unless it is written as Excel and WPS do.

    Four times as fast as parsing, which only the sheets that fail here need.
    """
    columns: set[bytes] = set()
    rows = 0
    rest = b""
    chunk = head
    while chunk:
        end = chunk.rfind(b"<")
        text, rest = (rest + chunk[:end], chunk[end:]) if end >= 0 else (b"", rest + chunk)
        found = _CELL.findall(text)
        if len(rest) > _LONGEST_TEXT or b"<!" in text or b":c " in text or len(found) != len(_ANY_CELL.findall(text)):
            return None
        columns.update(letters for letters, _digits in found)
        rows = max(rows, max((int(digits) for _letters, digits in found), default=0))
        chunk = stream.read(_CHUNK)
    return rows * max(map(column_number, columns), default=0)


def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column: A → 1, XFD → 16384."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number


def _measure(stream: IO[bytes], area: "_Area", file_name: str) -> None:
    while chunk := stream.read(_CHUNK):
        area.feed(chunk)
        if area.cells > MAX_SHEET_CELLS:
            raise FileTooLarge(file=file_name, found=f"{area.rows} × {area.columns}", limit=f"{MAX_SHEET_CELLS:,}")
    area.feed(b"", is_final=True)


class _Area:
    """The rectangle that the filled cells of one part span."""

    def __init__(self) -> None:
        self.rows = 0
        self.columns = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.buffer_text = True

    @property
    def cells(self) -> int:
        return self.rows * self.columns

    def feed(self, chunk: bytes, *, is_final: bool = False) -> None:
        self._parser.Parse(chunk, is_final)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def _refuse_entity(self, *_declaration: object) -> None:
        raise expat.ExpatError("the part declares entities")


class _SheetArea(_Area):
    """A worksheet of an .xlsx file; a cell without `r` stands right of the one before."""

    def __init__(self) -> None:
        super().__init__()
        self._row = 0
        self._column = 0
        self._columns_of: dict[str, int] = {}

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self._row = min(int(attributes["r"]), _XLSX_ROWS) if attributes.get("r", "").isdigit() else self._row + 1
            self._column = 0
        elif local == "c":
            place = attributes.get("r", "")
            self._column = self._column_number(place.rstrip("0123456789")) if place else self._column + 1
            digits = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            if digits.isdigit():
                self._row = int(digits)
        elif local in {"v", "is"}:
            self.rows = max(self.rows, self._row)
            self.columns = max(self.columns, self._column)

    def _column_number(self, letters: str) -> int:
        number = self._columns_of.get(letters)
        if number is None:
            number = self._columns_of[letters] = column_number(letters.upper().encode())
        return number


class _OdsArea(_Area):
    """The tables of an .ods file; rows and cells repeat, blank repeats at the end do not count."""

    def __init__(self) -> None:
        super().__init__()
        self._row = 0
        self._row_repeat = 1
        self._column = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._row = self._column = 0
            self._row_repeat = 1
        elif name == "table:table-row":
            self._row += self._row_repeat if self._row else 1
            self._row_repeat = _repeat(attributes, "table:number-rows-repeated")
            self._column = 0
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._column += _repeat(attributes, "table:number-columns-repeated")
            if "office:value-type" in attributes or "calcext:value-type" in attributes:
                self.columns = max(self.columns, self._column)
                self.rows = max(self.rows, self._row + self._row_repeat - 1)


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdigit() else 1
