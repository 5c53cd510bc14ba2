"""Conversion: a qualified lead becomes company, site, contact and opportunity, in one action that can be taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, LeadStatus, RecordKind
from crmdesk.services.conversion_plan import ConversionOrder, ConversionPlan, Joins, lead_to_convert, plan_of
from crmdesk.services.conversion_writing import ConversionWriting
from crmdesk.services.lead_values import lead_name
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import conversion_rows, record_rows
from crmdesk.storage.conversion_rows import BuiltOn
from crmdesk.storage.reversal import take_back
from crmdesk.storage.reversal_tables import Span
from crmdesk.storage.store import Store

__all__ = ["BuiltOn", "BuiltUpon", "ConversionService", "Converted", "ConvertedElsewhere", "Developed", "NotConverted"]


class BuiltUpon(CrmError):
    """Something was built on a conversion since: it is not taken back as a whole. Params: `name`, `count`.

    Attributes:
        built: what it was, the first two hundred.
    """

    template = QT_TRANSLATE_NOOP(
        "errors", "The conversion of {name} cannot be undone: {count} things were built on it since. Take those back first."
    )

    def __init__(self, built: tuple[BuiltOn, ...], **params: Any) -> None:
        super().__init__(count=len(built), **params)
        self.built = built


class ConvertedElsewhere(CrmError):
    """The lead was converted on another computer, whose log knows what to take back. Params: `name`, `who`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} was converted by {who} on another computer and can only be undone there.")


class NotConverted(CrmError):
    """There is no conversion to take back. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} has not been converted.")


@dataclass(frozen=True, slots=True)
class Converted:
    """What a conversion made or joined."""

    company: RecordKey
    site: RecordKey
    contact_id: str | None
    opportunity_id: str | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Developed:
    """A line of the list of new customers: who developed which account when; `is_new_company`, `is_new_site`: it was not known before."""

    user_id: str | None
    user: str
    at: datetime
    lead_id: str
    site: RecordKey
    site_name: str
    company_name: str
    is_new_company: bool
    is_new_site: bool


class ConversionService:
    """Converts leads. `plan`, `built_on` and `developed` from any thread, the rest on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, lead_id: str, joins: Joins | None = None, language: str = "zh_CN") -> ConversionPlan:
        """Return what converting a lead would do, names in `language`; with no joins given, everything is made new.

        Raises:
            RecordNotFound, AlreadyConverted, LeadWithoutOwner, NotQualified: as their texts say.
        """
        with self._store.read() as connection:
            return plan_of(connection, lead_id, joins or Joins(), language)

    def convert(
        self, lead_id: str, order: ConversionOrder | None = None, *, source: str = "window", initiator: str = ""
    ) -> Converted:
        """Convert a lead: all of it, or nothing.

        Raises:
            RecordNotFound, AlreadyConverted, LeadWithoutOwner, NotQualified, SamePremises, CodeTaken, FieldRequired, InvalidField:
            as their texts say; nothing is stored then.
        """
        order = order or ConversionOrder()
        label = self._name(lead_id)
        with self._store.unit_of_work(action=ActionKind.CONVERT, label=label, source=source, initiator=initiator) as uow:
            connection = uow.connection
            lead = lead_to_convert(connection, lead_id)
            writing = ConversionWriting(connection, lead, order)
            joins = writing.joins
            company = writing.company()
            site = writing.site(company)
            contact = writing.contact(site)
            opportunity = writing.opportunity(site, contact)
            writing.take_along(site, contact)
            now, me = iso_ms(utc_now()), record_rows.current_user(connection)
            record_rows.update(
                connection,
                RecordKind.LEAD,
                lead_id,
                {
                    "status": LeadStatus.CONVERTED.value,
                    "company_id": company.id,
                    "site_id": site.id,
                    "contact_id": contact,
                    "converted_at": now,
                    "converted_by": me,
                },
            )
            record_rows.insert(
                connection,
                RecordKind.CONVERSION,
                {
                    "id": new_id(),
                    "lead_id": lead_id,
                    "company_id": company.id,
                    "site_id": site.id,
                    "contact_id": contact,
                    "opportunity_id": opportunity,
                    "new_company": int(joins.company_id is None),
                    "new_site": int(joins.site_id is None),
                    "new_contact": int(contact is not None and joins.contact_id is None),
                    "developed_by": order.developed_by or lead["owner_id"],
                    "converted_at": now,
                    "converted_by": me,
                },
            )
            return Converted(company, site, contact, opportunity, uow.commit())

    def built_on(self, lead_id: str) -> tuple[BuiltOn, ...]:
        """Return what was built on a lead's conversion since: it is in the way of taking it back; nothing when it can be.

        Raises:
            NotConverted, ConvertedElsewhere: as their texts say.
        """
        with self._store.read() as connection:
            return conversion_rows.built_on(connection, _made_by(connection, lead_id))

    def undo(self, lead_id: str, *, source: str = "window", initiator: str = "") -> Changes:
        """Take a conversion back as a whole, however late: what it made goes, what it filled is blank again, the lead is a lead.

        Raises:
            NotConverted, ConvertedElsewhere: as their texts say. BuiltUpon: something was built on it; nothing is changed then.
        """
        name = self._name(lead_id)
        with self._store.unit_of_work(action=ActionKind.UNDO, label=name, source=source, initiator=initiator) as uow:
            made = _made_by(uow.connection, lead_id)
            built = conversion_rows.built_on(uow.connection, made)
            if built:
                raise BuiltUpon(built, name=name)
            take_back(uow.connection, Span(made.first_seq, made.last_seq), iso_ms(utc_now()))
            uow.takes_back(made.id)
            return uow.commit()

    def _name(self, lead_id: str) -> str:
        with self._store.read() as connection:
            lead = record_rows.fetch(connection, RecordKind.LEAD, lead_id)
        return "" if lead is None else lead_name(lead)

    def developed(self, since: date, until: date, user_id: str | None = None) -> tuple[Developed, ...]:
        """Return who developed which customers between two days (both counted, local time), the latest first."""
        with self._store.read() as connection:
            rows = conversion_rows.developed(connection, since, until, user_id)
        return tuple(
            Developed(
                row.developed_by, row.user or "", from_iso(row.converted_at), row.lead_id, RecordKey(RecordKind.SITE, row.site_id),
                row.site or "", row.company or "", bool(row.new_company), bool(row.new_site),
            )
            for row in rows
        )  # fmt: skip


def _made_by(connection: Connection, lead_id: str) -> conversion_rows.Made:
    found = conversion_rows.made_by(connection, lead_id)
    if found is not None:
        return found
    row = connection.exec_driver_sql(
        """SELECT coalesce(nullif(l.company_name,''), l.person), l.status, u.name FROM lead l LEFT JOIN app_user u ON u.id=l.converted_by
           WHERE l.id=?""",
        (lead_id,),
    ).first()
    if row is not None and row[1] == LeadStatus.CONVERTED:
        raise ConvertedElsewhere(name=row[0], who=row[2] or "—")
    raise NotConverted(name=lead_id if row is None else row[0])
