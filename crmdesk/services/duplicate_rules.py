"""What the store knows beyond two records' own values: premises keys and whose site a site is (`facts.md` §1.5, §1.6)."""

from dataclasses import dataclass, replace
from typing import Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import Likeness, Prepared, compare_prepared, prepared
from crmdesk.storage.duplicate_rows import ComparedRow

_ONE_PREMISES: Final = 0.9
"""Least score of two sites of one company at one address: one account for one address."""
_OTHER_BRANCH: Final = -1.5
"""Weight of what the names say of branches, from which on they are two."""
_VAGUE: Final = "|~"
"""In a key of company and premises: no house number, a village or market that holds many sites (docs/addresses.md)."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A row and what comparing needs of it, worked out once."""

    row: ComparedRow
    prepared: Prepared


def ready(row: ComparedRow) -> Ready:
    """Work out what comparing needs."""
    return Ready(row, prepared(row.candidate))


def likeness_of(left: Ready, right: Ready, threshold: float) -> Likeness | None:
    """Return how likely two records are one, None when they are called two.

    Of two sites of one company the stored premises decide where they are exact, whatever the sites are called. Sites whose names say
    that they are different branches are two all the same, at whatever vague or shared address.
    """
    likeness = compare_prepared(left.prepared, right.prepared, threshold)
    if left.row.candidate.kind is not RecordKind.SITE:
        return likeness if likeness.same else None
    company = left.row.candidate.company_id
    places = {left.row.own_place, right.row.own_place}
    if company and company == right.row.candidate.company_id and "" not in places:
        if len(places) > 1:
            return None
        if _VAGUE not in left.row.own_place:
            return replace(likeness, same=True, score=max(likeness.score, _ONE_PREMISES))
    if not likeness.same or any(reason.about == "branch" and reason.weight <= _OTHER_BRANCH for reason in likeness.reasons):
        return None
    return likeness
