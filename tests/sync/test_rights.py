"""Teams gained and lost, and what this laptop carries of them."""

from collections.abc import Callable

import pytest

from crmdesk.sync.protocol import COMMON_TEAM, VERSION, Greeting, Welcome, rights_mark
from crmdesk.sync.rights import rights_known
from crmdesk.sync.subscription import Carried, carried, carry, wanted_teams
from tests.sync.laptops import BOSS, EAST, HAN, LI, NORTH, Laptop, due_to
from tests.sync.twin import office
from tests.sync.twin.centre import Hub
from tests.sync.twin.state import Share

ACME, SHOP = "c1" * 16, "51" * 16


@pytest.fixture
def norths_shop(han: Laptop) -> Laptop:
    """Han's laptop, after an account of hers is at the centre."""
    han.insert("company", ACME, kind="legal", legal_name="全球商业")
    han.insert("site", SHOP, company_id=ACME, name="海淀店", status="fighting", owner_id=HAN)
    han.exchange()
    return han


def test_a_share_brings_a_team_and_its_end_takes_it_away(li: Laptop, norths_shop: Laptop, hub: Hub) -> None:
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 0
    shown = Share(NORTH, to_user=LI)
    office.share(hub.state, shown)
    li.exchange()
    assert li.rows("SELECT state, can_write FROM sync_have WHERE team_id=?", NORTH) == [("have", 0)]
    assert li.one("SELECT name FROM site") == "海淀店"
    assert li.one("SELECT count(*) FROM sync_news") == 0  # what is seen for the first time is no news
    office.unshare(hub.state, shown)
    report = li.exchange()
    assert report.removed == 2
    assert li.content() == due_to(hub, LI)
    assert li.one("SELECT count(*) FROM search_index") == 0


def test_edits_are_sent_before_a_lost_team_is_removed(li: Laptop, norths_shop: Laptop, hub: Hub) -> None:
    shown = Share(NORTH, to_user=LI, can_write=True)
    office.share(hub.state, shown)
    li.exchange()
    li.set("site", SHOP, phone="1")
    office.unshare(hub.state, shown)
    report = li.exchange()
    assert (report.parked, li.one("SELECT count(*) FROM site")) == (1, 0)
    assert li.rows("SELECT record_id, new, state FROM parked_edit") == [(SHOP, '"1"', "open")]
    assert li.content() == due_to(hub, LI)


def test_more_rights_in_a_held_team_are_noted(li: Laptop, hub: Hub) -> None:
    office.share(hub.state, Share(NORTH, to_user=LI))
    li.exchange()
    office.share(hub.state, Share(NORTH, to_user=LI, can_write=True))
    li.exchange()
    assert li.one("SELECT can_write FROM sync_have WHERE team_id=?", NORTH) == 1


def test_a_disabled_person_still_sends_and_gets_nothing(li: Laptop, hub: Hub) -> None:
    li.exchange()
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    office.disable(hub.state, LI)
    report = li.exchange()
    assert (report.state, report.parked, report.waiting) == ("disabled", 1, 0)
    assert li.one("SELECT v FROM sync_ctl WHERE k='exchange_state'") == "disabled"


@pytest.mark.parametrize(
    ("choice", "own", "expected"),
    [
        pytest.param(Carried.EVERYTHING, EAST, {COMMON_TEAM, LI, EAST, NORTH, "shown"}, id="everything"),
        pytest.param(Carried.MY_TEAMS, EAST, {COMMON_TEAM, LI, EAST, NORTH}, id="where-i-write"),
        pytest.param(Carried.OWN_TEAM, EAST, {COMMON_TEAM, LI, EAST}, id="own-team"),
        pytest.param(Carried.OWN_TEAM, "", {COMMON_TEAM, LI, EAST, NORTH}, id="own-team-untold"),
    ],
)
def test_what_is_carried(choice: Carried, own: str, expected: set[str]) -> None:
    teams = {COMMON_TEAM: False, LI: True, EAST: True, NORTH: True, "shown": False}
    welcome = Welcome(LI, "李雷", "manager", "ok", teams, 1, (), 0, None, 0, "", 3, 3, resync=False, now="", team=own)
    assert set(wanted_teams(welcome, choice)) == expected


def test_teams_are_told_again_only_when_they_changed(li: Laptop, hub: Hub) -> None:
    li.exchange()
    with li.store.read() as connection:
        known = rights_known(connection)
    greeting = Greeting("f" * 32, "", VERSION, 0, 0, rights=rights_mark(known))
    again = li.centre.hello(greeting)
    assert (again.same_rights, again.teams, set(known)) == (True, {}, {COMMON_TEAM, LI, EAST})
    office.share(hub.state, Share(NORTH, to_user=LI))
    anew = li.centre.hello(greeting)
    assert (anew.same_rights, anew.teams) == (False, {**known, NORTH: False})


def test_carrying_less_removes_whole_teams(laptop_of: Callable[[str], Laptop], norths_shop: Laptop, hub: Hub) -> None:
    li = laptop_of(LI)
    office.share(hub.state, Share(NORTH, to_user=LI))
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 1
    carry(li.store, Carried.MY_TEAMS)
    with li.store.read() as connection:
        assert carried(connection) is Carried.MY_TEAMS
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 0
    carry(li.store, Carried.EVERYTHING)
    li.exchange()
    assert li.one("SELECT count(*) FROM site") == 1
    assert BOSS not in {row[0] for row in li.rows("SELECT team_id FROM sync_have")}
