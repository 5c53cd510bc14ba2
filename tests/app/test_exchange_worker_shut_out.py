"""The worker of a window whose person's login has ended, on a real centre: told first, then everything is told to be gone."""

from typing import TYPE_CHECKING, Any

from crmdesk.app.exchange_worker import _exchange
from crmdesk.services.accounts import AccountService
from crmdesk.services.exchange_state import ExchangeStateService
from crmdesk.services.store_setup import set_up
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from tests.app.two_windows import Unheard
from tests.sync.central_server import CentralDatabase, central, clusters

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

__all__ = ["central", "clusters"]  # fixtures: a real PostgreSQL
TEAM, LI = "7" * 32, "1" * 32


def test_the_window_hears_first_that_the_login_ended_and_then_that_all_is_gone(central: CentralDatabase, store: "Store") -> None:
    import json

    central.add_team(TEAM)
    central.add_person(LI, TEAM)
    server = central.cluster.server
    settings = CentreSettings(
        (Host(server.host, server.port),), central.name, central.role_of(LI), LoginBy.SOCKET, insecure_local=True
    )
    set_up(store, "李雷")
    connect(store, json.loads(settings.to_json()))
    AccountService(store).create_company({"legal_name": "全球石油有限公司"})

    def sync() -> tuple[dict[str, Any], str, int]:
        outcome = _exchange(store, {}, Unheard())
        with store.read() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM company").scalar_one()
        return outcome["changes"]["touched"], ExchangeStateService(store).now().word, count

    assert sync()[2] == 1
    central.owner.execute("UPDATE sec.login SET disabled_at=now() WHERE user_id=%s", (LI,))
    central.owner.execute("SELECT sec.rebuild_vis()")
    assert sync()[1:] == ("disabled", 1)
    touched, word, count = sync()
    assert (word, count) == ("wiped", 0)
    assert touched["company"] is None  # every page reads anew
