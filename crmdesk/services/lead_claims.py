"""Claiming what waits in a pool, and giving it back, within the limits of the pool (`facts.md` §3).

Without a centre a claim takes effect at once; with one it is asked for, provisional until the centre answers (`sync.md` §2.8).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, local_day, start_of_day, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, ClaimState, RecordKind, Taxonomy
from crmdesk.services.lead_values import LeadConverted
from crmdesk.services.pool_rules import pool_for
from crmdesk.services.record_values import FieldRequired
from crmdesk.storage import claim_counts, lead_rows, pool_rows, record_rows
from crmdesk.storage.store import Store

_T: Final = QT_TRANSLATE_NOOP


class HeldBySomebody(CrmError):
    """A record has an owner. Params: `name`, `owner`."""

    template = _T("errors", "{name} is with {owner}.")


class NotInPool(CrmError):
    """The pool is for others. Params: `pool`."""

    template = _T("errors", "The pool {pool} is for others: you are not one of its members.")


class MustWait(CrmError):
    """Rule: the former owner must wait. Params: `name`, `pool`, `day`."""

    template = _T("errors", "You had {name} before. By the rules of the pool {pool} you can claim it again from {day}.")


class DailyClaimsReached(CrmError):
    """Rule: daily claims. Params: `pool`, `limit`, `left`."""

    template = _T("errors", "By the rules of the pool {pool} a person may claim {limit} a day; you have {left} left today.")


class HeldLimitReached(CrmError):
    """Rule: number of prospects held. Params: `pool`, `limit`, `held`."""

    template = _T("errors", "By the rules of the pool {pool} a person may have {limit} prospects at once; you have {held}.")


class NotYours(CrmError):
    """Only the owner gives a record up. Params: `name`."""

    template = _T("errors", "{name} is not yours to release.")


class NoPool(CrmError):
    """There is no pool to release to. Params: none."""

    template = _T("errors", "There is no pool for this. Make one in the settings first.")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a claim did: whether it waits for the centre's answer, and what it touched."""

    ids: tuple[str, ...]
    is_provisional: bool
    changes: Changes


