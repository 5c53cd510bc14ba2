"""How batches count: once each, in order, whole; what a restored or damaged laptop sends; one that fails; two at once (`sync.md` §2.5)."""

import threading
from dataclasses import replace

import psycopg
import pytest

from crmdesk.sync.protocol import Op, PushAnswer
from tests.sync.central.desks import MADE_AT, Desk, Office, batch_of, id_of
from tests.sync.central_server import CentralDatabase


@pytest.fixture
def office(central: CentralDatabase) -> Office:
    return Office(central)


def company(desk: Desk, name: str) -> Op:
    return desk.op("company", id_of(name), "ins", new={"kind": "legal_entity", "legal_name": name, "phone": "1"})


def test_a_batch_sent_again_gets_the_same_answer_and_changes_nothing(office: Office) -> None:
    first = batch_of(1, None, [company(office.li, "A"), office.li.op("company", id_of("A"), "set", "phone", "0", "2")])
    said = office.li.send(first)
    assert [answer.outcome for answer in said.answers] == ["conflict"]
    head = office.head
    assert office.li.send(first) == said
    assert office.head == head == said.n


@pytest.mark.parametrize(
    ("no", "prev"), [(1, None), (3, "first"), (2, None), (2, "other")], ids=["another first", "a gap", "no past", "another past"]
)
def test_a_story_that_does_not_go_on_forks(office: Office, no: int, prev: str | None) -> None:
    first = batch_of(1, None, [company(office.li, "A")])
    office.li.send(first)
    before = {"first": first.id, "other": id_of("other"), None: None}[prev]
    said = office.li.send(batch_of(no, before, [company(office.li, "B")]))
    assert said.fork == (1, first.id)
    assert not office.row("company", id_of("B"))


def test_after_a_fork_operations_the_centre_has_are_known_by_their_ids(office: Office) -> None:
    made = company(office.li, "A")
    disputed = office.li.op("company", id_of("A"), "set", "phone", "0", "2")
    office.li.push(made, disputed)
    restored = Desk(office, office.LI, device=id_of("new name of the restored laptop"))
    edit = office.li.op("company", id_of("A"), "set", "phone", "1", "3")
    said = restored.push(made, disputed, edit, edit)
    assert [said[op.id].outcome for op in (disputed,)] == ["conflict"]
    assert made.id not in said
    assert edit.id not in said
    assert office.row("company", id_of("A"))["phone"] == "3"
    assert len(office.questions(id_of("A"))) == 0  # the edit of one of the two answered it


def test_somebody_elses_laptop_tells_nothing_of_its_story(office: Office) -> None:
    office.li.push(company(office.li, "A"))
    thief = Desk(office, office.HAN, device=office.li.device)
    assert thief.send(batch_of(2, office.li.last, [company(office.han, "B")])).fork == (0, None)


def test_a_damaged_batch_is_refused_whole(office: Office) -> None:
    batch = replace(batch_of(1, None, [company(office.li, "A")]), body="[]")
    with pytest.raises(psycopg.errors.ProtocolViolation, match="damaged"):
        office.li.send(batch)
    assert not office.row("company", id_of("A"))


def test_an_operation_that_fails_is_parked_alone(office: Office) -> None:
    good = [company(office.li, name) for name in "ABC"]
    office.central.owner.execute("ALTER TABLE crm.company ADD CONSTRAINT nobody CHECK (legal_name NOT LIKE 'bad%')")
    bad = [company(office.li, name) for name in ("bad 1", "bad 2")]
    said = office.li.push(good[0], bad[0], good[1], bad[1], good[2])
    assert {said[op.id].outcome: said[op.id].info for op in bad} == {"parked": {"why": "error"}}
    assert set(said) == {op.id for op in bad}
    assert all(office.row("company", op.pk) for op in good)
    assert [row["why"] for row in office.parked(bad[0].pk)] == ["error"]
    kept = office.central.owner.execute("SELECT count(*), count(DISTINCT n) FROM sync.op").fetchone()
    assert kept == (5, 1)


def test_the_character_nul_does_not_stop_the_queue(office: Office) -> None:
    record = office.company("A")
    assert office.li.edit("company", record, "note", None, "a\0b \\u0000") == "applied"
    assert office.row("company", record)["note"] == "ab \\u0000"


def test_a_person_shut_out_may_still_send_and_everything_waits(office: Office) -> None:
    record = office.company("A", owner_id=office.LI)
    office.central.owner.execute("UPDATE sec.login SET disabled_at=now() WHERE user_id=%s", (office.LI,))
    assert office.li.edit("company", record, "phone", None, "2") == "parked disabled"
    assert office.li.add("company", id_of("B"), kind="legal_entity", legal_name="B") == "parked disabled"
    assert office.row("company", record)["phone"] is None


