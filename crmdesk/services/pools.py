"""Pools as records: their rules and members, and what a person may look at in them today. Lists come from `LeadLists(pool)`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, local_day, utc_now
from crmdesk.core.errors import CrmError, InvalidField, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import PoolRole, RecordKind
from crmdesk.models.pooling import DAYS, GRADES, PERIODS, check_rules, stored_grades
from crmdesk.services.record_values import require_name
from crmdesk.storage import claim_counts, pool_rows, record_rows
from crmdesk.storage.store import Store

_SWITCHES: Final = ("takes_accounts", "masks_contacts", "asks_reason")
_OTHERS: Final = ("name", "note", "for_team_id", GRADES, "position")


class NotPoolKeeper(CrmError):
    """Only administrators of a pool change it. Params: `pool`."""

    template = QT_TRANSLATE_NOOP("errors", "Only administrators of the pool {pool} can change it.")


class PoolNotEmpty(CrmError):
    """Something waits in a pool that was to be deleted. Params: `pool`, `count`."""

    template = QT_TRANSLATE_NOOP("errors", "{count} records wait in the pool {pool}. Move or assign them first.")


class BadRule(InvalidField):
    """A rule's value does not fit. Params: `field` (its name), `key` (its column)."""

    template = QT_TRANSLATE_NOOP("errors", "{field}: a whole number from 0 to 9999, or nothing.")


class BadPeriod(BadRule):
    """Days in which somebody has to do something are none. Params: as of `BadRule`."""

    template = QT_TRANSLATE_NOOP("errors", "{field}: a whole number from 1 to 9999, or nothing.")


class BadGrades(BadRule):
    """Days by grade do not fit. Params: as of `BadRule`."""

    template = QT_TRANSLATE_NOOP("errors", "Days by grade: for each grade a whole number of days from 1 to 9999.")


class DailyViewsReached(CrmError):
    """Rule: daily viewing limit. Params: `pool`, `limit`."""

    template = QT_TRANSLATE_NOOP("errors", "By the rules of the pool {pool} a person may open {limit} of its records a day.")


@dataclass(frozen=True, slots=True)
class PoolRecord:
    """A pool: its rules by column of `models.pool.Pool`, person → role, and how many leads and sites wait in it."""

    id: str
    name: str
    rules: Mapping[str, Any]
    members: Mapping[str, PoolRole]
    leads: int
    sites: int


