"""A real PostgreSQL for tests (`sync.md` §5.6): one cluster a worker and version, begun when first asked for; a fresh centre each test.

Never skips: without any PostgreSQL the tests fail and say what to install.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from typing import Any, Final

import psycopg
import pytest
from psycopg import sql

from crmdesk.sync.central.migrations import upgrade
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.server_programs import ServerPrograms, all_programs, find_programs

Connection = psycopg.Connection[tuple[Any, ...]]

TEMPLATE: Final = "centre_template"
_SMALL: Final = {"shared_buffers": "64MB", "max_connections": "60", "autovacuum": "off"}


class TestCluster:
    """One running PostgreSQL with an empty centre to copy from."""

    __test__ = False

    def __init__(self, server: PrivateServer) -> None:
        self.server = server
        self._numbers = count(1)
        with self.owner("postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {TEMPLATE}".encode())
        with self.owner(TEMPLATE) as connection:
            upgrade(connection)
            connection.commit()

    @property
    def major(self) -> int:
        """The server's major version."""
        return self.server.programs.major

    def owner(self, database: str, *, autocommit: bool = False) -> Connection:
        """Connect as the superuser."""
        return psycopg.connect(self.server.conninfo(database), autocommit=autocommit)

    @contextmanager
    def database(self) -> Iterator["CentralDatabase"]:
        """Give a fresh centre, dropped afterwards."""
        name = f"centre_{next(self._numbers)}"
        with self.owner("postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}".encode())
            # grants on a database itself are not copied
            connection.execute(f"GRANT CONNECT ON DATABASE {name} TO crm_user, crm_admin, crm_hub".encode())
        try:
            with ExitStack() as stack:
                yield CentralDatabase(self, name, stack)
        finally:
            with self.owner("postgres", autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


class CentralDatabase:
    """One centre: its owner's connection, people with logins, and their connections (autocommit, closed at the end)."""

    def __init__(self, cluster: TestCluster, name: str, stack: ExitStack) -> None:
        self.cluster = cluster
        self.name = name
        self._stack = stack
        self._open: dict[str, Connection] = {}

    @property
    def owner(self) -> Connection:
        """The superuser's connection, autocommit: sees and may do everything."""
        if "" not in self._open:
            self._open[""] = self._stack.enter_context(self.cluster.owner(self.name, autocommit=True))
        return self._open[""]

    def conninfo(self, user: str) -> str:
        """Return how a person connects."""
        return self.cluster.server.conninfo(self.name, self.role_of(user))

    def connect(self, user: str) -> Connection:
        """Open one more connection of a person's; closed with the test."""
        return self._stack.enter_context(psycopg.connect(self.conninfo(user), autocommit=True))

    def login(self, user: str) -> Connection:
        """Return a person's connection."""
        if user not in self._open:
            self._open[user] = self.connect(user)
        return self._open[user]

    def role_of(self, user: str) -> str:
        """Return the login role of a person."""
        return f"u_{user[:40]}"

    def add_team(self, team: str, parent: str | None = None) -> None:
        """Add a team of our own organisation."""
        self._put("team", team, name=team, parent_id=parent)
        self._follow()

    def add_person(self, user: str, team: str | None, level: str = "rep", *, disabled: bool = False) -> None:
        """Add a person with a login role."""
        self._put("app_user", user, name=user)
        role = self.role_of(user)
        if self.owner.execute("SELECT 1 FROM pg_roles WHERE rolname=%s", (role,)).fetchone() is None:
            self.owner.execute(sql.SQL("CREATE ROLE {} LOGIN IN ROLE crm_user").format(sql.Identifier(role)))
        self.owner.execute(
            "INSERT INTO sec.login (user_id, pg_role, team_id, level, disabled_at) VALUES (%s, %s, %s, %s, CASE WHEN %s THEN now() END)",
            (user, role, team, level, disabled),
        )
        self._follow()

    def _put(self, table: str, id_: str, **values: Any) -> None:
        """Add a row of the common team, in a commit of its own."""
        names = ", ".join(values)
        marks = ", ".join(["%s"] * len(values))
        row = self.owner.execute("UPDATE sync.stream SET n=n+1 WHERE id=0 RETURNING n").fetchone()
        assert row is not None
        n = row[0]
        self.owner.execute("INSERT INTO sync.commit (stream_id, n, batch_id) VALUES (0, %s, md5('put'||%s))", (n, str(n)))
        self.owner.execute(
            f"INSERT INTO crm.{table} (id, team_id, rv, {names}) VALUES (%s, repeat('0', 32), %s, {marks})".encode(),
            (id_, n, *values.values()),
        )

    def _follow(self) -> None:
        self.owner.execute("SELECT sec.rebuild_vis()")


class Clusters:
    """The clusters of this worker, each begun when first asked for."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._running: dict[int, TestCluster] = {}

    def get(self, programs: ServerPrograms | None = None) -> TestCluster:
        """Return the running cluster of these programs, by default the first found."""
        programs = programs or find_programs()
        if programs.major not in self._running:
            server = self._stack.enter_context(PrivateServer.temporary(programs, options=_SMALL))
            self._running[programs.major] = TestCluster(server)
        return self._running[programs.major]


def versions() -> list[Any]:
    """Return the oldest and the newest PostgreSQL of this machine, as parameters of a test."""
    found = sorted(all_programs(), key=lambda programs: programs.major)
    chosen = {programs.major: programs for programs in (found[:1] + found[-1:])}
    return [pytest.param(programs, id=f"pg{major}") for major, programs in chosen.items()] or [pytest.param(None, id="none")]


@pytest.fixture(scope="session")
def clusters() -> Iterator[Clusters]:
    """The clusters of this worker; stopped and removed at the session's end."""
    with ExitStack() as stack:
        yield Clusters(stack)


@pytest.fixture
def central(clusters: Clusters) -> Iterator[CentralDatabase]:
    """A fresh centre on the first PostgreSQL found."""
    with clusters.get().database() as database:
        yield database


@pytest.fixture(scope="module")
def central_of_module(clusters: Clusters) -> Iterator[CentralDatabase]:
    """A centre that the cases of one table share, each with records of its own: making one takes longer than most cases."""
    with clusters.get().database() as database:
        yield database


@pytest.fixture(params=versions())
def central_of_each(clusters: Clusters, request: pytest.FixtureRequest) -> Iterator[CentralDatabase]:
    """A fresh centre on the oldest and on the newest PostgreSQL found: for a few tests."""
    with clusters.get(request.param).database() as database:
        yield database
