import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_fields import FIELDS, FieldInfo
from crmdesk.services.record_values import canonical, canonical_values, tidy


@pytest.mark.parametrize(
    ("kind", "field", "typed", "stored"),
    [
        (RecordKind.COMPANY, "legal_name", "  家乐福 \n 中国 ", "家乐福 中国"),
        (RecordKind.COMPANY, "code", "ｊｌｆ", "JLF"),
        (RecordKind.COMPANY, "headcount", "１,２００", 1200),
        (RecordKind.COMPANY, "headcount", "", None),
        (RecordKind.COMPANY, "registered_on", "1995/08/12", "1995-08-12"),
        (RecordKind.COMPANY, "note", "a \r\nb\r\n", "a\nb"),
        (RecordKind.SITE, "latitude", "３１.５", 31.5),
        (RecordKind.SITE, "name", "cafe\u0301", "café"),
        (RecordKind.SITE, "name", "a\u200bb\x00c", "ab c"),
        (RecordKind.POSITION, "is_main", True, 1),
    ],
)
def test_typed_becomes_stored(kind: RecordKind, field: str, typed: object, stored: object) -> None:
    values = {"name": "x", "company_id": "y", field: typed} if kind is RecordKind.SITE else {field: typed}
    assert canonical_values(kind, values)[field] == stored


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        (RecordKind.COMPANY, "headcount", "many"),
        (RecordKind.COMPANY, "headcount", "9" * 30),
        (RecordKind.COMPANY, "registered_on", "2026-13-01"),
        (RecordKind.COMPANY, "kind", "club"),
        (RecordKind.SITE, "latitude", "nan"),
        (RecordKind.SITE, "latitude", "1e999"),
    ],
)
def test_what_fits_no_field_is_refused_with_its_name(kind: RecordKind, field: str, typed: str) -> None:
    with pytest.raises(CrmError) as refused:
        canonical_values(kind, {field: typed})
    assert refused.value.params["field"]


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    for keep_lines in (False, True):
        once = tidy(text, keep_lines=keep_lines)
        assert tidy(once, keep_lines=keep_lines) == once
        assert unicodedata.is_normalized("NFC", once)


@given(st.sampled_from([info for infos in FIELDS.values() for info in infos]), st.text(max_size=300))
def test_any_text_is_stored_canonically_or_refused_in_words(info: FieldInfo, text: str) -> None:
    with contextlib.suppress(CrmError):
        stored = canonical(info, text)
        assert canonical(info, stored) == stored
