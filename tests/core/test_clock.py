"""One clock, aware UTC, written with milliseconds."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.clock import from_iso, frozen_at, iso_ms, utc_now

SHANGHAI = timezone(timedelta(hours=8))
SINCE, UNTIL = datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2999-12-30")  # hypothesis wants them without a zone
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def test_now_is_aware_utc() -> None:
    assert utc_now().tzinfo is UTC


def test_the_clock_stands_still_inside_the_block_only() -> None:
    moment = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
    with frozen_at(moment):
        assert utc_now() is moment
        with frozen_at(moment + timedelta(days=1)):
            assert utc_now() == moment + timedelta(days=1)
        assert utc_now() is moment
    assert utc_now() > moment - timedelta(days=36500)
    assert utc_now() is not moment


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 22, 10, 42, 0, 123000, tzinfo=UTC), "2026-11-22T10:42:00.123Z"),
        (datetime(2026, 11, 22, 18, 42, tzinfo=SHANGHAI), "2026-11-22T10:42:00.000Z"),
    ],
)
def test_times_are_written_as_the_stores_do(moment: datetime, text: str) -> None:
    assert iso_ms(moment) == text
    assert from_iso(text) == moment


@pytest.mark.parametrize("text", ["2026-11-22T18:42:00+08:00", "2026-11-22T10:42:00Z", "2026-11-22T10:42:00"])
def test_iso_times_of_others_are_read(text: str) -> None:
    assert from_iso(text) == datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_iso(text)


@given(st.datetimes(SINCE, UNTIL, timezones=offsets))
def test_writing_keeps_the_moment_to_the_millisecond(moment: datetime) -> None:
    assert moment - from_iso(iso_ms(moment)) < timedelta(milliseconds=1)


@given(st.lists(st.datetimes(SINCE, UNTIL, timezones=offsets), min_size=2, max_size=5))
def test_written_times_sort_as_the_moments_do(moments: list[datetime]) -> None:
    assert [iso_ms(moment) for moment in sorted(moments)] == sorted(iso_ms(moment) for moment in moments)
