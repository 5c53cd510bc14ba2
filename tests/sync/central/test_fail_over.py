"""The primary dies by kill -9, its synchronous standby takes over, laptops die too: no acknowledged edit is lost (`sync.md` §5.3, L5)."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.migrations import upgrade
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.server_programs import find_programs
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import exchange

TEAM, LI, HAN, COMPANY = "ea" * 16, "11" * 16, "22" * 16, "c0" * 16
SITES: Final = 12
PEOPLE: Final = {"li": LI, "han": HAN}
DATABASE: Final = "centre"
_DURABLE: Final = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "wal_level": "replica",
    "shared_buffers": "32MB",
}
_ACCESS: Final = "local all all trust\nlocal replication all trust\n"
_PATIENCE_S: Final = 60.0


@dataclass(frozen=True)
class Pair:
    """A primary with one synchronous standby."""

    primary: PrivateServer
    standby: PrivateServer

    def settings(self, role: str) -> CentreSettings:
        """Return how a laptop reaches whichever takes writes."""
        hosts = tuple(Host(server.host, server.port) for server in (self.primary, self.standby))
        return CentreSettings(hosts, DATABASE, role, LoginBy.SOCKET, insecure_local=True)

    def operations(self, server: PrivateServer) -> dict[str, str]:
        """Return operation → outcome at one of the servers."""
        with psycopg.connect(server.conninfo(DATABASE)) as connection:
            return dict(connection.execute("SELECT id, outcome FROM sync.op").fetchall())


@pytest.fixture
def pair() -> Iterator[Pair]:
    with ExitStack() as stack:
        primary = stack.enter_context(PrivateServer.temporary(find_programs(), options=_DURABLE, access=_ACCESS))
        with psycopg.connect(primary.conninfo(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}".encode())
        with psycopg.connect(primary.conninfo(DATABASE)) as connection:
            upgrade(connection)
            _people(connection)
        standby = stack.enter_context(_standby_of(primary))
        with psycopg.connect(primary.conninfo(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (s1)'")
            connection.execute("SELECT pg_reload_conf()")
            _wait(lambda: _has(connection, "SELECT 1 FROM pg_stat_replication WHERE sync_state='quorum'"))
        yield Pair(primary, standby)


@contextmanager
def _standby_of(primary: PrivateServer) -> Iterator[PrivateServer]:
    standby = PrivateServer.temporary(primary.programs)
    own = {"port": str(standby.port), "unix_socket_directories": standby.host}
    shutil.rmtree(standby.data)
    primary.run("pg_basebackup", "-D", standby.data, "-R", "-c", "fast", "-d", f"{primary.conninfo()} application_name=s1")
    standby.configure(own)
    with standby:
        yield standby


def _people(connection: "psycopg.Connection[Any]") -> None:
    connection.execute("INSERT INTO crm.team (id, team_id, rv, name) VALUES (%s, repeat('0', 32), 0, '华东')", (TEAM,))
    for role, user in PEOPLE.items():
        connection.execute("INSERT INTO crm.app_user (id, team_id, rv, name) VALUES (%s, repeat('0', 32), 0, %s)", (user, role))
        connection.execute(f"CREATE ROLE {role} LOGIN IN ROLE crm_user".encode())
        connection.execute(
            "INSERT INTO sec.login (user_id, pg_role, team_id, level) VALUES (%s, %s, %s, 'rep')", (user, role, TEAM)
        )
    connection.execute("SELECT sec.rebuild_vis()")
    connection.commit()


def _has(connection: "psycopg.Connection[Any]", query: str) -> bool:
    return connection.execute(query.encode()).fetchone() is not None


def _wait(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


class Desk:
    """One laptop's file and the process that edits it."""

    def __init__(self, name: str, pair: Pair, template: Path, folder: Path) -> None:
        self.name, self._pair, self.path = name, pair, folder / f"{name}.db"
        self._process: subprocess.Popen[bytes] | None = None
        shutil.copyfile(template, self.path)
        with self.open() as store:
            connect(store, json.loads(pair.settings(name).to_json()))

    def open(self) -> Store:
        """Open the store in this process."""
        return Store.open(self.path, None)

    def exchange(self, store: Store) -> None:
        """Exchange once, in this process."""
        with PostgresCentre(self._pair.settings(self.name)) as centre:
            exchange(store, centre, device_label=self.name)

    def begin(self) -> None:
        """Let a process edit."""
        script = Path(__file__).with_name("editing_laptop.py")
        root = Path(__file__).parents[3]
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(self.path), self.name], cwd=root, env=_environment(root)
        )

    def kill(self) -> None:
        """Kill it at whatever it does."""
        assert self._process is not None
        assert self._process.poll() is None, "the laptop ended by itself"
        self._process.kill()
        self._process.wait()


