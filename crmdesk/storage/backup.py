"""Copies of the store: made while work goes on, checked before they count, put back in one step.

A backup is one self-contained SQLite file with the store's own key and salt, so the keyring entry or passphrase of the
store opens it too. Times in file names are UTC.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path
from typing import Any, Final

from crmdesk.core.clock import utc_now
from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.storage.connections import open_raw
from crmdesk.storage.errors import KeyMissing, StoreDamaged, StoreMissing, StoreUnusable
from crmdesk.storage.keys import StoreKey, is_plain
from crmdesk.storage.migrate import stored_revision
from crmdesk.storage.session_mark import SessionMark, held_open_elsewhere

FOLDER: Final = "backups"
SUFFIX: Final = ".backup"
PAGES_A_STEP: Final = 256
"""Pages (4 KiB each) copied at once; between two steps progress is told and a cancel heard."""
_UNFINISHED: Final = ".part"
_NAME: Final = re.compile(
    r"(?P<store>.+?)(?:-before-(?P<revision>\w+))?-(?P<day>\d{8})-(?P<time>\d{6})(?:-(?P<number>\d+))?\.backup"
)

Progress = Callable[[int, int], None]
"""Told how many pages are done and how many there are."""


class BackupUnusable(CrmError):
    """A file chosen for restoring is no sound backup. Params: `path`, `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{path} cannot be restored: {detail}. Choose another backup; the present file was not touched."
    )


@unique
class BackupKind(StrEnum):
    """Why a backup was made; only scheduled ones are rotated away."""

    SCHEDULED = "scheduled"
    BEFORE_MIGRATION = "before-migration"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup file; a newer one is greater.

    Attributes:
        made_at: aware UTC, to the second. number: which one of that second, from 1. size: bytes.
        store: name of the store's file without its ending.
        revision: the format it holds, known only for copies made before a migration.
    """

    made_at: datetime
    number: int
    path: Path
    size: int
    kind: BackupKind
    store: str
    revision: str | None = None


def backup_folder(store: Path, chosen: str = "") -> Path:
    """Return where backups of `store` go: the folder chosen in the settings, or `backups` beside the store."""
    return Path(chosen) if chosen else store.parent / FOLDER


def list_backups(folder: Path, store: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups in `folder`, newest first; with `store`, only those of a store of that name.

    A missing or unreadable folder holds none.
    """
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            backup = _described(path)
            if backup is not None and (store is None or backup.store == store.stem):
                found.append(backup)
    return tuple(sorted(found, reverse=True))


def _described(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made_at = datetime.strptime(match["day"] + match["time"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    kind = BackupKind.SCHEDULED if match["revision"] is None else BackupKind.BEFORE_MIGRATION
    return Backup(made_at, int(match["number"] or 1), path, size, kind, match["store"], match["revision"])


def make_backup(
    store: Path,
    key: StoreKey | None,
    folder: Path,
    *,
    keep: int = 10,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Backup:
    """Copy the store as it is now into `folder`, check the copy, and drop the oldest scheduled ones beyond `keep`.

    Reads one state of the store throughout; readers and the writer are not stopped, whichever process they are in.

    Raises:
        StoreMissing: there is no store. StoreUnusable: the folder cannot be written.
        StoreDamaged: the store cannot be read whole; nothing is kept and no older backup is dropped.
        Cancelled: `is_cancelled` said so; nothing is left.
    """
    made = _copy(store, key, folder, store.stem, progress=progress, is_cancelled=is_cancelled)
    scheduled = [backup for backup in list_backups(folder, store) if backup.kind is BackupKind.SCHEDULED]
    for old in scheduled[max(1, keep) :]:
        with contextlib.suppress(OSError):  # open in another program, say: it goes next time
            old.path.unlink()
    return made


def copy_before_migration(store: Path, key: StoreKey | None, revision: str) -> Backup:
    """Copy a store of an older format into `backups` beside it; such copies are kept until a person deletes them.

    Raises:
        StoreUnusable, StoreDamaged: see `make_backup`; the migration must not begin then.
    """
    return _copy(store, key, backup_folder(store), f"{store.stem}-before-{revision}")


def _copy(
    store: Path,
    key: StoreKey | None,
    folder: Path,
    name: str,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Backup:
    if not store.is_file():
        raise StoreMissing(path=store)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder, store)
        final = _free_name(folder, name)
        unfinished = final.with_name(f"{final.name}.{os.getpid()}{_UNFINISHED}")
        unfinished.touch()  # says at once whether the folder can be written
    except OSError as error:
        raise StoreUnusable(path=folder, detail=error.strerror or error) from error
    try:
        _copy_pages(store, key, unfinished, progress, is_cancelled)
        problem = unsound(unfinished, key)
        if problem:
            raise StoreDamaged(path=store, detail=problem)
        flush_to_disk(unfinished)
        unfinished.replace(final)
        flush_to_disk(folder)
    except OSError as error:
        raise StoreUnusable(path=folder, detail=error.strerror or error) from error
    finally:
        for leftover in (unfinished, *sidecars(unfinished)):
            leftover.unlink(missing_ok=True)
    described = _described(final)
    if described is None:
        raise StoreUnusable(path=final, detail="the finished backup has gone")
    return described


def _copy_pages(
    store: Path, key: StoreKey | None, target: Path, progress: Progress | None, is_cancelled: Callable[[], bool] | None
) -> None:
    """Copy page by page inside one read transaction: the snapshot stays, so writers never make the copy start again."""
    from sqlcipher3 import dbapi2

    def step(status: int, remaining: int, total: int) -> None:
        del status
        if is_cancelled is not None and is_cancelled():
            raise Cancelled
        if progress is not None:
            progress(total - remaining, total)

    with contextlib.closing(open_raw(store, key, read_only=True)) as source, contextlib.closing(_new_file(target, key)) as copy:
        try:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(copy, pages=PAGES_A_STEP, progress=step)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a write-ahead log beside it
        except dbapi2.DatabaseError as error:
            if "full" in str(error):
                raise StoreUnusable(path=target.parent, detail=error) from error
            raise StoreDamaged(path=store, detail=error) from error


def _new_file(path: Path, key: StoreKey | None) -> Any:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(path, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.pragma()}"')
    connection.execute("PRAGMA journal_mode=OFF")  # a torn copy is thrown away, and `flush_to_disk` comes at the end
    connection.execute("PRAGMA synchronous=OFF")
    return connection


def unsound(path: Path, key: StoreKey | None) -> str:
    """Return what keeps a file from being a sound store, in the words of SQLite; empty when nothing does.

    Reads every page once (`PRAGMA quick_check`, and with it the signature of every page in use).
    """
    from sqlcipher3 import dbapi2

    try:
        with contextlib.closing(open_raw(path, key, read_only=True)) as connection:
            (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if answer == "ok" and connection.execute("SELECT count(*) FROM alembic_version").fetchone() != (1,):
                return "its format is not written in it"
    except (dbapi2.DatabaseError, CrmError) as error:
        return str(error)
    return "" if answer == "ok" else str(answer)


def restore_backup(backup: Path, store: Path, key: StoreKey | None, *, is_damaged: bool = False) -> Path | None:
    """Put a copy of `backup` in the store's place and return where the present file is kept (None when there was none).

    The backup is checked first. The present file stays beside as `<store>.replaced-<time>`, with `is_damaged` as
    `<store>.damaged-<time>` together with its write-ahead log, untouched. A kill at any moment leaves the old or the new
    store. This process must have closed its own `Store` and `SessionMark` of the file.

    Raises:
        KeyMissing, WrongKey, StoreTooNew, BackupUnusable: the backup does not open or is not sound.
        StoreInUse: somebody has the store open. StoreUnusable: the folder cannot be written.
    """
    if not backup.is_file():
        raise StoreMissing(path=backup)
    _check_restorable(backup, key)
    with SessionMark.take(store):
        held_open_elsewhere(store)
        fresh = store.with_name(f"{store.name}.restoring{_UNFINISHED}")
        try:
            store.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(backup, fresh)
            flush_to_disk(fresh)
            kept = _keep(store, key, is_damaged=is_damaged) if store.exists() else None
            fresh.replace(store)
            flush_to_disk(store.parent)
        except OSError as error:
            raise StoreUnusable(path=store, detail=error.strerror or error) from error
        finally:
            fresh.unlink(missing_ok=True)
    return kept


def _check_restorable(backup: Path, key: StoreKey | None) -> None:
    plain = is_plain(backup)
    if not plain and key is None:
        raise KeyMissing(path=backup)
    fitting = None if plain else key
    try:
        problem = "it is empty" if stored_revision(backup, fitting) is None else unsound(backup, fitting)
    except StoreDamaged as error:
        problem = str(error.params["detail"])
    if problem:
        raise BackupUnusable(path=backup, detail=problem)


def _keep(store: Path, key: StoreKey | None, *, is_damaged: bool) -> Path:
    """Give the present file a second name, and move its log away, which would be played into the restored file."""
    if not is_damaged:  # moves the log's content into the file itself; a damaged file is not written to
        with contextlib.suppress(CrmError, OSError):
            open_raw(store, None if is_plain(store) else key, read_only=False).close()
    kept = store.with_name(f"{store.name}.{'damaged' if is_damaged else 'replaced'}-{utc_now():%Y%m%d-%H%M%S}")
    number = 1
    while kept.exists():
        number += 1
        kept = kept.with_name(f"{kept.name.partition('~')[0]}~{number}")
    try:
        os.link(store, kept)
    except OSError:  # a file system without links
        shutil.copy2(store, kept)
        flush_to_disk(kept)
    for sidecar in sidecars(store):
        if sidecar.exists():
            sidecar.replace(kept.with_name(kept.name + sidecar.name.removeprefix(store.name)))
    return kept


def sidecars(path: Path) -> tuple[Path, ...]:
    """Return the names SQLite gives to the files beside a database: rollback journal, write-ahead log, its index."""
    return tuple(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))


def flush_to_disk(path: Path) -> None:
    """Make a file, or the names in a folder, survive a power cut; folders cannot be flushed on Windows.

    Raises:
        OSError: the disk refuses.
    """
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _free_name(folder: Path, name: str) -> Path:
    stem = f"{name}-{utc_now():%Y%m%d-%H%M%S}"
    made = [match for path in folder.iterdir() if (match := _NAME.fullmatch(path.name)) and path.name.startswith(stem)]
    last = max((int(match["number"] or 1) for match in made), default=0)  # a gap is not filled: a higher number is a newer one
    return folder / (f"{stem}-{last + 1}{SUFFIX}" if last else f"{stem}{SUFFIX}")


def _sweep(folder: Path, store: Path) -> None:
    """Remove what a killed backup left; a day old, so that nobody is still writing it."""
    for path in folder.glob(f"{store.stem}-*{SUFFIX}.*{_UNFINISHED}*"):
        if utc_now().timestamp() - path.stat().st_mtime > 86_400:
            path.unlink(missing_ok=True)
