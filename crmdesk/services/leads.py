"""Leads as records: opened, created, saved, followed up, given to somebody, disqualified, deleted; each command one transaction."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import ChangedMeanwhile, CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, ActivityKind, ClaimState, LeadStatus, RecordKind, Taxonomy
from crmdesk.models.masking import masked
from crmdesk.services.claims import ClaimStatus, claim_status
from crmdesk.services.lead_values import LeadConverted, canonical_lead, insert_lead, lead_name, refuse_missing, refuse_nameless
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, Value, canonical_values
from crmdesk.storage import lead_rows, record_rows
from crmdesk.storage.store import Store


class StatusByDialog(CrmError):
    """A status that follows from a decision was to be set by itself. Params: none."""

    template = QT_TRANSLATE_NOOP(
        "errors", "A lead becomes qualified by its qualification, disqualified with a reason, and converted by its conversion."
    )


class NotPoolAdministrator(CrmError):
    """Only administrators hand out what waits in a pool. Params: `name`, `pool`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{name} waits in the pool {pool}, whose administrators hand leads out. Claim it instead."
    )


@dataclass(frozen=True, slots=True)
class LeadRecord:
    """One lead as a form shows it.

    Attributes:
        name: the company, or the person. values: every field of the catalogue by key, as stored.
        owner, pool, former_owner: names, None where there is none. source, industry, reason: names of terms.
        claim: who holds it or asked for it, as far as this laptop knows.
        is_mine: its owner is whoever uses this store.
        completeness: percent of the fields that matter. probability: the lead score, 0 … 1, None while there is none.
        is_masked: it waits in a pool that masks: `values` hold phones and mail in part only, and they cannot be edited.
        became: company, site and contact it was converted into, those that are there.
    """

    id: str
    name: str
    values: Mapping[str, Value]
    status: LeadStatus
    owner: str | None
    pool: str | None
    former_owner: str | None
    source: str | None
    industry: str | None
    reason: str | None
    claim: ClaimStatus
    is_mine: bool
    completeness: int
    probability: float | None
    became: tuple[RecordKey, ...]
    is_masked: bool = False

    @property
    def is_provisional(self) -> bool:
        """Whether it was claimed here and the centre has not answered yet."""
        return self.claim.state is ClaimState.ASKED

    @property
    def is_closed(self) -> bool:
        """Whether it was converted: readable, with links, and no longer changed."""
        return self.status is LeadStatus.CONVERTED


