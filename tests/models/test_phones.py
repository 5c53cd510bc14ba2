import csv
import random
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat

from crmdesk.core.vocabulary import Severity
from crmdesk.models.phones import (
    _parse_by_library,
    _parse_chinese,
    check_phone,
    parse_phone,
    parse_phones,
    split_phones,
    written_phones,
)

STARBUCKS = Path(__file__).parents[3] / "shared" / "data" / "accounts" / "starbucks_2017.csv"


@pytest.mark.parametrize(
    ("text", "country", "e164", "national", "extension"),
    [
        ("13800138000", "CN", "+8613800138000", "138 0013 8000", ""),
        ("+86 138-0013-8000", "CN", "+8613800138000", "138 0013 8000", ""),
        ("０１０－６３２７１２３４", "CN", "+861063271234", "010 6327 1234", ""),
        ("(010)63271234", "CN", "+861063271234", "010 6327 1234", ""),
        ("010-63271234-802", "CN", "+861063271234", "010 6327 1234", "802"),
        ("010-63271234 转 802", "CN", "+861063271234", "010 6327 1234", "802"),
        ("0755-82123456 ext. 12", "CN", "+8675582123456", "0755 8212 3456", "12"),
        ("400-820-1234", "CN", "+864008201234", "400 820 1234", ""),
        ("0993-2012345", "CN", "+869932012345", "0993 201 2345", ""),
        ("02-2720-8889", "TW", "+886227208889", "02 2720 8889", ""),
        ("+41 58 585 00 00", "CN", "+41585850000", "058 585 00 00", ""),
        ("(757) 481-6254", "US", "+17574816254", "(757) 481-6254", ""),
        ("95588", "CN", None, "95588", ""),
        ("ask Mr Li", "CN", None, "ask Mr Li", ""),
        ("", "CN", None, "", ""),
    ],
)
def test_a_number_is_read_and_formatted(text: str, country: str, e164: str | None, national: str, extension: str) -> None:
    phone = parse_phone(text, country)
    assert (phone.e164, phone.national, phone.extension) == (e164, national, extension)


def test_digits_are_those_of_the_national_number() -> None:
    assert parse_phone("+86 10 6327 1234").digits == "01063271234"
    assert parse_phone("95588 (bank)").digits == "95588"


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("010-63271234/63271235 转 802", ("010-63271234", "010-63271235 转 802")),
        ("010-63271234/5", ("010-63271234", "010-63271235")),
        ("13800138000 13900139000", ("13800138000", "13900139000")),
        ("13800138000；010-63271234", ("13800138000", "010-63271234")),
        ("021-52082980、52082981", ("021-52082980", "021-52082981")),
        ("010 6327 1234", ("010 6327 1234",)),
        ("010-63271234, ext 5", ("010-63271234 ext 5",)),
        (" / ", ()),
    ],
)
def test_a_cell_may_hold_several_numbers(cell: str, numbers: tuple[str, ...]) -> None:
    assert split_phones(cell) == numbers


def test_every_number_of_a_cell_is_read() -> None:
    phones = parse_phones("010-63271234/63271235 转 802")
    assert [(p.e164, p.extension) for p in phones] == [("+861063271234", ""), ("+861063271235", "802")]


def test_an_incomplete_number_is_a_warning_that_names_it() -> None:
    remark = check_phone("13800138000/1380013", "CN", "mobile")
    assert remark is not None
    assert (remark.severity, remark.field) == (Severity.WARNING, "mobile")
    assert remark.message.startswith("1380013 does not look like")
    assert check_phone("") is None


def _agrees_with_the_library(number: str) -> bool:
    ours = _parse_chinese(number, number, "")
    if ours is None:
        return False
    theirs = phonenumbers.parse(number, "CN")
    assert phonenumbers.is_valid_number(theirs), number
    formats = (PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL)
    assert [ours.e164, ours.national, ours.international] == [phonenumbers.format_number(theirs, f) for f in formats]
    return True


@given(st.from_regex(r"(\+86|0086|86|)1[3-9][0-9]{9}|(0|\+86)(10|2[0-9]|[3-9][0-9][0-9])-?[2-8][0-9]{7}", fullmatch=True))
@example("02012345678")
@example("8613800138000")
@example("01080012345")
def test_the_short_way_agrees_with_the_library(number: str) -> None:
    _agrees_with_the_library(number)


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
@example("19400000000")
@example("16100000000")
@example("17400000000")
def test_a_number_that_only_looks_like_a_mobile_is_none_for_the_library_either(number: str) -> None:
    ours, theirs = parse_phone(number), _parse_by_library(number, "CN", number, "")
    assert ours == theirs


@pytest.mark.skipif(not STARBUCKS.exists(), reason="the shared data is not beside this clone")
def test_the_short_way_agrees_on_real_numbers_and_takes_most_of_them() -> None:
    with STARBUCKS.open(encoding="utf-8-sig", newline="") as file:
        numbers = [row["Phone Number"] for row in csv.DictReader(file) if row["Country"] == "CN" and row["Phone Number"]]
    numbers = random.Random(7).sample(numbers, 400)
    assert sum(map(_agrees_with_the_library, numbers)) > 0.75 * len(numbers)


@given(st.text(), st.sampled_from(["CN", "US", "TW", "", "XX"]))
def test_any_text_is_read(text: str, country: str) -> None:
    for phone in parse_phones(text, country):
        assert phone.e164 is None or phone.e164.startswith("+")
    check_phone(text, country)


@given(st.text(st.sampled_from("0123456789+-()/;,、 转x#extsep\uff0f"), max_size=60))
def test_any_number_like_text_is_read(text: str) -> None:
    parse_phones(text)


def test_a_note_in_the_cell_is_kept_whole_and_at_once() -> None:
    note = "please call " + " " * 100_000 + "x"
    assert [phone.text for phone in parse_phones(note)] == [note]
    remark = check_phone(note)
    assert remark is not None
    assert len(remark.message) < 150


@pytest.mark.parametrize(
    ("typed", "country", "written"),
    [
        ("01063271234", "CN", "010 6327 1234"),
        ("010-63271234/63271235", "CN", "010 6327 1234; 010 6327 1235"),
        ("13800138000", "CN", "138 0013 8000"),
        ("+41446681800", "CN", "+41 44 668 18 00"),
        ("010-63271234 转 802", "CN", "010 6327 1234 转 802"),
        ("0446681800", "CH", "044 668 18 00"),
        ("ask for Mr Li", "CN", "ask for Mr Li"),
        ("12", "CN", "12"),
        ("", "CN", ""),
    ],
)
def test_numbers_are_written_as_their_country_does(typed: str, country: str, written: str) -> None:
    assert written_phones(typed, country) == written


@given(st.text(max_size=60) | st.from_regex(r"0\d{2,3}[- ]?\d{7,8}( ?(转|x) ?\d{1,4})?", fullmatch=True))
def test_writing_a_number_twice_changes_nothing_more(text: str) -> None:
    once = written_phones(text)
    assert written_phones(once) == once
