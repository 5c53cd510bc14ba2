"""What a workbook's cell is as text, as a person would have typed it: no `13800000000.0`, dates as ISO."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from types import NoneType
from typing import Any, Final

_WHOLE_LIMIT: Final = 1e18
"""Below this a float without a fraction is written as digits; Excel itself keeps 15 of them."""


def cell_text(value: Any) -> str:
    """Return the text of a cell value as python-calamine hands it over."""
    return _TEXT_OF.get(type(value), str)(value)


def _bool_text(value: bool) -> str:  # noqa: FBT001 - one value of the dispatch table
    return "true" if value else "false"


def _float_text(value: float) -> str:
    if value.is_integer() and abs(value) < _WHOLE_LIMIT:
        return str(int(value))
    # Excel shows 15 digits: 0.1 + 0.2 is 0.3 there, and a person expects what he saw
    return f"{value:.15g}"


def _datetime_text(value: datetime) -> str:
    if value.time() == time.min:
        return value.date().isoformat()
    return value.isoformat(" ", "seconds")


def _time_text(value: time) -> str:
    return value.isoformat("auto" if value.microsecond else "seconds")


def _duration_text(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"


def _no_text(_value: None) -> str:
    return ""


_TEXT_OF: Final[dict[type, Callable[[Any], str]]] = {
    str: str,
    bool: _bool_text,
    int: str,
    float: _float_text,
    datetime: _datetime_text,
    date: date.isoformat,
    time: _time_text,
    timedelta: _duration_text,
    NoneType: _no_text,
}
