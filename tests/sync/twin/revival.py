"""Work on a deleted record brings it back, with what it hangs on."""

from crmdesk.sync.fields import CODED
from crmdesk.sync.protocol import ConflictKind
from tests.sync.twin import codes, questions, tree
from tests.sync.twin.state import Row
from tests.sync.twin.turn import Turn, sign


def revive(turn: Turn, table: str, id_: str, *, told: bool = True) -> None:
    """Bring a deleted record and its deleted ancestors back; `told`: ask about it. Nothing happens to a living or merged one."""
    for at, here in tree.deleted_path(turn.state, table, id_):
        row = turn.state.rows[at][here]
        if told and (at, here) == (table, id_):
            questions.ask(turn, ConflictKind.REVIVED, row, at, fld=None, theirs=row["deleted_at"], mine=None)
        bring_back(turn, at, row)


def bring_back(turn: Turn, table: str, row: Row) -> None:
    """Undo a deletion; the record takes its code again if nobody has it now."""
    row["deleted_at"] = None
    sign(turn, row)
    if table in CODED and row["code"]:
        codes.take(turn, table, row, row["code"])
