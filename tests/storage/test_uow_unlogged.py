"""What is written without the log: refreshed and told like anything else, and gone with a transaction that failed."""

import pytest

from crmdesk.storage.derived import Touched
from crmdesk.storage.store import Store


def test_what_is_not_logged_is_refreshed_and_told(store: Store) -> None:
    with store.unit_of_work() as uow:
        with uow.unlogged() as connection:
            connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
        uow.refresh_for(Touched({"company": frozenset({"c"})}, {("company", "*"): frozenset({"c"})}))
        uow.tell("conflict", ["q"])
        changes = uow.commit()
    assert changes.transaction is None
    assert dict(changes.touched) == {"company": frozenset({"c"}), "conflict": frozenset({"q"})}
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_op").scalar_one() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM change_tx").scalar_one() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM search_index").scalar_one() == 1
        assert connection.exec_driver_sql("SELECT sort_key IS NOT NULL FROM company").scalar_one() == 1


def test_logged_and_unlogged_changes_are_told_together(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
        uow.tell("company", ["d"])
        changes = uow.commit()
    assert changes.transaction is not None
    assert changes.touched["company"] == frozenset({"c", "d"})


def test_the_switch_is_back_after_a_failure(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.unit_of_work() as uow, uow.unlogged():
        raise ZeroDivisionError
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
        uow.commit()
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_op").scalar_one() == 1


def test_too_many_to_list_are_told_as_a_kind(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.tell("company", (str(n) for n in range(600)))
        uow.tell("site", ["s"])
        changes = uow.commit()
    assert dict(changes.touched) == {"company": None, "site": frozenset({"s"})}
