"""Companies and sites as records: open, create, save, move, delete. The only place that changes them for a person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import utc_now
from crmdesk.core.errors import ChangedMeanwhile, CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LABELS, CompanyKind, RecordKind, Severity, SiteStatus, Verdict
from crmdesk.models.grading import grade_decision
from crmdesk.models.premises import PREMISES_FIELDS
from crmdesk.services.account_checks import check_account
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, Value, canonical_values, with_written_phones
from crmdesk.services.site_premises import SiteHere, decide_other_building, refuse_same_premises, sites_here
from crmdesk.storage import record_rows
from crmdesk.storage.redirects import ids_with_former_code, living
from crmdesk.storage.store import Store

_GRADE: Final = "grade"


class CodeTaken(CrmError):
    """Another living company or site has this code. Params: `code`, `name`."""

    template = QT_TRANSLATE_NOOP("errors", "Code {code} already belongs to {name}. Choose another code.")


class CompanyCycle(CrmError):
    """A company would come to lie under itself. Params: `name`, `parent`."""

    template = QT_TRANSLATE_NOOP("errors", "{name} cannot be placed under {parent}: {parent} lies below it.")


class FieldRefused(CrmError):
    """A check found an error in a field. Params: `field`, `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{field}: {reason}")


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
            stored = record_rows.fetch(uow.connection, key.kind, key.id)
            if stored is None:
                raise RecordNotFound(what=key.id)
            values = with_written_phones(key.kind, values, str({**stored, **values}.get("country") or ""))
            if base is not None and any(stored[field] != base[field] for field in values if field in base):
                raise ChangedMeanwhile(name=_name(key.kind, stored))
            if key.kind is RecordKind.SITE and any(
                values.get(field, stored[field]) != stored[field] for field in PREMISES_FIELDS
            ):
                refuse_same_premises(uow.connection, {**stored, **values}, key.id, other_buildings)
                decide_other_building(uow.connection, key.id, other_buildings)
            _refuse_errors(uow.connection, key.kind, {**stored, **values}, set(values), key.id, other_buildings=other_buildings)
            record_rows.update(uow.connection, key.kind, key.id, _with_grade(uow.connection, stored, values))
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
        stored = canonical_values(kind, {field: value for field, value in values.items() if value is not None})
        for info in FIELDS[kind]:
            if info.required and stored.get(info.key) is None:
                raise FieldRequired(field=info.label)
        stored = with_written_phones(kind, stored, str(stored.get("country") or ""))
        key = RecordKey(kind, new_id())
        with self._store.unit_of_work(label=_name(kind, stored), source=source, initiator=initiator) as uow:
            if kind is RecordKind.SITE:
                refuse_same_premises(uow.connection, stored, None, other_buildings)
            _refuse_errors(uow.connection, kind, stored, set(stored), None, other_buildings=other_buildings)
            row = {field: value for field, value in _with_grade(uow.connection, {}, stored).items() if value is not None}
            if kind is RecordKind.SITE:
                row.setdefault("status", SiteStatus.FIGHTING.value)
            record_rows.insert(uow.connection, kind, {"id": key.id, **row})
            decide_other_building(uow.connection, key.id, other_buildings)
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
        name=_name(key.kind, row),
        site_count=int(row.get("site_count") or 0),
        inherited=inherited,
    )


def _name(kind: RecordKind, row: Mapping[str, Any]) -> str:
    if kind is RecordKind.SITE:
        return str(row.get("name") or "")
    return str(row.get("short_name") or row.get("legal_name") or "")


def _label(kind: RecordKind, changed: Mapping[str, object]) -> str:
    labels = {info.key: info.label for info in FIELDS[kind]}
    return ", ".join(labels.get(field, field) for field in changed)


def _with_grade(connection: Connection, stored: Mapping[str, Any], values: Mapping[str, Value]) -> dict[str, Value]:
    if _GRADE not in values:
        return dict(values)
    grade = values[_GRADE]
    decided = grade_decision(
        stored.get(_GRADE),
        None if grade is None else str(grade),
        by=record_rows.current_user(connection),
        on=utc_now().astimezone().date(),
    )
    return {**values, **decided}


def _refuse_errors(
    connection: Connection,
    kind: RecordKind,
    values: Mapping[str, Any],
    changed: set[str],
    record_id: str | None,
    *,
    other_buildings: Collection[str],
) -> None:
    """Check uniqueness and references in the writing transaction, where nobody can interfere."""
    code = values.get("code")
    if "code" in changed and code:
        for other_kind, other in record_rows.ids_with_code(connection, str(code)):
            if other != record_id:
                row = record_rows.fetch(connection, other_kind, other) or {}
                raise CodeTaken(code=code, name=_name(other_kind, row))
    parent_field = "company_id" if kind is RecordKind.SITE else "parent_id"
    parent = values.get(parent_field)
    if parent_field in changed and parent:
        above = record_rows.fetch(connection, RecordKind.COMPANY, str(parent))
        if above is None:
            raise RecordNotFound(what=parent)
        if kind is RecordKind.COMPANY and record_id is not None and record_rows.is_under(connection, str(parent), record_id):
            raise CompanyCycle(name=_name(kind, values), parent=_name(RecordKind.COMPANY, above))
    for remark in check_account(connection, kind, values, record_id, other_buildings):
        if remark.severity is Severity.ERROR and remark.field in changed:
            labels = {info.key: info.label for info in FIELDS[kind]}
            raise FieldRefused(field=labels.get(remark.field, remark.field), reason=remark.message)
