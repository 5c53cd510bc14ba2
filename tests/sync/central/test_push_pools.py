"""Leads that wait in a pool, seen by those whom the pool is for, whichever team entered them; on the real functions, asked by plain SQL."""

from datetime import timedelta

import pytest

from crmdesk.core.clock import iso_ms, utc_now
from tests.sync.central.desks import MADE_AT, Desk, Office, id_of
from tests.sync.central_server import CentralDatabase

POOL, LEAD = id_of("pool"), id_of("lead")
POOL_VALUES = {"name": "公海", "takes_accounts": 0, "masks_contacts": 0, "asks_reason": 0, "position": 0}


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    """An office whose manager keeps a pool in which a lead of the East waits."""
    made = Office(central)
    assert made.mei.add("pool", POOL, **POOL_VALUES) == "applied"
    assert (
        made.li.add("lead", LEAD, company_name="长江石化", status="new", is_locked=0, pool_id=POOL, pooled_at=MADE_AT)
        == "applied"
    )
    return made


def sees(desk: Desk) -> bool:
    return bool(desk.connection.execute("SELECT id FROM report.lead").fetchall())


def join(office: Office, person: str, role: str = "member") -> str:
    member = id_of(f"member {person}")
    assert office.mei.add("pool_member", member, pool_id=POOL, user_id=person, role=role) == "applied"
    return member


def claimed(desk: Desk) -> str:
    values = {"tbl": "lead", "record_id": LEAD, "user_id": desk.user, "state": "asked", "asked_at": MADE_AT}
    return desk.add("claim", id_of(f"claim {desk.user}"), **values)


def test_a_pool_without_members_or_team_is_everybodys(office: Office) -> None:
    assert sees(office.han)
    assert office.han.edit("lead", LEAD, "city", None, "上海市") == "parked access"
    assert claimed(office.han) == "applied"
    assert (office.row("lead", LEAD)["owner_id"], office.row("lead", LEAD)["team_id"]) == (office.HAN, office.WEST)
    assert not sees(office.li)


def test_a_pool_for_a_team_is_that_teams(office: Office) -> None:
    assert office.mei.edit("pool", POOL, "for_team_id", None, office.EAST) == "applied"
    assert (sees(office.li), sees(office.han)) == (True, False)
    assert claimed(office.han) == "parked access"
    assert office.mei.edit("pool", POOL, "for_team_id", office.EAST, office.WEST) == "applied"
    assert sees(office.han)


def test_members_see_it_while_they_are_and_administrators_hand_it_out(office: Office) -> None:
    member = join(office, office.WANG)
    assert not sees(office.han)
    assert claimed(office.han) == "parked access"
    keeper = join(office, office.HAN, "administrator")
    assert sees(office.han)
    assert office.han.edit("lead", LEAD, "owner_id", None, office.WANG) == "applied"
    assert office.han.edit("lead", LEAD, "pool_id", POOL, None) == "applied"
    assert not sees(office.han)
    assert office.wang.edit("lead", LEAD, "owner_id", office.WANG, None) == "applied"
    assert office.wang.edit("lead", LEAD, "pool_id", None, POOL) == "applied"
    assert sees(office.han)
    assert office.mei.do("pool_member", member, "del", None, None, MADE_AT) == "parked access"  # it has its own administrator
    for one in (member, keeper):
        assert office.han.do("pool_member", one, "del", None, None, MADE_AT) == "applied"
    assert office.mei.edit("pool", POOL, "for_team_id", None, office.EAST) == "applied"
    assert not sees(office.han)


def test_what_is_claimed_is_seen_by_nobody_else_any_more_and_comes_back_when_given_up(office: Office) -> None:
    join(office, office.LI)
    join(office, office.HAN)
    assert claimed(office.li) == "applied"
    assert not sees(office.han)
    assert office.li.edit("lead", LEAD, "owner_id", office.LI, None) == "applied"
    assert office.li.edit("lead", LEAD, "pool_id", None, POOL) == "applied"
    assert sees(office.han)
    assert claimed(office.han) == "applied"


def test_of_two_teams_the_first_gets_it_and_the_other_is_told(office: Office) -> None:
    assert claimed(office.han) == "applied"
    assert claimed(office.li).startswith("conflict claim")
    assert office.row("claim", id_of(f"claim {office.LI}"))["held_by"] == office.HAN
    values = {"lead_id": LEAD, "kind": "call", "happened_at": MADE_AT, "text": "来电询价", "author_id": office.LI}
    assert office.li.add("follow_up", id_of("note"), **values) == "applied"  # what the loser did is the winner's to read
    assert office.row("follow_up", id_of("note"))["team_id"] == office.WEST


def days_ago(days: int) -> str:
    return iso_ms(utc_now() - timedelta(days=days))


def waits(office: Office, name: str, **values: str) -> str:
    """Put one more lead into the pool; return its id."""
    lead = id_of(f"lead {name}")
    given = {"company_name": name, "status": "new", "is_locked": 0, "pool_id": POOL, "pooled_at": MADE_AT, **values}
    assert office.li.add("lead", lead, **given) == "applied"
    return lead


def claim_of(desk: Desk, lead: str, asked_at: str = MADE_AT) -> str:
    values = {"tbl": "lead", "record_id": lead, "user_id": desk.user, "state": "asked", "asked_at": asked_at}
    return desk.add("claim", id_of(f"claim {desk.user} {lead}"), **values)


def test_nobody_gets_more_prospects_than_the_pool_allows_whatever_his_laptops_knew(office: Office) -> None:
    second = waits(office, "华东制冷")
    assert office.mei.edit("pool", POOL, "held_limit", None, 1) == "applied"
    assert claim_of(office.han, LEAD) == "applied"
    assert claim_of(office.han, second) == "conflict rule"
    assert (office.row("lead", second)["owner_id"], office.row("lead", second)["pool_id"]) == (None, POOL)
    claim = id_of(f"claim {office.HAN} {second}")
    assert office.row("claim", claim)["state"] == "released"
    (question,) = office.all("conflict", record_id=claim)
    assert (question["fld"], question["theirs"], question["mine_by"]) == ("held_limit", f'"{POOL}"', office.HAN)
    assert claim_of(office.li, second) == "applied"


def test_the_former_owner_waits(office: Office) -> None:
    assert office.mei.edit("pool", POOL, "wait_days", None, 30) == "applied"
    had = waits(office, "华东制冷", former_owner_id=office.HAN, pooled_at=days_ago(2))
    long_ago = waits(office, "长江制冷", former_owner_id=office.HAN, pooled_at=days_ago(30))
    assert claim_of(office.han, had) == "conflict rule"
    assert claim_of(office.han, long_ago) == "applied"
    assert claim_of(office.li, had) == "applied"


def test_of_one_day_no_more_than_the_ends_of_two_can_hold(office: Office) -> None:
    assert office.mei.edit("pool", POOL, "daily_claims", None, 1) == "applied"
    leads = [waits(office, name) for name in ("甲公司", "乙公司", "丙公司", "丁公司")]
    said = [claim_of(office.han, lead) for lead in leads[:3]]
    assert said == ["applied", "applied", "conflict rule"]
    assert claim_of(office.han, leads[3], "2026-12-24T08:00:00.000Z") == "applied"
