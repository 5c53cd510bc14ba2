"""Opportunities: what may be sold at a site. Read, created, saved, moved from stage to stage, deleted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import ChangedMeanwhile, CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.money import USUAL, Money, read_amount
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import BuyingRole, RecordKind
from crmdesk.services.accounts import PathPart
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, Value, canonical_values
from crmdesk.services.stages import StageRow, stages
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

AMOUNT: Final = "amount"
"""Key by which commands take an amount as typed (`core.money.read_amount`); stored as `amount_minor` and `currency`."""


People = Mapping[str, BuyingRole | None]
"""Contact id → what that person has to say, None while nobody knows."""


class OpportunityNeedsSite(CrmError):
    """An opportunity was to hang on something else than an account (`facts.md` §2: a lead carries none). Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "An opportunity belongs to an account. Convert the lead first.")


@dataclass(frozen=True, slots=True)
class PersonAtOpportunity:
    """Somebody who has a say; `role` is None while nobody knows which."""

    id: str
    contact_id: str
    name: str
    title: str | None
    role: BuyingRole | None


@dataclass(frozen=True, slots=True)
class OpportunityRecord:
    """One opportunity as a form shows it.

    Attributes:
        values: every field of the catalogue by key, as stored.
        site, path: the account and the companies above it, the topmost first.
        stage: as it stands now; one of another language or a retired one too.
        money: None without an amount.
        lead_id: the lead it grew from.
    """

    id: str
    name: str
    values: Mapping[str, Value]
    site: PathPart
    path: tuple[PathPart, ...]
    stage: StageRow
    money: Money | None
    owner: str | None
    people: tuple[PersonAtOpportunity, ...]
    lead_id: str | None


@dataclass(frozen=True, slots=True)
class OpportunitySaved:
    """What a command did: the record afterwards and what it touched."""

    record: OpportunityRecord
    changes: Changes


