"""What must be true after every schedule (`sync.md` §5.1)."""

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from crmdesk.core.vocabulary import ClaimState
from crmdesk.sync.fields import CODED, PULL_ORDER
from crmdesk.sync.protocol import Choice, OpKind, Outcome
from tests.sync.simulator.world import Violation, World
from tests.sync.twin.state import Key, Row, State, StoredOp, columns_of, md5, text_of

PLAIN: Final = (("company", "phone"), ("site", "phone"), ("contact", "mobile"), ("activity", "text"), ("company", "note"))
"""Fields that nothing but operations changes."""
HANGS: Final = (
    *(("company", "parent_id", "company"), ("site", "company_id", "company"), ("position", "site_id", "site")),
    *(("position", "contact_id", "contact"), ("activity", "site_id", "site"), ("activity", "contact_id", "contact")),
    *(("unit", "site_id", "site"), ("collaborator", "site_id", "site"), ("collaborator", "company_id", "company")),
)


def check(world: World) -> None:
    """Raise `Violation` for the first broken invariant; the world has come to rest."""
    for broken in _broken(world):
        raise Violation(broken)


def _broken(world: World) -> Iterator[str]:
    state = world.hub.state
    yield from every_edit_arrived(world)
    for op in state.ops.values():
        yield from accounted_for(state, op)
        if op.id in world.ledger:
            yield from applied_as_seen(world, op)
    yield from tree_is_sound(state)
    yield from codes_are_unique(state)
    yield from claims_are_single(state)
    yield from history_replays(state)
    for laptop in range(len(world.disks)):
        yield from laptop_agrees(world, laptop)
        yield from quiet(world, laptop)


def every_edit_arrived(world: World) -> Iterator[str]:
    """I1: each operation ever saved is at the centre, unless its disk died before it was sent."""
    for id_ in world.ledger:
        if id_ not in world.hub.state.ops and id_ not in world.died:
            yield f"I1 edit {id_} ({world.ledger[id_]}) never arrived"


def accounted_for(state: State, op: StoredOp) -> Iterator[str]:
    """I2: each operation has an outcome; a conflict or a parked edit is there to be seen, with its value."""
    if op.outcome == Outcome.CONFLICT:
        question = state.rows["conflict"].get((op.info or {}).get("conflict", ""))
        if question is None:
            yield f"I2 no question for {op}"
        elif question["op_id"] == op.id and op.kind in {OpKind.SET, OpKind.DELETE} and question["mine"] != text_of(op.new):
            yield f"I2 the question forgot what was wanted: {op} {question}"
    elif op.outcome == Outcome.PARKED:
        waiting = state.rows["parked_edit"].get(md5(f"parked{op.id}"))
        if waiting is None or (op.kind != OpKind.RESOLVE and waiting["new"] != text_of(op.new)):
            yield f"I2 no waiting edit for {op}"
    elif op.outcome not in {Outcome.APPLIED, Outcome.SAME}:
        yield f"I2 no outcome of {op}"


def applied_as_seen(world: World, op: StoredOp) -> Iterator[str]:
    """I3: what the person saw when saving is what the centre compared."""
    if op.old != world.ledger[op.id].old or op.new != world.ledger[op.id].new:
        yield f"I3 {op} is not what was saved: {world.ledger[op.id]}"


def tree_is_sound(state: State) -> Iterator[str]:
    """I6: no circles, no merge loops, nothing that lives hangs on a merged record."""
    for table, column in (
        ("company", "parent_id"),
        ("team", "parent_id"),
        *((table, "merged_into") for table in ("company", "site", "contact", "position", "claim")),
    ):
        for row in state.rows[table].values():
            seen, at = {row["id"]}, row.get(column)
            while at is not None:
                if at in seen:
                    yield f"I6 circle of {table}.{column} at {row['id']}"
                    break
                seen.add(at)
                above = state.row(table, at)
                at = None if above is None else above[column]
    for table, column, parent in HANGS:
        for row in state.each(table):
            above = state.row(parent, row[column])
            if above is not None and above["merged_into"] is not None:
                yield f"I6 {table} {row['id']} hangs on merged {parent} {above['id']}"


