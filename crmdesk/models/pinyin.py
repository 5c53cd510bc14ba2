"""Readings of Chinese names without tones, and the keys that sort names by them.

The tables in `resources/pinyin/` are made from pypinyin's dictionaries (MIT licence, from Unihan and CC-CEDICT among
others) by `scripts/make_resources.py`, corrected by hand for company and place names. Reading them takes milliseconds,
where importing pypinyin takes half a second; they are loaded by the first Chinese name.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from crmdesk.core.resources import resource_path
from crmdesk.models.chinese import fold, simplify_characters

_FIRST_SYLLABLE: Final = 0x0100  # sort keys write the n-th syllable as one two-byte character from here on
_NUMBER: Final = re.compile(r"[0-9]+")
_ONLY_CHINESE: Final = re.compile(r"[\u4e00-\u85b3\u85b5-\u9fff]+")  # whose folded form is the simplified one; of 薴 it is not
_OTHER_SCRIPT: Final = "\u07ff"  # sorts after every syllable and before nothing else in use


class _Phrases(NamedTuple):
    """Words of one length that hold a character at one offset and give it an unusual reading."""

    offset: int
    length: int
    readings: dict[str, str]


class _Tables(NamedTuple):
    usual: dict[str, str]  # character → most frequent reading in names
    unusual: dict[str, list[_Phrases]]  # character → where it reads otherwise, longest words first
    varying: frozenset[str]
    surnames: dict[str, list[str]]
    syllable_marks: dict[str, str]  # syllable → its character in sort keys


def _rows(name: str) -> Iterator[list[str]]:
    for line in resource_path("pinyin", name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split(" ")


@functools.cache
def _tables() -> _Tables:
    usual: dict[str, str] = {}
    for reading, chars in _rows("characters.txt"):
        usual.update(dict.fromkeys(chars, reading))
    by_shape: dict[str, dict[tuple[int, int], dict[str, str]]] = {}
    for char, reading, place, *words in _rows("phrases.txt"):
        offset = int(place)
        shapes = by_shape.setdefault(char, {})
        for word in words:
            shapes.setdefault((len(word), offset), {})[word] = reading
    unusual = {
        char: [_Phrases(offset, length, shapes[length, offset]) for length, offset in sorted(shapes, reverse=True)]
        for char, shapes in by_shape.items()
    }
    surnames = {surname: readings for surname, *readings in _rows("surnames.txt")}
    syllables = {*usual.values(), *(r for rules in unusual.values() for rule in rules for r in rule.readings.values())}
    syllables.update(r for readings in surnames.values() for r in readings)
    marks = {syllable: chr(_FIRST_SYLLABLE + n) for n, syllable in enumerate(sorted(syllables))}
    return _Tables(usual, unusual, frozenset(unusual), surnames, marks)


def _unusual_reading(rules: list[_Phrases], text: str, index: int) -> str | None:
    for offset, length, readings in rules:
        start = index - offset
        if start >= 0 and (reading := readings.get(text[start : start + length])) is not None:
            return reading
    return None


def readings(text: str, *, person: bool = False) -> list[str]:
    """Return one item per character of `text`: its syllable, or the character itself where it is not Chinese.

    A syllable is lower case without tone, ü written v. With `person`, surnames are read as surnames (单 → shan).
    """
    return list(text) if text.isascii() else _readings(text, simplify_characters(text), person=person)


def folded_readings(text: str, *, person: bool = False) -> list[str]:
    """Return the same of a text that is folded, so that its characters are simplified already."""
    return list(text) if text.isascii() else _readings(text, text, person=person)


def _readings(text: str, simplified: str, *, person: bool) -> list[str]:
    tables = _tables()
    result = list(map(tables.usual.get, text, text))
    if not tables.varying.isdisjoint(simplified):
        for index, char in enumerate(simplified):
            if char in tables.varying and (reading := _unusual_reading(tables.unusual[char], simplified, index)):
                result[index] = reading
    if person:
        for length in (2, 1):
            surname = tables.surnames.get(simplified[:length])
            if surname:
                result[: len(surname)] = surname
                break
    return result


def _belongs_to_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"


@functools.cache
def _surname_readings() -> dict[str, list[str]]:
    """Return how characters are read in surnames."""
    found: dict[str, list[str]] = {}
    for surname, names in _tables().surnames.items():
        for char, reading in zip(surname, names, strict=True):
            found.setdefault(char, []).append(reading)
    return found


@functools.cache
def possible_readings(char: str) -> tuple[str, ...]:
    """Return every syllable `readings` may give one character, the usual one first; nothing for other scripts."""
    tables = _tables()
    found = [tables.usual[char]] if char in tables.usual else []
    found += [rule.readings[word] for rule in tables.unusual.get(char, ()) for word in rule.readings]
    found += _surname_readings().get(char, ())
    return tuple(dict.fromkeys(found))


def syllables(text: str, *, person: bool = False) -> tuple[str, ...]:
    """Return the tokens of `text` as they are read: a syllable per Chinese character, other words and numbers whole.

    Punctuation and white space part words and are dropped: `ABB(中国)` gives `("ABB", "zhong", "guo")`. Empty text
    gives no token.
    """
    tokens: list[str] = []
    word: list[str] = []
    for char, reading in zip(text, readings(text, person=person), strict=True):
        is_chinese = reading != char
        if not is_chinese and _belongs_to_word(char):
            word.append(char)
            continue
        if word:
            tokens.append("".join(word))
            word.clear()
        if is_chinese:
            tokens.append(reading)
    if word:
        tokens.append("".join(word))
    return tuple(tokens)


class _Initials(dict[str, str]):
    """Character → what it adds to initials when it reads as usual; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        reading = _tables().usual.get(char, char)
        letter = reading[0] if reading != char else char.lower() if _belongs_to_word(char) else ""
        self[char] = letter
        return letter


