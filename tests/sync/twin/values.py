"""Whether a value may stand in a field."""

from collections.abc import Mapping
from typing import Any, Final

from crmdesk.sync.fields import synced_fields

LONGEST: Final = 100_000
SERVICE: Final = frozenset({"team_id", "deleted_at", "merged_into", "id", "rv", "extra"})
_TYPES: Final[dict[str, tuple[type, ...]]] = {"text": (str,), "int": (int,), "float": (int, float)}


def is_known(table: str, field: str | None) -> bool:
    """Whether this centre knows a field."""
    return (table, field) in synced_fields()


def has_type(table: str, field: str, value: Any) -> bool:
    """Whether a value has the field's type and is not too long; null has every type."""
    if value is None:
        return True
    kinds = _TYPES[synced_fields()[table, field].type]
    return isinstance(value, kinds) and not isinstance(value, bool) and not (isinstance(value, str) and len(value) > LONGEST)


def empties_required(table: str, field: str, value: Any) -> bool:
    """Whether a value would empty a field that may not be empty."""
    return synced_fields()[table, field].required and (value is None or value == "")


def fits_all(table: str, given: Mapping[str, Any]) -> bool:
    """Whether a new record's values have their types, and the required ones are there."""
    typed = all(has_type(table, field, value) for field, value in given.items())
    needed = (name for (owner, name), field in synced_fields().items() if owner == table and field.required)
    return typed and all(given.get(name) is not None for name in needed)
