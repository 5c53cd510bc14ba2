"""The window's side of an exchange: real processes, a real store, a real centre."""

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from crmdesk.app.exchange_runner import ExchangeRunner
from crmdesk.core.changes import Changes
from crmdesk.services.accounts import AccountService
from crmdesk.services.exchange_state import ExchangeStateService, Place
from crmdesk.services.store_setup import set_up
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.views.exchange.job import CentreLogin, Exchanged, Greeted
from tests.sync.central_server import CentralDatabase, central, clusters

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

__all__ = ["central", "clusters"]  # fixtures: a real PostgreSQL

TEAM, LI = "7" * 32, "1" * 32
WAIT_MS = 120_000


def test_a_store_is_connected_and_exchanges(encrypted_store: "Store", central: CentralDatabase, qtbot: QtBot) -> None:
    set_up(encrypted_store, "李雷")
    central.add_team(TEAM)
    central.add_person(LI, TEAM)
    server = central.cluster.server
    host = Host(server.host, server.port)
    settings = CentreSettings((host,), central.name, central.role_of(LI), LoginBy.SOCKET, insecure_local=True)
    runner = ExchangeRunner(encrypted_store.path, encrypted_store.key)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as told:
        runner.connect_to(CentreLogin(settings.to_url(), "", is_local=True), only_try=False)
    assert isinstance(told.args[0], Greeted)
    state = ExchangeStateService(encrypted_store)
    assert state.now().is_connected

    runner = ExchangeRunner(encrypted_store.path, encrypted_store.key)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as told:
        runner.exchange()
    assert isinstance(told.args[0], Exchanged)
    key = AccountService(encrypted_store).create_company({"legal_name": "全球石油有限公司"}).record.key
    assert state.of_record(key) is Place.HERE

    runner = ExchangeRunner(encrypted_store.path, encrypted_store.key)
    came: list[Changes] = []
    runner.arrived.connect(came.append)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as told:
        runner.exchange()
    exchanged = told.args[0]
    assert isinstance(exchanged, Exchanged)
    assert exchanged.changes is not None
    assert any(changes.concerns("company", key.id) for changes in (*came, exchanged.changes))
    assert state.of_record(key) is Place.AT_CENTRE
    assert central.owner.execute("SELECT legal_name FROM crm.company").fetchall() == [("全球石油有限公司",)]
