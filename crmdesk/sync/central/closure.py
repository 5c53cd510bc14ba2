"""Who may see which team: computed anew from people, teams and shares, to be compared with what the centre keeps (`sync.md` §3.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from crmdesk.sync.protocol import COMMON_TEAM


@dataclass(frozen=True, slots=True)
class Login:
    """A person who may log in: post and team."""

    user_id: str
    team_id: str | None
    level: str
    is_disabled: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A team shown to a person or to everybody in a team, until a moment or for good."""

    team_id: str
    to_user: str | None
    to_team: str | None
    can_write: bool
    until: datetime | None


def visible_teams(
    logins: Iterable[Login], parents: Mapping[str, str | None], shares: Iterable[Share], now: datetime
) -> dict[tuple[str, str], bool]:
    """Return (person, team) → may write, for everybody who is not disabled.

    `parents` are the teams of the organisation with the team above each; deleted ones too, as records may still be theirs.
    """
    people, given = tuple(logins), tuple(share for share in shares if share.until is None or share.until > now)
    below = _subtrees(parents)
    found: dict[tuple[str, str], bool] = {}
    for person in people:
        if person.is_disabled:
            continue
        teams = {COMMON_TEAM: person.level == "admin", person.user_id: True}
        if person.team_id is not None:
            teams[person.team_id] = person.level != "auditor"
        if person.level in {"admin", "auditor"}:
            everybody = {*parents, *(other.user_id for other in people)}
            _add(teams, dict.fromkeys(everybody, person.level == "admin"))
        elif person.level in {"manager", "support"} and person.team_id is not None:
            _add(teams, dict.fromkeys(below.get(person.team_id, ()), person.level == "manager"))
        for share in given:
            if share.to_user == person.user_id or (share.to_team is not None and share.to_team == person.team_id):
                _add(teams, {share.team_id: share.can_write})
        found |= {(person.user_id, team): can_write for team, can_write in teams.items()}
    return found


def _add(teams: dict[str, bool], more: Mapping[str, bool]) -> None:
    for team, can_write in more.items():
        teams[team] = teams.get(team, False) or can_write


def _subtrees(parents: Mapping[str, str | None]) -> dict[str, set[str]]:
    below: dict[str, set[str]] = {}
    for team in parents:
        above: str | None = team
        passed: set[str] = set()
        while above is not None and above not in passed:
            passed.add(above)
            below.setdefault(above, set()).add(team)
            above = parents.get(above)
    return below
