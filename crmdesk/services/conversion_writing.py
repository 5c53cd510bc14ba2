"""The writing of one conversion: each record made or filled, in the caller's transaction."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind, SiteStatus
from crmdesk.models.converting import site_name
from crmdesk.models.customer_codes import suggest_company_code, suggest_site_code
from crmdesk.services.account_writing import change_account, insert_account, writable_account
from crmdesk.services.code_suggestions import free_code
from crmdesk.services.contacts import insert_person, insert_position
from crmdesk.services.conversion_plan import ConversionOrder, completed, stored_of, values_for
from crmdesk.services.lead_values import lead_name
from crmdesk.services.opportunities import canonical_opportunity, insert_opportunity, name_person
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows

_BACK_AT_WORK: Final = frozenset({SiteStatus.LEAD.value, SiteStatus.LOST.value})
"""Statuses that a conversion moves to *fighting for deals* (`facts.md` §2); others follow the orders."""


class ConversionWriting:
    """One conversion, target by target: company, site, contact, opportunity, what was said.

    Attributes:
        joins: what it joins, completed from the records themselves.
    """

    def __init__(self, connection: Connection, lead: Mapping[str, Any], order: ConversionOrder) -> None:
        self._connection, self._lead, self._order = connection, lead, order
        self.joins = completed(connection, order.joins, lead)
        self._stored = stored_of(connection, self.joins)

    def company(self) -> RecordKey:
        """Make the company, or fill the blanks of the one that is joined.

        Raises:
            CodeTaken, FieldRefused, InvalidField: as their texts say.
        """
        values = self._values(RecordKind.COMPANY)
        if self.joins.company_id is not None:
            key = RecordKey(RecordKind.COMPANY, self.joins.company_id)
            if values:
                change_account(self._connection, key, values)
            return key
        values = {"kind": "legal", "legal_name": lead_name(self._lead)} | values | self._typed(RecordKind.COMPANY)
        if not values.get("code"):
            values["code"] = free_code(self._connection, suggest_company_code(str(values["legal_name"])))
        return insert_account(self._connection, RecordKind.COMPANY, writable_account(RecordKind.COMPANY, values))

    def site(self, company: RecordKey) -> RecordKey:
        """Make the site under a company, or fill the blanks of the one that is joined.

        Raises:
            SamePremises, CodeTaken, FieldRefused, InvalidField: as their texts say.
        """
        values = self._values(RecordKind.SITE)
        own: dict[str, Any] = {"contract_ends_on": values.pop("contract_ends_on")} if "contract_ends_on" in values else {}
        if self.joins.site_id is None:
            key = self._new_site(company, values)
        else:
            key = RecordKey(RecordKind.SITE, self.joins.site_id)
            if values:
                change_account(self._connection, key, values, other_buildings=self._order.other_buildings)
            stored = self._stored[RecordKind.SITE]
            if stored is not None and stored["status"] in _BACK_AT_WORK:
                own["status"] = SiteStatus.FIGHTING.value
        record_rows.update(self._connection, RecordKind.SITE, key.id, own)
        return key

    def _new_site(self, company: RecordKey, carried: Mapping[str, Any]) -> RecordKey:
        values = {"name": site_name(self._lead), **carried, "company_id": company.id, **self._typed(RecordKind.SITE)}
        if not values.get("code"):
            row = record_rows.fetch(self._connection, RecordKind.COMPANY, company.id) or {}
            base = str(row.get("code") or suggest_company_code(str(row.get("legal_name") or "")))
            values["code"] = free_code(self._connection, suggest_site_code(base, str(values["name"])))
        stored = writable_account(RecordKind.SITE, values)
        return insert_account(self._connection, RecordKind.SITE, stored, self._order.other_buildings)

    def contact(self, site: RecordKey) -> str | None:
        """Make the person at the site, or fill the blanks of the one that is joined and give him a job there; None without one.

        Raises:
            FieldRequired, InvalidField: as their texts say.
        """
        if not self.joins.with_contact:
            return None
        values = self._values(RecordKind.CONTACT)
        job = {"title": self._lead["job_title"]} if self._lead["job_title"] else {}
        known = self.joins.contact_id
        if known is None:
            return insert_person(self._connection, site.id, {**values, **self._typed(RecordKind.CONTACT), **job})[0]
        record_rows.update(self._connection, RecordKind.CONTACT, known, values)
        works_here = self._connection.exec_driver_sql(
            "SELECT 1 FROM position WHERE contact_id=? AND site_id=? AND deleted_at IS NULL AND ended_on IS NULL",
            (known, site.id),
        ).scalar()
        if not works_here:
            insert_position(self._connection, site.id, known, job)
        return known

    def opportunity(self, site: RecordKey, contact: str | None) -> str | None:
        """Begin the opportunity, where one is wanted.

        Raises:
            FieldRequired, InvalidField, RecordNotFound: as their texts say.
        """
        if self._order.opportunity is None:
            return None
        values = {
            "name": lead_name(self._lead),
            **{name: self._lead[name] for name in ("source_id", "campaign", "owner_id", "next_step", "next_step_on")},
            **self._order.opportunity,
            "site_id": site.id,
            "lead_id": self._lead["id"],
        }
        opportunity = insert_opportunity(self._connection, canonical_opportunity(values))
        if contact is not None:
            name_person(self._connection, opportunity, contact, None)
        return opportunity

    def take_along(self, site: RecordKey, contact: str | None) -> None:
        """Write the lead's follow-ups as activities of the site, with their authors and times; the lead keeps its own."""
        rows = self._connection.exec_driver_sql(
            "SELECT kind, happened_at, text, author_id FROM follow_up WHERE lead_id=? AND deleted_at IS NULL ORDER BY happened_at, n",
            (self._lead["id"],),
        )
        for row in rows.mappings().all():
            activity = {"id": new_id(), "site_id": site.id, "contact_id": contact, **row}
            record_rows.insert(self._connection, RecordKind.ACTIVITY, activity)

    def _values(self, target: RecordKind) -> dict[str, Any]:
        return values_for(self._lead, target, self._stored[target], self._order.taken)

    def _typed(self, target: RecordKind) -> dict[str, object]:
        return {name: value for (kind, name), value in self._order.typed.items() if kind is target}
