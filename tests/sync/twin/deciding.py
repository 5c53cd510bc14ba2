"""The rules for one operation, in their order (`c.md`, "Push, per op"). Nothing is ever rejected."""

from crmdesk.sync.fields import FROM_CENTRE, GUARDED, PULL_ORDER
from crmdesk.sync.protocol import ConflictKind, OpKind, Outcome, ParkedWhy
from tests.sync.twin import claims, edits, inserts, questions, rights, settling, tree, values
from tests.sync.twin.state import Row
from tests.sync.twin.turn import Turn, Verdict


def decide(turn: Turn) -> Verdict:
    """Carry one operation out, or say why not."""
    op, state = turn.op, turn.state
    if state.logins[turn.user].disabled:
        return questions.park_on(turn, ParkedWhy.DISABLED, op.tbl, op.pk) if op.tbl in PULL_ORDER else _strange(turn)
    if not understands(turn):
        return _strange(turn)
    if op.kind == OpKind.RESOLVE:
        return settling.resolve(turn)
    if op.kind == OpKind.INSERT:
        return inserts.insert(turn, op.tbl)
    pk = op.pk if op.kind in {OpKind.MERGE, OpKind.DELETE} else tree.root(state, op.tbl, op.pk)
    row = state.row(op.tbl, pk)
    if row is None:
        return questions.park(turn, ParkedWhy.UNKNOWN_RECORD, table=op.tbl, id_=op.pk, team=None, for_user=None)
    return may_not(turn, op.tbl, row) or carry_out(turn, op.tbl, row)


def understands(turn: Turn) -> bool:
    """Whether this centre knows the table and the field."""
    op = turn.op
    if op.kind == OpKind.RESOLVE:
        return op.tbl in FROM_CENTRE
    known = op.tbl in PULL_ORDER and op.tbl not in FROM_CENTRE
    if op.kind in {OpKind.INSERT, OpKind.DELETE, OpKind.MERGE}:
        return known
    of_its_own = op.fld in {"deleted_at", "merged_into"}  # these have kinds of their own
    return known and op.kind in {OpKind.SET, OpKind.MOVE} and not of_its_own and values.is_known(op.tbl, op.fld)


def _strange(turn: Turn) -> Verdict:
    """Keep what this centre does not understand until it does."""
    op = turn.op
    known = op.tbl in PULL_ORDER and turn.state.row(op.tbl, op.pk) is not None
    why = ParkedWhy.DISABLED if turn.state.logins[turn.user].disabled else ParkedWhy.SCHEMA
    return (
        questions.park_on(turn, why, op.tbl, op.pk)
        if known
        else questions.park(turn, why, table=op.tbl, id_=op.pk, team=None, for_user=None)
    )


def may_not(turn: Turn, table: str, row: Row) -> Verdict | None:
    """Return the refusal of an edit by rights, None when it is allowed."""
    op, user = turn.op, turn.user
    if table == "claim" and op.kind in {OpKind.SET, OpKind.MOVE, OpKind.DELETE}:
        return claims.refuse(turn, row) if row["user_id"] != user else None
    own_person = table == "app_user" and row["id"] == user
    if not own_person and not rights.may_write(turn.state, user, table, row["id"]):
        return questions.park_on(turn, ParkedWhy.ACCESS, table, row["id"])
    if op.kind == OpKind.SET and is_guarded_from(turn, table, row):
        holder = row[str(op.fld)]
        return questions.park(turn, ParkedWhy.GUARDED, table=table, id_=row["id"], team=row["team_id"], for_user=holder)
    return None


def is_guarded_from(turn: Turn, table: str, row: Row) -> bool:
    """Whether a field is only for its holder and the team's manager, and this person is neither."""
    if (table, turn.op.fld) not in GUARDED:
        return False
    holder = row[str(turn.op.fld)]
    return holder is not None and holder != turn.user and not rights.is_lead(turn.state, turn.user, row["team_id"])


def carry_out(turn: Turn, table: str, row: Row) -> Verdict:
    """Do what is allowed, as far as the record is still what was seen."""
    op = turn.op
    if op.kind == OpKind.DELETE:
        return edits.delete(turn, table, row)
    if op.kind == OpKind.MERGE:
        return edits.merge_or_take_back(turn, table, row)
    if table == "claim":
        return claims.change(turn, row)
    return _set(turn, table, row, str(op.fld))


def _set(turn: Turn, table: str, row: Row, field: str) -> Verdict:
    op = turn.op
    if not values.has_type(table, field, op.new):
        return questions.park_on(turn, ParkedWhy.INVALID, table, row["id"])
    if values.empties_required(table, field, op.new):
        return questions.conflict(turn, ConflictKind.INVALID, row, table, fld=field, theirs=row[field], mine=op.new, base=op.old)
    if field == "team_id":
        refused = edits.change_team(turn, table, row)
        if refused is not None:
            return refused
    return edits.set_field(turn, table, row)


def is_done(outcome: str) -> bool:
    """Whether an operation found its place, as a change or as a question."""
    return outcome != Outcome.PARKED
