"""What a file is, told from its first bytes – never from its name, which lies (`.et`, `.xls` that is a web page …)."""

import re
import zipfile
from enum import StrEnum, unique
from pathlib import Path
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.file_errors import FileDamaged, FileUnreadable


@unique
class ContentKind(StrEnum):
    """The kinds of content the importer tells apart."""

    TEXT = "text"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XLSX = "xlsx"
    ODS = "ods"
    OLE = "ole"  # .xls, .et, .doc, password-protected .xlsx
    FOREIGN = "foreign"  # known and no table


HEAD_BYTES: Final = 4096

_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", QT_TRANSLATE_NOOP("content", "a PDF document")),
    (b"\x89PNG", QT_TRANSLATE_NOOP("content", "a picture")),
    (b"\xff\xd8\xff", QT_TRANSLATE_NOOP("content", "a picture")),
    (b"GIF8", QT_TRANSLATE_NOOP("content", "a picture")),
    (b"SQLite format 3\0", QT_TRANSLATE_NOOP("content", "a database")),
    (b"\0\1\0\0Standard ", QT_TRANSLATE_NOOP("content", "an Access database")),
    (b"Rar!", QT_TRANSLATE_NOOP("content", "a packed archive")),
    (b"7z\xbc\xaf\x27\x1c", QT_TRANSLATE_NOOP("content", "a packed archive")),
    (b"\xfd7zXZ", QT_TRANSLATE_NOOP("content", "a packed archive")),
    (b"\x28\xb5\x2f\xfd", QT_TRANSLATE_NOOP("content", "a packed archive")),
    (b"\x7fELF", QT_TRANSLATE_NOOP("content", "a program")),
    (b"PAR1", QT_TRANSLATE_NOOP("content", "a Parquet file")),
    (b"{\\rtf", QT_TRANSLATE_NOOP("content", "a text document (RTF)")),
)
_OLD_EXCEL: Final = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_TEXT_FOREIGN: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r'\s*(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\}\s*$)'), QT_TRANSLATE_NOOP("content", "JSON data")),
    (re.compile(r'\s*\[\s*\[\s*["\d]'), QT_TRANSLATE_NOOP("content", "JSON data")),
    (re.compile(r"\s*BEGIN:VCARD\b", re.IGNORECASE), QT_TRANSLATE_NOOP("content", "a collection of contact cards (vCard)")),
    (
        re.compile(r"\s*<(?:!DOCTYPE\s+html|html|table|body|head|meta)\b", re.IGNORECASE),
        QT_TRANSLATE_NOOP("content", "a web page"),
    ),
    (re.compile(r"\s*<\?xml\b"), QT_TRANSLATE_NOOP("content", "an XML document")),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_head(path: Path) -> bytes:
    """Return the first bytes of the file.

    Raises:
        FileUnreadable: missing, a folder, or not permitted.
    """
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error


def content_kind(path: Path) -> tuple[ContentKind, str]:
    """Return what the file is, and for a foreign kind its name in English (translation context `content`).

    Raises:
        FileUnreadable: the file cannot be opened.
        FileDamaged: it starts like a workbook and is none.
    """
    head = read_head(path)
    if head.startswith(b"\x1f\x8b"):
        return ContentKind.GZIP, ""
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return ContentKind.BZIP2, ""
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return ContentKind.OLE, ""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path)
    return (ContentKind.FOREIGN, foreign) if (foreign := _foreign_bytes(head)) else (ContentKind.TEXT, "")


def foreign_bytes(head: bytes) -> str:
    """Name the kind of the bytes when they belong to a packed or binary format, else ''."""
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        return QT_TRANSLATE_NOOP("content", "a packed workbook or archive")
    return _foreign_bytes(head)


def foreign_text(sample: str) -> str:
    """Name the kind of decoded text that is no table (JSON, a web page, a vCard, binary rubbish), else ''."""
    for pattern, name in _TEXT_FOREIGN:
        if pattern.match(sample):
            return name
    if len(_CONTROL.findall(sample)) > max(8, len(sample) // 50):
        return QT_TRANSLATE_NOOP("content", "binary data")
    return ""


def _foreign_bytes(head: bytes) -> str:
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            return name
    if head.startswith(_OLD_EXCEL):
        return QT_TRANSLATE_NOOP("content", "a workbook of Excel 4 or older")
    return QT_TRANSLATE_NOOP("content", "a dBASE file") if _is_dbase(head) else ""


def _is_dbase(head: bytes) -> bool:
    """Tell dBASE III+ by its header: version, date YY MM DD, records, header and record length, then descriptors of 32 bytes ended by 0x0D."""
    if len(head) < 66 or head[0] not in (0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5):
        return False
    header_length = int.from_bytes(head[8:10], "little")
    return 1 <= head[2] <= 12 and 1 <= head[3] <= 31 and header_length > 32 and header_length % 32 in (1, 2, 8, 9)


def _zip_kind(path: Path) -> tuple[ContentKind, str]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileDamaged(file=path.name, reason=str(error)) from error
    if "xl/workbook.xml" in names:
        return ContentKind.XLSX, ""
    if "xl/workbook.bin" in names:
        return ContentKind.FOREIGN, QT_TRANSLATE_NOOP("content", "a binary workbook (.xlsb)")
    if "content.xml" in names:
        return ContentKind.ODS, ""
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return ContentKind.XLSX, ""
    return ContentKind.FOREIGN, QT_TRANSLATE_NOOP("content", "a packed archive; unpack it first")
