"""What a pool asks of those who claim from it (`facts.md` §3); where a day counts, the centre is the more lenient by one."""

from datetime import timedelta
from typing import Final

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.vocabulary import ClaimState
from tests.sync.twin.state import Row
from tests.sync.twin.turn import Turn

_LONGEST: Final = 36_500
_OPEN: Final = frozenset({"new", "working", "qualified"})


def broken(turn: Turn, claim: Row, row: Row) -> str | None:
    """Return the rule, by its field of the pool, that a claim of a waiting lead or account breaks; None for none."""
    pool = turn.state.rows["pool"].get(row["pool_id"] or "")
    if pool is None or pool["deleted_at"] is not None or row["owner_id"] is not None:
        return None
    asker = claim["user_id"]
    if (pool["wait_days"] or 0) > 0 and row["former_owner_id"] == asker and row["pooled_at"] is not None:
        days = 1 - min(pool["wait_days"], _LONGEST)
        if row["pooled_at"] > iso_ms(from_iso(turn.now) + timedelta(days=days)):
            return "wait_days"
    if claim["tbl"] == "lead" and pool["held_limit"] is not None and pool["held_limit"] <= _has(turn, asker):
        return "held_limit"
    if pool["daily_claims"] is not None and 2 * pool["daily_claims"] <= _claimed(turn, claim, pool["id"]):
        return "daily_claims"
    return None


def _has(turn: Turn, user: str) -> int:
    leads = turn.state.rows["lead"].values()
    return sum(
        lead["owner_id"] == user and lead["deleted_at"] is None and lead["merged_into"] is None and lead["status"] in _OPEN
        for lead in leads
    )


def _claimed(turn: Turn, claim: Row, pool: str) -> int:
    """Return how many of a pool's records somebody got that he asked for on the same day."""
    found = 0
    for one in turn.state.rows["claim"].values():
        if one["user_id"] != claim["user_id"] or one["state"] != ClaimState.HELD or one["deleted_at"] is not None:
            continue
        row = turn.state.rows[one["tbl"]].get(one["record_id"]) if one["tbl"] in {"lead", "site"} else None
        same_day = (
            one["asked_at"] is not None and claim["asked_at"] is not None and one["asked_at"][:10] == claim["asked_at"][:10]
        )
        found += same_day and row is not None and row["from_pool_id"] == pool
    return found
