"""One form of a text for searching and comparing, and the two Chinese scripts.

Traditional and simplified, full and half width, upper and lower case, accented and plain Latin fold to the same form.
"""

import functools
import unicodedata
from typing import Any, Final

_COMBINING_LATIN: Final = range(0x0300, 0x0370)  # accents as characters of their own
_MAX_PASSES: Final = 8  # folding settles after two passes on every text seen; the bound keeps the function total


@functools.cache
def _converter(direction: str) -> Any:
    """Load one OpenCC configuration; 7 ms, hence never at import."""
    import opencc

    return opencc.OpenCC(direction)


def to_simplified(text: str) -> str:
    """Return `text` in simplified characters, words of Taiwan kept (臺灣積體電路 → 台湾积体电路)."""
    return text if text.isascii() else str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """Return `text` in the traditional characters and the words usual in Taiwan (软件 → 軟體)."""
    return text if text.isascii() else str(_converter("s2twp").convert(text))


def _fold_character(char: str) -> str:
    """Fold one character until it no longer changes."""
    for _ in range(_MAX_PASSES):
        before = char
        decomposed = unicodedata.normalize("NFKD", char)
        if decomposed and decomposed[0].isascii():
            char = "".join(c for c in decomposed if ord(c) not in _COMBINING_LATIN)
        char = unicodedata.normalize("NFKC", char.casefold())
        if len(char) == 1 and not char.isascii():
            char = str(_converter("t2s").convert(char))
        if char == before:
            break
    return char


class _FoldTable(dict[int, str]):
    """Character → folded character, filled as characters are met; `str.translate` reads it at C speed."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # surrogates cannot be given to OpenCC, and mean nothing in a name
        folded = "" if code in _COMBINING_LATIN or 0xD800 <= code < 0xE000 else _fold_character(char)
        if folded.isspace() or unicodedata.category(char) in {"Cc", "Cf"}:
            folded = " " if folded.isspace() or unicodedata.category(char) == "Cc" else ""
        self[code] = folded
        return folded


class _MatchTable(dict[int, str]):
    """Folded character → itself, or nothing when it is neither a letter, a digit nor a mark of one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if unicodedata.category(char)[0] in "LNM" else ""
        self[code] = kept
        return kept


class _SimplifiedTable(dict[int, str]):
    """Chinese character → its simplified form; everything else → itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        simplified = char if code < 0x3400 or 0xD800 <= code < 0xE000 else str(_converter("t2s").convert(char))
        self[code] = simplified if len(simplified) == 1 else char
        return self[code]


_FOLDED: Final = _FoldTable()
_SIMPLIFIED: Final = _SimplifiedTable()
_MATCHED: Final = _MatchTable()


def simplify_characters(text: str) -> str:
    """Return `text` with every Chinese character simplified on its own: as long as before, position by position."""
    return text if text.isascii() else text.translate(_SIMPLIFIED)


def fold(text: str) -> str:
    """Return the form in which texts are searched and compared.

    NFKC, half width, casefolded, Latin without accents, simplified characters one by one (so that no context changes a
    character), white space single and trimmed. Idempotent; never raises.
    """
    return " ".join(_characters(text).split())


@functools.lru_cache(maxsize=256)  # a name is compared, sorted and spelled at once
def _characters(text: str) -> str:
    """Return `fold(text)` with its white space as it is."""
    if text.isascii():
        return text.translate(_FOLDED)
    for _ in range(_MAX_PASSES):
        text = unicodedata.normalize("NFKC", text).translate(_FOLDED)
        # no character of the table's own answers folds further, so only what composes anew is folded again
        if unicodedata.is_normalized("NFKC", text):
            break
    return text


def match_key(text: str) -> str:
    """Return `fold(text)` without white space, punctuation and symbols: `ABB（中国）` and `abb 中國` give `abb中国`."""
    return _characters(text).translate(_MATCHED)
