"""Rows 10–22 of the matrix (`sync.md` §2.8): moves, parents, codes, merges; on the real functions."""

import json

import pytest

from tests.sync.central.desks import Office, id_of
from tests.sync.central_server import CentralDatabase


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


def test_a_move_that_would_make_a_circle_is_asked_about(office: Office) -> None:
    a, b = office.company("A"), office.company("B")
    assert office.li.edit("company", a, "parent_id", None, b) == "applied"
    assert office.wang.edit("company", b, "parent_id", None, a) == "conflict cycle"
    (question,) = office.questions(b, "cycle")
    assert (question["theirs"], json.loads(question["mine"])) == (None, a)
    assert office.wang.answer("conflict", question["id"], "mine") == "conflict cycle"
    assert office.li.edit("company", a, "parent_id", b, None) == "applied"
    assert office.wang.answer("conflict", question["id"], "mine") == "applied"
    assert office.row("company", b)["parent_id"] == a


def test_two_moves_of_one_company_are_a_question_of_the_field(office: Office) -> None:
    a, b, c = (office.company(name) for name in "ABC")
    assert office.li.edit("company", c, "parent_id", None, a) == "applied"
    assert office.wang.edit("company", c, "parent_id", None, b) == "conflict field"


def test_what_comes_to_a_merged_parent_goes_to_the_survivor(office: Office) -> None:
    a, b, c = (office.company(name) for name in "ABC")
    assert office.li.merge("company", a, b) == "applied"
    assert office.row("site", office.site("S", a, office.wang))["company_id"] == b
    assert office.wang.edit("company", c, "parent_id", None, a) == "applied"
    assert office.row("company", c)["parent_id"] == b


def test_a_company_under_a_deleted_one_goes_to_the_nearest_living(office: Office) -> None:
    top, middle = office.company("top"), office.company("middle", parent_id=id_of("top"))
    office.li.delete("company", middle)
    child = office.company("child", office.wang, parent_id=middle)
    assert office.row("company", child)["parent_id"] == top
    assert json.loads(office.questions(child, "parent")[0]["mine"]) == middle


def test_a_site_and_an_activity_bring_their_parent_back(office: Office) -> None:
    company = office.company("A")
    site = office.site("S", company)
    office.li.delete("site", site)
    office.li.delete("company", company)
    office.activity("N", site, office.wang)
    assert office.row("company", company)["deleted_at"] is None
    assert office.row("site", site)["deleted_at"] is None
    assert [row["record_id"] for row in office.all("conflict", kind="revived")] == [site]


def test_a_code_that_is_taken_is_asked_for_and_told_only_to_who_may_see(office: Office) -> None:
    office.company("A", code="QQSY")
    for desk, theirs in ((office.wang, {"id": id_of("A"), "name": "A"}), (office.han, None)):
        other = id_of(f"other of {desk.user}")
        assert desk.add("company", other, kind="legal_entity", legal_name="B", code="QQSY") == "conflict code"
        row = office.row("company", other)
        assert (row["code"], row["code_wanted"]) == (None, "QQSY")
        (question,) = office.questions(other, "code")
        assert json.loads(question["theirs"] or "null") == theirs
        assert json.loads(question["mine"]) == "QQSY"


def test_a_deleted_record_frees_its_code_and_gets_it_back_if_it_can(office: Office) -> None:
    a, b = office.company("A", code="QQSY"), office.company("B")
    office.li.delete("company", a)
    assert office.li.edit("company", b, "code", None, "QQSY") == "applied"
    assert office.li.edit("company", a, "note", None, "works again") == "applied"
    assert (office.row("company", a)["code"], office.row("company", b)["code"]) == (None, "QQSY")
    assert office.questions(a, "code")
    assert office.li.edit("company", b, "code", "QQSY", "BBBB") == "applied"
    (question,) = office.questions(a, "code")
    assert office.li.answer("conflict", question["id"], "mine", seen=None, value="QQSY") == "applied"
    assert office.row("company", a)["code"] == "QQSY"


def test_sites_and_companies_share_one_space_of_codes(office: Office) -> None:
    company = office.company("A", code="QQSY")
    assert office.li.add("site", id_of("S"), company_id=company, name="S", status="x", code="QQSY") == "conflict code"


