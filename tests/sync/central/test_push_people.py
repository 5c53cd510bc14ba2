"""Rows 23–29 of the matrix (`sync.md` §2.8): claims, guarded fields, waiting edits, answers to questions; on the real functions."""

import json

import pytest

from crmdesk.sync.central.migrations import upgrade
from tests.sync.central.desks import MADE_AT, Desk, Office, id_of
from tests.sync.central_server import CentralDatabase


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


def claim(desk: Desk, name: str, record: str, **more: object) -> str:
    values = {"tbl": "company", "record_id": record, "user_id": desk.user, "state": "asked", "asked_at": MADE_AT}
    return desk.add("claim", id_of(name), **values, **more)


def test_the_first_claim_to_arrive_holds_and_the_second_is_told(office: Office) -> None:
    record = office.company("lead")
    assert claim(office.li, "one", record, days=3) == "applied"
    held = office.row("claim", id_of("one"))
    assert (held["state"], held["term"], held["team_id"]) == ("held", 1, office.EAST)
    assert held["expires_at"] > held["granted_at"]
    assert claim(office.wang, "two", record) == "conflict claim"
    lost = office.row("claim", id_of("two"))
    assert (lost["state"], lost["held_by"], lost["held_since"]) == ("lost", office.LI, held["granted_at"])
    (question,) = office.questions(id_of("two"), "claim")
    assert json.loads(question["theirs"]) == {"by": office.LI, "since": held["granted_at"]}
    assert office.wang.edit("company", record, "note", None, "my calls stay") == "applied"


def test_a_claim_given_back_or_lapsed_makes_room_with_the_next_term(office: Office) -> None:
    record = office.company("lead")
    claim(office.li, "one", record)
    assert office.wang.edit("claim", id_of("one"), "state", "held", "released") == "parked guarded"
    assert office.li.edit("claim", id_of("one"), "state", "held", "released") == "applied"
    assert office.li.edit("claim", id_of("one"), "state", "held", "released") == "same"
    assert claim(office.wang, "two", record) == "applied"
    office.central.owner.execute("UPDATE crm.claim SET expires_at='2026-01-01T00:00:00.000Z' WHERE id=%s", (id_of("two"),))
    assert claim(office.li, "three", record) == "applied"
    assert [office.row("claim", id_of(name))["state"] for name in ("one", "two", "three")] == ["released", "lapsed", "held"]
    assert office.row("claim", id_of("three"))["term"] == 3


def test_claiming_again_prolongs(office: Office) -> None:
    record = office.company("lead")
    claim(office.li, "one", record, days=1)
    before = office.row("claim", id_of("one"))["expires_at"]
    assert claim(office.li, "two", record, days=30) == "applied"
    assert office.row("claim", id_of("one"))["expires_at"] > before
    assert office.row("claim", id_of("two"))["state"] == "released"


def test_work_on_what_one_holds_prolongs_it_twice_a_day(office: Office) -> None:
    record = office.site("S", office.company("A"))
    claim(office.li, "one", record, days=5)
    soon = "UPDATE crm.claim SET expires_at=to_char((now() AT TIME ZONE 'UTC') + %s * interval '1 day', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') WHERE id=%s"

    def left(days: float) -> str:
        office.central.owner.execute(soon, (days, id_of("one")))
        return str(office.row("claim", id_of("one"))["expires_at"])

    before = left(1)
    office.wang.edit("site", record, "phone", None, "1")
    assert office.row("claim", id_of("one"))["expires_at"] == before  # somebody else's work counts for nothing
    office.li.edit("site", record, "phone", "7", "2")
    assert office.row("claim", id_of("one"))["expires_at"] == before  # nor does what was refused
    office.activity("N", record, office.li)
    assert office.row("claim", id_of("one"))["expires_at"] > before
    before = left(1)
    office.li.edit("site", record, "note", None, "x")
    assert office.row("claim", id_of("one"))["expires_at"] > before
    before = left(4.6)
    office.li.edit("site", record, "note", "x", "y")
    assert office.row("claim", id_of("one"))["expires_at"] == before
    before = left(-1)
    office.li.edit("site", record, "note", "y", "z")
    assert office.row("claim", id_of("one"))["expires_at"] == before  # over is over


