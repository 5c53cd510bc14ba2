"""One form of an address's characters, and where each of them stood: half width, simplified, no space around digits."""

import re
import unicodedata
from array import array
from typing import Final

from crmdesk.models.chinese import simplify_characters

_LOOSE: Final = re.compile(r"(?<=[㐀-鿿])\s+(?=\d)|(?<=\d)\s+(?=[㐀-鿿])")


class _FoldTable(dict[int, str]):
    """Character → the one character it is read as, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char)
        self[code] = simplify_characters(folded if len(folded) == 1 else char)
        return self[code]


_FOLDED: Final = _FoldTable()


def folded(text: str) -> str:
    """Return the text half width and simplified, as long as before, each character in its place."""
    return text.translate(_FOLDED)


def tightened(text: str) -> "tuple[str, array[int] | None]":
    """Return a folded text without the spaces between digits and Chinese characters (11 号), and where each character stood.

    The places are None where nothing was taken out; they hold one more, the end.
    """
    if " " not in text and "\t" not in text and "\n" not in text:
        return text, None
    kept: array[int] = array("i")
    pieces: list[str] = []
    at = 0
    for gap in _LOOSE.finditer(text):
        pieces.append(text[at : gap.start()])
        kept.extend(range(at, gap.start()))
        at = gap.end()
    if not pieces:
        return text, None
    pieces.append(text[at:])
    kept.extend(range(at, len(text) + 1))
    return "".join(pieces), kept