def test_the_same_credit_code_twice_is_told_not_refused(office: Office) -> None:
    a = office.company("A", credit_code="91310000MA1FL0000X")
    b = office.company("B", office.wang, credit_code="91310000MA1FL0000X")
    (question,) = office.questions(b, "duplicate")
    assert (json.loads(question["theirs"]), json.loads(question["mine"])) == (a, "91310000MA1FL0000X")
    assert office.li.answer("conflict", question["id"], "keep") == "applied"
    assert office.row("company", b)["credit_code"] == "91310000MA1FL0000X"


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (("A", "B"), "same"),
        (("B", "A"), "same"),
        (("A", "C"), "conflict merge"),
        (("B", "C"), "applied"),
        (("C", "A"), "applied"),
    ],
)
def test_a_second_merge(office: Office, second: tuple[str, str], said: str) -> None:
    for name in "ABC":
        office.company(name)
    assert office.li.merge("company", id_of("A"), id_of("B")) == "applied"
    assert office.wang.merge("company", *map(id_of, second)) == said
    if said == "conflict merge":
        (question,) = office.questions(id_of("A"), "merge")
        assert (json.loads(question["theirs"]), json.loads(question["mine"])) == (id_of("B"), id_of("C"))
        assert office.wang.answer("conflict", question["id"], "mine") == "applied"
        assert office.row("company", id_of("B"))["merged_into"] == id_of("C")


def test_what_hangs_on_the_loser_follows_and_edits_of_it_too(office: Office) -> None:
    a, b = office.company("A", code="AAAA", phone="1"), office.company("B", phone="1")
    below, site = office.company("below", parent_id=a), office.site("S", a)
    assert office.li.merge("company", a, b) == "applied"
    assert office.row("company", below)["parent_id"] == b
    assert office.row("site", site)["company_id"] == b
    assert office.wang.edit("company", a, "phone", "1", "2") == "applied"
    assert (office.row("company", a)["phone"], office.row("company", b)["phone"]) == ("1", "2")
    assert office.wang.delete("company", a) == "same"
    assert office.row("company", b)["deleted_at"] is None
    assert office.li.edit("company", b, "code", None, "AAAA") == "applied"


def test_a_merge_brings_a_deleted_survivor_back(office: Office) -> None:
    a, b = office.company("A"), office.company("B")
    office.wang.delete("company", b)
    assert office.li.merge("company", a, b) == "applied"
    assert office.row("company", b)["deleted_at"] is None
    assert office.questions(b, "revived")


def test_a_survivor_below_the_loser_is_lifted(office: Office) -> None:
    top = office.company("top")
    a = office.company("A", parent_id=top)
    b = office.company("B", parent_id=a)
    c = office.company("C", parent_id=b)
    assert office.li.merge("company", a, c) == "applied"
    assert office.row("company", c)["parent_id"] == top
    assert office.row("company", b)["parent_id"] == c
    assert office.questions(c, "parent")


def test_a_merge_taken_back_leaves_later_edits_with_the_survivor(office: Office) -> None:
    a, b = office.company("A", code="AAAA"), office.company("B")
    office.li.merge("company", a, b)
    office.wang.edit("company", a, "phone", None, "7")
    assert office.li.do("company", a, "del", "deleted_at", "x", None) == "same"
    assert office.li.merge("company", a, None) == "applied"
    row = office.row("company", a)
    assert (row["deleted_at"], row["merged_into"], row["phone"], row["code"]) == (None, None, None, "AAAA")
    assert office.row("company", b)["phone"] == "7"


def test_merging_into_what_one_may_not_write_waits(office: Office) -> None:
    a, theirs = office.company("A"), office.company("T", office.han)
    assert office.li.merge("company", a, theirs) == "parked access"
    assert office.row("company", a)["merged_into"] is None
    assert office.mei.merge("company", a, theirs) == "applied"


def test_contacts_of_two_teams_follow_their_merge(office: Office) -> None:
    site = office.site("S", office.company("A"))
    for name in "PQ":
        assert office.li.add("contact", id_of(name), name=name) == "applied"
    assert office.li.add("position", id_of("post"), contact_id=id_of("P"), site_id=site, is_main=1) == "applied"
    note = office.activity("N", site)
    assert office.li.edit("activity", note, "contact_id", None, id_of("P")) == "applied"
    assert office.li.merge("contact", id_of("P"), id_of("Q")) == "applied"
    assert office.row("position", id_of("post"))["contact_id"] == id_of("Q")
    assert office.row("activity", note)["contact_id"] == id_of("Q")
