"""How completely a lead is described: which of the fields that matter for working and converting it are filled."""

from collections.abc import Mapping
from typing import Any, Final

PARTS: Final = (
    ("company_name",),
    ("person",),
    ("job_title",),
    ("mobile", "phone"),
    ("email",),
    ("province", "city"),
    ("street", "address_text"),
    ("industry_id",),
    ("source_id",),
    ("website", "headcount", "credit_code"),
)
"""Each part counts the same and is filled when one of its fields is."""

COMPLETENESS_FIELDS: Final = tuple(field for part in PARTS for field in part)


def completeness(values: Mapping[str, Any]) -> int:
    """Return how many percent of the parts are filled, 0 … 100; blank text counts as empty."""
    filled = 0
    for part in PARTS:  # an import asks for every row: no generators
        for field in part:
            if values.get(field) not in (None, ""):
                filled += 1
                break
    return filled * 100 // len(PARTS)


def missing_parts(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the first field of each part that is empty, in order: what a form may ask for next."""
    return tuple(part[0] for part in PARTS if all(values.get(field) in (None, "") for field in part))


def completeness_sql(alias: str = "") -> str:
    """Return the same as an SQL expression over the columns of `lead`."""
    dot = f"{alias}." if alias else ""
    terms = "+".join(
        f"(coalesce({','.join(f'''nullif({dot}{field},'')''' for field in (*part, part[0]))}) IS NOT NULL)" for part in PARTS
    )
    return f"({terms})*100/{len(PARTS)}"
