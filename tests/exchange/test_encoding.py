from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.exchange.encoding import detect_encoding, detect_file_encoding, is_known_encoding

ENCODINGS = Path(__file__).parents[3] / "shared/data/malformed/uchardet_tests"
WITHOUT_CODEC = {"euc-tw", "viscii"}  # Python has none
MISTAKEN = {"test__eo__iso-8859-3.txt", "test__es__iso-8859-15.txt", "test__tr__iso-8859-3.txt"}  # a few letters or the € differ

SIMPLIFIED = "公司名称,地址,电话\n上海全球石油有限公司,上海市浦东新区世纪大道100号,021-5000\n"
TRADITIONAL = "公司名稱,地址,電話\n全球石油股份有限公司,臺北市信義區市府路45號,02-8101\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        ("name,city\nMüller & Söhne,Zürich\n", "cp1252"),
        ("会社名,住所\nトヨタ自動車株式会社,愛知県豊田市トヨタ町\n", "shift_jis"),
        ("会社名,住所\nトヨタ自動車株式会社,愛知県豊田市トヨタ町\n", "euc_jp"),
        ("회사,주소\n삼성전자 주식회사,경기도 수원시 영통구\n", "euc_kr"),
        ("name,city\nAcme,Boston\n", "ascii"),
    ],
)
def test_text_reads_back_when_written_in_an_encoding(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    assert raw.decode(detect_encoding(BytesIO(raw)).name) == text


def test_gbk_is_found_when_it_starts_after_a_megabyte_of_ascii() -> None:
    raw = b"code,name\n" * 150_000 + SIMPLIFIED.encode("gb18030")
    assert detect_encoding(BytesIO(raw)).name == "gb18030"


def test_utf8_is_kept_when_a_field_was_cut_inside_a_character() -> None:
    raw = (SIMPLIFIED * 5).encode() + "公司".encode()[:-1] + b",x\n" + (SIMPLIFIED * 5).encode()
    assert detect_encoding(BytesIO(raw)).name == "utf-8"


@given(st.binary(max_size=300))
def test_any_bytes_get_an_encoding_that_exists(raw: bytes) -> None:
    assert is_known_encoding(detect_encoding(BytesIO(raw)).name)


@pytest.mark.parametrize(
    ("name", "is_known"), [("gb18030", True), ("UTF-8", True), ("rot13", False), ("base64", False), ("no such", False)]
)
def test_encodings_are_told_from_transforms(name: str, is_known: bool) -> None:
    assert is_known_encoding(name) is is_known


@pytest.mark.skipif(not ENCODINGS.is_dir(), reason="../shared/data is not here")
def test_files_named_after_their_encoding_read_alike() -> None:
    wrong = set()
    for path in ENCODINGS.iterdir():
        stem, ending = path.name.rsplit(".", 1)
        name = stem.rsplit("__", 1)[1] + (f"-{ending}" if ending in {"le", "be"} else "")
        if name in WITHOUT_CODEC:
            continue
        raw = path.read_bytes()
        if raw.decode(detect_file_encoding(path).name, "replace").lstrip("\ufeff") != raw.decode(name).lstrip("\ufeff"):
            wrong.add(path.name)
    assert wrong <= MISTAKEN
