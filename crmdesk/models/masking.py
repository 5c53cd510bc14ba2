"""Phone numbers and mails shown in part: what waits in a pool that masks is recognised, not called (`facts.md` §3)."""

from collections.abc import Mapping
from typing import Any, Final

from crmdesk.models.search_text import digits_of

MASKED_FIELDS: Final = ("mobile", "phone", "email")
"""Fields of a lead that a pool may mask."""
_SIGN: Final = "*"
_SHOWN_AT_THE_END: Final = 4


def masked_phone(text: str) -> str:
    """Return a number with its middle digits hidden: `138 **** 8000`; one with fewer than seven digits is hidden whole."""
    count = len(digits_of(text))
    begin = 3 if count >= 10 else 0
    kept_from = count - _SHOWN_AT_THE_END if count >= 7 else count
    shown: list[str] = []
    at = 0
    for char in text:
        is_digit = bool(digits_of(char))
        shown.append(_SIGN if (is_digit and begin <= at < kept_from) or (not is_digit and char.isalpha()) else char)
        at += is_digit
    return "".join(shown)


def masked_mail(text: str) -> str:
    """Return an address with all but its first character and its domain hidden: `w****@example.cn`; the stars do not tell how long it is."""
    name, at, domain = text.partition("@")
    return f"{name[:1]}{_SIGN * 4}{at}{domain}" if at else _SIGN * 4


def masked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a lead's values with phones and mail masked; the rest as it is."""
    hidden = {
        field: masked_mail(str(values[field])) if field == "email" else masked_phone(str(values[field]))
        for field in MASKED_FIELDS
        if values.get(field)
    }
    return {**values, **hidden}
