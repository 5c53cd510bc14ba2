"""How the lead score is learnt: outcomes in, a `ScoreModel` out. Needs numpy; import it only where something is learnt.

Ridge-penalised logistic regression by Newton's method (iteratively reweighted least squares). A hundred weights over at most
`MOST` leads take a handful of steps, so neither scikit-learn nor scipy is needed (docs/adr, 19). Names of a trait that too few
leads have are one name, *other*. A number enters in units of its spread, cut at its 99th percentile, with a bend at each third and
a weight of its own for zero: on real leads that is worth two hundredths of the area over its logarithm. The
same outcomes in any order give the same model.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crmdesk.models.lead_scoring import CountedEffect, Levels, NamedEffects, ScoreModel, Traits

MOST: Final = 20_000
"""Outcomes a model learns from, the newest: more change its weights less than a market does in the meantime."""
FOLDS: Final = 5
_RARE: Final = 20
"""Leads below which a name is *other*."""
_MOST_LEVELS: Final = 30
"""Names of one trait, the most frequent."""
_RIDGE: Final = 1.0
"""Penalty on the squares of all weights; weak for a name of hundreds of leads, strong for one of twenty."""
_STEPS: Final = 30
_STILL: Final = 1e-8
_ONE_THREAD: Final = 250_000
"""Multiplications below which OpenBLAS does a product of matrices in the calling thread."""
_BENDS: Final = (1 / 3, 2 / 3)
_TOP: Final = 0.99

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A lead whose story ended: what was known of it before, and whether it converted."""

    traits: Traits
    is_converted: bool


@dataclass(frozen=True, slots=True)
class TraitKinds:
    """Which traits there are.

    Attributes:
        named: by name. counted: by number; not being known is a trait of its own.
        timed: by number; not being known says nothing, because it only means that it is too early to know.
    """

    named: tuple[str, ...]
    counted: tuple[str, ...]
    timed: tuple[str, ...] = ()


class _Design:
    """Columns of the regression and what stands in them for a lead."""

    def __init__(self, kinds: TraitKinds, outcomes: Sequence[Outcome]) -> None:
        self.kinds = kinds
        self.levels = {key: _frequent([_levels(one.traits.get(key)) for one in outcomes]) for key in kinds.named}
        self.columns: dict[tuple[str, str], int] = {}
        for key, levels in self.levels.items():
            for name in (*(f"={level}" for level in levels), "other", "unknown"):
                self.columns[key, name] = len(self.columns)
        self.curves = {key: _Curve.over(_raw(key, outcomes)) for key in (*kinds.counted, *kinds.timed)}
        for key, curve in self.curves.items():
            for name in (*curve.names, *(("unknown",) if key in kinds.counted else ())):
                self.columns[key, name] = len(self.columns)
        self.matrix: Numbers = np.zeros((len(outcomes), len(self.columns)))
        for key in kinds.named:
            names = frozenset(self.levels[key])
            places = [self.columns[key, _name(_levels(one.traits.get(key)), names)] for one in outcomes]
            self.matrix[np.arange(len(outcomes)), places] = 1.0
        for key, curve in self.curves.items():
            raw = _raw(key, outcomes)
            known = ~np.isnan(raw)
            first = self.columns[key, "zero"]
            self.matrix[known, first : first + len(curve.names)] = curve.basis(raw[known])
            if (key, "unknown") in self.columns:
                self.matrix[:, self.columns[key, "unknown"]] = ~known

    def columns_of(self, key: str) -> dict[str, int]:
        """Return name → column of one trait."""
        return {name: at for (owner, name), at in self.columns.items() if owner == key}


