"""Keys that an older program derived are derived again, once, when the store is opened."""

from crmdesk.core.ids import new_id
from crmdesk.services.store_setup import set_up
from crmdesk.storage.premises_keys import is_current, rewrite_premises_keys
from crmdesk.storage.store import Store


def _enter(store: Store, text: str) -> str:
    record = new_id()
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO site(id,company_id,name,status,address_text) VALUES(?,?,'x','lead',?)", (record, new_id(), text)
        )
        uow.commit()
    return record


def _key(store: Store, record: str) -> str | None:
    with store.read() as connection:
        found: str | None = connection.exec_driver_sql("SELECT premises_key FROM site WHERE id=?", (record,)).scalar()
        return found


def test_keys_of_an_older_form_are_derived_again(store: Store) -> None:
    set_up(store)
    record = _enter(store, "上海市世纪大道100号11楼")
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE site SET premises_key='上海|old'")
        uow.connection.exec_driver_sql("DELETE FROM sync_ctl WHERE k='premises_form'")
        uow.commit()
    set_up(store)
    assert _key(store, record) == "世纪大道100@上海"
    with store.read() as connection:
        assert is_current(connection)


def test_what_is_right_is_not_written_again(store: Store) -> None:
    set_up(store)
    _enter(store, "上海市世纪大道100号11楼")
    with store.unit_of_work() as uow:
        assert rewrite_premises_keys(uow.connection) == 0
        uow.connection.exec_driver_sql("UPDATE site SET premises_key=NULL")
        assert rewrite_premises_keys(uow.connection) == 1
        uow.commit()
