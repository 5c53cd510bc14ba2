"""What administrators of a pool do with its records: assign, lock, take out; and refusals for everybody else."""

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, PoolRole, RecordKind
from crmdesk.services.pool_rules import pool_for
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import lead_rows, pool_rows, record_rows, waiting_rows
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

_T: Final = QT_TRANSLATE_NOOP


class ForPoolKeepers(CrmError):
    """Only administrators of a pool do this. Params: `name`, `pool`."""

    template = _T("errors", "Only administrators of the pool {pool} can do this with {name}.")


class PoolWithoutAccounts(CrmError):
    """The pool takes leads only. Params: `pool`."""

    template = _T("errors", "By its rules the pool {pool} takes no accounts.")


class PoolKeeping:
    """Commands run one after another on the writing lane; leads and sites may come together."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def assign(self, keys: Collection[RecordKey], user_id: str, *, source: str = "window", initiator: str = "") -> Changes:
        """Give records to a person, leads and sites in one action.

        Raises:
            ForPoolKeepers: one waits in a pool that others keep. RecordNotFound: a record or the person is gone. Nothing is changed then.
        """
        with self._unit(keys, ActionKind.CLAIM, source, initiator) as uow:
            connection = uow.connection
            if record_rows.fetch(connection, RecordKind.USER, user_id) is None:
                raise RecordNotFound(what=user_id)
            now = iso_ms(utc_now())
            for kind, ids in self._kept(connection, keys):
                if kind is RecordKind.LEAD:
                    lead_rows.hand_over(connection, ids, user_id, now)
                else:
                    waiting_rows.give_sites(connection, ids, user_id, now)
            return uow.commit()

    def lock(
        self, keys: Collection[RecordKey], *, is_locked: bool = True, source: str = "window", initiator: str = ""
    ) -> Changes:
        """Lock records: no rule takes them from whoever has them; or unlock them.

        Raises:
            ForPoolKeepers: one waits in, or would fall back to, a pool that others keep. RecordNotFound: one is gone.
        """
        with self._unit(keys, ActionKind.EDIT, source, initiator) as uow:
            for kind, ids in self._kept(uow.connection, keys, fallback=True):
                waiting_rows.set_locked(uow.connection, kind, ids, is_locked=is_locked)
            return uow.commit()

    def take_out(
        self, keys: Collection[RecordKey], pool_id: str | None = None, *, source: str = "window", initiator: str = ""
    ) -> Changes:
        """Take what waits out of its pool into another one; None: into none, so that nobody has it.

        Raises:
            ForPoolKeepers: one waits in a pool that others keep. PoolWithoutAccounts: as its text says. RecordNotFound: a record or
            the pool is gone. Nothing is changed then.
        """
        with self._unit(keys, ActionKind.EDIT, source, initiator) as uow:
            connection = uow.connection
            pool = None if pool_id is None else record_rows.fetch(connection, RecordKind.POOL, pool_id)
            if pool_id is not None and pool is None:
                raise RecordNotFound(what=pool_id)
            for kind, ids in self._kept(connection, keys):
                if pool is None:
                    waiting_rows.take_out(connection, kind, ids)
                    continue
                if kind is RecordKind.SITE and not pool["takes_accounts"]:
                    raise PoolWithoutAccounts(pool=pool["name"])
                waiting_rows.put_into(connection, kind, ids, pool["id"])
            return uow.commit()

    def _unit(
        self, keys: Collection[RecordKey], action: ActionKind, source: str, initiator: str
    ) -> AbstractContextManager[UnitOfWork]:
        label = str(len(keys))
        if len(keys) == 1:
            key = next(iter(keys))
            with self._store.read() as connection:
                numbers = [n for n, _ in waiting_rows.numbers_of(connection, key.kind, [key.id])]
                label = next((row.name for row in waiting_rows.shown(connection, key.kind, numbers, "")), "")
        return self._store.unit_of_work(action=action, label=label, source=source, initiator=initiator)

    def _kept(
        self, connection: Connection, keys: Collection[RecordKey], *, fallback: bool = False
    ) -> list[tuple[RecordKind, list[str]]]:
        """Return ids by kind, refusing what is gone or what others keep."""
        me = record_rows.current_user(connection)
        found = []
        for kind in (RecordKind.LEAD, RecordKind.SITE):
            ids = [key.id for key in dict.fromkeys(keys) if key.kind is kind]
            here = {one for _, one in waiting_rows.numbers_of(connection, kind, ids)}
            if gone := [one for one in ids if one not in here]:
                raise RecordNotFound(what=gone[0])
            if (refused := waiting_rows.closed_to(connection, kind, ids, me)) is not None:
                raise ForPoolKeepers(name=refused[0], pool=refused[1])
            if fallback:
                _refuse_fallback(connection, kind, ids, me or "")
            if ids:
                found.append((kind, ids))
        return found


def _refuse_fallback(connection: Connection, kind: RecordKind, ids: Sequence[str], me: str) -> None:
    """Refuse records with an owner that would fall back to a pool others keep."""
    keepers: dict[str, set[str]] = {}
    for pool_id, user, role in pool_rows.members(connection):
        if role == PoolRole.ADMINISTRATOR:
            keepers.setdefault(pool_id, set()).add(user)
    if not keepers:
        return
    names = {pool["id"]: pool["name"] for pool in pool_rows.pools(connection)}
    for one in ids:
        row = record_rows.fetch(connection, kind, one)
        if row is None or row["owner_id"] is None:
            continue
        pool = pool_for(connection, row["owner_id"], kind, row)
        if pool in keepers and me not in keepers[pool]:
            raise ForPoolKeepers(
                name=str(row["company_name"] or row["person"] if kind is RecordKind.LEAD else row["name"]), pool=names[pool]
            )