@dataclass(frozen=True, slots=True)
class LeadSaved:
    """What a command did: the record afterwards and what it touched."""

    record: LeadRecord
    changes: Changes


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One thing said or done with a lead: when (aware UTC), what, by whom."""

    id: str
    kind: ActivityKind
    happened_at: datetime
    text: str
    author: str | None


class LeadService:
    """Leads. Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, lead_id: str, language: str = "zh_CN") -> LeadRecord:
        """Return a lead.

        Raises:
            RecordNotFound: it was deleted, or never was.
        """
        with self._store.read() as connection:
            return read_lead(connection, lead_id, language)

    def create(
        self,
        values: Mapping[str, object],
        *,
        owner_id: str | None = None,
        pool_id: str | None = None,
        source: str = "window",
        initiator: str = "",
    ) -> LeadSaved:
        """Create a lead, with `owner_id`, in `pool_id`, or (neither) with whoever uses this store.

        Raises:
            LeadWithoutName: neither company nor person. InvalidField: a value does not fit. RecordNotFound: no such owner or pool.
        """
        stored = canonical_lead(values)
        with self._store.unit_of_work(label=lead_name(stored), source=source, initiator=initiator) as uow:
            owner = owner_id or (None if pool_id else record_rows.current_user(uow.connection))
            lead_id = insert_lead(uow.connection, stored, owner_id=owner, pool_id=pool_id)
            changes = uow.commit()
        return LeadSaved(self.open(lead_id), changes)

    def save(
        self,
        lead_id: str,
        changed: Mapping[str, object],
        base: Mapping[str, Value] | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> LeadSaved:
        """Save the changed fields; `base` is what the form had read for them.

        Raises:
            ChangedMeanwhile: one of these fields no longer holds its `base` value. LeadConverted, LeadWithoutName, InvalidField,
            RecordNotFound: as their texts say. Nothing is stored then.
        """
        labels = {info.key: info.label for info in FIELDS[RecordKind.LEAD]}
        label = ", ".join(labels.get(field, field) for field in changed)
        with self._store.unit_of_work(label=label, source=source, initiator=initiator) as uow:
            row = _living(uow.connection, lead_id)
            stored = canonical_lead(changed, row["country"])
            if row["status"] == LeadStatus.CONVERTED:
                raise LeadConverted(name=lead_name(row))
            if base is not None and any(row[field] != base[field] for field in stored if field in base):
                raise ChangedMeanwhile(name=lead_name(row))
            refuse_nameless({**row, **stored})
            record_rows.update(uow.connection, RecordKind.LEAD, lead_id, stored)
            changes = uow.commit()
        return LeadSaved(self.open(lead_id), changes)

    def delete(self, ids: Collection[str], *, source: str = "window", initiator: str = "") -> Changes:
        """Mark leads deleted with what hangs on them; undo brings everything back.

        Raises:
            LeadConverted: one of them became an account. RecordNotFound: one is gone already. Nothing is deleted then.
        """
        return self._command(ids, source, initiator, ActionKind.EDIT, _bury)

    def follow_up(
        self,
        ids: Collection[str],
        kind: ActivityKind,
        text: str,
        next_step: str | None = None,
        next_step_on: date | None = None,
        *,
        happened_at: datetime | None = None,
        source: str = "window",
        initiator: str = "",
    ) -> Changes:
        """Record what was said or done with leads, and what comes next; a new lead is a working one from then on.

        What was planned before is done: an empty `next_step` leaves nothing planned.

        Raises:
            FieldRequired: the text is empty. InvalidField: text or next step is too long. LeadConverted, RecordNotFound: one of
            the leads is closed or gone; nothing is recorded then.
        """
        entry = canonical_values(
            RecordKind.FOLLOW_UP, {"kind": kind.value, "text": text, "happened_at": happened_at or utc_now()}
        )
        step = canonical_values(RecordKind.LEAD, {"next_step": next_step, "next_step_on": next_step_on})

        def write(connection: Connection, leads: list[str]) -> None:
            author = record_rows.current_user(connection)
            lead_rows.insert_follow_ups(connection, leads, {**entry, "author_id": author})
            lead_rows.change(connection, leads, step)
            lead_rows.note_follow_up(connection, leads, str(entry["happened_at"]))

        return self._command(ids, source, initiator, ActionKind.EDIT, write)

    def follow_ups(self, lead_id: str, limit: int = 500) -> tuple[FollowUpRow, ...]:
        """Return what was said and done with a lead, newest first."""
        with self._store.read() as connection:
            rows = lead_rows.follow_ups(connection, lead_id, limit)
        return tuple(FollowUpRow(row[0], ActivityKind(row[1]), from_iso(row[2]), row[3], row[4]) for row in rows)

    def assign(self, ids: Collection[str], user_id: str, *, source: str = "window", initiator: str = "") -> Changes:
        """Give leads to a person; those that are with him already stay as they are.

        Raises:
            NotPoolAdministrator: one waits in a pool that has administrators, and I am none. LeadConverted, RecordNotFound: as
            their texts say. Nothing is changed then.
        """

        def write(connection: Connection, leads: list[str]) -> None:
            refuse_missing(connection, RecordKind.USER, user_id)
            refused = lead_rows.not_mine_to_hand_out(connection, leads)
            if refused is not None:
                raise NotPoolAdministrator(name=refused[0], pool=refused[1])
            lead_rows.hand_over(connection, leads, user_id, iso_ms(utc_now()))

        return self._command(ids, source, initiator, ActionKind.CLAIM, write)

    def disqualify(
        self,
        ids: Collection[str],
        reason_id: str | None,
        look_again_on: date | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> Changes:
        """Say that leads will not become customers, why, and when (if at all) to look at them again.

        Raises:
            FieldRequired: no reason. RecordNotFound: no such reason, or one of the leads is gone. LeadConverted: one became an
            account. Nothing is changed then.
        """
        if not reason_id:
            raise FieldRequired(field="Reason")
        again = canonical_values(RecordKind.LEAD, {"look_again_on": look_again_on})

        def write(connection: Connection, leads: list[str]) -> None:
            reason = record_rows.fetch(connection, RecordKind.TERM, reason_id)
            if reason is None or reason["taxonomy"] != Taxonomy.DISQUALIFY_REASON:
                raise RecordNotFound(what=reason_id)
            lead_rows.change(connection, leads, {"status": LeadStatus.DISQUALIFIED.value, "reason_id": reason_id, **again})

        return self._command(ids, source, initiator, ActionKind.QUALIFY, write)

    def reopen(self, ids: Collection[str], *, source: str = "window", initiator: str = "") -> Changes:
        """Take disqualified leads up again: working ones where somebody had spoken to them, else new ones. Others stay as they are.

        Raises:
            LeadConverted, RecordNotFound: as their texts say; nothing is changed then.
        """
        return self._command(ids, source, initiator, ActionKind.QUALIFY, lead_rows.reopen)

    def set_status(self, ids: Collection[str], status: LeadStatus, *, source: str = "window", initiator: str = "") -> Changes:
        """Move leads to *new* or *working* (the board's drag); a disqualified one is thereby taken up again.

        Raises:
            StatusByDialog: of the other statuses. LeadConverted, RecordNotFound: as their texts say; nothing is changed then.
        """
        if status not in {LeadStatus.NEW, LeadStatus.WORKING}:
            raise StatusByDialog

        def write(connection: Connection, leads: list[str]) -> None:
            lead_rows.reopen(connection, leads)
            lead_rows.change(connection, leads, {"status": status.value})

        return self._command(ids, source, initiator, ActionKind.EDIT, write)

    def _command(self, ids: Collection[str], source: str, initiator: str, action: ActionKind, write: Any) -> Changes:
        """Do one thing to leads that are all there and open, in one transaction."""
        leads = list(dict.fromkeys(ids))
        with self._store.read() as connection:
            first = record_rows.fetch(connection, RecordKind.LEAD, leads[0]) if leads else None
        label = "" if first is None else lead_name(first) if len(leads) == 1 else f"{len(leads)} leads"
        with self._store.unit_of_work(action=action, label=label, source=source, initiator=initiator) as uow:
            gone, closed = lead_rows.unfit(uow.connection, leads)
            if gone is not None:
                raise RecordNotFound(what=gone)
            if closed is not None:
                raise LeadConverted(name=closed)
            write(uow.connection, leads)
            return uow.commit()


def read_lead(connection: Connection, lead_id: str, language: str = "zh_CN") -> LeadRecord:
    """Return a lead on an open connection.

    Raises:
        RecordNotFound: it was deleted, or never was.
    """
    row = _living(connection, lead_id)
    names = lead_rows.names_of(connection, row, language)
    values = {info.key: row[info.key] for info in FIELDS[RecordKind.LEAD]}
    became = ((RecordKind.COMPANY, "company_id"), (RecordKind.SITE, "site_id"), (RecordKind.CONTACT, "contact_id"))
    return LeadRecord(
        id=lead_id,
        name=lead_name(row),
        values=masked(values) if names["masks_contacts"] else values,
        status=LeadStatus(row["status"]),
        owner=names["owner"],
        pool=names["pool"],
        former_owner=names["former_owner"],
        source=names["source"],
        industry=names["industry"],
        reason=names["reason"],
        claim=claim_status(connection, RecordKey(RecordKind.LEAD, lead_id)),
        is_mine=row["owner_id"] is not None and row["owner_id"] == record_rows.current_user(connection),
        completeness=int(row["completeness"]),
        probability=names["probability"],
        became=tuple(RecordKey(kind, row[column]) for kind, column in became if row[column] is not None),
        is_masked=bool(names["masks_contacts"]),
    )


def _living(connection: Connection, lead_id: str) -> Mapping[str, Any]:
    row = record_rows.fetch(connection, RecordKind.LEAD, lead_id)
    if row is None:
        raise RecordNotFound(what=lead_id)
    return row


def _bury(connection: Connection, leads: list[str]) -> None:
    at = iso_ms(utc_now())
    record_rows.bury(connection, RecordKind.LEAD, leads, at)
    record_rows.bury_below(connection, RecordKind.LEAD, leads, at)
