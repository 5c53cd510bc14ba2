"""Once a day: are the rows here those of the centre, by number and by sum? What differs is fetched anew, quietly (`sync.md` §2.6.7)."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.exchange_progress import Held, control, device, held_teams, progress, set_control
from crmdesk.storage.row_sums import doubt_team, row_sums
from crmdesk.storage.store import Store
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.protocol import Centre
from crmdesk.sync.subscription import Carried, carried

SUMS: Final = "sums"
"""Pseudo table: asked for by `reload` with teams as ids, answered as (team, table, number, sum). An older centre leaves it out."""
_EVERY: Final = timedelta(hours=24)
_KEPT: Final = "compared"
_COMPARED: Final = tuple(table for table in PULL_ORDER if table != "term")
"""Classifications come with the program as well."""


@dataclass(frozen=True, slots=True)
class Compared:
    """When the rows were compared, and in how many tables of teams they differed; those were fetched anew then."""

    at: datetime
    differences: int | None
    """None: not compared yet, only noted when the laptop began."""


def last_compared(connection: Connection) -> Compared | None:
    """Return the last comparison, None before the first exchange."""
    kept = control(connection, _KEPT)
    if not kept:
        return None
    shape = json.loads(kept)
    return Compared(from_iso(shape["at"]), shape["differences"])


def compare_rows(store: Store, centre: Centre, now: datetime) -> bool:
    """Compare when a day has passed since the last time; return whether something differs and is to be fetched by another round.

    Nothing is compared where the laptop stands elsewhere than the centre: the next exchange does it. Nor where only some customers are
    carried, which has no sum at the centre.
    """
    with store.read() as connection:
        last, cursor = last_compared(connection), progress(connection)
        teams = sorted(team.id for team in held_teams(connection).values() if team.state is Held.HAVE)
        me, choice = device(connection).id, carried(connection)
    if last is None:
        _note(store, now, None)
        return False
    if now - last.at < _EVERY or choice is Carried.MINE or cursor.is_unfinished or not teams:
        return False
    page = centre.reload(me, teams, [(SUMS, team) for team in teams])
    if page.stale or page.head != cursor.n or SUMS not in page.rows:
        return False
    theirs = {(row[0], row[1]): (int(row[2]), int(row[3])) for row in page.rows[SUMS] if row[1] in _COMPARED}
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        ours = row_sums(uow.connection, _COMPARED, frozenset(teams))
        differing = sorted(key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key))
        for team in {team for team, _table in differing}:
            doubt_team(uow.connection, team, [table for other, table in differing if other == team])
        set_control(uow.connection, {_KEPT: json.dumps({"at": iso_ms(now), "differences": len(differing)})})
        uow.commit()
    return bool(differing)


def _note(store: Store, now: datetime, differences: int | None) -> None:
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        set_control(uow.connection, {_KEPT: json.dumps({"at": iso_ms(now), "differences": differences})})
        uow.commit()
