"""Sheets of workbooks (.xlsx, .xls, .ods, .et) as rows of text, through python-calamine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crmdesk.exchange.cell_text import cell_text
from crmdesk.exchange.content_kinds import ContentKind
from crmdesk.exchange.file_errors import (
    MAX_CELL_CHARS,
    MAX_COLUMNS,
    MAX_WORKBOOK_BYTES,
    CellTooLong,
    FileDamaged,
    FileEmpty,
    FileLocked,
    FileTooLarge,
    SheetNotFound,
    TooManyColumns,
)
from crmdesk.exchange.text_rows import PROGRESS_RECORDS, Progress
from crmdesk.exchange.workbook_limits import check_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

WORKBOOK_KINDS: Final = frozenset({ContentKind.XLSX, ContentKind.ODS, ContentKind.OLE})


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet a person can choose; hidden ones are listed too, they hold data often enough."""

    name: str
    is_visible: bool


def list_sheets(path: Path, kind: ContentKind) -> tuple[SheetInfo, ...]:
    """Return the worksheets in the workbook's order (charts and macros left out), having checked the file's limits.

    Raises:
        FileDamaged, FileLocked, FileTooLarge: it cannot be opened.
        FileEmpty: it has no worksheet.
    """
    if kind in {ContentKind.XLSX, ContentKind.ODS}:
        check_workbook(path, kind)
    elif path.stat().st_size > MAX_WORKBOOK_BYTES:
        raise FileTooLarge(file=path.name, found=f"{path.stat().st_size >> 20} MB", limit=f"{MAX_WORKBOOK_BYTES >> 20} MB")
    with _workbook(path) as book:
        sheets = tuple(
            SheetInfo(sheet.name, is_visible="Hidden" not in str(sheet.visible))
            for sheet in book.sheets_metadata
            if "WorkSheet" in str(sheet.typ)
        )
    if not sheets:
        raise FileEmpty(file=path.name)
    return sheets


def sheet_head(
    path: Path, sheets: tuple[SheetInfo, ...], wanted: str | None, count: int
) -> tuple[str, list[tuple[int, list[str]]]]:
    """Return the wanted sheet, or else the first visible filled one (then any filled, then the first), with its first rows.

    Both at once, because the reader loads a sheet whole.
    """
    names = [wanted] if wanted is not None else [info.name for info in sorted(sheets, key=lambda info: not info.is_visible)]
    with _workbook(path) as book:
        for name in names:
            if (area := book.get_sheet_by_name(name)).height:
                return name, list(islice(_rows_of(area, path.name), count))
    return names[0], []


def read_sheet(path: Path, sheet: str, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
    """Yield (row number, cells as text) of every row of a sheet, blank ones too.

    Raises:
        SheetNotFound: no such sheet.
        FileRefused: the workbook or a row of it cannot be read.
    """
    with _workbook(path) as book:
        if sheet not in book.sheet_names:
            raise SheetNotFound(file=path.name, sheet=sheet, sheets=", ".join(book.sheet_names))
        area = book.get_sheet_by_name(sheet)
        total = area.total_height
        if not area.height:
            return
        for index, cells in _rows_of(area, path.name):
            yield index, cells
            if progress is not None and index % PROGRESS_RECORDS == 0:
                progress(min(index, total), total)
        if progress is not None:
            progress(total, total)


def _rows_of(area: "CalamineSheet", file_name: str) -> Iterator[tuple[int, list[str]]]:
    for index, row in enumerate(area.iter_rows(), start=1):
        cells = [cell_text(value) for value in row]
        if len(cells) > MAX_COLUMNS:
            cells = _bounded(cells, file_name, index)
        if cells and len(max(cells, key=len)) > MAX_CELL_CHARS:
            raise CellTooLong(file=file_name, row=index, limit=MAX_CELL_CHARS)
        yield index, cells


def _bounded(cells: list[str], file_name: str, row: int) -> list[str]:
    if any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        raise TooManyColumns(file=file_name, row=row, found=len(cells), limit=MAX_COLUMNS)
    return cells[:MAX_COLUMNS]


@contextmanager
def _workbook(path: Path) -> Iterator["CalamineWorkbook"]:
    """Open a workbook; whatever the reader fails with becomes a reason a person can act on."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        # through a file object: calamine takes the name's ending for the format, and .et says nothing to it
        with path.open("rb") as file, load_workbook(file) as book:
            yield book
    except PasswordError as error:
        raise FileLocked(file=path.name) from error
    except CalamineError as error:
        if "assword" in str(error) or "ncrypt" in str(error):
            raise FileLocked(file=path.name) from error
        raise FileDamaged(file=path.name, reason=str(error)) from error
    except OSError as error:
        raise FileDamaged(file=path.name, reason=error.strerror or str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a Rust panic derives from BaseException
            raise
        raise FileDamaged(file=path.name, reason="unexpected content") from error
