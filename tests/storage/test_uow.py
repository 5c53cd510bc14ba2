"""The unit of work: all of it or nothing, and the next one starts clean."""

import pytest

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind
from crmdesk.models.company import Company
from crmdesk.storage.store import Store

INSERT = "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal','x')"


def _count(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_leaving_without_commit_leaves_nothing(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(INSERT, (new_id(),))
        uow.refresh()
    assert [_count(store, table) for table in ("company", "sync_op", "change_tx")] == [0, 0, 0]


def _fail_halfway(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(INSERT, (new_id(),))
        raise ZeroDivisionError


def test_an_error_inside_leaves_nothing_and_the_next_works(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(store)
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(INSERT, (new_id(),))
        assert uow.commit()
    assert _count(store, "company") == 1


def test_a_unit_of_work_that_cannot_begin_gives_the_connection_back(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("ALTER TABLE sync_ctl RENAME TO away")
        uow.connection.commit()
    for _ in range(2):
        with pytest.raises(Exception, match="no such table"), store.unit_of_work():
            pass
    raw = store._writer.connect()
    raw.exec_driver_sql("ALTER TABLE away RENAME TO sync_ctl")
    raw.commit()
    raw.close()
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(INSERT, (new_id(),))
        uow.commit()
    assert _count(store, "company") == 1


def test_rows_log_derived_columns_and_index_commit_together(store: Store) -> None:
    record = new_id()
    with store.unit_of_work(action=ActionKind.EDIT, label="全球商业") as uow:
        uow.session.add(Company(id=record, kind="legal", legal_name="全球商业"))
        changes = uow.commit()
    assert changes.touched == {"company": frozenset({record})}
    with store.read() as connection:
        tx = connection.exec_driver_sql("SELECT id, label FROM change_tx").one()
        assert tuple(tx) == (changes.transaction, "全球商业")
        assert connection.exec_driver_sql("SELECT DISTINCT tx FROM sync_op").scalars().all() == [changes.transaction]
        assert connection.exec_driver_sql("SELECT sort_key FROM company").scalar_one()
        assert connection.exec_driver_sql("SELECT count(*) FROM search_index_docsize").scalar_one() == 1


def test_nothing_touched_is_no_transaction(store: Store) -> None:
    with store.unit_of_work() as uow:
        changes = uow.commit()
    assert not changes
    assert changes.transaction is None
    assert _count(store, "change_tx") == 0
