"""Fits names into boxes: two lines where there is room, the middle left out where there is not; works on any measure of width."""

from collections.abc import Callable
from typing import Final

Measure = Callable[[str], float]
_ELLIPSIS: Final = "…"
_FRONT: Final = 0.72
"""Share of the room that goes to the beginning: most ends are a legal form."""


def fit(text: str, width: float, lines: int, measure: Measure) -> tuple[str, ...]:
    """Return the lines a text is shown in, each at most `width` wide; nothing when not even the ellipsis fits.

    Breaks at spaces where there are some, anywhere in Chinese. The last line leaves out its middle, for names of branches
    differ at their ends as often as at their beginnings.
    """
    if measure(text) <= width:
        return (text,)
    shown: list[str] = []
    while text and len(shown) + 1 < lines:
        end = _head(text, _fair(text, width, lines - len(shown), measure), measure)
        if end == 0:
            return ()
        if end < len(text) and (space := text.rfind(" ", 1, end + 1)) > end // 3 and text[end - 1].isascii():
            end = space
        shown.append(text[:end].rstrip())
        text = text[end:].lstrip()
    if text:
        last = text if measure(text) <= width else middle_elided(text, width, measure)
        if not last:
            return ()
        shown.append(last)
    return tuple(shown)


def _fair(text: str, width: float, lines: int, measure: Measure) -> float:
    """Return how wide the next line should be: no wider than its share, where all lines have room for the whole text."""
    whole = measure(text)
    share = whole / lines + whole / len(text)
    return share if share < width and whole < width * lines * 0.94 else width


def middle_elided(text: str, width: float, measure: Measure) -> str:
    """Return a text with as much of its middle left out as needed, empty when there is room for nothing."""
    room = width - measure(_ELLIPSIS)
    if room < 0:
        return ""
    front = _head(text, room * _FRONT, measure)
    back = _head(text[::-1], room - measure(text[:front]), measure)
    back = min(back, len(text) - front)
    if front + back == 0:
        return ""
    return f"{text[:front]}{_ELLIPSIS}{text[len(text) - back :]}"


def _head(text: str, width: float, measure: Measure) -> int:
    """Return how many characters from the start fit."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
