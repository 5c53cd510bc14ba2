"""The lead score: a probability from a few traits of a lead, and which of them speak for and against it.

A logistic regression small enough to be read: the log-odds of a lead are a base (those of the average lead it learnt from) and
one effect a trait. Nothing is hidden between them, so the effects *are* the reasons, and they add up. Scoring one lead needs no
numpy; `models.lead_training` learns the model, and it only proposes: nothing in the program decides by a score.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

FORM: Final = 1
"""Of the stored model: one of another form is learnt anew."""
ENOUGH_OUTCOMES: Final = 100
"""Outcomes below which nothing is learnt: a trait of every fifth lead would rest on fewer than twenty."""
ENOUGH_OF_EACH: Final = 30
"""Converted, and lost, leads below which nothing is learnt: what happened to a handful is chance."""
USEFUL_AREA: Final = 0.55
"""Area under the ROC curve on held-back outcomes below which no score is shown; guessing has 0.5."""
STRONGEST: Final = 3
_FELT: Final = 0.05
"""Effects weaker than this move a probability by about one per cent at most, and are no reason."""

Levels = tuple[str, ...]
"""A named trait of one lead: from the finest name to the coarsest (city, province); empty: not known."""
Traits = Mapping[str, Levels | float | None]
"""What is known of a lead: named traits as `Levels`, counted ones as a number or None."""


@dataclass(frozen=True, slots=True)
class NamedEffects:
    """What each name of a trait moves, against the average lead.

    Attributes:
        effects: name → log-odds. other: of a name with too few outcomes, or never seen. unknown: of a lead without one.
    """

    effects: Mapping[str, float]
    other: float
    unknown: float

    def level_of(self, levels: Levels) -> str | None:
        """Return the finest of a lead's names that has an effect of its own."""
        return next((level for level in levels if level in self.effects), None)

    def effect(self, levels: Levels) -> float:
        """Return what a lead's names move."""
        if not levels:
            return self.unknown
        level = self.level_of(levels)
        return self.other if level is None else self.effects[level]


@dataclass(frozen=True, slots=True)
class CountedEffect:
    """What a number moves, against the average lead: a line with bends, drawn through `points`, level beyond its ends.

    Attributes:
        points: (number, log-odds), numbers ascending, all above zero except the first. zero: of a lead with none, which is
            often another kind of lead than one with few. unknown: of a lead whose number is not known.
    """

    points: tuple[tuple[float, float], ...]
    zero: float
    unknown: float

    def effect(self, number: float | None) -> float:
        """Return what a lead's number moves."""
        if number is None:
            return self.unknown
        if number <= 0 or not self.points:
            return self.zero
        left, effect = self.points[0]
        for right, reached in self.points[1:]:
            if number < right:
                return effect + (reached - effect) * (number - left) / (right - left)
            left, effect = right, reached
        return effect


@dataclass(frozen=True, slots=True)
class Reason:
    """One trait of a lead and what it moves.

    Attributes:
        trait: its key. value: the name the model knows it by, a number, or None where it is not known.
        is_other: it has a name, but too few outcomes had it; `value` is that name.
        effect: log-odds. points: how many hundredths the probability would be lower without it (negative: higher).
    """

    trait: str
    value: str | float | None
    is_other: bool
    effect: float
    points: float


