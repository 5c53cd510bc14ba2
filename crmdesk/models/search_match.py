"""Whether a record answers a word, in which field and at which characters: the verification behind the index.

Pure: the same rule decides what is a hit, what is highlighted and how hits are ordered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.models.pinyin import readings
from crmdesk.models.search_query import Query, Word
from crmdesk.models.search_syllables import SYLLABLES, spellings
from crmdesk.models.search_text import LONGEST_TEXT, digits_of, search_key

Span = tuple[int, int]
"""Characters of the original text, from and up to."""


@unique
class SearchField(StrEnum):
    """Where a word was found."""

    CODE = "code"
    SHORT_NAME = "short_name"
    NAME = "name"
    CONTEXT = "context"
    REGISTRATION = "credit_code"
    NUMBER = "phone"
    PLACE = "address"


@unique
class How(StrEnum):
    """In which way a field answers: the whole of it, its beginning, inside; and the same by sound."""

    WHOLE = "whole"
    START = "start"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a record that can be found."""

    kind: SearchField
    text: str
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One word in one field.

    Attributes:
        field: index of the field in the sequence given.
        spans: characters of the field's text, in order, never touching.
        rank: sorts better answers first.
    """

    field: int
    kind: SearchField
    how: How
    by_sound: bool
    spans: tuple[Span, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class _Unit:
    char: str
    spelled: tuple[str, ...]
    place: int


_NAMES: Final = frozenset({SearchField.CODE, SearchField.SHORT_NAME, SearchField.NAME, SearchField.CONTEXT})
_ORDER: Final = {
    (SearchField.CODE, How.WHOLE): 0,
    (SearchField.REGISTRATION, How.WHOLE): 1,
    (SearchField.SHORT_NAME, How.WHOLE): 2,
    (SearchField.NAME, How.WHOLE): 3,
    (SearchField.SHORT_NAME, How.START): 6,
    (SearchField.CODE, How.START): 8,
    (SearchField.NAME, How.START): 10,
    (SearchField.SHORT_NAME, How.INSIDE): 12,
    (SearchField.NAME, How.INSIDE): 12,
    (SearchField.CODE, How.INSIDE): 14,
    (SearchField.CONTEXT, How.WHOLE): 16,
    (SearchField.CONTEXT, How.START): 16,
    (SearchField.CONTEXT, How.INSIDE): 18,
}
_NUMBER_RANK: Final = 20
_PLACE_RANK: Final = 22
LAST_RANK: Final = 30


def match(query: Query, fields: Sequence[Field]) -> tuple[Found, ...] | None:
    """Return where each word of `query` is found best, or None when one of them is not found."""
    units = [_units(field) for field in fields]
    found: list[Found] = []
    for word in query.words:
        best = min(_answers(word, fields, units), key=lambda answer: answer.rank, default=None)
        if best is None:
            return None
        found.append(best)
    return tuple(found)


def _units(field: Field) -> list[_Unit]:
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(field.text[:LONGEST_TEXT]):
        for folded in search_key(char):
            chars.append(folded)
            places.append(place)
    key = "".join(chars)
    if field.kind not in _NAMES or key.isascii():
        return [_Unit(char, (), place) for char, place in zip(chars, places, strict=True)]
    reading = readings(key, person=field.is_person)
    return [
        _Unit(char, spellings(syllable) if syllable in SYLLABLES and syllable != char else (), place)
        for char, syllable, place in zip(chars, reading, places, strict=True)
    ]


def _answers(word: Word, fields: Sequence[Field], units: Sequence[list[_Unit]]) -> Iterable[Found]:
    for index, field in enumerate(fields):
        if field.kind is SearchField.NUMBER:
            yield from _number_answers(word, index, field)
        else:
            yield from _text_answers(word, index, field, units[index])


def _number_answers(word: Word, index: int, field: Field) -> Iterable[Found]:
    places = [place for place, char in enumerate(field.text[:LONGEST_TEXT]) for _ in digits_of(char)]
    digits = digits_of(field.text[:LONGEST_TEXT])
    for number in word.numbers:
        at = digits.find(number)
        if at >= 0:
            spans = _spans(places[at : at + len(number)])
            how = How.WHOLE if len(number) == len(digits) else How.START if at == 0 else How.INSIDE
            yield Found(index, field.kind, how, by_sound=False, spans=spans, rank=_NUMBER_RANK)
            return


def _text_answers(word: Word, index: int, field: Field, units: list[_Unit]) -> Iterable[Found]:
    key = "".join(unit.char for unit in units)
    at, by_sound = key.find(word.key), False
    end = at + len(word.key)
    # characters inside a name rank behind its beginning by sound: 家 before 国家 for jia
    if at != 0 and field.kind in _NAMES and any("a" <= char <= "z" for char in word.key):
        sounded = _by_sound(word.key, units, first_only=at > 0)
        if sounded is not None and (at < 0 or sounded[0] == 0):
            at, end = sounded
            by_sound = True
    if at < 0 or not _is_wide_enough(word.key, field.kind):
        return
    how = How.INSIDE if at else How.WHOLE if end == len(units) else How.START
    rank = _PLACE_RANK if field.kind is SearchField.PLACE else _ORDER.get((field.kind, how), _NUMBER_RANK)
    yield Found(index, field.kind, how, by_sound, _spans([unit.place for unit in units[at:end]]), rank + by_sound)


def _is_wide_enough(key: str, kind: SearchField) -> bool:
    """Whether a word is long enough for a field of which only longer grams are indexed."""
    if kind is SearchField.PLACE:
        return len(key) > 2 or (len(key) == 2 and not key.isascii())
    return kind is not SearchField.REGISTRATION or len(key) > 3


def _by_sound(key: str, units: list[_Unit], *, first_only: bool) -> tuple[int, int] | None:
    """Return the first run of units that `key` spells, each by its character or by a beginning of its syllable."""
    for start in range(1 if first_only else len(units)):
        reached = {0}
        for at in range(start, len(units)):
            reached = _step(key, reached, units[at])
            if len(key) in reached:
                return start, at + 1
            if not reached:
                break
    return None


def _step(key: str, reached: set[int], unit: _Unit) -> set[int]:
    further: set[int] = set()
    for at in reached:
        if key[at] == unit.char:
            further.add(at + 1)
        for spelled in unit.spelled:
            for length, letter in enumerate(spelled):
                if at + length >= len(key) or key[at + length] != letter:
                    break
                further.add(at + length + 1)
    return further


def _spans(places: Sequence[int]) -> tuple[Span, ...]:
    """Join places of characters to spans; punctuation between two of them is not highlighted."""
    spans: list[Span] = []
    for place in places:
        if spans and place <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], place + 1))
        else:
            spans.append((place, place + 1))
    return tuple(spans)
