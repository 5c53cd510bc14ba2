"""Who sees which team: posts, the tree of teams, shares with an end – as a table, and against a slow second opinion."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.sync.central.closure import Login, Share, visible_teams
from crmdesk.sync.protocol import COMMON_TEAM

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PARENTS = {"head": None, "east": "head", "shanghai": "east", "north": "head"}


@pytest.mark.parametrize(
    ("level", "team", "reads", "writes"),
    [
        ("rep", "east", {"east"}, {"east"}),
        ("manager", "east", {"east", "shanghai"}, {"east", "shanghai"}),
        ("support", "east", {"east", "shanghai"}, {"east"}),
        ("auditor", "north", {"head", "east", "shanghai", "north", "other"}, set()),
        (
            "admin",
            "north",
            {"head", "east", "shanghai", "north", "other"},
            {"head", "east", "shanghai", "north", "other", COMMON_TEAM},
        ),
    ],
)
def test_what_a_post_shows(level: str, team: str, reads: set[str], writes: set[str]) -> None:
    people = [Login("me", team, level), Login("other", "north", "rep")]
    found = {team: write for (user, team), write in visible_teams(people, PARENTS, [], NOW).items() if user == "me"}
    assert set(found) == reads | {COMMON_TEAM, "me"}
    assert {team for team, can_write in found.items() if can_write} == writes | {"me"}


@pytest.mark.parametrize(
    ("share", "seen"),
    [
        (Share("east", "me", None, can_write=False, until=None), {"east": False}),
        (Share("east", None, "north", can_write=True, until=None), {"east": True}),
        (Share("east", "me", None, can_write=True, until=NOW), {}),
        (Share("east", "me", None, can_write=True, until=NOW + timedelta(seconds=1)), {"east": True}),
        (Share("east", "other", "head", can_write=True, until=None), {}),
        (Share("north", "me", None, can_write=False, until=None), {}),
    ],
    ids=["to-me", "to-my-team", "over", "not-yet-over", "to-others", "of-what-is-mine"],
)
def test_what_a_share_shows(share: Share, seen: dict[str, bool]) -> None:
    found = visible_teams([Login("me", "north", "rep")], PARENTS, [share], NOW)
    own = {("me", COMMON_TEAM): False, ("me", "me"): True, ("me", "north"): True}
    assert found == own | {("me", team): write for team, write in seen.items()}


@given(st.lists(st.integers(-1, 5), min_size=6, max_size=6), st.integers(0, 5))
def test_a_manager_sees_exactly_what_climbs_to_his_team_even_where_teams_go_in_circles(above: list[int], own: int) -> None:
    parents = {str(team): None if parent == -1 else str(parent) for team, parent in enumerate(above)}

    def climbs(team: str | None) -> bool:
        for _step in parents:
            if team is None or team == str(own):
                break
            team = parents[team]
        return team == str(own)

    found = visible_teams([Login("me", str(own), "manager")], parents, [], NOW)
    assert {team for _user, team in found} - {"me", COMMON_TEAM} == {team for team in parents if climbs(team)}
