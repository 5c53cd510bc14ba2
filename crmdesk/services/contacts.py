"""The people of a site: contacts with their positions, edited as one list."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.remarks import Remark
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.phones import check_phone
from crmdesk.services.record_fields import CONTACT_FIELDS, POSITION_FIELDS
from crmdesk.services.record_values import FieldRequired, Value, canonical_values, with_written_phones
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

_CONTACT_KEYS: Final = frozenset(info.key for info in CONTACT_FIELDS)
_POSITION_KEYS: Final = frozenset(info.key for info in POSITION_FIELDS)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person at a site with the present position there; `position_id` names the row."""

    position_id: str
    contact_id: str
    name: str
    title: str | None
    department: str | None
    mobile: str | None
    phone: str | None
    email: str | None
    is_main: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class ContactSaved:
    """The site's people after a command, and what it touched."""

    rows: tuple[ContactRow, ...]
    changes: Changes
    position_id: str


class ContactService:
    """People of sites; at most one of a site is its main contact."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_site(self, site_id: str) -> tuple[ContactRow, ...]:
        """Return the people who work at a site now, the main contact first, then by name."""
        with self._store.read() as connection:
            return _rows(connection, site_id)

    def check(self, values: Mapping[str, object], country: str | None = None) -> tuple[Remark, ...]:
        """Return warnings about a row as typed (phones)."""
        remarks = []
        for field in ("mobile", "phone"):
            text = str(values.get(field) or "").strip()
            remark = check_phone(text, country or "CN") if text else None
            if remark is not None:
                remarks.append(Remark(remark.severity, field, remark.template, remark.params))
        return tuple(remarks)

    def add(self, site_id: str, values: Mapping[str, object], *, source: str = "window", initiator: str = "") -> ContactSaved:
        """Add a person to a site.

        Raises:
            FieldRequired: the name is empty. InvalidField: a value does not fit. RecordNotFound: no such site.
        """
        with self._store.unit_of_work(label=str(values.get("name") or ""), source=source, initiator=initiator) as uow:
            _, position_id = insert_person(uow.connection, site_id, values)
            changes = uow.commit()
        return ContactSaved(self.of_site(site_id), changes, position_id)

    def change(
        self, position_id: str, values: Mapping[str, object], *, source: str = "window", initiator: str = ""
    ) -> ContactSaved:
        """Change fields of a person or of the position.

        Raises:
            RecordNotFound: the row is gone. InvalidField: a value does not fit.
        """
        contact, position = _split(values)
        with self._store.unit_of_work(label=str(values.get("name") or ""), source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.POSITION, position_id)
            if row is None:
                raise RecordNotFound(what=position_id)
            site = record_rows.fetch(uow.connection, RecordKind.SITE, row["site_id"]) or {}
            contact = with_written_phones(RecordKind.CONTACT, contact, site.get("country"))
            record_rows.update(uow.connection, RecordKind.CONTACT, row["contact_id"], contact)
            if position.get("is_main"):
                _demote_others(uow.connection, row["site_id"], position_id)
            record_rows.update(uow.connection, RecordKind.POSITION, position_id, position)
            changes = uow.commit()
        return ContactSaved(self.of_site(row["site_id"]), changes, position_id)

    def remove(self, position_id: str, *, source: str = "window", initiator: str = "") -> ContactSaved:
        """Take a person from a site; somebody with no other position goes too. Undo brings both back.

        Raises:
            RecordNotFound: the row is gone already.
        """
        at = iso_ms(utc_now())
        with self._store.unit_of_work(source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.POSITION, position_id)
            if row is None:
                raise RecordNotFound(what=position_id)
            record_rows.bury(uow.connection, RecordKind.POSITION, [position_id], at)
            left = uow.connection.exec_driver_sql(
                "SELECT count(*) FROM position WHERE contact_id=? AND deleted_at IS NULL", (row["contact_id"],)
            ).scalar_one()
            if not left:
                record_rows.bury(uow.connection, RecordKind.CONTACT, [row["contact_id"]], at)
            changes = uow.commit()
        return ContactSaved(self.of_site(row["site_id"]), changes, position_id)


def insert_person(connection: Connection, site_id: str, values: Mapping[str, object]) -> tuple[str, str]:
    """Add a person to a site in the caller's transaction; return the ids of contact and position.

    Raises:
        FieldRequired: the name is empty. InvalidField: a value does not fit. RecordNotFound: no such site.
    """
    contact, position = _split(values)
    if not contact.get("name"):
        raise FieldRequired(field="Name")
    site = record_rows.fetch(connection, RecordKind.SITE, site_id)
    if site is None:
        raise RecordNotFound(what=site_id)
    contact = with_written_phones(RecordKind.CONTACT, contact, site["country"])
    contact_id = new_id()
    record_rows.insert(connection, RecordKind.CONTACT, {"id": contact_id, **_filled(contact)})
    return contact_id, insert_position(connection, site_id, contact_id, position)


def insert_position(connection: Connection, site_id: str, contact_id: str, position: Mapping[str, Value]) -> str:
    """Give a contact a job at a site in the caller's transaction; return its id. A new main contact takes the former's place."""
    position_id = new_id()
    if position.get("is_main"):
        _demote_others(connection, site_id, position_id)
    row = {"id": position_id, "contact_id": contact_id, "site_id": site_id, **_filled(position)}
    record_rows.insert(connection, RecordKind.POSITION, row)
    return position_id


def _split(values: Mapping[str, object]) -> tuple[dict[str, Value], dict[str, Value]]:
    contact = canonical_values(RecordKind.CONTACT, {key: value for key, value in values.items() if key not in _POSITION_KEYS})
    position = canonical_values(RecordKind.POSITION, {key: value for key, value in values.items() if key in _POSITION_KEYS})
    if position.get("is_main", 0) is None:
        position["is_main"] = 0
    return contact, position


def _filled(values: Mapping[str, Value]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _demote_others(connection: Connection, site_id: str, position_id: str) -> None:
    connection.exec_driver_sql(
        "UPDATE position SET is_main=0 WHERE site_id=? AND id<>? AND is_main=1 AND deleted_at IS NULL", (site_id, position_id)
    )


def _rows(connection: Connection, site_id: str) -> tuple[ContactRow, ...]:
    found = connection.exec_driver_sql(
        """SELECT p.id position_id, c.id contact_id, c.name, p.title, p.department, c.mobile, c.phone, c.email, p.is_main, c.note
           FROM position p JOIN contact c ON c.id=p.contact_id AND c.deleted_at IS NULL
           WHERE p.site_id=? AND p.deleted_at IS NULL AND p.ended_on IS NULL ORDER BY p.is_main DESC, c.name, p.n""",
        (site_id,),
    ).mappings()
    names = [item.name for item in fields(ContactRow)]
    return tuple(ContactRow(**{**{name: row[name] for name in names}, "is_main": bool(row["is_main"])}) for row in found)
