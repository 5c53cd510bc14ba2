"""Which names a few typed letters begin: the shapes of their sort keys, for SQL."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from crmdesk.models.chinese import fold
from crmdesk.models.pinyin import sort_key, syllable_marks
from crmdesk.models.search_syllables import LONGEST, SYLLABLES, beginning_with

_SPECIAL: Final = frozenset("*?[")
_MOST_READINGS: Final = 6
_MOST_LETTERS: Final = 24


def sort_key_patterns(text: str) -> tuple[str, ...]:
    """Return GLOB patterns of the sort keys of names that begin with `text`; none when nothing was typed.

    `text` is taken as it stands (家乐, ABB), as initials (jlf) and as pinyin whose last syllable may be unfinished (jialef).
    """
    key = sort_key(text)
    if not key:
        return ()
    patterns = ["".join(f"[{char}]" if char in _SPECIAL else char for char in key) + "*"]
    letters = fold(text).replace(" ", "").replace("'", "")[:_MOST_LETTERS]
    if letters.isascii() and letters.isalpha():
        readings = (list(letters), *islice(_in_syllables(letters), _MOST_READINGS))
        patterns += [pattern for pieces in readings if (pattern := _of_pieces(pieces))]
    return tuple(dict.fromkeys(patterns))


def _in_syllables(letters: str) -> Iterator[list[str]]:
    """Yield the ways to read letters as syllables, long ones first; the last one may be unfinished: `xian` is 先 and 西安."""
    if not letters:
        yield []
    for length in range(min(LONGEST, len(letters)), 0, -1):
        piece, rest = letters[:length], letters[length:]
        if (rest and piece in SYLLABLES) or (not rest and beginning_with(piece)):
            for further in _in_syllables(rest):
                yield [piece, *further]


def _of_pieces(pieces: list[str]) -> str:
    pattern = ""
    for place, piece in enumerate(pieces):
        is_whole = len(piece) > 1 and place < len(pieces) - 1 and piece in SYLLABLES
        marks = syllable_marks([piece] if is_whole else beginning_with(piece))
        if not marks:
            return ""
        pattern += f"[{marks}]?"
    return f"{pattern}*" if pattern else ""