def test_a_claim_of_one_day_is_prolonged_too_and_by_an_activity_at_a_record_merged_into_it(office: Office) -> None:
    company = office.company("A")
    record, gone = office.site("S", company), office.site("gone", company)
    office.li.merge("site", gone, record)
    claim(office.li, "one", record, days=1)
    office.central.owner.execute(
        """UPDATE crm.claim SET expires_at=to_char((now() AT TIME ZONE 'UTC') + interval '2 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""
    )
    before = office.row("claim", id_of("one"))["expires_at"]
    office.activity("N", gone, office.li)
    assert office.row("claim", id_of("one"))["expires_at"] > before


def test_after_a_merge_one_claim_holds(office: Office) -> None:
    a, b = office.company("A"), office.company("B")
    claim(office.li, "one", a)
    claim(office.wang, "two", b)
    assert office.li.merge("company", a, b) == "applied"
    assert [office.row("claim", id_of(name))["state"] for name in ("one", "two")] == ["lost", "held"]
    assert claim(office.li, "three", a) == "conflict claim"


@pytest.mark.parametrize(("who", "said"), [("wang", "parked guarded"), ("mei", "applied"), ("li", "applied")])
def test_the_owner_is_the_holders_and_the_managers_to_change(office: Office, who: str, said: str) -> None:
    record = office.company("A", owner_id=office.LI)
    assert getattr(office, who).edit("company", record, "owner_id", office.LI, office.WANG) == said
    if said != "applied":
        (parked,) = office.parked(record)
        assert (parked["for_user"], parked["why"], json.loads(parked["new"])) == (office.LI, "guarded", office.WANG)
        assert office.li.answer("parked_edit", parked["id"], "accept") == "applied"
    assert office.row("company", record)["owner_id"] == office.WANG


def test_while_nobody_owns_it_anyone_with_access_may_take_it(office: Office) -> None:
    assert office.wang.edit("company", office.company("A"), "owner_id", None, office.WANG) == "applied"


def test_a_hand_over_moves_the_site_with_all_that_hangs_on_it(office: Office) -> None:
    site = office.site("S", office.company("A"), owner_id=office.LI)
    note = office.activity("N", site)
    assert office.li.edit("site", site, "owner_id", office.LI, office.HAN) == "applied"
    assert {office.row(table, one)["team_id"] for table, one in (("site", site), ("activity", note))} == {office.WEST}
    assert office.li.edit("site", site, "phone", None, "1") == "parked access"
    (parked,) = office.parked(site)
    assert (parked["for_user"], parked["team_id"]) == (office.HAN, office.WEST)
    assert office.han.answer("parked_edit", parked["id"], "accept") == "applied"
    assert office.row("site", site)["phone"] == "1"


def test_a_waiting_edit_is_decided_by_who_is_responsible_or_manages(office: Office) -> None:
    record = office.company("A", owner_id=office.LI)
    office.han.edit("company", record, "phone", None, "9")
    (parked,) = office.parked(record)
    assert office.wang.answer("parked_edit", parked["id"], "accept") == "parked access"
    assert office.han.answer("parked_edit", parked["id"], "ask", value="please") == "applied"
    assert office.row("parked_edit", parked["id"])["note"].endswith("|please")
    assert office.mei.answer("parked_edit", parked["id"], "dismiss") == "applied"
    assert office.li.answer("parked_edit", parked["id"], "accept") == "same"
    assert office.row("company", record)["phone"] is None


def test_an_accepted_new_record_is_stored(office: Office) -> None:
    term = {"taxonomy": "industry", "code": "X9", "name": "新", "position": 1}
    assert office.li.add("term", id_of("term"), **term) == "parked access"
    (parked,) = office.parked(id_of("term"))
    assert office.mei.answer("parked_edit", parked["id"], "accept") == "parked access"
    assert office.adam.answer("parked_edit", parked["id"], "accept") == "applied"
    assert office.row("term", id_of("term"))["name"] == "新"
    site = office.site("S", office.company("A", office.han), office.han)
    assert office.li.add("unit", id_of("unit"), site_id=site, name="3F") == "parked access"
    (parked,) = office.parked(id_of("unit"))
    assert office.mei.answer("parked_edit", parked["id"], "accept") == "applied"
    assert office.row("unit", id_of("unit"))["team_id"] == office.WEST


def test_only_an_administrator_writes_what_is_common(office: Office) -> None:
    term = {"taxonomy": "industry", "code": "X9", "name": "新", "position": 1}
    assert office.adam.add("term", id_of("term"), **term) == "applied"
    assert office.row("term", id_of("term"))["team_id"] == "0" * 32
    assert office.mei.edit("term", id_of("term"), "name", "新", "旧") == "parked access"
    assert office.li.edit("app_user", office.LI, "email", None, "li@example.com") == "applied"
    assert office.li.edit("app_user", office.HAN, "email", None, "x@example.com") == "parked access"


def test_what_a_newer_program_sent_is_taken_after_the_upgrade(office: Office) -> None:
    record = office.company("A", phone="1")
    office.central.owner.execute("DELETE FROM sync.field_policy WHERE fld IN ('website', 'phone')")  # an older centre
    assert office.li.edit("company", record, "website", None, "a.example") == "parked schema"
    assert office.li.edit("company", record, "phone", "0", "2") == "parked schema"
    with office.central.cluster.owner(office.central.name) as connection:
        upgrade(connection)
        connection.commit()
    assert office.row("company", record)["website"] == "a.example"
    assert office.row("company", record)["rv"] == office.head
    assert not office.parked(record)
    assert [row["kind"] for row in office.questions(record)] == ["field"]


@pytest.mark.parametrize(
    ("choice", "seen", "value", "said", "phone"),
    [
        ("keep", None, None, "applied", "2"),
        ("mine", "2", "3", "applied", "3"),
        ("other", "2", "4", "applied", "4"),
        ("mine", "0", "3", "conflict field", "2"),
        ("shout", "2", "3", "parked invalid", "2"),
    ],
)
def test_a_question_is_answered(  # noqa: PLR0917 - the columns of the table above
    office: Office, choice: str, seen: str | None, value: str | None, said: str, phone: str
) -> None:
    record = office.company("A", phone="1")
    office.li.edit("company", record, "phone", "1", "2")
    office.wang.edit("company", record, "phone", "1", "3")
    (question,) = office.questions(record)
    assert office.han.answer("conflict", question["id"], choice, seen=seen, value=value) == "parked access"
    assert office.wang.answer("conflict", question["id"], choice, seen=seen, value=value) == said
    assert office.row("company", record)["phone"] == phone
    after = office.row("conflict", question["id"])
    assert (after["state"], after["choice"]) == (("settled", choice) if said == "applied" else ("open", None))
    if said == "applied":
        assert office.li.answer("conflict", question["id"], "keep") == "same"


def test_asking_leaves_a_question_open(office: Office) -> None:
    record = office.company("A", phone="1")
    office.li.edit("company", record, "phone", "1", "2")
    office.wang.edit("company", record, "phone", "1", "3")
    (question,) = office.questions(record)
    assert office.wang.answer("conflict", question["id"], "ask", value="which?") == "applied"
    assert office.li.answer("conflict", question["id"], "ask", value="mine, I called") == "applied"
    lines = office.row("conflict", question["id"])["note"].split("\n")
    assert [line.split("|")[::2] for line in lines] == [[office.WANG, "which?"], [office.LI, "mine, I called"]]
    assert office.questions(record)


@pytest.mark.parametrize(("access", "said"), [("read", "parked access"), ("write", "applied")])
def test_a_collaborator_writes_as_granted_and_anyone_who_sees_may_add_activities(office: Office, access: str, said: str) -> None:
    site = office.site("S", office.company("A"))
    office.li.add("collaborator", id_of("link"), site_id=site, user_id=office.HAN, access=access, reason="added")
    assert office.han.edit("site", site, "phone", None, "5") == said
    assert office.activity("N", site, office.han) == id_of("N")
    assert office.row("activity", id_of("N"))["team_id"] == office.EAST
    unit = office.han.op("unit", id_of("U"), "ins", new={"site_id": site, "name": "3F"})
    edit = office.han.op("unit", id_of("U"), "set", "name", "3F", "4F")
    assert bool(office.han.push(unit, edit)) == (access == "read")
    assert office.row("unit", id_of("U")).get("name") == ("4F" if access == "write" else None)
    assert office.mei.delete("collaborator", id_of("link")) == "applied"
    assert office.han.edit("site", site, "phone", office.row("site", site)["phone"], "6") == "parked access"


def test_a_team_may_be_chosen_only_with_write_access_to_both(office: Office) -> None:
    record = office.company("A")
    assert office.li.edit("company", record, "team_id", office.EAST, office.WEST) == "parked access"
    assert office.mei.edit("company", record, "team_id", office.EAST, office.WEST) == "applied"
    assert office.row("company", record)["team_id"] == office.WEST
    site = office.site("S", record, office.han)
    assert (
        office.mei.edit("activity", office.activity("N", site, office.han), "team_id", office.WEST, office.EAST)
        == "parked access"
    )


@pytest.mark.parametrize("who", ["li", "mei"])
def test_nothing_is_hung_on_what_one_cannot_read(office: Office, who: str) -> None:
    theirs = office.company("theirs", office.han, owner_id=office.HAN)
    desk, said = getattr(office, who), "applied" if who == "mei" else "parked access"
    own = office.company("own")
    shop = office.site("shop", own)
    contact = id_of("contact")
    assert office.han.add("contact", contact, name="吴") == "applied"
    assert desk.add("site", id_of("hung"), company_id=theirs, name="hung", status="fighting") == said
    assert desk.add("company", id_of("below"), kind="legal_entity", legal_name="below", parent_id=theirs) == said
    assert desk.edit("company", own, "parent_id", None, theirs) == said
    assert desk.edit("site", shop, "company_id", own, theirs) == said
    assert desk.add("position", id_of("seat"), site_id=shop, contact_id=contact, is_main=0) == said
    assert bool(office.row("site", id_of("hung"))) == (who == "mei")
    if who == "li":
        waiting = [office.parked(one) for one in (id_of("hung"), id_of("below"), own, shop)]
        assert [(parked["why"], parked["for_user"]) for (parked,) in waiting] == [("access", office.HAN)] * 4
        assert not office.all("reach", team_id=office.EAST, record_id=theirs)


def test_a_claimed_lead_goes_to_whoever_came_first_and_the_others_notes_stay_on_it(office: Office) -> None:
    lead, pool = id_of("lead"), id_of("pool")
    assert office.li.add("lead", lead, company_name="长江石化", status="new", pool_id=pool, is_locked=0) == "applied"
    assert (
        office.li.add("claim", id_of("one"), tbl="lead", record_id=lead, user_id=office.LI, state="asked", asked_at=MADE_AT)
        == "applied"
    )
    held = office.row("lead", lead)
    assert (held["owner_id"], held["pool_id"], held["from_pool_id"]) == (office.LI, None, pool)
    assert office.row("claim", id_of("one"))["state"] == "held"
    late = {"tbl": "lead", "record_id": lead, "user_id": office.WANG, "state": "asked", "asked_at": MADE_AT}
    assert office.wang.add("claim", id_of("two"), **late) == "conflict claim"
    assert office.row("claim", id_of("two"))["held_by"] == office.LI
    note = {"lead_id": lead, "kind": "call", "happened_at": MADE_AT, "text": "打过电话", "author_id": office.WANG}
    assert office.wang.add("follow_up", id_of("note"), **note) == "applied"
    assert office.li.edit("claim", id_of("one"), "state", "held", "released") == "applied"
    assert office.wang.add("claim", id_of("three"), **late) == "conflict claim"  # his without a claim, and no less


def test_a_claim_taken_back_unseen_returns_the_lead_and_one_given_up_frees_it(office: Office) -> None:
    lead, pool = id_of("lead"), id_of("pool")
    assert office.li.add("lead", lead, company_name="长江石化", status="new", pool_id=pool, is_locked=0) == "applied"
    claim = {"tbl": "lead", "record_id": lead, "state": "asked", "asked_at": MADE_AT}
    assert office.li.add("claim", id_of("one"), user_id=office.LI, **claim) == "applied"
    assert office.li.edit("claim", id_of("one"), "state", "asked", "released") == "applied"
    back = office.row("lead", lead)
    assert (back["owner_id"], back["owned_since"], back["pool_id"]) == (None, None, pool)
    assert office.wang.add("claim", id_of("two"), user_id=office.WANG, **claim) == "applied"
    assert office.wang.edit("lead", lead, "owner_id", office.WANG, None) == "applied"
    assert office.row("claim", id_of("two"))["state"] == "released"
    assert office.li.add("claim", id_of("three"), user_id=office.LI, **claim) == "applied"
    assert office.row("lead", lead)["owner_id"] == office.LI
