"""As you type: likely companies and sites for a name, a phone, a credit code or an address, before a record is made twice.

Candidates come through indexes only, a few dozen at most, and are compared one by one; a few milliseconds at a million sites.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.chinese import match_key
from crmdesk.models.likely_query import name_expressions, phone_expressions, place_expressions
from crmdesk.models.matching import DEFAULT_THRESHOLD, Candidate, Prepared, Reason, compare_prepared, prepared
from crmdesk.models.premises import premises_key_of_values
from crmdesk.services.accounts import PathPart
from crmdesk.services.duplicate_groups import Confidence, confidence_of
from crmdesk.services.duplicate_rules import Ready, likeness_of, ready
from crmdesk.services.duplicates import one_line
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import likely_rows
from crmdesk.storage.duplicate_rows import ComparedRow, living_with_ids
from crmdesk.storage.record_rows import company_path, fetch
from crmdesk.storage.store import Store

MOST_SHOWN: Final = 6
_MOST_BY_NAME: Final = 12
_MOST_BY_ONE: Final = 15
"""Candidates one expression may give; the narrow ones come first."""
_BEGINS_SCORE: Final = 0.6
_PERSON_SCORE: Final = 0.55
_SHORTEST_CHINESE: Final = 2
_SHORTEST_LATIN: Final = 4

_BEGINS: Final = QT_TRANSLATE_NOOP("matching", "The name begins with this company's name.")
_PERSON: Final = QT_TRANSLATE_NOOP("matching", "{name}, who works there, has this number.")


@dataclass(frozen=True, slots=True)
class Likely:
    """A record that may be what is being entered.

    Attributes:
        name: legal name or site name. short_name: of a company.
        path: companies above it, the topmost first. address: in one line.
        reasons: what speaks for and against it, the weightiest first.
        offers_new_site: it is a company: what is entered may be a new site of it.
    """

    key: RecordKey
    name: str
    short_name: str
    code: str
    path: tuple[PathPart, ...]
    address: str
    score: float
    reasons: tuple[Reason, ...]
    offers_new_site: bool

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return confidence_of(self.score)


@dataclass(frozen=True, slots=True)
class _Found:
    row: ComparedRow
    score: float
    reasons: tuple[Reason, ...]


class LikelyRecords:
    """Reads only; any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def likely(
        self, kind: RecordKind, values: Mapping[str, Any], exclude_id: str | None = None, most: int = MOST_SHOWN
    ) -> tuple[Likely, ...]:
        """Return companies and sites that may be what is being entered, the likeliest first; nothing for hardly anything typed.

        Two sites of one company come only where they share the premises; a company comes with `offers_new_site`. What a
        person parted from the record is left out.

        Args:
            kind: of the form: company or site (a lead is a site without a company).
            values: as typed, by the form's keys: `legal_name`, `name`, `short_name`, `credit_code`, `phone`, `company_id`,
                `company_name`, the address; of an unknown key nothing is taken.
            exclude_id: the record itself, when it exists already.
            most: so many at most.
        """
        with self._store.read() as connection:
            return likely_on(connection, kind, values, exclude_id, most)


def likely_on(
    connection: Connection, kind: RecordKind, values: Mapping[str, Any], exclude_id: str | None = None, most: int = MOST_SHOWN
) -> tuple[Likely, ...]:
    """Return what `LikelyRecords.likely` does, on an open connection."""
    typed = _typed(connection, kind, values)
    if not any((typed.name.strip(), typed.credit_code, typed.phones, typed.address, typed.street)):
        return ()
    left_out = {exclude_id, *(likely_rows.parted_from(connection, exclude_id) if exclude_id else ())}
    if values.get("parent_id"):  # what it is put below is known to be another
        left_out |= {company for company, _ in company_path(connection, str(values["parent_id"]))}
    companies = [] if typed.company_id else _companies(connection, typed, left_out)
    known = {found.row.id for found in companies}
    by_name = kind is RecordKind.SITE or not companies  # a company's name alone need not look among sites as well
    sites = [
        found for found in _sites(connection, typed, left_out, by_name=by_name) if found.row.candidate.company_id not in known
    ]
    ranked = sorted([*companies, *sites], key=_rank)[:most]
    return tuple(_likely(connection, found) for found in ranked)


def _rank(found: _Found) -> tuple[float, bool, int]:
    return -round(found.score, 3), found.row.candidate.kind is RecordKind.SITE, found.row.n


def _typed(connection: Connection, kind: RecordKind, values: Mapping[str, Any]) -> Candidate:
    def text(*keys: str) -> str:
        return next((str(values[key]) for key in keys if values.get(key)), "")

    company_id = text("company_id") if kind is RecordKind.SITE else ""
    company = fetch(connection, RecordKind.COMPANY, company_id) if company_id else None
    return Candidate(
        kind=kind,
        name=text("legal_name", "name"),
        short_name=text("short_name") if kind is RecordKind.COMPANY else "",
        company_name=text("company_name") if company is None else company["legal_name"],
        credit_code=text("credit_code"),
        phones=tuple(filter(None, (text("phone"), text("mobile")))),
        address=text("address_text", "invoice_address", "address"),
        province=text("province"),
        city=text("city"),
        district=text("district"),
        street=text("street"),
        country=text("country"),
        company_id=company_id,
    )


