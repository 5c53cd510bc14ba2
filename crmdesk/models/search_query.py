"""What a person typed, as the steps in which the index is asked for it.

A word is cut into segments, each read against one character of a name: a Chinese character or digit as itself, a letter
as a Latin letter or an initial, several letters as a syllable or the beginning of one (quanqsy → quan q s y). Where more
than one cutting is possible, all are asked. The expressions ask for a superset; `search_match` verifies every candidate.
"""

import functools
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from crmdesk.models.chinese import fold
from crmdesk.models.pinyin import possible_readings
from crmdesk.models.search_syllables import LONGEST, SYLLABLES, beginning_with, spellings
from crmdesk.models.search_text import NAME, NUMBER, PLACE, SHORT, SHORTEST_NUMBER, SYLLABLE, WHOLE, digits_of, search_key

MOST_WORDS: Final = 8
"""Words of a query that are looked at; more narrow nothing down in practice."""
LONGEST_QUERY: Final = 80
_GRAM: Final = 4
"""Letters of the longest gram of letters in the index."""
_DEPTH: Final = 5
"""Segments of a word the index is asked for, from its beginning; the rest is left to the verification."""
_MOST_PAIRS: Final = 12
"""Pairs of syllables asked for at once; more possible pairs are asked for one by one."""
_DIGITS: Final = "0123456789"
_ODD_DEPTH: Final = 3
_FIRST_LETTERS: Final = 3
"""Letters in a row behind a marker that says a name begins with them."""
_SHORTEST_ODD: Final = 3
_CONSONANTS: Final = frozenset("bpmfdtnlgkhjqxrzcsyw")
_NO_INITIALS: Final = frozenset("iuv")
_WHOLE_SEGMENTS: Final = frozenset(
    {*_CONSONANTS, "zh", "ch", "sh", *(spelling for syllable in SYLLABLES for spelling in spellings(syllable))}
)
_COUNTRY_PREFIXES: Final = ("0086", "86", "0")


class Step(IntEnum):
    """In which order the index is asked; a better step never gives way to a worse one."""

    WHOLE = 0
    SHORT_START = 1
    NAME_START = 2
    INSIDE = 3
    ANYWHERE = 4
    NUMBER = 5
    PLACE = 6
    ODD = 7


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query.

    Attributes:
        key: its folded characters.
        numbers: digit runs that would answer it as a phone number (with and without country or trunk prefix).
    """

    key: str
    numbers: tuple[str, ...] = ()

    @property
    def has_letters(self) -> bool:
        """Whether some of it may be typed as it sounds."""
        return any("a" <= char <= "z" for char in self.key)

    @property
    def characters(self) -> str:
        """The part of it that only the same characters answer."""
        return "".join(char for char in self.key if not "a" <= char <= "z")


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: words, all of which must match."""

    words: tuple[Word, ...]

    @property
    def steps(self) -> Iterator[tuple[Step, str]]:
        """The FTS5 expressions to ask for in turn, made one by one: most lists are full before the long ones are due."""
        return _steps(self.words) if self.words else iter(())

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words)


def parse_query(text: str) -> Query:
    """Return the query `text` stands for; punctuation alone is no query. Never raises."""
    return Query(tuple(_words(text[:LONGEST_QUERY])))


def _words(text: str) -> Iterator[Word]:
    folded = fold(text)
    if folded and not any(char.isalpha() for char in folded) and len(digits_of(folded)) >= SHORTEST_NUMBER:
        # a number written in groups is one word: +86 10 6327-1234
        parts = [search_key(folded)]
    else:
        parts = [key for part in folded.split()[:MOST_WORDS] if (key := search_key(part))]
    for key in dict.fromkeys(parts):
        yield Word(key, tuple(_numbers(key)))


def _numbers(key: str) -> Iterator[str]:
    if len(key) < SHORTEST_NUMBER or not key.isascii() or not key.isdigit():
        return
    yield key
    for prefix in _COUNTRY_PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= SHORTEST_NUMBER:
            yield key[len(prefix) :]
            return


def _steps(words: tuple[Word, ...]) -> Iterator[tuple[Step, str]]:
    first, *others = words
    rest = [_anywhere(word) for word in others]
    if not rest:
        yield Step.WHOLE, _quoted(WHOLE + first.key)
    yield Step.SHORT_START, _all([_named(first, SHORT), *rest])
    yield Step.NAME_START, _all([_named(first, NAME), *rest])
    if rest:
        yield Step.ANYWHERE, _all([_anywhere(first), *rest])
        return
    yield Step.INSIDE, _named(first, "")
    if number := _number(first):
        yield Step.NUMBER, number
    if place := _place(first):
        yield Step.PLACE, place
    if odd := _odd(first.key):
        yield Step.ODD, odd


