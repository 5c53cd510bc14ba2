"""Opening a connection to the centre: encrypted, checked, by SCRAM or certificate, to whichever host takes writes; and what went wrong.

Errors are raised outside their `except` blocks on purpose: psycopg's errors carry the connection's parameters, password included, and
must not hang on ours as their context.
"""

import re
from collections.abc import Callable
from typing import Any, Final

import psycopg
from psycopg import pq

from crmdesk.core.errors import CrmError
from crmdesk.sync.central.credentials import Secret
from crmdesk.sync.central.errors import CentreFailed, CentreUntrusted, NotACentre
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.central.trust import trusted_certificates
from crmdesk.sync.errors import CentreRefused, CentreUnreachable, ExchangeCancelled

Connection = psycopg.Connection[tuple[Any, ...]]

APPLICATION_NAME: Final = "crmdesk"
CONNECT_TIMEOUT_S: Final = 3
_KNOWS_REQUIRE_AUTH: Final = pq.version() >= 160_000
_UNTRUSTED: Final = re.compile(
    r"certificate verify failed|server certificate for|does not match host name|root certificate file|could not read root certificate"
    r"|does not support SSL|SSL is not enabled|SSL negotiation|auth method|authentication method requirement|channel binding",
)
_REFUSED: Final = re.compile(
    r"authentication failed|no pg_hba\.conf entry|pg_hba\.conf rejects|not permitted to log in|role \".*\" does not exist"
    r"|database \".*\" does not exist|permission denied for database|no password supplied|valid client certificate|alert "
    r"|private key file|could not load|could not read certificate file|certificate file|sslcert",
)
_ON_THE_WAY: Final = re.compile(
    r"timeout|timed out|refused\n|Connection refused|could not translate host name|closed the connection|could not receive|could not send"
    r"|unreachable|No route|starting up|shutting down|recovery|too many|remaining connection slots|read-only|hot standby|not accepting",
)
_NO_CENTRE: Final = frozenset({"3F000", "42883", "42P01", "42501"})
"""No such schema, function or table; not allowed."""
_PASSING: Final = ("08", "53", "55", "57", "58", "40", "25")
"""Classes of errors that pass: connection, resources, object state, operator's intervention, system, roll-back, transaction state."""


def parameters(settings: CentreSettings, secret: Secret, host: Host) -> dict[str, Any]:
    """Return libpq's parameters for one host; everything that the environment could change is named.

    Raises:
        CentreUntrusted: there is no certificate to check the server with.
    """
    found: dict[str, Any] = {
        "host": host.name,
        "port": host.port,
        "dbname": settings.database,
        "user": settings.user,
        "application_name": APPLICATION_NAME,
        "client_encoding": "UTF8",
        "target_session_attrs": "read-write",
        "connect_timeout": CONNECT_TIMEOUT_S,
        "keepalives": 1,
        "keepalives_idle": 5,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "tcp_user_timeout": 8_000,
        "gssencmode": "disable",
    }
    if settings.login is LoginBy.PASSWORD:
        found["password"] = secret.password
    if _KNOWS_REQUIRE_AUTH:
        found["require_auth"] = "scram-sha-256" if settings.login is LoginBy.PASSWORD else "none"
    if settings.insecure_local:
        return found | {"sslmode": "disable"}
    found |= {
        "sslmode": "verify-full",
        "sslrootcert": trusted_certificates(settings.ca_file),
        "ssl_min_protocol_version": "TLSv1.2",
    }
    if settings.login is LoginBy.CERTIFICATE:
        found |= {"sslcert": settings.certificate, "sslkey": secret.key_file}
        if secret.key_passphrase:
            found["sslpassword"] = secret.key_passphrase
        if _KNOWS_REQUIRE_AUTH:
            found["sslcertmode"] = "require"
    elif _KNOWS_REQUIRE_AUTH:
        found["sslcertmode"] = "disable"
    return found


def open_connection(
    settings: CentreSettings, secret: Secret, *, first: int = 0, is_cancelled: Callable[[], bool] = lambda: False
) -> tuple[Connection, int]:
    """Connect to the first host that answers and takes writes; return the connection (autocommit) and the host's place in the list.

    `first` is the place to begin with, usually that of last time; a refused login is not tried elsewhere.

    Raises:
        CentreUnreachable, CentreRefused: for the last host, or the first that refuses. ExchangeCancelled: `is_cancelled` said so.
    """
    worst: CrmError = CentreUnreachable(detail=settings.name)
    for offset in range(len(settings.hosts)):
        place = (first + offset) % len(settings.hosts)
        if is_cancelled():
            raise ExchangeCancelled
        host = settings.hosts[place]
        known = parameters(settings, secret, host)
        try:
            return psycopg.connect(**known, autocommit=True, prepare_threshold=None), place
        except psycopg.Error as error:
            failure = explained_opening(error, host, secret)
        if isinstance(failure, CentreRefused) or not isinstance(worst, CentreRefused):
            worst = failure
        if isinstance(failure, CentreRefused) and not isinstance(failure, CentreUntrusted):
            break
    raise worst


def explained_opening(error: psycopg.Error, host: Host, secret: Secret) -> CrmError:
    """Say what a failed attempt to connect means."""
    text = str(error)
    detail = f"{host}: {_in_short(text, secret)}"
    if _UNTRUSTED.search(text):
        return CentreUntrusted(detail=detail)
    asked = bool(error.pgconn is not None and error.pgconn.used_password)  # the server's own words may be in any language
    if _REFUSED.search(text) or (asked and not _ON_THE_WAY.search(text)):
        return CentreRefused(detail=detail)
    return CentreUnreachable(detail=detail)


def explained(error: psycopg.Error, secret: Secret) -> CrmError:
    """Say what an error of a call means; only its first sentence is told on."""
    state = error.sqlstate or ""
    detail = _in_short(error.diag.message_primary or str(error), secret)
    if state in _NO_CENTRE:
        return NotACentre(detail=detail)
    if state.startswith("28"):
        return CentreRefused(detail=detail)
    if not state or state.startswith(_PASSING):
        return CentreUnreachable(detail=detail)
    return CentreFailed(detail=f"{detail} [{state}]")


def _in_short(text: str, secret: Secret) -> str:
    """Return the essential line of a message of libpq, without any secret."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    line = re.sub(
        r'^connection failed: |connection to server (at|on socket) "[^"]*"( \([^)]*\))?(, port \d+)? failed: |(FATAL|ERROR): +',
        "",
        line,
    )
    for private in (secret.password, secret.key_passphrase):
        if private:
            line = line.replace(private, "•••")
    return line.strip()