# -- companies


def _companies(connection: Connection, typed: Candidate, left_out: set[str | None]) -> list[_Found]:
    asked = dataclasses.replace(typed, kind=RecordKind.COMPANY, name=typed.company_name or typed.name, company_name="")
    typed_company = prepared(asked)
    ids = _ids(connection, RecordKind.COMPANY, typed_company, left_out)
    for name in typed_company.other_names if asked.short_name else ():
        for expression in name_expressions(asked.short_name, name):
            ids |= dict.fromkeys(likely_rows.ids_matching(connection, RecordKind.COMPANY, expression, _MOST_BY_ONE))
    found = []
    for row in living_with_ids(connection, RecordKind.COMPANY, [record for record in ids if record not in left_out]):
        other = prepared(row.candidate)
        likeness = compare_prepared(typed_company, other)
        if likeness.same:
            found.append(_Found(row, likeness.score, likeness.reasons))
        elif _begins_with(typed_company, other):
            found.append(_Found(row, _BEGINS_SCORE, (Reason(_BEGINS, {}, 0.0, "name"), *likeness.reasons)))
    return found


def _begins_with(typed: Prepared, company: Prepared) -> bool:
    """Whether somebody types “company – place” for a company that is known by what comes first."""
    key = typed.name.key
    for name in (company.name, *company.other_names):
        core = match_key(name.core)
        least = _SHORTEST_LATIN if core.isascii() else _SHORTEST_CHINESE
        if len(core) >= least and len(key) > len(core) and key.startswith(core) and name.branch is None:
            return typed.name.branch is not None or typed.candidate.kind is not RecordKind.COMPANY or not typed.name.places
    return False


# -- sites


def _sites(connection: Connection, typed: Candidate, left_out: set[str | None], *, by_name: bool) -> list[_Found]:
    asked = dataclasses.replace(typed, kind=RecordKind.SITE)
    prepared_site = prepared(asked)
    ids = _ids(connection, RecordKind.SITE, prepared_site, left_out, by_name=by_name)
    for expression in place_expressions(prepared_site):
        ids |= dict.fromkeys(likely_rows.ids_matching(connection, RecordKind.SITE, expression, _MOST_BY_ONE))
    people: dict[str, str] = {}
    for expression in phone_expressions(prepared_site):
        people |= likely_rows.sites_of_people_matching(connection, expression, _MOST_BY_ONE)
    key = _premises(asked)
    own = likely_rows.sites_at(connection, asked.company_id, key, _MOST_BY_ONE) if key and asked.company_id else ()
    wanted = [record for record in {**ids, **dict.fromkeys([*people, *own])} if record not in left_out]
    mine = Ready(ComparedRow(0, "", "", asked, f"{asked.company_id}|{key}" if key and asked.company_id else ""), prepared_site)
    found = []
    for row in living_with_ids(connection, RecordKind.SITE, wanted):
        other = ready(row)
        if (likeness := likeness_of(mine, other, DEFAULT_THRESHOLD)) is not None:
            found.append(_Found(row, likeness.score, likeness.reasons))
        elif row.id in people and not (asked.company_id and row.candidate.company_id == asked.company_id):
            reason = Reason(_PERSON, {"name": people[row.id]}, 0.0, "phone")
            reasons = compare_prepared(prepared_site, other.prepared).reasons
            found.append(_Found(row, _PERSON_SCORE, (reason, *reasons)))
    return found


def _premises(typed: Candidate) -> str | None:
    """Return the premises key of the address typed: of a company's own sites it decides alone, one account for one address."""
    return premises_key_of_values({**dataclasses.asdict(typed), "address_text": typed.address})


def _ids(
    connection: Connection, kind: RecordKind, typed: Prepared, left_out: set[str | None], *, by_name: bool = True
) -> dict[str, None]:
    """Return candidates by credit code, phone and name, as an ordered set."""
    found: dict[str, None] = {}
    if typed.code:
        found |= dict.fromkeys(likely_rows.ids_with_credit_code(connection, kind, typed.code, _MOST_BY_ONE))
    for expression in phone_expressions(typed):
        found |= dict.fromkeys(likely_rows.ids_matching(connection, kind, expression, _MOST_BY_ONE))
    named: dict[str, None] = {}
    name = typed.candidate.name
    for expression in name_expressions(name, typed.name) if by_name and name.strip() else ():
        named |= dict.fromkeys(likely_rows.ids_matching(connection, kind, expression, _MOST_BY_ONE))
        if len(named) >= _MOST_BY_NAME:
            break
    return {record: None for record in {**found, **named} if record not in left_out}


# -- what is shown


def _likely(connection: Connection, found: _Found) -> Likely:
    row, kind = found.row, found.row.candidate.kind
    above = row.candidate.company_id
    if kind is RecordKind.COMPANY:
        above = (fetch(connection, kind, row.id) or {}).get("parent_id") or ""
    path = company_path(connection, above) if above else []
    return Likely(
        RecordKey(kind, row.id),
        row.candidate.name,
        row.candidate.short_name,
        row.code,
        tuple(PathPart(RecordKey(RecordKind.COMPANY, id_), name) for id_, name in path),
        one_line(row),
        found.score,
        found.reasons,
        offers_new_site=kind is RecordKind.COMPANY,
    )