class OpportunityService:
    """Opportunities. Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, opportunity_id: str, language: str = "zh_CN") -> OpportunityRecord:
        """Return one opportunity.

        Raises:
            RecordNotFound: it was deleted, or never was.
        """
        with self._store.read() as connection:
            return read_opportunity(connection, opportunity_id, language)

    def of_site(self, site_id: str, language: str = "zh_CN") -> tuple[OpportunityRecord, ...]:
        """Return the opportunities of a site: open ones first, the next to be decided first."""
        with self._store.read() as connection:
            ids = connection.exec_driver_sql(
                """SELECT id FROM opportunity WHERE site_id=? AND deleted_at IS NULL
                   ORDER BY closed_at IS NOT NULL, closes_on IS NULL, closes_on, n LIMIT 500""",
                (site_id,),
            ).scalars()
            return tuple(read_opportunity(connection, one, language) for one in ids.all())

    def create(
        self,
        values: Mapping[str, object],
        people: People | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> OpportunitySaved:
        """Create an opportunity at `site_id`; without a stage it begins with the first one, without an owner with the site's.

        Raises:
            OpportunityNeedsSite: `site_id` names no living site. FieldRequired: the name is empty. InvalidField: a value does
            not fit. RecordNotFound: no such stage.
        """
        stored = canonical_opportunity(values)
        with self._store.unit_of_work(label=str(stored.get("name") or ""), source=source, initiator=initiator) as uow:
            opportunity_id = insert_opportunity(uow.connection, stored)
            _set_people(uow.connection, opportunity_id, people)
            changes = uow.commit()
        return OpportunitySaved(self.open(opportunity_id), changes)

    def save(
        self,
        opportunity_id: str,
        changed: Mapping[str, object],
        base: Mapping[str, Value] | None = None,
        people: People | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> OpportunitySaved:
        """Save the changed fields and, when given, exactly these people; `base` is what the form had read for the fields.

        Raises:
            ChangedMeanwhile: one of these fields no longer holds its `base` value. InvalidField, RecordNotFound: as their texts say.
        """
        with self._store.unit_of_work(source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.OPPORTUNITY, opportunity_id)
            if row is None:
                raise RecordNotFound(what=opportunity_id)
            stored = canonical_opportunity(changed, str(row["currency"] or USUAL))
            if base is not None and any(row[field] != base[field] for field in stored if field in base):
                raise ChangedMeanwhile(name=row["name"])
            if stored:
                changed_row = _with_closing(uow.connection, row, stored)
                record_rows.update(uow.connection, RecordKind.OPPORTUNITY, opportunity_id, changed_row)
            _set_people(uow.connection, opportunity_id, people)
            changes = uow.commit()
        return OpportunitySaved(self.open(opportunity_id), changes)

    def set_stage(self, ids: Collection[str], stage_id: str, *, source: str = "window", initiator: str = "") -> Changes:
        """Move opportunities to a stage; a won or lost one is closed now, one that leaves such a stage is open again.

        Raises:
            RecordNotFound: no such stage, or one of the opportunities is gone; nothing is changed then.
        """
        with self._store.unit_of_work(source=source, initiator=initiator) as uow:
            for opportunity_id in ids:
                row = record_rows.fetch(uow.connection, RecordKind.OPPORTUNITY, opportunity_id)
                if row is None:
                    raise RecordNotFound(what=opportunity_id)
                changed = _with_closing(uow.connection, row, {"stage_id": stage_id})
                record_rows.update(uow.connection, RecordKind.OPPORTUNITY, opportunity_id, changed)
            return uow.commit()

    def delete(self, ids: Collection[str], *, source: str = "window", initiator: str = "") -> Changes:
        """Mark opportunities deleted, with what hangs on them; undo brings them back."""
        at = iso_ms(utc_now())
        with self._store.unit_of_work(source=source, initiator=initiator) as uow:
            record_rows.bury(uow.connection, RecordKind.OPPORTUNITY, list(ids), at)
            uow.connection.exec_driver_sql(
                "UPDATE opportunity_contact SET deleted_at=? WHERE opportunity_id=? AND deleted_at IS NULL",
                [(at, one) for one in ids],
            )
            return uow.commit()

    def add_person(
        self, opportunity_id: str, contact_id: str, role: BuyingRole | None = None, *, initiator: str = ""
    ) -> OpportunitySaved:
        """Name somebody who has a say; one who is named already gets the role.

        Raises:
            RecordNotFound: the opportunity or the contact is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            for kind, record in ((RecordKind.OPPORTUNITY, opportunity_id), (RecordKind.CONTACT, contact_id)):
                if record_rows.fetch(uow.connection, kind, record) is None:
                    raise RecordNotFound(what=record)
            name_person(uow.connection, opportunity_id, contact_id, role)
            changes = uow.commit()
        return OpportunitySaved(self.open(opportunity_id), changes)

    def remove_person(self, opportunity_id: str, contact_id: str, *, initiator: str = "") -> OpportunitySaved:
        """Take somebody off again."""
        with self._store.unit_of_work(initiator=initiator) as uow:
            uow.connection.exec_driver_sql(
                "UPDATE opportunity_contact SET deleted_at=? WHERE opportunity_id=? AND contact_id=? AND deleted_at IS NULL",
                (iso_ms(utc_now()), opportunity_id, contact_id),
            )
            changes = uow.commit()
        return OpportunitySaved(self.open(opportunity_id), changes)


def canonical_opportunity(values: Mapping[str, object], currency: str = USUAL) -> dict[str, Value]:
    """Return values as stored; `amount` as typed becomes `amount_minor` and `currency`.

    Raises:
        InvalidField: a value does not fit.
    """
    stored = canonical_values(RecordKind.OPPORTUNITY, {key: value for key, value in values.items() if key != AMOUNT})
    if AMOUNT in values:
        money = read_amount(values[AMOUNT] if values[AMOUNT] is not None else "", str(stored.get("currency") or currency))
        stored |= {"amount_minor": None if money is None else money.minor, "currency": None if money is None else money.currency}
    return stored


def insert_opportunity(connection: Connection, values: Mapping[str, Value]) -> str:
    """Insert an opportunity with `canonical_opportunity` values in the caller's transaction; return its id.

    Raises:
        OpportunityNeedsSite, FieldRequired, RecordNotFound: as `OpportunityService.create`.
    """
    site = record_rows.fetch(connection, RecordKind.SITE, str(values.get("site_id") or ""))
    if site is None:
        raise OpportunityNeedsSite
    if not values.get("name"):
        raise FieldRequired(field="Opportunity")
    known = stages(connection)
    stage = values.get("stage_id") or next((row.id for row in known if not row.is_closed), None)
    if stage is None:
        raise RecordNotFound(what="stage")
    row = {key: value for key, value in values.items() if value is not None and key != "stage_id"}
    owner = site["owner_id"] or record_rows.current_user(connection)
    if owner is not None:
        row.setdefault("owner_id", owner)
    opportunity_id = new_id()
    record_rows.insert(
        connection, RecordKind.OPPORTUNITY, {"id": opportunity_id, **row, **_with_closing(connection, {}, {"stage_id": stage})}
    )
    return opportunity_id


