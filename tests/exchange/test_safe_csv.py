import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.exchange.file_errors import FileUnreadable
from crmdesk.exchange.safe_csv import SafeCsvWriter, SafeXlsxWriter, neutral
from crmdesk.exchange.table_source import open_table


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd", "'-2+3+cmd"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("-1.5", "-1.5"),
        ("+86 21 5000-0000", "+86 21 5000-0000"),
        ("+8613800000000", "+8613800000000"),
        ("-12%", "-12%"),
        ("+86 (21) 5000 0000", "+86 (21) 5000 0000"),
        ("-", "'-"),
        ("00123", "00123"),
        ("全球石油", "全球石油"),
        ("", ""),
    ],
)
def test_only_what_could_run_is_marked(cell: str, written: str) -> None:
    assert neutral(cell) == written


@given(st.text(max_size=20))
def test_a_written_cell_never_starts_a_formula(cell: str) -> None:
    written = neutral(cell).lstrip(" ")
    assert written in ("", cell.lstrip(" "), f"'{cell}")
    assert not written.startswith(("=", "@", "\t", "\r"))


ROWS = (("名称", "电话", "理由"), ("甲", "+86 21 5000", "no credit code"), ("=HYPERLINK()", "007", "too short"))


@pytest.mark.parametrize("writer", [SafeCsvWriter, SafeXlsxWriter])
def test_rows_read_back_as_they_were_written(tmp_path: Path, writer: "type[SafeCsvWriter | SafeXlsxWriter]") -> None:
    path = tmp_path / "rows"
    with writer(path) as table:
        for row in ROWS:
            table.write(row)
    source = open_table(path)
    assert source.headers == ROWS[0]
    mark = "'" if writer is SafeCsvWriter else ""
    assert [row.cells for row in source.rows()] == [ROWS[1], (f"{mark}=HYPERLINK()", "007", "too short")]


def test_the_byte_order_mark_is_optional(tmp_path: Path) -> None:
    for with_bom in (True, False):
        with SafeCsvWriter(tmp_path / "x.csv", with_bom=with_bom) as table:
            table.write(["甲", 'say "x"\nagain'])
        raw = (tmp_path / "x.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") is with_bom
        assert list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True))) == [["甲", 'say "x"\nagain']]


@pytest.mark.parametrize("writer", [SafeCsvWriter, SafeXlsxWriter])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, writer: "type[SafeCsvWriter | SafeXlsxWriter]") -> None:
    with pytest.raises(FileUnreadable, match="refused"), writer(tmp_path / "missing" / "refused") as table:
        table.write(["a"])
