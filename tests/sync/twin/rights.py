"""Who sees and writes which team: the closure, rebuilt whenever an input changes (`c.md`, `sec.vis`)."""

from collections.abc import Iterator

from crmdesk.core.vocabulary import PoolRole
from crmdesk.sync.fields import site_children
from crmdesk.sync.protocol import COMMON_TEAM
from tests.sync.twin.state import Login, Share, State


def subtree(state: State, team: str) -> set[str]:
    """Return a team and everything below it in our own organisation's tree."""
    found = {team}
    waiting = [team]
    while waiting:
        above = waiting.pop()
        below = [row["id"] for row in state.rows["team"].values() if row["parent_id"] == above and row["id"] not in found]
        found.update(below)
        waiting += below
    return found


def closure(state: State, login: Login) -> dict[str, bool]:
    """Return team → may write, as it has to be by the inputs."""
    teams: dict[str, bool] = {}
    for team, write in [] if login.disabled else _grants(state, login):
        teams[team] = write or teams.get(team, False)
    return teams


def _grants(state: State, login: Login) -> Iterator[tuple[str, bool]]:
    level = login.level
    yield COMMON_TEAM, level == "admin"
    yield login.user, True
    if login.team is not None:
        yield login.team, level != "auditor"
        if level in {"manager", "support"}:
            yield from ((team, level == "manager") for team in subtree(state, login.team))
    if level in {"auditor", "admin"}:
        everybody = [*state.rows["team"], *state.logins]
        yield from ((team, level == "admin") for team in everybody)
    yield from ((share.team, share.can_write) for share in state.shares if is_for(share, login) and not has_ended(state, share))


def is_for(share: Share, login: Login) -> bool:
    """Whether a share is for a person, or for the person's own team."""
    return share.to_user == login.user or (share.to_team is not None and share.to_team == login.team)


def has_ended(state: State, share: Share) -> bool:
    """Whether a share's time is over."""
    return share.until is not None and share.until <= state.now


def rebuild(state: State) -> None:
    """Bring the closure up to date; whoever's rights differ gets a new version."""
    for login in state.logins.values():
        wanted = closure(state, login)
        if wanted != state.vis.get(login.user):
            state.vis[login.user] = wanted
            login.access += 1


def my_teams(state: State, user: str) -> dict[str, bool]:
    """Return team → may write, for a person."""
    return state.vis.get(user, {})


def may_write_team(state: State, user: str, team: str) -> bool:
    """Whether a person may write a team's records."""
    return my_teams(state, user).get(team, False)


def is_lead(state: State, user: str, team: str) -> bool:
    """Whether a person decides for a team: a manager or administrator who may write there."""
    return state.logins[user].level in {"manager", "admin"} and may_write_team(state, user, team)


def _reached(state: State, user: str, table: str, id_: str, *, write: bool) -> bool:
    for team, can_write in my_teams(state, user).items():
        entry = state.reach.get((team, table, id_))
        if entry is not None and not entry.gone and (not write or (can_write and entry.can_write)):
            return True
    return False


def might_have_claimed(state: State, user: str, lead: str) -> bool:
    """Whether a lead waited in a pool that is for a person: who claims it late is told who has it."""
    row = state.row("lead", lead)
    pool = state.row("pool", None if row is None else row["from_pool_id"])
    if pool is None or pool["deleted_at"] is not None:
        return False
    members = {row["user_id"] for row in state.each("pool_member") if row["pool_id"] == pool["id"]}
    return user in members if members else (pool["for_team_id"] or COMMON_TEAM) in my_teams(state, user)


def keeps_pool(state: State, user: str, pool: str) -> bool:
    """Whether a person keeps a pool, its rules and its people: its administrators, of one without any every manager."""
    members = [row for row in state.each("pool_member") if row["pool_id"] == pool]
    keepers = {row["user_id"] for row in members if row["role"] == PoolRole.ADMINISTRATOR.value}
    return user in keepers if keepers else state.logins[user].level in {"manager", "admin"}


def may_write(state: State, user: str, table: str, id_: str) -> bool:
    """Whether a person may change an existing record: by its team, by reach, by reach of the site it hangs on, or as keeper of a pool."""
    row = state.row(table, id_)
    if row is None:
        return False
    if may_write_team(state, user, row["team_id"]) or _reached(state, user, table, id_, write=True):
        return True
    if table in {"pool", "pool_member"}:
        return keeps_pool(state, user, id_ if table == "pool" else row["pool_id"])
    return (table, "site_id") in site_children() and _reached(state, user, "site", row["site_id"], write=True)


def may_read(state: State, user: str, table: str, id_: str) -> bool:
    """Whether a person sees an existing record: by its team or by reach."""
    row = state.row(table, id_)
    return row is not None and (row["team_id"] in my_teams(state, user) or _reached(state, user, table, id_, write=False))
