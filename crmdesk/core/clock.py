"""The one source of time: aware UTC, replaceable in tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, tzinfo

_frozen: datetime | None = None
_zone: tzinfo | None = None  # None: the system's


def utc_now() -> datetime:
    """Return the present moment as aware UTC."""
    return _frozen if _frozen is not None else datetime.now(UTC)


def local_day(moment: datetime | None = None) -> date:
    """Return the day on the person's own calendar (time zone of the system) in which an aware time falls; None: today."""
    return (utc_now() if moment is None else moment).astimezone(_zone).date()


def start_of_day(day: date) -> datetime:
    """Return the moment, as aware UTC, at which a day of the person's own calendar begins."""
    midnight = datetime.combine(day, time(), _zone)
    return midnight.astimezone(UTC)


def iso_ms(moment: datetime) -> str:
    """Write an aware time as the stores do: `2026-11-22T10:42:00.123Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_iso(text: str) -> datetime:
    """Read a time written by `iso_ms` (or any ISO 8601 time with a zone) as aware UTC.

    Raises:
        ValueError: `text` is no ISO 8601 time.
    """
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@contextmanager
def frozen_at(moment: datetime) -> Iterator[None]:
    """Let `utc_now` return `moment` inside the block (tests and reproducible demo data)."""
    global _frozen  # noqa: PLW0603 - the one switch of the one clock
    before, _frozen = _frozen, moment
    try:
        yield
    finally:
        _frozen = before


@contextmanager
def in_zone(zone: tzinfo) -> Iterator[None]:
    """Let days be days of `zone` inside the block, not of the system's (tests)."""
    global _zone  # noqa: PLW0603 - the one switch of the one clock
    before, _zone = _zone, zone
    try:
        yield
    finally:
        _zone = before
