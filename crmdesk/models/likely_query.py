"""What somebody types into a form, as the expressions by which the search index gives records that may be the same.

Unlike a search, which wants every word, these ask for what tells a customer apart: the core of his name, the end of his
number, street and house number. Each answers a few dozen records at most, which are then compared one by one.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from crmdesk.models.matching import Prepared
from crmdesk.models.matching.parts import NameParts
from crmdesk.models.pinyin import readings
from crmdesk.models.search_syllables import SYLLABLES
from crmdesk.models.search_text import NUMBER, PLACE, SYLLABLE, search_key

_GRAM: Final = 4
_NUMBER_DIGITS: Final = 8
"""The last digits of a phone number tell it apart however it is written: with or without country and trunk prefix."""
_SHORTEST: Final = 2
_DIGITS: Final = re.compile(r"[0-9]+")
_LONGEST: Final = 60


def name_expressions(name: str, parts: NameParts) -> Iterator[str]:
    """Yield expressions for names alike, the narrowest first: core with place or branch, core, words, as it sounds, brand.

    Legal forms are left out: nearly every name has one, so asking for them costs most and tells nothing.
    """
    seen: set[str] = set()
    core = _name_terms(parts.core)
    where = [place.short for place in parts.places[-1:]]
    if parts.branch is not None:
        where += [parts.branch.rest or parts.branch.text]
    narrow = [*core, *(term for text in where for term in _name_terms(text))] if core else []
    words = [term for word in sorted(parts.words, key=len)[-2:] for term in _name_terms(word)]
    typed = [] if core else _name_terms(search_key(name[:_LONGEST]))
    for terms in (typed, narrow, core, words, _sound_terms(parts.core), _name_terms(parts.brand)):
        if terms and (expression := _all(terms)) not in seen:
            seen.add(expression)
            yield expression


def phone_expressions(record: Prepared) -> Iterator[str]:
    """Yield an expression for each number typed."""
    for phone in sorted(record.phones):
        if expression := phone_expression(phone):
            yield expression


def phone_expression(phone: str) -> str:
    """Return an expression for one number; '' for one of too few digits. It may answer others that end alike."""
    digits = "".join(_DIGITS.findall(phone))[-_NUMBER_DIGITS:]
    if len(digits) < _GRAM:
        return ""
    return _all(NUMBER + digits[at : at + _GRAM] for at in range(len(digits) - _GRAM + 1))


def place_expressions(record: Prepared) -> Iterator[str]:
    """Yield an expression for the street with its number, where both were read."""
    where = record.where
    if not where.street or not where.number:
        return
    terms = [*_place_terms(search_key(where.street)), *_place_terms(where.number)]
    if terms:
        yield _all(terms)


def code_expression(code: str) -> str:
    """Return an expression for a credit code."""
    key = search_key(code)
    return _all(NUMBER + key[at : at + _GRAM] for at in range(len(key) - _GRAM + 1))


def mail_expression(mail: str) -> str:
    """Return an expression for a mail address; it may answer longer ones, so what it gives is compared."""
    return _all(_place_terms(search_key(mail)))


def _name_terms(text: str) -> list[str]:
    """Cover a text by pairs of characters, and its letters by the longest grams of them; digits are written in many ways."""
    terms = []
    for is_ascii, group in itertools.groupby(_DIGITS.sub(" ", search_key(text) if not text.isascii() else text), key=str.isascii):
        for run in "".join(group).split():
            size = _GRAM if is_ascii else _SHORTEST
            if len(run) >= _SHORTEST:
                terms += [run[at : at + size] for at in range(max(len(run) - size, 0) + 1)]
    return terms


def _sound_terms(core: str) -> list[str]:
    """Return pairs of syllables as the index has them; a name of one syllable says nothing."""
    if core.isascii():
        return []
    sounds = readings(core)
    return [SYLLABLE + one + SYLLABLE + two for one, two in itertools.pairwise(sounds) if one in SYLLABLES and two in SYLLABLES]


def _place_terms(key: str) -> list[str]:
    pairs = [key[at : at + 2] for at in range(len(key) - 1) if not key[at : at + 2].isascii()]
    threes = [key[at : at + 3] for at in range(len(key) - 2) if key[at : at + 3].isascii()]
    return [PLACE + gram for gram in (*pairs, *threes)]


def _all(terms: Iterable[str]) -> str:
    return " AND ".join(f'"{term}"' for term in dict.fromkeys(terms))
