"""Where a centre is and how to get in: everything but the secret. Kept in the store as JSON, shown and typed as a URL."""

import ipaddress
import json
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode

from crmdesk.sync.central.errors import CentreAddressWrong, SecretInAddress

DEFAULT_PORT: Final = 5432
DEFAULT_DATABASE: Final = "crmdesk"
_SCHEMES: Final = ("postgresql", "postgres")
_LOCAL_NAMES: Final = frozenset({"localhost", "localhost.localdomain"})


@unique
class LoginBy(StrEnum):
    """What proves who the person is."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    CERTIFICATE = "certificate"
    SOCKET = "socket"
    """Nothing: the folder of the Unix socket is open to this person alone (`central demo`)."""


@dataclass(frozen=True, slots=True)
class Host:
    """One machine of the centre: its name (or the folder of a Unix socket) and port."""

    name: str
    port: int = DEFAULT_PORT

    @property
    def is_socket(self) -> bool:
        """Whether it is a Unix socket's folder."""
        return self.name.startswith(("/", "@"))

    @property
    def is_local(self) -> bool:
        """Whether nobody else can listen on the way: a Unix socket or a loopback address."""
        if self.is_socket or self.name.lower() in _LOCAL_NAMES:
            return True
        try:
            return ipaddress.ip_address(self.name).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"[{self.name}]:{self.port}" if ":" in self.name else f"{self.name}:{self.port}"


