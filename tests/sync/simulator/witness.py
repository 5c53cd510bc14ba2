"""Somebody beside the twin who looks at each operation before and after, by the rules' meaning and not by the twin's own code."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from crmdesk.sync.fields import FROM_CENTRE, GUARDED, PULL_ORDER, site_children
from crmdesk.sync.protocol import Op, OpKind, Outcome
from tests.sync.simulator.world import Violation, World
from tests.sync.twin import pushing
from tests.sync.twin.state import Row, State, same_value


@contextmanager
def witnessed(world: World) -> Iterator[None]:
    """Watch every operation the centre takes inside the block."""
    take = pushing.one

    def watched(state: State, user: str, op: Op) -> tuple[str, dict[str, Any] | None]:
        known = state.ops.get(op.id)
        before = None if known else _before(state, user, op)
        outcome, info = take(state, user, op)
        if known is not None and (state.ops[op.id] is not known or outcome != known.outcome):
            raise Violation(f"I1 {op} was decided twice")
        if before is not None and outcome == Outcome.APPLIED:
            _judge(world, state, user, op, before)
        return outcome, info

    with patch.object(pushing, "one", watched):
        yield


def _root(state: State, op: Op) -> Row | None:
    row = state.row(op.tbl, op.pk)
    for _ in range(50):
        if row is None or row["merged_into"] is None or op.kind == OpKind.MERGE:
            return row
        row = state.row(op.tbl, row["merged_into"])
    return row


def _before(state: State, user: str, op: Op) -> tuple[Row, bool, bool] | None:
    """Return the record as it was, whether the person might write it, and whether he held or led it."""
    if op.kind not in {OpKind.SET, OpKind.MOVE, OpKind.DELETE, OpKind.MERGE} or op.tbl not in PULL_ORDER or op.tbl in FROM_CENTRE:
        return None
    row = _root(state, op)
    if row is None:
        return None
    teams = {} if state.logins[user].disabled else state.vis.get(user, {})
    records = [(op.tbl, row["id"]), *(("site", row[column]) for table, column in site_children() if table == op.tbl)]
    sights = (state.reach.get((team, *record)) for team, write in teams.items() if write for record in records)
    may = teams.get(row["team_id"], False) or any(entry is not None and not entry.gone and entry.can_write for entry in sights)
    leads = state.logins[user].level in {"manager", "admin"} and teams.get(row["team_id"], False)
    return dict(row), bool(may), leads


def _judge(world: World, state: State, user: str, op: Op, before: tuple[Row, bool, bool]) -> None:
    row, may, leads = before
    own = op.tbl == "claim" and row["user_id"] == user
    if not may and not own and not (op.tbl == "app_user" and row["id"] == user):
        raise Violation(f"access: {user} changed {op.tbl} {row['id']} of {row['team_id']}")
    if op.kind in {OpKind.SET, OpKind.MOVE} and op.fld is not None:
        seen = world.ledger[op.id].old if op.id in world.ledger else op.old
        if not same_value(seen, row.get(op.fld)) and op.tbl != "claim":
            raise Violation(f"I3 {op} was applied over {row.get(op.fld)!r}")
        holder = row.get(op.fld) if (op.tbl, op.fld) in GUARDED else None
        if holder is not None and holder != user and not leads:
            raise Violation(f"guarded: {user} took {op.tbl} {row['id']} from {holder}")
    present = state.row(op.tbl, row["id"])
    if op.kind in {OpKind.SET, OpKind.MOVE} and present is not None and present["deleted_at"] is not None:
        raise Violation(f"revive: {op} went to a deleted record")
    if op.kind == OpKind.DELETE and op.new is not None:
        unseen = [one for one in state.ops.values() if one.about == (op.tbl, row["id"]) and one.n > (op.seen_rv or 0)]
        changes = [one for one in unseen if one.user != user and one.outcome == Outcome.APPLIED and one.kind == OpKind.SET]
        if changes:
            raise Violation(f"delete: {op} hid {changes[0]}")
