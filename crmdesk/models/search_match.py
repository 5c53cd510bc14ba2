"""Whether a record answers a word, in which field and at which characters: the verification behind the index.

Pure: the same rule decides what is a hit, what is highlighted and how hits are ordered.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, NamedTuple

from crmdesk.models.pinyin import possible_readings, readings
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


class Field(NamedTuple):
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
    return Matcher(query).match(fields)


class Matcher:
    """One query held against many records: what it learns of one record's characters it knows for the next."""

    def __init__(self, query: Query) -> None:
        self._words = [_WordMatcher(word) for word in query.words]

    def match(self, fields: Sequence[Field], *, names_only: bool = False) -> tuple[Found, ...] | None:
        """Return where each word is found best, or None when one of them is not found (`names_only`: in no name or code)."""
        names: list[_Name] = []
        others: list[tuple[int, Field]] = []
        for index, field in enumerate(fields):
            if field[0] in _NAMES:
                names.append((index, field, _key_of(field[1])))
            elif not names_only:
                others.append((index, field))
        answers: list[_Answer] = []
        for word in self._words:
            best = word.answer(names, others)
            if best is None:
                return None
            answers.append(best)
        return tuple(_shown(answer, fields[answer.field]) for answer in answers) if answers else None


_Name = tuple[int, Field, str]
"""Index of a name among the fields, the name, and its folded characters; as plain as can be, four of them a candidate."""


@functools.lru_cache(
    maxsize=4096
)  # from one key press to the next mostly the same records are verified, and sites share their company's name
def _key_of(text: str) -> str:
    return text[:LONGEST_TEXT].translate(KEYS)


class _FirstLetters(dict[str, str]):
    """Character → the letters a word may begin with that it spells: most characters are told apart by them."""

    def __missing__(self, char: str) -> str:
        found = {letters[0] for reading in possible_readings(char) for letters in spellings(reading)}
        letters = self[char] = "".join(sorted({char, *found}))
        return letters


_FIRST_LETTERS: Final = _FirstLetters()


class _Heads(dict[str, int]):
    """Character → how much of a word a run may spell that begins with it; filled as characters are met."""

    def __init__(self, first: str, first_step: Callable[[str], int]) -> None:
        self._first = first
        self._first_step = first_step

    def __missing__(self, char: str) -> int:
        reached = self[char] = self._first_step(char) if self._first in _FIRST_LETTERS[char] else 0
        return reached


