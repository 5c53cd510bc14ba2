"""The whole check, and putting right what can be derived."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.core.errors import Cancelled
from crmdesk.core.vocabulary import Severity
from crmdesk.services.store_check import StoreCheck
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    """A set-up store with a company and a site."""
    set_up(store)
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name,code) VALUES('c','legal','全球商业','QQSY')")
        uow.connection.exec_driver_sql("INSERT INTO site(id,company_id,name,status) VALUES('s','c','浦东店','lead')")
        uow.commit()
    return store


def test_a_new_store_is_sound(filled: Store) -> None:
    check = StoreCheck(filled)
    assert check.quick().findings == ()
    assert check.full().findings == ()
    assert check.full().is_sound


def test_what_is_derived_is_found_wrong_and_put_right(filled: Store) -> None:
    with filled.unit_of_work() as uow:
        for statement in (
            "UPDATE company SET site_count=9, sort_key=NULL",
            "INSERT INTO search_index(search_index) VALUES('delete-all')",
            "DROP TRIGGER capture_site_upd",
        ):
            uow.connection.exec_driver_sql(statement)
        uow.commit()
    check = StoreCheck(filled)
    report = check.full()
    assert [finding.check for finding in report.findings] == ["trigger", "site_count", "sort_key", "search_index", "search_index"]
    assert not report.is_sound
    check.repair()
    assert check.full().findings == ()


def test_errors_come_before_warnings(filled: Store) -> None:
    with filled.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE company SET parent_id='gone'")
        uow.connection.exec_driver_sql("CREATE TRIGGER spy AFTER INSERT ON site BEGIN SELECT 1; END")
        uow.commit()
    severities = [finding.severity for finding in StoreCheck(filled).full().findings]
    assert severities == [Severity.ERROR, Severity.WARNING]


def test_damage_is_all_that_is_told_of_a_damaged_file(filled: Store) -> None:
    with filled.read() as connection:
        page = int(connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name='site'").scalar_one())
    filled.close()
    _overwrite(filled.path, page)
    with Store.open(filled.path, None) as broken:
        report = StoreCheck(broken).full()
    assert {finding.check for finding in report.findings} == {"damaged_file"}
    assert not report.is_sound


def _overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(b"\xa5" * 4096)


@pytest.mark.parametrize("name", ["quick", "full"])
def test_a_check_can_be_stopped(filled: Store, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crmdesk.storage.integrity._STEPS_BETWEEN_LOOKS", 10)
    run: Callable[[Callable[[], bool]], object] = getattr(StoreCheck(filled), name)
    with pytest.raises(Cancelled):
        run(lambda: True)
