import bz2
import csv
import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.errors import Cancelled
from crmdesk.exchange.file_errors import (
    CellTooLong,
    FileChanged,
    FileDamaged,
    FileEmpty,
    FileRefused,
    HeaderNotFound,
    NotATable,
    SheetNotFound,
    TooManyColumns,
    UnclosedQuote,
    UnknownEncoding,
    WrongSeparator,
)
from crmdesk.exchange.table_source import NO_HEADER, Row, open_table

SHARED = Path(__file__).parents[3] / "shared/data"
MALFORMED = SHARED / "malformed"
needs_shared = pytest.mark.skipif(not MALFORMED.is_dir(), reason="../shared/data is not here")


def saved(folder: Path, content: str | bytes, name: str = "customers.csv") -> Path:
    """Write a small file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_rows_carry_the_line_they_start_at(tmp_path: Path) -> None:
    source = open_table(saved(tmp_path, 'name,note\nA,"two\nlines"\n\n,\nB,x\r\nC,y\rD,z'))
    assert [(row.number, row.cells) for row in source.rows()] == [
        (2, ("A", "two\nlines")),
        (6, ("B", "x")),
        (7, ("C", "y")),
        (8, ("D", "z")),
    ]


def test_rows_too_short_are_filled_and_too_long_keep_their_surplus(tmp_path: Path) -> None:
    source = open_table(saved(tmp_path, "a,b,c\n1\n1,2,3\n1,2,3,,x,\n1,2,3\n1,2,3,,\n"))
    assert source.preview(1)[0] == Row(2, ("1", "", ""))
    assert [row.surplus for row in source.rows()] == [(), (), ("x",), (), ()]


def test_rows_can_be_read_again_and_a_changed_file_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path, "a,b\n1,2\n")
    source = open_table(path)
    assert list(source.rows()) == list(source.rows())
    path.write_text("a,b\n1,2\n3,4\n")
    with pytest.raises(FileChanged):
        list(source.rows())


@pytest.mark.parametrize(
    ("content", "headers", "first"),
    [
        ("sep=;\nname;phone\nA;1\n", ("name", "phone"), ("A", "1")),
        ("\ufeffname,phone\nA,1\n", ("name", "phone"), ("A", "1")),
        ("客户清单\n\n公司名称\t电话\n甲\t1\n", ("公司名称", "电话"), ("甲", "1")),
        ("1,2\n3,4\n", ("Column 1", "Column 2"), ("1", "2")),
        ("a,b\n\0 1,2\0\n", ("a", "b"), (" 1", "2")),
        ('a,b\n12" pipe,x\n', ("a", "b"), ('12" pipe', "x")),
        ("a,a,\n1,2,3\n4,5,6\n", ("a", "a (2)", "Column 3"), ("1", "2", "3")),
    ],
)
def test_how_a_text_is_laid_out_is_found(tmp_path: Path, content: str, headers: tuple[str, ...], first: tuple[str, ...]) -> None:
    source = open_table(saved(tmp_path, content))
    assert source.headers == headers
    assert source.preview(1)[0].cells == first


@pytest.mark.parametrize(("name", "pack"), [("c.csv.gz", gzip.compress), ("c.dat", bz2.compress), ("c.xls", bytes)])
def test_packed_text_is_read_whatever_its_name(tmp_path: Path, name: str, pack: "type[bytes]") -> None:
    source = open_table(saved(tmp_path, pack("公司名称,电话\n甲,1\n".encode("gb18030")), name))
    assert (source.encoding, source.headers) == ("gb18030", ("公司名称", "电话"))
    assert source.preview() == (Row(2, ("甲", "1")),)


def test_what_is_given_is_not_guessed(tmp_path: Path) -> None:
    path = saved(tmp_path, "x;y\na,b;c\n1;2\n")
    assert open_table(path, separator=",", header_row=2).headers == ("a", "b;c")
    assert open_table(path, header_row=NO_HEADER).headers == ("Column 1", "Column 2")
    assert open_table(saved(tmp_path, "甲,1\n".encode("gb18030"), "g.csv"), encoding="latin-1").encoding == "latin-1"


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"encoding": "nonsense"}, UnknownEncoding),
        ({"separator": "::"}, WrongSeparator),
        ({"separator": '"'}, WrongSeparator),
        ({"sheet": "Sheet1"}, SheetNotFound),
        ({"header_row": 99}, HeaderNotFound),
    ],
)
def test_what_is_given_wrongly_is_refused(tmp_path: Path, options: dict[str, object], error: type[FileRefused]) -> None:
    with pytest.raises(error, match=r"customers\.csv"):
        open_table(saved(tmp_path, "a,b\n1,2\n"), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", FileEmpty, "no rows"),
        (b"\n\n , \n", FileEmpty, "no rows"),
        (b'{"a": 1}', NotATable, "JSON"),
        (gzip.compress(b"a,b\n" * 900, mtime=0)[:-9], FileDamaged, "damaged"),
        (gzip.compress(b"PK\x03\x04", mtime=0), NotATable, "packed"),
        (b'a,b\n1,2\n3,"4\n5,6\n', UnclosedQuote, "row 3"),
        (b"a,b\n1,2\n" + b"x" * 33_000 + b",1\n", CellTooLong, "row 3"),
        (b'a,b\n1,"' + b"x\n" * 200_000, CellTooLong, "row 2"),
        (b"a,b\n" + b"x" * 5_000_000, CellTooLong, "row 2"),
        (b"a,b\n1" + b",1" * 600 + b"\n", TooManyColumns, "row 2"),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_and_row(
    tmp_path: Path, content: bytes, error: type[FileRefused], words: str
) -> None:
    with pytest.raises(error, match=words):
        list(open_table(saved(tmp_path, content)).rows())


def test_bytes_that_are_no_characters_mark_their_row(tmp_path: Path) -> None:
    line = "全球石油有限公司,上海市浦东新区\n"
    raw = b"name,address\n" + (line * 30).encode() + b"\xe5\x85,x\n"
    rows = list(open_table(saved(tmp_path, raw)).rows())
    assert [row.is_damaged for row in rows] == [False] * 30 + [True]


def test_progress_is_told_and_can_stop_the_reading(tmp_path: Path) -> None:
    source = open_table(saved(tmp_path, "a,b\n" + "1,2\n" * 40_000))
    told: list[tuple[int, int]] = []
    assert sum(1 for _row in source.rows(lambda done, total: told.append((done, total)))) == 40_000
    assert told[-1] == (160_004, 160_004)
    assert told == sorted(told)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(source.rows(stop))


def test_memory_stays_small_however_long_the_file(tmp_path: Path) -> None:
    source = open_table(saved(tmp_path, "a,b\n" + "some text,more text\n" * 30_000))
    tracemalloc.start()
    try:
        assert sum(1 for _row in source.rows()) == 30_000
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\r\n", exclude_characters="\ufffd\ufeff"), max_size=8
)


@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6),
    separator=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-32"]),
)
def test_any_table_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], separator: str, line_end: str, encoding: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([["公司名称", "电话", "地址"], *rows])
    path = saved(tmp_path_factory.mktemp("csv"), text.getvalue().encode(encoding))
    source = open_table(path, separator=separator, encoding=encoding, header_row=1)
    assert [row.cells for row in source.rows()] == [tuple(row) for row in rows if "".join(row).strip()]


def read_or_refused(path: Path) -> tuple[list[Row] | None, str]:
    """Return the rows, or None and why the file was refused."""
    try:
        return list(open_table(path).rows()), ""
    except FileRefused as refusal:
        return None, refusal.message


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = saved(tmp_path_factory.mktemp("bytes"), content)
    rows, refusal = read_or_refused(path)
    assert rows is not None or path.name in refusal


@needs_shared
def test_every_malformed_file_is_read_or_refused_by_name() -> None:
    refused = {}
    for path in sorted(MALFORMED.rglob("*")):
        if path.is_file():
            rows, refusal = read_or_refused(path)
            if rows is None:
                refused[path.name] = refusal
            else:
                assert len({len(row.cells) for row in rows}) <= 1
    assert all(name in refusal for name, refusal in refused.items())
    assert {name for name in refused if not name.endswith((".json", ".dbf"))} == {"examples__empty.csv"}
    assert "dBASE" in refused["examples__testdbf.dbf"]


CSV_SPECTRUM = sorted((MALFORMED / "csv-spectrum").glob("*.csv"))


@needs_shared
@pytest.mark.parametrize("path", CSV_SPECTRUM, ids=lambda path: path.stem)
def test_csv_spectrum_answers_match(path: Path) -> None:
    answer = path.with_name(path.name.replace("csvs__", "json__")).with_suffix(".json")
    expected = json.loads(answer.read_text(encoding="utf-8"))
    source = open_table(path)
    found = [dict(zip(source.headers, row.cells, strict=True)) for row in source.rows()]
    if path.name == "csvs__location_coordinates.csv":  # its answer is no list, and gives another phone number than its file
        expected = [{**expected, "Contact Phone Number": "2095257564"}]
    if path.name == "csvs__newlines_crlf.csv":  # our copy of the file has lost its carriage returns, its answer has not
        expected[1]["a"] = expected[1]["a"].replace("\r\n", "\n")
    assert found == expected


@needs_shared
def test_the_gbk_orders_stream_to_the_end() -> None:
    source = open_table(MALFORMED / "gbk_csv/kfc_orders_gbk.csv")
    assert (source.encoding, source.headers) == ("gb18030", ("OrderNumber", "Amount", "Products"))
    last = None
    count = 0
    for last in source.rows():  # noqa: B007 - the last row is looked at below
        count += 1
    assert count == 52_761
    assert last is not None
    assert (last.number, last.is_damaged) == (52_762, False)
