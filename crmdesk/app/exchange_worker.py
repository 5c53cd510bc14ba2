"""`crmdesk exchange-worker`: the process that talks to the centre for a window. Not meant for people.

The order holds `what`: `exchange` (with `secret` where the keyring has none), or `try` and `connect` with a `login`
(`views.exchange.job.CentreLogin`). While an exchange goes on `{"arrived": …}` tells what is here already; the answer is
`{"changes": …, "figures": …}` or `{"greeted": …}`. An exchange that is killed anywhere goes on where it stopped the next time. No secret reaches an argument, the environment, the store or a log.
"""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmdesk.app.worker_messages import changes_to_json
from crmdesk.app.worker_pipe import Window, key_of, work
from crmdesk.core.changes import MANY, Changes
from crmdesk.core.clock import utc_now
from crmdesk.core.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from crmdesk.storage.store import Store
    from crmdesk.sync.central.credentials import Secret
    from crmdesk.sync.central.settings import CentreSettings

COMMAND: Final = "exchange-worker"
"""What `crmdesk` is called with to become this process."""
_UNKNOWN: Final = -1.0
"""Nobody knows how many rows will come."""
_ARRIVALS_S: Final = 2.0
"""How often the window is told what came: each time it reads again what it shows."""
_MOST: Final = 0.999
"""Never the progress from which on nothing can be stopped: an exchange can be stopped at any moment."""


def main() -> int:
    """Carry out what standard input asks for; return 0 when it was done, 1 when it was refused."""
    return work(_carry_out)


def _carry_out(order: dict[str, Any], window: Window) -> dict[str, Any]:
    from crmdesk.storage.store import Store

    with Store.open(Path(order["store"]), key_of(order)) as store:
        if order["what"] == "exchange":
            return _exchange(store, order["secret"], window)
        return _knock(store, order["login"], window, only_try=order["what"] == "try")


def _exchange(store: "Store", given: dict[str, Any], window: Window) -> dict[str, Any]:
    from crmdesk.sync.central.connection import PostgresCentre
    from crmdesk.sync.central.credentials import Secret, find_secret
    from crmdesk.sync.engine import ExchangeReport, Step, exchange
    from crmdesk.sync.first_connection import exchange_in_order
    from crmdesk.sync.shut_out import follow_shut_out

    settings = _kept_settings(store)
    secret = Secret(**given) if given else find_secret(settings)
    label = _label()

    def tell_step(step: Step, done: int, total: int | None) -> None:
        window.tell_progress(min(done / total, 1) * _MOST if step is Step.SEND and total else _UNKNOWN)

    def search(share: float) -> None:
        window.tell_progress(min(share, _MOST))

    def is_cancelled() -> bool:
        return window.is_cancelled

    arrivals = Arrivals(lambda changes: window.say({"arrived": changes_to_json(changes)}))
    with PostgresCentre(settings, secret) as centre:

        def once(push: bool) -> ExchangeReport:  # noqa: FBT001 - as `exchange_in_order` calls it
            return exchange(
                store, centre, device_label=label, progress=tell_step, cancelled=is_cancelled, arrived=arrivals.add, push=push
            )

        window.break_off_with(centre.cancel)
        try:
            report = exchange_in_order(store, once, search)
        except BaseException:  # what came before stays
            arrivals.tell()
            raise
        finally:
            window.break_off_with(None)
    _far, removed = follow_shut_out(store, report.state, utc_now())
    figures = {
        "sent": report.sent,
        "received": report.received,
        "news": report.news,
        "conflicts": report.conflicts + report.parked,
    }
    return {"changes": changes_to_json(together((*arrivals.waiting, removed))), "figures": figures}


class Arrivals:
    """Collects what transactions touched and tells it together: the first at once, later ones every few seconds."""

    def __init__(self, say: "Callable[[Changes], object]", clock: "Callable[[], float]" = time.monotonic) -> None:
        """Take what tells the window, and seconds that only grow."""
        self.waiting: list[Changes] = []
        """Not told yet."""
        self._say = say
        self._clock = clock
        self._told_at = clock() - _ARRIVALS_S

    def add(self, changes: Changes) -> None:
        """Note a transaction, and tell what waits when it is time."""
        self.waiting.append(changes)
        if self._clock() - self._told_at >= _ARRIVALS_S:
            self.tell()

    def tell(self) -> None:
        """Tell what waits now."""
        waiting, self.waiting = self.waiting, []
        self._told_at = self._clock()
        if waiting:
            self._say(together(waiting))


def together(changes: "Iterable[Changes]") -> Changes:
    """Return what several transactions touched as one."""
    touched: dict[str, frozenset[str] | None] = {"sync_news": None}
    for change in changes:
        for kind, ids in change.touched.items():
            before = touched.get(kind, frozenset())
            both = None if ids is None or before is None else before | ids
            touched[kind] = None if both is None or len(both) > MANY else both
    return Changes(action=ActionKind.EXCHANGE.value, touched=touched)


def _knock(store: "Store", login: dict[str, Any], window: Window, *, only_try: bool) -> dict[str, Any]:
    """Try a login; when it is good and wanted, keep its secret and connect the store."""
    from crmdesk.sync.central.connection import PostgresCentre
    from crmdesk.sync.central.credentials import keep_secret
    from crmdesk.sync.connecting import connect

    settings, secret = _typed(login)
    with PostgresCentre(settings, secret) as centre:
        window.break_off_with(centre.cancel)
        try:
            centre.head()
        finally:
            window.break_off_with(None)
    is_remembered = True
    if not only_try:
        is_remembered = keep_secret(settings, secret)
        connect(store, json.loads(settings.to_json()))
    return {"greeted": {"person": settings.user, "level": "", "is_remembered": is_remembered}}


def _kept_settings(store: "Store") -> "CentreSettings":
    from crmdesk.sync.central.settings import CentreSettings

    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
    return CentreSettings.from_json(str(kept or ""))


def _typed(login: dict[str, Any]) -> "tuple[CentreSettings, Secret]":
    """Return what somebody typed as settings and secret; an address may be a whole URL."""
    from dataclasses import replace

    from crmdesk.sync.central.credentials import Secret, find_secret
    from crmdesk.sync.central.errors import SecretMissing
    from crmdesk.sync.central.settings import CentreSettings, LoginBy

    address = str(login["address"]).strip()
    url = address if "://" in address else f"postgresql://{address}"
    settings = CentreSettings.from_url(url, user=str(login["user"]).strip() or None, insecure_local=bool(login["is_local"]))
    if login["ca_file"]:
        settings = replace(settings, ca_file=str(login["ca_file"]))
    if login["certificate"]:
        settings = replace(settings, login=LoginBy.CERTIFICATE, certificate=str(login["certificate"]))
    password, key_file = str(login["password"]), str(login["key_file"])
    if settings.login is not LoginBy.CERTIFICATE:
        return settings, Secret(password)
    if not key_file:  # a new password of a key that is known
        try:
            key_file = find_secret(settings).key_file
        except SecretMissing:
            key_file = ""
    return settings, Secret(key_file=key_file, key_passphrase=password)


def _label() -> str:
    import socket

    return socket.gethostname()
