"""Numbers as they are compared: full width and Chinese numerals become Arabic digits (二十八号 → 28, 一〇〇号 → 100)."""

import re
from typing import Final

_DIGITS: Final = {
    char: value
    for value, chars in enumerate(("〇零○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for char in chars
}
_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "廿": 20, "卅": 30}
_RUN: Final = re.compile(rf"[{''.join(_DIGITS)}十拾百佰千廿卅]+")
_SPECIAL: Final = frozenset("百佰千两廿卅")


def arabic(text: str) -> str:
    """Return the text with every run of Chinese numerals as digits; what is no number (百 alone, 千百) stays."""
    return text if text.isascii() else _RUN.sub(_value, text)


def _value(match: re.Match[str]) -> str:
    run = match[0]
    if all(char in _DIGITS for char in run):
        return "".join(str(_DIGITS[char]) for char in run) if run != "两" else run
    if run[0] in _SPECIAL and run[0] not in "廿卅":
        return run
    total, digit = 0, 0
    for char in run:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in "廿卅":
            total += _UNITS[char]
        else:
            total += (digit or 1) * _UNITS[char]
            digit = 0
    return str(total + digit)