class LeadClaimService:
    """Claims and releases of leads, and of accounts (sites) that wait in a pool. Commands run on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def claim(
        self, ids: Collection[str], kind: RecordKind = RecordKind.LEAD, *, source: str = "window", initiator: str = ""
    ) -> Claimed:
        """Claim records for whoever uses this store, all or none; what he has already stays as it is.

        Raises:
            HeldBySomebody, NotInPool, MustWait, DailyClaimsReached, HeldLimitReached, LeadConverted: as their texts say.
            RecordNotFound: one is gone.
        """
        with self._store.unit_of_work(
            action=ActionKind.CLAIM, label=self._label(kind, ids), source=source, initiator=initiator
        ) as uow:
            connection = uow.connection
            me = record_rows.current_user(connection) or ""
            rows = [row for row in _living(connection, kind, ids) if row["owner_id"] != me]
            _refuse_held(connection, kind, rows)
            _refuse_by_rules(connection, kind, rows, me)
            wanted = [row["id"] for row in rows]
            has_centre = claim_counts.has_centre(connection)
            if has_centre:
                _ask(connection, kind, wanted, me)
            elif kind is RecordKind.LEAD:
                lead_rows.hand_over(connection, wanted, me, iso_ms(utc_now()))
            else:
                _take_sites(connection, rows, me)
            return Claimed(tuple(wanted), has_centre, uow.commit())

    def release(
        self,
        ids: Collection[str],
        pool_id: str | None = None,
        reason_id: str | None = None,
        kind: RecordKind = RecordKind.LEAD,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> Changes:
        """Put what I have into a pool (None: where it was claimed, else the one it falls back to), or take back what I only asked for.

        Raises:
            NotYours, NoPool, LeadConverted: as their texts say. FieldRequired: the pool asks for a reason. RecordNotFound: a
            record, the pool or the reason is gone. Nothing is released then.
        """
        with self._store.unit_of_work(
            action=ActionKind.CLAIM, label=self._label(kind, ids), source=source, initiator=initiator
        ) as uow:
            connection = uow.connection
            me = record_rows.current_user(connection) or ""
            rows = _living(connection, kind, ids)
            asked = claim_counts.asked(connection, kind, [row["id"] for row in rows], me)
            for row in rows:
                if row["owner_id"] != me and row["id"] not in asked:
                    raise NotYours(name=_name(kind, row))
            mine = [row for row in rows if row["owner_id"] == me]
            for pool, records in _by_pool(connection, kind, mine, pool_id, me):
                _check_reason(connection, pool, reason_id)
                pool_rows.release(connection, kind, records, pool["id"], reason_id, at=iso_ms(utc_now()))
            claim_counts.give_up(connection, kind, [row["id"] for row in rows], me)
            return uow.commit()

    def left_today(self, pool_id: str) -> int | None:
        """Return how many records of a pool I may still claim today, None when there is no limit."""
        with self._store.read() as connection:
            pool = record_rows.fetch(connection, RecordKind.POOL, pool_id)
            if pool is None:
                raise RecordNotFound(what=pool_id)
            if pool["daily_claims"] is None:
                return None
            return _left(connection, pool, record_rows.current_user(connection) or "")

    def _label(self, kind: RecordKind, ids: Collection[str]) -> str:
        if len(ids) != 1:
            return str(len(ids))
        with self._store.read() as connection:
            row = record_rows.fetch(connection, kind, next(iter(ids)))
        return "" if row is None else _name(kind, row)


def _name(kind: RecordKind, row: Mapping[str, Any]) -> str:
    return str((row["company_name"] or row["person"]) if kind is RecordKind.LEAD else row["name"])


def _living(connection: Connection, kind: RecordKind, ids: Collection[str]) -> list[Mapping[str, Any]]:
    rows = []
    for record in dict.fromkeys(ids):
        row = record_rows.fetch(connection, kind, record)
        if row is None:
            raise RecordNotFound(what=record)
        if kind is RecordKind.LEAD and row["status"] == "converted":
            raise LeadConverted(name=_name(kind, row))
        rows.append(row)
    return rows


def _refuse_held(connection: Connection, kind: RecordKind, rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        if row["owner_id"] is not None:
            owner = record_rows.fetch(connection, RecordKind.USER, row["owner_id"])
            raise HeldBySomebody(name=_name(kind, row), owner="" if owner is None else owner["name"])


def _refuse_by_rules(connection: Connection, kind: RecordKind, rows: Sequence[Mapping[str, Any]], me: str) -> None:
    pools = {pool["id"]: pool for pool in pool_rows.pools(connection)}
    members: dict[str, set[str]] = {}
    for pool_id, user, _ in pool_rows.members(connection):
        members.setdefault(pool_id, set()).add(user)
    team = connection.exec_driver_sql("SELECT team_id FROM app_user WHERE id=?", (me,)).scalar()
    for row in rows:
        pool = pools.get(row["pool_id"] or "")
        if pool is None:
            continue
        belongs = me in members.get(pool["id"], ())
        if not belongs and (members.get(pool["id"]) or pool["for_team_id"] not in {None, team}):
            raise NotInPool(pool=pool["name"])
        if (day := _waits_until(row, pool, me)) is not None:
            raise MustWait(name=_name(kind, row), pool=pool["name"], day=day.isoformat())
    held = claim_counts.held(connection, me)
    wanted = Counter(row["pool_id"] for row in rows if row["pool_id"] in pools)
    for pool_id, count in wanted.items():
        pool = pools[pool_id]
        if pool["daily_claims"] is not None and (left := _left(connection, pool, me)) < count:
            raise DailyClaimsReached(pool=pool["name"], limit=pool["daily_claims"], left=left)
        if kind is RecordKind.LEAD and pool["held_limit"] is not None and held + len(rows) > pool["held_limit"]:
            raise HeldLimitReached(pool=pool["name"], limit=pool["held_limit"], held=held)


def _waits_until(row: Mapping[str, Any], pool: Mapping[str, Any], me: str) -> date | None:
    if pool["wait_days"] is None or row["former_owner_id"] != me or row["pooled_at"] is None:
        return None
    day = local_day(from_iso(row["pooled_at"])) + timedelta(days=pool["wait_days"])
    return day if local_day() < day else None


def _left(connection: Connection, pool: Mapping[str, Any], me: str) -> int:
    midnight = iso_ms(start_of_day(local_day()))
    return max(0, int(pool["daily_claims"]) - claim_counts.claimed_since(connection, pool["id"], me, midnight))


def _ask(connection: Connection, kind: RecordKind, ids: Sequence[str], me: str) -> None:
    asked = claim_counts.asked(connection, kind, ids, me)
    for record in ids:
        if record not in asked:
            claim = {"id": new_id(), "tbl": kind.value, "record_id": record, "user_id": me, "state": ClaimState.ASKED.value}
            record_rows.insert(connection, RecordKind.CLAIM, {**claim, "asked_at": iso_ms(utc_now())})


def _take_sites(connection: Connection, rows: Sequence[Mapping[str, Any]], me: str) -> None:
    """Give sites to a person, out of their pool."""
    taken = {"owner_id": me, "owned_since": iso_ms(utc_now()), "pool_id": None, "pooled_at": None, "released_by_rule": None}
    for row in rows:
        values = {**taken, "from_pool_id": row["pool_id"] or row["from_pool_id"]}
        record_rows.update(connection, RecordKind.SITE, row["id"], values)


def _by_pool(
    connection: Connection, kind: RecordKind, rows: Sequence[Mapping[str, Any]], pool_id: str | None, me: str
) -> list[tuple[Mapping[str, Any], list[str]]]:
    """Return each pool that records go to with their ids: the chosen one, else where each was claimed, else the owner's."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        chosen = pool_id or pool_for(connection, me, kind, row)
        if chosen is None:
            raise NoPool
        ids.setdefault(chosen, []).append(row["id"])
    found = []
    for chosen, records in ids.items():
        pool = record_rows.fetch(connection, RecordKind.POOL, chosen)
        if pool is None:
            raise RecordNotFound(what=chosen)
        found.append((pool, records))
    return found


def _check_reason(connection: Connection, pool: Mapping[str, Any], reason_id: str | None) -> None:
    if not reason_id:
        if pool["asks_reason"]:
            raise FieldRequired(field="Reason")
        return
    term = record_rows.fetch(connection, RecordKind.TERM, reason_id)
    if term is None or term["taxonomy"] != Taxonomy.RELEASE_REASON:
        raise RecordNotFound(what=reason_id)