_INITIALS: Final = _Initials()


def initials(text: str, *, person: bool = False) -> str:
    """Return first letters of Chinese syllables and other words whole, lower case: `ABB(中国)` gives `abbzg`."""
    if not person and (text.isascii() or _tables().varying.isdisjoint(simplify_characters(text))):
        return "".join([_INITIALS[char] for char in text])
    letters: list[str] = []
    for char, reading in zip(text, readings(text, person=person), strict=True):
        if reading != char:
            letters.append(reading[0])
        elif _belongs_to_word(char):
            letters.append(char.lower())
    return "".join(letters)


def _natural(digits: str) -> str:
    """Write a number so that plain text order is numeric order: its length, then its digits."""
    digits = digits.lstrip("0") or "0"
    nines, rest = divmod(len(digits), 9)
    return "9" * nines + str(rest) + digits


def _natural_match(number: re.Match[str]) -> str:
    return _natural(number[0])


class _SortPieces(dict[int, str]):
    """Character of a folded text → what it adds to a sort key when it reads as usual; `str.translate` reads it at C speed."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        tables = _tables()
        reading = tables.usual.get(char)
        if reading is not None:
            piece = tables.syllable_marks[reading] + char
        elif char.isascii():
            piece = char if char.isalnum() or char == " " else ""
        else:
            piece = _OTHER_SCRIPT + char if char.isalnum() else ""
        self[code] = piece
        return piece


_SORT_PIECES: Final = _SortPieces()


def sort_key(text: str, *, person: bool = False) -> str:
    """Return a key whose code-point order (SQLite's BINARY) is the order of a Chinese list of names.

    Numbers by value, then Latin words without regard to case and accents, then Chinese characters by syllable and among
    equal syllables by character, then other scripts. A name sorts before the longer names it begins; punctuation does
    not count. Traditional and simplified forms of one name have one key.
    """
    is_plain = _ONLY_CHINESE.fullmatch(text) is not None
    folded = simplify_characters(text) if is_plain else fold(text)
    if person and not folded.isascii():
        return _by_readings(folded, readings(folded, person=True))
    unusual = _unusual(folded)
    if unusual:
        result: list[str] = list(folded)
        for index, reading in unusual:
            result[index] = reading
        return _by_readings(folded, result)
    if is_plain:
        return folded.translate(_SORT_PIECES)
    return _NUMBER.sub(_natural_match, folded).translate(_SORT_PIECES).lstrip(" ")


def _unusual(folded: str) -> list[tuple[int, str]]:
    """Return where a folded text reads otherwise than its characters usually do."""
    if folded.isascii():
        return []
    tables = _tables()
    if tables.varying.isdisjoint(folded):
        return []
    return [
        (index, reading)
        for index, char in enumerate(folded)
        if char in tables.varying and (reading := _unusual_reading(tables.unusual[char], folded, index)) is not None
    ]


def _by_readings(folded: str, read: list[str]) -> str:
    """Return the sort key of a folded text whose characters read so; a character that is its own reading reads as usual."""
    marks = _tables().syllable_marks
    pieces = [
        _SORT_PIECES[ord(char)] if reading == char else marks[reading] + char for char, reading in zip(folded, read, strict=True)
    ]
    for number in _NUMBER.finditer(folded):
        start, end = number.span()
        pieces[start:end] = [_natural(number[0])] + [""] * (end - start - 1)
    return "".join(pieces).lstrip(" ")


def syllable_marks(syllables: Iterable[str]) -> str:
    """Return the marks that stand for these syllables in a sort key; syllables no character is read as have none."""
    marks = _tables().syllable_marks
    return "".join(marks[syllable] for syllable in syllables if syllable in marks)