class _WordMatcher:
    """One word held against names character by character, remembering how far each character took it."""

    def __init__(self, word: Word) -> None:
        self._key = word.key
        self._numbers = word.numbers
        self._characters = word.characters
        self._has_letters = word.has_letters
        self._end = 1 << len(word.key)
        self._steps: dict[tuple[int, str, str], int] = {}
        self._perhaps: dict[tuple[int, str], int] = {}
        self._heads = _Heads(word.key[:1], functools.partial(self._perhaps_step, 1))

    def answer(self, names: Iterable[_Name], others: Iterable[tuple[int, Field]]) -> _Answer | None:
        """Return the best answer; numbers and addresses, which rank behind every name, are looked at only where no name answers."""
        best = self._in_names(names)
        found = best is not None
        for index, field in others:
            if found and field.kind is not SearchField.REGISTRATION:
                continue
            for one in self._elsewhere(index, field):
                if best is None or one < best:
                    best = one
        return best

    def _in_names(self, names: Iterable[_Name]) -> _Answer | None:
        """Return the best answer of a record's names; a slow search asks hundreds of records for it."""
        best: _Answer | None = None
        for index, field, key in names:
            at = key.find(self._key)
            if at >= 0:
                end = at + len(self._key)
                how = _how(at, end, key)
                one = _Answer(_rank(field[0], how), index, how, False, at, end)  # noqa: FBT003
                if best is None or one < best:
                    best = one
            # inside a name is worse than at its beginning by sound: for jia, 家 comes before 国jia
            if at and self._has_letters and not key.isascii() and (not self._characters or self._holds_characters(key)):
                run = self._by_sound(key, field.is_person, first_only=at > 0)
                if run is not None:
                    how = _how(*run, key)
                    one = _Answer(_rank(field[0], how) + 1, index, how, True, *run)  # noqa: FBT003
                    if best is None or one < best:
                        best = one
        return best

    def _holds_characters(self, key: str) -> bool:
        return all(char in key for char in self._characters)

    def _elsewhere(self, index: int, field: Field) -> Iterator[_Answer]:
        if field.kind is SearchField.NUMBER:
            key = field.text[:LONGEST_TEXT].translate(DIGITS) if self._numbers else ""
            for number in self._numbers:
                if (at := key.find(number)) >= 0:
                    yield _Answer(_NUMBER_RANK, index, _how(at, at + len(number), key), False, at, at + len(number))  # noqa: FBT003
        elif _is_wide_enough(self._key, field.kind):
            key = field.text[:LONGEST_TEXT].translate(KEYS)
            if (at := key.find(self._key)) >= 0:
                end = at + len(self._key)
                how = _how(at, end, key)
                yield _Answer(_rank(field.kind, how), index, how, False, at, end)  # noqa: FBT003

    def _by_sound(self, key: str, is_person: bool, *, first_only: bool) -> tuple[int, int] | None:  # noqa: FBT001
        """Return the first run of characters that the word spells, each by itself or by a beginning of its syllable."""
        reading: Sequence[str] | None = None
        for start, char in enumerate(key[:1] if first_only else key):
            reached = self._heads[char]
            if reached and self._may_spell(key, start + 1, reached):
                if reading is None:
                    reading = _readings(key, is_person)
                end = self._spelled(key, reading, start)
                if end:
                    return start, end
        return None

    def _may_spell(self, key: str, start: int, reached: int) -> bool:
        """Whether the rest of the word may be spelled from `start` in some readings: cheap, and right nearly always."""
        for char in key[start:]:
            if not reached or reached & self._end:
                break
            known = (reached, char)
            further = self._perhaps.get(known)
            if further is None:
                further = self._perhaps[known] = self._perhaps_step(reached, char)
            reached = further
        return reached & self._end != 0

    def _perhaps_step(self, reached: int, char: str) -> int:
        """Return how much may be spelled after a character in any of its readings."""
        further = 0
        for syllable in possible_readings(char) or (char,):
            further |= self._step(reached, char, syllable)
        return further

    def _spelled(self, key: str, reading: Sequence[str], start: int) -> int:
        """Return where the run from `start` that the word spells ends, 0 where it spells none."""
        steps = self._steps
        reached = 1
        for at in range(start, len(key)):
            known = (reached, key[at], reading[at])
            further = steps.get(known)
            if further is None:
                further = steps[known] = self._step(*known)
            if further & self._end:
                return at + 1
            if not further:
                return 0
            reached = further
        return 0

    def _step(self, reached: int, char: str, reading: str) -> int:
        """Return how much of the word may be spelled after one more character: bit n stands for its first n characters."""
        word = self._key
        spelled = spellings(reading) if reading != char and reading in SYLLABLES else ()
        further = 0
        for at in range(len(word)):
            if not reached >> at & 1:
                continue
            if word[at] == char:
                further |= 1 << at + 1
            for syllable in spelled:
                for length, letter in enumerate(syllable, at):
                    if length >= len(word) or word[length] != letter:
                        break
                    further |= 1 << length + 1
        return further


def _shown(answer: _Answer, field: Field) -> Found:
    table = DIGITS if field.kind is SearchField.NUMBER else KEYS
    text = field.text[:LONGEST_TEXT]
    if table is KEYS and text.isalnum() and len(_key_of(text)) == len(text):  # as most names: no place differs
        return Found(answer.field, field.kind, answer.how, answer.by_sound, ((answer.at, answer.end),), answer.rank)
    places = [place for place, char in enumerate(text) for _ in char.translate(table)]
    return Found(answer.field, field.kind, answer.how, answer.by_sound, _spans(places[answer.at : answer.end]), answer.rank)


@functools.lru_cache(maxsize=2048)
def _readings(key: str, is_person: bool) -> tuple[str, ...]:  # noqa: FBT001
    """Remember how names are read: from one key press to the next mostly the same records are verified."""
    return tuple(readings(key, person=is_person))


_WHOLE, _START, _INSIDE = How.WHOLE, How.START, How.INSIDE  # a member of an enum is looked up by a call


def _how(at: int, end: int, key: str) -> How:
    return _INSIDE if at else _WHOLE if end == len(key) else _START


def _rank(kind: SearchField, how: How) -> int:
    return _PLACE_RANK if kind is SearchField.PLACE else _ORDER.get((kind, how), _NUMBER_RANK)


def _is_wide_enough(key: str, kind: SearchField) -> bool:
    """Whether a word is long enough for a field of which only longer grams are indexed."""
    if kind is SearchField.PLACE:
        return len(key) > 2 or (len(key) == 2 and not key.isascii())
    return kind is not SearchField.REGISTRATION or len(key) > 3


def _spans(places: Sequence[int]) -> tuple[Span, ...]:
    """Join places of characters to spans; punctuation between two of them is not highlighted."""
    spans: list[Span] = []
    for place in places:
        if spans and place <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], place + 1))
        else:
            spans.append((place, place + 1))
    return tuple(spans)
