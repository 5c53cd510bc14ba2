"""Which leads an action is about: the one that is shown, or all that are selected in the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.lead_lists import LeadLists
    from crmdesk.services.leads import LeadRecord


@dataclass(frozen=True, slots=True)
class Targets:
    """Leads by id.

    Attributes:
        name: of the only one, empty for several. record: the only one, where it is shown.
    """

    ids: tuple[str, ...]
    name: str = ""
    record: "LeadRecord | None" = None

    @property
    def count(self) -> int:
        """How many."""
        return len(self.ids)


def target_of(record: "LeadRecord | None") -> Targets:
    """Return the lead that is shown as what an action is about."""
    return Targets(()) if record is None else Targets((record.id,), record.name, record)


def ids_in(lists: "LeadLists", wanted: LeadFilter, sort: Sort, ranges: Sequence[range]) -> Targets:
    """Return the leads in these places of a list, loaded or not; blocking, runs in a worker."""
    found: list[str] = []
    for part in ranges:
        found += lists.ids(wanted, sort, part.start, len(part))
    return Targets(tuple(found))
