"""Rows of the conflict matrix (`sync.md` §2.8) that chance meets too rarely, each told to the real functions and to the twin at once.

Every push compares answers and everything kept (`PairedHub`); here stands what both must say.
"""

import hashlib
import json
from typing import Any, Final

import pytest

from crmdesk.sync.protocol import VERSION, Batch, Greeting, Op
from tests.sync.central_server import CentralDatabase
from tests.sync.differential.pair import PairedHub
from tests.sync.simulator.world import START, beginning
from tests.sync.twin import office
from tests.sync.twin.state import Row

SEEN_BEFORE: Final = 0
DELETED: Final = "2026-11-23T09:00:00.000Z"
UB, UA, UM = "ub", "ua", "um"


class Desks:
    """Both centres, and people who send one operation at a time."""

    def __init__(self, hub: PairedHub) -> None:
        self.hub = hub
        self._story: dict[str, tuple[int, str | None]] = {}
        self._made = 0

    def says(  # noqa: PLR0917 - the members of an operation, in their order
        self,
        user: str,
        tbl: str,
        pk: str,
        kind: str,
        fld: str | None = None,
        old: Any = None,
        new: Any = None,
        seen: int | None = None,
    ) -> str:
        """Push one operation of a person; return `outcome` or `outcome kind-or-why`."""
        if user not in self._story:
            self.hub.login(user).hello(Greeting(f"desk {user}", "desk", VERSION, 0, 0))
            self._story[user] = (0, None)
        self._made += 1
        op = Op(f"{self._made:032x}", "tx", tbl, pk, kind, fld, old, new, self.hub.state.n if seen is None else seen, START)
        body = json.dumps([op.wire()], ensure_ascii=False)
        no, last = self._story[user]
        batch = Batch(no + 1, f"{user} {no + 1}", last, hashlib.sha256(body.encode()).hexdigest(), body)
        answer = self.hub.login(user).push(f"desk {user}", batch)
        assert answer.fork is None
        self._story[user] = (batch.no, batch.id)
        told = next((one for one in answer.answers if one.op == op.id), None)
        if told is None:
            return "applied"
        info = told.info or {}
        return " ".join(filter(None, (str(told.outcome), info.get("kind"), info.get("why"))))

    def row(self, tbl: str, pk: str) -> Row:
        """Return a record; both centres have the same."""
        return self.hub.state.rows[tbl][pk]

    def living(self, tbl: str, **where: Any) -> list[str]:
        """Return the ids of living records with these values."""
        rows = self.hub.state.rows[tbl].values()
        return sorted(
            row["id"] for row in rows if row["deleted_at"] is None and all(row[name] == value for name, value in where.items())
        )

    def questions(self, record: str) -> list[Row]:
        """Return the conflicts about a record, open or not, in the order in which they came."""
        found = [row for row in self.hub.state.rows["conflict"].values() if row["record_id"] == record]
        return sorted(found, key=lambda row: int(row["rv"]))


@pytest.fixture
def desks(central_of_module: CentralDatabase) -> Desks:
    return Desks(PairedHub(beginning(), central_of_module))  # which empties it first


# Row 6: sets are rows of their own. What is added stays beside what is removed.


@pytest.mark.parametrize("first", ["added", "removed"])
def test_adding_to_a_set_beats_removing_what_was_not_seen(desks: Desks, first: str) -> None:
    """One takes the colleague off the customer while another, who has not seen it, puts him there with other rights."""
    member = {"site_id": "s1", "user_id": UB, "access": "read", "reason": "works_on"}
    steps = {
        "added": lambda: desks.says(UM, "collaborator", "k2", "ins", new=member),
        "removed": lambda: desks.says(UA, "collaborator", "k1", "del", "deleted_at", None, DELETED),
    }
    for step in (first, *(set(steps) - {first})):
        assert steps[step]() == "applied"
    assert desks.living("collaborator", site_id="s1") == ["k2"]
    assert desks.questions("k1") == desks.questions("k2") == []
    assert UB in desks.hub.state.logins
    assert (
        desks.says(UB, "activity", "n9", "ins", new={"site_id": "s1", "kind": "note", "happened_at": START, "text": "t"})
        == "applied"
    )


