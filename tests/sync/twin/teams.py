"""Which team a record belongs to: decided by the centre, whatever the laptop wrote."""

from typing import Any

from crmdesk.sync.fields import COMMON_TABLES, team_givers
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.twin import rights, tree
from tests.sync.twin.state import Row, State
from tests.sync.twin.turn import Turn, touch


def own_team(state: State, user: str) -> str:
    """Return a person's own team; the personal one where there is none."""
    return state.logins[user].team or user


def team_for(state: State, user: str, table: str, values: dict[str, Any]) -> str:
    """Return the team of a record that a person adds."""
    if table in COMMON_TABLES:
        return COMMON_TEAM
    if table == "contact":
        return own_team(state, user)
    if table in {"company", "site", "lead"}:
        return _account_team(state, user, table, values)
    for parent, id_ in above(table, values):
        row = state.row(parent, tree.root(state, parent, id_))
        if row is not None:
            return str(row["team_id"])
    return own_team(state, user)


def above(table: str, values: dict[str, Any]) -> list[tuple[str, str]]:
    """Return (table, id) of what gives a record its team; nothing or one."""
    if table == "claim":
        return [(values["tbl"], values["record_id"])] if values.get("tbl") in {"company", "site", "contact", "lead"} else []
    if table == "pair_verdict":
        kind = values.get("record_kind")
        return [(kind, values["left_id"])] if kind in {"company", "site", "contact", "lead"} else []
    found = [
        (parent, values[column]) for (child, column), parent in team_givers().items() if child == table and values.get(column)
    ]
    return sorted(found, reverse=True)[:1]  # a site before a company


def _account_team(state: State, user: str, table: str, values: dict[str, Any]) -> str:
    owner = state.logins.get(values.get("owner_id") or "")
    if owner is not None and owner.team is not None:
        return owner.team
    if table == "lead":
        return own_team(state, user)
    given = values.get("team_id")
    if given is not None and given != COMMON_TEAM and rights.may_write_team(state, user, given):
        return str(given)
    if table == "site" and values.get("company_id"):
        company = state.row("company", tree.root(state, "company", values["company_id"]))
        if company is not None and rights.may_write_team(state, user, company["team_id"]):
            return str(company["team_id"])
    return own_team(state, user)


def move(turn: Turn, table: str, row: Row, team: str) -> None:
    """Give a record, and what belongs to it, to another team; the old one is told to forget it."""
    told = {(table, row["id"])}
    _move_whole(turn, table, row, team, told)
    for follower in ("claim", "conflict", "parked_edit"):
        for one in turn.state.rows[follower].values():
            if (one["tbl"], one["record_id"]) in told:
                _move_one(turn, follower, one, team)


def _move_whole(turn: Turn, table: str, row: Row, team: str, told: set[tuple[str, str]]) -> None:
    """Move a record with all that hangs on it, and on that in turn."""
    _move_one(turn, table, row, team)
    told.add((table, row["id"]))
    for (child, column), parent in team_givers().items():
        if parent != table:
            continue
        for one in turn.state.rows[child].values():
            if one[column] == row["id"] and not (column == "company_id" and one["site_id"]):
                _move_whole(turn, child, one, team, told)


def _move_one(turn: Turn, table: str, row: Row, team: str) -> None:
    if row["team_id"] == team:
        return
    say_goodbye(turn, table, row)
    row["team_id"] = team
    touch(turn, row)


def say_goodbye(turn: Turn, table: str, row: Row) -> None:
    """Tell the team that a record leaves."""
    turn.state.leave.append((turn.n, row["team_id"], table, row["id"]))


def follow_owner(turn: Turn, table: str, row: Row) -> None:
    """After a change of owner the record goes to the new owner's team."""
    owner = turn.state.logins.get(row["owner_id"] or "")
    if owner is not None and owner.team is not None and owner.team != row["team_id"]:
        move(turn, table, row, owner.team)


def follow_parent(turn: Turn, table: str, row: Row) -> None:
    """What hangs on a site or a lead belongs to its team; a collaborator of a company to the company's."""
    if any(child == table for child, _ in team_givers()):
        team = team_for(turn.state, turn.user, table, row)
        if team != row["team_id"] and any(turn.state.row(parent, id_) is not None for parent, id_ in above(table, row)):
            move(turn, table, row, team)
