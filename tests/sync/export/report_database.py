"""A database that reports read: one server a session, a database of its own for each test. Conftests import the fixtures they need."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy

Query = Callable[..., list[tuple[Any, ...]]]
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def report_server() -> Iterator[PrivateServer]:
    """A running server."""
    with PrivateServer.temporary() as made:
        yield made


@pytest.fixture
def report_database(report_server: PrivateServer) -> CentreSettings:
    """The address of an empty database."""
    name = f"reports{next(_numbers)}"
    with psycopg.connect(report_server.conninfo(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    host = Host(report_server.host, report_server.port)
    return CentreSettings((host,), name, "postgres", LoginBy.SOCKET, insecure_local=True)


@pytest.fixture
def query(report_server: PrivateServer, report_database: CentreSettings) -> Query:
    """Ask or tell the database something."""

    def ask(statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(report_server.conninfo(report_database.database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    return ask
