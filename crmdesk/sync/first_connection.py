"""The order of a first connection: a store that already has data pulls, a person looks at what the centre has as well, then it sends."""

from collections.abc import Callable
from typing import Final, TypeVar

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.first_connection import FirstConnection, State
from crmdesk.services.first_matches import Progress
from crmdesk.storage import exchange_progress
from crmdesk.storage.first_connection_rows import has_own_records, has_unsent_set_up, keep_set_up_here
from crmdesk.storage.store import Store

Answer = TypeVar("Answer")
_OK: Final = "ok"
"""What the centre says of a laptop that may send and receive (`Welcome.state`)."""


def may_push(store: Store) -> bool:
    """Say whether this store may send: not before its first pull when it has data of its own, and not while a person looks at that."""
    with store.read() as connection:
        state = exchange_progress.control(connection, "exchange_state")
        if state == State.MATCHING:
            return False
        if state == State.MATCHED or exchange_progress.device(connection).sent_seq > 0:
            return True
        return not has_own_records(connection)


def exchange_in_order(store: Store, exchange: Callable[[bool], Answer], progress: Progress) -> Answer:
    """Exchange as far as it may; `exchange` is told whether to push.

    On a first connection it pulls only, and what the centre may have already is found; with nothing found it goes on and pushes at once.

    Raises:
        Whatever `exchange` and `progress` raise. Done again it goes on where it stopped.
    """
    _keep_set_up_here(store)
    if may_push(store):
        answer = exchange(True)  # noqa: FBT003 - whether to push
        _note_joined(store)
        return answer
    answer = exchange(False)  # noqa: FBT003 - whether to push
    connection = FirstConnection(store)
    if connection.is_matching or connection.search(progress):
        return answer
    connection.finish()
    return exchange(True)  # noqa: FBT003 - whether to push


def _note_joined(store: Store) -> None:
    """Let a store that had nothing of its own count as looked at: what is entered from now on is entered beside the centre's."""
    with store.read() as connection:
        state = exchange_progress.control(connection, "exchange_state")
        if state not in {None, _OK} or exchange_progress.device(connection).sent_seq > 0 or has_own_records(connection):
            return
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        exchange_progress.set_control(uow.connection, {"exchange_state": State.MATCHED.value})
        uow.commit()


def _keep_set_up_here(store: Store) -> None:
    with store.read() as connection:
        if exchange_progress.device(connection).sent_seq > 0 or not has_unsent_set_up(connection):
            return
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        keep_set_up_here(uow.connection, iso_ms(utc_now()))
        uow.commit()
