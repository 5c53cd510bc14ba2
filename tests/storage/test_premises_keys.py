"""Keys that an older program derived are derived again, once, when the store is opened."""

import pytest

from crmdesk.core.ids import new_id
from crmdesk.services.site_premises import SamePremises, refuse_same_premises
from crmdesk.services.store_setup import renew_premises, set_up
from crmdesk.storage import premises_keys
from crmdesk.storage.premises_keys import finish_rewriting, is_current, rewrite_premises_keys
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


def _make_old(store: Store, monkeypatch: pytest.MonkeyPatch, sites: int) -> list[str]:
    """Leave a store of an older form, of which one chunk holds two sites."""
    set_up(store)
    records = [_enter(store, f"上海市世纪大道{number + 1}号") for number in range(sites)]
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE site SET premises_key='old'")
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='premises_form'")
        uow.commit()
    monkeypatch.setattr(premises_keys, "CHUNK", 2)
    return records


def _fresh(store: Store, records: list[str]) -> list[bool]:
    return [_key(store, record) == f"世纪大道{number + 1}@上海" for number, record in enumerate(records)]


def test_a_big_store_is_renewed_step_by_step_and_goes_on_after_a_restart(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _make_old(store, monkeypatch, 5)
    set_up(store)  # opening takes the first step alone
    assert _fresh(store, records) == [True, True, False, False, False]
    assert renew_premises(store)
    assert _fresh(store, records) == [True, True, True, True, False]
    assert not renew_premises(store)
    assert all(_fresh(store, records))
    assert not renew_premises(store)
    with store.read() as connection:
        assert is_current(connection)


def test_steps_of_other_rules_begin_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _make_old(store, monkeypatch, 5)
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO sync_ctl(k,v) VALUES('premises_at','1:4')")
        uow.commit()
    renew_premises(store)
    assert _fresh(store, records) == [True, True, False, False, False]


def test_an_import_finishes_what_is_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _make_old(store, monkeypatch, 5)
    renew_premises(store)
    with store.unit_of_work() as uow:
        finish_rewriting(uow.connection)
        uow.commit()
    assert all(_fresh(store, records))


def test_one_address_stays_one_account_while_keys_are_old(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    records = _make_old(store, monkeypatch, 5)
    with store.unit_of_work() as uow:
        company = uow.connection.exec_driver_sql("SELECT company_id FROM site WHERE id=?", (records[4],)).scalar_one()
        values = {"company_id": company, "address_text": "上海市世纪大道5号3楼"}
        with pytest.raises(SamePremises):
            refuse_same_premises(uow.connection, values, None)
