"""Backups as the window uses them: run, listed, due, restored."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.settings import Settings
from crmdesk.services.backups import BackupService
from crmdesk.storage.backup import copy_before_migration
from crmdesk.storage.store import Store

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


def _enter(store: Store, name: str) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO contact(id,name) VALUES(?,?)", (name, name))
        uow.commit()


def _written(store: Store, moment: datetime) -> None:
    for path in store.path.parent.glob(f"{store.path.name}*"):
        os.utime(path, (moment.timestamp(), moment.timestamp()))


def test_backups_are_listed_newest_first_with_copies_before_migrations(store: Store, tmp_path: Path) -> None:
    service = BackupService(store.path, None, Settings(backup_folder=str(tmp_path / "far"), backups_kept=2))
    with frozen_at(NOON - timedelta(days=1)):
        copy_before_migration(store.path, None, "0001")
    for hour in range(3):
        with frozen_at(NOON + timedelta(hours=hour)):
            made = service.run()
    assert made.path.parent == service.folder == tmp_path / "far"
    assert [(row.made_at, row.kind) for row in service.list()] == [
        (NOON + timedelta(hours=2), "scheduled"),
        (NOON + timedelta(hours=1), "scheduled"),
        (NOON - timedelta(days=1), "before-migration"),
    ]
    assert all(row.size > 0 for row in service.list())


@pytest.mark.parametrize(
    ("hours", "age_h", "written_h", "due"),
    [
        (8, 9, 1, True),  # old enough, and written to since
        (8, 7, 1, False),  # not old enough
        (8, 9, 10, False),  # nothing entered since the last one
        (0, 99, 1, False),  # switched off
        (8, -3, 1, True),  # the clock was set back
    ],
)
def test_a_backup_is_due_when_it_is_old_and_something_was_entered_since(
    *, store: Store, hours: int, age_h: int, written_h: int, due: bool
) -> None:
    service = BackupService(store.path, None, Settings(backup_hours=hours))
    with frozen_at(NOON - timedelta(hours=age_h)):
        service.run()
    _written(store, NOON - timedelta(hours=written_h))
    assert service.is_due(NOON) is due


def test_the_first_backup_is_due_at_once(store: Store, tmp_path: Path) -> None:
    assert BackupService(store.path, None, Settings()).is_due(NOON)
    assert not BackupService(tmp_path / "none.db", None, Settings()).is_due(NOON)


def test_restoring_brings_back_what_was_there(store: Store) -> None:
    service = BackupService(store.path, None, Settings())
    _enter(store, "old")
    made = service.run()
    _enter(store, "new")
    store.close()
    kept = service.restore(made.path)
    assert kept is not None
    assert kept.exists()
    with Store.open(store.path, None) as restored, restored.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM contact").scalars().all() == ["old"]
