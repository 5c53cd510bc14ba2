"""Customer codes are unique among living companies and sites; a credit code held twice is a question, not a mistake."""

from typing import Any

from crmdesk.sync.fields import CODED
from crmdesk.sync.protocol import ConflictKind
from tests.sync.twin import questions, rights
from tests.sync.twin.state import Key, Row, State
from tests.sync.twin.turn import Turn

SERIES = "customer"
_NAME = {"company": "legal_name", "site": "name"}


def holder(state: State, code: str) -> Key | None:
    """Return the living record that has a code."""
    return state.codes.get((SERIES, code))


def free(state: State, table: str, row: Row) -> None:
    """Let go of a record's code: others may take it. The record keeps showing it."""
    if table in CODED and row["code"] and holder(state, row["code"]) == (table, row["id"]):
        del state.codes[SERIES, row["code"]]


def take(turn: Turn, table: str, row: Row, code: Any) -> str | None:
    """Give a record a code; taken → it has none, and its maker is asked. Returns the question's id then."""
    free(turn.state, table, row)
    row["code_wanted"] = None
    if not code:
        row["code"] = code
        return None
    other = holder(turn.state, code)
    if other is None or other == (table, row["id"]):
        row["code"] = code
        turn.state.codes[SERIES, code] = (table, row["id"])
        return None
    row["code"] = None
    row["code_wanted"] = code
    theirs = None
    if rights.may_read(turn.state, turn.user, *other):
        theirs = {"id": other[1], "name": turn.state.rows[other[0]][other[1]][_NAME[other[0]]]}
    return questions.ask(turn, ConflictKind.CODE, row, table, fld="code", theirs=theirs, mine=code)


def notice_twin(turn: Turn, row: Row) -> None:
    """Ask about another living company with the same credit code."""
    code = row["credit_code"]
    if not code or row["deleted_at"] is not None:
        return
    twins = [one["id"] for one in turn.state.each("company") if one["credit_code"] == code and one["id"] != row["id"]]
    if twins:
        other = min(twins)
        theirs = other if rights.may_read(turn.state, turn.user, "company", other) else None
        questions.ask(turn, ConflictKind.DUPLICATE, row, "company", fld=None, theirs=theirs, mine=code)
