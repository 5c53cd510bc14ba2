import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from crmdesk.exchange.content_kinds import ContentKind
from crmdesk.exchange.file_errors import CellTooLong, FileDamaged, FileRefused, FileTooLarge, SheetNotFound
from crmdesk.exchange.sheets import list_sheets, read_sheet
from crmdesk.exchange.table_source import open_table
from crmdesk.exchange.workbook_limits import check_workbook

SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path) -> Path:
    """Write a workbook: a hidden notes sheet, a blank one, and customers below a title."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("blank")
        notes = book.add_worksheet("notes")
        notes.write(0, 0, "secret")
        notes.hide()
        customers = book.add_worksheet("客户")
        customers.write(0, 0, "客户清单")
        customers.write_row(2, 0, ["公司名称", "电话", "成立日期", "编码"])
        customers.write_row(3, 0, ["全球石油", 13800000000.0])
        customers.write_datetime(3, 2, date(1995, 8, 12), book.add_format({"num_format": "yyyy/m/d"}))
        customers.write_string(3, 3, "007")
    return path


def with_part(path: Path, name: str, content: str | bytes, target: Path) -> Path:
    """Copy a workbook with one part replaced."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in source.namelist():
            archive.writestr(part, content if part == name else source.read(part))
    return target


def test_the_first_visible_filled_sheet_is_read_below_its_title(tmp_path: Path) -> None:
    source = open_table(workbook(tmp_path / "renamed.et"))
    assert [(sheet.name, sheet.is_visible) for sheet in source.sheets] == [("blank", True), ("notes", False), ("客户", True)]
    assert (source.sheet, source.header_row, source.headers) == ("客户", 3, ("公司名称", "电话", "成立日期", "编码"))
    (row,) = source.rows()
    assert (row.number, row.cells) == (4, ("全球石油", "13800000000", "1995-08-12", "007"))


def test_a_sheet_can_be_chosen_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx")
    assert open_table(path, sheet="notes").headers == ("secret",)
    with pytest.raises(SheetNotFound, match="客户"):
        open_table(path, sheet="nope")
    with pytest.raises(SheetNotFound):
        list(read_sheet(path, "nope"))


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="900000"><c><v>1</v></c></row>',
    ],
)
def test_two_cells_in_opposite_corners_are_refused_before_they_take_memory(tmp_path: Path, cells: str) -> None:
    sheet = (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    )
    path = with_part(workbook(tmp_path / "book.xlsx"), SHEET, sheet, tmp_path / "bomb.xlsx")
    with pytest.raises(FileTooLarge, match=r"bomb\.xlsx"):
        open_table(path)


CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "sheet",
    [
        f'<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>{CORNERS}</sheetData></worksheet>'.encode("utf-16"),
        (
            f"<x:worksheet xmlns:x='m'>{CORNERS.replace('</', '</x:').replace('<r', '<x:r').replace('<c', '<x:c').replace('<v', '<x:v')}"
            "</x:worksheet>"
        ),
        f"<worksheet><!-- {'x' * 5000} -->{CORNERS}</worksheet>",
        f"<!-- {'x' * 5000} --><worksheet>{CORNERS}</worksheet>",
        "<worksheet>" + CORNERS.replace("<c r", "<c s='1' r") + "</worksheet>",
    ],
    ids=["utf-16", "prefix", "comment", "comment first", "style first"],
)
def test_the_way_a_sheet_is_written_does_not_hide_its_size(tmp_path: Path, sheet: str | bytes) -> None:
    path = with_part(workbook(tmp_path / "book.xlsx"), SHEET, sheet, tmp_path / "bomb.xlsx")
    with pytest.raises(FileTooLarge):
        check_workbook(path, ContentKind.XLSX)


def test_entities_are_refused(tmp_path: Path) -> None:
    sheet = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData/></worksheet>'
    path = with_part(workbook(tmp_path / "book.xlsx"), SHEET, sheet, tmp_path / "laughs.xlsx")
    with pytest.raises(FileDamaged):
        list_sheets(path, ContentKind.XLSX)


@pytest.mark.parametrize(
    ("cell", "is_refused"),
    [
        ('<table:table-cell table:number-columns-repeated="16384" office:value-type="string"/>', True),
        ('<table:table-cell table:number-columns-repeated="16384"/>', False),
    ],
)
def test_repeated_cells_of_an_ods_count_only_when_filled(tmp_path: Path, cell: str, is_refused: bool) -> None:
    path = tmp_path / "repeats.ods"
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f'<x xmlns:table="t" xmlns:office="o"><table:table>{row}</table:table></x>')
    if is_refused:
        with pytest.raises(FileTooLarge):
            check_workbook(path, ContentKind.ODS)
    else:
        check_workbook(path, ContentKind.ODS)


def test_a_workbook_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "book.xlsx").read_bytes()
    cut = tmp_path / "cut.xlsx"
    for length in range(10, len(whole), len(whole) // 12):
        cut.write_bytes(whole[:length])
        with pytest.raises(FileRefused):
            list(open_table(cut).rows())


def test_a_cell_longer_than_excels_names_its_row(tmp_path: Path) -> None:
    long = f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'
    sheet = (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{long}</sheetData></worksheet>'
    )
    path = with_part(workbook(tmp_path / "book.xlsx"), SHEET, sheet, tmp_path / "long.xlsx")
    with pytest.raises(CellTooLong, match="row 2"):
        open_table(path, sheet="blank")
