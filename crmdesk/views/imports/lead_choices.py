"""What a person chooses from when he says where imported leads go, read in a worker thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crmdesk.core.vocabulary import Taxonomy

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class LeadChoices:
    """People (oneself first), pools and main industries: ids and names."""

    people: tuple[tuple[str, str], ...] = ()
    pools: tuple[tuple[str, str], ...] = ()
    industries: tuple[tuple[str, str], ...] = ()


def read_choices(services: "Services", language: str) -> LeadChoices:
    """Read them from the store."""
    industries = services.taxonomies.terms(Taxonomy.INDUSTRY, language, depth=1)
    return LeadChoices(
        tuple((user.id, user.name) for user in services.users.all()),
        tuple((pool.id, pool.name) for pool in services.pools.all()),
        tuple((term.id, f"{term.code}  {term.name}") for term in industries),
    )