class PoolService:
    """Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[PoolRecord, ...]:
        """Return every pool, in the order of positions."""
        with self._store.read() as connection:
            members = pool_rows.members(connection)
            return tuple(
                PoolRecord(
                    pool["id"],
                    pool["name"],
                    {key: pool[key] for key in (*DAYS, *_SWITCHES, *_OTHERS)},
                    {user: PoolRole(role) for of, user, role in members if of == pool["id"]},
                    *pool_rows.waiting(connection, pool["id"]),
                )
                for pool in pool_rows.pools(connection)
            )

    def create(self, values: Mapping[str, Any], *, source: str = "window", initiator: str = "") -> tuple[str, Changes]:
        """Make a pool; return its id.

        Raises:
            FieldRequired: no name. BadRule: as its text says.
        """
        stored = checked_values(values)
        require_name(stored, is_new=True)
        pool_id = new_id()
        with self._store.unit_of_work(label=stored["name"], source=source, initiator=initiator) as uow:
            record_rows.insert(uow.connection, RecordKind.POOL, {"id": pool_id, **stored})
            return pool_id, uow.commit()

    def save(self, pool_id: str, values: Mapping[str, Any], *, source: str = "window", initiator: str = "") -> Changes:
        """Change a pool's name or rules; None takes a rule away.

        Raises:
            FieldRequired, BadRule, NotPoolKeeper: as their texts say. RecordNotFound: it is gone.
        """
        stored = checked_values(values)
        require_name(stored, is_new=False)
        with self._store.unit_of_work(label=str(stored.get("name", "")), source=source, initiator=initiator) as uow:
            refuse_others(uow.connection, pool_id)
            record_rows.update(uow.connection, RecordKind.POOL, pool_id, stored)
            return uow.commit()

    def set_members(
        self, pool_id: str, members: Mapping[str, PoolRole], *, source: str = "window", initiator: str = ""
    ) -> Changes:
        """Let exactly these people be a pool's members; nobody: the pool is for everybody (or its team).

        Raises:
            NotPoolKeeper: as its text says. RecordNotFound: the pool is gone.
        """
        with self._store.unit_of_work(label="Members", source=source, initiator=initiator) as uow:
            connection = uow.connection
            refuse_others(connection, pool_id)
            write_members(connection, pool_id, members)
            return uow.commit()

    def delete(self, pool_id: str, *, source: str = "window", initiator: str = "") -> Changes:
        """Delete an empty pool.

        Raises:
            PoolNotEmpty, NotPoolKeeper: as their texts say. RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(label="Pool", source=source, initiator=initiator) as uow:
            name = refuse_others(uow.connection, pool_id)
            if count := sum(pool_rows.waiting(uow.connection, pool_id)):
                raise PoolNotEmpty(pool=name, count=count)
            at = iso_ms(utc_now())
            record_rows.bury(uow.connection, RecordKind.POOL, [pool_id], at)
            record_rows.bury(
                uow.connection, RecordKind.POOL_MEMBER, list(pool_rows.member_rows(uow.connection, pool_id).values()), at
            )
            return uow.commit()

    def note_view(self, pool_id: str, record_id: str) -> int | None:
        """Count the opening of a record that waits in a pool; return how many more may be opened today, None without a limit.

        Opening the same record again on one day counts once. Call on the writing lane, before the record is shown.

        Raises:
            DailyViewsReached: as its text says. Of a pool that is gone nothing is counted.
        """
        day = local_day().isoformat()
        with self._store.unit_of_work(source="window") as uow:
            pool = record_rows.fetch(uow.connection, RecordKind.POOL, pool_id)
            limit = None if pool is None else pool["daily_views"]
            if pool is None or limit is None:
                return None
            seen = pool_rows.seen(uow.connection, pool_id, day)
            if record_id not in seen and len(seen) >= limit:
                raise DailyViewsReached(pool=pool["name"], limit=limit)
            pool_rows.note_seen(uow.connection, pool_id, day, record_id)
            uow.commit()
            return int(limit) - len(seen | {record_id})


def checked_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as they are stored, refusing with the first problem of `check_rules`."""
    for problem in check_rules(values):
        kind = BadGrades if problem.field == GRADES else BadPeriod if problem.field in PERIODS else BadRule
        raise kind(field=problem.label, key=problem.field)
    stored: dict[str, Any] = {}
    for key, value in values.items():
        if key in DAYS:
            stored[key] = value
        elif key == GRADES:
            stored[key] = stored_grades(value)
        elif key in _SWITCHES:
            stored[key] = int(bool(value))
        elif key in _OTHERS:
            stored[key] = value.strip() or None if isinstance(value, str) else value
        else:
            raise BadRule(field=key, key=key)
    return stored


def write_members(connection: Connection, pool_id: str, members: Mapping[str, PoolRole]) -> None:
    """Let exactly these people be a pool's members."""
    known = pool_rows.member_rows(connection, pool_id)
    gone = [row for user, row in known.items() if user not in members]
    record_rows.bury(connection, RecordKind.POOL_MEMBER, gone, iso_ms(utc_now()))
    for user, role in members.items():
        if user in known:
            record_rows.update(connection, RecordKind.POOL_MEMBER, known[user], {"role": role.value})
        else:
            row = {"id": new_id(), "pool_id": pool_id, "user_id": user, "role": role.value}
            record_rows.insert(connection, RecordKind.POOL_MEMBER, row)


def refuse_others(connection: Connection, pool_id: str) -> str:
    """Return the pool's name, refusing whoever may not change it.

    Raises:
        NotPoolKeeper: as its text says. RecordNotFound: the pool is gone.
    """
    pool = record_rows.fetch(connection, RecordKind.POOL, pool_id)
    if pool is None:
        raise RecordNotFound(what=pool_id)
    if not may_change(connection, pool_id):
        raise NotPoolKeeper(pool=pool["name"])
    return str(pool["name"])


def may_change(connection: Connection, pool_id: str) -> bool:
    """Return whether the person who uses this store may change a pool.

    With a centre only its administrators may, everybody while it has none; a store without a centre belongs to whoever uses it.
    """
    if not claim_counts.has_centre(connection):
        return True
    keepers = {user for of, user, role in pool_rows.members(connection) if of == pool_id and role == PoolRole.ADMINISTRATOR}
    return not keepers or record_rows.current_user(connection) in keepers
