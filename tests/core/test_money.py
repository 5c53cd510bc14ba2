"""Amounts as people type them, kept exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.money import CURRENCIES, Money, NotAnAmount, digits_of, read_amount


@pytest.mark.parametrize(
    ("typed", "minor", "currency"),
    [
        ("12,000.50", 1_200_050, "CNY"),
        ("¥ 1.2万", 1_200_000, "CNY"),
        ("３万元", 3_000_000, "CNY"),
        ("NT$3000", 300_000, "TWD"),
        ("HK$ 8", 800, "HKD"),
        ("1500 USD", 150_000, "USD"),
        ("JPY 12", 12, "JPY"),
        ("-7.5", -750, "CNY"),
        ("5億", 50_000_000_000, "CNY"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, minor: int, currency: str) -> None:
    assert read_amount(typed) == Money(minor, currency)


def test_nothing_typed_is_no_amount() -> None:
    assert read_amount("  ") is None


@pytest.mark.parametrize("typed", ["abc", "1e400", "nan", "Infinity", "9" * 20, "1_000", "12 apples"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        read_amount(typed)


@given(st.integers(-(10**14), 10**14), st.sampled_from(CURRENCIES))
def test_what_is_written_is_read_back(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert read_amount(str(money)) == money
    assert money.amount == Decimal(minor) / 10 ** digits_of(currency)
