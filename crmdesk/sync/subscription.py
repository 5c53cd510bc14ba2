"""What this laptop carries of what its person may see: held teams are always some of his rights, never more (`sync.md` §2.6)."""

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.exchange_progress import control, set_control
from crmdesk.storage.store import Store
from crmdesk.sync.protocol import COMMON_TEAM, Welcome

_CARRIED: Final = "carried"
_T: Final = QT_TRANSLATE_NOOP


@unique
class Carried(StrEnum):
    """How much comes along. Access is by team, so the smallest part is one's own team with all its accounts."""

    OWN_TEAM = "own_team"
    MY_TEAMS = "my_teams"
    """Every team in which one may write: a manager's whole part."""
    EVERYTHING = "everything"
    """All that one may see, shares and teams that one only reads among them."""


CARRIED_LABELS: Final[Mapping[Carried, str]] = {
    Carried.OWN_TEAM: _T("exchange", "My own team's accounts"),
    Carried.MY_TEAMS: _T("exchange", "The accounts of all teams I work in or manage"),
    Carried.EVERYTHING: _T("exchange", "Everything I may see"),
}
"""English texts, translated at the edge."""


def carried(connection: Connection) -> Carried:
    """Return what this laptop carries; everything, unless something else was chosen."""
    kept = control(connection, _CARRIED)
    return Carried(kept) if kept in set(Carried) else Carried.EVERYTHING


def carry(store: Store, choice: Carried) -> None:
    """Choose what this laptop carries; the next exchange fetches or removes whole teams accordingly."""
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        set_control(uow.connection, {_CARRIED: choice.value})
        uow.commit()


def wanted_teams(welcome: Welcome, choice: Carried) -> dict[str, bool]:
    """Return the teams to be held → may write: of the rights, what was chosen; the common and the personal team always."""
    always = {COMMON_TEAM, welcome.user_id}
    if choice is Carried.EVERYTHING:
        return dict(welcome.teams)
    if choice is Carried.OWN_TEAM and welcome.team:
        always.add(welcome.team)
        return {team: may_write for team, may_write in welcome.teams.items() if team in always}
    return {team: may_write for team, may_write in welcome.teams.items() if may_write or team in always}
