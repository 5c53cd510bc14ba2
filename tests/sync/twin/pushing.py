"""Taking a batch: the device's story must go on where it was left, each operation counts once, all of it is one commit."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from crmdesk.sync.fields import FROM_CENTRE, PULL_ORDER
from crmdesk.sync.protocol import Answer, Batch, Op, OpKind, Outcome, PushAnswer
from tests.sync.twin import claims, deciding, reaching, rights, tree
from tests.sync.twin.state import Commit, Device, Key, State, StoredOp
from tests.sync.twin.turn import Turn


def push(state: State, user: str, device_id: str, batch: Batch) -> PushAnswer:
    """Take a batch of a person's laptop."""
    device = state.devices.setdefault(device_id, Device(user))
    known = state.batches.get((device_id, batch.no))
    if known is not None:
        return again(state, device, batch, known)
    if is_fork(device, batch):
        return PushAnswer(fork=(device.last_no, device.last_batch))
    if hashlib.sha256(batch.body.encode()).hexdigest() != batch.sha256:
        raise ValueError("the batch was damaged on its way")
    state.n += 1
    state.commits[state.n] = Commit(batch.id, user, state.now)
    answers = [(op.id, *one(state, user, op)) for op in read(batch.body)]
    claims.prolong(state, user)
    finish_commit(state)
    told = [answer for answer in answers if answer[1] != Outcome.APPLIED]
    device.last_no, device.last_batch = batch.no, batch.id
    state.batches[device_id, batch.no] = (batch.id, batch.sha256, state.n, told)
    return PushAnswer(state.n, tuple(Answer(*answer) for answer in told), mark=state.commits[state.n].mark)


Stored = tuple[str, str, int, list[tuple[str, str, Any]]]
"""Of a batch: id, fingerprint, commit, what was answered."""


def again(state: State, device: Device, batch: Batch, known: Stored) -> PushAnswer:
    """Answer a number that was used before: the same batch gets the same answer, another one tells of a fork."""
    id_, sha, n, told = known
    if (id_, sha) != (batch.id, batch.sha256):
        return PushAnswer(fork=(device.last_no, device.last_batch))
    return PushAnswer(n, tuple(Answer(*answer) for answer in told), mark=state.commits[n].mark)


def is_fork(device: Device, batch: Batch) -> bool:
    """Whether a batch does not follow the last one of its device: the laptop was restored or copied, or the centre was."""
    return batch.no != device.last_no + 1 or batch.prev != device.last_batch


def finish_commit(state: State) -> None:
    """Bring rights and reach up to date with what a commit changed."""
    if any(team["rv"] == state.n for team in state.rows["team"].values()):
        rights.rebuild(state)
    reaching.refresh(state)


_NUL: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def read(body: str) -> Iterator[Op]:
    """Read the operations of a batch. The character NUL, which no text at the centre can hold, is left out."""
    return (Op(*parts) for parts in json.loads(_NUL.sub(r"\1", body)))


def one(state: State, user: str, op: Op) -> tuple[str, dict[str, Any] | None]:
    """Decide one operation, once and for all."""
    known = decided(state, op)
    if known is not None:
        return known.outcome, known.info
    about = subject(state, op)
    row = state.row(*about) if about[0] in PULL_ORDER else None
    prev = None if row is None or op.fld is None else row.get(op.fld)
    outcome, info = deciding.decide(Turn(state, user, state.n, op))
    state.ops[op.id] = StoredOp(
        *(op.id, state.n, user, op.tbl, op.pk, about, op.kind, op.fld, op.old, op.new, prev, str(outcome), info),
    )
    return str(outcome), info


def decided(state: State, op: Op) -> StoredOp | None:
    """Return what is known of an operation that arrived before."""
    return state.ops.get(op.id)


def subject(state: State, op: Op) -> Key:
    """Return the record an operation is about, as things stand when it arrives."""
    table, pk = op.tbl, op.pk
    if op.kind == OpKind.RESOLVE and table in FROM_CENTRE:
        question = state.row(table, pk)
        if question is None:
            return table, pk
        table, pk = question["tbl"], question["record_id"]
    if table not in PULL_ORDER or op.kind == OpKind.MERGE:
        return table, pk
    return table, tree.root(state, table, pk)