def test_a_login_that_is_nobody_is_refused(office: Office) -> None:
    office.central.owner.execute("DELETE FROM sec.login WHERE user_id=%s", (office.LI,))
    with pytest.raises(psycopg.errors.InvalidAuthorizationSpecification):
        office.li.push(company(office.li, "A"))


def test_two_pushes_at_once_wait_for_each_other(central_of_each: CentralDatabase) -> None:
    office = Office(central_of_each)
    first, second = batch_of(1, None, [company(office.li, "A")]), batch_of(1, None, [company(office.wang, "B")])
    said: list[PushAnswer] = []
    other = threading.Thread(target=lambda: said.append(office.wang.send(second)), name="second push")
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type='Lock' AND query LIKE '%%sync_v1.push%%' AND datname=%s"
    owner, mine = office.central.owner, office.li.connection
    office.wang.connection.execute("SELECT 1")
    with mine.transaction():
        n = office.li.send(first).n
        other.start()
        while owner.execute(waiting.encode(), (office.central.name,)).fetchone() is None:
            pass  # until it waits for the counter; the test's own time limit ends this
        assert not said
    other.join()
    assert said[0].n == n + 1
    assert office.row("company", id_of("B"))["rv"] == n + 1


def test_what_hangs_together_can_be_sent_at_once(office: Office) -> None:
    desk = office.li
    said = desk.push(
        company(desk, "A"),
        desk.op("site", id_of("S"), "ins", new={"company_id": id_of("A"), "name": "S", "status": "fighting"}),
        desk.op("contact", id_of("P"), "ins", new={"name": "P"}),
        desk.op("position", id_of("post"), "ins", new={"contact_id": id_of("P"), "site_id": id_of("S"), "is_main": 1}),
        desk.op("activity", id_of("N"), "ins", new={"site_id": id_of("S"), "kind": "note", "happened_at": MADE_AT, "text": "x"}),
        desk.op("site", id_of("S"), "set", "owner_id", None, office.HAN),
    )
    assert said == {}
    for table, name in (("site", "S"), ("position", "post"), ("activity", "N")):
        assert office.row(table, id_of(name))["team_id"] == office.WEST
    left = office.central.owner.execute("SELECT tbl, team_id FROM sync.leave ORDER BY tbl").fetchall()
    assert left == [(table, office.EAST) for table in ("activity", "position", "site")]


def test_edits_of_one_field_in_a_row_are_one_write_and_each_its_own_history(office: Office) -> None:
    one, two = office.company("A", phone="0"), office.company("B", phone="0")
    edits = [office.li.op("company", one, "set", "phone", str(n), str(n + 1)) for n in range(3)]
    other = office.li.op("company", two, "set", "headcount", None, 12)
    assert office.li.push(edits[0], other, *edits[1:]) == {}
    assert (office.row("company", one)["phone"], office.row("company", two)["headcount"]) == ("3", 12)
    kept = office.central.owner.execute(
        "SELECT old #>> '{}', new #>> '{}', prev #>> '{}', outcome FROM sync.op WHERE pk=%s AND fld='phone' ORDER BY new", (one,)
    ).fetchall()
    assert kept == [("0", "1", "0", "applied"), ("1", "2", "1", "applied"), ("2", "3", "2", "applied")]


def test_a_break_in_the_row_is_asked_about_and_what_follows_goes_on(office: Office) -> None:
    one, two = office.company("A", phone="0"), office.company("B", phone="0")
    first, strange, last = (
        office.li.op("company", one, "set", "phone", old, new) for old, new in (("0", "1"), ("7", "8"), ("1", "2"))
    )
    other = office.li.op("company", two, "set", "phone", "0", "5")
    said = office.li.push(first, strange, last, other)
    assert {id_: answer.outcome for id_, answer in said.items()} == {strange.id: "conflict"}
    assert (office.row("company", one)["phone"], office.row("company", two)["phone"]) == ("2", "5")


def test_a_value_that_does_not_fit_parks_itself_alone(office: Office) -> None:
    one, two = office.company("A", phone="0"), office.company("B", phone="0")
    fine = office.li.op("company", one, "set", "phone", "0", "1")
    wrong = office.li.op("company", two, "set", "headcount", None, "many")
    later = office.li.op("company", two, "set", "phone", "0", "2")
    said = office.li.push(fine, wrong, later)
    assert {id_: (answer.outcome, answer.info) for id_, answer in said.items()}.keys() == {wrong.id}
    assert (office.row("company", one)["phone"], office.row("company", two)["phone"]) == ("1", "2")
