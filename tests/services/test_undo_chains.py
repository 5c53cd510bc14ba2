"""Whatever was done: undoing everything restores the state before, doing everything again the state after."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.registry import synced_tables
from crmdesk.services.undo import UndoResult, UndoService
from crmdesk.storage import record_rows
from crmdesk.storage.capture import captured_columns
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

Row = tuple[Any, ...]
Edit = tuple[str, int, int, str | None]

VALUES: Final = st.one_of(st.none(), st.sampled_from(["", "a", "上海", "1", " x "]))
EDITS: Final = st.tuples(
    st.sampled_from(["company", "site", "contact", "set", "number", "code", "move", "move_site", "delete"]),
    st.integers(0, 30),
    st.integers(0, 30),
    VALUES,
)
TRANSACTIONS: Final = st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=5)


class Editor:
    """Carries out edits as the services would: parents live, no cycles, codes unique, deletion takes the subtree along."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.connection = uow.connection

    def pick(self, kind: RecordKind, at: int) -> str | None:
        ids = self.connection.exec_driver_sql(f"SELECT id FROM {kind.value} WHERE deleted_at IS NULL ORDER BY n").scalars().all()
        return str(ids[at % len(ids)]) if ids else None

    def do(self, edit: Edit) -> None:
        what, first, second, value = edit
        company = self.pick(RecordKind.COMPANY, first)
        site = self.pick(RecordKind.SITE, second)
        if what == "company" or company is None:
            values = {"id": new_id(), "kind": "legal", "legal_name": f"公司{first}", "parent_id": company if second % 2 else None}
            record_rows.insert(self.connection, RecordKind.COMPANY, {**values, "note": value})
        elif what == "site" or site is None:
            place: dict[str, Any] = {
                "id": new_id(),
                "company_id": company,
                "status": "lead",
                "name": f"店{second}",
                "latitude": second / 4,
            }
            record_rows.insert(self.connection, RecordKind.SITE, place)
        elif what == "contact":
            person = new_id()
            record_rows.insert(self.connection, RecordKind.CONTACT, {"id": person, "name": "人", "note": value})
            record_rows.insert(self.connection, RecordKind.POSITION, {"id": new_id(), "contact_id": person, "site_id": site})
        elif what == "set":
            record_rows.update(self.connection, RecordKind.SITE, site, {"phone": value, "latitude": None})
        elif what == "number":
            record_rows.update(self.connection, RecordKind.COMPANY, company, {"headcount": first, "note": value})
        elif what == "code":
            self.give_code(company, f"C{second % 4}" if second % 5 else None)
        elif what == "move":
            self.move(company, self.pick(RecordKind.COMPANY, second) if second % 3 else None)
        elif what == "move_site":
            record_rows.update(self.connection, RecordKind.SITE, site, {"company_id": company})
        else:
            self.delete(company)

    def give_code(self, company: str, code: str | None) -> None:
        if code is None or not record_rows.ids_with_code(self.connection, code):
            record_rows.update(self.connection, RecordKind.COMPANY, company, {"code": code})

    def move(self, company: str, parent: str | None) -> None:
        if parent is None or not record_rows.is_under(self.connection, parent, company):
            record_rows.update(self.connection, RecordKind.COMPANY, company, {"parent_id": parent})

    def delete(self, company: str) -> None:
        companies = record_rows.subtree_companies(self.connection, company)
        at = f"2026-11-22T10:00:00.{len(companies):03}Z"
        for one in companies:
            sites = self.connection.exec_driver_sql("SELECT id FROM site WHERE company_id=? AND deleted_at IS NULL", (one,))
            record_rows.bury(self.connection, RecordKind.SITE, list(sites.scalars()), at)
        record_rows.bury(self.connection, RecordKind.COMPANY, companies, at)


def living(store: Store) -> dict[str, list[Row]]:
    """Return every field of every living record with its storage class, and the derived columns."""
    found: dict[str, list[Row]] = {}
    with store.read() as connection:
        for table in synced_tables():
            columns = [*captured_columns(table), *(["site_count"] if table.name == "company" else [])]
            asked = ",".join(f"{column},typeof({column})" for column in columns)
            rows = connection.exec_driver_sql(f"SELECT id,{asked} FROM {table.name} WHERE deleted_at IS NULL ORDER BY id")
            found[table.name] = [tuple(row) for row in rows]
    return found


def broken(store: Store) -> list[str]:
    """Return the rules that do not hold; contacts of deleted sites stay with them, which is no matter of undo."""
    with store.read() as connection:
        return [finding.check for finding in broken_rules(connection) if finding.kind != "position"]


def new_store(template: Path, folder: str) -> Store:
    path = Path(folder) / "chains.db"
    shutil.copyfile(template, path)
    store = Store.open(path, None)
    with store.unit_of_work(action=ActionKind.SETUP) as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": new_id(), "name": "王芳"})
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v='me' WHERE k='user_id'")
        uow.commit()
    return store


def carry_out(store: Store, transactions: list[list[Edit]]) -> list[str]:
    """Return the ids of the transactions that changed anything."""
    done: list[str] = []
    for edits in transactions:
        with store.unit_of_work() as uow:
            editor = Editor(uow)
            for edit in edits:
                editor.do(edit)
            transaction = uow.commit().transaction
        if transaction is not None:
            done.append(transaction)
    return done


def repeat(step: Callable[[], UndoResult], times: int) -> None:
    for _ in range(times):
        assert step().skipped_total == 0


@given(transactions=TRANSACTIONS)
def test_undo_all_and_redo_all(template_file: Path, transactions: list[list[Edit]]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(template_file, folder) as store:
        states = [living(store)]
        count = 0
        for edits in transactions:
            count += len(carry_out(store, [edits]))
            states.append(living(store))
        undo = UndoService(store)
        repeat(undo.undo_last, count)
        assert living(store) == states[0]
        assert undo.peek().undo is None
        repeat(undo.redo_last, count)
        assert living(store) == states[-1]
        assert undo.peek().redo is None
        repeat(undo.undo_last, count)
        assert living(store) == states[0]
        assert not broken(store)


@given(transactions=TRANSACTIONS, order=st.lists(st.integers(0, 100), min_size=1, max_size=6))
def test_no_rule_breaks_when_undone_out_of_order(template_file: Path, transactions: list[list[Edit]], order: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(template_file, folder) as store:
        done = carry_out(store, transactions)
        undo = UndoService(store)
        for at in order:
            if done:
                undo.undo_transaction(done.pop(at % len(done)))
                assert not broken(store)