def codes_are_unique(state: State) -> Iterator[str]:
    """I7: a code belongs to one living record, and the register says which."""
    held: dict[str, Key] = {}
    for table in CODED:
        for row in state.each(table):
            if row["code"]:
                if row["code"] in held:
                    yield f"I7 code {row['code']} is {held[row['code']]}'s and {row['id']}'s"
                held[row["code"]] = (table, row["id"])
    if held != {code: key for (_, code), key in state.codes.items()}:
        yield f"I7 the register of codes is wrong: {held} {state.codes}"


def claims_are_single(state: State) -> Iterator[str]:
    """I8: one person holds a record."""
    held: dict[Key, Row] = {}
    for row in state.each("claim"):
        if row["state"] == ClaimState.HELD and row["expires_at"] > state.now:
            other = held.setdefault((row["tbl"], row["record_id"]), row)
            if other is not row:
                yield f"I8 two hold {row['record_id']}: {other['user_id']} {row['user_id']}"


def history_replays(state: State) -> Iterator[str]:
    """I9: the history leads to the present value."""
    written: dict[tuple[str, str, str], Any] = {}
    doubtful: set[Key] = set()
    for op in state.ops.values():
        if op.kind == OpKind.RESOLVE:
            doubtful.add(op.about)
            if op.tbl == "parked_edit" and op.fld == Choice.ACCEPT and op.outcome != Outcome.PARKED:
                doubtful.add(_root(state, op.about))
            doubtful.add(_root(state, op.about))
        elif op.outcome in {Outcome.APPLIED, Outcome.CONFLICT} and op.kind == OpKind.INSERT:
            written.update({(op.tbl, op.pk, name): value for name, value in op.new.items()})
        elif op.outcome == Outcome.APPLIED and op.fld is not None:
            written[op.tbl, op.about[1], op.fld] = op.new
    for (table, id_, name), value in written.items():
        row = state.row(table, id_) if (table, name) in PLAIN and (table, id_) not in doubtful else None
        if row is not None and row[name] != value:
            yield f"I9 {table} {id_} {name} is {row[name]!r}, its history says {value!r}"


def _root(state: State, key: Key) -> Key:
    table, id_ = key
    row = state.row(table, id_) if table in PULL_ORDER else None
    while row is not None and row["merged_into"]:
        id_ = row["merged_into"]
        row = state.row(table, id_)
    return table, id_


def visible(state: State, user: str) -> dict[Key, Row]:
    """Return what a person has to have: rows of held teams and what they reach."""
    teams = state.vis[user]
    found = {(table, row["id"]): row for table, rows in state.rows.items() for row in rows.values() if row["team_id"] in teams}
    for (team, table, id_), entry in state.reach.items():
        if team in teams and not entry.gone:
            found[table, id_] = state.rows[table][id_]
    return found


def laptop_agrees(world: World, laptop: int) -> Iterator[str]:
    """I4, I5: a laptop at rest has what the centre has for its teams, and nothing else."""
    state, disk = world.hub.state, world.disks[laptop]
    wanted = visible(state, disk.user)
    present = {(table, id_): row for table, rows in disk.rows.items() for id_, row in rows.items()}
    for key in wanted.keys() - present.keys():
        yield f"I4 laptop {laptop} lacks {key}"
    for key in present.keys() - wanted.keys():
        yield f"I5 laptop {laptop} has {key}, which is not for it"
    for key, row in wanted.items():
        for name in columns_of(key[0]) if key in present else ():
            if present[key].get(name) != row[name]:
                yield f"I4 laptop {laptop} {key} {name}: {str(present[key].get(name))[:60]!r}, the centre has {str(row[name])[:60]!r}"
    sights = {key for key, entry in state.reach.items() if key[0] in state.vis[disk.user] and not entry.gone}
    if sights != set(disk.reach):
        yield f"I4 laptop {laptop} sees by reach {sorted(sights ^ set(disk.reach))}"


def quiet(world: World, laptop: int) -> Iterator[str]:
    """I11: an exchange with nothing new moves no rows."""
    line = world.exchange(laptop, Random(1))
    if line.rows:
        yield f"I11 a quiet exchange of laptop {laptop} moved {line.rows} rows"
