"""Who gets which lead of an import: in turn, by region, or by industry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Any


@unique
class Spread(StrEnum):
    """By what leads are handed out."""

    IN_TURN = "in_turn"
    REGION = "region"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class Distribution:
    """A rule that gives leads to people.

    Attributes:
        people: ids of the people who get leads in turn, also those no table names an owner for; empty: they stay without one.
        by_value: province or city → person (`REGION`), industry's id → person (`INDUSTRY`).
    """

    spread: Spread
    people: Sequence[str] = ()
    by_value: Mapping[str, str] = field(default_factory=dict)


def owners_for(rule: Distribution, leads: Sequence[Mapping[str, Any]], first: int = 0) -> list[str | None]:
    """Return the owner of each lead, None where the rule names nobody; `first` is the number of leads handed out in turn before."""
    keys = {Spread.REGION: ("city", "province"), Spread.INDUSTRY: ("industry_id",), Spread.IN_TURN: ()}[rule.spread]
    owners: list[str | None] = []
    turn = first
    for lead in leads:
        owner = next((rule.by_value[lead[key]] for key in keys if lead.get(key) in rule.by_value), None)
        if owner is None and rule.people:
            owner = rule.people[turn % len(rule.people)]
            turn += 1
        owners.append(owner)
    return owners
