"""A login that has ended: once the centre has everything that was done here, the person is told, and then the records go (`sync.md` §2.8, 28)."""

from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.storage.exchange_outbox import count_waiting
from crmdesk.storage.exchange_progress import control, set_control
from crmdesk.storage.shut_out_rows import clear_for_shut_out
from crmdesk.storage.store import Store
from crmdesk.sync.memory import LEAST_DAYS

_KEPT: Final = "shut_out"
"""Row of `sync_ctl`: `told` or `wiped`; nothing while the login is open."""
_DISABLED: Final = "disabled"


@unique
class ShutOut(StrEnum):
    """How far it is."""

    NO = "no"
    WAITS = "waits"
    """The login has ended, but the centre does not have everything yet."""
    TOLD = "told"
    """The person can read what will happen; the next exchange removes the records."""
    WIPED = "wiped"


def shut_out(store: Store) -> ShutOut:
    """Return how far it is, as far as this laptop knows."""
    with store.read() as connection:
        kept = control(connection, _KEPT)
    return ShutOut(kept) if kept in {ShutOut.TOLD, ShutOut.WIPED} else ShutOut.NO


def follow_shut_out(store: Store, state: str, now: datetime) -> tuple[ShutOut, Changes]:
    """Do what follows from the centre's word at the end of an exchange; one transaction. Done again it goes on where it stopped.

    The first exchange that finds the login ended, with everything sent, only says so: it may be a mistake. The next one removes the
    records. A login that is opened again gets everything with its next exchange.
    """
    before = shut_out(store)
    if state != _DISABLED:
        if before is ShutOut.NO:
            return ShutOut.NO, Changes()
        return ShutOut.NO, _note(store, None)
    with store.read() as connection:
        if count_waiting(connection):
            return ShutOut.WAITS, Changes()
    if before is ShutOut.NO:
        return ShutOut.TOLD, _note(store, ShutOut.TOLD)
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        clear_for_shut_out(uow, iso_ms(now - timedelta(days=LEAST_DAYS)))
        set_control(uow.connection, {_KEPT: ShutOut.WIPED.value})
        uow.commit()
    return ShutOut.WIPED, Changes(
        action=ActionKind.EXCHANGE.value,
        touched=dict.fromkeys(("conflict", "parked_edit", "sync_news", *(kind.value for kind in RecordKind))),
    )


def _note(store: Store, far: ShutOut | None) -> Changes:
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        set_control(uow.connection, {_KEPT: None if far is None else far.value})
        return uow.commit()
