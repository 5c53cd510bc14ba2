"""What the store knows beyond two records' own values: premises keys and whose site a site is (`facts.md` §1.5, §1.6)."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.chinese import match_key
from crmdesk.models.identifiers import is_credit_code, normalise_credit_code
from crmdesk.models.matching import Candidate, Likeness, Prepared, compare_prepared, prepared
from crmdesk.storage.duplicate_rows import ComparedRow
from crmdesk.storage.record_rows import company_path, is_under

_ONE_PREMISES: Final = 0.9
"""Least score of two sites of one company at one address: one account for one address."""
_OTHER_BRANCH: Final = -1.5
"""Weight of what the names say of branches, from which on they are two."""
_PATH: Final = " - "
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

    Of two sites of one company the stored premises decide where they are exact, whatever the sites are called; where they are
    vague or unknown, only sites of one name are one. Sites of two companies are one only where the companies may be.
    """
    likeness = compare_prepared(left.prepared, right.prepared, threshold)
    if left.row.candidate.kind is not RecordKind.SITE:
        return likeness if likeness.same and _steps_alike(left.row.candidate.name, right.row.candidate.name) else None
    one, other = left.row.candidate, right.row.candidate
    if one.company_id and one.company_id == other.company_id:
        places = {left.row.own_place, right.row.own_place}
        if "" not in places and len(places) > 1:
            return None
        if "" not in places and _VAGUE not in left.row.own_place:
            return replace(likeness, same=True, score=max(likeness.score, _ONE_PREMISES))
        return likeness if likeness.same and match_key(one.name) == match_key(other.name) else None
    if not likeness.same or any(reason.about == "branch" and reason.weight <= _OTHER_BRANCH for reason in likeness.reasons):
        return None
    return likeness if _may_be_one_company(left.row, right.row) else None


def _steps_alike(one: str, other: str) -> bool:
    """Say whether names written as a path (Bundesamt - Direktion - Fachbereich) are alike step by step; other names are, as far as this goes."""
    left, right = one.split(_PATH), other.split(_PATH)
    if len(left) == 1 or len(right) == 1:
        return True
    return len(left) == len(right) and all(
        mine == others or compare_prepared(_company(mine), _company(others)).same
        for mine, others in zip(left, right, strict=True)
    )


def are_in_line(connection: Connection, left: ComparedRow, right: ComparedRow) -> bool:
    """Say whether one record's company lies above the other's: whoever put it there knew that they are two."""
    one = left.candidate.company_id or left.id
    other = right.candidate.company_id or right.id
    return one != other and (is_under(connection, one, other) or is_under(connection, other, one))


def in_line_among(connection: Connection, rows: Sequence[ComparedRow]) -> frozenset[tuple[int, int]]:
    """Return the pairs of row numbers, the smaller left, of which one record's company lies above the other's."""
    above = {row.n: {company for company, _ in company_path(connection, row.candidate.company_id or row.id)} for row in rows}
    own = {row.n: row.candidate.company_id or row.id for row in rows}
    return frozenset(
        (min(one, other), max(one, other)) for one in own for other in own if own[one] != own[other] and own[one] in above[other]
    )


def _may_be_one_company(left: ComparedRow, right: ComparedRow) -> bool:
    """Say whether the companies of two sites may be one: by their credit codes, else by their names."""
    codes = {normalise_credit_code(left.company_code), normalise_credit_code(right.company_code)}
    if len(codes) > 1 and all(map(is_credit_code, codes)):
        return False
    one, other = left.candidate.company_name, right.candidate.company_name
    return not one or not other or compare_prepared(_company(one), _company(other)).same


@functools.lru_cache(maxsize=2048)
def _company(name: str) -> Prepared:
    return prepared(Candidate(name))