def _environment(root: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(root)}


def test_no_acknowledged_edit_is_lost(pair: Pair, template_file: Path, tmp_path: Path) -> None:
    desks = [Desk(name, pair, template_file, tmp_path) for name in PEOPLE]
    with desks[0].open() as store:
        _enter_sites(store)
        desks[0].exchange(store)
    with desks[1].open() as store:
        desks[1].exchange(store)

    for desk in desks:
        desk.begin()
    _wait_for_more(pair, pair.primary, 15)
    desks[0].kill()
    desks[0].begin()
    _wait_for_more(pair, pair.primary, 15)
    pair.primary.kill()
    pair.standby.run("pg_ctl", "-D", pair.standby.data, "-w", "-s", "promote")
    _wait_for_more(pair, pair.standby, 15)
    for desk in desks:
        desk.kill()

    _assert_all_arrived(pair, desks)


def _enter_sites(store: Store) -> None:
    with store.unit_of_work() as uow:
        connection = uow.connection
        connection.exec_driver_sql("INSERT INTO company(id, kind, legal_name) VALUES(?, 'legal', '全球商业')", (COMPANY,))
        connection.exec_driver_sql(
            "INSERT INTO site(id, company_id, name, status) VALUES(?, ?, ?, 'fighting')",
            [(f"{number:032x}", COMPANY, f"店{number}") for number in range(1, SITES + 1)],
        )
        uow.commit()


def _wait_for_more(pair: Pair, server: PrivateServer, more: int) -> None:
    before = len(pair.operations(server))
    _wait(lambda: len(pair.operations(server)) >= before + more)


def _assert_all_arrived(pair: Pair, desks: list[Desk]) -> None:
    with ExitStack() as stack:
        stores = [stack.enter_context(desk.open()) for desk in desks]
        acknowledged = [_outcomes(store) for store in stores]
        arrived = pair.operations(pair.standby)
        for known in acknowledged:
            lost = {operation for operation, outcome in known.items() if arrived.get(operation) != outcome}
            assert not lost, "the centre forgot what it had acknowledged"
        for _round in range(2):
            for desk, store in zip(desks, stores, strict=True):
                desk.exchange(store)
        arrived = pair.operations(pair.standby)
        with psycopg.connect(pair.standby.conninfo(DATABASE)) as connection:
            central: dict[str, str] = dict(connection.execute("SELECT id, phone FROM crm.site").fetchall())
            asked = {row[0] for row in connection.execute("SELECT DISTINCT op_id FROM crm.conflict").fetchall()}
        assert set(arrived.values()) <= {"applied", "conflict", "same"}
        assert asked <= set(arrived)
        for store in stores:
            assert _outcomes(store).items() <= arrived.items()
            with store.read() as local:
                waiting = local.exec_driver_sql("SELECT count(*) FROM sync_op WHERE outcome IS NULL").scalar_one()
                mirrored = {row[0]: row[1] for row in local.exec_driver_sql("SELECT id, phone FROM site")}
            assert waiting == 0
            assert mirrored == central


def _outcomes(store: Store) -> dict[str, str]:
    """Return operation → outcome of every edit of a phone that the centre answered."""
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, outcome FROM sync_op WHERE outcome IS NOT NULL AND fld='phone'")
        return {row[0]: row[1] for row in rows}
