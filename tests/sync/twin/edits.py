"""Setting a field, moving in the tree, deleting and taking a deletion back: compare what was seen, then write."""

from typing import Any

from crmdesk.sync.fields import CODED
from crmdesk.sync.protocol import ConflictKind, Outcome, ParkedWhy
from tests.sync.twin import claims, codes, merging, parenting, questions, revival, rights, teams, tree
from tests.sync.twin.state import Row, StoredOp, same_value
from tests.sync.twin.turn import Turn, Verdict, sign, write


def set_field(turn: Turn, table: str, row: Row) -> Verdict:
    """Write one field when it still holds what was seen (`sync.md` §2.8, 2–3, 7, 10–14)."""
    op = turn.op
    field, old, new = str(op.fld), op.old, op.new
    if is_deleted(row):
        revival.revive(turn, table, row["id"])
    placed = parenting.find(turn, table, row, field, new)
    if isinstance(placed, tuple):
        return placed
    new = placed.id if placed is not None else new
    if row[field] == new:
        return Outcome.SAME, None
    if not same_value(old, row[field]):
        return questions.conflict(turn, ConflictKind.FIELD, row, table, fld=field, theirs=row[field], mine=op.new, base=old)
    if placed is not None:
        settled = parenting.check(turn, table, row, field, placed)
        if isinstance(settled, tuple):
            return settled
        new = settled.id
    return apply(turn, table, row, field, new)


def is_deleted(row: Row) -> bool:
    """Whether a record is deleted, and not merely merged."""
    return row["deleted_at"] is not None and row["merged_into"] is None


def apply(turn: Turn, table: str, row: Row, field: str, value: Any) -> Verdict:
    """Write a field and everything that follows from it."""
    verdict: Verdict = (Outcome.APPLIED, None)
    former = row.get("owner_id")
    if field == "code" and table in CODED:
        sign(turn, row)
        question = codes.take(turn, table, row, value)
        if question is not None:
            return Outcome.CONFLICT, {"conflict": question, "kind": ConflictKind.CODE.value}
    elif field == "team_id":
        sign(turn, row)
        teams.move(turn, table, row, value)
    else:
        write(turn, row, field, value)
    if field == "credit_code" and table == "company":
        codes.notice_twin(turn, row)
    elif field == "owner_id" and table in {"company", "site", "lead"}:
        teams.follow_owner(turn, table, row)
        if table in {"site", "lead"} and value is None:
            claims.give_up(turn, table, row, former)
    elif (table, field) in tree.FOLLOWED:
        teams.follow_parent(turn, table, row)
    questions.settle_by_edit(turn, table, row["id"], field)
    return verdict


def change_team(turn: Turn, table: str, row: Row) -> Verdict | None:
    """Refuse a team that the person may not write, or that is not for a laptop to choose; None when it may be written."""
    if table not in {"company", "site", "contact"} or not rights.may_write_team(turn.state, turn.user, turn.op.new or ""):
        return questions.park_on(turn, ParkedWhy.ACCESS, table, row["id"])
    return None


def delete(turn: Turn, table: str, row: Row) -> Verdict:
    """Delete, unless somebody else changed the record unseen (rows 8–9); or bring a deleted record back."""
    if row["merged_into"] is not None:
        return Outcome.SAME, None
    if turn.op.new is None:
        if row["deleted_at"] is None:
            return Outcome.SAME, None
        revival.revive(turn, table, row["id"], told=False)
        return Outcome.APPLIED, None
    if row["deleted_at"] is not None:
        return Outcome.SAME, None
    if changed_unseen(turn, table, row["id"]):
        return questions.conflict(turn, ConflictKind.DELETE, row, table, fld=None, theirs=None, mine=turn.op.new)
    bury(turn, table, row, turn.op.new)
    return Outcome.APPLIED, None


def bury(turn: Turn, table: str, row: Row, at: str | None) -> None:
    """Delete a record; its code is free."""
    codes.free(turn.state, table, row)
    write(turn, row, "deleted_at", at or turn.now)


def changed_unseen(turn: Turn, table: str, id_: str) -> bool:
    """Whether somebody else's edit of a record arrived after what this laptop had seen of it."""
    return any(_is_unseen(turn, op) for op in turn.state.ops.values() if op.about == (table, id_))


def _is_unseen(turn: Turn, op: StoredOp) -> bool:
    told = op.outcome == Outcome.APPLIED and op.kind in {"ins", "set", "move", "del", "resolve"}
    return told and op.n > (turn.op.seen_rv or 0) and op.user != turn.user


def merge_or_take_back(turn: Turn, table: str, row: Row) -> Verdict:
    """Merge a record into another one, or take a merge back."""
    return merging.unmerge(turn, table, row) if turn.op.new is None else merging.merge(turn, table, row, str(turn.op.new))
