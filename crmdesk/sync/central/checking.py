"""`crmdesk central check`: is the centre reachable, safe, whole and replicated? Reads only, as an administrator."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import psycopg

from crmdesk.core.clock import utc_now
from crmdesk.core.vocabulary import Severity
from crmdesk.sync.central.credentials import Secret
from crmdesk.sync.central.opening import Connection, explained, explained_opening, open_connection, parameters
from crmdesk.sync.central.server_programs import NEWEST_MAJOR, OLDEST_MAJOR
from crmdesk.sync.central.settings import CentreSettings, LoginBy

CLOCK_SECONDS: Final = 60
"""A clock that differs by more shows wrong times to people; nothing is decided by it."""
LAG_SECONDS: Final = 60
_NOT_ALLOWED: Final = "42501"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, or worth knowing.

    Attributes:
        check: stable name of the rule. message: a whole English sentence. cure: what to do, empty for what is merely told.
    """

    severity: Severity
    check: str
    message: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class CentreReport:
    """What was found, gravest first, and what was looked at."""

    version: str
    checks: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong; warnings and remarks may be there."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


class Asker:
    """An administrator's connection, and what a check may ask it."""

    def __init__(self, settings: CentreSettings, secret: Secret, connection: Connection) -> None:
        self.settings = settings
        self.secret = secret
        self.connection = connection

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        return self.connection.execute(query, values).fetchall()

    def one(self, query: str, *values: Any) -> Any:
        """Return the first value of the first row, None without a row."""
        row = self.connection.execute(query, values).fetchone()
        return None if row is None else row[0]

    def setting(self, name: str) -> str:
        """Return a setting of the server, empty where it is unknown."""
        return str(self.one("SELECT coalesce(current_setting(%s, true), '')", name))


Check = Callable[[Asker], Iterator[Finding]]


def check_centre(settings: CentreSettings, secret: Secret) -> CentreReport:
    """Look at everything.

    Raises:
        CentreUnreachable, CentreRefused: no host lets the administrator in.
    """
    from crmdesk.sync.central.content_checks import CONTENT_CHECKS

    connection, _place = open_connection(settings, secret)
    with connection:
        asker = Asker(settings, secret, connection)
        findings = run_checks(asker, SERVER_CHECKS, denied=Severity.INFO) + run_checks(asker, CONTENT_CHECKS)
        version = connection.info.server_version
    return CentreReport(f"{version // 10_000}.{version % 10_000}", (*SERVER_CHECKS, *CONTENT_CHECKS), in_order(findings))