def test_two_people_add_different_members_at_once(desks: Desks) -> None:
    for user, id_, member in ((UA, "k2", UM), (UM, "k3", "ux")):
        values = {"site_id": "s1", "user_id": member, "access": "read", "reason": "works_on"}
        assert desks.says(user, "collaborator", id_, "ins", new=values, seen=SEEN_BEFORE) == "applied"
    assert desks.living("collaborator", site_id="s1") == ["k1", "k2", "k3"]


def test_a_member_both_remove_is_removed_once(desks: Desks) -> None:
    assert desks.says(UA, "collaborator", "k1", "del", "deleted_at", None, DELETED) == "applied"
    assert desks.says(UM, "collaborator", "k1", "del", "deleted_at", None, DELETED, SEEN_BEFORE) == "same"


def test_removing_a_member_whose_rights_were_changed_meanwhile_is_asked(desks: Desks) -> None:
    seen = desks.hub.state.n
    assert desks.says(UM, "collaborator", "k1", "set", "access", "write", "read") == "applied"
    assert desks.says(UA, "collaborator", "k1", "del", "deleted_at", None, DELETED, seen) == "conflict delete"
    assert desks.living("collaborator", site_id="s1") == ["k1"]


def test_who_changes_a_member_that_was_removed_brings_him_back(desks: Desks) -> None:
    assert desks.says(UA, "collaborator", "k1", "del", "deleted_at", None, DELETED) == "applied"
    assert desks.says(UM, "collaborator", "k1", "set", "access", "write", "read", SEEN_BEFORE) == "applied"
    assert desks.living("collaborator", site_id="s1") == ["k1"]
    assert [row["kind"] for row in desks.questions("k1")] == ["revived"]


# Row 26: a hand-over names the holder it expects, and a claim's term tells holders apart.


def test_a_hand_over_holds_only_for_the_holder_it_expects(desks: Desks) -> None:
    assert desks.says(UM, "site", "s1", "set", "owner_id", UA, UB) == "applied"
    assert desks.says(UM, "site", "s1", "set", "owner_id", UA, "ux", SEEN_BEFORE) == "conflict field"
    assert desks.row("site", "s1")["owner_id"] == UB
    (question,) = desks.questions("s1")
    assert (question["base"], question["theirs"], question["mine"]) == ('"ua"', '"ub"', '"ux"')


def test_late_work_of_the_old_holder_waits_for_the_new_one(desks: Desks) -> None:
    """His edits made before he knew become proposals (row 25): of the guarded field, and of all that he may not write any more."""
    desks.says(UM, "site", "s1", "set", "owner_id", UA, UM)
    assert desks.row("site", "s1")["team_id"] == "tr"
    for number, (field, old, new) in enumerate((("status", "lead", "won"), ("owner_id", UA, UB), ("note", None, "late"))):
        assert desks.says(UA, "site", "s1", "set", field, old, new, SEEN_BEFORE).startswith("parked")
        parked = list(desks.hub.state.rows["parked_edit"].values())
        assert len(parked) == number + 1
        assert parked[-1]["for_user"] == UM
    assert desks.row("site", "s1")["status"] == "lead"
    assert desks.row("site", "s1")["owner_id"] == UM


def test_a_claim_of_an_earlier_term_changes_nothing_of_the_present_one(desks: Desks) -> None:
    def claim(user: str, id_: str) -> str:
        values = {"tbl": "site", "record_id": "s3", "user_id": user, "state": "asked", "asked_at": START}
        return desks.says(user, "claim", id_, "ins", new=values)

    def release(user: str, id_: str) -> str:
        return desks.says(user, "claim", id_, "set", "state", "held", "released", SEEN_BEFORE)

    office.put(desks.hub.state, "collaborator", "k5", "ta", site_id="s3", user_id=UB, access="write", reason="works_on")
    desks.hub.replace(desks.hub.state)
    assert claim(UA, "m1") == "applied"
    assert release(UA, "m1") == "applied"
    assert claim(UB, "m2") == "applied"
    assert [desks.row("claim", id_)["term"] for id_ in ("m1", "m2")] == [1, 2]
    assert release(UA, "m1") == "same", "the old holder's other laptop gives back what is given back"
    assert release(UA, "m2") == "parked guarded"
    assert claim(UA, "m3") == "conflict claim"
    held = desks.row("claim", "m2")
    assert (held["state"], held["term"], held["user_id"]) == ("held", 2, UB)


