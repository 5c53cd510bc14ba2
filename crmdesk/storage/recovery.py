"""A damaged store: recognised at start, replaced by the newest good backup, and what was entered since is named.

The change log is what makes this possible: every edit after the backup's last one is read from the damaged file, record
by record, as far as its pages can be read. The damaged file itself is never written to.
"""

import contextlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from pathlib import Path
from typing import Any, Final

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import ActionKind
from crmdesk.models.registry import synced_tables
from crmdesk.storage.backup import Backup, backup_folder, list_backups, restore_backup, unsound
from crmdesk.storage.capture import captured_columns
from crmdesk.storage.connections import open_raw
from crmdesk.storage.errors import KeyMissing, StoreDamaged, StoreMissing, WrongKey
from crmdesk.storage.keys import StoreKey, is_plain
from crmdesk.storage.migrate import stored_revision
from crmdesk.storage.store import Store

_log: Final = logging.getLogger(__name__)

GIVE_UP_AFTER: Final = 5_000
"""Unreadable log rows in a row after which nothing more is expected."""
_COLUMNS: Final = "seq, tx, made_at, tbl, pk, kind, fld, new"
_NAME_FIELDS: Final = ("short_name", "legal_name", "name", "title", "text", "code")


@unique
class StoreState(StrEnum):
    """What `examine` found."""

    SOUND = "sound"
    NEEDS_QUICK_CHECK = "needs_quick_check"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a store file before it is opened; `detail` is SQLite's word for the damage."""

    state: StoreState
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LostEdit:
    """One entry of the damaged file's log that the backup does not have.

    Attributes:
        at: ISO 8601 UTC. kind: table. name: the record's name where it is known. operation: `ins`, `set`, `move` or `del`.
        field: empty for `ins`, whose `value` is a JSON object of all fields. transaction: id of the unit of work.
    """

    seq: int
    transaction: str
    at: str
    kind: str
    record_id: str
    name: str
    operation: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was entered since a backup; `is_complete` is False when part of the log could not be read."""

    edits: tuple[LostEdit, ...]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Recovery:
    """A finished recovery: which backup is the store now, where the damaged file is kept, what has to be entered again."""

    backup: Path
    kept: Path | None
    lost: Salvage


def examine(path: Path, key: StoreKey | None, *, after_unclean_exit: bool = False, folder: Path | None = None) -> Verdict:
    """Look whether a store can be opened, without changing it; a few milliseconds.

    A file whose first page is broken looks like a wrong key; a backup that the key opens tells the two apart.

    Raises:
        StoreMissing: there is no file. KeyMissing, WrongKey, StoreTooNew, StoreUnusable: the file is not known to be damaged.
    """
    if not path.is_file():
        raise StoreMissing(path=path)
    backups = list_backups(folder or backup_folder(path), path)
    if path.stat().st_size == 0 and backups:
        return Verdict(StoreState.DAMAGED, "it is empty")
    try:
        _touch_every_table(path, key)
    except StoreDamaged as error:
        return Verdict(StoreState.DAMAGED, str(error.params["detail"]))
    except (KeyMissing, WrongKey):
        if any(_opens(backup.path, key) for backup in backups):
            return Verdict(StoreState.DAMAGED, "its first page cannot be read")
        raise
    return Verdict(StoreState.NEEDS_QUICK_CHECK if after_unclean_exit else StoreState.SOUND)


def _touch_every_table(path: Path, key: StoreKey | None) -> None:
    from sqlcipher3 import dbapi2

    if is_plain(path):
        key = None
    elif key is None:
        raise KeyMissing(path=path)
    stored_revision(path, key)
    try:
        with contextlib.closing(open_raw(path, key, read_only=True)) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                connection.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchone()
    except dbapi2.DatabaseError as error:
        raise StoreDamaged(path=path, detail=error) from error


def _opens(path: Path, key: StoreKey | None) -> bool:
    try:
        if is_plain(path) != (key is None):
            return False
        stored_revision(path, key)
    except (CrmError, OSError):
        return False
    return True


def newest_good_backup(path: Path, key: StoreKey | None, folder: Path | None = None) -> Backup | None:
    """Return the newest backup of the store that the key opens and that passes the quick check; None when none does."""
    for backup in list_backups(folder or backup_folder(path), path):
        if not _opens(backup.path, key):
            continue
        problem = unsound(backup.path, key)
        if not problem:
            return backup
        _log.warning("backup %s is not sound: %s", backup.path, problem)
    return None


def recover(path: Path, key: StoreKey | None, backup: Path) -> Recovery:
    """Put `backup` in the place of the damaged file, keep that file, and tell what it holds beyond the backup.

    Raises:
        BackupUnusable, StoreInUse, StoreUnusable: see `restore_backup`; nothing was changed.
    """
    lost = entered_since(path, key, backup)
    kept = restore_backup(backup, path, key, is_damaged=True)
    _log.info("store restored from %s, damaged file kept as %s, %d edits named", backup, kept, len(lost.edits))
    return Recovery(backup, kept, lost)


def entered_since(damaged: Path, key: StoreKey | None, backup: Path) -> Salvage:
    """Read what the damaged file's log (write-ahead log included) holds beyond the backup's last entry; never raises for damage."""
    with contextlib.closing(open_raw(backup, key, read_only=True)) as good:
        (last,) = good.execute("SELECT coalesce(max(seq),0) FROM sqlite_sequence WHERE name='sync_op'").fetchone()
        reader = _TolerantReader(damaged, key)
        with contextlib.closing(reader):
            rows = list(reader.rows_after(int(last)))
        names: dict[str, str] = {}
        edits = tuple(_edit(row, _name(good, names, row)) for row in rows)
    return Salvage(edits, is_complete=not reader.missed)


def _edit(row: tuple[Any, ...], name: str) -> LostEdit:
    seq, transaction, at, table, record, operation, field, value = row
    return LostEdit(seq, transaction or "", at, table, record, name, operation, field or "", value)


def _name(good: Any, names: dict[str, str], row: tuple[Any, ...]) -> str:
    """Name the record of a log row: from its own insertion or rename in the log, else from the backup."""
    _, _, _, table, record, kind, field, value = row
    if kind == "ins":
        with contextlib.suppress(ValueError, TypeError):
            fields = json.loads(value)
            names[record] = next((str(fields[name]) for name in _NAME_FIELDS if fields.get(name)), "")
    elif field in ("name", "legal_name") and value:
        names[record] = str(value)
    if record not in names:
        names[record] = _name_in(good, table, record)
    return names[record]


def _name_in(good: Any, table: str, record: str) -> str:
    for entity in synced_tables():
        if entity.name == table:
            found = ",".join(f"nullif({name},'')" for name in _NAME_FIELDS if name in entity.columns)
            if found:
                row = good.execute(f"SELECT coalesce({found},'') FROM {table} WHERE id=?", (record,)).fetchone()
                return str(row[0]) if row else ""
    return ""


class _TolerantReader:
    """Reads the log of a damaged file; a page that cannot be read costs its rows only.

    Attributes:
        missed: whether rows there must have been could not be read.
    """

    def __init__(self, path: Path, key: StoreKey | None) -> None:
        self.missed = False
        self._path, self._key = path, key
        self._connection: Any = None

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def rows_after(self, seq: int) -> Iterator[tuple[Any, ...]]:
        """Yield log rows in order: in one go as far as that works, then one by one."""
        while (row := self._ask(f"SELECT {_COLUMNS} FROM sync_op WHERE seq>? ORDER BY seq LIMIT 1", seq)) is not None:
            if row == ():
                return  # the end of the log
            yield row
            seq = int(row[0])
        self.missed = True
        last = self._ask("SELECT seq FROM sqlite_sequence WHERE name=?", "sync_op")
        end = int(last[0]) if last else None
        in_vain = 0
        while in_vain < GIVE_UP_AFTER and (end is None or seq < end):
            seq += 1
            row = self._ask(f"SELECT {_COLUMNS} FROM sync_op WHERE seq=?", seq)
            in_vain = 0 if row else in_vain + 1
            if row:
                yield row

    def _ask(self, statement: str, value: Any) -> tuple[Any, ...] | None:
        """Return one row, an empty one when there is none, None when the file cannot say."""
        from sqlcipher3 import dbapi2

        try:
            if self._connection is None:
                self._connection = open_raw(self._path, self._key, read_only=True)
            return tuple(self._connection.execute(statement, (value,)).fetchone() or ())
        except (CrmError, dbapi2.DatabaseError):
            self.close()  # SQLCipher refuses everything after the first page it could not verify
            return None


def enter_again(store: Store, edits: tuple[LostEdit, ...]) -> int:
    """Enter salvaged edits into the restored store as one transaction of its own; return how many took effect.

    Inserted records that are there already and changes of records that are not are passed over.
    """
    columns = {table.name: {*captured_columns(table)} for table in synced_tables()}
    applied = 0
    with store.unit_of_work(action=ActionKind.EDIT, label=store.path.name, source="recovery") as uow:
        for edit in edits:
            known = columns.get(edit.kind, set())
            fields = _fields(edit)
            if not fields or not known.issuperset(fields):
                continue
            values = (*fields.values(), edit.record_id)
            if edit.operation == "ins":
                names, marks = ",".join(fields), ",".join("?" * len(fields))
                statement = f"""INSERT INTO {edit.kind}({names},id) SELECT {marks},?
                                WHERE NOT EXISTS(SELECT 1 FROM {edit.kind} WHERE id=?)"""
                values = (*values, edit.record_id)
            else:
                statement = f"UPDATE {edit.kind} SET {','.join(f'{name}=?' for name in fields)} WHERE id=?"
            applied += uow.connection.exec_driver_sql(statement, values).rowcount
        uow.commit()
    return applied


def _fields(edit: LostEdit) -> dict[str, Any]:
    if edit.operation != "ins":
        return {edit.field: edit.value}
    try:
        fields = json.loads(edit.value)
    except (ValueError, TypeError):
        return {}
    return fields if isinstance(fields, dict) else {}
