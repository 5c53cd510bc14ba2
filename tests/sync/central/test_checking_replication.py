"""What `central check` says of standbys: none, one that nobody waits for, the only one that is waited for, one that is gone."""

import shutil
import time
from collections.abc import Iterator

import psycopg
import pytest

from crmdesk.core.vocabulary import Severity
from crmdesk.sync.central.checking import Asker, durability, replication
from crmdesk.sync.central.credentials import NOTHING
from crmdesk.sync.central.opening import open_connection
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy

ACCESS = "local all all trust\nlocal replication all trust\n"
PATIENCE_S = 30.0


@pytest.fixture
def primary() -> Iterator[PrivateServer]:
    with PrivateServer.temporary(access=ACCESS, options={"shared_buffers": "32MB"}) as server:
        yield server


@pytest.fixture
def standby(primary: PrivateServer) -> Iterator[PrivateServer]:
    made = PrivateServer.temporary(primary.programs, access=ACCESS)
    own = {"port": str(made.port), "unix_socket_directories": made.host}
    shutil.rmtree(made.data)
    primary.run("pg_basebackup", "-D", made.data, "-R", "-c", "fast", "-d", f"{primary.conninfo()} application_name=s1")
    made.configure(own)
    with made:
        yield made


@pytest.fixture
def asker(primary: PrivateServer) -> Iterator[Asker]:
    settings = CentreSettings((Host(primary.host, primary.port),), "postgres", "postgres", LoginBy.SOCKET, insecure_local=True)
    connection, _place = open_connection(settings, NOTHING)
    with connection:
        yield Asker(settings, NOTHING, connection)


def findings(asker: Asker) -> list[tuple[Severity, str]]:
    return [(found.severity, found.message) for found in replication(asker)]


def until(asker: Asker, query: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not asker.one(query):
        assert time.monotonic() < deadline, query


def wait_for(asker: Asker, names: str) -> None:
    asker.connection.execute(psycopg.sql.SQL("ALTER SYSTEM SET synchronous_standby_names = {}").format(names))
    asker.rows("SELECT pg_reload_conf()")
    until(asker, f"SELECT current_setting('synchronous_standby_names') = '{names}'")


def test_standbys_are_told_from_none_to_waited_for_to_gone(asker: Asker, standby: PrivateServer) -> None:
    until(asker, "SELECT count(*) = 1 FROM pg_stat_replication WHERE state = 'streaming'")
    assert findings(asker) == [(Severity.WARNING, "No commit waits for a standby; a fail-over loses the last edits.")]
    wait_for(asker, "ANY 1 (s1)")
    until(asker, "SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'quorum'")
    told = findings(asker)
    assert (Severity.WARNING, "Commits wait for the only standby: its loss stops every exchange.") in told
    assert (Severity.ERROR, "synchronous_commit is off: commits wait for no standby.") in told  # a test's server
    assert [found.message for found in durability(asker)][-1] == "synchronous_commit is off: acknowledged edits may be lost."
    standby.stop("immediate")
    until(asker, "SELECT count(*) = 0 FROM pg_stat_replication")
    assert (Severity.ERROR, "Commits wait for a standby and none is there: every exchange hangs.") in findings(asker)


def test_a_single_machine_is_warned(asker: Asker) -> None:
    assert findings(asker) == [(Severity.WARNING, "There is no standby: what this machine loses is lost.")]
