"""What may be stored in a lead: canonical values, its name, and the writing inside a transaction somebody else began."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError, InvalidField, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.services.record_values import Value, canonical_values, with_written_phones
from crmdesk.storage import record_rows


class LeadWithoutName(InvalidField):
    """A lead names neither a company nor a person. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "A lead needs the name of a company or of a person.")


class LeadConverted(CrmError):
    """A converted lead is closed: work goes on at its account. Params: `name`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{name} was converted. Work goes on at its account; take the conversion back to change it."
    )


class OwnerOrPool(InvalidField):
    """A new lead was given both an owner and a pool. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "A lead is with one person or in one pool, not both.")


def lead_name(row: Mapping[str, Any]) -> str:
    """Return what a lead is called: its company, or its person."""
    return str(row.get("company_name") or row.get("person") or "")


def canonical_lead(values: Mapping[str, object], country: str | None = None) -> dict[str, Value]:
    """Return the stored form of a lead's typed values; phones as `country` (its own, when among the values) writes them.

    Raises:
        UnknownField: a key is no field, or the program sets it. InvalidField: a value does not fit.
    """
    stored = canonical_values(RecordKind.LEAD, values)
    if "is_locked" in stored and stored["is_locked"] is None:
        stored["is_locked"] = 0
    return with_written_phones(RecordKind.LEAD, stored, str(stored.get("country") or country or ""))


def insert_lead(
    connection: Connection, values: Mapping[str, Value], *, owner_id: str | None = None, pool_id: str | None = None
) -> str:
    """Insert a lead with `canonical_lead` values, with one person, in one pool, or (neither) with nobody; return its id.

    Raises:
        LeadWithoutName, OwnerOrPool: as their texts say. RecordNotFound: no such person or pool.
    """
    refuse_nameless(values)
    if owner_id and pool_id:
        raise OwnerOrPool
    row: dict[str, Value] = {key: value for key, value in values.items() if value is not None}
    now = iso_ms(utc_now())
    if owner_id:
        refuse_missing(connection, RecordKind.USER, owner_id)
        row |= {"owner_id": owner_id, "owned_since": now}
    if pool_id:
        refuse_missing(connection, RecordKind.POOL, pool_id)
        row |= {"pool_id": pool_id, "pooled_at": now}
    lead_id = new_id()
    record_rows.insert(connection, RecordKind.LEAD, {"id": lead_id, "status": LeadStatus.NEW.value, **row})
    return lead_id


def refuse_nameless(values: Mapping[str, Any]) -> None:
    """Raise `LeadWithoutName` for values that name neither company nor person."""
    if not lead_name(values):
        raise LeadWithoutName


def refuse_missing(connection: Connection, kind: RecordKind, record_id: str) -> None:
    """Raise `RecordNotFound` when no living record of this kind has this id."""
    if record_rows.fetch(connection, kind, record_id) is None:
        raise RecordNotFound(what=record_id)
