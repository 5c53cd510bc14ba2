"""Pools as the settings change them: all at once with one undo, in order, deleted with what waits moved; and what new rules would take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import InvalidField, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import PoolRole, RecordKind, Taxonomy
from crmdesk.models.pooling import DAYS, GRADES, check_rules, days_of_grades, stored_grades
from crmdesk.services.pool_rules import FallingBack, falling_back
from crmdesk.services.pools import (
    NotPoolKeeper,
    PoolNotEmpty,
    PoolRecord,
    PoolService,
    checked_values,
    may_change,
    refuse_others,
    write_members,
)
from crmdesk.services.record_values import require_name
from crmdesk.storage import claim_counts, pool_rows, record_rows
from crmdesk.storage.store import Store

__all__ = [
    "DAYS",
    "GRADES",
    "FallingBack",
    "NotPoolKeeper",
    "PoolNotEmpty",
    "PoolSettings",
    "PoolsState",
    "SamePool",
    "check_rules",
    "days_of_grades",
    "stored_grades",
]
_WAITING: Final = (RecordKind.LEAD, RecordKind.SITE)
_NAMELESS: Final = "—"
"""The team every store begins with; nobody would choose it."""
_UNSAVED: Final = "unsaved"
"""Stands for a pool that is not stored yet; it would come after all others."""


class SamePool(InvalidField):
    """What waits in a pool that is deleted cannot wait there any more. Params: `pool`."""

    template = QT_TRANSLATE_NOOP("errors", "Choose another pool than {pool} for what waits in it.")


@dataclass(frozen=True, slots=True)
class PoolsState:
    """What the settings of pools show, read in one go.

    Attributes:
        pools: in their order. changeable: ids of those that whoever uses this store may change.
        teams: id → name, by name, without the nameless one a store begins with. people: id → name, oneself first. me: oneself.
        grades: codes of the grades customers may have. reasons: how many reasons for a release are offered.
        has_centre: whether the store has a centre, which makes administrators of pools matter.
    """

    pools: tuple[PoolRecord, ...]
    changeable: frozenset[str]
    teams: Mapping[str, str]
    people: Mapping[str, str]
    me: str | None
    grades: tuple[str, ...]
    reasons: int
    has_centre: bool


class PoolSettings:
    """Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> PoolsState:
        """Return every pool with what is needed to change it."""
        pools = PoolService(self._store).all()
        with self._store.read() as connection:
            me = record_rows.current_user(connection)
            people = connection.exec_driver_sql(
                "SELECT id, name FROM app_user WHERE deleted_at IS NULL ORDER BY id IS NOT ?, name", (me,)
            ).all()
            teams = connection.exec_driver_sql(
                "SELECT id, name FROM team WHERE deleted_at IS NULL AND name<>? ORDER BY name", (_NAMELESS,)
            ).all()
            return PoolsState(
                pools,
                frozenset(pool.id for pool in pools if may_change(connection, pool.id)),
                {row[0]: row[1] for row in teams},
                {row[0]: row[1] for row in people},
                me,
                tuple(_codes(connection, Taxonomy.GRADE)),
                len(_codes(connection, Taxonomy.RELEASE_REASON)),
                claim_counts.has_centre(connection),
            )

    def save(
        self,
        pool_id: str | None,
        values: Mapping[str, Any],
        members: Mapping[str, PoolRole] | None = None,
        *,
        source: str = "window",
        initiator: str = "",
    ) -> tuple[str, Changes]:
        """Store name, rules and members as one action; None makes a pool, the last of all; return its id.

        Args:
            pool_id: the pool, or None.
            values: columns of `models.pool.Pool`; None takes a rule away.
            members: person → role; nobody: the pool is for everybody (or its team). None leaves them as they are.
            source: where it was asked for.
            initiator: who asks, told to the screens.

        Raises:
            FieldRequired, BadRule, NotPoolKeeper: as their texts say. RecordNotFound: it is gone.
        """
        stored = checked_values(values)
        require_name(stored, is_new=pool_id is None)
        with self._store.unit_of_work(label=str(stored.get("name", "")), source=source, initiator=initiator) as uow:
            connection = uow.connection
            saved_id = pool_id or new_id()
            if pool_id is None:
                place = max((pool["position"] for pool in pool_rows.pools(connection)), default=-1) + 1
                row = {key: value for key, value in stored.items() if value is not None}
                record_rows.insert(connection, RecordKind.POOL, {"id": saved_id, "position": place, **row})
            else:
                refuse_others(connection, pool_id)
                record_rows.update(connection, RecordKind.POOL, pool_id, stored)
            if members is not None:
                write_members(connection, saved_id, members)
            return saved_id, uow.commit()

    def move(self, pool_id: str, step: int, *, source: str = "window", initiator: str = "") -> Changes:
        """Move a pool up (-1) or down (+1): of several that fit a person, what he loses falls to the first.

        Raises:
            NotPoolKeeper: as its text says. RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(source=source, initiator=initiator) as uow:
            refuse_others(uow.connection, pool_id)
            order = [pool["id"] for pool in pool_rows.pools(uow.connection)]
            at = order.index(pool_id)
            order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
            for position, one in enumerate(order):
                record_rows.update(uow.connection, RecordKind.POOL, one, {"position": position})
            return uow.commit()

    def delete(self, pool_id: str, move_to: str | None = None, *, source: str = "window", initiator: str = "") -> Changes:
        """Delete a pool; what waits in it goes on waiting in `move_to`, since when it waits stays.

        Raises:
            PoolNotEmpty: something waits in it and `move_to` is None. SamePool, NotPoolKeeper: as their texts say.
            RecordNotFound: one of the pools is gone.
        """
        with self._store.read() as connection:
            label = (record_rows.fetch(connection, RecordKind.POOL, pool_id) or {}).get("name", "")
        with self._store.unit_of_work(label=label, source=source, initiator=initiator) as uow:
            connection = uow.connection
            name = refuse_others(connection, pool_id)
            count = sum(pool_rows.waiting(connection, pool_id))
            if count and move_to is None:
                raise PoolNotEmpty(pool=name, count=count)
            if count and move_to is not None:
                if move_to == pool_id:
                    raise SamePool(pool=name)
                if record_rows.fetch(connection, RecordKind.POOL, move_to) is None:
                    raise RecordNotFound(what=move_to)
                for kind in _WAITING:
                    pool_rows.move_waiting(connection, kind, pool_id, move_to)
            at = iso_ms(utc_now())
            record_rows.bury(connection, RecordKind.POOL_MEMBER, list(pool_rows.member_rows(connection, pool_id).values()), at)
            record_rows.bury(connection, RecordKind.POOL, [pool_id], at)
            return uow.commit()

    def preview(
        self,
        pool_id: str | None,
        values: Mapping[str, Any],
        members: Mapping[str, PoolRole],
        now: datetime | None = None,
    ) -> FallingBack:
        """Return what would fall back today if a pool (None: a new one) were saved like this; nothing is written.

        Raises:
            BadRule: as its text says.
        """
        stored = checked_values(values)
        this = pool_id or _UNSAVED
        blank: dict[str, Any] = {**dict.fromkeys([*DAYS, GRADES, "for_team_id"]), "takes_accounts": 0}
        with self._store.read() as connection:
            pools: list[dict[str, Any]] = pool_rows.pools(connection)
            if pool_id is None:
                pools.append({**blank, "id": this})
            changed = [{**pool, **stored} if pool["id"] == this else pool for pool in pools]
            people = [row for row in pool_rows.members(connection) if row[0] != this]
            people += [(this, user, role.value) for user, role in members.items()]
            return falling_back(connection, changed, people, now)


def _codes(connection: Connection, taxonomy: Taxonomy) -> list[str]:
    rows = connection.exec_driver_sql(
        "SELECT code FROM term WHERE taxonomy=? AND deleted_at IS NULL AND retired_at IS NULL ORDER BY position, code",
        (taxonomy.value,),
    )
    return list(rows.scalars())
