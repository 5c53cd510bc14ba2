"""Talks to the centre in a child process: a slow line, a long first exchange or a driver that hangs never stall the window."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from crmdesk.app.exchange_worker import COMMAND
from crmdesk.app.worker_job import worker_of
from crmdesk.app.worker_messages import changes_from_json
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.exchange.job import CentreLogin, Exchanged, ExchangeJob, Greeted

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey


class ExchangeBroken(CrmError):
    """The worker died or failed for no reason of the user's; details are in the log."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The exchange with the centre ended unexpectedly. Your work is saved here and will be sent later."
    )


class ExchangeRunner(ExchangeJob):
    """An `ExchangeJob` in a process of its own."""

    def __init__(self, store: Path, key: "StoreKey | None", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker_of(self, COMMAND, (store, key), answered=self._on_answered, broke=self._on_broke)
        self._worker.arrived.connect(self._on_arrived)

    @override
    def exchange(self, secret: Mapping[str, Any] | None = None) -> None:
        self._worker.start({"what": "exchange", "secret": dict(secret or {})})

    @override
    def connect_to(self, login: CentreLogin, *, only_try: bool) -> None:
        self._worker.start({"what": "try" if only_try else "connect", "login": asdict(login)})

    @override
    def cancel(self) -> None:
        self._worker.cancel()

    @override
    def shut_down(self) -> None:
        self._worker.shut_down()

    @Slot(object)
    def _on_arrived(self, shape: dict[str, Any]) -> None:
        self.arrived.emit(changes_from_json(shape))

    @Slot(object)
    def _on_answered(self, outcome: dict[str, Any]) -> None:
        if "greeted" in outcome:
            self.finished.emit(Greeted(**outcome["greeted"]))
        else:
            self.finished.emit(Exchanged(changes_from_json(outcome["changes"]), outcome["figures"]))

    @Slot()
    def _on_broke(self) -> None:
        self.failed.emit(ExchangeBroken())
