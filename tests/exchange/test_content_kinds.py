import zipfile
from pathlib import Path

import pytest

from crmdesk.exchange.content_kinds import ContentKind, content_kind, foreign_text
from crmdesk.exchange.file_errors import FileDamaged, FileUnreadable


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"a,b\n", ContentKind.TEXT),
        (b"", ContentKind.TEXT),
        (b"\x1f\x8b\x08", ContentKind.GZIP),
        (b"BZh91AY&SY", ContentKind.BZIP2),
        (b"BZhongguo,1\n", ContentKind.TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ContentKind.OLE),
        (b"%PDF-1.7", ContentKind.FOREIGN),
        (b"\x89PNG\r\n", ContentKind.FOREIGN),
        (b"SQLite format 3\0", ContentKind.FOREIGN),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", ContentKind.FOREIGN),
    ],
)
def test_content_is_told_by_its_first_bytes(tmp_path: Path, head: bytes, kind: ContentKind) -> None:
    path = tmp_path / "misnamed.xls"
    path.write_bytes(head)
    assert content_kind(path)[0] is kind


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (["xl/workbook.xml"], ContentKind.XLSX),
        (["mimetype", "content.xml"], ContentKind.ODS),
        (["xl/workbook.bin"], ContentKind.FOREIGN),
        (["customers.csv"], ContentKind.FOREIGN),
    ],
)
def test_archives_are_told_by_their_parts(tmp_path: Path, parts: list[str], kind: ContentKind) -> None:
    path = tmp_path / "book.et"
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    assert content_kind(path)[0] is kind


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(FileDamaged, match=r"broken\.xlsx"):
        content_kind(broken)
    with pytest.raises(FileUnreadable, match=r"missing\.csv"):
        content_kind(tmp_path / "missing.csv")
    with pytest.raises(FileUnreadable):
        content_kind(tmp_path)


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        ('{"a": 1}', True),
        ('[\n {"a": 1}]', True),
        ("[[1, 2]]", True),
        ("BEGIN:VCARD\nVERSION:3.0", True),
        ("<html><table>", True),
        ('<?xml version="1.0"?><Workbook>', True),
        ("\x00\x01\x02" * 10, True),
        ("[draft],name\n", False),
        ("{id},name\n", False),
        ("<name>,phone\n", False),
        ("公司名称,电话\n", False),
    ],
)
def test_text_that_is_no_table_is_known(text: str, is_foreign: bool) -> None:
    assert bool(foreign_text(text)) is is_foreign
