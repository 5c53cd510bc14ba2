"""One conversation with the centre that goes on beside the window, as screens see it. Who carries it out is the application's business."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from crmdesk.core.changes import Changes


@dataclass(frozen=True, slots=True)
class CentreLogin:
    """What somebody typed to connect.

    Attributes:
        address: machine, with port and database where they are not the usual ones (`centre.example:5432/crmdesk`).
        user: login name. password: goes to the keyring, or is kept for this session only; with a certificate its key's, maybe none.
        ca_file: the company's own certificate; empty for what this computer trusts.
        certificate, key_file: the person's own certificate and its private key; empty for a login by password.
        is_local: without encryption; only this computer's own database.
    """

    address: str
    user: str
    password: str = field(default="", repr=False)  # never reaches a log
    ca_file: str = ""
    certificate: str = ""
    key_file: str = ""
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How an exchange went: what it touched here and was not told before, and figures by name (`sent`, `received`, `conflicts` …)."""

    changes: Changes | None = None
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Greeted:
    """What the centre said to a login that was tried.

    Attributes:
        person: the name it knows the login by, empty where it said none. level: what the person may do there.
        is_remembered: the password is in this computer's keyring.
    """

    person: str = ""
    level: str = ""
    is_remembered: bool = True


class ExchangeJob(QObject):
    """Lives on the GUI thread; asynchronous, good for one order. Exactly one of the last three signals comes at its end.

    Signals:
        progressed: float, share that is done, 0 … 1; negative while nobody knows.
        arrived: `Changes`; what an exchange brought so far is in the store, and nothing of it is told again.
        finished: `Exchanged` or `Greeted`, by what was asked.
        failed: `CrmError`; what was exchanged before stays exchanged.
        cancelled: as asked; likewise.
    """

    progressed = Signal(float)
    arrived = Signal(object)  # core.changes.Changes
    finished = Signal(object)  # Exchanged | Greeted
    failed = Signal(object)  # core.errors.CrmError
    cancelled = Signal()

    @abstractmethod
    def exchange(self, secret: Mapping[str, Any] | None = None) -> None:
        """Begin an exchange; `secret` where the keyring has none."""

    @abstractmethod
    def connect_to(self, login: CentreLogin, *, only_try: bool) -> None:
        """Knock at the centre; unless `only_try`, the store is connected to it if it answers."""

    @abstractmethod
    def cancel(self) -> None:
        """Ask to stop; `cancelled` follows, or `finished` when it was too late."""

    @abstractmethod
    def shut_down(self) -> None:
        """Stop at once and wait until it has: the program ends. No signal comes any more."""
