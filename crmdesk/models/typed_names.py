"""Which names a few typed letters begin: the shapes of their sort keys, for SQL."""

from typing import Final

from crmdesk.models.chinese import fold
from crmdesk.models.pinyin import sort_key, syllable_marks
from crmdesk.models.search_syllables import LONGEST, SYLLABLES, beginning_with

_SPECIAL: Final = frozenset("*?[")


def sort_key_patterns(text: str) -> tuple[str, ...]:
    """Return GLOB patterns of the sort keys of names that begin with `text`; none when nothing was typed.

    `text` is taken as it stands (家乐, ABB), as initials (jlf) and as pinyin whose last syllable may be unfinished (jialef).
    """
    key = sort_key(text)
    if not key:
        return ()
    patterns = ["".join(f"[{char}]" if char in _SPECIAL else char for char in key) + "*"]
    letters = fold(text).replace(" ", "").replace("'", "")
    if letters.isascii() and letters.isalpha():
        patterns += [pattern for pieces in (list(letters), _in_syllables(letters)) if (pattern := _of_pieces(pieces))]
    return tuple(dict.fromkeys(patterns))


def _in_syllables(letters: str) -> list[str]:
    """Split into the longest syllables from the left; what remains at the end is the beginning of one."""
    pieces: list[str] = []
    at = 0
    while at < len(letters):
        length = next((size for size in range(LONGEST, 0, -1) if letters[at : at + size] in SYLLABLES), 0)
        rest = letters[at:]
        if beginning_with(rest) and len(rest) <= LONGEST:
            length = len(rest)
        if not length:
            return []
        pieces.append(letters[at : at + length])
        at += length
    return pieces


def _of_pieces(pieces: list[str]) -> str:
    pattern = ""
    for place, piece in enumerate(pieces):
        is_whole = len(piece) > 1 and place < len(pieces) - 1 and piece in SYLLABLES
        marks = syllable_marks([piece] if is_whole else beginning_with(piece))
        if not marks:
            return ""
        pattern += f"[{marks}]?"
    return f"{pattern}*" if pattern else ""
