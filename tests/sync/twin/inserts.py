"""Adding a record: its team, its parents, its code; what this centre does not know is kept beside it."""

import json
from typing import Any

from crmdesk.sync.fields import CODED
from crmdesk.sync.protocol import Outcome, ParkedWhy
from tests.sync.twin import claims, codes, parenting, questions, rights, teams, tree, values
from tests.sync.twin.state import Row, fields_of, new_row
from tests.sync.twin.turn import Turn, Verdict, sign


def insert(turn: Turn, table: str) -> Verdict:
    """Add a record."""
    state, op = turn.state, turn.op
    if state.row(table, op.pk) is not None:
        return Outcome.SAME, None
    given: dict[str, Any] = op.new if isinstance(op.new, dict) else {}
    known = {field: value for field, value in given.items() if field in fields_of(table)}
    for (child, column), parent in tree.FOLLOWED.items():
        if child == table and known.get(column) and isinstance(known[column], str):
            known[column] = tree.root(state, parent, known[column])
    named = {field: value for field, value in {**known, "team_id": given.get("team_id")}.items() if isinstance(value, str)}
    team = teams.team_for(state, turn.user, table, named)
    if not may_insert(turn, table, named, team):
        holder = questions.holder_of(state, table, named)
        return questions.park(turn, ParkedWhy.ACCESS, table=table, id_=op.pk, team=team, for_user=holder)
    for (child, column), parent in sorted(tree.FOLLOWED.items()):
        if not (child == table and named.get(column)) or parenting.has_asked_to_note(turn, table, parent, named[column]):
            continue
        if parenting.is_unseen(turn, parent, named[column]):
            holder = parenting.owner_of(turn, parent, named[column])
            return questions.park(turn, ParkedWhy.ACCESS, table=table, id_=op.pk, team=team, for_user=holder)
    if not values.fits_all(table, known):
        return questions.park(turn, ParkedWhy.INVALID, table=table, id_=op.pk, team=team, for_user=None)
    row = new_row(table, op.pk, team, turn.n)
    row.update(known)
    state.rows[table][op.pk] = row
    sign(turn, row)
    beside = {field: value for field, value in given.items() if field not in fields_of(table) and field not in values.SERVICE}
    row["extra"] = json.dumps(beside, ensure_ascii=False, sort_keys=True)
    return _settle(turn, table, row)


def may_insert(turn: Turn, table: str, known: Row, team: str) -> bool:
    """Whether the person may add such a record."""
    state, user = turn.state, turn.user
    if table == "app_user" and turn.op.pk == user:
        return True
    if rights.may_write_team(state, user, team):
        return True
    if table == "claim":
        return _may_claim(turn, known)
    if table == "pool":
        return state.logins[user].level == "manager"
    if table == "pool_member":
        return rights.keeps_pool(state, user, known.get("pool_id") or "")
    above = [] if table == "pair_verdict" else teams.above(table, known)
    return any(state.row(parent, id_) is not None and parenting.may_add(turn, table, parent, id_) for parent, id_ in above)


def _may_claim(turn: Turn, known: Row) -> bool:
    if known.get("tbl") not in claims.CLAIMED:
        return False
    return rights.may_read(turn.state, turn.user, known["tbl"], _claimed(turn, known)) or (
        known["tbl"] == "lead" and rights.might_have_claimed(turn.state, turn.user, known["record_id"])
    )


def _claimed(turn: Turn, known: Row) -> str:
    return tree.root(turn.state, known["tbl"], known["record_id"])


def _settle(turn: Turn, table: str, row: Row) -> Verdict:
    """Hang a new record on living parents, give it its code, decide a claim."""
    for (child, column), parent in tree.PARENTS.items():
        if child == table and row[column]:
            place = parenting.check(turn, table, row, column, parenting.Place(parent, row[column]))
            row[column] = None if isinstance(place, tuple) else place.id
    if table == "claim":
        return claims.grant(turn, row)
    if table == "company":
        codes.notice_twin(turn, row)
    question = codes.take(turn, table, row, row["code"]) if table in CODED else None
    return (Outcome.APPLIED, None) if question is None else (Outcome.CONFLICT, {"conflict": question, "kind": "code"})
