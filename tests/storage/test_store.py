"""Opening, reading beside writing, and what a person is told when the disk fails."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.storage.errors import StoreDamaged, StoreExists, StoreMissing, StoreUnusable
from crmdesk.storage.store import Store

Enter = Callable[[Store, str], str]
Names = Callable[[Store], list[str]]


def test_what_was_entered_is_there_the_next_day(store: Store, enter: Enter, names: Names) -> None:
    enter(store, "全球商业")
    store.close()
    store.close()
    with Store.open(store.path, None) as again:
        assert names(again) == ["全球商业"]


def test_places_that_do_not_fit_are_told(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreExists):
        Store.create(store.path, None)
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "none.db", None)
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "empty.db", None)
    with pytest.raises(StoreUnusable):
        Store.create(store.path / "below-a-file.db", None)


def test_a_clean_close_leaves_one_file(store: Store, enter: Enter) -> None:
    enter(store, "ABB")
    store.close()
    assert sorted(path.name for path in store.path.parent.glob("crmdesk.db*")) == ["crmdesk.db"]


def test_a_reader_sees_one_state_while_the_writer_goes_on(store: Store, enter: Enter, names: Names) -> None:
    enter(store, "first")
    with store.read() as connection:
        count = "SELECT count(*) FROM company"
        assert connection.exec_driver_sql(count).scalar_one() == 1
        enter(store, "second")
        assert connection.exec_driver_sql(count).scalar_one() == 1
    assert names(store) == ["first", "second"]


def test_writers_take_turns(store: Store, enter: Enter, names: Names) -> None:
    threads = [threading.Thread(target=enter, args=(store, f"公司{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(names(store)) == sorted(f"公司{number}" for number in range(8))


def test_damage_met_at_work_is_told_as_damage(store: Store, enter: Enter, overwrite_page: Callable[[Path, int], None]) -> None:
    enter(store, "ABB")
    with store.read() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name='company'"
        page = int(connection.exec_driver_sql(query).scalar_one())
    store.close()
    overwrite_page(store.path, page)
    with Store.open(store.path, None) as broken:
        with pytest.raises(StoreDamaged), broken.read() as connection:
            connection.exec_driver_sql("SELECT * FROM company").all()
        with pytest.raises(StoreDamaged):
            enter(broken, "more")


def _fill_the_disk(store: Store) -> None:
    with store.unit_of_work() as uow:
        pages = uow.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        uow.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for number in range(1000):
            uow.connection.exec_driver_sql("INSERT INTO contact(id,name,note) VALUES(?,'x',?)", (str(number), "x" * 4000))


def test_a_full_disk_is_told_and_the_store_stays_usable(store: Store, enter: Enter, names: Names) -> None:
    with pytest.raises(StoreUnusable, match="full"):
        _fill_the_disk(store)
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert names(store) == []
    enter(store, "fits again")
    assert names(store) == ["fits again"]
