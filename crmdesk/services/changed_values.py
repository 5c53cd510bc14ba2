"""A change of one field, and the customer it belongs to, as services hand them to screens; screens load this before the store."""

from dataclasses import dataclass
from typing import Any

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after.

    Attributes:
        kind, id, name: the record; for a site's history also its positions, contacts and activities.
        operation: `ins` (a field filled when the record was made), `set`, `move`, `merge` or `del` (deleted or brought back).
        field: the column's name; its label is `record_fields.field_info(kind, field).label`.
        old, new: as stored.
        old_text, new_text: the name where the value stands for a record, a term or a country, else None.
    """

    kind: RecordKind
    id: str
    name: str | None
    operation: str
    field: str
    old: Any
    new: Any
    old_text: str | None = None
    new_text: str | None = None


@dataclass(frozen=True, slots=True)
class AccountName:
    """A company, site or lead as a list names it; `above` is the company it lies under, empty for a topmost one and an open lead."""

    key: RecordKey
    name: str
    above: str = ""
