"""One exchange with the centre, from hello to the last record: called in the background, stopped or cut at any moment, begun again."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, unique
from random import Random, SystemRandom
from typing import Final

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.collecting import seldom_collecting
from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.first_connection import State
from crmdesk.storage import exchange_deferred, exchange_outbox, exchange_progress
from crmdesk.storage.store import Store
from crmdesk.sync import marks, rewinding
from crmdesk.sync.acknowledging import acknowledge
from crmdesk.sync.applying import Received
from crmdesk.sync.comparing import compare_rows
from crmdesk.sync.connecting import NotConnected, become_known
from crmdesk.sync.errors import ExchangeCancelled
from crmdesk.sync.memory import forget_old
from crmdesk.sync.outbox import fresh_id, next_batch
from crmdesk.sync.protocol import COMMON_TEAM, VERSION, Centre, Greeting, Outcome, Welcome, rights_mark
from crmdesk.sync.pulling import USUAL, Pull, RightsChanged, Sizes
from crmdesk.sync.rights import completed, follow_rights, give_up, rights_known
from crmdesk.sync.subscription import carried, keep_to_choice, wanted_teams

_HELLOS: Final = 5
"""Times an exchange says hello again because rights or stories changed under it; then the next exchange goes on."""
_PREPARED_AT_ONCE: Final = 500
"""Rows made ready for searching in one transaction: a person's save waits a fraction of a second at most."""


@unique
class Step(StrEnum):
    """What an exchange is doing."""

    HELLO = "hello"
    SEND = "send"
    FETCH = "fetch"
    PREPARE = "prepare"
    """What came for the first time is made ready for searching; everything else can be done with it already."""


Progress = Callable[[Step, int, int | None], None]
"""Told the step, how much of it is done (operations, rows) and of how many, where that is known."""
Arrived = Callable[[Changes], None]
"""Told what a transaction touched."""


@dataclass(slots=True)
class ExchangeReport:
    """What one exchange did.

    Attributes:
        sent: operations the centre answered. received: rows that came. removed: rows that are no longer for this laptop.
        conflicts, parked: operations that need a person. news: fields and records that others changed.
        changes: one for each transaction that touched records. head: the newest commit that is here.
        state: `ok`, `disabled` (push only; the data is to be wiped), `update` (push only; the program is too old).
        rewound: the centre had lost commits, or this laptop was away too long. forked: this disk has a new name.
        waiting: operations that were saved meanwhile and go next time.
    """

    sent: int = 0
    received: int = 0
    removed: int = 0
    conflicts: int = 0
    parked: int = 0
    news: int = 0
    changes: tuple[Changes, ...] = ()
    head: int = 0
    state: str = "ok"
    rewound: bool = False
    forked: bool = False
    waiting: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)


def exchange(
    store: Store,
    centre: Centre,
    *,
    device_label: str,
    clock: Callable[[], datetime] = utc_now,
    random: Random | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    arrived: Arrived | None = None,
    push: bool = True,
    sizes: Sizes = USUAL,
) -> ExchangeReport:
    """Exchange once with the centre: push what waits, then bring what is new. Never on the GUI thread.

    Everything local happens in whole transactions and every call may be repeated, so an exchange that ends anywhere, by a cut, a
    kill or an error, is gone on with by the next. `arrived` is told of every transaction soon after it, of the last ones at the end or
    before an error leaves: a first exchange takes minutes, and what is here can be worked with.

    Raises:
        NotConnected: the store has no centre. OtherPerson: the login is not this store's person.
        CentreUnreachable, CentreRefused: as `Centre` says. ExchangeCancelled: `cancelled` said so; what is done stays done.
    """
    with seldom_collecting():
        return _Exchange(
            store, centre, device_label, clock, random or SystemRandom(), progress, cancelled, arrived, push, sizes
        ).run()


