"""Companies and sites as records: open, create, save, move, delete. The only place that changes them for a person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.remarks import Remark
from crmdesk.core.vocabulary import LABELS, CompanyKind, RecordKind, Verdict
from crmdesk.services.account_checks import check_account
from crmdesk.services.account_writing import change_account, insert_account, name_of, writable_account
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import Value, canonical_values
from crmdesk.services.site_premises import SiteHere, decide_other_building, sites_here
from crmdesk.storage import record_rows
from crmdesk.storage.redirects import ids_with_former_code, living
from crmdesk.storage.store import Store

_GRADE: Final = "grade"


@dataclass(frozen=True, slots=True)
class PathPart:
    """One step of the way from the ultimate parent down to a record."""

    key: RecordKey
    name: str


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """A company or site as a form shows it.

    Attributes:
        values: every field of the catalogue by key, as stored.
        path: companies above it, ultimate parent first, without the record itself.
        name: what the header shows.
        site_count: living sites in a company's subtree; 0 for a site.
        inherited: for a site, values its company gives where its own are empty (industry, owner, source).
    """

    key: RecordKey
    values: Mapping[str, Value]
    path: tuple[PathPart, ...]
    name: str
    site_count: int
    inherited: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a command did: the record afterwards and what it touched."""

    record: AccountRecord
    changes: Changes


class AccountService:
    """Companies and sites. Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, key: RecordKey) -> AccountRecord:
        """Return a record; one that was merged away leads to the record it was merged into, whose key the answer has.

        Raises:
            RecordNotFound: it was deleted, or never was.
        """
        with self._store.read() as connection:
            root = living(connection, key.kind, key.id)
            return read_account(connection, key if root is None else RecordKey(key.kind, root))

    def find_by_code(self, code: str) -> RecordKey:
        """Return the company or site with this code, or the one that a record with this code was merged into.

        Raises:
            RecordNotFound: no living record has it.
        """
        with self._store.read() as connection:
            ways = (record_rows.ids_with_code, ids_with_former_code)
            found = next(
                (hits for way in ways for text in (code.strip().upper(), code.strip()) if (hits := way(connection, text))), None
            )
        if not found:
            raise RecordNotFound(what=code)
        return RecordKey(*found[0])

    def check(
        self,
        kind: RecordKind,
        values: Mapping[str, object],
        key: RecordKey | None = None,
        other_buildings: Collection[str] = (),
    ) -> tuple[Remark, ...]:
        """Return what the rules say about a form's values as typed: errors block saving, warnings do not."""
        with self._store.read() as connection:
            return check_account(connection, kind, values, None if key is None else key.id, other_buildings)

    def sites_here(
        self, values: Mapping[str, object], key: RecordKey | None = None, other_buildings: Collection[str] = ()
    ) -> tuple[SiteHere, ...]:
        """Return the company's other sites at the address of a form's values, but those called another building."""
        with self._store.read() as connection:
            return sites_here(connection, values, None if key is None else key.id, other_buildings)

    def create_company(self, values: Mapping[str, object], *, source: str = "window", initiator: str = "") -> Saved:
        """Create a company; `parent_id` may be among the values.

        Raises:
            InvalidField: a value does not fit. CodeTaken: the code is not free. RecordNotFound: no such parent.
        """
        return self._create(RecordKind.COMPANY, {"kind": CompanyKind.LEGAL_ENTITY.value, **values}, source, initiator)

    def create_site(
        self,
        values: Mapping[str, object],
        *,
        other_buildings: Collection[str] = (),
        source: str = "window",
        initiator: str = "",
    ) -> Saved:
        """Create a site under `company_id`.

        `other_buildings` are ids of the company's sites at the same address that this is another building than; that is kept
        as a decision of the user's.

        Raises:
            InvalidField: a value does not fit. CodeTaken: the code is not free. RecordNotFound: no such company.
            SamePremises: the company has a site at this address.
        """
        return self._create(RecordKind.SITE, values, source, initiator, other_buildings)

    def save(
        self,
        key: RecordKey,
        changed: Mapping[str, object],
        base: Mapping[str, Value] | None = None,
        *,
        other_buildings: Collection[str] = (),
        source: str = "window",
        initiator: str = "",
    ) -> Saved:
        """Save the changed fields of a record.

        Args:
            key: the record.
            changed: the new values of the changed fields only.
            base: what the form had read for these fields; None saves whatever is stored now.
            other_buildings: ids of the company's sites at the new address that this is another building than.
            source: where the command came from, for the log.
            initiator: who should not be told of the change again.

        Raises:
            ChangedMeanwhile: one of these fields no longer holds its `base` value. CodeTaken, CompanyCycle, InvalidField,
            RecordNotFound, SamePremises: as their texts say. Nothing is stored then.
        """
        values = canonical_values(key.kind, changed)
        with self._store.unit_of_work(label=_label(key.kind, changed), source=source, initiator=initiator) as uow:
            key = RecordKey(key.kind, living(uow.connection, key.kind, key.id) or key.id)  # merged away while the form was open
            change_account(uow.connection, key, values, base, other_buildings)
            changes = uow.commit()
        return Saved(self.open(key), changes)

    def call_another_building(
        self, key: RecordKey, others: Collection[str], *, note: str = "", source: str = "window", initiator: str = ""
    ) -> Changes:
        """Keep the user's decision that a stored site is another building than these sites at its address.

        Raises:
            RecordNotFound: the site is gone.
        """
        with self._store.unit_of_work(label=LABELS[Verdict.OTHER_BUILDING], source=source, initiator=initiator) as uow:
            if record_rows.fetch(uow.connection, key.kind, key.id) is None:
                raise RecordNotFound(what=key.id)
            decide_other_building(uow.connection, key.id, others, note)
            return uow.commit()

    def delete(self, key: RecordKey, *, source: str = "window", initiator: str = "") -> Changes:
        """Mark a record deleted; a company takes its subtree along, a site its people and notes. Undo brings everything back.

        Raises:
            RecordNotFound: it is gone already.
        """
        from crmdesk.services.deletions import DeletionService

        return DeletionService(self._store).delete((key,), source=source, initiator=initiator).changes

    def _create(
        self,
        kind: RecordKind,
        values: Mapping[str, object],
        source: str,
        initiator: str,
        other_buildings: Collection[str] = (),
    ) -> Saved:
        stored = writable_account(kind, values)
        with self._store.unit_of_work(label=name_of(kind, stored), source=source, initiator=initiator) as uow:
            key = insert_account(uow.connection, kind, stored, other_buildings)
            changes = uow.commit()
        return Saved(self.open(key), changes)