def _quoted(term: str) -> str:
    return f'"{term}"'


def _all(parts: Iterable[str]) -> str:
    kept = dict.fromkeys(part for part in parts if part)
    return next(iter(kept)) if len(kept) == 1 else "(" + " AND ".join(kept) + ")" if kept else ""


def _any(parts: Iterable[str]) -> str:
    kept = dict.fromkeys(part for part in parts if part)
    return next(iter(kept)) if len(kept) == 1 else "(" + " OR ".join(kept) + ")" if kept else ""


def _terms(terms: Iterable[str]) -> str:
    return _all(map(_quoted, terms))


def _anywhere(word: Word) -> str:
    return _any([_named(word, ""), _number(word), _place(word)])


def _number(word: Word) -> str:
    alternatives = [_number_terms(number) for number in word.numbers]
    if not alternatives and len(word.key) > SHORTEST_NUMBER and word.key.isascii() and any("0" <= c <= "9" for c in word.key):
        alternatives = [_number_terms(word.key)]
    return _any(alternatives)


def _number_terms(number: str) -> str:
    """Cover `number` by four characters in a row; of three alone the fourth is open, or they are the last."""
    if len(number) < _GRAM:
        return _any(_quoted(NUMBER + number + following) for following in ("", *_DIGITS))
    return _terms(NUMBER + number[start : start + _GRAM] for start in _starts(len(number)))


def _place(word: Word) -> str:
    key = word.key
    pairs = [key[at : at + 2] for at in range(len(key) - 1) if not key[at : at + 2].isascii()]
    threes = [key[at : at + 3] for at in range(len(key) - 2) if key[at : at + 3].isascii()]
    return _terms(PLACE + gram for gram in [*pairs, *threes])


@functools.lru_cache(maxsize=32)
def _named(word: Word, marker: str) -> str:
    """Return the expression for names, short names and codes that hold (or with a marker begin with) `word`."""
    key = word.key
    if not word.has_letters:
        return _all([_quoted(marker + key[:2]) if marker else "", _terms(_literal_terms(key))])
    return _any(_path_terms(path, marker, _exactly) for path in [tuple(key), *_natural_paths(key)])


def _odd(key: str) -> str:
    """Return the expression for every other cutting: syllables broken off anywhere, as nobody types on purpose."""
    if not any(beginning_with(key[at : at + 2]) for at in range(len(key) - 1)) or len(key) < _SHORTEST_ODD:
        return ""
    return _any(_path_terms(path, "", beginning_with) for path in _paths(key, _ODD_DEPTH))


def _literal_terms(key: str) -> list[str]:
    """Cover a text by its pairs, and its runs of digits and letters by the longest grams of them."""
    if len(key) == 1:
        return [key]
    terms = [key[at : at + 2] for at in range(len(key) - 1) if not key[at : at + 2].isascii()]
    for is_ascii, group in itertools.groupby(key, key=str.isascii):
        run = "".join(group)
        if is_ascii and len(run) > 1:
            terms += [run[start : start + _GRAM] for start in _starts(len(run))]
    return terms


def _starts(length: int) -> list[int]:
    """Return where grams start so that every two neighbours lie in one of them."""
    last = max(length - _GRAM, 0)
    return sorted({*range(0, max(last, 1), 2), last})


def _paths(key: str, depth: int) -> list[tuple[str, ...]]:
    """Return how the beginning of `key` can be cut into at most `depth` segments."""
    paths: list[tuple[str, ...]] = []

    def cut(at: int, path: tuple[str, ...]) -> None:
        # letters one by one tell little: go on until they fill a gram
        if at == len(key) or len(path) >= (depth if any(len(segment) > 1 for segment in path) else _GRAM):
            paths.append(path)
            return
        cut(at + 1, (*path, key[at]))
        for end in range(at + 2, min(at + LONGEST, len(key)) + 1):
            if not beginning_with(key[at:end]):
                break
            cut(end, (*path, key[at:end]))

    cut(0, ())
    return paths


@functools.lru_cache(maxsize=32)
def _natural_paths(key: str) -> list[tuple[str, ...]]:
    """Return how people mean what they type: whole syllables or initials, the last one perhaps unfinished.

    Cuttings into more segments than need be are odd, with one to spare: xian is xian, or xi an.
    """
    paths = [path for path in _paths(key, _DEPTH) if max(map(len, path)) > 1 and _is_natural(path)]
    reach = {path: len("".join(path)) / len(path) for path in paths}
    best = max(reach.values(), default=0.0)
    return [path for path in paths if len(key) / reach[path] < len(key) / best + 1.01] if best else []


