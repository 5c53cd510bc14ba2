"""What of a record is indexed for searching: terms for characters, initials and syllables, and where names begin.

Terms live in one alphabet, so one list of terms is the whole document:

* plain grams of a name or code, written as folded characters (1 and 2) and as letters (1 to 4), where the letter of a
  Chinese character is the initial of its reading: 全球ABB → 全 球 全球 球a …, q qq qqa qab abb …;
* syllables and pairs of syllables, each behind `SYLLABLE`: ·quan, ·quan·qiu;
* the first grams of a name behind `NAME`, of a short name or code behind `SHORT`, so that "starts with" is a term too;
* whole names and codes behind `WHOLE`; digits of phones and codes behind `NUMBER`; addresses and mails behind `PLACE`.

Longer queries ask for all their grams and are verified by `search_match`: the grams promise no hit is missed, not that
every candidate is one. The markers are private-use characters; changing any of this needs a rebuild (`VERSION`).
"""

import functools
import re
from collections.abc import Callable
from operator import add
from typing import Final, Generic, NamedTuple, TypeVar

from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import folded_readings
from crmdesk.models.search_syllables import SYLLABLES

_Key = TypeVar("_Key")

VERSION: Final = 2
"""Of the terms below; a store whose index was written by another version is rebuilt."""

SYLLABLE: Final = "\ue001"
NAME: Final = "\ue002"
SHORT: Final = "\ue003"
PLACE: Final = "\ue004"
NUMBER: Final = "\ue005"
WHOLE: Final = "\ue006"

SHORTEST_NUMBER: Final = 3
"""Digits in a row that find a phone number."""
LONGEST_WHOLE: Final = 8
"""Characters of a name up to which typing it all ranks it as exact."""
LONGEST_TEXT: Final = 120
"""Characters of one field that are indexed; nobody types more, and one wild row must not grow the index."""


class _KeyTable(dict[int, str]):
    """Character → its folded form, nothing for punctuation; one by one, so that places in the original stay known."""

    def __missing__(self, code: int) -> str:
        key = self[code] = match_key(chr(code))
        return key


class _DigitTable(dict[int, str]):
    """Character → its digit, nothing for anything else."""

    def __missing__(self, code: int) -> str:
        key = KEYS[code]
        digit = self[code] = key if key.isascii() and key.isdigit() else ""
        return digit


class _Grams(dict[_Key, str], Generic[_Key]):
    """Neighbours in a name → the terms they give, joined by spaces; names share most of theirs with other names."""

    def __init__(self, terms: Callable[[_Key], str]) -> None:
        self._terms = terms

    def __missing__(self, neighbours: _Key) -> str:
        if len(self) >= _MOST_GRAMS:
            self.clear()
        terms = self[neighbours] = self._terms(neighbours)
        return terms


def _letter_grams(run: str) -> str:
    """Return the grams of two and more letters that begin where `run` of up to four does."""
    return " ".join([run[:length] for length in range(2, len(run) + 1)])


def _character_grams(run: str) -> str:
    return f"{run[0]} {run}" if len(run) > 1 else run


def _sound_grams(pair: tuple[str, str]) -> str:
    """Return the terms of a syllable and of it with the next one, as far as they are syllables."""
    one, two = (SYLLABLE + reading if reading in SYLLABLES else "" for reading in pair)
    return " ".join(dict.fromkeys(term for term in (one, one + two if one and two else "") if term))


_NEXT_NUMBER: Final = " " + NUMBER
_NEXT_PLACE: Final = " " + PLACE
_THREES: Final = re.compile(r"(?=([0-9a-z]{3}))")
KEYS: Final = _KeyTable()
"""For `str.translate`: gives the characters that count in a search."""
DIGITS: Final = _DigitTable()
"""For `str.translate`: gives the decimal digits."""
_MOST_GRAMS: Final = 40_000
"""Neighbours remembered of each sort, some 4 MB: memory of an import must not grow with what it reads."""
_LETTERS: Final = _Grams(_letter_grams)
_CHARACTERS: Final = _Grams(_character_grams)
_SOUNDS: Final = _Grams(_sound_grams)