# An answer to the question about a code of a record that has none: nothing stands where the code would.


@pytest.fixture
def asked(desks: Desks) -> str:
    """Both gave the same code; Ub came second. Returns the id of his question."""
    assert desks.says(UA, "site", "s1", "set", "code", None, "C1") == "applied"
    assert desks.says(UB, "site", "s2", "set", "code", None, "C1") == "conflict code"
    (question,) = desks.questions("s2")
    assert (question["base"], question["mine"], question["state"]) == (None, '"C1"', "open")
    return str(question["id"])


def test_another_code_settles_the_question(desks: Desks, asked: str) -> None:
    assert desks.says(UB, "conflict", asked, "resolve", "other", None, "C7") == "applied"
    assert (desks.row("site", "s2")["code"], desks.row("site", "s2")["code_wanted"]) == ("C7", None)
    assert desks.row("conflict", asked)["state"] == "settled"


def test_the_code_itself_is_given_once_it_is_free(desks: Desks, asked: str) -> None:
    assert desks.says(UA, "site", "s1", "set", "code", "C1", None) == "applied"
    assert desks.says(UB, "conflict", asked, "resolve", "mine", None, "C1") == "applied"
    assert desks.row("site", "s2")["code"] == "C1"
    assert desks.row("conflict", asked)["state"] == "settled"


@pytest.mark.parametrize(("choice", "code"), [("mine", "C1"), ("other", "C9")], ids=["the same code", "a third one's"])
def test_a_code_that_is_taken_still_is_asked_about_anew(desks: Desks, asked: str, choice: str, code: str) -> None:
    assert desks.says(UA, "site", "s3", "set", "code", None, "C9") == "applied"
    assert desks.says(UB, "conflict", asked, "resolve", choice, None, code) == "conflict code"
    assert desks.row("site", "s2")["code"] is None
    assert [(row["state"], row["mine"]) for row in desks.questions("s2")] == [("settled", '"C1"'), ("open", f'"{code}"')]


@pytest.mark.parametrize("choice", ["other", "mine"])
def test_no_code_at_all_is_an_answer_too(desks: Desks, asked: str, choice: str) -> None:
    assert desks.says(UB, "conflict", asked, "resolve", choice, None, None) == "applied"
    assert desks.row("site", "s2")["code"] is None
    assert desks.row("conflict", asked)["state"] == "settled"


def test_a_code_somebody_gave_meanwhile_is_not_overwritten(desks: Desks, asked: str) -> None:
    """The question stays, brought up to date; answered again in knowledge of that code it is settled."""
    assert desks.says("ux", "site", "s2", "set", "code", None, "C5") == "applied"
    assert desks.row("conflict", asked)["state"] == "open", "Ux is neither of the two"
    assert desks.says(UB, "conflict", asked, "resolve", "other", None, "C7", SEEN_BEFORE) == "conflict code"
    assert (desks.row("site", "s2")["code"], desks.row("conflict", asked)["theirs"]) == ("C5", '"C5"')
    assert desks.says(UB, "conflict", asked, "resolve", "other", "C5", "C7") == "applied"
    assert (desks.row("site", "s2")["code"], desks.row("conflict", asked)["state"]) == ("C7", "settled")


def test_keeping_it_leaves_the_record_without_a_code(desks: Desks, asked: str) -> None:
    assert desks.says(UB, "conflict", asked, "resolve", "keep") == "applied"
    assert desks.row("site", "s2")["code"] is None
    assert desks.row("conflict", asked)["state"] == "settled"
    assert desks.says(UB, "conflict", asked, "resolve", "mine", None, "C1") == "same"
