"""Two records become one; everything that hangs on the one that gives way follows (`sync.md` §2.8, 16–22)."""

from crmdesk.sync.fields import team_givers
from crmdesk.sync.protocol import ConflictKind, Outcome, ParkedWhy
from tests.sync.twin import claims, codes, questions, revival, rights, teams, tree
from tests.sync.twin.state import Row
from tests.sync.twin.turn import Turn, Verdict, sign, write


def merge(turn: Turn, table: str, loser: Row, wanted: str) -> Verdict:
    """Merge `loser` into `wanted`, both standing for what they were merged into."""
    state = turn.state
    survivor_id = tree.root(state, table, wanted)
    present = tree.root(state, table, loser["id"])
    if survivor_id == present:
        return Outcome.SAME, None
    survivor = state.row(table, survivor_id)
    if survivor is None:
        return questions.park_on(turn, ParkedWhy.UNKNOWN_RECORD, table, loser["id"])
    if not rights.may_write(state, turn.user, table, survivor_id):
        return questions.park_on(turn, ParkedWhy.ACCESS, table, loser["id"])
    if loser["merged_into"] is not None:
        return questions.conflict(turn, ConflictKind.MERGE, loser, table, fld=None, theirs=present, mine=survivor_id)
    join(turn, table, loser, survivor)
    return Outcome.APPLIED, None


def join(turn: Turn, table: str, loser: Row, survivor: Row) -> None:
    """Make one record a redirect to the other."""
    if survivor["deleted_at"] is not None:
        revival.revive(turn, table, survivor["id"])
    if table == "company" and tree.makes_circle(turn.state, table, loser["id"], survivor["parent_id"]):
        lift(turn, loser, survivor)
    codes.free(turn.state, table, loser)
    loser["deleted_at"] = turn.now
    write(turn, loser, "merged_into", survivor["id"])
    for (child, column), parent in tree.FOLLOWED.items():
        if parent == table:
            follow(turn, child, column, loser["id"], survivor["id"])
    claims.follow(turn, table, loser["id"], survivor)


def lift(turn: Turn, loser: Row, survivor: Row) -> None:
    """Hang a survivor that lies below the loser where the loser hung (row 21), and tell."""
    questions.ask(turn, ConflictKind.PARENT, survivor, "company", fld=None, theirs=loser["parent_id"], mine=survivor["parent_id"])
    write(turn, survivor, "parent_id", loser["parent_id"])


def follow(turn: Turn, table: str, column: str, loser: str, survivor: str) -> None:
    """Hang what hung on the loser on the survivor, deleted records too."""
    for row in list(turn.state.rows[table].values()):
        if row[column] == loser and row["id"] != survivor:
            row[column] = survivor
            sign(turn, row)
            if (table, column) in team_givers():
                teams.follow_parent(turn, table, row)


def unmerge(turn: Turn, table: str, row: Row) -> Verdict:
    """Take a merge back: the record lives again. What had followed comes back by operations of its own."""
    if row["merged_into"] is None:
        return Outcome.SAME, None
    row["merged_into"] = None
    revival.bring_back(turn, table, row)
    for parent, id_ in [(parent, id_) for _, parent, id_ in tree.parents(row, table)]:
        revival.revive(turn, parent, tree.root(turn.state, parent, id_), told=False)
    return Outcome.APPLIED, None


def again(turn: Turn, table: str, id_: str, wanted: str) -> Verdict:
    """Settle a question of kind `merge` by doing it: what the record was merged into is merged into the wanted one too."""
    state = turn.state
    loser, survivor = state.row(table, tree.root(state, table, id_)), state.row(table, tree.root(state, table, wanted))
    if loser is None or survivor is None or loser["id"] == survivor["id"]:
        return Outcome.SAME, None
    if not rights.may_write(state, turn.user, table, survivor["id"]):
        return questions.park_on(turn, ParkedWhy.ACCESS, table, loser["id"])
    join(turn, table, loser, survivor)
    return Outcome.APPLIED, None
