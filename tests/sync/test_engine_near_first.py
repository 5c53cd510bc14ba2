"""A first exchange of somebody who sees many teams: what is his own comes first and can be found, and what came is told as it comes."""

from collections.abc import Callable

import pytest

from crmdesk.core.changes import Changes
from crmdesk.services.search import SearchService
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.pulling import Sizes
from tests.sync.faults import BadLine
from tests.sync.laptops import BOSS, EAST, NORTH, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

HEAD = "aa" * 16
SMALL = Sizes(rows_in_page=5, rows_at_once=1_000)


@pytest.fixture
def boss(laptop_of: Callable[[str], Laptop], hub: Hub) -> Laptop:
    """The manager's laptop; each team has companies with a site each, those of the others entered before his own."""
    for team, number in ((EAST, 1), (NORTH, 2), (HEAD, 3)):
        for place in range(10):
            company = f"{number:016x}{place:016x}"
            office.put(hub.state, "company", company, team, kind="legal", legal_name=f"公司{number}{place}")
            office.put(
                hub.state, "site", f"f{company[1:]}", team, company_id=company, name=f"门店{number}{place}", status="fighting"
            )
    return laptop_of(BOSS)


def _cut_after_the_near_teams(boss: Laptop) -> int:
    """Exchange for the first time over a line that breaks when what is near has come; return after how many calls."""
    for calls in range(20):
        with pytest.raises(CentreUnreachable):
            boss.exchange(centre=BadLine(boss.centre, [*[""] * calls, "request"]), sizes=SMALL)
        if boss.one("SELECT count(*) FROM company"):
            return calls
    raise AssertionError


def test_ones_own_team_is_there_and_found_before_the_others_come(boss: Laptop, hub: Hub) -> None:
    _cut_after_the_near_teams(boss)
    assert boss.rows("SELECT DISTINCT team_id FROM site") == [(HEAD,)]
    assert boss.rows("SELECT DISTINCT site_count FROM company WHERE legal_name IS NOT NULL") == [(1,)]
    assert boss.one("SELECT n FROM sync_cursor") in {None, 0}
    assert [hit.title for hit in SearchService(boss.store).search("门店37").hits] == ["门店37"]
    assert SearchService(boss.store).search("门店17").hits == ()
    boss.exchange(sizes=SMALL)
    assert boss.content() == due_to(hub, BOSS)
    assert [hit.title for hit in SearchService(boss.store).search("门店17").hits] == ["门店17"]
    assert boss.rows("SELECT DISTINCT site_count FROM company WHERE legal_name IS NOT NULL") == [(1,)]


def test_what_is_edited_meanwhile_is_kept(boss: Laptop, hub: Hub) -> None:
    _cut_after_the_near_teams(boss)
    site = "f" + f"{3:016x}{7:016x}"[1:]
    boss.set("site", site, phone="021-5888 0000")
    report = boss.exchange(sizes=SMALL)
    assert (report.sent, report.conflicts) == (1, 0)
    assert boss.one("SELECT phone FROM site WHERE id=?", site) == "021-5888 0000"
    assert boss.content() == due_to(hub, BOSS)


def test_it_is_done_once(boss: Laptop) -> None:
    calls = _cut_after_the_near_teams(boss)
    line = BadLine(boss.centre, [])
    boss.exchange(centre=line, sizes=Sizes())
    assert line.calls.count("pull") == 1 < calls


def test_what_came_is_told_as_it_comes_and_once(boss: Laptop) -> None:
    told: list[tuple[int, Changes]] = []
    report = boss.exchange(sizes=SMALL, arrived=lambda changes: told.append((boss.one("SELECT count(*) FROM site"), changes)))
    assert [changes for _, changes in told] == list(report.changes)
    assert (told[0][0], told[-1][0]) == (10, 30)


def test_what_came_before_a_cut_is_told_too(boss: Laptop) -> None:
    told: list[Changes] = []
    calls = _cut_after_the_near_teams(boss)
    with pytest.raises(CentreUnreachable):
        boss.exchange(centre=BadLine(boss.centre, [*[""] * (calls - 1), "request"]), sizes=SMALL, arrived=told.append)
    assert told
