"""Random work, exported step by step, leaves what one export of everything leaves; and one export waits for another."""

import random
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.deletions import DeletionService
from crmdesk.services.merging import MergeService
from crmdesk.services.moves import MoveService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from crmdesk.sync.central import plain_export
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.export.errors import ExportBusy
from crmdesk.sync.export.tables import TABLES
from crmdesk.sync.export.values import ExportReport

Query = Callable[..., list[tuple[Any, ...]]]
Export = Callable[..., ExportReport]
STEPS = 24


def content(query: Query, schema: str) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table.name: query(f"SELECT {','.join(column.name for column in table.columns)} FROM {schema}.{table.name} ORDER BY id")
        for table in TABLES
    }


class Worker:
    """Does something like what people do; what the rules refuse is not done."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.random = random.Random(seed)

    def step(self, number: int) -> None:
        act = self.random.choice(
            (self.add, self.add, self.rename, self.rename, self.move, self.delete, self.merge, self.undo, self.person)
        )
        try:
            act(number)
        except CrmError:
            return

    def any(self, kind: str) -> RecordKey:
        with self.store.read() as connection:
            ids = connection.exec_driver_sql(f"SELECT id FROM {kind} WHERE deleted_at IS NULL ORDER BY n").scalars().all()
        if not ids:
            raise RecordNotFound(what=kind)
        return RecordKey.parse(f"{kind}:{self.random.choice(ids)}")

    def add(self, number: int) -> None:
        parent = self.any("company").id if self.random.random() < 0.6 else None
        company = AccountService(self.store).create_company({"legal_name": f"第{number}公司", "parent_id": parent}).record.key
        AccountService(self.store).create_site({"name": f"店{number}", "company_id": company.id, "city": f"城{number}"})

    def rename(self, number: int) -> None:
        kind = self.random.choice(("company", "site"))
        field = "short_name" if kind == "company" else "name"
        with self.store.unit_of_work() as uow:
            uow.connection.exec_driver_sql(f"UPDATE {kind} SET {field}=? WHERE id=?", (f"名{number}", self.any(kind).id))
            uow.commit()

    def move(self, _number: int) -> None:
        MoveService(self.store).move([self.any("company")], self.any("company"))

    def delete(self, _number: int) -> None:
        DeletionService(self.store).delete([self.any(self.random.choice(("company", "site")))])

    def merge(self, _number: int) -> None:
        kind = self.random.choice(("company", "site"))
        MergeService(self.store).merge([self.any(kind), self.any(kind)])

    def undo(self, _number: int) -> None:
        UndoService(self.store).undo_last()

    def person(self, number: int) -> None:
        ContactService(self.store).add(self.any("site").id, {"name": f"人{number}"})


@pytest.mark.parametrize("seed", range(2))
def test_exports_step_by_step_leave_what_one_of_everything_leaves(customers: Store, run: Export, query: Query, seed: int) -> None:
    worker = Worker(customers, seed)
    run(customers)
    for number in range(STEPS):
        worker.step(number)
        if worker.random.random() < 0.4:
            run(customers)
    run(customers)
    run(customers, schema="whole")
    assert content(query, "crmdesk") == content(query, "whole")
    assert run(customers, is_full=True).total.written == 0


def test_one_export_waits_for_another_and_then_says_so(
    customers: Store, run: Export, report_server: PrivateServer, report_database: CentreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(customers)
    monkeypatch.setattr(plain_export, "_LOCK_WAIT", "50ms")
    with psycopg.connect(report_server.conninfo(report_database.database)) as other:
        other.execute("SELECT 1 FROM crmdesk.export_target FOR UPDATE")
        with pytest.raises(ExportBusy):
            run(customers)
    assert run(customers).total.written == 0
