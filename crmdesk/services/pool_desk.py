"""The pools as one person meets them: what waits in his, what he may still do today, what of his falls back soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms, local_day, start_of_day
from crmdesk.core.vocabulary import PoolRole
from crmdesk.core.waiting_filter import WaitingFilter
from crmdesk.services.due_lists import DueList
from crmdesk.services.pool_lists import WaitingList
from crmdesk.storage import claim_counts, pool_rows, record_rows
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class MyPool:
    """One pool that is open to whoever uses this store.

    Attributes:
        leads, sites: how many wait in it. takes_accounts: whether it has accounts at all. masks: phones and mails are shown in part.
        is_keeper: I may assign, lock and take out what waits in it.
        claims, claims_left: a day, None without a limit. held, held_limit: open leads I have, and may have at once.
        views, views_left: records of it a person may open a day, and I still may.
    """

    id: str
    name: str
    leads: int
    sites: int
    takes_accounts: bool
    masks: bool
    is_keeper: bool
    claims: int | None
    claims_left: int | None
    held: int
    held_limit: int | None
    views: int | None
    views_left: int | None


@dataclass(frozen=True, slots=True)
class PoolDesk:
    """What the page of pools begins with.

    Attributes:
        pools: those open to me, in their order. others: pools there are besides.
        due: how much of mine falls back soon. due_of_all: of everybody, where I keep the pool.
        has_centre: claims are provisional until the centre says so.
    """

    pools: tuple[MyPool, ...]
    others: int
    due: int
    due_of_all: int
    has_centre: bool


class PoolDeskService:
    """Reads only; any thread may ask. Its administrators' deeds are `services.pool_keeping`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def desk(self) -> PoolDesk:
        """Return the pools open to whoever uses this store, with what he may still do today and what of his falls back."""
        with self._store.read() as connection:
            me = record_rows.current_user(connection) or ""
            team = connection.exec_driver_sql("SELECT team_id FROM app_user WHERE id=?", (me,)).scalar()
            roles: dict[str, dict[str, str]] = {}
            for pool_id, user, role in pool_rows.members(connection):
                roles.setdefault(pool_id, {})[user] = role
            every = pool_rows.pools(connection)
            held = claim_counts.held(connection, me)
            mine = tuple(
                _my_pool(connection, pool, roles.get(pool["id"], {}), me, held)
                for pool in every
                if me in (people := roles.get(pool["id"], {})) or (not people and pool["for_team_id"] in {None, team})
            )
            has_centre = claim_counts.has_centre(connection)
        kept = [pool.id for pool in mine if pool.is_keeper]
        return PoolDesk(
            mine,
            len(every) - len(mine),
            DueList(self._store, None, "").count(),
            DueList(self._store, kept, "").count() if kept else 0,
            has_centre,
        )

    def waiting(self, wanted: WaitingFilter, language: str = "zh_CN") -> WaitingList:
        """Return what waits in pools; nothing is asked yet."""
        return WaitingList(self._store, wanted, language)

    def due(self, pools: Sequence[str] | None = None, language: str = "zh_CN") -> DueList:
        """Return what will fall back soon: mine, or with `pools` everybody's that falls to these; nothing is asked yet."""
        return DueList(self._store, pools, language)


def _my_pool(connection: Connection, pool: dict[str, Any], people: dict[str, str], me: str, held: int) -> MyPool:
    leads, sites = pool_rows.waiting(connection, pool["id"])
    keepers = {user for user, role in people.items() if role == PoolRole.ADMINISTRATOR}
    claims, views, today = pool["daily_claims"], pool["daily_views"], local_day()
    midnight = iso_ms(start_of_day(today))
    taken = 0 if claims is None else claim_counts.claimed_since(connection, pool["id"], me, midnight)
    seen = 0 if views is None else len(pool_rows.seen(connection, pool["id"], today.isoformat()))
    return MyPool(
        id=pool["id"],
        name=pool["name"],
        leads=leads,
        sites=sites,
        takes_accounts=bool(pool["takes_accounts"]) or bool(sites),
        masks=bool(pool["masks_contacts"]),
        is_keeper=not keepers or me in keepers,
        claims=claims,
        claims_left=None if claims is None else max(0, claims - taken),
        held=held,
        held_limit=pool["held_limit"],
        views=views,
        views_left=None if views is None else max(0, views - seen),
    )
