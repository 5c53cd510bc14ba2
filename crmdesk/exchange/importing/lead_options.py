"""What a person decides about an import of leads: where they go, what becomes of those that are there already, new sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any

from crmdesk.services.lead_distribution import Distribution, Spread


@unique
class There(StrEnum):
    """What becomes of a row whose lead, or customer, is there already."""

    SKIP = "skip"
    FILL = "fill"  # fields that are empty in the lead; a customer's row is left out
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class LeadOptions:
    """Where imported leads go.

    An owner whom the row itself names comes first, then the rule, then owner or pool; with none of them they are with whoever imports.

    Attributes:
        owner_id, pool_id: one of them, or neither.
        spread: by what they are handed out to several people; None: they are not.
        people: ids of those who get leads in turn. by_value: (province, city or industry's id, person).
        there: what becomes of those that are there already.
        add_sources: sources that are in no list are added to it; otherwise they are kept in the note.
    """

    owner_id: str = ""
    pool_id: str = ""
    spread: Spread | None = None
    people: tuple[str, ...] = ()
    by_value: tuple[tuple[str, str], ...] = ()
    there: There = There.SKIP
    add_sources: bool = True

    @property
    def rule(self) -> Distribution | None:
        """The rule by which they are handed out, None for none."""
        return None if self.spread is None else Distribution(self.spread, self.people, dict(self.by_value))

    def to_json(self) -> dict[str, Any]:
        """Return the form that `from_json` reads in another process."""
        return {
            "owner": self.owner_id,
            "pool": self.pool_id,
            "spread": None if self.spread is None else self.spread.value,
            "people": list(self.people),
            "by_value": [list(pair) for pair in self.by_value],
            "there": self.there.value,
            "add_sources": self.add_sources,
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> "LeadOptions":
        """Read what `to_json` wrote in another process."""
        return cls(
            owner_id=shape["owner"],
            pool_id=shape["pool"],
            spread=None if shape["spread"] is None else Spread(shape["spread"]),
            people=tuple(shape["people"]),
            by_value=tuple((value, person) for value, person in shape["by_value"]),
            there=There(shape["there"]),
            add_sources=bool(shape["add_sources"]),
        )
