"""How a lead stands against a set of criteria: pure rules (`facts.md` §4: BANT counts three of four as qualified).

*Yes* counts a criterion's weight, *partly* half of it, *no* and what is not known nothing; a *no* to a knock-out fails the lead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique

from crmdesk.core.vocabulary import AnswerValue


@unique
class Standing(Enum):
    """Where a round stands by its set's own rules; a person decides the outcome."""

    PASSES = "passes"
    OPEN = "open"
    """It may still pass: not everything is answered."""
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Mark:
    """What one criterion counts."""

    id: str
    weight: int
    is_knock_out: bool


@dataclass(frozen=True, slots=True)
class PassRule:
    """When a round passes: from `percent` of all weights on, or with `count` criteria answered *yes*; with neither, when all are."""

    percent: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A round as it stands.

    Attributes:
        score: percent of all weights, 0 … 100, rounded down so that it never shows a pass that is none.
        yes: criteria answered *yes*. missing: ids of those not answered, in the order in which they should be asked.
        standing: by the set's rules. lacking: how much is missing to pass, in criteria (by count) or percent; 0 when it passes.
        failed_by: id of the knock-out that was answered *no*.
    """

    score: int
    yes: int
    missing: tuple[str, ...]
    standing: Standing
    lacking: int
    failed_by: str | None

    @property
    def next_question(self) -> str | None:
        """The criterion to ask about next."""
        return self.missing[0] if self.missing else None


def assess(marks: Sequence[Mark], answers: Mapping[str, AnswerValue | None], rule: PassRule) -> Assessment:
    """Return how a round stands.

    The next question is the one that can change most: knock-outs first, then the heaviest, then in the set's order.
    """
    total = sum(mark.weight for mark in marks)
    doubled = sum(_counts(answers.get(mark.id)) * mark.weight for mark in marks)
    yes = sum(answers.get(mark.id) is AnswerValue.YES for mark in marks)
    missing = [mark for mark in marks if answers.get(mark.id) is None]
    order = {mark.id: place for place, mark in enumerate(marks)}
    missing.sort(key=lambda mark: (not mark.is_knock_out, -mark.weight, order[mark.id]))
    failed = next((mark.id for mark in marks if mark.is_knock_out and answers.get(mark.id) is AnswerValue.NO), None)
    score = 0 if total == 0 else doubled * 50 // total
    count = rule.count if rule.count is not None else None if rule.percent is not None else len(marks)
    if count is not None:
        lacking, reachable = max(0, count - yes), yes + len(missing) >= count
    else:
        percent = rule.percent or 0
        lacking = max(0, percent - score)
        reachable = total > 0 and (doubled + 2 * sum(mark.weight for mark in missing)) * 50 >= percent * total
    if failed is not None or not reachable:
        standing = Standing.FAILS
    else:
        standing = Standing.OPEN if lacking or not marks else Standing.PASSES
    return Assessment(score, yes, tuple(mark.id for mark in missing), standing, lacking, failed)


def _counts(answer: AnswerValue | None) -> int:
    """Return twice what an answer counts of a weight."""
    return 2 if answer is AnswerValue.YES else 1 if answer is AnswerValue.PARTLY else 0