def read_account(connection: Connection, key: RecordKey) -> AccountRecord:
    """Return a record on an open connection.

    Raises:
        RecordNotFound: it was deleted, or never was.
    """
    row = record_rows.fetch(connection, key.kind, key.id)
    if row is None:
        raise RecordNotFound(what=key.id)
    values = {info.key: row[info.key] for info in FIELDS[key.kind]}
    above = row["company_id"] if key.kind is RecordKind.SITE else row["parent_id"]
    path = record_rows.company_path(connection, above) if above else []
    inherited: dict[str, Value] = {}
    if key.kind is RecordKind.SITE:
        company = record_rows.fetch(connection, RecordKind.COMPANY, row["company_id"]) or {}
        inherited = {
            field: company[field] for field in ("industry_id", "source_id", "owner_id") if company.get(field) is not None
        }
    return AccountRecord(
        key=key,
        values=values,
        path=tuple(PathPart(RecordKey(RecordKind.COMPANY, company_id), name) for company_id, name in path),
        name=name_of(key.kind, row),
        site_count=int(row.get("site_count") or 0),
        inherited=inherited,
    )


def _label(kind: RecordKind, changed: Mapping[str, object]) -> str:
    labels = {info.key: info.label for info in FIELDS[kind]}
    return ", ".join(labels.get(field, field) for field in changed)
