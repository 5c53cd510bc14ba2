"""What a conversion would do, before it does it: which records it could join, and what of the lead goes where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.models.converting import Carried, carried, site_name, written
from crmdesk.services.account_writing import name_of
from crmdesk.services.lead_values import lead_name
from crmdesk.services.record_key import RecordKey
from crmdesk.services.site_premises import sites_here
from crmdesk.storage import record_rows
from crmdesk.storage.change_history import names_of

__all__ = [
    "AlreadyConverted",
    "Candidate",
    "Carried",
    "ConversionOrder",
    "ConversionPlan",
    "Joins",
    "LeadWithoutOwner",
    "NotQualified",
    "completed",
    "lead_to_convert",
    "plan_of",
    "stored_of",
    "values_for",
]

_MOST: Final = 6
_SURE: Final[Mapping[RecordKind, frozenset[str]]] = {
    RecordKind.COMPANY: frozenset({"certain"}),
    RecordKind.SITE: frozenset({"premises"}),
    RecordKind.CONTACT: frozenset({"mobile", "mail", "name"}),
}
"""`Candidate.why` of what is surely the same (`docs/leads.md`)."""


class NotQualified(CrmError):
    """The lead was not qualified yet (`facts.md` §2: selling time is spent only then). Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} is not qualified yet. Qualify the lead first, then convert it.")


class AlreadyConverted(CrmError):
    """The lead became an account before. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} has been converted already. Open its account instead.")


class LeadWithoutOwner(CrmError):
    """The lead waits in a pool. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} is with nobody. Claim the lead first, then convert it.")


@dataclass(frozen=True, slots=True)
class Joins:
    """Which records a conversion joins; None makes a new one.

    Attributes:
        with_contact: False: no person is carried over (the lead names none, or he is not wanted).
    """

    company_id: str | None = None
    site_id: str | None = None
    contact_id: str | None = None
    with_contact: bool = True

    def joining(self, kind: RecordKind, record: str | None) -> "Joins":
        """Return these with one record more, or None for a new one; another company has other sites and people."""
        if kind is RecordKind.COMPANY:
            return Joins(company_id=record, with_contact=self.with_contact)
        if kind is RecordKind.SITE:
            return replace(self, site_id=record)
        return replace(self, contact_id=record)


@dataclass(frozen=True, slots=True)
class ConversionOrder:
    """What a person decided.

    Attributes:
        joins: records to join; None makes a new one.
        typed: values a person typed over what would be carried, by (target, column); for records that are made.
        taken: (target, column) of choices where the lead's value is to replace what the record holds.
        opportunity: values of the opportunity (`services.opportunities`), None for none.
        other_buildings: sites of the company at the same address that the new site is another building than.
        developed_by: who gets the new-customer bonus; None: the lead's owner.
    """

    joins: Joins = field(default_factory=Joins)
    typed: Mapping[tuple[RecordKind, str], object] = field(default_factory=dict)
    taken: frozenset[tuple[RecordKind, str]] = frozenset()
    opportunity: Mapping[str, object] | None = None
    other_buildings: Collection[str] = ()
    developed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An existing record the lead may belong to; `why` is a key of `views.conversion`'s words."""

    key: RecordKey
    name: str
    detail: str
    why: str