@dataclass(slots=True)
class _Exchange:
    store: Store
    centre: Centre
    label: str
    clock: Callable[[], datetime]
    random: Random
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    arrived: Arrived | None
    push: bool
    sizes: Sizes
    report: ExchangeReport = field(default_factory=ExchangeReport)
    received: Received = field(default_factory=Received)
    changes: list[Changes] = field(default_factory=list)
    told: int = 0
    """How many of the changes `arrived` knows of."""

    def run(self) -> ExchangeReport:
        self._name_device()
        outcomes: Counter[str] = Counter()
        try:
            for _ in range(_HELLOS):
                if self._once(outcomes):
                    break
        finally:
            self._tell_changes()
            self.report.changes = tuple(change for change in self.changes if change)
            self.report.received, self.report.removed, self.report.news = (
                self.received.rows,
                self.received.removed,
                self.received.news,
            )
            self.report.outcomes = dict(outcomes)
            self.report.sent = outcomes.total()
            self.report.conflicts, self.report.parked = outcomes[Outcome.CONFLICT], outcomes[Outcome.PARKED]
        self._finish()
        self._prepare()
        return self.report

    def _prepare(self) -> None:
        with self.store.read() as connection:
            if not exchange_deferred.missing_from(connection) or exchange_progress.progress(connection).is_unfinished:
                return
        done = 0
        while True:
            with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
                count = exchange_deferred.derive_some(uow.connection, _PREPARED_AT_ONCE)
                uow.commit()
            if count == 0:
                return
            done += count
            self._tell(Step.PREPARE, done, None)

    def _once(self, outcomes: Counter[str]) -> bool:
        """Go through the exchange; return False where it must begin again with hello."""
        self._tell(Step.HELLO, 0, None)
        welcome = self._hello()
        self.report.state = welcome.state
        become_known(self.store, welcome)
        if rewinding.compare_stories(self.store, welcome, self.random):
            self.report.rewound = True
            return False  # perhaps under a new name, which the centre has to know
        before = outcomes.total()
        if self.push:
            self._push(outcomes)
        if welcome.state != "ok":
            return True
        return self._pull(welcome, welcome.head if outcomes.total() == before else None)

    def _hello(self) -> Welcome:
        with self.store.read() as connection:
            device = exchange_progress.device(connection)
            start = exchange_progress.progress(connection)
            known = marks.shown(exchange_progress.marks(connection))
            rights = rights_mark(rights_known(connection))
        greeting = Greeting(device.id, self.label, VERSION, device.access, start.n, known, rights)
        return completed(self.store, self.centre.hello(greeting))

    def _push(self, outcomes: Counter[str]) -> None:
        with self.store.read() as connection:
            total = exchange_outbox.count_waiting(connection)
        while True:
            self._tell(Step.SEND, outcomes.total(), max(total, outcomes.total()))
            batch = next_batch(self.store, self.random)
            if batch is None:
                return
            with self.store.read() as connection:
                device = exchange_progress.device(connection)
            answer = self.centre.push(device.id, batch)
            if answer.fork is not None:
                rewinding.fork(self.store, self.random)
                self.report.forked = True
                self._hello()
                continue
            changed, found = acknowledge(self.store, batch, answer, iso_ms(self.clock()))
            self.changes.append(changed)
            outcomes.update(found)

    def _pull(self, welcome: Welcome, head: int | None) -> bool:
        with self.store.read() as connection:
            choice = carried(connection)
            device = exchange_progress.device(connection)
        gained = follow_rights(self.store, wanted_teams(welcome, choice), welcome.access)
        self.changes.append(give_up(self.store, self.received))
        pull = Pull(self.store, self.centre, device.id, welcome.now, self._rows, self.received, self.changes, self.sizes)
        try:
            for team in gained:
                self._rows(self.received.rows)
                pull.enter(team)
            if pull.bring_near((COMMON_TEAM, welcome.user_id, welcome.team)):
                self._prepare()
            pull.run(head)
            pull.reload()
            if self.push and keep_to_choice(self.store, self.received, self.changes):
                return False
            if compare_rows(self.store, self.centre, self.clock()):
                return False
        except RightsChanged:
            return False
        return True

    def _rows(self, done: int) -> None:
        self._tell(Step.FETCH, done, None)

    def _tell_changes(self) -> None:
        fresh, self.told = self.changes[self.told :], len(self.changes)
        for change in fresh:
            if change and self.arrived is not None:
                self.arrived(change)

    def _tell(self, step: Step, done: int, total: int | None) -> None:
        self._tell_changes()
        if self.cancelled is not None and self.cancelled():
            raise ExchangeCancelled
        if self.progress is not None:
            self.progress(step, done, total)

    def _name_device(self) -> None:
        with self.store.read() as connection:
            if not exchange_progress.control(connection, "centre"):
                raise NotConnected
            device = exchange_progress.device(connection)
        if not device.id:
            with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
                exchange_progress.set_control(uow.connection, {"device_id": fresh_id(self.random)})
                uow.commit()

    def _finish(self) -> None:
        now = self.clock()
        with self.store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            told: dict[str, str | None] = {"last_exchange_at": iso_ms(now)}
            if exchange_progress.control(uow.connection, "exchange_state") != State.MATCHING:  # a person has still to look
                told["exchange_state"] = self.report.state
            exchange_progress.set_control(uow.connection, told)
            forget_old(uow.connection, now)
            self.report.head = exchange_progress.progress(uow.connection).n
            self.report.waiting = exchange_outbox.count_waiting(uow.connection)
            uow.commit()
