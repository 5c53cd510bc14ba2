"""From the log to batches: whole local transactions, exact bytes stored before they are sent (`sync.md` §2.5.1)."""

import hashlib
import json
import math
from collections.abc import Sequence
from itertools import groupby
from random import Random
from typing import Any, Final

from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_outbox, exchange_progress
from crmdesk.storage.exchange_outbox import StoredBatch, WaitingOperation
from crmdesk.storage.store import Store
from crmdesk.sync.protocol import BYTES_IN_BATCH, LONG_TEXT, OPS_IN_BATCH, Batch, Op, OpKind

_BRACKETS: Final = 2


def fresh_id(random: Random) -> str:
    """Return 128 random bits as 32 hex digits."""
    return f"{random.getrandbits(128):032x}"


def next_batch(store: Store, random: Random) -> Batch | None:
    """Return the batch to be sent now: the first unanswered one, or a new one of what waits; None when nothing waits.

    A new batch is stored, and its operations marked, in one transaction; after a crash the same bytes go again.
    """
    with store.read() as connection:
        known = exchange_progress.device(connection)
        unanswered = exchange_outbox.oldest_unanswered(connection, known.id)
        if unanswered is None and not exchange_outbox.waiting(connection, known.sent_seq, 1):
            return None
    return _sendable(unanswered) if unanswered is not None else _build(store, random)


def _build(store: Store, random: Random) -> Batch | None:
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        known = exchange_progress.device(uow.connection)
        unanswered = exchange_outbox.oldest_unanswered(uow.connection, known.id)
        if unanswered is not None:  # another process was faster
            return _sendable(unanswered)
        waiting = exchange_outbox.waiting(uow.connection, known.sent_seq, OPS_IN_BATCH + 1)
        if not waiting:
            return None
        lines = [_encode(to_wire(operation).wire()) for operation in waiting[:OPS_IN_BATCH]]
        count = whole_transactions(waiting, lines)
        # a merge says by itself that one record gives way: deleted besides, the other one would go where two merged crosswise
        order = (place for place in sending_order(waiting[:count]) if not waiting[place].is_part_of_merge)
        body = f"[{','.join(lines[place] for place in order)}]"
        batch = StoredBatch(
            no=known.last_no + 1,
            id=fresh_id(random),
            prev=known.last_batch,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
            body=body,
            first_seq=waiting[0].seq,
            last_seq=waiting[count - 1].seq,
        )
        exchange_outbox.add_batch(uow.connection, known.id, batch, [operation.seq for operation in waiting[:count]])
        exchange_progress.set_control(uow.connection, {"sent_seq": batch.last_seq, "last_no": batch.no, "last_batch": batch.id})
        uow.commit()
    return _sendable(batch)


def _sendable(batch: StoredBatch) -> Batch:
    return Batch(batch.no, batch.id, batch.prev, batch.sha256, batch.body or "[]")


def whole_transactions(waiting: Sequence[WaitingOperation], lines: Sequence[str]) -> int:
    """Return how many operations the next batch takes: as many whole transactions as fit, at least one operation.

    `waiting` may hold one operation more than there are lines: it tells whether the last transaction goes on. A transaction that
    does not fit into a batch by itself is cut.
    """
    size, fitting = _BRACKETS, 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > BYTES_IN_BATCH and fitting:
            break
        fitting += 1
    if fitting == len(waiting):
        return fitting
    whole = fitting
    while whole > 0 and waiting[whole].tx is not None and waiting[whole - 1].tx == waiting[whole].tx:
        whole -= 1
    return whole or fitting


def sending_order(operations: Sequence[WaitingOperation]) -> list[int]:
    """Return the places of operations in the order they are sent: as logged, but inside a transaction in steps.

    Inserts, merges, codes given back, merges taken back, what brings records back, then the rest. The log holds a loser's `del` before
    its `merge` and its code's handing over before both; sent like that a merge would ask about the code, and a merge taken back would
    leave the record deleted.
    """
    order: list[int] = []
    for _, group in groupby(range(len(operations)), key=lambda place: operations[place].tx or operations[place].id):
        order += sorted(group, key=lambda place: sending_step(operations[place]))  # stable
    return order


def sending_step(operation: WaitingOperation | Op) -> int:
    """Return the step of `sending_order` in which an operation goes."""
    if operation.kind == OpKind.INSERT:
        return 0
    if operation.new is not None:
        return 1 if operation.kind == OpKind.MERGE else 5
    if operation.kind == OpKind.SET and _field(operation) == "code":
        return 2  # given back before the record that had it returns
    return {OpKind.MERGE.value: 3, OpKind.DELETE.value: 4}.get(operation.kind, 5)


def _field(operation: WaitingOperation | Op) -> str | None:
    return operation.fld if isinstance(operation, Op) else operation.field


def to_wire(operation: WaitingOperation) -> Op:
    """Return an operation as it travels: an insert's object, long old texts by their fingerprint."""
    if operation.kind == OpKind.INSERT:
        new: Any = {name: _scalar(value) for name, value in json.loads(operation.new).items()}
    else:
        new = _scalar(operation.new)
    return Op(
        id=operation.id,
        tx=operation.tx,
        tbl=operation.table,
        pk=operation.record,
        kind=operation.kind,
        fld=operation.field,
        old=_seen(operation.old),
        new=new,
        seen_rv=operation.seen_rv,
        made_at=operation.made_at,
    )


def _seen(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LONG_TEXT:
        return {"sha256": hashlib.sha256(value.encode()).hexdigest()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    """Return a stored value as JSON can carry it; what it cannot (never written by the program) becomes text and is judged by the centre."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def _encode(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
