"""What a new store holds before the first customer: shipped classifications, one team, one user, this laptop's identity."""

import dataclasses
import getpass
import secrets
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.shipped_criteria import shipped_criteria
from crmdesk.models.shipped_stages import shipped_stages
from crmdesk.models.shipped_terms import shipped_terms
from crmdesk.storage import premises_keys, record_rows
from crmdesk.storage.search.writing import rebuild
from crmdesk.storage.store import Store


def is_set_up(store: Store) -> bool:
    """Return whether the store knows who uses it."""
    with store.read() as connection:
        return record_rows.current_user(connection) is not None


def set_up(store: Store, user_name: str = "", team_name: str = "") -> Changes:
    """Fill a new store; of one that is filled already, only the first sites get premises keys by today's rules, where it has older ones."""
    if is_set_up(store):
        add_missing(store)
        renew_premises(store)
        return Changes()
    user_id, team_id = new_id(), new_id()
    with store.unit_of_work(action=ActionKind.SETUP, label="New store", source="setup") as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='user_id'", (user_id,))
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='device_id'", (secrets.token_hex(16),))
        record_rows.insert(uow.connection, RecordKind.TEAM, {"id": team_id, "name": team_name or "—"})
        login = _login()
        record_rows.insert(
            uow.connection,
            RecordKind.USER,
            {"id": user_id, "team_id": team_id, "name": user_name or login or "—", "login": login},
        )
        _add(uow.connection)
        premises_keys.rewrite_premises_keys(uow.connection)
        rebuild(uow.connection)  # empty still: notes the form in which it will be written
        return uow.commit()


def add_missing(store: Store) -> bool:
    """Add what ships with the program and an older store lacks; return whether anything was missing. What somebody deleted stays so."""
    with store.read() as connection:
        if not _missing(connection):
            return False
    with store.unit_of_work(action=ActionKind.SETUP, label="shipped", source="setup") as uow:
        _add(uow.connection)
        uow.commit()
    return True


def _add(connection: Connection) -> None:
    for kind, rows in _missing(connection).items():
        names = tuple(rows[0])
        connection.exec_driver_sql(
            f"INSERT INTO {kind.value}({','.join(names)}) VALUES({','.join('?' * len(names))})",
            [tuple(row.values()) for row in rows],
        )


def _missing(connection: Connection) -> dict[RecordKind, list[dict[str, Any]]]:
    sets, criteria = shipped_criteria()
    missing: dict[RecordKind, list[dict[str, Any]]] = {}
    for kind, rows in (
        (RecordKind.TERM, shipped_terms()),
        (RecordKind.STAGE, shipped_stages()),
        (RecordKind.CRITERIA_SET, sets),
        (RecordKind.CRITERION, criteria),
    ):
        known = set(connection.exec_driver_sql(f"SELECT id FROM {kind.value}").scalars())
        lacking = [dataclasses.asdict(row) for row in rows if row.id not in known]
        if lacking:
            missing[kind] = lacking
    return missing


def renew_premises(store: Store) -> bool:
    """Derive the next premises keys that an older version of the program wrote, for the writing lane; return whether more are left.

    Each call goes on where the last one ended, also that of another session; a small store needs only one.
    """
    with store.read() as connection:
        if premises_keys.is_current(connection):
            return False
    with store.unit_of_work(action=ActionKind.MIGRATION, label="premises", source="setup") as uow:
        is_left = premises_keys.rewrite_some(uow.connection)
        uow.commit()
    return is_left


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
