"""Two windows, two people, one centre: started once for a module, each with its store, exchanging when a test says so."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any, Final

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from crmdesk.app.exchange_worker import _exchange
from crmdesk.app.options import WindowOptions
from crmdesk.app.stage_play import the_application, wait_until, window_on
from crmdesk.app.window import WindowApplication
from crmdesk.app.worker_messages import changes_from_json
from crmdesk.app.worker_pipe import Window
from crmdesk.core.changes import Changes
from crmdesk.core.exchange_words import Choice, ConflictKind
from crmdesk.services.catalogue import Services
from crmdesk.services.questions import Question, WaitingEdit
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.ui.tasks.threads import READERS
from crmdesk.views.accounts.page import AccountsPage
from crmdesk.views.conflicts.page import ConflictsPage
from crmdesk.views.conflicts.panel import KEYS
from crmdesk.views.exchange.job import CentreLogin, Exchanged, ExchangeJob
from tests.sync.central_server import CentralDatabase

PATIENCE_S: Final = 20.0
_STOCK: Final = 26
Item = Question | WaitingEdit


class ExchangeInPlace(ExchangeJob):
    """Does what the worker process does without a process, which would take a second to begin."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._begin = QTimer(self, singleShot=True)
        self._begin.timeout.connect(self._carry_out)

    @override
    def exchange(self, secret: Mapping[str, Any] | None = None) -> None:
        self._begin.start(0)

    @Slot()
    def _carry_out(self) -> None:
        with Store.open(self._path, None) as store:
            outcome = _exchange(store, {}, Unheard())
        self.finished.emit(Exchanged(changes_from_json(outcome["changes"]), outcome["figures"]))

    @override
    def connect_to(self, login: CentreLogin, *, only_try: bool) -> None:
        pytest.fail("these stores are connected")

    @override
    def cancel(self) -> None:
        """Nothing takes so long."""

    @override
    def shut_down(self) -> None:
        self._begin.stop()


class Unheard(Window):
    """Nobody watches the progress."""

    @override
    def say(self, message: dict[str, Any]) -> None:
        del message