@dataclass(frozen=True, slots=True)
class Score:
    """A lead's probability to convert, 0 … 1, with its strongest reasons, the strongest first."""

    probability: float
    speaks_for: tuple[Reason, ...]
    against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ScoreModel:
    """Everything a score follows from.

    Attributes:
        base: log-odds of the average lead it learnt from. converted, lost: how many those were.
        area: under the ROC curve, on outcomes that were held back while learning; 0.5 is guessing, 1 is always right.
    """

    base: float
    converted: int
    lost: int
    area: float
    named: Mapping[str, NamedEffects] = field(default_factory=lambda: MappingProxyType({}))
    counted: Mapping[str, CountedEffect] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_useful(self) -> bool:
        """Whether it tells converted leads from lost ones better than guessing."""
        return self.area >= USEFUL_AREA

    def effects(self, traits: Traits) -> list[tuple[str, float]]:
        """Return each trait with what it moves."""
        found = [(key, named.effect(_levels(traits.get(key)))) for key, named in self.named.items()]
        return found + [(key, counted.effect(_number(traits.get(key)))) for key, counted in self.counted.items()]

    def probability(self, traits: Traits) -> float:
        """Return how probably such a lead converts."""
        return logistic(self.base + math.fsum(effect for _, effect in self.effects(traits)))

    def strongest(self, traits: Traits) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
        """Return the probability, and the traits that speak most for and against: what `score` says, without its words."""
        effects = self.effects(traits)
        probability = logistic(self.base + math.fsum(effect for _, effect in effects))
        speaks_for, against = _sides(effects)
        return probability, tuple(key for key, _ in speaks_for), tuple(key for key, _ in against)

    def score(self, traits: Traits) -> Score:
        """Return the probability with the strongest reasons for and against."""
        effects = self.effects(traits)
        odds = self.base + math.fsum(effect for _, effect in effects)
        probability = logistic(odds)
        speaks_for, against = (
            tuple(self._reason(key, traits, effect, probability - logistic(odds - effect)) for key, effect in side)
            for side in _sides(effects)
        )
        return Score(probability, speaks_for, against)

    def _reason(self, key: str, traits: Traits, effect: float, moved: float) -> Reason:
        if key in self.counted:
            return Reason(key, _number(traits.get(key)), is_other=False, effect=effect, points=100 * moved)
        levels = _levels(traits.get(key))
        level = self.named[key].level_of(levels)
        value = level if level is not None else levels[0] if levels else None
        return Reason(key, value, is_other=bool(levels) and level is None, effect=effect, points=100 * moved)

    def to_json(self) -> str:
        """Return the model as text; weights keep six places, so the same outcomes give the same text."""
        named = {
            key: {"effects": {name: _short(effect) for name, effect in sorted(one.effects.items())}}
            | {"other": _short(one.other), "unknown": _short(one.unknown)}
            for key, one in self.named.items()
        }
        counted = {
            key: {"points": [[_short(at), _short(effect)] for at, effect in one.points]}
            | {"zero": _short(one.zero), "unknown": _short(one.unknown)}
            for key, one in self.counted.items()
        }
        content = {"form": FORM, "base": _short(self.base), "converted": self.converted, "lost": self.lost}
        return json.dumps(content | {"area": _short(self.area), "named": named, "counted": counted}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "ScoreModel | None":
        """Return a stored model; None when it is of another form (it is learnt anew then)."""
        try:
            content = json.loads(text)
            if content["form"] != FORM:
                return None
            return cls(
                float(content["base"]),
                int(content["converted"]),
                int(content["lost"]),
                float(content["area"]),
                {key: NamedEffects(**one) for key, one in content["named"].items()},
                {
                    key: CountedEffect(tuple((at, effect) for at, effect in one["points"]), one["zero"], one["unknown"])
                    for key, one in content["counted"].items()
                },
            )
        except (ValueError, KeyError, TypeError):
            return None


def missing_outcomes(converted: int, lost: int) -> int:
    """Return after how many more outcomes, at the best, the score can be learnt; 0 when there are enough."""
    each = max(0, ENOUGH_OF_EACH - converted) + max(0, ENOUGH_OF_EACH - lost)
    return max(each, ENOUGH_OUTCOMES - converted - lost, 0)


def is_due(known: int | None, outcomes: int) -> bool:
    """Return whether to learn anew: never learnt, or outcomes changed by a twentieth (ten at least) since it knew `known` of them."""
    return known is None or abs(outcomes - known) >= max(10, known // 20)


def logistic(odds: float) -> float:
    """Return the probability of these log-odds; no number overflows."""
    if odds >= 0:
        return 1 / (1 + math.exp(-odds))
    grown = math.exp(odds)
    return grown / (1 + grown)


def _sides(effects: Sequence[tuple[str, float]]) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Return the strongest effects above and below zero, the strongest first; equal ones by their trait."""
    above = sorted((-effect, key) for key, effect in effects if effect >= _FELT)[:STRONGEST]
    below = sorted((effect, key) for key, effect in effects if effect <= -_FELT)[:STRONGEST]
    return [(key, -effect) for effect, key in above], [(key, effect) for effect, key in below]


def _short(number: float) -> float:
    return round(number, 6)


def _levels(value: Levels | float | None) -> Levels:
    return value if isinstance(value, tuple) else ()


def _number(value: Levels | float | None) -> float | None:
    return None if value is None or isinstance(value, tuple) else float(value)