@dataclass(frozen=True, slots=True)
class CentreSettings:
    """A centre's address and this person's login name; never a secret.

    Attributes:
        hosts: primary and standbys, in the order in which they are tried; whichever takes writes is used.
        ca_file: certificate of the company's own authority (PEM); None: what this computer trusts.
        certificate: file of the client certificate when `login` is by certificate; its key's place is kept with the secrets.
        insecure_local: no TLS; only for a Unix socket or a loopback address.

    Raises:
        CentreAddressWrong: the parts contradict each other.
    """

    hosts: tuple[Host, ...]
    database: str
    user: str
    login: LoginBy = LoginBy.PASSWORD
    ca_file: str | None = None
    certificate: str | None = None
    insecure_local: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not work or would not be safe."""
        if not self.hosts:
            raise CentreAddressWrong(reason="it names no machine.")
        if not self.user:
            raise CentreAddressWrong(reason="it names no person, as in postgresql://NAME@centre.example/crmdesk.")
        if self.insecure_local and not all(host.is_local for host in self.hosts):
            raise CentreAddressWrong(reason="without TLS only a machine's own database may be used (localhost or a Unix socket).")
        if any(host.is_socket for host in self.hosts) and not self.insecure_local:
            raise CentreAddressWrong(reason="a Unix socket is for trying out on one computer; say --insecure-local.")
        if self.login is LoginBy.SOCKET and not all(host.is_socket for host in self.hosts):
            raise CentreAddressWrong(reason="without a password only a Unix socket may be used.")
        if (self.login is LoginBy.CERTIFICATE) != (self.certificate is not None):
            raise CentreAddressWrong(reason="a certificate is named exactly when it is used to log in.")

    @property
    def name(self) -> str:
        """What names this login among a computer's secrets, and in messages: `li@centre.example:5432/crmdesk`."""
        return f"{self.user}@{','.join(map(str, self.hosts))}/{self.database}"

    def to_url(self) -> str:
        """Return the address as a person may copy it; it holds no secret."""
        query: dict[str, str] = {}
        if any(host.is_socket for host in self.hosts):
            query |= {"host": ",".join(host.name for host in self.hosts), "port": ",".join(str(host.port) for host in self.hosts)}
            where = ""
        else:
            where = ",".join(str(host) for host in self.hosts)
        if self.ca_file:
            query["sslrootcert"] = self.ca_file
        if self.certificate:
            query["sslcert"] = self.certificate
        if self.insecure_local:
            query["sslmode"] = "disable"
        if self.login is LoginBy.SOCKET:
            query["require_auth"] = "none"
        url = f"postgresql://{quote(self.user, safe='')}@{where}/{quote(self.database, safe='')}"
        return f"{url}?{urlencode(query, safe='/,:')}" if query else url

    def to_json(self) -> str:
        """Return what the store keeps under `centre`."""
        return json.dumps(
            {
                "hosts": [[host.name, host.port] for host in self.hosts],
                "database": self.database,
                "user": self.user,
                "login": self.login.value,
                "ca_file": self.ca_file,
                "certificate": self.certificate,
                "insecure_local": self.insecure_local,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> "CentreSettings":
        """Read what `to_json` wrote; keys of a later version are passed over.

        Raises:
            CentreAddressWrong: it is not of that form.
        """
        try:
            kept: dict[str, Any] = json.loads(text)
            return cls(
                hosts=tuple(Host(str(name), int(port)) for name, port in kept["hosts"]),
                database=str(kept["database"]),
                user=str(kept["user"]),
                login=LoginBy(kept.get("login", LoginBy.PASSWORD)),
                ca_file=kept.get("ca_file"),
                certificate=kept.get("certificate"),
                insecure_local=bool(kept.get("insecure_local", False)),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CentreAddressWrong(reason="what the store remembers of the centre cannot be read.") from error

    @classmethod
    def from_url(cls, url: str, *, user: str | None = None, insecure_local: bool = False) -> "CentreSettings":
        """Read `postgresql://NAME@host1:5432,host2/database?sslrootcert=…&sslcert=…`.

        `user` is taken where the address names none. Understood beside the host are `host`, `port` (Unix sockets), `sslrootcert`,
        `sslcert`, `sslmode` and `target_session_attrs` with the values that are used anyway; without `insecure_local` TLS is not given up.

        Raises:
            SecretInAddress: it holds a password. CentreAddressWrong: it is not such an address.
        """
        scheme, colon, rest = url.strip().partition("://")
        if not colon or scheme.lower() not in _SCHEMES:
            raise CentreAddressWrong(reason="it does not begin with postgresql://")
        before_query, _mark, query_text = rest.partition("?")
        authority, _slash, database = before_query.partition("/")
        login, _at, where = authority.rpartition("@")
        name, password_colon, _password = login.partition(":")
        query = dict(parse_qsl(query_text, keep_blank_values=True))
        if password_colon or {"password", "passfile", "sslpassword"} & query.keys():
            raise SecretInAddress
        named = unquote(name) or query.pop("user", "") or user or ""
        certificate, sockets = query.pop("sslcert", None), query.pop("host", "")
        ca_file, ports = query.pop("sslrootcert", None), query.pop("port", "")
        free = query.pop("require_auth", "") == "none"
        mode, attributes = query.pop("sslmode", "verify-full"), query.pop("target_session_attrs", "read-write")
        if query:
            raise CentreAddressWrong(reason=f"“{min(query)}” is not understood.")
        if attributes != "read-write":
            raise CentreAddressWrong(reason="target_session_attrs is always read-write.")
        if mode not in ({"verify-full", "disable"} if insecure_local else {"verify-full"}):
            raise CentreAddressWrong(reason="the connection is always encrypted and checked (sslmode=verify-full).")
        if free and not insecure_local:
            raise CentreAddressWrong(reason="without a password only a Unix socket may be used.")
        return cls(
            hosts=_socket_hosts(sockets, ports) if sockets else _hosts(where),
            database=unquote(database) or DEFAULT_DATABASE,
            user=named,
            login=LoginBy.SOCKET if free else LoginBy.CERTIFICATE if certificate else LoginBy.PASSWORD,
            ca_file=None if ca_file in (None, "", "system") else ca_file,
            certificate=certificate or None,
            insecure_local=insecure_local,
        )


def _hosts(where: str) -> tuple[Host, ...]:
    hosts = []
    for part in filter(None, where.split(",")):
        if part.startswith("["):
            name, _bracket, port = part[1:].partition("]")
            port = port.removeprefix(":")
        else:
            name, _colon, port = part.partition(":")
        hosts.append(Host(unquote(name), _port(port)))
    return tuple(hosts)


def _socket_hosts(sockets: str, ports: str) -> tuple[Host, ...]:
    names, numbers = sockets.split(","), ports.split(",")
    if len(numbers) == 1:
        numbers *= len(names)
    if len(numbers) != len(names):
        raise CentreAddressWrong(reason="there are not as many ports as hosts.")
    return tuple(Host(name, _port(number)) for name, number in zip(names, numbers, strict=True))


def _port(text: str) -> int:
    if not text:
        return DEFAULT_PORT
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65_536:
        raise CentreAddressWrong(reason=f"“{text}” is no port.")
    return int(text)
