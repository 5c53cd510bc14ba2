"""Dates in files: in which order day, month and year stand, and reading one as ISO text."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum, unique
from typing import Final


@unique
class DateOrder(StrEnum):
    """How a date without a four-digit year in front is read; `2006-04-15`, `2006/4/15`, `2006年4月15日` always read alike."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


_PARTS: Final = re.compile(r"\s*(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?(?:[T\s].*)?$")
_COMPACT: Final = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)\s*$")
_CENTURY_TURN: Final = 50
"""Two-digit years from here on belong to the last century."""


def read_date(text: str, order: DateOrder = DateOrder.YMD) -> str | None:
    """Return `text` as `YYYY-MM-DD` (a time of day is dropped), or None when it is no date."""
    if compact := _COMPACT.match(text):
        return _iso(*(int(part) for part in compact.groups()))
    found = _PARTS.match(text)
    if found is None:
        return None
    first, second, third = found.groups()
    if len(first) == 4:
        return _iso(int(first), int(second), int(third))
    if len(first) > 2:
        return None
    if order is DateOrder.YMD and len(third) <= 2:
        return _iso(_year(first), int(second), int(third))
    day, month = (int(second), int(first)) if order is DateOrder.MDY else (int(first), int(second))
    return _iso(_year(third), month, day)


def guess_date_order(texts: Iterable[str]) -> DateOrder:
    """Return the order in which most of the texts are dates; day before month when nothing tells."""
    scores = dict.fromkeys((DateOrder.YMD, DateOrder.DMY, DateOrder.MDY), 0)
    for text in texts:
        found = _PARTS.match(text)
        if found is None or len(found.group(1)) == 4:
            scores[DateOrder.YMD] += read_date(text) is not None
            continue
        for order in (DateOrder.DMY, DateOrder.MDY):
            scores[order] += read_date(text, order) is not None
    return max(scores, key=lambda order: scores[order])


def _year(text: str) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