def run_checks(asker: Asker, checks: Mapping[str, Check], *, denied: Severity = Severity.ERROR) -> tuple[Finding, ...]:
    """Return what the checks find; one that cannot be made is a finding too, of severity `denied` where the login may not look."""
    found: list[Finding] = []
    for name, check in checks.items():
        try:
            found += check(asker)
        except psycopg.Error as error:
            failure = explained(error, asker.secret)
            grave = denied if error.sqlstate == _NOT_ALLOWED else Severity.ERROR
            detail = failure.params.get("detail", failure.message)
            found.append(
                Finding(grave, name, f"This could not be checked: {detail}.", "Check with the login that made the centre.")
            )
    return tuple(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings, gravest first."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))


def reachability(asker: Asker) -> Iterator[Finding]:
    """Every named host answers; one of them takes writes (the one we are connected to)."""
    for host in asker.settings.hosts:
        try:
            known = parameters(asker.settings, asker.secret, host) | {"target_session_attrs": "any"}
            psycopg.connect(**known).close()
        except psycopg.Error as error:
            failure = explained_opening(error, host, asker.secret)
            yield Finding(
                Severity.WARNING,
                "reachable",
                str(failure.params.get("detail")),
                "Start this host, or take it out of the address.",
            )


def version(asker: Asker) -> Iterator[Finding]:
    """The server is of a version that is tested."""
    major = asker.connection.info.server_version // 10_000
    if not OLDEST_MAJOR <= major <= NEWEST_MAJOR:
        yield Finding(
            Severity.ERROR,
            "version",
            f"PostgreSQL {major} is not one of {OLDEST_MAJOR} to {NEWEST_MAJOR}.",
            "Upgrade the server.",
        )


def encryption(asker: Asker) -> Iterator[Finding]:
    """Connections are encrypted."""
    if not asker.connection.pgconn.ssl_in_use:
        yield Finding(
            Severity.WARNING, "tls", "This connection is not encrypted.", "Set ssl = on, with a certificate of your company."
        )


def passwords(asker: Asker) -> Iterator[Finding]:
    """Passwords are kept as SCRAM verifiers, old and new ones; only a superuser sees the old ones."""
    if asker.setting("password_encryption") != "scram-sha-256":
        yield Finding(
            Severity.ERROR,
            "scram",
            "New passwords are not kept as SCRAM verifiers.",
            "Set password_encryption = 'scram-sha-256'.",
        )
    weak = asker.rows(
        "SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword IS NOT NULL AND rolpassword NOT LIKE 'SCRAM-SHA-256$%%'"
    )
    if weak:
        names = ", ".join(sorted(str(row[0]) for row in weak))
        yield Finding(
            Severity.ERROR, "scram", f"Passwords not kept as SCRAM verifiers: {names}.", "Give these logins new passwords."
        )


def knocking(asker: Asker) -> Iterator[Finding]:
    """No line of pg_hba.conf lets anybody in without proof or in clear."""
    for number, kind, method in asker.rows(
        "SELECT line_number, type, auth_method FROM pg_hba_file_rules WHERE error IS NULL AND type<>'local' ORDER BY 1"
    ):
        if method in {"trust", "password", "md5", "ident"}:
            cure = "Use hostssl … scram-sha-256 or hostssl … cert."
            yield Finding(Severity.ERROR, "pg_hba", f"Line {number} of pg_hba.conf lets people in by “{method}”.", cure)
        elif kind in {"host", "hostnossl"} and method != "reject":
            yield Finding(
                Severity.WARNING, "pg_hba", f"Line {number} of pg_hba.conf takes connections without TLS.", "Write hostssl."
            )


def replication(asker: Asker) -> Iterator[Finding]:
    """Two standbys, one of which every commit waits for; none far behind (`sync.md` §2.10)."""
    if not asker.one("SELECT rolsuper OR pg_has_role('pg_monitor', 'USAGE') FROM pg_roles WHERE rolname=current_user"):
        yield Finding(
            Severity.INFO, "replication", "This login may not see the standbys.", "Check as a superuser, or GRANT pg_monitor."
        )
        return
    names, commit = asker.setting("synchronous_standby_names"), asker.setting("synchronous_commit")
    recipe = "Have two standbys and synchronous_standby_names = 'ANY 1 (s1,s2)'; see docs/centre.md."
    standbys = asker.rows(
        "SELECT application_name, state, sync_state, coalesce(extract(epoch FROM replay_lag), 0)::float FROM pg_stat_replication"
    )
    if not standbys:
        yield Finding(Severity.WARNING, "replication", "There is no standby: what this machine loses is lost.", recipe)
    if names and commit in {"off", "local"}:
        yield Finding(
            Severity.ERROR,
            "replication",
            f"synchronous_commit is {commit}: commits wait for no standby.",
            "Set synchronous_commit = on.",
        )
    if not names and standbys:
        yield Finding(Severity.WARNING, "replication", "No commit waits for a standby; a fail-over loses the last edits.", recipe)
    if names and not any(state in {"sync", "quorum"} for _name, _stream, state, _lag in standbys):
        yield Finding(
            Severity.ERROR,
            "replication",
            "Commits wait for a standby and none is there: every exchange hangs.",
            "Start a standby.",
        )
    elif names and len(standbys) == 1:
        yield Finding(
            Severity.WARNING, "replication", "Commits wait for the only standby: its loss stops every exchange.", recipe
        )
    for name, state, _sync, lag in standbys:
        if state != "streaming" or lag > LAG_SECONDS:
            yield Finding(
                Severity.WARNING,
                "replication",
                f"Standby {name} is {state}, {lag:.0f} s behind.",
                "Look at its log and its network.",
            )


def durability(asker: Asker) -> Iterator[Finding]:
    """What is acknowledged is on disk."""
    for name in ("fsync", "full_page_writes"):
        if asker.setting(name) != "on":
            yield Finding(Severity.ERROR, "durability", f"{name} is off: a power cut destroys the data.", f"Set {name} = on.")
    if asker.setting("synchronous_commit") == "off":
        yield Finding(
            Severity.ERROR,
            "durability",
            "synchronous_commit is off: acknowledged edits may be lost.",
            "Set synchronous_commit = on.",
        )


def clock(asker: Asker) -> Iterator[Finding]:
    """The server's clock agrees with this computer's, within the time the question takes."""
    before = utc_now()
    there: datetime = asker.one("SELECT clock_timestamp()")
    after = utc_now()
    off = max((before - there).total_seconds(), (there - after).total_seconds())
    if off > CLOCK_SECONDS:
        yield Finding(
            Severity.WARNING, "clock", f"The clocks of the centre and of this computer differ by {off:.0f} s.", "Set both by NTP."
        )


def login_kind(asker: Asker) -> Iterator[Finding]:
    """A login without proof is for trying out."""
    if asker.settings.login is LoginBy.SOCKET:
        yield Finding(Severity.INFO, "login", "You came in by a private socket, without a password: good for trying out only.")


SERVER_CHECKS: Final[dict[str, Check]] = {
    "reachable": reachability,
    "version": version,
    "tls": encryption,
    "scram": passwords,
    "pg_hba": knocking,
    "login": login_kind,
    "replication": replication,
    "durability": durability,
    "clock": clock,
}
"""What is asked of the server itself."""
