"""Answers of people to questions: an operation like any other, which can meet a newer state of things."""

import json
from typing import Any

from crmdesk.sync.protocol import Choice, ConflictKind, Op, OpKind, Outcome, ParkedWhy
from tests.sync.twin import deciding, edits, merging, parenting, questions, revival, rights, tree, values
from tests.sync.twin.state import Row, same_value, text_of
from tests.sync.twin.turn import Turn, Verdict, touch

OF_A_FIELD = frozenset({ConflictKind.FIELD, ConflictKind.INVALID, ConflictKind.CODE})


def resolve(turn: Turn) -> Verdict:
    """Settle a question or a waiting edit as the person chose."""
    op, state = turn.op, turn.state
    question = state.row(op.tbl, op.pk)
    if question is None:
        return questions.park(turn, ParkedWhy.UNKNOWN_RECORD, table=op.tbl, id_=op.pk, team=None, for_user=None)
    if not may_answer(turn, op.tbl, question):
        return questions.park(turn, ParkedWhy.ACCESS, table=op.tbl, id_=op.pk, team=question["team_id"], for_user=None)
    if question["state"] != "open":
        return Outcome.SAME, None
    if op.fld == Choice.ASK:
        questions.add_line(turn, question, op)
        return Outcome.APPLIED, None
    if op.tbl == "parked_edit":
        return _decide_parked(turn, question)
    return _settle(turn, question)


def may_answer(turn: Turn, table: str, question: Row) -> bool:
    """Whether a person may answer: one of the two whose values met, or who may write the record; of a waiting edit only who decides it.

    Who only sees a conflict, and the author of a waiting edit, may talk.
    """
    if table == "parked_edit" and turn.op.fld != Choice.ASK:
        return questions.decides(turn.state, turn.user, question)
    if not questions.may_see(turn.state, turn.user, table, question):
        return False
    is_party = turn.user in {question.get("mine_by"), question.get("theirs_by")}
    return turn.op.fld == Choice.ASK or is_party or rights.may_write(turn.state, turn.user, table, question["id"])


def _decide_parked(turn: Turn, parked: Row) -> Verdict:
    if turn.op.fld == Choice.DISMISS:
        questions.close(turn, parked, "dismissed")
        return Outcome.APPLIED, None
    if turn.op.fld != Choice.ACCEPT:
        return _not_understood(turn, parked)
    row = turn.state.row(parked["tbl"], tree.root(turn.state, parked["tbl"], parked["record_id"]))
    old = row.get(parked["fld"]) if row is not None and parked["fld"] else None
    old = _value(parked["old"]) if parked["kind"] == OpKind.RESOLVE else old
    made = turn.op
    wanted = Op(
        *(made.id, made.tx, parked["tbl"], parked["record_id"], parked["kind"], parked["fld"]),
        *(old, _value(parked["new"]), turn.n, made.made_at),
    )
    outcome, info = deciding.decide(Turn(turn.state, turn.user, turn.n, wanted))
    if deciding.is_done(outcome):
        questions.close(turn, parked, "accepted")
    return outcome, info


def _not_understood(turn: Turn, question: Row) -> Verdict:
    return questions.park(turn, ParkedWhy.INVALID, table=turn.op.tbl, id_=question["id"], team=question["team_id"], for_user=None)


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _settle(turn: Turn, question: Row) -> Verdict:
    if turn.op.fld not in {Choice.KEEP, Choice.MINE, Choice.OTHER}:
        return _not_understood(turn, question)
    choice = Choice(turn.op.fld)
    if choice is Choice.KEEP:
        questions.close(turn, question, "settled", choice)
        return Outcome.APPLIED, None
    row = turn.state.row(question["tbl"], _record(turn, question))
    if row is None:
        questions.close(turn, question, "settled", choice)
        return Outcome.APPLIED, None
    if question["kind"] in OF_A_FIELD:
        return _write(turn, question, row, choice)
    if choice is Choice.MINE:
        verdict = _do_after_all(turn, question, row)
        if verdict is not None:
            return verdict
    questions.close(turn, question, "settled", choice)
    return Outcome.APPLIED, None


def _record(turn: Turn, question: Row) -> str:
    return tree.root(turn.state, question["tbl"], question["record_id"])


def _write(turn: Turn, question: Row, row: Row, choice: Choice) -> Verdict:
    """Write the chosen value if the field still holds what the person saw; else the question stays, brought up to date."""
    table, field = question["tbl"], question["fld"]
    meant = Turn(turn.state, turn.user, turn.n, _as_edit(turn, question))
    refused = deciding.may_not(meant, table, row)
    if refused is not None:
        return refused
    if not values.has_type(table, field, turn.op.new):
        return _not_understood(turn, question)
    if not same_value(turn.op.old, row[field]) or values.empties_required(table, field, turn.op.new):
        return stay_open(turn, question, row[field], row)
    if row[field] != turn.op.new:
        outcome, info = _put(meant, table, row, field)
        if outcome != Outcome.APPLIED:
            if outcome == Outcome.CONFLICT:  # a new question takes the place of this one
                questions.close(turn, question, "settled", choice)
            return outcome, info
    questions.close(turn, question, "settled", choice)
    return Outcome.APPLIED, None


def _put(turn: Turn, table: str, row: Row, field: str) -> Verdict:
    if edits.is_deleted(row):
        revival.revive(turn, table, row["id"])
    placed = parenting.find(turn, table, row, field, turn.op.new)
    if isinstance(placed, parenting.Place):
        placed = parenting.check(turn, table, row, field, placed)
    if isinstance(placed, tuple):
        return placed
    return edits.apply(turn, table, row, field, turn.op.new if placed is None else placed.id)


def stay_open(turn: Turn, question: Row, present: Any, row: Row) -> Verdict:
    """Leave a question open, with what the record has now."""
    theirs_by, theirs_at = questions.author_of(turn, question["tbl"], row, question["fld"])
    question.update(theirs=text_of(present), theirs_by=theirs_by, theirs_at=theirs_at)
    touch(turn, question)
    return Outcome.CONFLICT, {"conflict": question["id"], "kind": question["kind"]}


def _as_edit(turn: Turn, question: Row) -> Op:
    op = turn.op
    return Op(
        *(op.id, op.tx, question["tbl"], _record(turn, question), OpKind.SET, question["fld"]),
        *(op.old, op.new, op.seen_rv, op.made_at),
    )


def _do_after_all(turn: Turn, question: Row, row: Row) -> Verdict | None:
    """Do what was held up; None when there is nothing (more) to do."""
    kind, table = question["kind"], question["tbl"]
    meant = Turn(turn.state, turn.user, turn.n, _as_edit(turn, question))
    if kind in {ConflictKind.DELETE, ConflictKind.CYCLE, ConflictKind.MERGE}:
        refused = deciding.may_not(meant, table, row)
        if refused is not None:
            return refused
    wanted = _value(question["mine"])
    if kind == ConflictKind.DELETE and row["deleted_at"] is None:
        edits.bury(turn, table, row, wanted)
    elif kind == ConflictKind.CYCLE:
        field = question["fld"]
        place = parenting.find(meant, table, row, field, wanted)
        if isinstance(place, tuple):
            return place
        if place is None or parenting.would_circle(turn, table, row, place):
            return stay_open(turn, question, row[field], row)
        edits.apply(meant, table, row, field, place.id)
    elif kind == ConflictKind.MERGE:
        verdict = merging.again(meant, table, row["id"], wanted)
        return None if verdict[0] != Outcome.PARKED else verdict
    return None
