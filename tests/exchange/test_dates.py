from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.exchange.dates import DateOrder, guess_date_order, read_date

YMD, DMY, MDY = DateOrder.YMD, DateOrder.DMY, DateOrder.MDY


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("2006-04-15", YMD, "2006-04-15"),
        ("2006/4/5", DMY, "2006-04-05"),
        ("2006年4月15日", MDY, "2006-04-15"),
        ("20060415", YMD, "2006-04-15"),
        ("2006-04-15T03:23:15.000Z", YMD, "2006-04-15"),
        ("15.4.2006", DMY, "2006-04-15"),
        ("04/15/2006", MDY, "2006-04-15"),
        ("04/15/2006", DMY, None),
        ("15.4.06", DMY, "2006-04-15"),
        ("06-4-15", YMD, "2006-04-15"),
        ("2006-02-30", YMD, None),
        ("13800000000", YMD, None),
        ("", YMD, None),
    ],
)
def test_dates_become_iso(text: str, order: DateOrder, iso: str | None) -> None:
    assert read_date(text, order) == iso


@given(st.dates(min_value=date(1951, 1, 1), max_value=date(2049, 12, 31)))
def test_every_order_reads_its_own_dates(day: date) -> None:
    assert read_date(day.strftime("%d/%m/%Y"), DMY) == day.isoformat()
    assert read_date(day.strftime("%m/%d/%y"), MDY) == day.isoformat()


@pytest.mark.parametrize(
    ("texts", "order"), [(["2001-01-02"], YMD), (["01/02/2001", "31/12/2012"], DMY), (["01/02/2001", "12/31/2012"], MDY)]
)
def test_the_order_is_guessed_from_days_beyond_the_twelfth(texts: list[str], order: DateOrder) -> None:
    assert guess_date_order(texts) is order
