"""Leads and what hangs on them, and what is claimed from a pool: whose they become, and who is told; on the real functions."""

import json

import pytest

from tests.sync.central.desks import MADE_AT, Desk, Office, id_of
from tests.sync.central_server import CentralDatabase

POOL = id_of("pool")


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


def lead_of(desk: Desk, **values: object) -> str:
    """Add a lead with a note, a round and an answer on it."""
    lead = id_of("lead")
    assert desk.add("lead", lead, company_name="长江石化", status="new", is_locked=0, **values) == "applied"
    noted(desk, "note", lead)
    assert desk.add("qualification", id_of("round"), lead_id=lead, set_id="bant", started_at=MADE_AT) == "applied"
    assert desk.add("qualification_answer", id_of("answer"), qualification_id=id_of("round"), criterion_id="b") == "applied"
    return lead


def noted(desk: Desk, name: str, lead: str) -> None:
    values = {"lead_id": lead, "kind": "call", "happened_at": MADE_AT, "text": name, "author_id": desk.user}
    assert desk.add("follow_up", id_of(name), **values) == "applied"


def claimed(desk: Desk, name: str, tbl: str, record: str) -> str:
    return desk.add("claim", id_of(name), tbl=tbl, record_id=record, user_id=desk.user, state="asked", asked_at=MADE_AT)


ON_LEAD = (("lead", "lead"), ("follow_up", "note"), ("qualification", "round"), ("qualification_answer", "answer"))


def teams_of(office: Office) -> set[str]:
    return {office.row(table, id_of(name))["team_id"] for table, name in ON_LEAD}


def test_what_hangs_on_a_lead_follows_it_to_its_owners_team_and_leaves_the_old_one(office: Office) -> None:
    lead = lead_of(office.li, owner_id=office.LI)
    assert teams_of(office) == {office.EAST}
    assert office.mei.edit("lead", lead, "owner_id", office.LI, office.HAN) == "applied"
    assert teams_of(office) == {office.WEST}
    left = office.central.owner.execute("SELECT tbl, id FROM sync.leave WHERE n=%s AND team_id=%s", (office.head, office.EAST))
    assert set(left.fetchall()) == {(table, id_of(name)) for table, name in ON_LEAD}
    assert {office.row(table, id_of(name))["rv"] for table, name in ON_LEAD} == {office.head}
    assert office.li.edit("follow_up", id_of("note"), "text", "note", "stolen") == "parked access"
    assert office.parked(id_of("note"))[0]["for_user"] == office.HAN
    assert office.han.edit("qualification_answer", id_of("answer"), "evidence", None, "x") == "applied"


def test_what_a_manager_adds_to_a_lead_belongs_to_the_leads_team(office: Office) -> None:
    lead = lead_of(office.li, owner_id=office.LI)
    noted(office.mei, "advice", lead)
    assert office.row("follow_up", id_of("advice"))["team_id"] == office.EAST
    given = {"company_name": "黄河", "status": "new", "is_locked": 0, "owner_id": office.HAN}
    assert office.mei.add("lead", id_of("given"), **given) == "applied"
    assert office.row("lead", id_of("given"))["team_id"] == office.WEST


def test_nothing_is_hung_on_a_lead_of_another_team(office: Office) -> None:
    lead = lead_of(office.li, owner_id=office.LI)
    values = {"kind": "call", "happened_at": MADE_AT, "text": "x"}
    assert office.han.add("follow_up", id_of("x"), lead_id=lead, **values) == "parked access"
    assert office.han.add("qualification", id_of("y"), lead_id=lead, set_id="bant", started_at=MADE_AT) == "parked access"
    assert office.parked(id_of("x"))[0]["for_user"] == office.LI
    own = id_of("own")
    assert office.han.add("lead", own, company_name="黄河", status="new", is_locked=0) == "applied"
    noted(office.han, "mine", own)
    assert office.han.edit("follow_up", id_of("mine"), "lead_id", own, lead) == "parked access"


