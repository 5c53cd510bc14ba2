"""Rules of pools as plain arithmetic: which pool a record falls back to, on which day, and by which rule (`facts.md` §3).

Times of N days are counted from a stored moment to a moment, so two laptops in different places come to the same one and write the
same values; only whether today is its day is asked of each laptop's own calendar.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import PoolRule

_T: Final = QT_TRANSLATE_NOOP
GRADES: Final = "days_by_grade"
DAYS: Final[Mapping[str, str]] = {
    "daily_claims": _T("fields", "Claims a day"),
    "held_limit": _T("fields", "Prospects held"),
    "wait_days": _T("fields", "Former owner waits"),
    "unfollowed_days": _T("fields", "Days without follow-up"),
    "no_opportunity_days": _T("fields", "Days without opportunity"),
    "after_contract_days": _T("fields", "Days after contract end"),
    "protect_days": _T("fields", "Protected days"),
    "warn_days": _T("fields", "Warning days before"),
    "daily_views": _T("fields", "Views a day"),
}
"""Rules of a pool that are a number or nothing, each with its name."""
MOST: Final = 9999
_BAD_NUMBER: Final = _T("errors", "{field}: a whole number from 0 to 9999, or nothing.")
_BAD_PERIOD: Final = _T("errors", "{field}: a whole number from 1 to 9999, or nothing.")
_BAD_GRADES: Final = _T("errors", "Days by grade: for each grade a whole number of days from 1 to 9999.")
PERIODS: Final = frozenset({"unfollowed_days", "no_opportunity_days"})
"""Time that somebody has to do something: without a day nobody could keep anything."""


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """A value that is no rule.

    Attributes:
        field: column of `models.pool.Pool`. label: its English name (context `fields`).
        template: the English sentence (context `errors`), with the placeholder `field` for the translated label.
    """

    field: str
    label: str
    template: str

    @property
    def message(self) -> str:
        """The whole sentence in English."""
        return self.template.format(field=self.label)


def check_rules(values: Mapping[str, Any]) -> tuple[RuleProblem, ...]:
    """Return what cannot be stored among the rules of a pool, one problem per field in the order given; nothing: all of it can.

    `days_by_grade` is a mapping grade → days or such a JSON object as text; None, empty text and an empty mapping are no rule.
    Other columns than rules (name, note, team, switches) are not looked at.
    """
    problems = []
    for field, value in values.items():
        if field in PERIODS and value is not None and not _is_days(value, least=1):
            problems.append(RuleProblem(field, DAYS[field], _BAD_PERIOD))
        elif field in DAYS and value is not None and not _is_days(value):
            problems.append(RuleProblem(field, DAYS[field], _BAD_NUMBER))
        elif field == GRADES and _read_grades(value) is None:
            problems.append(RuleProblem(field, _T("fields", "Days by grade"), _BAD_GRADES))
    return tuple(problems)


def stored_grades(value: object) -> str | None:
    """Return days by grade as a pool stores them: one spelling for one meaning; None: no rule.

    Raises:
        ValueError: `check_rules` finds a problem in it.
    """
    grades = _read_grades(value)
    if grades is None:
        raise ValueError(value)
    return json.dumps(dict(sorted(grades.items())), ensure_ascii=False) if grades else None


def _read_grades(value: object) -> dict[str, int] | None:
    """Return grade → days, None for what is no such thing; a grade whose days are None is left out."""
    if isinstance(value, str) and value.strip():
        try:
            value = json.loads(value)
        except ValueError:
            return None
    elif value is None or isinstance(value, str):
        return {}
    if not isinstance(value, Mapping):
        return None
    given = {grade.strip() if isinstance(grade, str) else "": days for grade, days in value.items() if days is not None}
    if not all(grade and '"' not in grade and _is_days(days, least=1) for grade, days in given.items()):
        return None
    return given


def _is_days(value: object, *, least: int = 0) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= MOST


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
        since: when its owner got it. spoken_at: last follow-up (both aware UTC). contract_ends_on, protected_until: as stored.
        is_locked: no rule takes it.
    """

    since: datetime
    spoken_at: datetime | None = None
    contract_ends_on: date | None = None
    protected_until: date | None = None
    is_locked: bool = False


def release_moment(record: Standing, rules: ReleaseRules) -> tuple[datetime, PoolRule] | None:
    """Return from when on a rule takes a record from its owner, and the rule; None when none ever does.

    The record is released on the day in which that moment falls on the calendar of whoever runs the rules; the moment itself is
    the same everywhere. Each rule counts from when its owner got the record, if that is later: what was just claimed is never
    taken for what its former owner left undone. Of rules that name one moment the first in `PoolRule` counts.
    """
    if record.is_locked:
        return None
    ends = None if record.contract_ends_on is None else noon(record.contract_ends_on)
    starts = (
        (PoolRule.UNFOLLOWED, rules.unfollowed_days, max(record.since, record.spoken_at or record.since)),
        (PoolRule.NO_OPPORTUNITY, rules.no_opportunity_days, record.since),
        (PoolRule.CONTRACT_ENDED, None if ends is None else rules.after_contract_days, max(record.since, ends or record.since)),
    )
    due = [(start + timedelta(days=days), rule) for rule, days, start in starts if days is not None]
    if not due:
        return None
    moment, rule = min(due, key=lambda one: one[0])
    spared = record.since + timedelta(days=rules.protect_days or 0)
    return max(moment, spared, spared if record.protected_until is None else noon(record.protected_until)), rule


def noon(day: date) -> datetime:
    """Return the moment that stands for a stored day: noon of UTC falls on that day on nearly every calendar (UTC-12 to UTC+11)."""
    return datetime.combine(day, time(12), UTC)


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


def days_of_grades(stored: str | None) -> dict[str, int]:
    """Return grade → days as a pool has them stored; what another program wrote and is no such rule does not hold."""
    return _read_grades(stored) or {}
