"""Entries of a timeline as data, and how they are grouped by day. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry.

    Attributes:
        key: what `entry_activated` tells.
        at: when, as local time.
        title: one line: what and who.
        text: some lines more, may be empty.
        icon: name of an icon, empty for none.
    """

    key: str
    at: datetime
    title: str
    text: str = ""
    icon: str = ""


def by_day(entries: Sequence[TimelineEntry]) -> list[date | TimelineEntry]:
    """Return the entries, newest first, with each day before its entries."""
    shown: list[date | TimelineEntry] = []
    day: date | None = None
    for entry in sorted(entries, key=_moment, reverse=True):
        if entry.at.date() != day:
            day = entry.at.date()
            shown.append(day)
        shown.append(entry)
    return shown


def _moment(entry: TimelineEntry) -> datetime:
    return entry.at
