"""Pairs of records found alike, put into groups that a person can look at. Pure: no store, no order of rows counts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP

CERTAIN_FROM: Final = 0.97
LIKELY_FROM: Final = 0.8
LARGEST_GROUP: Final = 40
"""Records of one group; what hangs on it beyond stands in further groups."""


@unique
class Confidence(StrEnum):
    """How sure it is that the records of a group are one."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


CONFIDENCE_LABELS: Final = {
    Confidence.CERTAIN: QT_TRANSLATE_NOOP("duplicates", "Certain"),
    Confidence.LIKELY: QT_TRANSLATE_NOOP("duplicates", "Likely"),
    Confidence.POSSIBLE: QT_TRANSLATE_NOOP("duplicates", "Possible"),
}
"""English labels, translation context `duplicates`."""


def confidence_of(score: float) -> Confidence:
    """Return the class of a score."""
    if score >= CERTAIN_FROM:
        return Confidence.CERTAIN
    return Confidence.LIKELY if score >= LIKELY_FROM else Confidence.POSSIBLE


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records found alike, by their row numbers, the smaller one left."""

    left: int
    right: int
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """Records that may be one.

    Attributes:
        members: row numbers, rising.
        pairs: what was found among them. score: of the weakest link that holds the group together.
    """

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]
    score: float


def grouped(pairs: Iterable[Pair], apart: Collection[tuple[int, int]] = ()) -> list[Group]:
    """Return groups that together hold every pair exactly once, the surest first.

    The surest link joins first. Two groups are joined by a link only when enough of the records across are linked too: half of
    them for a certain link, all for a weaker one, so that nothing is chained through weak links (全国 between two of its cities). A pair that is
    left between two groups is a group of its own; so is every pair in `apart`, which no group holds together.
    """
    kept_apart = frozenset(apart)
    alone: list[Pair] = []
    rest: list[Pair] = []
    for pair in pairs:
        (alone if (pair.left, pair.right) in kept_apart else rest).append(pair)
    groups = [Group((pair.left, pair.right), (pair,), pair.score) for pair in alone]
    for component in _components(rest):
        groups += _groups_of(component, kept_apart)
    return sorted(groups, key=lambda group: (-group.score, group.members))


def _components(pairs: Sequence[Pair]) -> Iterable[list[Pair]]:
    """Yield the pairs of each connected component."""
    above: dict[int, int] = {}

    def root(record: int) -> int:
        at = record
        while (up := above.get(at, at)) != at:
            at = up
        while record != at:
            above[record], record = at, above.get(record, record)
        return at

    for pair in pairs:
        one, other = root(pair.left), root(pair.right)
        if one != other:
            above[max(one, other)] = min(one, other)
    found: dict[int, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(root(pair.left), []).append(pair)
    return found.values()


def _groups_of(pairs: list[Pair], apart: frozenset[tuple[int, int]]) -> Iterable[Group]:
    """Part one component; each round joins at least the surest pair, so it ends."""
    left = sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right))
    while left:
        groups, left = _round(left, apart)
        yield from groups


def _round(pairs: list[Pair], apart: frozenset[tuple[int, int]]) -> tuple[list[Group], list[Pair]]:
    if len(pairs) == 1:
        pair = pairs[0]
        return [Group((pair.left, pair.right), (pair,), pair.score)], []
    linked = {(pair.left, pair.right) for pair in pairs}
    home: dict[int, list[int]] = {}
    weakest: dict[int, float] = {}
    for pair in pairs:
        one, other = home.setdefault(pair.left, [pair.left]), home.setdefault(pair.right, [pair.right])
        if one is other or len(one) + len(other) > LARGEST_GROUP:
            continue
        across = [(min(a, b), max(a, b)) for a in one for b in other]
        links = sum(crossing in linked for crossing in across)
        needed = len(across) / 2 if pair.score >= CERTAIN_FROM else len(across)
        if links >= needed and apart.isdisjoint(across):
            weakest[id(one)] = pair.score  # links come in falling order: this one is the weakest yet
            one += other
            for record in other:
                home[record] = one
    inside: dict[int, list[Pair]] = {}
    left = []
    for pair in pairs:
        if home[pair.left] is home[pair.right]:
            inside.setdefault(id(home[pair.left]), []).append(pair)
        else:
            left.append(pair)
    members = {id(records): records for records in home.values()}
    return [Group(tuple(sorted(members[key])), tuple(held), weakest[key]) for key, held in inside.items()], left
