"""What else a move changes beside the paths: inherited values, access, roll-ups; and what it makes a person look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection

from crmdesk.core.vocabulary import Access
from crmdesk.models.measures import MEASURES, Measure
from crmdesk.services.accounts import PathPart
from crmdesk.storage import change_history, moving_rows, roll_up_rows
from crmdesk.storage.moving_rows import NodeRow
from crmdesk.storage.roll_up_rows import Figure

T = TypeVar("T")
Path = tuple[PathPart, ...]
_Ids = tuple[list[str], list[str]] | tuple[tuple[()], tuple[()]]
"""Ids of companies, and of sites."""
INHERITED: Final = ("industry_id", "source_id", "owner_id")
"""What a site takes from its company where its own is empty."""


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """The first of many things, and how many there are."""

    first: tuple[T, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class InheritedChange:
    """A value that `sites` sites take from their company; `before` and `after` are names, empty for none; `example` names one site."""

    field: str
    before: str
    after: str
    sites: int
    example: str


@dataclass(frozen=True, slots=True)
class SharingChange:
    """Somebody's access to `records` moved records through a company above: before and after, None for none.

    Attributes:
        through: name of the company that gives the access, or gave it.
    """

    person: str
    before: Access | None
    after: Access | None
    through: str
    records: int


@dataclass(frozen=True, slots=True)
class CodeMismatch:
    """A site whose code no longer begins with its company's code."""

    site: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class MetPremises:
    """Two sites that would belong to one company and stand at one address."""

    site: str
    name: str
    other: str
    other_name: str
    other_code: str
    address: str


@dataclass(frozen=True, slots=True)
class RollUpChange:
    """One figure of a company above, before and after."""

    company: PathPart
    measure: Measure
    before: Figure
    after: Figure


def inherited_changes(connection: Connection, sites: Sequence[str], target: str, language: str) -> tuple[InheritedChange, ...]:
    """Return what sites would inherit otherwise, the same changes together."""
    if not sites or not target:
        return ()
    found: list[tuple[str, Any, Any, int, str]] = []
    for field in INHERITED:
        found += [(field, *row) for row in moving_rows.inherited(connection, sites, field, target)]
    names = change_history.names_of(connection, {str(value) for row in found for value in row[1:3] if value}, language)
    return tuple(
        InheritedChange(field, names.get(before or "", ""), names.get(after or "", ""), count, example)
        for field, before, after, count, example in found
    )


def sharing_changes(
    connection: Connection, nodes: Sequence[NodeRow], paths: Mapping[str, Path], target: Path
) -> tuple[SharingChange, ...]:
    """Return who gains or loses access to moved records through the companies above them."""
    companies = {part.key.id: part.name for path in (*paths.values(), target) for part in path}
    if not companies:
        return ()
    granted: dict[str, dict[str, tuple[str, Access]]] = {}
    for company, person, name, access in moving_rows.collaborators(connection, list(companies)):
        granted.setdefault(company, {})[person] = (name, Access(access))
    if not granted:
        return ()
    counts: dict[str | None, int] = {}
    for row in nodes:
        counts[row.parent] = counts.get(row.parent, 0) + 1
    after = _effective(target, granted)
    totals: dict[tuple[str, Access | None, Access | None, str], int] = {}
    for parent, count in counts.items():
        before = _effective(() if parent is None else paths[parent], granted)
        for person in before.keys() | after.keys():
            old, new = before.get(person), after.get(person)
            if (old and old[1]) != (new and new[1]):
                name, _, through = (new or old) or ("", None, "")
                change = (name, old[1] if old else None, new[1] if new else None, through)
                totals[change] = totals.get(change, 0) + count
    return tuple(SharingChange(*change, count) for change, count in sorted(totals.items(), key=lambda item: item[0][0]))


def _effective(path: Path, granted: Mapping[str, Mapping[str, tuple[str, Access]]]) -> dict[str, tuple[str, Access, str]]:
    """Return person → (name, the widest access any company of a path gives, that company)."""
    found: dict[str, tuple[str, Access, str]] = {}
    for part in path:
        for person, (name, access) in granted.get(part.key.id, {}).items():
            if person not in found or access is Access.WRITE:
                found[person] = (name, access, part.name)
    return found


def mismatched_codes(connection: Connection, sites: Sequence[str], target: str) -> Told[CodeMismatch]:
    """Return the sites whose codes would no longer begin with their company's code."""
    if not sites or not target:
        return Told()
    total, first = moving_rows.foreign_codes(connection, sites, target)
    return Told(tuple(CodeMismatch(*row) for row in first), total)


def met_premises(connection: Connection, sites: Sequence[str], target: str) -> Told[MetPremises]:
    """Return the sites that would meet another one at their address."""
    if not sites or not target:
        return Told()
    total, first = moving_rows.met_premises(connection, sites, target)
    found = (
        MetPremises(site, name, other, other_name, code or "", address) for site, name, other, other_name, code, address in first
    )
    return Told(tuple(found), total)


def roll_up_changes(
    connection: Connection, companies: Sequence[NodeRow], sites: Sequence[NodeRow], paths: Mapping[str, Path], target: Path
) -> tuple[RollUpChange, ...]:
    """Return every figure that changes at a company above, from the nearest up, those the records leave first.

    A company above both places keeps its figures and is left out.
    """
    kept = {part.key.id for part in target}
    leaving: dict[str, tuple[PathPart, tuple[list[str], list[str]]]] = {}
    for number, rows in enumerate((companies, sites)):
        for row in rows:
            for part in reversed(() if row.parent is None else paths[row.parent]):
                if part.key.id not in kept:
                    leaving.setdefault(part.key.id, (part, ([], [])))[1][number].append(row.id)
    found = [change for part, ids in leaving.values() for change in _changed_figures(connection, part, without=ids)]
    for part in reversed(target):
        coming = tuple(
            [row.id for row in rows if row.parent is None or all(above.key.id != part.key.id for above in paths[row.parent])]
            for rows in (companies, sites)
        )
        if any(coming):
            found += _changed_figures(connection, part, plus=(coming[0], coming[1]))
    return tuple(found)


def _changed_figures(
    connection: Connection, part: PathPart, *, without: _Ids = ((), ()), plus: _Ids = ((), ())
) -> list[RollUpChange]:
    changes = []
    for measure in MEASURES:
        before = roll_up_rows.subtrees(connection, [part.key.id], measure)[part.key.id]
        after = roll_up_rows.imagined(connection, part.key.id, measure, without=without, plus=plus)
        if before != after:
            changes.append(RollUpChange(part, measure, before, after))
    return changes
