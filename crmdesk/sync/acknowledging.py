"""What the centre's answer to a batch does here: outcomes, a fingerprint, and every touched record is fetched (`sync.md` §2.5.3)."""

from collections import Counter
from collections.abc import Mapping

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_outbox, exchange_progress
from crmdesk.storage.store import Store
from crmdesk.sync.protocol import Batch, Outcome, PushAnswer


def acknowledge(store: Store, batch: Batch, answer: PushAnswer, at: str) -> tuple[Changes, Mapping[str, int]]:
    """Note what became of a batch, in one transaction; return what changed and how many operations had which outcome.

    The cursor does not move (`sync.md` §6.4). A record shows the centre's value as soon as it is fetched; what the person wanted
    waits in `conflict` or `parked_edit`, which come with the next pull.
    """
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        device = exchange_progress.device(uow.connection)
        stored = exchange_outbox.oldest_unanswered(uow.connection, device.id)
        if stored is None or stored.id != batch.id:  # another process noted it already
            return Changes(), {}
        others = [(one.op, one.outcome) for one in answer.answers if one.outcome != Outcome.APPLIED]
        exchange_outbox.settle(uow.connection, device.id, stored, others, n=answer.n, at=at)
        exchange_outbox.reload_touched(uow.connection, stored)
        exchange_progress.add_mark(uow.connection, answer.n, answer.mark, complete=False)
        touched: dict[str, set[str]] = {}
        rows = uow.connection.exec_driver_sql(
            "SELECT tbl, pk, outcome FROM sync_op WHERE batch_no=? AND seq BETWEEN ? AND ?",
            (stored.no, stored.first_seq, stored.last_seq),
        )
        outcomes: Counter[str] = Counter()
        for table, record, outcome in rows:
            touched.setdefault(table, set()).add(record)
            outcomes[outcome] += 1
        for table, records in touched.items():
            uow.tell(table, records)
        return uow.commit(), dict(outcomes)
