"""Whether a record answers a word, in which field and at which characters: the verification behind the index.

Pure: the same rule decides what is a hit, what is highlighted and how hits are ordered.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, NamedTuple

from crmdesk.models.pinyin import readings
from crmdesk.models.search_query import Query, Word
from crmdesk.models.search_syllables import SYLLABLES, spellings
from crmdesk.models.search_text import DIGITS, KEYS, LONGEST_TEXT

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


class _Answer(NamedTuple):
    """One word in one field, before anybody wants to see it: characters `at` to `end` of the field's key."""

    rank: int
    field: int
    how: How
    by_sound: bool
    at: int
    end: int


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
    """Return where each word of `query` is found best, or None when one of them is not found; nothing answers an empty query."""
    if not query:
        return None
    answers: list[_Answer] = []
    keys = [field.text[:LONGEST_TEXT].translate(DIGITS if field.kind is SearchField.NUMBER else KEYS) for field in fields]
    for word in query.words:
        best = min(_answers(word, fields, keys), default=None)
        if best is None:
            return None
        answers.append(best)
    return tuple(_shown(answer, fields[answer.field]) for answer in answers)


def _shown(answer: _Answer, field: Field) -> Found:
    table = DIGITS if field.kind is SearchField.NUMBER else KEYS
    places = [place for place, char in enumerate(field.text[:LONGEST_TEXT]) for _ in char.translate(table)]
    return Found(answer.field, field.kind, answer.how, answer.by_sound, _spans(places[answer.at : answer.end]), answer.rank)


def _answers(word: Word, fields: Sequence[Field], keys: Sequence[str]) -> Iterator[_Answer]:
    has_letters = word.has_letters
    characters = word.characters
    for index, (field, key) in enumerate(zip(fields, keys, strict=True)):
        if field.kind is SearchField.NUMBER:
            for number in word.numbers:
                if (at := key.find(number)) >= 0:
                    yield _Answer(_NUMBER_RANK, index, _how(at, at + len(number), key), False, at, at + len(number))  # noqa: FBT003
            continue
        at = key.find(word.key)
        if at >= 0 and _is_wide_enough(word.key, field.kind):
            end = at + len(word.key)
            how = _how(at, end, key)
            yield _Answer(_rank(field.kind, how), index, how, False, at, end)  # noqa: FBT003
        # inside a name is worse than at its beginning by sound: for jia, 家 comes before 国jia
        if has_letters and at != 0 and field.kind in _NAMES and not key.isascii() and all(char in key for char in characters):
            run = _by_sound(word.key, key, _readings(key, field.is_person), first_only=at > 0)
            if run is not None:
                how = _how(*run, key)
                yield _Answer(_rank(field.kind, how) + 1, index, how, True, *run)  # noqa: FBT003


@functools.lru_cache(maxsize=2048)
def _readings(key: str, is_person: bool) -> tuple[str, ...]:  # noqa: FBT001
    """Remember how names are read: from one key press to the next mostly the same records are verified."""
    return tuple(readings(key, person=is_person))


def _how(at: int, end: int, key: str) -> How:
    return How.INSIDE if at else How.WHOLE if end == len(key) else How.START


def _rank(kind: SearchField, how: How) -> int:
    return _PLACE_RANK if kind is SearchField.PLACE else _ORDER.get((kind, how), _NUMBER_RANK)


def _is_wide_enough(key: str, kind: SearchField) -> bool:
    """Whether a word is long enough for a field of which only longer grams are indexed."""
    if kind is SearchField.PLACE:
        return len(key) > 2 or (len(key) == 2 and not key.isascii())
    return kind is not SearchField.REGISTRATION or len(key) > 3


def _by_sound(word: str, key: str, reading: Sequence[str], *, first_only: bool) -> tuple[int, int] | None:
    """Return the first run of characters that `word` spells, each by itself or by a beginning of its syllable."""
    for start in range(1 if first_only else len(key)):
        if word[0] != key[start] and word[0] != reading[start][0]:
            continue
        reached = {0}
        for at in range(start, len(key)):
            reached = _step(word, reached, key[at], reading[at])
            if len(word) in reached:
                return start, at + 1
            if not reached:
                break
    return None


def _step(word: str, reached: set[int], char: str, reading: str) -> set[int]:
    """Return how much of `word` may be spelled after one more character."""
    further = {at + 1 for at in reached if word[at] == char}
    if reading != char and reading in SYLLABLES:
        for spelled in spellings(reading):
            for at in reached:
                for length, letter in enumerate(spelled, at):
                    if length >= len(word) or word[length] != letter:
                        break
                    further.add(length + 1)
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