@dataclass(frozen=True, slots=True)
class ConversionPlan:
    """Everything a dialog shows.

    Attributes:
        lead_id, name: of the lead. joins: as asked for; a site that is joined brings its company.
        carried: what goes where, field by field; a target that is joined without a change has its lines too.
        companies, sites, contacts: what could be joined, the likeliest first; sites are those of the chosen company.
        site_name: what a new site would be called. opportunity_name: what a new opportunity would be called.
        follow_ups: entries that go along as activities.
        names: id → name of terms and people among the values.
    """

    lead_id: str
    name: str
    joins: Joins
    carried: tuple[Carried, ...]
    companies: tuple[Candidate, ...]
    sites: tuple[Candidate, ...]
    contacts: tuple[Candidate, ...]
    site_name: str
    opportunity_name: str
    follow_ups: int
    names: Mapping[str, str] = field(default_factory=dict)

    def candidates(self, kind: RecordKind) -> tuple[Candidate, ...]:
        """Return what could be joined of a kind, the likeliest first."""
        return {RecordKind.COMPANY: self.companies, RecordKind.SITE: self.sites, RecordKind.CONTACT: self.contacts}[kind]

    @property
    def joined(self) -> dict[RecordKind, str | None]:
        """Which record of each kind is joined, None where one is made."""
        joins = self.joins
        return {RecordKind.COMPANY: joins.company_id, RecordKind.SITE: joins.site_id, RecordKind.CONTACT: joins.contact_id}

    def sure(self, decided: Collection[RecordKind]) -> tuple[RecordKind, str] | None:
        """Return what is joined although nobody said so: the same company, the same address, the same person; the first that nobody decided.

        A company decides which sites and people there are, so ask the plan with it joined for the next.
        """
        for kind, reasons in _SURE.items():
            found = self.candidates(kind)
            if kind not in decided and self.joined[kind] is None and found and found[0].why in reasons:
                return kind, found[0].key.id
        return None


def lead_to_convert(connection: Connection, lead_id: str) -> Mapping[str, Any]:
    """Return the row of a lead that may be converted now.

    Raises:
        RecordNotFound, AlreadyConverted, LeadWithoutOwner, NotQualified: as their texts say.
    """
    lead = record_rows.fetch(connection, RecordKind.LEAD, lead_id)
    if lead is None:
        raise RecordNotFound(what=lead_id)
    name = lead_name(lead)
    if lead["status"] == LeadStatus.CONVERTED:
        raise AlreadyConverted(name=name)
    if not lead["owner_id"]:
        raise LeadWithoutOwner(name=name)
    if lead["status"] != LeadStatus.QUALIFIED:
        raise NotQualified(name=name)
    return lead


def plan_of(connection: Connection, lead_id: str, joins: Joins, language: str = "zh_CN") -> ConversionPlan:
    """Return what converting a lead would do.

    Raises:
        RecordNotFound: the lead or a record it should join is gone. AlreadyConverted, LeadWithoutOwner, NotQualified: as their
        texts say.
    """
    lead = lead_to_convert(connection, lead_id)
    joins = completed(connection, joins, lead)
    stored = stored_of(connection, joins)
    targets = (RecordKind.COMPANY, RecordKind.SITE, *((RecordKind.CONTACT,) if joins.with_contact else ()))
    entries = connection.exec_driver_sql("SELECT count(*) FROM follow_up WHERE lead_id=? AND deleted_at IS NULL", (lead_id,))
    name = lead_name(lead)
    lines = tuple(one for target in targets for one in carried(target, lead, stored[target]))
    named = {str(value) for one in lines if one.field.endswith("_id") for value in (one.value, one.stored) if value}
    return ConversionPlan(
        lead_id=lead_id,
        name=name,
        joins=joins,
        carried=lines,
        companies=_companies(connection, lead),
        sites=_sites(connection, lead, joins.company_id),
        contacts=_contacts(connection, lead, joins.company_id),
        site_name=site_name(lead),
        opportunity_name=name,
        follow_ups=int(entries.scalar_one()),
        names=names_of(connection, named, language),
    )


def completed(connection: Connection, joins: Joins, lead: Mapping[str, Any]) -> Joins:
    """Return the joins with a site's company, and without a contact where the lead names nobody."""
    company = joins.company_id
    if joins.site_id is not None:
        site = record_rows.fetch(connection, RecordKind.SITE, joins.site_id)
        if site is None:
            raise RecordNotFound(what=joins.site_id)
        company = site["company_id"]
    has_person = joins.contact_id is not None or bool(lead["person"])
    return Joins(company, joins.site_id, joins.contact_id, joins.with_contact and has_person)


