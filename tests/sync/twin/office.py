"""What an administrator does at the centre itself: people, teams, shares, and records from elsewhere."""

from dataclasses import replace
from typing import Any

from crmdesk.sync.fields import CODED
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.twin import codes, reaching, rights
from tests.sync.twin.state import Commit, Login, Row, Share, State, md5, new_row


def commit(state: State, what: str) -> int:
    """Begin a commit that no laptop made; return its number."""
    state.n += 1
    state.commits[state.n] = Commit(md5(f"{what}{state.n}"), None, state.now)
    return state.n


def add_team(state: State, id_: str, name: str, parent: str | None = None) -> None:
    """Add a team of our own organisation."""
    put(state, "team", id_, COMMON_TEAM, name=name, parent_id=parent)


def add_person(state: State, id_: str, name: str, team: str | None, level: str = "rep") -> None:
    """Add a person with a login."""
    state.logins[id_] = Login(id_, team, level)
    put(state, "app_user", id_, COMMON_TEAM, name=name)


def put(state: State, table: str, id_: str, team: str, **values: Any) -> Row:
    """Add a record at the centre, in a commit of its own."""
    row = new_row(table, id_, team, commit(state, "put"))
    row.update(values)
    state.rows[table][id_] = row
    if table in CODED and row["code"]:
        state.codes[codes.SERIES, row["code"]] = (table, id_)
    finish(state)
    return row


def finish(state: State) -> None:
    """End a commit: reach and rights follow what changed."""
    reaching.refresh(state)
    rights.rebuild(state)


def move_team(state: State, id_: str, parent: str | None) -> None:
    """Hang a team elsewhere in the tree."""
    row = state.rows["team"][id_]
    if row["parent_id"] == parent:
        return
    row.update(parent_id=parent, rv=commit(state, "move"))
    finish(state)


def transfer(state: State, user: str, team: str | None) -> None:
    """Give a person another own team."""
    state.logins[user].team = team
    rights.rebuild(state)


def set_level(state: State, user: str, level: str) -> None:
    """Make a person a rep, a manager …"""
    state.logins[user].level = level
    rights.rebuild(state)


def disable(state: State, user: str, *, disabled: bool = True) -> None:
    """Shut a person out, or let him in again."""
    state.logins[user].disabled = disabled
    rights.rebuild(state)


def share(state: State, shown: Share) -> None:
    """Show a team to a person or another team."""
    state.shares.append(shown)
    rights.rebuild(state)


def unshare(state: State, shown: Share) -> None:
    """End a share."""
    state.shares = [one for one in state.shares if replace(one, until=None) != replace(shown, until=None)]
    rights.rebuild(state)
