"""Batches: whole local transactions, exact bytes, what travels of a value."""

import hashlib
import json
from random import Random

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.deletions import DeletionService
from crmdesk.services.merging import MergeService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.exchange_outbox import WaitingOperation
from crmdesk.sync import outbox
from crmdesk.sync.errors import CentreUnreachable
from crmdesk.sync.protocol import BYTES_IN_BATCH, OPS_IN_BATCH
from tests.sync.faults import BadLine
from tests.sync.laptops import Laptop

ACME = "c1" * 16


def _operations(*transactions: int) -> list[WaitingOperation]:
    made: list[WaitingOperation] = []
    for tx, count in enumerate(transactions):
        for _ in range(count):
            seq = len(made) + 1
            made.append(WaitingOperation(seq, f"{seq:032x}", f"t{tx}", "site", "s", "set", "phone", None, "1", 0, "now"))
    return made


@pytest.mark.parametrize(
    ("transactions", "size", "expected"),
    [
        pytest.param((3, 4), 10, 7, id="all-fit"),
        pytest.param((300, 201), 10, 300, id="the-second-does-not-fit"),
        pytest.param((501,), 10, 500, id="too-big-is-cut"),
        pytest.param((500, 1), 10, 500, id="exactly-full"),
        pytest.param((1, 1, 2), BYTES_IN_BATCH // 3, 2, id="bytes-end-at-a-transaction"),
        pytest.param((3,), BYTES_IN_BATCH // 2, 1, id="bytes-cut-a-transaction"),
        pytest.param((1, 1), BYTES_IN_BATCH * 2, 1, id="one-too-big-goes-alone"),
    ],
)
def test_how_much_a_batch_takes(transactions: tuple[int, ...], size: int, expected: int) -> None:
    waiting = _operations(*transactions)[: OPS_IN_BATCH + 1]
    lines = ["x" * size] * min(len(waiting), OPS_IN_BATCH)
    assert outbox.whole_transactions(waiting, lines) == expected


@pytest.mark.parametrize(
    ("old", "sent"),
    [
        ("短", "短"),
        ("长" * 1_025, {"sha256": hashlib.sha256(("长" * 1_025).encode()).hexdigest()}),
        (3, 3),
        (31.25, 31.25),
        (float("inf"), "inf"),
        (b"\x01", "01"),
        (None, None),
    ],
    ids=["text", "long", "int", "float", "infinite", "bytes", "none"],
)
def test_what_the_person_saw_travels(old: object, sent: object) -> None:
    operation = WaitingOperation(1, "i", "t", "site", "s", "set", "phone", old, "neu", 7, "now")
    assert outbox.to_wire(operation).wire() == ["i", "t", "site", "s", "set", "phone", sent, "neu", 7, "now"]


def test_an_insert_travels_as_an_object(li: Laptop) -> None:
    li.insert("site", ACME, company_id="c", name='引"号', status="fighting", latitude=31.25)
    batch = outbox.next_batch(li.store, Random(1))
    assert batch is not None
    (operation,) = json.loads(batch.body)
    assert operation[7] == {"company_id": "c", "name": '引"号', "status": "fighting", "latitude": 31.25}
    assert batch.sha256 == hashlib.sha256(batch.body.encode()).hexdigest()
    assert outbox.next_batch(li.store, Random(2)) == batch  # until it is answered the same bytes go again


def test_edits_made_while_a_batch_is_on_its_way_go_in_the_next(li: Laptop) -> None:
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    with pytest.raises(CentreUnreachable):
        li.exchange(centre=BadLine(li.centre, ["", "reply"]))
    li.set("company", ACME, phone="1")
    assert li.rows("SELECT kind, batch_no FROM sync_op ORDER BY seq") == [("ins", 1), ("set", None)]
    report = li.exchange()
    assert report.outcomes == {"applied": 2}
    assert li.rows("SELECT no, prev IS NULL, acked_at IS NOT NULL FROM sync_batch ORDER BY no") == [(1, 1, 1), (2, 0, 1)]
    assert li.rows("SELECT legal_name, phone FROM company") == [("全球商业", "1")]


def test_the_deletion_within_a_merge_is_not_sent(li: Laptop) -> None:
    other, third = "c2" * 16, "c3" * 16
    for company in (ACME, other, third):
        li.insert("company", company, kind="legal", legal_name="全球商业")
    li.exchange()
    merging = MergeService(li.store)
    merging.merge([RecordKey(RecordKind.COMPANY, ACME), RecordKey(RecordKind.COMPANY, other)])
    DeletionService(li.store).delete([RecordKey(RecordKind.COMPANY, third)])
    batch = outbox.next_batch(li.store, Random(1))
    assert batch is not None
    assert [(kind, pk) for _, _, _, pk, kind, *_ in json.loads(batch.body)] == [("merge", other), ("del", third)]
    li.exchange()
    assert li.rows("SELECT count(*) FROM sync_op WHERE outcome IS NULL") == [(0,)]