@dataclass(frozen=True, slots=True)
class _Curve:
    """How a number enters: whether it is zero, itself in units of `scale` up to `top`, and what it is above each bend.

    Numbers are taken from `middle` on, so that a lead whose number is not known (and stands at 0) counts as an average one.
    """

    bends: tuple[float, ...]
    top: float
    scale: float
    middle: Numbers

    @classmethod
    def over(cls, raw: Numbers) -> "_Curve":
        """Lay the bends at the thirds of the numbers above zero."""
        known = np.maximum(raw[~np.isnan(raw)], 0.0)
        positive = known[known > 0]
        if not len(positive):
            return cls((), 1.0, 1.0, np.zeros(2))
        top = float(np.quantile(positive, _TOP))
        bends = tuple(sorted({float(at) for at in np.quantile(positive, _BENDS) if at < top}))
        plain = cls(bends, top, float(np.minimum(known, top).std()) or 1.0, np.zeros(2 + len(bends)))
        return cls(plain.bends, plain.top, plain.scale, plain.basis(known).mean(axis=0))

    @property
    def names(self) -> tuple[str, ...]:
        """Of its columns, in order."""
        return ("zero", "number", *(f"above {at}" for at in range(len(self.bends))))

    def basis(self, raw: Numbers) -> Numbers:
        """Return the columns of known numbers."""
        cut = np.clip(raw, 0.0, self.top)
        above = [np.maximum(cut - bend, 0.0) / self.scale for bend in self.bends]
        return np.column_stack([(cut == 0).astype(np.float64), cut / self.scale, *above]) - self.middle


def train(outcomes: Iterable[Outcome], kinds: TraitKinds) -> ScoreModel:
    """Learn a model; its `area` is of predictions for each fifth of the outcomes by what the other four taught.

    Raises:
        ValueError: fewer than `FOLDS` converted, or lost, leads: nothing can be learnt and held back.
    """
    used = list(outcomes)
    truth = np.array([one.is_converted for one in used], dtype=np.float64)
    converted = int(truth.sum())
    if min(converted, len(used) - converted) < FOLDS:
        raise ValueError("too few outcomes of one kind")
    design = _Design(kinds, used)
    held_back = np.zeros(len(used))
    fold = _folds(truth, design.matrix)
    for at in range(FOLDS):
        base, weights = _fit(design.matrix[fold != at], truth[fold != at])
        held_back[fold == at] = _odds(design.matrix[fold == at], weights) + base
    base, weights = _fit(design.matrix, truth)
    return _model(design, base, weights, (converted, len(used) - converted, area_under_curve(truth, held_back)))


def area_under_curve(truth: Numbers, scores: Numbers) -> float:
    """Return how often a converted lead has the higher score than a lost one, ties counted half: the area under the ROC curve."""
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    positive = truth > 0.5
    many = int(positive.sum())
    return float((ranks[positive].sum() - many * (many + 1) / 2) / (many * (len(truth) - many)))


def _fit(matrix: Numbers, truth: Numbers) -> tuple[float, Numbers]:
    """Return intercept and weights of the least penalised loss; Newton's step is halved where it overshoots."""
    full = np.column_stack([np.ones(len(matrix)), matrix])
    ridge = np.full(full.shape[1], _RIDGE)
    ridge[0] = 1e-9  # the intercept is free
    weights = np.zeros(full.shape[1])
    loss = _loss(full, truth, weights, ridge)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(_odds(full, weights), -40, 40)))
        slope = np.einsum("ij,i->j", full, chance - truth) + ridge * weights
        bend = _bend(full, chance * (1 - chance))
        bend[np.diag_indices_from(bend)] += ridge
        step = np.linalg.solve(bend, slope)
        size = 1.0
        while (tried := _loss(full, truth, weights - size * step, ridge)) > loss and size > 1e-4:
            size /= 2
        if tried > loss:
            break
        weights, gained, loss = weights - size * step, loss - tried, tried
        if gained <= _STILL * (1 + abs(loss)):
            break
    return float(weights[0]), weights[1:]