class Searchable(NamedTuple):
    """What of one record can be found, as it is stored.

    Attributes:
        name: legal name of a company, name of a site or contact.
        short_name: short name of a company.
        code: mnemonic code.
        context: names a person may type together with this one: the company of a site, the company and site of a contact.
        numbers: phones; any three digits in a row find them.
        registration: credit code; any four characters in a row find it.
        places: address, mail.
        is_person: the name is read as a person's (单 → shan).
    """

    name: str
    short_name: str | None = None
    code: str | None = None
    context: tuple[str | None, ...] = ()
    numbers: tuple[str | None, ...] = ()
    registration: str | None = None
    places: tuple[str | None, ...] = ()
    is_person: bool = False


def search_key(text: str) -> str:
    """Return the characters of `text` that count in a search, folded one by one."""
    return text.translate(KEYS)


def digits_of(text: str) -> str:
    """Return the decimal digits of `text`, full width ones included."""
    return text.translate(DIGITS)


def letters_of(key: str, reading: list[str]) -> str:
    """Return one letter per character: the initial of its reading, or the character itself."""
    return key if key.isascii() else "".join([syllable[0] for syllable in reading])


def terms_of(record: Searchable) -> str:
    """Return the document of one record: its terms, joined by spaces; some come twice, which the index does not mind.

    Written for speed, because an import makes one for every row: text is joined, never looped over.
    """
    parts: list[str] = []
    key = record.name[:LONGEST_TEXT].translate(KEYS)
    if key:
        reading = folded_readings(key, person=record.is_person)
        _add_name(parts, key, reading, NAME)
        _add_whole(parts, key, reading)
    if record.short_name and (short := record.short_name[:LONGEST_TEXT].translate(KEYS)):
        reading = folded_readings(short)
        _add_name(parts, short, reading, SHORT)
        _add_whole(parts, short, reading)
    if record.code and (code := record.code[:LONGEST_TEXT].translate(KEYS)):
        _add_name(parts, code, folded_readings(code), SHORT)
        parts.append(WHOLE + code)
    others = [text[:LONGEST_TEXT].translate(KEYS) for text in record.context if text]
    parts += [_context(other) for other in others if other and other not in key]
    _add_numbers(parts, record)
    for place in filter(None, record.places):
        _add_place(parts, place[:LONGEST_TEXT].translate(KEYS))
    return " ".join(parts)


def _add_name(parts: list[str], key: str, reading: list[str], marker: str = "") -> None:
    """Add the grams of one name, and behind `marker` those it begins with."""
    letters = letters_of(key, reading)
    parts += set(letters)
    parts += [_LETTERS[letters[at : at + 4]] for at in range(len(letters) - 1)]
    if letters is not key:
        parts += [_CHARACTERS[key[at : at + 2]] for at in range(len(key))]
        parts += map(_SOUNDS.__getitem__, zip(reading, [*reading[1:], ""], strict=True))
        if marker:
            parts += (marker + key[0], marker + key[:2])
    if marker:
        parts += (marker + letters[0], marker + letters[:2], marker + letters[:3])


@functools.lru_cache(maxsize=512)
def _context(key: str) -> str:
    """Return the grams of a name that many records share, the company of its sites, joined by spaces."""
    parts: list[str] = []
    _add_name(parts, key, folded_readings(key))
    return " ".join(parts)


def _add_whole(parts: list[str], key: str, reading: list[str]) -> None:
    if len(key) <= LONGEST_WHOLE:
        parts.append(WHOLE + key)
        if not key.isascii():
            parts += (WHOLE + "".join(reading), WHOLE + letters_of(key, reading))


def _add_numbers(parts: list[str], record: Searchable) -> None:
    for number in filter(None, record.numbers):
        _add_number(parts, number[:LONGEST_TEXT].translate(DIGITS))
    if record.registration and (credit := record.registration[:LONGEST_TEXT].translate(KEYS)):
        _add_number(parts, credit)
        parts.append(WHOLE + credit)


def _add_number(parts: list[str], key: str) -> None:
    """Add every four characters in a row, and the last three: three are asked for by what may follow them."""
    if len(key) >= SHORTEST_NUMBER:
        parts.append(NUMBER + _NEXT_NUMBER.join([key[start : start + 4] for start in range(len(key) - 2)]))


def _add_place(parts: list[str], key: str) -> None:
    """Add every pair where the script is Chinese, and three letters or digits in a row."""
    if not key.isascii():
        parts.append(PLACE + _NEXT_PLACE.join(map(add, key, key[1:])))
    if threes := _THREES.findall(key):
        parts.append(PLACE + _NEXT_PLACE.join(threes))