class Person:
    """Somebody at his window."""

    def __init__(self, owner: WindowApplication, user: str) -> None:
        self.owner = owner
        self.user = user
        context = owner.context
        context.preferences.change(replace(context.preferences.current, language="en", exchange_minutes=0))
        assert owner.running is not None
        assert owner.running._centre is not None
        self.desk = owner.running._centre.desk
        self.desk._make_job = partial(ExchangeInPlace, context.care.path)
        self._begin_threads()
        self.wait(lambda: self.desk.is_connected, "the centre known")

    def _begin_threads(self) -> None:
        """Begin every thread of the task runner now: none that begins later is taken for one that a test left."""
        together = Barrier(READERS + 1)
        for _ in range(READERS):
            self.owner.tasks.read(together.wait)
        self.owner.tasks.write(together.wait)
        self.wait(lambda: not self.owner.tasks.is_busy, "the threads")

    @property
    def services(self) -> Services:
        """What his store holds, and what can be done with it."""
        return self.owner.context.services

    def wait(self, happened: Any, what: str) -> None:
        """Let both windows run until something happened."""
        wait_until(happened, what, PATIENCE_S)

    def told(self, changes: Changes) -> None:
        """Let his window see what a test did with his services."""
        self.owner.context.published(changes)

    def value(self, key: RecordKey, field: str) -> Any:
        """Return a field as his form shows it."""
        return self.services.accounts.open(key).values[field]

    def exchange(self) -> None:
        """Press the button, and wait until the window shows where work stands now."""
        self.desk.exchange()
        self.wait(lambda: not self.desk.is_running, "the exchange")
        assert self.desk.trouble is None
        self.wait(lambda: not self.owner.tasks.is_busy, "the counting")

    # His customers

    def company(self, name: str, **values: Any) -> RecordKey:
        """Enter a company."""
        saved = self.services.accounts.create_company({"legal_name": name, **values})
        self.told(saved.changes)
        return saved.record.key

    def edit(self, key: RecordKey, **values: Any) -> None:
        """Save values."""
        self.told(self.services.accounts.save(key, values).changes)

    def type(self, key: RecordKey, field: str, text: str) -> None:
        """Open a record in the window, type into a field, save with the key."""
        self.owner.context.record_asked.emit(str(key))
        page = self.owner.window.page("accounts")
        assert isinstance(page, AccountsPage)
        self.wait(lambda: page.record.key == key and not self.owner.tasks.is_busy, "the record")
        made = page.record.overview.form._rows[field].input
        assert isinstance(made, QLineEdit)
        made.setFocus()
        made.setText(text)
        made.textEdited.emit(text)
        QTest.keyClick(made, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.wait(lambda: not page.record.overview.is_dirty and self.value(key, field) == text, "the saving")

    # What is asked

    def asked(self, *keys: RecordKey) -> dict[ConflictKind | None, Item]:
        """Return what is open about records, by kind, None for an edit that waits."""
        return {one.kind if isinstance(one, Question) else None: one for one in self._open(*keys)}

    def questions(self, *keys: RecordKey) -> tuple[Question, ...]:
        """Return all conflicts about records."""
        return tuple(one for one in self._open(*keys) if isinstance(one, Question))

    def _open(self, *keys: RecordKey) -> tuple[Item, ...]:
        service = self.services.conflicts
        found: tuple[Item, ...] = (*service.open(language="en"), *service.waiting(language="en"))
        ids = {key.id for key in keys}
        return tuple(one for one in found if one.record in ids or (one.account is not None and one.account.key in keys))

    def answer(self, item: Item, choice: Choice, typed: str = "") -> None:
        """Give an answer with its letter, on the page of conflicts; what the box asks for is typed."""
        page = self.page_of(item)
        QTest.keyClick(page.list, getattr(Qt.Key, f"Key_{KEYS[choice]}"))
        if choice in {Choice.OTHER, Choice.ASK}:
            self.wait(lambda: page.panel.box.input is not None, "the box")
            made = page.panel.box.input
            assert isinstance(made, QLineEdit)
            made.setText(typed)  # as an input method does: QTest types nothing but ASCII
            QTest.keyClick(made, Qt.Key.Key_Return)
            self.wait(lambda: page.panel.box.input is None, "the answer")
        if choice is not Choice.ASK:
            self.wait(lambda: item.id not in {one.id for one in page._all}, "the answer")
        self.wait(lambda: not self.owner.tasks.is_busy and not page._refreshing.isActive(), "the page")

    def page_of(self, item: Item) -> ConflictsPage:
        """Return the page of conflicts with one of them chosen."""
        self.owner.context.questions_asked.emit(item.id)
        page = self.owner.window.page("conflicts")
        assert isinstance(page, ConflictsPage)
        page.refresh()
        self.wait(lambda: not self.owner.tasks.is_busy and not page._refreshing.isActive(), "the page")
        page.show_record(item.id)
        assert [one.id for one in page.panel.items] == [item.id]
        return page


class TwoPeople:
    """Li and Han of one team, and the centre between them."""

    def __init__(self, li: Person, han: Person) -> None:
        self.li = li
        self.han = han
        self._stock: list[tuple[RecordKey, RecordKey]] = []

    def stock_up(self) -> None:
        """Let both know companies with a site each; every test takes its own."""
        accounts = self.li.services.accounts
        for number in range(_STOCK):
            company = accounts.create_company({"legal_name": f"全球石油第{number}有限公司"}).record.key
            site = {"name": f"上海浦东第{number}店", "company_id": company.id, "phone": "021 5888 0001"}
            self._stock.append((company, accounts.create_site(site).record.key))
        self.exchange(self.li, self.han)

    def site(self) -> RecordKey:
        """Return a site that both know and nobody touched."""
        return self._stock.pop()[1]

    def company(self) -> RecordKey:
        """Return a company that both know and nobody touched."""
        return self._stock.pop()[0]

    def company_with_site(self) -> tuple[RecordKey, RecordKey]:
        """Return both together."""
        return self._stock.pop()

    def exchange(self, *people: Person) -> None:
        """Let people exchange, one after the other; unless told otherwise Li first, then Han, and then Li hears of it."""
        for person in people or (self.li, self.han, self.li):
            person.exchange()

    def both(self, key: RecordKey, field: str) -> Any:
        """Return a value that both have."""
        values = {self.li.value(key, field), self.han.value(key, field)}
        assert len(values) == 1, values
        return values.pop()

    def at_peace(self, *keys: RecordKey) -> bool:
        """Let Han send his answers; say whether nothing is open about records on either side, and both hold the same of them."""
        self.exchange(self.han, self.li)
        for key in keys:
            his, hers = self.row(self.li, key), self.row(self.han, key)
            differing = {name: (his[name], hers[name]) for name in his if his[name] != hers[name]}
            assert not differing, differing
        return not self.li.asked(*keys) and not self.han.asked(*keys)

    def row(self, person: Person, key: RecordKey) -> dict[str, Any]:
        """Return all that a store holds of a record, deleted or not."""
        with person.services._store.read() as connection:
            query = f"SELECT * FROM {key.kind.value} WHERE id=?"
            row = connection.exec_driver_sql(query, (key.id,)).mappings().one()
        return {name: value for name, value in row.items() if name not in _OWN}


_OWN: Final = frozenset({"n", "created_at", "updated_at"})
"""Each laptop's own: the row's number, and when it wrote it."""


@contextmanager
def two_people(central: CentralDatabase, home: Path) -> Iterator[TwoPeople]:
    """Give two windows whose stores are connected to a centre and have exchanged once."""
    team, users = "ea" * 16, {"李雷": "11" * 16, "韩梅梅": "22" * 16}
    server = central.cluster.server
    central.add_team(team)
    application = the_application()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CRMDESK_HOME", str(home))
        people = []
        windows = []
        for name, user in users.items():
            central.add_person(user, team)
            central.owner.execute("UPDATE crm.app_user SET name=%s WHERE id=%s", (name, user))
            path = home / f"{user}.crmdesk"
            host = Host(server.host, server.port)
            settings = CentreSettings((host,), central.name, central.role_of(user), LoginBy.SOCKET, insecure_local=True)
            with Store.create(path, None) as store:
                set_up(store, name)
                connect(store, json.loads(settings.to_json()))
            window = window_on(WindowOptions(store=path))
            windows.append(window)
            people.append(Person(window.__enter__(), user))
        try:
            two = TwoPeople(*people)
            two.exchange(two.li, two.han)
            two.stock_up()
            yield two
        finally:
            for window in windows:
                window.__exit__(None, None, None)
    application.processEvents()
