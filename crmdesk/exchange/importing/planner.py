"""Deciding what a row asks for: create, update or leave a company, a site and a person. The same for a dry run and an import."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import CompanyKind, RecordKind, SiteStatus
from crmdesk.exchange.fields import FIELDS
from crmdesk.exchange.importing.code_book import CodeBook
from crmdesk.exchange.importing.companies import FileCompanies, FileCompany
from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.further_addresses import FurtherAddresses
from crmdesk.exchange.importing.keys_ahead import Address, SiteKeys, address_of
from crmdesk.exchange.importing.refusals import NobodyNamed, RowRefused
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.row_content import RowContent
from crmdesk.exchange.importing.same_premises import FOLDED, SitesByPremises, unit_of
from crmdesk.exchange.importing.stored_records import StoredRecords
from crmdesk.exchange.mapping import RowRole
from crmdesk.exchange.place_names import place_name
from crmdesk.models.chinese import match_key
from crmdesk.models.company_names import branch_place, short_place
from crmdesk.models.customer_codes import check_code, suggest_company_code, suggest_site_code
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import PREMISES_FIELDS
from crmdesk.services.account_writing import CodeTaken
from crmdesk.services.record_values import Value
from crmdesk.storage import record_rows

_KINDS: Final = {RowRole.COMPANY: CompanyKind.LEGAL_ENTITY, RowRole.BRANCH: CompanyKind.BRANCH, RowRole.GROUP: CompanyKind.GROUP}
_OF_THE_PLACE: Final = frozenset(
    ("credit_code", "country", "industry_id", "source_id", "customer_kind", "grade", "owner_id", "phone", "website", "note")
)
_OF_THE_PERSON: Final = frozenset({"name", "mobile", "phone", "email", "address_text", "note"})
_LONGEST_NAME: Final = 400
_LATIN: Final = "\u2e7f"
"""Scripts written with spaces end here; what comes behind is Chinese, Japanese, Korean."""
_HEAD_OFFICE: Final = "Head office"
_FIRST_STATUS: Final = SiteStatus.FIGHTING.value
_NEVER_OVERWRITTEN: Final = frozenset({"id", "kind", "status", "sort_key"})


class Planner:
    """Plans one row after another and hands drafts to a sink; counts in the report."""

    def __init__(
        self, connection: Connection, companies: FileCompanies, sink: Sink, report: ImportReport, keys: SiteKeys
    ) -> None:
        self._companies = companies
        self._sink = sink
        self._report = report
        self._counts = tuple(report.kinds.values())
        self._counted = 0
        self._stored = StoredRecords(connection)
        self._codes = CodeBook(connection)
        self._seen_sites: dict[int, str] = {}
        self._premises = SitesByPremises(connection)
        self._keys = keys
        self._addresses = FurtherAddresses(connection, sink, report)
        self._unnamed: dict[str, tuple[str, tuple[str | None, str | None]]] = {}  # what it is called, and where inside
        self._seen_people: set[int] = set()
        self._me = record_rows.current_user(connection)
        self._today = date.isoformat(utc_now().astimezone().date())

    def take(self, content: RowContent, company: FileCompany | None) -> None:
        """Plan one row.

        Raises:
            RowRefused: its company cannot be told, or a code it brings is taken by another record. Nothing of it is planned.
        """
        if content.role is RowRole.SKIP:
            self._report.skipped += 1
            return
        if company is None:
            raise RowRefused(content.number, FIELDS["parent.name"].label, NobodyNamed())
        self._check_codes(content, company)
        if content.role in _KINDS:
            self._company(content, company, content.company)
        elif company.is_stored or company.is_written or content.company.get("legal_name") is None or content.hangs_on_parent:
            company.is_needed = True
        else:
            self._company(content, company, content.company)
        site = self._site(content, company) if content.role is RowRole.SITE or content.names_site else ""
        if content.delivery or content.further:
            place = (site or self._head_site(company), company.id)
            self._addresses.take(content.site, content.delivery, content.further, place)
        if content.person.get("name"):
            self._person(content, site or self._head_site(company))
        counted = sum([count.created + count.updated + count.unchanged for count in self._counts])
        if counted == self._counted:
            self._report.skipped += 1
        self._counted = counted

    def finish(self) -> None:
        """Plan the companies that rows hang on and no row described: a name is all that is known of them."""
        for company in self._companies.unwritten():
            name = company.name.name or company.name.credit_code or company.name.code or company.name.row_id
            values: dict[str, Value] = {"legal_name": name[:_LONGEST_NAME], "credit_code": company.name.credit_code or None}
            if company.name.code:
                values["code"] = company.name.code
            self._create_company(company, values, CompanyKind.LEGAL_ENTITY)
        self._sink.flush()

    def _check_codes(self, content: RowContent, company: FileCompany) -> None:
        """Refuse codes that are malformed, or taken by a record that this row does not mean."""
        for group, values in (("company", content.company), ("site", content.site)):
            code = values.get("code")
            if not code:
                continue
            label = FIELDS[f"{group}.code"].label
            try:
                check_code(str(code))
            except CrmError as error:
                raise RowRefused(content.number, label, error) from error
            taken = self._stored.owner_of_code(str(code))
            if taken is None:
                continue
            kind, owner = taken
            if kind.value != group or (group == "company" and owner != company.id):
                raise RowRefused(content.number, label, CodeTaken(code=code, name=self._stored.name(kind, owner)))

    def _company(self, content: RowContent, company: FileCompany, values: Mapping[str, Value]) -> None:
        if company.is_stored:
            self._update(RecordKind.COMPANY, company.id, {**values, **self._moved(company)})
            company.is_written = True
        elif company.is_written:
            return  # a second row of the same company: only its site is new
        else:
            kind = _KINDS.get(content.role, CompanyKind.LEGAL_ENTITY)
            self._create_company(company, values, CompanyKind(str(values.get("kind") or kind.value)))

    def _moved(self, company: FileCompany) -> dict[str, Value]:
        return {"parent_id": company.parent_id} if company.parent is not None and company.parent_id != company.id else {}

    def _create_company(self, company: FileCompany, values: Mapping[str, Value], kind: CompanyKind) -> None:
        row = dict(values)
        row["legal_name"] = (
            row.get("legal_name") or row.get("short_name") or company.name.name or company.name.credit_code or company.name.code
        )
        code = str(row.get("code") or "")
        if code and self._codes.reserve(code):
            company.code = code
        row |= {"code": self._code(company, str(row.get("short_name") or row["legal_name"]), kind)}
        row |= {"id": company.id, "parent_id": company.parent_id, "kind": kind.value}
        if kind is CompanyKind.BRANCH and company.parent is not None and not row.get("short_name"):
            # below its company a branch is told by its place; forty rows that begin alike tell nothing
            row["short_name"] = place_name(str(row["legal_name"]), company.parent.name.name)[:100] or None
        row["sort_key"] = sort_key(str(row.get("short_name") or row["legal_name"]))
        self._sink.insert(RecordKind.COMPANY, self._graded(row))
        company.is_written = True
        self._report.kinds[RecordKind.COMPANY].created += 1

    def _code(self, company: FileCompany, name: str, kind: CompanyKind = CompanyKind.LEGAL_ENTITY) -> str:
        """Return a company's code; one that has none yet gets it now, though its own row may come later.

        A branch is coded by its parent and its place (ABB-CC), any other company by its name.
        """
        if company.code:
            return company.code
        if company.name.code and self._codes.reserve(company.name.code):
            company.code = company.name.code
            return company.code
        base = ""
        if kind is CompanyKind.BRANCH and company.parent is not None:
            place = branch_place(name, company.parent.name.name)
            if place and place != name:
                base = suggest_site_code(self._code(company.parent, company.parent.name.name), place)
        own = name if company.parent is None else place_name(name, company.parent.name.name)
        company.code = self._codes.take(base or suggest_company_code(own))
        return company.code

    def _site(self, content: RowContent, company: FileCompany) -> str:
        values = dict(content.site)
        name = self._site_name(content, company)
        values["name"] = name
        if content.role is RowRole.SITE and content.hangs_on_parent:
            # the row is about the place, whatever its columns are called
            for column, value in content.company.items():
                if column in _OF_THE_PLACE:
                    values.setdefault(column, value)
        address = address_of(values)
        identity = hash((company.id, values.get("code") or (self._keys.name(name), self._keys.match(address))))
        if identity in self._seen_sites:
            return self._seen_sites[identity]
        site_id = self._stored.site(company, values) if company.is_stored or values.get("code") else None
        if site_id is not None:
            self._update(RecordKind.SITE, site_id, values)
        else:
            is_named = content.site.get("name") is not None or content.role is RowRole.SITE
            site_id = self._site_or_unit(company, values, address, is_named=is_named)
        self._seen_sites[identity] = site_id
        if not company.is_stored:
            company.head_site = company.head_site or site_id
        return site_id

    def _site_or_unit(self, company: FileCompany, values: dict[str, Value], address: Address, *, is_named: bool) -> str:
        """Return the new site; at the address of another site of the company, that one, with a new unit (`facts.md` §1.2).

        A name of the file's own (马连道店) is the site's; the head office that was put there for want of a name becomes the unit.
        """
        key = self._keys.premises(address)
        here = self._premises.find(company.id, key, is_stored=company.is_stored)
        if here is None:
            values["premises_key"] = key
            site_id = self._create_site(company, values)
            self._premises.add(company.id, key, site_id)
            if not is_named:
                self._unnamed[site_id] = str(values["name"]), self._keys.inside(address)
            return site_id
        self._report.warnings[FOLDED] += 1
        unit, count = unit_of(values, self._keys.inside(address)), self._report.kinds[RecordKind.UNIT]
        if is_named and here in self._unnamed:
            self._sink.flush()
            stored = self._stored.row(RecordKind.SITE, here)
            former, inside = self._unnamed.pop(here)
            unit = unit_of({**{field: stored.get(field) for field in PREMISES_FIELDS}, "name": former}, inside)
            self._sink.update(RecordKind.SITE, here, self._named_anew(stored, values))
        if self._premises.unit(here, str(unit["name"])) is None:
            self._sink.insert(RecordKind.UNIT, {"id": new_id(), "site_id": here, **unit})
            count.created += 1
        else:
            count.unchanged += 1
        return here

    def _named_anew(self, stored: Mapping[str, Value], values: Mapping[str, Value]) -> dict[str, Value]:
        """Return a site's new name with the address as that row writes it, and what the row knows and the site does not."""
        blanks = ("place_kind", *sorted(_OF_THE_PLACE))
        filled = {column: values[column] for column in blanks if values.get(column) is not None and stored.get(column) is None}
        address = {field: values.get(field) for field in PREMISES_FIELDS}
        return {**self._graded(filled), **address, "name": values["name"], "sort_key": sort_key(str(values["name"]))}

    def _create_site(self, company: FileCompany, values: dict[str, Value]) -> str:
        site_id = new_id()
        code = str(values.get("code") or "")
        if not code or not self._codes.reserve(code):
            values["code"] = self._codes.take(
                suggest_site_code(self._code(company, company.name.name), *self._places(company, values))
            )
        values |= {"id": site_id, "company_id": company.id, "status": _FIRST_STATUS}
        values["sort_key"] = self._keys.sort(str(values["name"]))
        values["owned_since"] = iso_ms(utc_now()) if values.get("owner_id") else None
        self._sink.insert(RecordKind.SITE, self._graded(values))
        self._report.kinds[RecordKind.SITE].created += 1
        return site_id

    def _places(self, company: FileCompany, values: Mapping[str, Value]) -> tuple[str, ...]:
        """Return what tells a site's code from its company's: town and name, each said once; nothing for a branch's own site."""
        town, name = short_place(str(values.get("city") or values.get("province") or "")), str(values["name"])
        if company.parent is not None and name == place_name(company.name.name, company.parent.name.name):
            return ()
        if name.startswith(_HEAD_OFFICE):
            return (town,)
        return (name,) if town and name.startswith(town) else (town, name)

    def _site_name(self, content: RowContent, company: FileCompany) -> str:
        """Return the site's own name: given, or the place part of a registered name, or "head office" of a company."""
        if given := content.site.get("name"):
            return str(given)
        registered = str(content.company.get("legal_name") or "")
        owner = company.name.name
        if content.role is RowRole.SITE:
            place = place_name(registered, owner, content.parent.get("top_name", ""))
            return (place or registered or str(content.site.get("city") or owner))[:200]
        if content.role is RowRole.BRANCH and company.parent is not None:
            place = place_name(registered, company.parent.name.name)
            if place:
                return place[:200]
        town = str(content.site.get("city") or content.site.get("province") or "")
        if max(f"{registered}{town}", default="") <= _LATIN:
            return f"{_HEAD_OFFICE} {town}".strip()
        return f"{short_place(town)}总部"

    def _head_site(self, company: FileCompany) -> str:
        """Return the site a person without a place of his own is put at; made when the company has none."""
        if not company.head_site and company.is_stored:
            company.head_site = self._stored.first_site(company.id) or ""
        if not company.head_site:
            company.head_site = self._create_site(company, {"name": company.name.name[:200] or company.name.code})
            company.is_needed = True
        return company.head_site

    def _person(self, content: RowContent, site_id: str) -> None:
        person = content.person
        identity = hash((site_id, person.get("email") or person.get("mobile") or match_key(str(person["name"]))))
        if identity in self._seen_people:
            return
        self._seen_people.add(identity)
        stored = self._stored.person(site_id, person)
        own = {column: value for column, value in person.items() if column in _OF_THE_PERSON}
        job = {column: value for column, value in person.items() if column in {"title", "department", "is_main"}}
        if stored is not None:
            contact_id, position_id = stored
            changed = self._update(RecordKind.CONTACT, contact_id, own, counted=False)
            changed = self._update(RecordKind.POSITION, position_id, job, counted=False) or changed
            count = self._report.kinds[RecordKind.CONTACT]
            count.updated, count.unchanged = count.updated + changed, count.unchanged + (not changed)
            return
        contact_id = new_id()
        self._sink.insert(RecordKind.CONTACT, {"id": contact_id, **own})
        self._sink.insert(
            RecordKind.POSITION,
            {"id": new_id(), "contact_id": contact_id, "site_id": site_id, **job, "is_main": job.get("is_main") or 0},
        )
        self._report.kinds[RecordKind.CONTACT].created += 1

    def _update(self, kind: RecordKind, record_id: str, values: Mapping[str, Value], *, counted: bool = True) -> bool:
        """Change what differs; what the file leaves empty stays as it is."""
        stored = self._stored.row(kind, record_id)
        changed = {
            column: value
            for column, value in values.items()
            if value is not None and column not in _NEVER_OVERWRITTEN and stored.get(column) != value
        }
        if changed:
            self._sink.update(kind, record_id, self._graded(changed))
        if counted:
            count = self._report.kinds[kind]
            count.updated, count.unchanged = count.updated + bool(changed), count.unchanged + (not changed)
        return bool(changed)

    def _graded(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        return {**values, "graded_at": self._today, "graded_by": self._me} if values.get("grade") else values
