"""Backups as the window and the commands use them: run now, list, whether one is due, restore."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from crmdesk.core.settings import Settings
from crmdesk.storage.backup import Backup, BackupKind, backup_folder, list_backups, make_backup, restore_backup, sidecars
from crmdesk.storage.keys import StoreKey


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in a list. `made_at` is aware UTC, `size` bytes; `kind` is `scheduled` or `before-migration`."""

    path: Path
    made_at: datetime
    size: int
    kind: str


class BackupService:
    """Backups of one store. Methods may run on any thread, beside work on the store; `restore` needs the store closed."""

    def __init__(self, store: Path, key: StoreKey | None, settings: Settings) -> None:
        self._store = store
        self._key = key
        self._settings = settings

    @property
    def folder(self) -> Path:
        """Where backups go."""
        return backup_folder(self._store, self._settings.backup_folder)

    def run(
        self, progress: Callable[[int, int], None] | None = None, is_cancelled: Callable[[], bool] | None = None
    ) -> BackupRow:
        """Make a backup now, drop the oldest beyond the number kept.

        Raises:
            StoreUnusable: the folder cannot be written. StoreDamaged: the store cannot be read whole. Cancelled: as asked.
        """
        made = make_backup(
            self._store,
            self._key,
            self.folder,
            keep=self._settings.backups_kept,
            progress=progress,
            is_cancelled=is_cancelled,
        )
        return _row(made)

    def list(self) -> tuple[BackupRow, ...]:
        """Return this store's backups, newest first, with the copies made before migrations."""
        found = {backup.path: backup for folder in {self.folder, backup_folder(self._store)} for backup in self._in(folder)}
        return tuple(_row(backup) for backup in sorted(found.values(), reverse=True))

    def is_due(self, now: datetime) -> bool:
        """Whether the schedule asks for a backup: the newest is old enough, and the store was written to since."""
        hours = self._settings.backup_hours
        if hours == 0 or not self._store.is_file():
            return False
        scheduled = [backup.made_at for backup in self._in(self.folder) if backup.kind is BackupKind.SCHEDULED]
        if not scheduled:
            return True
        newest = scheduled[0]
        if newest > now:  # the clock was set back: better one backup too many
            return True
        return now - newest >= timedelta(hours=hours) and _written_at(self._store) > newest.timestamp()

    def restore(self, backup: Path) -> Path | None:
        """Put `backup` in the store's place; return where the present file is kept. The store must be closed.

        Raises:
            BackupUnusable, KeyMissing, WrongKey, StoreTooNew, StoreInUse, StoreUnusable: nothing was changed.
        """
        return restore_backup(backup, self._store, self._key)

    def _in(self, folder: Path) -> tuple[Backup, ...]:
        return list_backups(folder, self._store)


def _written_at(store: Path) -> float:
    """Return when the store or its write-ahead log was last written, as seconds since 1970."""
    return max(path.stat().st_mtime for path in (store, *sidecars(store)) if path.exists() and not path.name.endswith("-shm"))


def _row(backup: Backup) -> BackupRow:
    return BackupRow(backup.path, backup.made_at, backup.size, backup.kind.value)
