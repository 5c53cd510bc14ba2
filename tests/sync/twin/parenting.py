"""What a record is hung on: the survivor of a merged parent, a living one instead of a deleted one, never below itself."""

from dataclasses import dataclass
from typing import Any, Final

from crmdesk.core.vocabulary import ClaimState
from crmdesk.sync.fields import team_givers
from crmdesk.sync.protocol import ConflictKind, ParkedWhy
from tests.sync.twin import questions, revival, rights, tree
from tests.sync.twin.state import Row
from tests.sync.twin.turn import Turn, Verdict

READ_IS_ENOUGH: Final = frozenset({"activity", "claim", "follow_up"})
"""Tables to which whoever sees the record may add."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record will hang. `id` is the survivor of what was asked for."""

    table: str
    id: str | None


def find(turn: Turn, table: str, row: Row, field: str, wanted: Any) -> Place | Verdict | None:
    """Return the parent meant by a value, None for a field that names none; or a refusal: not allowed to add there."""
    parent = tree.FOLLOWED.get((table, field))
    if parent is None:
        return None
    if wanted is None:
        return Place(parent, None)
    id_ = tree.root(turn.state, parent, wanted)
    if parent != "company" and (table, field) in team_givers() and not may_add(turn, table, parent, id_):
        return questions.park_on(turn, ParkedWhy.ACCESS, table, row["id"])
    if is_unseen(turn, parent, id_):
        holder = owner_of(turn, parent, id_)
        return questions.park(turn, ParkedWhy.ACCESS, table=table, id_=row["id"], team=row["team_id"], for_user=holder)
    return Place(parent, id_)


def is_unseen(turn: Turn, parent: str, id_: str) -> bool:
    """Whether a record exists that the person does not see; nothing is hung on it."""
    return turn.state.row(parent, id_) is not None and not rights.may_read(turn.state, turn.user, parent, id_)


def owner_of(turn: Turn, parent: str, id_: str) -> str | None:
    """Return who is responsible for a record that exists."""
    return questions.holder_of(turn.state, parent, turn.state.rows[parent][id_])


def may_add(turn: Turn, table: str, parent: str, id_: str) -> bool:
    """Whether the person may hang something on a record; one nobody knows yet is nobody's."""
    if turn.state.row(parent, id_) is None:
        return True
    allowed = rights.may_read if table in READ_IS_ENOUGH else rights.may_write
    return allowed(turn.state, turn.user, parent, id_) or has_asked_to_note(turn, table, parent, id_)


def has_asked_to_note(turn: Turn, table: str, parent: str, id_: str) -> bool:
    """Whether something said is to be noted on a record for which the person asked: who came too late hands his notes to the winner."""
    return table in {"activity", "follow_up"} and any(
        (one["tbl"], one["record_id"], one["user_id"], one["deleted_at"]) == (parent, id_, turn.user, None)
        and one["state"] in {ClaimState.HELD, ClaimState.LOST}
        for one in turn.state.rows["claim"].values()
    )


def would_circle(turn: Turn, table: str, row: Row, place: Place) -> bool:
    """Whether a record would hang below itself there."""
    return table == place.table and tree.makes_circle(turn.state, table, row["id"], place.id)


def check(turn: Turn, table: str, row: Row, field: str, place: Place) -> Place | Verdict:
    """Return where to hang a record: refuse a circle, bring a deleted parent back, go above a deleted company."""
    if place.id is None or (table, field) not in tree.PARENTS:
        return place
    if would_circle(turn, table, row, place):
        return questions.conflict(
            turn, ConflictKind.CYCLE, row, table, fld=field, theirs=row[field], mine=place.id, base=turn.op.old
        )
    above = turn.state.row(place.table, place.id)
    if above is None or above["deleted_at"] is None or above["merged_into"] is not None:
        return place
    if table == place.table == "company":
        nearest = tree.living_above(turn.state, place.id)
        questions.ask(turn, ConflictKind.PARENT, row, table, fld=field, theirs=nearest, mine=place.id)
        return Place(place.table, nearest)
    revival.revive(turn, place.table, place.id)
    return place