def test_a_lead_claimed_by_another_team_takes_everything_along_and_the_losers_notes(office: Office) -> None:
    lead = lead_of(office.mei, pool_id=POOL)
    office.central.owner.execute("UPDATE crm.lead SET team_id=%s", (office.EAST,))  # in the pool of the East
    assert claimed(office.li, "late", "lead", lead) == "applied"
    assert office.mei.edit("lead", lead, "owner_id", office.LI, office.HAN) == "applied"
    assert {office.WEST} == teams_of(office)
    noted(office.li, "what I did", lead)
    assert office.row("follow_up", id_of("what I did"))["team_id"] == office.WEST


@pytest.fixture
def account(office: Office) -> str:
    """An account of the East with a note that waits in a pool."""
    site = office.site("S", office.company("A"), pool_id=POOL, pooled_at=MADE_AT, released_by_rule="unfollowed")
    office.activity("N", site)
    return site


def test_an_account_claimed_from_a_pool_becomes_the_claimers(office: Office, account: str) -> None:
    assert claimed(office.li, "one", "site", account) == "applied"
    held, site = office.row("claim", id_of("one")), office.row("site", account)
    assert (site["owner_id"], site["owned_since"], site["pool_id"]) == (office.LI, held["granted_at"], None)
    assert (site["from_pool_id"], site["pooled_at"], site["released_by_rule"]) == (POOL, None, None)
    assert (site["rv"], site["by_user"]) == (office.head, office.LI)
    assert claimed(office.wang, "two", "site", account) == "conflict claim"
    (question,) = office.questions(id_of("two"), "claim")
    assert json.loads(question["theirs"]) == {"by": office.LI, "since": held["granted_at"]}
    assert office.row("site", account)["owner_id"] == office.LI


def test_it_moves_with_all_that_hangs_on_it_to_the_claimers_team(office: Office, account: str) -> None:
    assert claimed(office.mei, "one", "site", account) == "applied"
    assert {office.row(*one)["team_id"] for one in (("site", account), ("activity", id_of("N")))} == {office.HEAD}
    left = office.central.owner.execute("SELECT team_id, tbl FROM sync.leave WHERE n=%s", (office.head,)).fetchall()
    assert {(office.EAST, "site"), (office.EAST, "activity")} <= set(left)
    assert office.row("claim", id_of("one"))["team_id"] == office.HEAD


def test_who_has_it_without_a_claim_has_it_no_less(office: Office, account: str) -> None:
    claimed(office.li, "one", "site", account)
    since = office.row("site", account)["owned_since"]
    assert office.li.edit("claim", id_of("one"), "state", "held", "released") == "applied"
    assert claimed(office.wang, "two", "site", account) == "conflict claim"
    lost = office.row("claim", id_of("two"))
    assert (lost["held_by"], lost["held_since"]) == (office.LI, since)


def test_an_account_that_never_waited_is_only_taken_along(office: Office) -> None:
    site = office.site("S", office.company("A"), owner_id=office.LI)
    assert claimed(office.wang, "one", "site", site) == "applied"
    assert office.row("site", site)["owner_id"] == office.LI


def test_who_took_it_along_and_then_claims_it_gets_it(office: Office, account: str) -> None:
    office.central.owner.execute("UPDATE crm.site SET pool_id=NULL")
    assert claimed(office.li, "along", "site", account) == "applied"
    office.central.owner.execute("UPDATE crm.site SET pool_id=%s", (POOL,))
    assert claimed(office.li, "two", "site", account) == "applied"
    assert office.row("site", account)["owner_id"] == office.LI


def test_an_account_asked_for_and_not_wanted_any_more_returns_and_one_given_up_is_free(office: Office, account: str) -> None:
    claimed(office.li, "one", "site", account)
    assert office.li.edit("claim", id_of("one"), "state", "asked", "released") == "applied"
    site = office.row("site", account)
    assert (site["owner_id"], site["owned_since"], site["pool_id"]) == (None, None, POOL)
    assert claimed(office.wang, "two", "site", account) == "applied"
    assert office.wang.edit("site", account, "owner_id", office.WANG, None) == "applied"
    assert office.row("claim", id_of("two"))["state"] == "released"
    assert office.wang.edit("site", account, "pool_id", None, POOL) == "applied"
    assert claimed(office.li, "three", "site", account) == "applied"
    assert office.row("site", account)["owner_id"] == office.LI
