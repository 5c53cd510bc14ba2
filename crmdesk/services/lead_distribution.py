"""Who gets which lead of an import: in turn, by region, or by industry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Any, Final


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


_KEYS: Final = {Spread.REGION: ("city", "province"), Spread.INDUSTRY: ("industry_id",), Spread.IN_TURN: ()}


class Dealer:
    """Hands leads out by a rule, one after another; `first` is the number of leads handed out in turn before."""

    def __init__(self, rule: Distribution, first: int = 0) -> None:
        self._rule, self._turn = rule, first
        self._keys = _KEYS[rule.spread]

    def owner(self, lead: Mapping[str, Any]) -> str | None:
        """Return the owner of the next lead, None where the rule names nobody."""
        by_value, people = self._rule.by_value, self._rule.people
        owner = next((by_value[lead[key]] for key in self._keys if lead.get(key) in by_value), None)
        if owner is None and people:
            owner = people[self._turn % len(people)]
            self._turn += 1
        return owner


def owners_for(rule: Distribution, leads: Sequence[Mapping[str, Any]], first: int = 0) -> list[str | None]:
    """Return the owner of each lead, None where the rule names nobody; `first` as of `Dealer`."""
    dealer = Dealer(rule, first)
    return [dealer.owner(lead) for lead in leads]
