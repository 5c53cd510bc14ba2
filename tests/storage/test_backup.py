"""Backups: taken while work goes on, checked, rotated, put back whole or not at all."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.errors import Cancelled
from crmdesk.storage.backup import (
    BackupKind,
    BackupUnusable,
    backup_folder,
    copy_before_migration,
    list_backups,
    make_backup,
    restore_backup,
    unsound,
)
from crmdesk.storage.errors import KeyMissing, StoreDamaged, StoreMissing, StoreTooNew, StoreUnusable, WrongKey
from crmdesk.storage.keys import StoreKey, file_salt, is_plain
from crmdesk.storage.session_mark import SessionMark, StoreInUse
from crmdesk.storage.store import Store

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
Enter = Callable[[Store, str], str]
Names = Callable[[Store], list[str]]


def test_a_backup_holds_what_was_committed_and_opens_with_the_stores_key(
    encrypted_store: Store, store_key: StoreKey, enter: Enter, names: Names
) -> None:
    enter(encrypted_store, "全球商业")
    made = make_backup(encrypted_store.path, store_key, backup_folder(encrypted_store.path))
    assert file_salt(made.path) == store_key.salt
    assert not unsound(made.path, store_key)
    with Store.open(made.path, store_key) as copy:
        assert names(copy) == ["全球商业"]


def test_a_backup_of_a_plain_store_is_plain(store: Store, enter: Enter, names: Names) -> None:
    enter(store, "ABB")
    made = make_backup(store.path, None, store.path.parent / "elsewhere")
    assert is_plain(made.path)
    with Store.open(made.path, None) as copy:
        assert names(copy) == ["ABB"]


def test_a_backup_is_one_file_named_by_store_and_time(store: Store) -> None:
    with frozen_at(NOON):
        made = make_backup(store.path, None, backup_folder(store.path))
        again = make_backup(store.path, None, backup_folder(store.path))
    assert made.path == store.path.parent / "backups" / "crmdesk-20261122-120000.backup"
    assert made.made_at == NOON
    assert made.kind is BackupKind.SCHEDULED
    assert made.size == made.path.stat().st_size
    assert again.path.name == "crmdesk-20261122-120000-2.backup"
    assert {path.name for path in made.path.parent.iterdir()} == {made.path.name, again.path.name}


def test_the_last_n_are_kept_and_copies_before_migrations_stay(store: Store) -> None:
    folder = backup_folder(store.path)
    with frozen_at(NOON - timedelta(days=9)):
        copy_before_migration(store.path, None, "0001")
    for hour in range(5):
        with frozen_at(NOON + timedelta(hours=hour)):
            make_backup(store.path, None, folder, keep=3)
    assert [backup.path.name for backup in list_backups(folder)] == [
        "crmdesk-20261122-160000.backup",
        "crmdesk-20261122-150000.backup",
        "crmdesk-20261122-140000.backup",
        "crmdesk-before-0001-20261113-120000.backup",
    ]
    before = list_backups(folder)[-1]
    assert (before.kind, before.revision, before.store) == (BackupKind.BEFORE_MIGRATION, "0001", "crmdesk")


def test_backups_of_one_second_are_sorted_and_dropped_by_their_number(store: Store) -> None:
    folder = backup_folder(store.path)
    with frozen_at(NOON):
        made = [make_backup(store.path, None, folder, keep=2).path.name for _ in range(11)]
    assert [backup.path.name for backup in list_backups(folder)] == [made[10], made[9]]
    assert made[10] == "crmdesk-20261122-120000-11.backup"


def test_rotation_leaves_another_stores_backups_alone(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    Store.create(other, None).close()
    folder = tmp_path / "shared"
    make_backup(other, None, folder)
    for _ in range(3):
        make_backup(store.path, None, folder, keep=1)
    assert sorted(backup.store for backup in list_backups(folder)) == ["crmdesk", "other"]
    assert [backup.store for backup in list_backups(folder, other)] == ["other"]


def test_strange_files_in_the_folder_are_no_backups(tmp_path: Path) -> None:
    for name in ("notes.txt", "crmdesk-2026.backup", "crmdesk-20269999-999999.backup", "crmdesk-20261122-120000.backup.7.part"):
        (tmp_path / name).touch()
    assert list_backups(tmp_path) == ()
    assert list_backups(tmp_path / "missing") == ()


def test_writing_goes_on_during_a_backup_which_keeps_its_snapshot(store: Store, enter: Enter, names: Names) -> None:
    enter(store, "before")
    seen: list[tuple[int, int]] = []

    def enter_meanwhile(done: int, total: int) -> None:
        enter(store, f"during {len(seen)}")
        seen.append((done, total))

    made = make_backup(store.path, None, backup_folder(store.path), progress=enter_meanwhile)
    assert seen
    assert seen[-1][0] == seen[-1][1]
    assert len(names(store)) == 1 + len(seen)
    with Store.open(made.path, None) as copy:
        assert names(copy) == ["before"]


def test_a_backup_ends_while_another_thread_never_stops_writing(store: Store, enter: Enter) -> None:
    stop = threading.Event()

    def write_on() -> None:
        while not stop.is_set():
            enter(store, "more")

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        made = make_backup(store.path, None, backup_folder(store.path))
    finally:
        stop.set()
        writer.join()
    assert not unsound(made.path, None)


def test_a_cancelled_backup_leaves_nothing(store: Store) -> None:
    folder = backup_folder(store.path)
    with pytest.raises(Cancelled):
        make_backup(store.path, None, folder, is_cancelled=lambda: True)
    assert list(folder.iterdir()) == []


def test_what_a_killed_backup_left_is_swept_when_it_is_old(store: Store) -> None:
    folder = backup_folder(store.path)
    folder.mkdir()
    left = folder / "crmdesk-20260101-000000.backup.4711.part"
    left.touch()
    make_backup(store.path, None, folder)
    assert left.exists()  # it might still be written
    with frozen_at(datetime.now(UTC) + timedelta(days=2)):
        make_backup(store.path, None, folder)
    assert not left.exists()


def test_a_damaged_store_gives_no_backup_and_costs_no_older_one(
    store: Store, enter: Enter, overwrite_page: Callable[[Path, int], None]
) -> None:
    enter(store, "ABB")
    folder = backup_folder(store.path)
    good = make_backup(store.path, None, folder, keep=1)
    store.close()
    overwrite_page(store.path, 5)
    with pytest.raises(StoreDamaged):
        make_backup(store.path, None, folder, keep=1)
    assert [backup.path for backup in list_backups(folder)] == [good.path]


def test_places_that_cannot_be_written_or_read_are_named(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable):
        make_backup(store.path, None, tmp_path / "file" / "backups")
    with pytest.raises(StoreMissing):
        make_backup(tmp_path / "none.db", None, tmp_path)


@pytest.mark.parametrize("encrypted", [False, True])
def test_restoring_brings_the_old_state_and_keeps_the_present_one(
    store: Store, encrypted_store: Store, store_key: StoreKey, enter: Enter, names: Names, *, encrypted: bool
) -> None:
    used, key = (encrypted_store, store_key) if encrypted else (store, None)
    enter(used, "old")
    made = make_backup(used.path, key, backup_folder(used.path))
    enter(used, "new")
    used.close()
    with frozen_at(NOON):
        kept = restore_backup(made.path, used.path, key)
    assert kept == used.path.with_name(used.path.name + ".replaced-20261122-120000")
    assert kept is not None
    with Store.open(used.path, key) as restored:
        assert names(restored) == ["old"]
        enter(restored, "goes on")
    with Store.open(kept, key) as present:
        assert names(present) == ["old", "new"]
    assert made.path.exists()


def test_a_log_left_by_a_killed_process_goes_into_the_kept_file_not_into_the_restored(
    store: Store, tmp_path: Path, enter: Enter, names: Names
) -> None:
    made = make_backup(store.path, None, backup_folder(store.path))
    enter(store, "only in the log")
    killed = tmp_path / "killed" / "crmdesk.db"
    killed.parent.mkdir()
    for ending in ("", "-wal"):
        killed.with_name(killed.name + ending).write_bytes(store.path.with_name(store.path.name + ending).read_bytes())
    kept = restore_backup(made.path, killed, None)
    assert kept is not None
    with Store.open(killed, None) as restored:
        assert names(restored) == []
    with Store.open(kept, None) as present:
        assert names(present) == ["only in the log"]


def test_restoring_where_there_is_nothing_keeps_nothing(store: Store, tmp_path: Path, names: Names) -> None:
    made = make_backup(store.path, None, backup_folder(store.path))
    target = tmp_path / "new" / "place.db"
    assert restore_backup(made.path, target, None) is None
    with Store.open(target, None) as restored:
        assert names(restored) == []
    assert {path.name for path in target.parent.iterdir()} == {"place.db"}


def test_a_store_that_a_window_has_open_is_not_replaced(store: Store) -> None:
    made = make_backup(store.path, None, backup_folder(store.path))
    store.close()
    before = store.path.read_bytes()
    with SessionMark.take(store.path), pytest.raises(StoreInUse):
        restore_backup(made.path, store.path, None)
    assert store.path.read_bytes() == before


def test_what_is_no_sound_backup_is_refused_and_nothing_touched(
    store: Store,
    encrypted_store: Store,
    store_key: StoreKey,
    tmp_path: Path,
    overwrite_page: Callable[[Path, int], None],
) -> None:
    good = make_backup(store.path, None, backup_folder(store.path)).path
    secret = make_backup(encrypted_store.path, store_key, backup_folder(encrypted_store.path)).path
    store.close()
    encrypted_store.close()
    before = store.path.read_bytes()
    torn = tmp_path / "torn.backup"
    torn.write_bytes(good.read_bytes()[:40_000])
    broken = tmp_path / "broken.backup"
    broken.write_bytes(good.read_bytes())
    overwrite_page(broken, 7)
    empty = tmp_path / "empty.backup"
    empty.touch()
    for path in (torn, broken, empty):
        with pytest.raises(BackupUnusable):
            restore_backup(path, store.path, None)
    with pytest.raises(KeyMissing):
        restore_backup(secret, store.path, None)
    with pytest.raises(WrongKey):
        restore_backup(secret, store.path, StoreKey(bytes(32), store_key.salt))
    with pytest.raises(StoreMissing):
        restore_backup(tmp_path / "none.backup", store.path, None)
    assert store.path.read_bytes() == before


def test_a_backup_of_a_newer_program_is_refused(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
        uow.commit()
    made = make_backup(store.path, None, backup_folder(store.path))
    store.close()
    with pytest.raises(StoreTooNew):
        restore_backup(made.path, store.path, None)
