"""The rules of pools at work: what nobody looks after goes back to where others find it, each move naming its rule.

Set-based and idempotent: what was moved has no owner any more, so the same rules on the same day move nothing twice. Days are those
of the person's own calendar; what is written depends on the record and the rule alone, so two laptops that run them offline write the same (`facts.md` §3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, local_day, start_of_day
from crmdesk.core.vocabulary import LABELS, ActionKind, PoolRule, RecordKind
from crmdesk.models.pooling import PoolPlace, days_of_grades, fallback_pool
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import pool_rows, record_rows
from crmdesk.storage.claim_counts import moves_for_others
from crmdesk.storage.store import Store

_KINDS: Final = (RecordKind.LEAD, RecordKind.SITE)


@dataclass(frozen=True, slots=True)
class RulesReport:
    """What one run of the rules did.

    Attributes:
        moved: records moved, by kind and rule; only what is not zero. changes: of each transaction, one per kind and rule.
    """

    moved: Mapping[tuple[RecordKind, PoolRule], int]
    changes: tuple[Changes, ...]

    @property
    def total(self) -> int:
        """Records moved by all rules."""
        return sum(self.moved.values())


@dataclass(frozen=True, slots=True)
class DueRecord:
    """A record that a rule takes from its owner: on which day, in how many days (0: today), to which pool."""

    key: RecordKey
    owner_id: str
    pool_id: str
    day: date
    days_left: int
    rule: PoolRule


@dataclass(frozen=True, slots=True)
class FallingBack:
    """How much the rules would take from how many people."""

    leads: int
    sites: int
    people: int


def falling_back(
    connection: Connection,
    pools: Sequence[Mapping[str, Any]],
    members: Sequence[tuple[str, str, str]],
    now: datetime | None = None,
) -> FallingBack:
    """Return what would fall back today if these were the pools (rows in order) and their members (pool, person, role)."""
    today, found = _end(now), {}
    for kind in _KINDS:
        terms = _terms(connection, kind, pools, members)
        found[kind] = pool_rows.count_due_by_owner(connection, kind, terms, today) if terms else {}
    people = {owner for owners in found.values() for owner in owners}
    return FallingBack(sum(found[RecordKind.LEAD].values()), sum(found[RecordKind.SITE].values()), len(people))


def run_rules(store: Store, now: datetime | None = None, *, source: str = "rules") -> RulesReport:
    """Move what the rules of the pools release today; nothing is written when nothing is due. Call on the writing lane.

    With a centre everybody's laptop does it for what its person has, a manager's for everything here.
    """
    today = _end(now)
    moved: dict[tuple[RecordKind, PoolRule], int] = {}
    changes = []
    for kind in _KINDS:
        with store.read() as connection:
            terms = _terms(connection, kind)
            if terms and not moves_for_others(connection):
                me = record_rows.current_user(connection)
                terms["owners"] = [one for one in terms["owners"] if one["owner"] == me]
            counts = pool_rows.count_due(connection, kind, terms, today) if terms else {}
        for rule in PoolRule:
            if counts.get(rule):
                with store.unit_of_work(action=ActionKind.POOL_RULE, label=LABELS[rule], source=source) as uow:
                    pool_rows.release_due(uow.connection, kind, terms, today, rule)
                    changes.append(uow.commit())
                moved[kind, rule] = counts[rule]
    return RulesReport(moved, tuple(changes))


def due_records(store: Store, owner_id: str | None = None, now: datetime | None = None) -> tuple[DueRecord, ...]:
    """Return what the rules will take soon, within each pool's days of warning; of one owner or of everybody, the earliest first."""
    today = local_day(now)
    found: list[DueRecord] = []
    with store.read() as connection:
        warn = {pool["id"]: int(pool["warn_days"] or 0) for pool in pool_rows.pools(connection)}
        until = iso_ms(start_of_day(today + timedelta(days=1 + max(warn.values(), default=0))))
        for kind in _KINDS:
            terms = _terms(connection, kind)
            if owner_id is not None and terms:
                terms["owners"] = [one for one in terms["owners"] if one["owner"] == owner_id]
            for record, owner, pool, moment, rule in pool_rows.due(connection, kind, terms, _end(now), until) if terms else ():
                day = local_day(from_iso(moment))
                left = max(0, (day - today).days)
                if left <= warn[pool]:
                    found.append(DueRecord(RecordKey(kind, record), owner, pool, day, left, PoolRule(rule)))
    return tuple(sorted(found, key=lambda one: one.day))


def pool_for(connection: Connection, owner_id: str, kind: RecordKind, record: Mapping[str, Any]) -> str | None:
    """Return the pool to which a record of a person falls back: where it was claimed, if that pool still takes it, else `pool_of`."""
    came_from = record["from_pool_id"]
    if came_from and any(place.id == came_from for place in _places(kind, pool_rows.pools(connection), ())):
        return str(came_from)
    return pool_of(connection, owner_id, kind)


def pool_of(connection: Connection, owner_id: str, kind: RecordKind = RecordKind.LEAD) -> str | None:
    """Return the pool to which what a person has falls back, None when there is none for him."""
    team = connection.exec_driver_sql("SELECT team_id FROM app_user WHERE id=?", (owner_id,)).scalar()
    return fallback_pool(owner_id, team, _places(kind, pool_rows.pools(connection), pool_rows.members(connection)))


def _places(kind: RecordKind, pools: Sequence[Mapping[str, Any]], members: Sequence[tuple[str, str, str]]) -> list[PoolPlace]:
    people: dict[str, set[str]] = {}
    for pool, user, _ in members:
        people.setdefault(pool, set()).add(user)
    return [
        PoolPlace(pool["id"], pool["for_team_id"], frozenset(people.get(pool["id"], ())))
        for pool in pools
        if kind is RecordKind.LEAD or pool["takes_accounts"]
    ]


def _terms(
    connection: Connection,
    kind: RecordKind,
    pools: Sequence[Mapping[str, Any]] | None = None,
    members: Sequence[tuple[str, str, str]] | None = None,
) -> dict[str, Any]:
    """Return the rules of each pool and each owner's pool, empty when no rule releases; by the stored pools unless others are given."""
    pools = pool_rows.pools(connection) if pools is None else pools
    places = _places(kind, pools, pool_rows.members(connection) if members is None else members)
    here = {place.id for place in places}
    rules = [_rules(pool, kind) for pool in pools if pool["id"] in here]
    if not any(_releases(one) for one in rules):
        return {}
    people = pool_rows.owners(connection, kind)
    return {"pools": rules, "owners": [{"owner": owner, "pool": fallback_pool(owner, team, places)} for owner, team in people]}


def _rules(pool: Mapping[str, Any], kind: RecordKind) -> dict[str, Any]:
    return {
        "pool": pool["id"],
        "unfollowed": pool["unfollowed_days"],
        "no_opportunity": pool["no_opportunity_days"],
        "contract": pool["after_contract_days"],
        "protect": pool["protect_days"],
        "grades": days_of_grades(pool["days_by_grade"]) if kind is RecordKind.SITE else {},
    }


def _releases(rules: Mapping[str, Any]) -> bool:
    return bool(rules["grades"]) or any(rules[one] is not None for one in ("unfollowed", "no_opportunity", "contract"))


def _end(now: datetime | None) -> str:
    """Return when the person's own day ends: what falls before that is due today."""
    return iso_ms(start_of_day(local_day(now) + timedelta(days=1)))
