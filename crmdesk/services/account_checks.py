"""What the rules say about a company or site while it is typed: beside the field, with a link where another record is meant."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.errors import CrmError
from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Severity
from crmdesk.models.address_formats import check_postcode
from crmdesk.models.customer_codes import check_code
from crmdesk.models.identifiers import check_company_number
from crmdesk.models.phones import check_phone
from crmdesk.services.record_fields import FIELDS, FieldType
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import canonical
from crmdesk.services.site_premises import sites_here
from crmdesk.storage import record_rows
from crmdesk.storage.redirects import ids_with_former_code

_R: Final = QT_TRANSLATE_NOOP
_REQUIRED: Final = _R("remarks", "This field must not be empty.")
_CODE_TAKEN: Final = _R("remarks", "This code already belongs to {name}.")
_CODE_LEADS: Final = _R("remarks", "This code leads to {name}, into which the record that had it was merged.")
_SAME_NAME: Final = _R("remarks", "A company with this legal name exists already: {name}.")
_SAME_CREDIT_CODE: Final = _R("remarks", "{name} has this credit code. Is it the same company?")
_SAME_ADDRESS: Final = _R("remarks", "{name} of this company stands at this address: one address is one site.")
_MAIL: Final = _R("remarks", "This does not look like a mail address (name@company.com).")


def check_account(
    connection: Connection,
    kind: RecordKind,
    values: Mapping[str, Any],
    record_id: str | None,
    other_buildings: Collection[str] = (),
) -> tuple[Remark, ...]:
    """Return errors and warnings for a company's or site's values as typed; never raises for what a user can type.

    `other_buildings` are ids of sites that a new site is said to be another building than.
    """
    remarks = list(_check_shapes(kind, values))
    country = str(values.get("country") or "") or None
    for info in FIELDS[kind]:
        text = str(values.get(info.key) or "").strip()
        if not text:
            continue
        if info.type is FieldType.PHONE:
            remarks.extend(_placed(check_phone(text, country or "CN"), info.key))
        elif info.type is FieldType.EMAIL and ("@" not in text.strip("@") or " " in text):
            remarks.append(Remark(Severity.WARNING, info.key, _MAIL))
    remarks.extend(_check_code(connection, values, record_id))
    if kind is RecordKind.COMPANY:
        remarks.extend(_check_company(connection, values, record_id))
    else:
        remarks.extend(_check_premises(connection, values, record_id, other_buildings))
        if postcode := str(values.get("postcode") or "").strip():
            remarks.extend(_placed(check_postcode(postcode, country or "CN"), "postcode"))
    return tuple(remarks)


def _check_shapes(kind: RecordKind, values: Mapping[str, Any]) -> list[Remark]:
    found: list[Remark] = []
    for info in FIELDS[kind]:
        if info.key not in values or info.read_only:
            continue
        try:
            stored = canonical(info, values[info.key])
        except CrmError as error:
            found.append(Remark(Severity.ERROR, info.key, error.template, error.params))
            continue
        if info.required and stored is None:
            found.append(Remark(Severity.ERROR, info.key, _REQUIRED))
    return found


def _placed(remark: Remark | None, field: str) -> list[Remark]:
    if remark is None:
        return []
    return [Remark(remark.severity, field, remark.template, remark.params, remark.target)]


def _check_code(connection: Connection, values: Mapping[str, Any], record_id: str | None) -> list[Remark]:
    code = str(values.get("code") or "").strip().upper()
    if not code:
        return []
    try:
        check_code(code)
    except CrmError as error:
        return [Remark(Severity.ERROR, "code", error.template, error.params)]
    taken = record_rows.ids_with_code(connection, code)
    led = [] if taken else ids_with_former_code(connection, code)
    return [
        Remark(severity, "code", template, {"name": _name_of(connection, kind, other)}, str(RecordKey(kind, other)))
        for severity, template, found in ((Severity.ERROR, _CODE_TAKEN, taken), (Severity.WARNING, _CODE_LEADS, led))
        for kind, other in found
        if other != record_id
    ]


def _check_company(connection: Connection, values: Mapping[str, Any], record_id: str | None) -> list[Remark]:
    found: list[Remark] = []
    credit_code = str(values.get("credit_code") or "").strip()
    if credit_code:
        found.extend(_placed(check_company_number(credit_code, str(values.get("country") or "CN")), "credit_code"))
        found.extend(_same_value(connection, "credit_code", credit_code.upper(), record_id, _SAME_CREDIT_CODE))
    name = str(values.get("legal_name") or "").strip()
    if name:
        found.extend(_same_value(connection, "legal_name", name, record_id, _SAME_NAME))
    return found


def _same_value(connection: Connection, field: str, value: str, record_id: str | None, template: str) -> list[Remark]:
    rows = connection.exec_driver_sql(
        f"SELECT id FROM company WHERE {field}=? AND deleted_at IS NULL AND id IS NOT ? LIMIT 1", (value, record_id)
    ).scalars()
    return [
        Remark(
            Severity.WARNING,
            field,
            template,
            {"name": _name_of(connection, RecordKind.COMPANY, other)},
            str(RecordKey(RecordKind.COMPANY, other)),
        )
        for other in rows
    ]


def _check_premises(
    connection: Connection, values: Mapping[str, Any], record_id: str | None, other_buildings: Collection[str]
) -> list[Remark]:
    """Say that another site of the company stands at these premises (`facts.md` §1.1: one address, one account)."""
    return [
        Remark(Severity.ERROR, "street", _SAME_ADDRESS, {"name": here.name}, str(here.key))
        for here in sites_here(connection, values, record_id, other_buildings)[:1]
    ]


def _name_of(connection: Connection, kind: RecordKind, record_id: str) -> str:
    row = record_rows.fetch(connection, kind, record_id) or {}
    return str(row.get("name") or row.get("short_name") or row.get("legal_name") or record_id)
