"""What of a phone number and a mail a pool shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.masking import masked, masked_mail, masked_phone
from crmdesk.models.search_text import digits_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("138 0013 8000", "138 **** 8000"),
        ("13800138000", "138****8000"),
        ("021-6327 1234", "021-**** 1234"),
        ("63271234", "****1234"),
        ("12345", "*****"),
        ("+86 138 0013 8000", "+86 1** **** 8000"),
        ("分机 12", "** **"),
        ("", ""),
    ],
)
def test_the_middle_of_a_number_is_hidden(text: str, shown: str) -> None:
    assert masked_phone(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("wang@example.cn", "w****@example.cn"), ("a@b.cn", "a****@b.cn"), ("@b.cn", "****@b.cn"), ("wang", "****")],
)
def test_the_name_of_a_mail_is_hidden(text: str, shown: str) -> None:
    assert masked_mail(text) == shown


@given(st.text(max_size=30))
def test_no_number_is_shown_whole_and_its_length_stays(text: str) -> None:
    shown = masked_phone(text)
    assert len(shown) == len(text)
    assert len(digits_of(shown)) <= 7
    assert not digits_of(text) or shown != text


def test_only_phones_and_mail_are_masked() -> None:
    values = {"company_name": "海立 1234567", "mobile": "13800138000", "email": "a@b.cn", "phone": None}
    assert masked(values) == {"company_name": "海立 1234567", "mobile": "138****8000", "email": "a****@b.cn", "phone": None}
