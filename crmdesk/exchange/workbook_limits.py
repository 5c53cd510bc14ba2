"""Whether a zipped workbook may be opened: unpacked size, broken parts and the area its cells span, before any memory is spent.

The reader holds a sheet as a full rectangle, so two cells in opposite corners of a tiny file would take gigabytes.
"""

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from crmdesk.exchange.content_kinds import ContentKind
from crmdesk.exchange.file_errors import MAX_SHEET_CELLS, MAX_WORKBOOK_BYTES, FileDamaged, FileTooLarge

_CHUNK: Final = 1 << 18
_XLSX_ROWS: Final = 1_048_576


def check_workbook(path: Path, kind: ContentKind) -> None:
    """Read through the parts of a zipped workbook once.

    Raises:
        FileTooLarge: the parts unpack to more than `MAX_WORKBOOK_BYTES`, or a sheet spans more than `MAX_SHEET_CELLS`.
        FileDamaged: the archive or a part of it is broken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > MAX_WORKBOOK_BYTES:
                raise FileTooLarge(file=path.name, found=f"{unpacked >> 20} MB", limit=f"{MAX_WORKBOOK_BYTES >> 20} MB")
            for part in parts:
                span = _area_of(part.filename, kind)
                with archive.open(part) as stream:
                    _read_part(stream, span, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, expat.ExpatError) as error:
        raise FileDamaged(file=path.name, reason=str(error)) from error


def _area_of(part: str, kind: ContentKind) -> "_Area | None":
    if kind is ContentKind.XLSX and posixpath.dirname(part).endswith("worksheets"):
        return _SheetArea()
    return _OdsArea() if kind is ContentKind.ODS and part == "content.xml" else None


def _read_part(stream: IO[bytes], area: "_Area | None", file_name: str) -> None:
    """Read a part to its end: that checks its length and checksum, and with `area` the rectangle its cells span."""
    while chunk := stream.read(_CHUNK):
        if area is None:
            continue
        area.feed(chunk)
        if area.cells > MAX_SHEET_CELLS:
            raise FileTooLarge(file=file_name, found=f"{area.rows} × {area.columns}", limit=f"{MAX_SHEET_CELLS:,}")
    if area is not None:
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
            number = 0
            for letter in letters.upper()[:4]:
                number = number * 26 + ord(letter) - 64
            self._columns_of[letters] = number
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
            self._row = 0
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
