"""Records as the index keeps them."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.search.records import Record, packed, unpacked
from crmdesk.storage.search.schema import row_of

SITE = Record(
    RecordKind.SITE, 7, "s", True, "方庄店", "", "JLF-FZ", ("010-63271234",), "91110105MA01AK9Q3X",
    "北京市蒲方路1号", "a@b.cn", "c", None, ("家乐福",), "store",
)  # fmt: skip
COMPANY = Record(RecordKind.COMPANY, 1, "c", True, "家乐福", "", "", (), "", "", "", None, None, (), "")
PERSON = Record(
    RecordKind.CONTACT, 2**33, "p", True, "王芳", "", "", ("13800138000", "010-1"), "",
    "", "", "c", "s", ("家乐福", "方庄店"), "店长",
)  # fmt: skip


@pytest.mark.parametrize("record", [SITE, COMPANY, PERSON])
def test_what_is_packed_is_unpacked_again(record: Record) -> None:
    assert unpacked(row_of(record.kind, record.n), packed(record)) == record


def test_a_control_character_in_a_name_parts_nothing() -> None:
    wild = SITE._replace(name="方\x1f庄店", context=("家\x1f乐福",))
    assert unpacked(row_of(wild.kind, wild.n), packed(wild)) == SITE._replace(name="方 庄店", context=("家 乐福",))
