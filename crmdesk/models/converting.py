"""What of a lead goes where when it is converted: pure rules over values (`facts.md` §4).

Into an existing record only blanks are filled; where both hold something, the record keeps its own unless a person takes the lead's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from types import MappingProxyType
from typing import Any, Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.address_formats import format_address

_ADDRESS: Final = ("country", "province", "city", "district", "street", "postcode", "address_text")


@unique
class Effect(Enum):
    """What becomes of one value of the lead."""

    NEW = "new"
    """It goes into a record that is made."""
    FILL = "fill"
    """It fills a blank of a record that exists."""
    SAME = "same"
    """The record holds it already."""
    CHOICE = "choice"
    """The record holds something else: it stays unless a person takes the lead's."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One value on its way.

    Attributes:
        target, field: record and column it goes to. source: the lead's column.
        fields: what goes together with it (an address is taken as a whole), this one first.
        value: the lead's. stored: what the record holds, None for a new record or a blank.
    """

    target: RecordKind
    field: str
    source: str
    fields: tuple[str, ...]
    value: Any
    stored: Any
    effect: Effect


_TO_COMPANY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "legal_name": "company_name",
        "credit_code": "credit_code",
        "industry_id": "industry_id",
        "source_id": "source_id",
        "country": "country",
        "website": "website",
        "headcount": "headcount",
        "owner_id": "owner_id",
    }
)
_TO_SITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "address_text": "address_text",
        "source_id": "source_id",
        "owner_id": "owner_id",
        "phone": "phone",
        "email": "email",
        "note": "note",
        "contract_ends_on": "contract_ends_on",
    }
)
_TO_CONTACT: Final[Mapping[str, str]] = MappingProxyType(
    {"name": "person", "mobile": "mobile", "phone": "phone", "email": "email"}
)
TARGETS: Final[Mapping[RecordKind, Mapping[str, str]]] = MappingProxyType(
    {RecordKind.COMPANY: _TO_COMPANY, RecordKind.SITE: _TO_SITE, RecordKind.CONTACT: _TO_CONTACT}
)
"""Target → its column → the lead's column. The address goes as one, under `address_text`."""

_NEVER_A_CHOICE: Final = frozenset({"owner_id", "legal_name", "name"})
"""A record that exists keeps its owner and its name: those are changed on the record itself, knowingly."""


def carried(target: RecordKind, lead: Mapping[str, Any], stored: Mapping[str, Any] | None) -> tuple[Carried, ...]:
    """Return what of a lead goes to one record, in the order of the form; `stored` is None for a record that is made."""
    found = []
    for field, source in TARGETS[target].items():
        fields = _ADDRESS if field == "address_text" else (field,)
        if (target, field) == (RecordKind.SITE, "email") and lead.get("person"):
            continue  # it is the person's
        values = {one: lead.get(one if field == "address_text" else source) for one in fields}
        if all(_is_blank(value) for value in values.values()):
            continue
        effect = _effect(values, stored)
        if effect is Effect.CHOICE and field in _NEVER_A_CHOICE:
            effect = Effect.SAME
        found.append(
            Carried(
                target,
                field,
                source,
                (field, *(one for one in fields if one != field)),
                address_line(lead) if field == "address_text" else values[field],
                None if stored is None else address_line(stored) if field == "address_text" else stored.get(field),
                effect,
            )
        )
    return tuple(found)


def _effect(values: Mapping[str, Any], stored: Mapping[str, Any] | None) -> Effect:
    if stored is None:
        return Effect.NEW
    telling = [field for field in values if field != "country"] or list(values)  # an address without a place says nothing
    if all(_is_blank(stored.get(field)) for field in telling):
        return Effect.FILL
    if all(_is_blank(value) or stored.get(field) == value for field, value in values.items()):
        return Effect.SAME
    return Effect.CHOICE


def written(
    target: RecordKind, lead: Mapping[str, Any], stored: Mapping[str, Any] | None, taken: frozenset[str]
) -> dict[str, Any]:
    """Return the columns that are written to one record: everything new, blanks, and the choices in `taken` (fields of `Carried`)."""
    values: dict[str, Any] = {}
    for one in carried(target, lead, stored):
        if one.effect in {Effect.NEW, Effect.FILL} or (one.effect is Effect.CHOICE and one.field in taken):
            together = one.field == "address_text"
            values |= {field: lead.get(field if together else one.source) for field in one.fields}
    if stored is None:
        return {field: value for field, value in values.items() if not _is_blank(value)}
    return {field: value for field, value in values.items() if stored.get(field) != value}


def site_name(lead: Mapping[str, Any]) -> str:
    """Return what a new site is called when nobody says otherwise: its place, else the company's name."""
    parts = [str(lead.get(field) or "") for field in ("district", "city", "province")]
    return next((part for part in parts if part), "") or str(lead.get("company_name") or lead.get("person") or "")


def address_line(values: Mapping[str, Any]) -> str:
    """Return an address in one line: as typed where that is known, else as its country writes it."""
    if values.get("address_text"):
        return str(values["address_text"])
    parts = {field: str(values.get(field) or "") for field in ("province", "city", "district", "street")}
    is_chinese = any("\u4e00" <= character <= "\u9fff" for part in parts.values() for character in part)
    return format_address(parts, str(values.get("country") or ("CN" if is_chinese else "")))


def _is_blank(value: Any) -> bool:
    return value is None or value == ""
