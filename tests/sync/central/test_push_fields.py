"""Rows 1–10 and 31 of the matrix (`sync.md` §2.8), and revival: one field, one record, several people; on the real functions."""

import hashlib
import json
from typing import Any

import pytest

from tests.sync.central.desks import MADE_AT, Office, id_of
from tests.sync.central_server import CentralDatabase


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


@pytest.fixture(scope="module")
def shared(central_of_module: CentralDatabase) -> Office:
    return Office(central_of_module)


def test_the_matrix_begins_on_every_version(central_of_each: CentralDatabase) -> None:
    office = Office(central_of_each)
    company = office.company("A", phone="1")
    assert office.li.edit("company", company, "phone", "1", "2") == "applied"
    assert office.wang.edit("company", company, "note", None, "call") == "applied"  # row 1
    assert office.wang.edit("company", company, "phone", "1", "2") == "same"  # row 2
    assert office.wang.edit("company", company, "phone", "1", "3") == "conflict field"  # row 3
    assert office.han.edit("company", company, "phone", "2", "4") == "parked access"  # row 27
    assert office.row("company", company)["phone"] == "2"


def test_a_field_conflict_shows_both_values_and_who(office: Office) -> None:
    company = office.company("A", phone="1")
    office.li.edit("company", company, "phone", "1", "2")
    office.mei.edit("company", company, "note", None, "of something else")
    office.wang.edit("company", company, "phone", "1", "3")
    (question,) = office.questions(company, "field")
    assert [json.loads(question[name]) for name in ("base", "theirs", "mine")] == ["1", "2", "3"]
    assert (question["theirs_by"], question["mine_by"], question["mine_at"]) == (office.LI, office.WANG, MADE_AT)
    assert (question["team_id"], question["state"], question["fld"]) == (office.EAST, "open", "phone")


def test_a_second_edit_replaces_mine_in_the_open_question(office: Office) -> None:
    company = office.company("A", phone="1")
    office.li.edit("company", company, "phone", "1", "2")
    office.wang.edit("company", company, "phone", "1", "3")
    first = office.questions(company)[0]
    assert office.wang.edit("company", company, "phone", "3", "4") == "conflict field"
    (question,) = office.questions(company)
    assert (question["id"], json.loads(question["mine"])) == (first["id"], "4")
    assert question["op_id"] != first["op_id"]


@pytest.mark.parametrize("desk", ["li", "wang"])
def test_an_edit_by_one_of_the_two_answers_the_question(office: Office, desk: str) -> None:
    company = office.company("A", phone="1")
    office.li.edit("company", company, "phone", "1", "2")
    office.wang.edit("company", company, "phone", "1", "3")
    assert getattr(office, desk).edit("company", company, "phone", "2", "5") == "applied"
    assert not office.questions(company)
    assert office.all("conflict")[0]["choice"] == "other"


def test_what_is_added_beside_each_other_never_conflicts(office: Office) -> None:
    site = office.site("S", office.company("A"))
    office.activity("mine", site)
    office.activity("hers", site, office.wang)
    assert {row["text"] for row in office.all("activity", site_id=site)} == {"mine", "hers"}


@pytest.mark.parametrize(
    ("table", "field", "value", "said"),
    [
        ("site", "latitude", 31.230416, "applied"),
        ("site", "latitude", "31.2", "parked invalid"),
        ("company", "headcount", 12, "applied"),
        ("company", "headcount", 12.5, "parked invalid"),
        ("company", "headcount", True, "parked invalid"),
        ("company", "legal_name", None, "conflict invalid"),
        ("company", "legal_name", "", "conflict invalid"),
        ("company", "note", "x" * 100_000, "applied"),
        ("company", "note", "x" * 100_001, "parked invalid"),
        ("company", "note", "电话 “Ж” 😀\n\t\\u0000", "applied"),
        ("company", "no_such_field", 1, "parked schema"),
        ("no_such_table", "x", 1, "parked schema"),
        ("conflict", "state", "settled", "parked schema"),
    ],
)
def test_a_value_must_fit_its_field(shared: Office, table: str, field: str, value: Any, said: str) -> None:
    company = shared.company(f"A {table} {field} {value!r:.20} {said}")
    record = shared.site(f"S {company}", company) if table == "site" else company
    before = shared.row(table, record).get(field)
    assert shared.li.edit(table, record, field, before, value) == said
    if said == "applied":
        assert shared.row(table, record)[field] == value


