"""Joining a centre and leaving it. Joining only says where it is; the first exchange learns who the person is there."""

import json
from collections.abc import Mapping
from typing import Any, Final

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_progress
from crmdesk.storage.exchange_identity import announce_everything, become, forget_exchange, wipe_records
from crmdesk.storage.store import Store
from crmdesk.sync.protocol import Welcome

_SECRETS: Final = frozenset({"password", "passwd", "secret", "key", "sslpassword", "token"})
LEVEL: Final = "level"
"""Row of `sync_ctl`: the level of this store's person, as the centre told it last."""
_KNOWN_AS: Final = "known_as"
"""Row of `sync_ctl`: id of the person at the centre, since the first exchange."""


_LEFT: Final = "left_centre"
"""Row of `sync_ctl`: the store was at a centre before, so its log no longer tells all that is in it."""


class OtherPerson(CrmError):
    """The login is another person's than the one whose work is in this store."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "This data belongs to somebody else than {name}, whose login this is. Use the right login, or leave the centre first.",
    )


class NotConnected(CrmError):
    """The store has no centre."""

    template = QT_TRANSLATE_NOOP("errors", "This data is not connected to a centre.")


def connect(store: Store, settings: Mapping[str, Any]) -> None:
    """Note where the centre is; from now on edits are kept until it has them. Nothing is sent yet.

    Raises:
        ValueError: `settings` hold a secret, which belongs in the keyring.
    """
    if _SECRETS & {key.lower() for key in settings}:
        raise ValueError("secrets do not belong into the store")
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        if exchange_progress.control(uow.connection, _LEFT):
            announce_everything(uow)
            exchange_progress.set_control(uow.connection, {_LEFT: None})
        exchange_progress.set_control(
            uow.connection, {"centre": json.dumps(dict(settings), ensure_ascii=False), "exchange_state": None}
        )
        uow.commit()


def is_connected(store: Store) -> bool:
    """Return whether the store has a centre."""
    with store.read() as connection:
        return bool(exchange_progress.control(connection, "centre"))


def become_known(store: Store, welcome: Welcome) -> None:
    """Let the person of this store be the one whom the centre knows by the login: ids of user and records' owners follow, once.

    The level the centre gives him is noted: what a manager's laptop does for others, a salesperson's does not.

    Raises:
        OtherPerson: the store's work was exchanged under another login before.
    """
    with store.read() as connection:
        known = exchange_progress.control(connection, _KNOWN_AS)
        level = exchange_progress.control(connection, LEVEL)
        me = exchange_progress.device(connection).user
    if welcome.level != level:
        with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            exchange_progress.set_control(uow.connection, {LEVEL: welcome.level})
            uow.commit()
    if known == welcome.user_id and me == welcome.user_id:
        return
    if known is not None:
        raise OtherPerson(name=welcome.user_name)
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        become(uow, me, welcome.user_id, welcome.user_name)
        exchange_progress.set_control(uow.connection, {_KNOWN_AS: welcome.user_id, "user_id": welcome.user_id})
        uow.commit()


def leave(store: Store, *, wipe: bool) -> None:
    """Leave the centre: the data stays and is this laptop's own, or all of it is wiped, unsent edits too.

    A wiped store is empty and knows nobody; `services.store_setup.set_up` makes it usable again. One transaction.
    """
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        forget_exchange(uow.connection)
        exchange_progress.set_control(
            uow.connection,
            dict.fromkeys(
                ("centre", _KNOWN_AS, LEVEL, "access", "rights", "last_exchange_at", "exchange_state", "last_no", "last_batch")
            )
            | {"sent_seq": 0, _LEFT: None if wipe else 1},
        )
        if wipe:
            wipe_records(uow)
        uow.commit()
