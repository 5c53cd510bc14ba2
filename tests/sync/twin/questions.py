"""What is put to people: conflicts and edits that wait for somebody's word. Only the centre writes them."""

from typing import Any

from crmdesk.sync.protocol import Choice, ConflictKind, Op, Outcome, ParkedWhy
from tests.sync.twin import rights
from tests.sync.twin.state import Row, State, md5, new_row, text_of
from tests.sync.twin.turn import Turn, Verdict, touch

DECIDED_BY_SITE = ("position", "activity", "opportunity", "unit", "extra_address", "collaborator")


def holder_of(state: State, table: str, values: Row) -> str | None:
    """Return the person responsible for a record: its owner, of what hangs on a site or company theirs."""
    if table in {"company", "site", "lead"}:
        owner = values.get("owner_id")
        return owner if owner is None else str(owner)
    for column, parent in (("site_id", "site"), ("company_id", "company")):
        above = state.row(parent, values.get(column)) if table in DECIDED_BY_SITE else None
        if above is not None:
            return holder_of(state, parent, above)
    if table in {"follow_up", "qualification", "conversion"}:
        lead = state.row("lead", values.get("lead_id"))
        return None if lead is None else holder_of(state, "lead", lead)
    if table == "qualification_answer":
        held = state.row("qualification", values.get("qualification_id"))
        return None if held is None else holder_of(state, "qualification", held)
    if table == "claim" and values.get("tbl") in {"company", "site", "lead"}:
        claimed = state.row(values["tbl"], values.get("record_id"))
        return None if claimed is None else holder_of(state, values["tbl"], claimed)
    return None


def ask(
    turn: Turn, kind: ConflictKind, row: Row, table: str, *, fld: str | None, theirs: Any, mine: Any, base: Any = None
) -> str:
    """Open a question on a record, or bring the same person's open one on the same field up to date (row 4); return its id."""
    if kind is ConflictKind.FIELD:
        waiting = open_on(turn.state, table, row["id"], fld, turn.user)
        if waiting is not None:
            waiting.update(mine=text_of(mine), op_id=turn.op.id, mine_at=turn.op.made_at)
            touch(turn, waiting)
            return str(waiting["id"])
    id_ = md5(f"conflict{turn.op.id}{kind.value}")
    asked = turn.state.rows["conflict"].get(id_)
    if asked is not None:
        if (
            kind is ConflictKind.CODE and asked["record_id"] == row["id"]
        ):  # coming back it lost a code, and does not get the new one
            asked.update(theirs=text_of(theirs), mine=text_of(mine))
        return id_
    question = new_row("conflict", id_, row["team_id"], turn.n)
    question.update(tbl=table, record_id=row["id"], kind=kind.value, fld=fld, op_id=turn.op.id, state="open")
    question.update(base=text_of(base), theirs=text_of(theirs), mine=text_of(mine))
    theirs_by, theirs_at = author_of(turn, table, row, fld) if kind is ConflictKind.FIELD else (row["by_user"], row["by_at"])
    question.update(theirs_by=theirs_by, theirs_at=theirs_at, mine_by=turn.user, mine_at=turn.op.made_at)
    turn.state.rows["conflict"][id_] = question
    return id_


def author_of(turn: Turn, table: str, row: Row, fld: str | None) -> tuple[str | None, str | None]:
    """Return who wrote a field last, before this commit, and when; of the record where nobody is known."""
    wrote = [
        op.n
        for op in turn.state.ops.values()
        if op.about == (table, row["id"]) and op.n < turn.n and op.outcome == Outcome.APPLIED
        if op.fld == fld or op.kind in {"ins", "resolve"}
    ]
    if not wrote:
        return row["by_user"], row["by_at"]
    commit = turn.state.commits[max(wrote)]
    return commit.user, commit.at


def open_on(state: State, table: str, id_: str, fld: str | None, user: str) -> Row | None:
    """Return a person's open question on a field."""
    for row in state.rows["conflict"].values():
        if (row["state"], row["tbl"], row["record_id"], row["fld"], row["mine_by"]) == ("open", table, id_, fld, user):
            return row
    return None


def conflict(
    turn: Turn, kind: ConflictKind, row: Row, table: str, *, fld: str | None, theirs: Any, mine: Any, base: Any = None
) -> Verdict:
    """Open a question and answer that it is one."""
    id_ = ask(turn, kind, row, table, fld=fld, theirs=theirs, mine=mine, base=base)
    return Outcome.CONFLICT, {"conflict": id_, "kind": kind.value}


def park(turn: Turn, why: ParkedWhy, *, table: str, id_: str, team: str | None, for_user: str | None) -> Verdict:
    """Keep an edit for the word of the person responsible."""
    op = turn.op
    login = turn.state.logins[turn.user]
    parked = new_row("parked_edit", md5(f"parked{op.id}"), team or login.team or turn.user, turn.n)
    parked.update(tbl=table, record_id=id_, op_id=op.id, why=why.value, kind=op.kind, fld=op.fld, by_user=turn.user)
    parked.update(old=text_of(op.old), new=text_of(op.new), made_at=op.made_at, for_user=for_user, state="open")
    turn.state.rows["parked_edit"][parked["id"]] = parked
    return Outcome.PARKED, {"why": why.value}


def park_on(turn: Turn, why: ParkedWhy, table: str, id_: str) -> Verdict:
    """Keep an edit of an existing record for whoever is responsible for it."""
    row = turn.state.row(table, id_)
    team = None if row is None else row["team_id"]
    return park(turn, why, table=table, id_=id_, team=team, for_user=None if row is None else holder_of(turn.state, table, row))


def close(turn: Turn, question: Row, state: str, choice: Choice | None = None) -> None:
    """Settle a question or a waiting edit."""
    question.update(state=state, settled_by=turn.user, settled_at=turn.now)
    if choice is not None:
        question["choice"] = choice.value
    touch(turn, question)


def settle_by_edit(turn: Turn, table: str, id_: str, fld: str) -> None:
    """An edit by one of the two parties answers their open question on that field."""
    for row in turn.state.rows["conflict"].values():
        on_it = (row["state"], row["tbl"], row["record_id"], row["fld"]) == ("open", table, id_, fld)
        if on_it and turn.user in {row["theirs_by"], row["mine_by"]}:
            close(turn, row, "settled", Choice.OTHER)


def may_see(state: State, user: str, table: str, question: Row) -> bool:
    """Whether a person sees a question."""
    return rights.may_read(state, user, table, question["id"])


def decides(state: State, user: str, parked: Row) -> bool:
    """Whether a person may accept or dismiss a waiting edit."""
    return user == parked["for_user"] or rights.is_lead(state, user, parked["team_id"])


def add_line(turn: Turn, question: Row, op: Op) -> None:
    """Add one line of talk to a question."""
    line = f"{turn.user}|{turn.now}|{op.new or ''}"
    question["note"] = line if question["note"] is None else f"{question['note']}\n{line}"
    touch(turn, question)
