import csv
import gzip
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc
from stdnum.tw import ubn

from crmdesk.core.vocabulary import Severity
from crmdesk.models.identifiers import (
    check_company_number,
    check_credit_code,
    check_ubn,
    is_credit_code,
    is_ubn,
    normalise_credit_code,
)

REGISTER = Path(__file__).parents[3] / "shared" / "data" / "accounts" / "cn_companies_and_branches.csv.gz"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.mark.parametrize(
    "code",
    [
        "91350100M000100Y43",
        "91110000600037341L",
        "91110108551385082Q",
        "91440300708461136T",
        "91330100799655058B",
        "914403001922038216",
        "91110000802100433B",
        "统一社会信用代码：９１３５０１００ｍ０００１００ｙ４３",
        "9135 0100-M000100Y43",
        "",
    ],
)
def test_right_codes_pass(code: str) -> None:
    assert check_credit_code(code) is None


@pytest.mark.parametrize(
    ("code", "severity", "sentence"),
    [
        ("91350100M000100Y4Z", Severity.WARNING, "never holds Z;"),
        ("91350100M000100Y44", Severity.WARNING, "The last character should be 3, not 4,"),
        ("91110000600037341A", Severity.WARNING, "The last character should be L, not A,"),
        ("91350100M000100Y4", Severity.WARNING, "has 18 characters; this has 17"),
        ("9135O100MOOO100Y43", Severity.WARNING, "never holds O;"),
        ("91A50100M000100Y43", Severity.WARNING, "Characters 3 to 8"),
        ("350100123456789", Severity.INFO, "old kind"),
        ("无", Severity.WARNING, "this has 1."),
    ],
)
def test_wrong_codes_are_named_with_their_cure(code: str, severity: Severity, sentence: str) -> None:
    remark = check_credit_code(code)
    assert remark is not None
    assert (remark.severity, remark.field) == (severity, "credit_code")
    assert sentence in remark.message


def test_codes_are_stored_in_one_form() -> None:
    assert normalise_credit_code(" 税号: ９１1100006000３７341l\n") == "91110000600037341L"


@given(st.text(st.sampled_from(ALPHABET), min_size=17, max_size=17))
def test_check_characters_are_those_of_stdnum(body: str) -> None:
    right = [char for char in ALPHABET if is_credit_code(body + char)]
    assert right == ([uscc.calc_check_digit(body)] if body[2:8].isdigit() else [])


def test_farmers_cooperatives_may_begin_with_a_letter() -> None:
    body = "N2110000600037341"
    code = body + uscc.calc_check_digit(body)
    assert is_credit_code(code)
    assert not uscc.is_valid(code)  # the reason stdnum does not decide here


@pytest.mark.parametrize("code", ["00501503", "22099131", "04595257", "10458575", "10458570"])
def test_right_ubns_pass(code: str) -> None:
    assert check_ubn(code) is None


def test_wrong_ubns_are_named_with_the_digits_that_would_do() -> None:
    remark = check_ubn("00501502")
    assert remark is not None
    assert remark.severity is Severity.WARNING
    assert "should be one of 3 8, not 2," in remark.message
    short = check_ubn("1234")
    assert short is not None
    assert "8 digits" in short.message


@given(st.text(st.sampled_from("0123456789"), min_size=8, max_size=8))
def test_every_ubn_of_the_old_rule_is_one_of_the_new(code: str) -> None:
    assert is_ubn(code) or not ubn.is_valid(code)


def test_the_country_decides_the_rule() -> None:
    assert check_company_number("00501503", "TW") is None
    assert check_company_number("00501503", "CN") is not None
    assert check_company_number("CHE-123.456.788", "CH") is None


@given(st.text())
def test_any_text_is_checked(text: str) -> None:
    check_credit_code(text)
    check_ubn(text)
    assert normalise_credit_code(normalise_credit_code(text)) == normalise_credit_code(text) or not text.isascii()


@pytest.mark.skipif(not REGISTER.exists(), reason="the shared data is not beside this clone")
def test_registered_codes_are_right() -> None:
    with gzip.open(REGISTER, "rt", encoding="utf-8", newline="") as file:
        codes = [row["uscc"] for row in itertools.islice(csv.DictReader(file), 2000) if row["uscc"]]
    assert sum(map(is_credit_code, codes)) > 0.98 * len(codes)
