"""What of which table takes part in the exchange, and by which policy: read from the models' metadata, one list for laptop, centre and tests."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import Double, Integer

from crmdesk.models.base import SERVICE_COLUMNS
from crmdesk.models.hanging import HANGINGS
from crmdesk.models.registry import synced_tables

PULL_ORDER: Final = (
    *(
        "team",
        "app_user",
        "term",
        "pool",
        "pool_member",
        "stage",
        "criteria_set",
        "criterion",
        "company",
        "site",
        "contact",
        "position",
        "claim",
        "conflict",
        "parked_edit",
    ),
    *("lead", "opportunity", "opportunity_contact", "follow_up", "qualification", "qualification_answer", "conversion"),
    *("unit", "extra_address", "collaborator", "pair_verdict", "activity"),
)
"""Tables in the order in which a pull brings them: what a window needs first comes first (`sync.md` §2.7)."""

FROM_CENTRE: Final = ("conflict", "parked_edit")
"""Tables that only the centre writes; laptops hold a replica and answer with `resolve`."""

COMMON_TABLES: Final = ("team", "app_user", "term", "pool", "pool_member", "stage", "criteria_set", "criterion")
"""Tables whose rows belong to the whole organisation (`protocol.COMMON_TEAM`); only an administrator changes them."""

GUARDED: Final = frozenset({("company", "owner_id"), ("site", "owner_id"), ("lead", "owner_id"), ("opportunity", "owner_id")})
"""Fields that only the present owner, a manager of the team or, while nobody owns the record, anyone with access may change."""

CODED: Final = ("company", "site")
"""Tables that share one space of unique customer codes, column `code`."""

NEW_TABLES_SINCE: Final[dict[str, int]] = {}
"""Tables added after `protocol.OLDEST_VERSION`: table → version."""

NEW_FIELDS_SINCE: Final[dict[tuple[str, str], int]] = {}
"""Fields added after `protocol.OLDEST_VERSION`: (table, field) → version."""


@dataclass(frozen=True, slots=True)
class SyncedField:
    """One field of a synced table.

    Attributes:
        type: `text`, `int` or `float`. required: may not be empty. guarded: see `GUARDED`. since: schema version that brought it.
    """

    table: str
    name: str
    type: str
    required: bool
    guarded: bool
    since: int


@cache
def synced_fields() -> dict[tuple[str, str], SyncedField]:
    """Return every field that operations may name, by (table, field); `deleted_at` and `merged_into` are among them."""
    found: dict[tuple[str, str], SyncedField] = {}
    for table in synced_tables():
        for column in table.columns:
            if column.name in SERVICE_COLUMNS or column.info.get("local"):
                continue
            kind = "int" if isinstance(column.type, Integer) else "float" if isinstance(column.type, Double) else "text"
            key = (table.name, column.name)
            since = max(NEW_FIELDS_SINCE.get(key, 0), NEW_TABLES_SINCE.get(table.name, 0))
            found[key] = SyncedField(*key, kind, required=not column.nullable, guarded=key in GUARDED, since=since)
    return found


@cache
def site_children() -> tuple[tuple[str, str], ...]:
    """Return (table, column) of what hangs on a site and always belongs to the site's team: who owns a site sees everything on it."""
    return tuple((hanging.table, hanging.column) for hanging in HANGINGS if hanging.parent == "site")


@cache
def team_givers() -> dict[tuple[str, str], str]:
    """Return (table, column) → table of the record to whose team a row belongs: what hangs on it moves with it.

    A row with several of them belongs to the first that is filled, a site before a company.
    """
    whole = ("site", "lead", "qualification")
    found = {(hanging.table, hanging.column): hanging.parent for hanging in HANGINGS if hanging.parent in whole}
    return {**found, ("collaborator", "company_id"): "company"}
