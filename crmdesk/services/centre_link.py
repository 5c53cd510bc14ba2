"""Which centre the store belongs to, and what of it this laptop carries; leaving it. The conversation itself is `sync`'s business."""

import json
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.exchange_state import centre_setting
from crmdesk.storage.store import Store

CENTRE: Final = "centre"
"""The kind that `Changes` name when a store was connected or left its centre."""
HISTORY_DAYS: Final = (30, 90, 365, 0)
"""How many days of notes and visits a laptop carries; 0: all of them."""
_FORGOTTEN: Final = ("centre", "sent_seq", "last_no", "last_batch", "access", "last_exchange_at", "exchange_state")
_REPLICAS: Final = (
    *("sync_cursor", "sync_mark", "sync_have", "sync_batch", "sync_reload", "sync_reach"),
    *("conflict", "parked_edit"),
)


@unique
class Carried(StrEnum):
    """What this laptop carries of what its person may see."""

    MINE = "mine"
    TEAMS = "teams"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CentreLink:
    """The store's centre.

    Attributes:
        setting: address and login as the exchange keeps them, without a secret; None without a centre.
        carried: what of it comes here. history_days: how far back notes and visits go, 0 for all.
    """

    setting: dict[str, Any] | None
    carried: Carried = Carried.TEAMS
    history_days: int = 0


class CentreLinkService:
    """Reads and writes the store's link; reads may come from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> CentreLink:
        """Return the link."""
        with self._store.read() as connection:
            carried = _control(connection, "carried")
            days = _control(connection, "history_days")
            return CentreLink(
                centre_setting(connection),
                Carried(carried) if carried in set(Carried) else Carried.TEAMS,
                int(days) if str(days or "").isdecimal() else 0,
            )

    def connect(self, setting: str) -> Changes:
        """Note the centre the store belongs to from now on; `setting` is JSON without a secret."""
        json.loads(setting)
        return self._write({"centre": setting})

    def carry(self, carried: Carried, history_days: int) -> Changes:
        """Choose what this laptop carries; the next exchange fetches or gives back the difference."""
        return self._write({"carried": carried.value, "history_days": history_days})

    def leave(self) -> Changes:
        """Part from the centre and keep every record as it is here; what it was asked and what it said is forgotten."""
        with self._store.unit_of_work(action=ActionKind.EXCHANGE) as uow:
            with uow.unlogged() as connection:
                connection.exec_driver_sql(
                    "DELETE FROM sync_ctl WHERE k IN (SELECT value FROM json_each(?))", (json.dumps(_FORGOTTEN),)
                )
                for table in _REPLICAS:
                    connection.exec_driver_sql(f"DELETE FROM {table}")
            uow.tell(CENTRE, ["left"])
            return uow.commit()

    def _write(self, values: dict[str, Any]) -> Changes:
        with self._store.unit_of_work(action=ActionKind.EXCHANGE) as uow:
            uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES(?,?)", list(values.items()))
            uow.tell(CENTRE, list(values))
            return uow.commit()


def _control(connection: Connection, key: str) -> Any:
    return connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k=?", (key,)).scalar()
