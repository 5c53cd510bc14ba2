"""The mark beside an open store: one window at a time, and an unclean exit is noticed at the next start.

`<store>.open` holds who has the store open; the operating system's lock on it ends with the process, however it ends.
A mark that is there and not locked was left by a process that died. Headless commands work beside a window without a mark.
"""

import contextlib
import errno
import json
import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.storage.errors import StoreUnusable

_LOCKED_BYTE: Final = 1 << 30
"""Windows keeps others from reading what is locked, so the lock lies far behind the content."""
_SQLITE_SHARED_FIRST: Final = 0x4000_0000 + 2
_SQLITE_SHARED_SIZE: Final = 510
"""The bytes every open SQLite connection holds a shared lock on (SQLite's `os.h`)."""

_LOCKED_BY_ANOTHER: Final = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


class StoreInUse(CrmError):
    """Another window or command has the store open. Params: `path`, `pid`, `host`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{path} is open in another crmdesk (process {pid} on {host}). Use that window, or close it first."
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has, or had, a store open. `started_at` is ISO 8601 UTC; unknown parts are empty or 0."""

    pid: int = 0
    host: str = ""
    started_at: str = ""


class SessionMark:
    """The mark of this process's window on one store; a context manager, also released by `release`.

    Attributes:
        left_by: who had the store open and ended without releasing it, None after a clean exit.
    """

    def __init__(self, path: Path, handle: int, left_by: Holder | None) -> None:
        self.path = path
        self.left_by = left_by
        self._handle: int | None = handle

    @classmethod
    def take(cls, store: Path) -> "SessionMark":
        """Mark the store as open in this process; the mark of a dead process is taken over.

        Raises:
            StoreInUse: a living process (this one included) has marked it. StoreUnusable: the folder cannot be written.
        """
        path = mark_path(store)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = _locked(path)
            if handle is None:
                holder = _read(path)
                raise StoreInUse(path=store, pid=holder.pid or "?", host=holder.host or "?")
            left_by = _parsed(_read_bytes(handle))
            me = json.dumps({"pid": os.getpid(), "host": platform.node(), "started_at": iso_ms(utc_now())}).encode()
            os.lseek(handle, 0, os.SEEK_SET)
            os.ftruncate(handle, os.write(handle, me))  # never empty in between: that would mean a clean exit
            os.fsync(handle)
        except OSError as error:
            raise StoreUnusable(path=store, detail=error.strerror or error) from error
        return cls(path, handle, left_by)

    @property
    def after_unclean_exit(self) -> bool:
        """Whether the last window on this store died (killed, crashed, power cut): a quick check is due."""
        return self.left_by is not None

    def release(self) -> None:
        """Remove the mark: a clean exit. Safe to call twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)  # an empty mark is a clean exit, should the file be held by a virus scanner
        if os.name == "nt":
            os.close(handle)  # before removal there, as open files cannot be removed
        with contextlib.suppress(OSError):
            self.path.unlink()
        if os.name != "nt":
            os.close(handle)  # after removal here, so that nobody locks a file that is about to go

    def __enter__(self) -> "SessionMark":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def mark_path(store: Path) -> Path:
    """Return where the mark of `store` lies; links to one store share it."""
    store = store.resolve()
    return store.with_name(store.name + ".open")


def held_open_elsewhere(store: Path) -> None:
    """Refuse when another process has connections to the store, window or not.

    MUST NOT be called while this process has the store open: closing the probe would drop SQLite's own locks (POSIX).
    On Windows an open file cannot be replaced, which says the same later.

    Raises:
        StoreInUse: somebody has.
    """
    if os.name == "nt" or not store.exists():
        return
    import fcntl

    with store.open("r+b") as probe:
        try:
            fcntl.lockf(probe, fcntl.LOCK_EX | fcntl.LOCK_NB, _SQLITE_SHARED_SIZE, _SQLITE_SHARED_FIRST)
        except OSError as error:
            raise StoreInUse(path=store, pid="?", host=platform.node()) from error


def _locked(path: Path) -> int | None:
    """Open and lock the mark; None when somebody else has the lock."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _LOCKED_BY_ANOTHER:
                os.close(handle)
                return None  # any other error: a file system without locks, where the mark alone must do
        if os.name == "nt" or _is_still(path, handle):
            return handle
        os.close(handle)  # its owner removed it between our opening and locking it


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(path: Path, handle: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False


def _read_bytes(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 4096)


def _read(path: Path) -> Holder:
    try:
        return _parsed(path.read_bytes()) or Holder()
    except OSError:
        return Holder()


def _parsed(content: bytes) -> Holder | None:
    """Return who wrote the mark; None for an empty one, an unknown holder for one that was cut short."""
    if not content:
        return None
    try:
        values = json.loads(content)
        return Holder(int(values["pid"]), str(values["host"]), str(values["started_at"]))
    except (ValueError, KeyError, TypeError):
        return Holder()