def stored_of(connection: Connection, joins: Joins) -> dict[RecordKind, Mapping[str, Any] | None]:
    """Return the rows of the records that are joined, None for those that are made.

    Raises:
        RecordNotFound: one of them is gone.
    """
    asked = {RecordKind.COMPANY: joins.company_id, RecordKind.SITE: joins.site_id, RecordKind.CONTACT: joins.contact_id}
    found: dict[RecordKind, Mapping[str, Any] | None] = {}
    for kind, record in asked.items():
        found[kind] = None if record is None else record_rows.fetch(connection, kind, record)
        if record is not None and found[kind] is None:
            raise RecordNotFound(what=record)
    return found


def _companies(connection: Connection, lead: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """Return companies that may be the lead's, by the duplicate rules (`services.likely_records`)."""
    from crmdesk.services.likely_records import likely_on

    if not lead["company_name"] and not lead["credit_code"] and not lead["phone"]:
        return ()
    asked = {
        key: lead[key] for key in ("credit_code", "phone", "mobile", "province", "city", "district", "street", "address_text")
    }
    found: dict[str, Candidate] = {}
    for likely in likely_on(connection, RecordKind.SITE, {**asked, "name": lead["company_name"], "country": lead["country"]}):
        above = likely.key if likely.key.kind is RecordKind.COMPANY else likely.path[-1].key if likely.path else None
        if above is None or above.id in found:
            continue
        row = record_rows.fetch(connection, RecordKind.COMPANY, above.id) or {}
        detail = " · ".join(filter(None, (row.get("code"), likely.address)))
        found[above.id] = Candidate(above, name_of(RecordKind.COMPANY, row), detail, likely.confidence.value)
    return tuple(found.values())[:_MOST]


def _sites(connection: Connection, lead: Mapping[str, Any], company_id: str | None) -> tuple[Candidate, ...]:
    """Return the chosen company's sites, those at the lead's premises first."""
    if company_id is None:
        return ()
    asked = {**{key: lead[key] for key in ("province", "city", "district", "street", "address_text")}, "company_id": company_id}
    here = sites_here(connection, asked, None)
    found = {site.key.id: Candidate(site.key, site.name, site.address, "premises") for site in here}
    rows = connection.exec_driver_sql(
        f"""SELECT id, name, coalesce(address_text, concat(city, district, street)) FROM site
            WHERE company_id=? AND deleted_at IS NULL ORDER BY city IS NOT ?, sort_key, n LIMIT {_MOST * 4}""",
        (company_id, lead["city"]),
    )
    for site, name, address in rows:
        found.setdefault(site, Candidate(RecordKey(RecordKind.SITE, site), name, address or "", "company"))
    return tuple(found.values())


def _contacts(connection: Connection, lead: Mapping[str, Any], company_id: str | None) -> tuple[Candidate, ...]:
    """Return people who may be the lead's: the same name at the chosen company, the same mobile or mail anywhere in it."""
    if company_id is None:
        return ()
    rows = connection.exec_driver_sql(
        f"""SELECT DISTINCT c.id, c.name, s.name, CASE WHEN c.mobile=?2 THEN 'mobile' WHEN c.email=?3 THEN 'mail' ELSE 'name' END why
            FROM site s JOIN position p ON p.site_id=s.id AND p.deleted_at IS NULL AND p.ended_on IS NULL
            JOIN contact c ON c.id=p.contact_id AND c.deleted_at IS NULL
            WHERE s.company_id=?4 AND s.deleted_at IS NULL AND (c.name=?1 OR c.mobile=?2 OR c.email=?3)
            ORDER BY why<>'mobile', why<>'mail', c.name LIMIT {_MOST}""",
        (lead["person"], lead["mobile"], lead["email"], company_id),
    )
    return tuple(Candidate(RecordKey(RecordKind.CONTACT, row[0]), row[1], row[2], row[3]) for row in rows)


def values_for(
    lead: Mapping[str, Any], target: RecordKind, stored: Mapping[str, Any] | None, taken: frozenset[tuple[RecordKind, str]]
) -> dict[str, Any]:
    """Return what is written to one target, by the choices a person made."""
    return written(target, lead, stored, frozenset(name for kind, name in taken if kind is target))