def _is_natural(path: tuple[str, ...]) -> bool:
    *whole, last = path
    if last in _NO_INITIALS or any(segment in _NO_INITIALS for segment in whole):
        return False
    if any(one in _CONSONANTS and beginning_with(one + two[0]) and two[0] in "aeo" for one, two in itertools.pairwise(path)):
        return False
    return all(segment in _WHOLE_SEGMENTS or not segment.isascii() or segment.isdigit() for segment in whole)


def _exactly(segment: str) -> tuple[str, ...]:
    """Return the syllables spelled `segment`, or where it is none those it begins."""
    possible = beginning_with(segment)
    return tuple(syllable for syllable in possible if segment in spellings(syllable)) or possible


def _path_terms(path: tuple[str, ...], marker: str, reading: Callable[[str], tuple[str, ...]]) -> str:
    """Return the expression names with `path` in them answer: their letters, their characters, their syllables."""
    last = len(path) - 1
    letters = [_letters(segment) for segment in path]
    syllables = [
        (beginning_with if at == last else reading)(segment) if _is_syllable(segment) else _sounds(segment)
        for at, segment in enumerate(path)
    ]
    typed = [_is_syllable(segment) for segment in path]
    sounds, covered = _syllable_parts(syllables, typed)
    first = _first_parts(path, letters, marker)
    # where pairs of syllables, or the beginning, tell the letters already, the letters would only be read in vain
    told = covered if not marker or len(path) > _FIRST_LETTERS else True
    return _all([*first, *([] if told else _letter_parts(letters)), *_character_parts(path), *sounds])


def _is_syllable(segment: str) -> bool:
    """Whether a segment says more than its first letter: an initial of two letters hardly does."""
    return len(segment) > 1 and segment not in {"zh", "ch", "sh"}


def _sounds(segment: str) -> tuple[str, ...]:
    return () if segment.isascii() else possible_readings(segment)


def _letters(segment: str) -> tuple[str, ...]:
    """Return the letters a segment may have in the index: its own first, or those of the character's readings."""
    return (
        (segment[0],) if segment.isascii() else tuple(dict.fromkeys(one[0] for one in possible_readings(segment))) or (segment,)
    )


def _windows(letters: Sequence[tuple[str, ...]]) -> str:
    """Return the alternatives of one run of letters, nothing where there are too many."""
    return (
        _any(_quoted("".join(run)) for run in itertools.product(*letters)) if math.prod(map(len, letters)) <= _MOST_PAIRS else ""
    )


def _first_parts(path: tuple[str, ...], letters: Sequence[tuple[str, ...]], marker: str) -> list[str]:
    """Return the parts behind `marker` that a name beginning with `path` answers."""
    if not marker:
        return []
    characters = "".join(itertools.takewhile(lambda segment: not segment.isascii(), path[:2]))
    return [_quoted(marker + characters) if characters else "", _windows([(marker,), *letters[:_FIRST_LETTERS]])]


def _letter_parts(letters: Sequence[tuple[str, ...]]) -> list[str]:
    return [_windows(letters[start : start + _GRAM]) for start in _starts(len(letters))]


def _character_parts(path: tuple[str, ...]) -> list[str]:
    return [
        _terms(_literal_terms("".join(group))) for is_ascii, group in itertools.groupby(path, key=str.isascii) if not is_ascii
    ]


def _syllable_parts(path: Sequence[tuple[str, ...]], typed: Sequence[bool]) -> tuple[list[str], bool]:
    """Return the syllables such a name has, two by two where few are possible; those of characters only beside typed ones.

    And whether they tell all that letters would: every segment is a syllable, and at most two in a row.
    """
    parts: list[str] = []
    covered = -1
    for at, ones in enumerate(path):
        twos = path[at + 1] if at + 1 < len(path) else ()
        if ones and twos and (typed[at] or typed[at + 1]) and len(ones) * len(twos) <= _MOST_PAIRS:
            parts.append(_any(_quoted(SYLLABLE + one + SYLLABLE + two) for one in ones for two in twos))
            covered = at + 1
        elif typed[at] and covered < at:
            parts.append(_any(_quoted(SYLLABLE + one) for one in ones))
    return parts, typed[0] if len(path) == 1 else len(path) == 2 and covered == 1
