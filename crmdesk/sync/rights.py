"""Teams gained and lost: `half` before the first page of a gained one, `going` before a lost one is removed (`sync.md` §2.6.2–3)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_progress
from crmdesk.storage.exchange_progress import Held, HeldTeam
from crmdesk.storage.exchange_removing import in_sight, seen_through
from crmdesk.storage.store import Store
from crmdesk.sync.applying import Received, remove
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import Welcome

_RIGHTS: Final = "rights"
"""Row of `sync_ctl`: JSON of team → may write, as the centre told it last."""


def rights_known(connection: Connection) -> dict[str, bool]:
    """Return the teams as the centre told them last → may write; empty where it never did."""
    kept = exchange_progress.control(connection, _RIGHTS)
    return {str(team): bool(may_write) for team, may_write in json.loads(kept).items()} if kept else {}


def completed(store: Store, welcome: Welcome) -> Welcome:
    """Return what the centre said with the teams that it did not tell again; those that it did are noted for the next time."""
    with store.read() as connection:
        known = rights_known(connection)
    if welcome.same_rights:
        return replace(welcome, teams=known)
    if welcome.state == "ok" and welcome.teams != known:
        with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            exchange_progress.set_control(uow.connection, {_RIGHTS: json.dumps(dict(welcome.teams))})
            uow.commit()
    return welcome


def follow_rights(store: Store, wanted: Mapping[str, bool], access: int) -> Sequence[HeldTeam]:
    """Note which teams are to be held from now on, in one transaction; return those that have still to be fetched.

    On a laptop that pulled nothing yet all of them are held at once: the pull from the beginning brings their rows.
    """
    with store.read() as connection:
        held = exchange_progress.held_teams(connection)
        start = exchange_progress.progress(connection)
        known = exchange_progress.device(connection).access
    is_new = start.n == 0 and not start.is_unfinished
    changed = [
        HeldTeam(team, Held.HAVE if is_new else Held.HALF, can_write)
        for team, can_write in sorted(wanted.items())
        if team not in held or held[team].state is Held.GOING
    ]
    changed += [
        replace(team, can_write=wanted[team.id])
        for team in held.values()
        if team.id in wanted and team.state is not Held.GOING and team.can_write != wanted[team.id]
    ]
    changed += [
        HeldTeam(team.id, Held.GOING, can_write=False)
        for team in held.values()
        if team.id not in wanted and team.state is not Held.GOING
    ]
    if changed or known != access:
        with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            exchange_progress.set_held(uow.connection, changed)
            exchange_progress.set_control(uow.connection, {"access": access})
            uow.commit()
    with store.read() as connection:
        return [team for team in exchange_progress.held_teams(connection).values() if team.state is Held.HALF]


def give_up(store: Store, received: Received) -> Changes:
    """Remove the rows of teams that are `going`, when all edits are pushed; one transaction.

    What another held team sees stays, and what has edits that wait; those are fetched, and then removed, after the next push.
    """
    with store.read() as connection:
        held = exchange_progress.held_teams(connection).values()
        start = exchange_progress.progress(connection)
    going = [team.id for team in held if team.state is Held.GOING]
    if not going:
        return Changes()
    remaining = [team.id for team in held if team.state is not Held.GOING]
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        seen = seen_through(uow.connection, going, PULL_ORDER)
        uow.connection.exec_driver_sql("DELETE FROM sync_reach WHERE team_id=?", [(team,) for team in going])
        gone = {table: set(ids) - in_sight(uow.connection, table, ids, remaining) for table, ids in seen.items()}
        remove(uow, gone, received, rv=start.n, at=None)
        exchange_progress.drop_held(uow.connection, going)
        return uow.commit()
