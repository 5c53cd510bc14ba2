"""Rules of pools as plain arithmetic: which pool a record falls back to, on which day, and by which rule (`facts.md` §3).

Days are days of UTC: two laptops in different places, with clocks that differ, come to the same day and write the same values.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crmdesk.core.vocabulary import PoolRule


@dataclass(frozen=True, slots=True)
class ReleaseRules:
    """The rules of one pool that release; None: the rule does not hold. All in days."""

    unfollowed_days: int | None = None
    no_opportunity_days: int | None = None
    after_contract_days: int | None = None
    protect_days: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no rule releases anything."""
        return self.unfollowed_days is None and self.no_opportunity_days is None and self.after_contract_days is None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules look at in one record.

    Attributes:
        since: day on which its owner got it. spoken_on: of the last follow-up. contract_ends_on, protected_until: as stored.
        is_locked: no rule takes it.
    """

    since: date
    spoken_on: date | None = None
    contract_ends_on: date | None = None
    protected_until: date | None = None
    is_locked: bool = False


def release_day(record: Standing, rules: ReleaseRules) -> tuple[date, PoolRule] | None:
    """Return the first day on which a rule takes a record from its owner, and the rule; None when none ever does.

    Each rule counts from the day its owner got the record, if that is the later one: what was just claimed is never taken
    for what its former owner left undone. Of rules that fall on one day the first in `PoolRule` counts.
    """
    if record.is_locked:
        return None
    starts = (
        (PoolRule.UNFOLLOWED, rules.unfollowed_days, max(record.since, record.spoken_on or record.since)),
        (PoolRule.NO_OPPORTUNITY, rules.no_opportunity_days, record.since),
        (
            PoolRule.CONTRACT_ENDED,
            None if record.contract_ends_on is None else rules.after_contract_days,
            max(record.since, record.contract_ends_on or record.since),
        ),
    )
    due = [(start + timedelta(days=days), rule) for rule, days, start in starts if days is not None]
    if not due:
        return None
    day, rule = min(due, key=lambda one: one[0])
    spared = record.since + timedelta(days=rules.protect_days or 0)
    return max(day, spared, record.protected_until or spared), rule


@dataclass(frozen=True, slots=True)
class PoolPlace:
    """Who belongs to a pool; pools are given in the order of their positions."""

    id: str
    for_team_id: str | None
    members: Collection[str] = ()


def fallback_pool(owner_id: str, team_id: str | None, pools: Sequence[PoolPlace]) -> str | None:
    """Return the pool to which what a person has falls back: the first of which he is a member, else of his team, else of everybody."""
    ways = (
        lambda pool: owner_id in pool.members,
        lambda pool: team_id is not None and pool.for_team_id == team_id,
        lambda pool: pool.for_team_id is None and not pool.members,
        lambda pool: pool.for_team_id is None,
    )
    return next((pool.id for way in ways for pool in pools if way(pool)), None)


def days_of_grades(stored: Mapping[str, object]) -> dict[str, int]:
    """Return grade → days of a pool's JSON, leaving out what is no number of days."""
    return {grade: days for grade, days in stored.items() if isinstance(days, int) and not isinstance(days, bool) and days >= 0}