def _bend(full: Numbers, weights: Numbers) -> Numbers:
    """Return the weighted products of all pairs of columns, a few rows at a time.

    So few that OpenBLAS keeps to one thread: its threads spin while they wait for one another, and would take the window's core.
    """
    width = full.shape[1]
    rows = max(1, _ONE_THREAD // width**2)
    total = np.zeros((width, width))
    for at in range(0, len(full), rows):
        part = full[at : at + rows]
        total += (part * weights[at : at + rows, None]).T @ part
    return total


def _odds(full: Numbers, weights: Numbers) -> Numbers:
    odds: Numbers = np.einsum("ij,j->i", full, weights)  # by numpy itself, in this thread
    return odds


def _loss(full: Numbers, truth: Numbers, weights: Numbers, ridge: Numbers) -> float:
    odds = _odds(full, weights)
    return float(np.sum(np.logaddexp(0.0, odds) - truth * odds) + 0.5 * np.sum(ridge * weights**2))


def _model(design: _Design, base: float, weights: Numbers, figures: tuple[int, int, float]) -> ScoreModel:
    """Write the weights as effects against the average lead, so that the base is the average and an effect means more or less than it."""
    means = design.matrix.mean(axis=0)
    named, counted = {}, {}
    for key, levels in design.levels.items():
        columns = design.columns_of(key)
        average = float(sum(weights[at] * means[at] for at in columns.values()))
        effect = {
            # a name that none of them had moves nothing
            name: float(weights[at]) - average if means[at] > 0 else 0.0
            for name, at in columns.items()
        }
        named[key] = NamedEffects({level: effect[f"={level}"] for level in levels}, effect["other"], effect["unknown"])
        base += average
    for key, curve in design.curves.items():
        columns = design.columns_of(key)
        mine = weights[[columns[name] for name in curve.names]]
        average = float(sum(weights[at] * means[at] for at in columns.values()))
        unknown = float(weights[columns["unknown"]]) if "unknown" in columns and means[columns["unknown"]] > 0 else 0.0
        places = (0.0, *curve.bends, curve.top)
        effects = curve.basis(np.array(places)) @ mine - average
        without_zero = float(effects[0]) - float(mine[0])  # where the line would begin if none were no kind of its own
        points = ((0.0, without_zero), *zip(curve.bends, map(float, effects[1:-1]), strict=True), (curve.top, float(effects[-1])))
        counted[key] = CountedEffect(points, float(effects[0]), unknown - average)
        base += average
    converted, lost, area = figures
    return ScoreModel(base, converted, lost, area, named, counted)


def _folds(truth: Numbers, matrix: Numbers) -> NDArray[np.int64]:
    """Deal leads to folds, each kind by itself, in an order that depends on the leads and not on how they were given."""
    order = np.lexsort((*matrix.T[::-1], truth))
    fold = np.empty(len(truth), dtype=np.int64)
    fold[order] = np.arange(len(truth)) % FOLDS
    return fold


def _frequent(leads: Sequence[Levels]) -> tuple[str, ...]:
    """Return the names that enough leads have, as their finest or a coarser one; the most frequent first."""
    counts = Counter(level for levels in leads for level in dict.fromkeys(levels))
    rare = {level for level, count in counts.items() if count < _RARE}
    finest = Counter(next((level for level in levels if level not in rare), "") for levels in leads if levels)
    kept = sorted((level for level in finest if level), key=lambda level: (-finest[level], level))
    return tuple(kept[:_MOST_LEVELS])


def _name(levels: Levels, known: frozenset[str]) -> str:
    if not levels:
        return "unknown"
    level = next((level for level in levels if level in known), None)
    return "other" if level is None else f"={level}"


def _raw(key: str, outcomes: Sequence[Outcome]) -> Numbers:
    return np.array([np.nan if (value := one.traits.get(key)) is None else value for one in outcomes], dtype=np.float64)


def _levels(value: object) -> Levels:
    return value if isinstance(value, tuple) else ()
