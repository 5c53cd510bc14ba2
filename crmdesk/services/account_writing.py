"""The writing of a company or site inside a transaction somebody else began: what a form, a conversion and a command share."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import ChangedMeanwhile, CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Severity, SiteStatus
from crmdesk.models.grading import grade_decision
from crmdesk.models.premises import PREMISES_FIELDS
from crmdesk.services.account_checks import check_account
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, Value, canonical_values, with_written_phones
from crmdesk.services.site_premises import decide_other_building, refuse_same_premises
from crmdesk.storage import record_rows

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


def writable_account(kind: RecordKind, values: Mapping[str, object]) -> dict[str, Value]:
    """Return the canonical values of a new company or site, phones as its country writes them.

    Raises:
        FieldRequired: an obligatory field is empty. InvalidField: a value does not fit.
    """
    stored = canonical_values(kind, {field: value for field, value in values.items() if value is not None})
    for info in FIELDS[kind]:
        if info.required and stored.get(info.key) is None:
            raise FieldRequired(field=info.label)
    return with_written_phones(kind, stored, str(stored.get("country") or ""))


def insert_account(
    connection: Connection, kind: RecordKind, values: Mapping[str, Value], other_buildings: Collection[str] = ()
) -> RecordKey:
    """Insert a company or site with `writable_account` values; return its key.

    Raises:
        CodeTaken, FieldRefused, RecordNotFound, SamePremises: as their texts say.
    """
    if kind is RecordKind.SITE:
        refuse_same_premises(connection, values, None, other_buildings)
    _refuse_errors(connection, kind, values, set(values), None, other_buildings=other_buildings)
    row = {field: value for field, value in _with_grade(connection, {}, values).items() if value is not None}
    if kind is RecordKind.SITE:
        row.setdefault("status", SiteStatus.FIGHTING.value)
        if row.get("owner_id") is not None:
            row["owned_since"] = iso_ms(utc_now())
    key = RecordKey(kind, new_id())
    record_rows.insert(connection, kind, {"id": key.id, **row})
    decide_other_building(connection, key.id, other_buildings)
    return key


def change_account(
    connection: Connection,
    key: RecordKey,
    values: Mapping[str, Value],
    base: Mapping[str, Value] | None = None,
    other_buildings: Collection[str] = (),
) -> None:
    """Change canonical values of a living company or site; `base` is what a form had read for them.

    Raises:
        RecordNotFound: it is gone. ChangedMeanwhile: a field no longer holds its `base`. CodeTaken, CompanyCycle, FieldRefused,
        SamePremises: as their texts say.
    """
    stored = record_rows.fetch(connection, key.kind, key.id)
    if stored is None:
        raise RecordNotFound(what=key.id)
    values = with_written_phones(key.kind, values, str({**stored, **values}.get("country") or ""))
    if base is not None and any(stored[field] != base[field] for field in values if field in base):
        raise ChangedMeanwhile(name=name_of(key.kind, stored))
    if key.kind is RecordKind.SITE and any(values.get(field, stored[field]) != stored[field] for field in PREMISES_FIELDS):
        refuse_same_premises(connection, {**stored, **values}, key.id, other_buildings)
        decide_other_building(connection, key.id, other_buildings)
    _refuse_errors(connection, key.kind, {**stored, **values}, set(values), key.id, other_buildings=other_buildings)
    since = _since(values, stored) if key.kind is RecordKind.SITE else {}
    record_rows.update(connection, key.kind, key.id, {**_with_grade(connection, stored, values), **since})


def name_of(kind: RecordKind, row: Mapping[str, Any]) -> str:
    """Return what a company or site is called for short."""
    if kind is RecordKind.SITE:
        return str(row.get("name") or "")
    return str(row.get("short_name") or row.get("legal_name") or "")


def _since(values: Mapping[str, Value], stored: Mapping[str, Any]) -> dict[str, str | None]:
    """Return since when a site is with its owner, if that changes with its owner."""
    owner = values.get("owner_id", stored.get("owner_id"))
    return {} if owner == stored.get("owner_id") else {"owned_since": None if owner is None else iso_ms(utc_now())}


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
                raise CodeTaken(code=code, name=name_of(other_kind, row))
    parent_field = "company_id" if kind is RecordKind.SITE else "parent_id"
    parent = values.get(parent_field)
    if parent_field in changed and parent:
        above = record_rows.fetch(connection, RecordKind.COMPANY, str(parent))
        if above is None:
            raise RecordNotFound(what=parent)
        if kind is RecordKind.COMPANY and record_id is not None and record_rows.is_under(connection, str(parent), record_id):
            raise CompanyCycle(name=name_of(kind, values), parent=name_of(RecordKind.COMPANY, above))
    for remark in check_account(connection, kind, values, record_id, other_buildings):
        if remark.severity is Severity.ERROR and remark.field in changed:
            labels = {info.key: info.label for info in FIELDS[kind]}
            raise FieldRefused(field=labels.get(remark.field, remark.field), reason=remark.message)
