"""The demo's leads (`resources/demo/leads.csv`): all invented, some mine, some in a pool; told as if they had come in lately."""

import csv
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.ids import new_id
from crmdesk.core.resources import resource_path
from crmdesk.core.vocabulary import ActionKind, ActivityKind, PoolRole, RecordKind, Taxonomy
from crmdesk.services.lead_values import canonical_lead
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

_TYPED: Final = (
    *("company_name", "person", "job_title", "mobile", "phone", "email", "province", "city", "district", "street"),
    *("campaign", "next_step"),
)
_POOL_RULES: Final = {
    "daily_claims": 5,
    "held_limit": 50,
    "wait_days": 30,
    "unfollowed_days": 30,
    "warn_days": 7,
    "protect_days": 7,
}


def add_leads(store: Store) -> int:
    """Add the leads and the pool some of them wait in; days count from today. Return how many leads there are."""
    with resource_path("demo", "leads.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    now = utc_now()
    with store.unit_of_work(action=ActionKind.EDIT, label="leads.csv", source="demo") as uow:
        connection = uow.connection
        me = record_rows.current_user(connection)
        pools = {name: _pool(connection, name, me) for name in dict.fromkeys(line["pool"] for line in lines) if name}
        for line in lines:
            _add(connection, line, pools.get(line["pool"]), me, now)
        uow.commit()
    return len(lines)


def _pool(connection: Connection, name: str, me: str | None) -> str:
    pool = new_id()
    record_rows.insert(connection, RecordKind.POOL, {"id": pool, "name": name, **_POOL_RULES})
    member = {"id": new_id(), "pool_id": pool, "user_id": me, "role": PoolRole.ADMINISTRATOR.value}
    record_rows.insert(connection, RecordKind.POOL_MEMBER, member)
    return pool


def _add(connection: Connection, line: Mapping[str, str], pool: str | None, me: str | None, now: datetime) -> None:
    since = iso_ms(now - timedelta(days=int(line["days_held"])))
    held = {"pool_id": pool, "pooled_at": since} if pool else {"owner_id": me, "owned_since": since}
    row: dict[str, Any] = {
        **canonical_lead({"country": "CN", **{field: line[field] for field in _TYPED}}),
        "industry_id": _term(connection, Taxonomy.INDUSTRY, line["industry"]),
        "source_id": _term(connection, Taxonomy.SOURCE, line["source"]),
        "reason_id": _term(connection, Taxonomy.DISQUALIFY_REASON, line["reason"]),
        "status": line["status"],
        **held,
    }
    if line["days_to_next_step"]:
        row["next_step_on"] = (now + timedelta(days=int(line["days_to_next_step"]))).date().isoformat()
    spoken = iso_ms(now - timedelta(days=int(line["days_since_follow_up"]))) if line["said"] else None
    lead = new_id()
    record_rows.insert(connection, RecordKind.LEAD, {"id": lead, **row, "last_follow_up_at": spoken})
    if spoken is not None:
        entry = {"id": new_id(), "lead_id": lead, "kind": ActivityKind.CALL.value, "happened_at": spoken, "text": line["said"]}
        record_rows.insert(connection, RecordKind.FOLLOW_UP, {**entry, "author_id": me})


def _term(connection: Connection, taxonomy: Taxonomy, code: str) -> str | None:
    return connection.exec_driver_sql(
        "SELECT id FROM term WHERE taxonomy=? AND code=? AND deleted_at IS NULL", (taxonomy.value, code)
    ).scalar()