def test_a_float_comes_back_as_the_very_same_number(office: Office) -> None:
    site = office.site("S", office.company("A"), latitude=0.1 + 0.2)
    assert office.row("site", site)["latitude"] == 0.1 + 0.2
    assert office.li.edit("site", site, "latitude", 0.1 + 0.2, 1e-7) == "applied"


@pytest.mark.parametrize(("seen", "said"), [("old text " * 200, "applied"), ("something else", "conflict field")])
def test_a_long_text_is_compared_by_its_sha(shared: Office, seen: str, said: str) -> None:
    company = shared.company(f"long {said}", note="old text " * 200)
    sha = {"sha256": hashlib.sha256(seen.encode()).hexdigest()}
    assert shared.li.edit("company", company, "note", sha, "new") == said


@pytest.mark.parametrize("kind", ["company", "site", "activity"])
def test_work_on_a_deleted_record_brings_it_back_with_what_it_hangs_on(office: Office, kind: str) -> None:
    company = office.company("A")
    site = office.site("S", company)
    record = {"company": company, "site": site, "activity": office.activity("N", site)}[kind]
    for table, one in (("activity", id_of("N")), ("site", site), ("company", company)):
        assert office.li.delete(table, one) == "applied"
    field = {"company": "legal_name", "site": "name", "activity": "text"}[kind]
    assert office.wang.edit(kind, record, field, {"company": "A", "site": "S", "activity": "N"}[kind], "new") == "applied"
    assert office.row(kind, record)[field] == "new"
    assert [row["record_id"] for row in office.all("conflict", kind="revived")] == [record]
    needed = {"company": ["company"], "site": ["company", "site"], "activity": ["company", "site", "activity"]}[kind]
    for table, one in (("company", company), ("site", site), ("activity", id_of("N"))):
        assert (office.row(table, one)["deleted_at"] is None) == (table in needed)


def test_a_delete_asks_when_somebody_changed_the_record_meanwhile(office: Office) -> None:
    company = office.company("A")
    seen = office.head
    office.wang.edit("company", company, "note", None, "important")
    assert office.li.delete("company", company, seen=seen) == "conflict delete"
    assert office.row("company", company)["deleted_at"] is None
    (question,) = office.questions(company, "delete")
    assert office.li.answer("conflict", question["id"], "mine") == "applied"
    assert office.row("company", company)["deleted_at"] is not None
    assert not office.questions(company)


def test_own_changes_do_not_hold_up_a_delete_and_two_deletes_are_one(office: Office) -> None:
    company = office.company("A")
    office.li.edit("company", company, "note", None, "mine")
    assert office.li.delete("company", company, seen=0) == "applied"
    assert office.wang.delete("company", company, seen=0) == "same"
    assert office.li.do("company", company, "del", "deleted_at", MADE_AT, None) == "applied"
    assert office.row("company", company)["deleted_at"] is None
    assert not office.all("conflict")


def test_a_new_record_keeps_what_the_centre_does_not_know(office: Office) -> None:
    company = office.company("A", mood="good")
    assert json.loads(office.row("company", company)["extra"]) == {"mood": "good"}
    assert office.li.add("company", company, legal_name="B", kind="legal_entity") == "same"
    assert office.row("company", company)["legal_name"] == "A"


def test_a_new_record_without_what_is_required_waits(office: Office) -> None:
    assert office.li.add("company", id_of("A"), legal_name="A") == "parked invalid"
    assert office.li.edit("company", id_of("A"), "note", None, "x") == "parked unknown_record"
    assert [row["why"] for row in office.parked(id_of("A"))] == ["invalid", "unknown_record"]


def test_every_operation_is_kept_with_what_it_found(office: Office) -> None:
    company = office.company("A", phone="1")
    office.li.edit("company", company, "phone", "1", "2")
    office.wang.edit("company", company, "phone", "1", "3")
    kept = office.central.owner.execute(
        "SELECT kind, old, new, prev, outcome FROM sync.op WHERE about_tbl='company' AND about_id=%s ORDER BY n", (company,)
    ).fetchall()
    assert [(kind, outcome) for kind, _, _, _, outcome in kept] == [("ins", "applied"), ("set", "applied"), ("set", "conflict")]
    assert kept[1][1:4] == ("1", "2", "1")
    assert kept[2][1:4] == ("1", "3", "2")