def name_person(connection: Connection, opportunity_id: str, contact_id: str, role: BuyingRole | None) -> None:
    """Name somebody at an opportunity in the caller's transaction."""
    stored = None if role is None else role.value
    known = connection.exec_driver_sql(
        "SELECT id FROM opportunity_contact WHERE opportunity_id=? AND contact_id=? AND deleted_at IS NULL",
        (opportunity_id, contact_id),
    ).scalar()
    if known is None:
        row = {"id": new_id(), "opportunity_id": opportunity_id, "contact_id": contact_id, "role": stored}
        record_rows.insert(connection, RecordKind.OPPORTUNITY_CONTACT, row)
    else:
        record_rows.update(connection, RecordKind.OPPORTUNITY_CONTACT, known, {"role": stored})


def _set_people(connection: Connection, opportunity_id: str, people: People | None) -> None:
    """Name exactly these people; None leaves everybody as it is."""
    if people is None:
        return
    named = {one.contact_id: one.role for one in _people(connection, opportunity_id)}
    at = iso_ms(utc_now())
    for contact_id in named.keys() - people.keys():
        connection.exec_driver_sql(
            "UPDATE opportunity_contact SET deleted_at=? WHERE opportunity_id=? AND contact_id=? AND deleted_at IS NULL",
            (at, opportunity_id, contact_id),
        )
    for contact_id, role in people.items():
        if contact_id not in named or named[contact_id] is not role:
            name_person(connection, opportunity_id, contact_id, role)


def _with_closing(connection: Connection, row: Mapping[str, Any], changed: Mapping[str, Value]) -> dict[str, Value]:
    """Return changed values with the moment of closing, where the stage changes."""
    if "stage_id" not in changed:
        return dict(changed)
    stage = next((one for one in stages(connection, retired=True) if one.id == changed["stage_id"]), None)
    if stage is None:
        raise RecordNotFound(what=changed["stage_id"] or "stage")
    was = row.get("closed_at")
    return {**changed, "closed_at": None if not stage.is_closed else was or iso_ms(utc_now())}


def read_opportunity(connection: Connection, opportunity_id: str, language: str = "zh_CN") -> OpportunityRecord:
    """Return an opportunity on an open connection.

    Raises:
        RecordNotFound: it was deleted, or never was.
    """
    row = record_rows.fetch(connection, RecordKind.OPPORTUNITY, opportunity_id)
    if row is None:
        raise RecordNotFound(what=opportunity_id)
    site = record_rows.fetch(connection, RecordKind.SITE, row["site_id"]) or {}
    path = record_rows.company_path(connection, site["company_id"]) if site else []
    known = {one.id: one for one in stages(connection, language, retired=True)}
    unknown = StageRow(row["stage_id"], row["stage_id"], 0, False, False, True, ("", None, None))  # noqa: FBT003
    owner = connection.exec_driver_sql("SELECT name FROM app_user WHERE id=?", (row["owner_id"],)).scalar()
    return OpportunityRecord(
        id=opportunity_id,
        name=row["name"],
        values={info.key: row[info.key] for info in FIELDS[RecordKind.OPPORTUNITY]},
        site=PathPart(RecordKey(RecordKind.SITE, row["site_id"]), str(site.get("name") or "")),
        path=tuple(PathPart(RecordKey(RecordKind.COMPANY, company), name) for company, name in path),
        stage=known.get(row["stage_id"], unknown),
        money=None if row["amount_minor"] is None else Money(row["amount_minor"], row["currency"] or USUAL),
        owner=owner,
        people=_people(connection, opportunity_id),
        lead_id=row["lead_id"],
    )


def _people(connection: Connection, opportunity_id: str) -> tuple[PersonAtOpportunity, ...]:
    rows = connection.exec_driver_sql(
        """SELECT o.id, c.id, c.name, (SELECT p.title FROM position p WHERE p.contact_id=c.id AND p.deleted_at IS NULL
                                        AND p.ended_on IS NULL ORDER BY p.is_main DESC, p.n LIMIT 1), o.role
           FROM opportunity_contact o JOIN contact c ON c.id=o.contact_id
           WHERE o.opportunity_id=? AND o.deleted_at IS NULL ORDER BY o.n""",
        (opportunity_id,),
    )
    return tuple(
        PersonAtOpportunity(row[0], row[1], row[2], row[3], None if row[4] is None else BuyingRole(row[4])) for row in rows
    )
