"""Writing tables that are safe to open in a spreadsheet: refused rows, exports.

A cell that starts with `=`, `+`, `-`, `@`, TAB or CR may run as a formula when a CSV file is opened (OWASP, "CSV injection"). Such
cells get a leading apostrophe. Numbers and phone numbers (`-1.5`, `+86 21 5000 0000`) hold only figures and separators, run nothing,
and stay as they are. Workbooks state that a cell is text, so nothing is altered there.
"""

import csv
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from typing_extensions import override

from crmdesk.exchange.file_errors import FileUnreadable

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HARMLESS: Final = re.compile(r"[+-](?:\d[\d.,]*%?|[\d ().-]*\d)$")
_MARK: Final = "'"


def neutral(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it: unchanged, or with an apostrophe in front."""
    start = cell.lstrip(" ")
    if not start.startswith(_RISKY) or _HARMLESS.match(start):
        return cell
    return _MARK + cell


class SafeCsvWriter(AbstractContextManager["SafeCsvWriter"]):
    """A CSV file with comma, CRLF and quotes where needed; UTF-8 with a BOM, without which Excel reads it as GBK.

    Args:
        path: the file, replaced when it exists.
        with_bom: write the byte order mark.

    Raises:
        FileUnreadable: the file cannot be written.
    """

    def __init__(self, path: Path, *, with_bom: bool = True) -> None:
        try:
            self._file: IO[str] = path.open("w", encoding="utf-8-sig" if with_bom else "utf-8", newline="")
        except OSError as error:
            raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error
        self._writer = csv.writer(self._file, lineterminator="\r\n")

    def write(self, cells: Sequence[str]) -> None:
        """Add one row, its cells made safe."""
        self._writer.writerow([neutral(cell) for cell in cells])

    @override
    def __enter__(self) -> Self:
        return self

    @override
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()


class SafeXlsxWriter(AbstractContextManager["SafeXlsxWriter"]):
    """A workbook with one sheet of text cells: codes keep their zeros, nothing is a formula or a link.

    Args:
        path: the file, replaced when it exists.
        sheet: name of the sheet, at most 31 characters.

    Raises:
        FileUnreadable: the file cannot be written.
    """

    def __init__(self, path: Path, *, sheet: str = "crmdesk") -> None:
        import xlsxwriter  # type: ignore[import-untyped]

        try:
            path.open("wb").close()  # the workbook itself is written at the end; what forbids it should be known now
        except OSError as error:
            raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error
        self._path = path
        self._book: Any = xlsxwriter.Workbook(
            str(path),
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        self._sheet: Any = self._book.add_worksheet(sheet[:31])
        self._next_row = 0

    def write(self, cells: Sequence[str]) -> None:
        """Add one row."""
        for column, cell in enumerate(cells):
            self._sheet.write_string(self._next_row, column, cell[:32_767])
        self._next_row += 1

    @override
    def __enter__(self) -> Self:
        return self

    @override
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

        try:
            self._book.close()
        except FileCreateError as failure:
            raise FileUnreadable(file=self._path.name, reason=str(failure)) from failure
