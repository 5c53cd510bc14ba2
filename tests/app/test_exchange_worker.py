"""What the process that talks to the centre says, and how the window hears it: real processes, no network."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app.exchange_runner import ExchangeRunner
from crmdesk.app.exchange_worker import Arrivals, _typed, together
from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.sync.central.credentials import keep_secret
from crmdesk.sync.central.settings import LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.views.exchange.job import CentreLogin

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

WAIT_MS = 60_000


def ended(runner: ExchangeRunner, qtbot: QtBot, order: Any) -> CrmError:
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as told:
        order()
    error = told.args[0]
    assert isinstance(error, CrmError)
    return error


def test_a_centre_that_does_not_answer_is_said_so_and_nothing_is_kept(encrypted_store: "Store", qtbot: QtBot) -> None:
    runner = ExchangeRunner(encrypted_store.path, encrypted_store.key)
    login = CentreLogin("127.0.0.1:1/crm", "li", "secret", is_local=True)
    error = ended(runner, qtbot, lambda: runner.connect_to(login, only_try=False))
    assert error.code == "CentreUnreachable"
    assert "Your work is saved here" in error.message
    with encrypted_store.read() as connection:
        assert connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar() is None


def test_an_exchange_without_a_password_asks_for_it(store: "Store", qtbot: QtBot) -> None:
    connect(store, {"hosts": [["127.0.0.1", 1]], "database": "crm", "user": "li", "insecure_local": True})
    runner = ExchangeRunner(store.path, store.key)
    assert ended(runner, qtbot, runner.exchange).code == "SecretMissing"
    again = ExchangeRunner(store.path, store.key)
    assert ended(again, qtbot, lambda: again.exchange({"password": "x"})).code == "CentreUnreachable"


@pytest.mark.parametrize(
    ("address", "user", "name"),
    [
        ("centre.example", "li", "li@centre.example:5432/crmdesk"),
        ("centre.example:6000/crm", "li", "li@centre.example:6000/crm"),
        ("postgresql://wang@a,b/crm", "", "wang@a:5432,b:5432/crm"),
    ],
    ids=["host", "port and database", "url"],
)
def test_an_address_is_typed_short_or_as_a_url(address: str, user: str, name: str) -> None:
    settings, secret = _typed(asdict(CentreLogin(address, user, "p", "/ca.pem")))
    assert (settings.name, settings.ca_file, secret.password) == (name, "/ca.pem", "p")


def test_a_certificate_is_typed_with_its_key_and_a_new_password_is_that_of_the_key() -> None:
    login = CentreLogin("centre.example", "li", "p", certificate="/li.pem", key_file="/li.key")
    settings, secret = _typed(asdict(login))
    assert (settings.login, settings.certificate, secret.password) == (LoginBy.CERTIFICATE, "/li.pem", "")
    assert (secret.key_file, secret.key_passphrase) == ("/li.key", "p")
    assert "key" not in settings.to_json()
    assert keep_secret(settings, secret)
    again, renewed = _typed(asdict(CentreLogin(settings.to_url(), "", "fresh")))
    assert (again, renewed.key_file, renewed.key_passphrase) == (settings, "/li.key", "fresh")


def test_what_several_transactions_touched_is_told_once() -> None:
    one = Changes("exchange", touched={"site": frozenset({"a"}), "contact": None})
    other = Changes("exchange", touched={"site": frozenset({"b"}), "contact": frozenset({"c"})})
    assert together((one, other)).touched == {"sync_news": None, "site": frozenset({"a", "b"}), "contact": None}


def test_what_comes_is_told_at_once_then_every_few_seconds_together() -> None:
    now, said = [100.0], list[Changes]()
    arrivals = Arrivals(said.append, lambda: now[0])
    for seconds, site in ((0.0, "a"), (0.5, "b"), (1.0, "c"), (0.6, "d"), (0.1, "e")):
        now[0] += seconds
        arrivals.add(Changes("exchange", touched={"site": frozenset({site})}))
    assert [sorted(changes.touched["site"] or ()) for changes in said] == [["a"], ["b", "c", "d"]]
    assert [sorted(changes.touched["site"] or ()) for changes in arrivals.waiting] == [["e"]]
    arrivals.tell()
    arrivals.tell()
    assert [sorted(changes.touched["site"] or ()) for changes in said] == [["a"], ["b", "c", "d"], ["e"]]
