"""A damaged store is recognised, replaced by the newest good backup, and what was entered since is named."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.storage.backup import BackupUnusable, backup_folder, make_backup
from crmdesk.storage.errors import KeyMissing, StoreMissing, StoreTooNew, WrongKey
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.recovery import StoreState, enter_again, entered_since, examine, newest_good_backup, recover
from crmdesk.storage.store import Store

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
Enter = Callable[[Store, str], str]
Names = Callable[[Store], list[str]]
OverwritePage = Callable[[Path, int], None]


@pytest.fixture(params=["plain", "encrypted"])
def used(request: pytest.FixtureRequest) -> Store:
    """A store of either sort."""
    found: Store = request.getfixturevalue("store" if request.param == "plain" else "encrypted_store")
    return found


def _backed_up(store: Store) -> Path:
    return make_backup(store.path, store.key, backup_folder(store.path)).path


def _page_of(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).scalar_one())


def test_a_sound_store_is_sound_and_after_an_unclean_exit_wants_a_quick_check(used: Store) -> None:
    assert examine(used.path, used.key).state is StoreState.SOUND
    assert examine(used.path, used.key, after_unclean_exit=True).state is StoreState.NEEDS_QUICK_CHECK


@pytest.mark.parametrize("table", ["company", "sync_op", "alembic_version"])
def test_a_broken_table_is_seen_before_the_store_is_opened(used: Store, overwrite_page: OverwritePage, table: str) -> None:
    page = _page_of(used, table)
    used.close()
    overwrite_page(used.path, page)
    before = used.path.read_bytes()
    verdict = examine(used.path, used.key)
    assert verdict.state is StoreState.DAMAGED
    assert verdict.detail
    assert used.path.read_bytes() == before


def test_a_broken_first_page_is_told_from_a_wrong_key_by_a_backup(used: Store, overwrite_page: OverwritePage) -> None:
    copy = used.path.with_name("alone.db")
    _backed_up(used)
    used.close()
    overwrite_page(used.path, 1)
    assert examine(used.path, used.key).state is StoreState.DAMAGED
    shutil.copyfile(used.path, copy)
    with pytest.raises((KeyMissing, WrongKey)):
        examine(copy, used.key)


def test_an_emptied_file_is_damaged_and_a_missing_one_missing(used: Store) -> None:
    _backed_up(used)
    used.close()
    used.path.write_bytes(b"")
    assert examine(used.path, used.key).state is StoreState.DAMAGED
    used.path.unlink()
    with pytest.raises(StoreMissing):
        examine(used.path, used.key)


def test_a_wrong_key_and_a_newer_format_are_no_damage(encrypted_store: Store, store_key: StoreKey) -> None:
    _backed_up(encrypted_store)
    with encrypted_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
        uow.commit()
    encrypted_store.close()
    with pytest.raises(WrongKey):
        examine(encrypted_store.path, StoreKey(bytes(32), store_key.salt))
    with pytest.raises(KeyMissing):
        examine(encrypted_store.path, None)
    with pytest.raises(StoreTooNew):
        examine(encrypted_store.path, store_key)


@pytest.mark.expects_log("is not sound")
def test_the_newest_good_backup_is_chosen(used: Store, enter: Enter, overwrite_page: OverwritePage) -> None:
    assert newest_good_backup(used.path, used.key) is None
    made = []
    for hour in range(3):
        enter(used, f"hour {hour}")
        with frozen_at(NOON + timedelta(hours=hour)):
            made.append(_backed_up(used))
    overwrite_page(made[2], 1)
    overwrite_page(made[1], _page_of(used, "company"))
    found = newest_good_backup(used.path, used.key)
    assert found is not None
    assert found.path == made[0]


def test_recovering_names_what_was_entered_since_and_can_enter_it_again(
    used: Store, enter: Enter, names: Names, overwrite_page: OverwritePage
) -> None:
    old = enter(used, "全球商业")
    backup = _backed_up(used)
    new = enter(used, "新公司")
    with used.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE company SET phone='021-5888' WHERE id=?", (old,))
        uow.commit()
    page = _page_of(used, "site")
    used.close()
    overwrite_page(used.path, page)
    damaged = used.path.read_bytes()

    recovery = recover(used.path, used.key, backup)

    assert recovery.kept is not None
    assert ".damaged-" in recovery.kept.name
    assert recovery.kept.read_bytes() == damaged
    assert recovery.lost.is_complete
    inserted, changed = recovery.lost.edits
    assert (inserted.operation, inserted.record_id, inserted.name) == ("ins", new, "新公司")
    assert (changed.kind, changed.record_id, changed.name) == ("company", old, "全球商业")
    assert (changed.field, changed.value) == ("phone", "021-5888")
    assert changed.at > "2026"
    with Store.open(used.path, used.key) as restored:
        assert names(restored) == ["全球商业"]
        assert enter_again(restored, recovery.lost.edits) == 2
        assert names(restored) == ["全球商业", "新公司"]
        assert enter_again(restored, recovery.lost.edits[:1]) == 0
        with restored.read() as connection:
            row = connection.exec_driver_sql("SELECT phone, sort_key IS NOT NULL FROM company ORDER BY n").all()
    assert [tuple(item) for item in row] == [("021-5888", 1), (None, 1)]


def test_edits_that_are_only_in_the_write_ahead_log_are_named(
    used: Store, enter: Enter, tmp_path: Path, overwrite_page: OverwritePage
) -> None:
    backup = _backed_up(used)
    enter(used, "only in the log")
    killed = tmp_path / "killed" / used.path.name
    killed.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(used.path.with_name(used.path.name + ending), killed.with_name(killed.name + ending))
    overwrite_page(killed, _page_of(used, "site"))
    assert [edit.name for edit in entered_since(killed, used.key, backup).edits] == ["only in the log"]


def test_a_hole_in_the_log_costs_its_own_rows_only_and_is_told(used: Store, overwrite_page: OverwritePage) -> None:
    backup = _backed_up(used)
    with used.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", [(f"{n:032}", f"公司{n}") for n in range(400)]
        )
        uow.commit()
    root = _page_of(used, "sync_op")
    used.close()
    sound = used.path.read_bytes()
    for page in range(len(sound) // 4096, root, -1):  # which pages are the log's leaves is not asked: they are tried
        used.path.write_bytes(sound)
        overwrite_page(used.path, page)
        salvage = entered_since(used.path, used.key, backup)
        if not salvage.is_complete and len(salvage.edits) > 300 and salvage.edits[-1].name == "公司399":
            break
    else:
        pytest.fail("no page in the middle of the log was hit")
    assert len(salvage.edits) < 400


def test_a_file_that_says_nothing_is_recovered_all_the_same(used: Store, enter: Enter, names: Names) -> None:
    enter(used, "old")
    backup = _backed_up(used)
    enter(used, "lost")
    used.close()
    used.path.write_bytes(b"\x00" * 10_000)
    recovery = recover(used.path, used.key, backup)
    assert recovery.lost.edits == ()
    assert not recovery.lost.is_complete
    with Store.open(used.path, used.key) as restored:
        assert names(restored) == ["old"]


def test_a_bad_backup_changes_nothing(used: Store, overwrite_page: OverwritePage) -> None:
    backup = _backed_up(used)
    page = _page_of(used, "company")
    used.close()
    overwrite_page(backup, page)
    before = used.path.read_bytes()
    with pytest.raises(BackupUnusable):
        recover(used.path, used.key, backup)
    assert used.path.read_bytes() == before
