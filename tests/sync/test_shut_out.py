"""A login that ends, and a program too old, on a real centre: what was done here is safe first, then told, then removed or not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.exchange_state import ExchangeStateService
from crmdesk.services.search import SearchService
from crmdesk.services.store_check import StoreCheck
from crmdesk.services.store_setup import set_up
from crmdesk.services.undo import NothingToUndo, UndoService
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import ExchangeReport, exchange
from crmdesk.sync.shut_out import ShutOut, follow_shut_out, shut_out
from tests.sync.central_server import CentralDatabase

TEAM, LI = "7" * 32, "1" * 32
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
Exchange = Callable[[], ExchangeReport]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "li.db", None) as made:
        set_up(made, "李雷")
        connect(made, {"name": "centre"})
        yield made


@pytest.fixture
def sync(central: CentralDatabase, store: Store) -> Exchange:
    """Exchange Li's store."""
    central.add_team(TEAM)
    central.add_person(LI, TEAM)
    server = central.cluster.server
    settings = CentreSettings(
        (Host(server.host, server.port),), central.name, central.role_of(LI), LoginBy.SOCKET, insecure_local=True
    )

    def sync() -> ExchangeReport:
        with PostgresCentre(settings) as centre:
            return exchange(store, centre, device_label="test")

    return sync


def disable(central: CentralDatabase, *, is_disabled: bool = True) -> None:
    moment = "now()" if is_disabled else "NULL"
    central.owner.execute(f"UPDATE sec.login SET disabled_at={moment} WHERE user_id=%s".encode(), (LI,))
    central.owner.execute("SELECT sec.rebuild_vis()")


@contextmanager
def newer(central: CentralDatabase) -> Iterator[None]:
    """Let the centre take only newer programs for a while."""
    body = central.owner.execute("SELECT pg_get_functiondef('sync.pull_versions'::regproc)").fetchone()
    assert body is not None
    central.owner.execute(body[0].replace("SELECT 3, 3", "SELECT 9, 9").encode())
    yield
    central.owner.execute(body[0].encode())


def one(store: Store, query: str) -> Any:
    with store.read() as connection:
        return connection.exec_driver_sql(query).scalar()


def test_the_records_go_when_everything_is_at_the_centre_and_the_person_was_told(
    central: CentralDatabase, store: Store, sync: Exchange
) -> None:
    accounts = AccountService(store)
    acme = accounts.create_company({"legal_name": "全球石油有限公司"}).record.key
    accounts.create_site({"company_id": acme.id, "name": "浦东办公室"})
    sync()
    accounts.save(acme, {"phone": "010-63271234"})
    disable(central)
    assert follow_shut_out(store, "disabled", NOW)[0] is ShutOut.WAITS  # not before the centre has it
    report = sync()
    assert (report.state, report.parked, report.waiting) == ("disabled", 1, 0)
    assert follow_shut_out(store, report.state, NOW)[0] is ShutOut.TOLD
    assert one(store, "SELECT count(*) FROM site") == 1
    far, changes = follow_shut_out(store, sync().state, NOW)
    assert far is ShutOut.WIPED is shut_out(store)
    assert changes.concerns("site")
    for table in ("company", "site", "contact", "activity", "team", "sync_news", "conflict", "parked_edit", "sync_have"):
        assert one(store, f"SELECT count(*) FROM {table}") == 0, table
    assert one(store, "SELECT count(*) FROM app_user") == 1
    assert SearchService(store).search("石油").hits == ()
    assert StoreCheck(store).full().is_sound


def test_edits_and_fingerprints_stay_for_thirty_days_and_then_go(central: CentralDatabase, store: Store, sync: Exchange) -> None:
    AccountService(store).create_company({"legal_name": "全球石油有限公司"})
    sync()
    disable(central)
    follow_shut_out(store, sync().state, NOW)
    follow_shut_out(store, sync().state, datetime.now(UTC))
    kept = "SELECT count(*) FROM sync_op WHERE tbl='company'"
    assert one(store, kept) == 1
    assert one(store, "SELECT count(*) FROM sync_mark") > 0
    assert one(store, "SELECT count(*) FROM sync_mark WHERE complete") == 0
    with pytest.raises(NothingToUndo):
        UndoService(store).undo_last()
    follow_shut_out(store, sync().state, datetime.now(UTC) + timedelta(days=31))
    assert one(store, kept) == 0


def test_a_login_that_is_opened_again_gets_everything(central: CentralDatabase, store: Store, sync: Exchange) -> None:
    AccountService(store).create_company({"legal_name": "全球石油有限公司"})
    sync()
    disable(central)
    for _ in range(2):
        follow_shut_out(store, sync().state, NOW)
    assert shut_out(store) is ShutOut.WIPED
    disable(central, is_disabled=False)
    report = sync()
    assert (report.state, report.conflicts, report.parked) == ("ok", 0, 0)
    assert follow_shut_out(store, report.state, NOW)[0] is ShutOut.NO is shut_out(store)
    assert one(store, "SELECT legal_name FROM company") == "全球石油有限公司"
    assert len(SearchService(store).search("石油").hits) == 1


def test_a_mistake_that_is_mended_in_time_costs_nothing(central: CentralDatabase, store: Store, sync: Exchange) -> None:
    AccountService(store).create_company({"legal_name": "全球石油有限公司"})
    sync()
    disable(central)
    assert follow_shut_out(store, sync().state, NOW)[0] is ShutOut.TOLD
    disable(central, is_disabled=False)
    report = sync()
    assert follow_shut_out(store, report.state, NOW)[0] is ShutOut.NO
    assert (report.received, one(store, "SELECT count(*) FROM company")) == (0, 1)


def test_a_program_too_old_sends_and_keeps_everything_but_fetches_nothing(
    central: CentralDatabase, store: Store, sync: Exchange
) -> None:
    accounts = AccountService(store)
    accounts.create_company({"legal_name": "全球石油有限公司"})
    sync()
    with newer(central):
        accounts.create_company({"legal_name": "北京家乐福商业有限公司"})
        report = sync()
        assert (report.state, report.sent, report.received, report.waiting) == ("update", 1, 0, 0)
        assert follow_shut_out(store, report.state, NOW)[0] is ShutOut.NO
        assert ExchangeStateService(store).now().word == "update"
        assert one(store, "SELECT count(*) FROM company") == 2
    assert sync().state == "ok"
    assert one(store, "SELECT count(*) FROM company WHERE rv>0") == 2
