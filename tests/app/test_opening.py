"""Opening a store for a window: keys, protection, recovery, and no mark left behind by a refusal."""

from pathlib import Path

import pytest

from crmdesk.app.opening import OpenRequest, Protection, exists, open_for_window
from crmdesk.core.settings import Settings
from crmdesk.storage import keys
from crmdesk.storage.errors import KeyMissing, StoreDamaged, WrongKey
from crmdesk.storage.session_mark import SessionMark, StoreInUse, mark_path

PASSPHRASE = "four unrelated words here"


def request(path: Path, **more: object) -> OpenRequest:
    return OpenRequest(path, Settings(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("protection", list(Protection))
def test_what_is_created_opens_again(tmp_path: Path, protection: Protection) -> None:
    path = tmp_path / "a.store"
    passphrase = PASSPHRASE if protection is Protection.PASSPHRASE else None
    created = open_for_window(request(path, protection=protection, passphrase=passphrase, user_name="Me"))
    assert created.protection is protection
    created.close()
    assert keys.is_plain(path) == (protection is Protection.NONE)
    opened = open_for_window(request(path, passphrase=passphrase))
    assert opened.protection is protection
    assert [user.name for user in opened.services.users.all()] == ["Me"]
    opened.close()
    assert not mark_path(path).exists()


@pytest.mark.parametrize(("passphrase", "error"), [(None, KeyMissing), ("wrong", WrongKey)])
def test_a_refusal_leaves_no_mark_and_no_change(tmp_path: Path, passphrase: str | None, error: type[Exception]) -> None:
    path = tmp_path / "a.store"
    open_for_window(request(path, protection=Protection.PASSPHRASE, passphrase=PASSPHRASE)).close()
    before = path.read_bytes()
    with pytest.raises(error):
        open_for_window(request(path, passphrase=passphrase))
    assert path.read_bytes() == before
    assert not mark_path(path).exists()


def test_a_store_in_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    open_for_window(request(path, protection=Protection.NONE)).close()
    with SessionMark.take(path), pytest.raises(StoreInUse):
        open_for_window(request(path))


def test_a_filling_that_fails_leaves_no_half_store(tmp_path: Path) -> None:
    path = tmp_path / "a.store"

    def fail(store: object) -> None:
        raise ValueError

    with pytest.raises(ValueError):
        open_for_window(request(path, protection=Protection.NONE, fill=fail))
    assert not exists(path)


@pytest.mark.parametrize("protection", [Protection.KEYRING, Protection.PASSPHRASE])
def test_a_broken_first_page_is_damage_and_not_a_wrong_key(tmp_path: Path, protection: Protection) -> None:
    path = tmp_path / "a.store"
    passphrase = PASSPHRASE if protection is Protection.PASSPHRASE else None
    opened = open_for_window(request(path, protection=protection, passphrase=passphrase))
    backup = opened.backups.run()
    opened.close()
    with path.open("r+b") as file:
        file.write(b"\x07" * 4096)
    with pytest.raises(StoreDamaged):
        open_for_window(request(path, passphrase=passphrase))
    recovered = open_for_window(request(path, passphrase=passphrase, recover_from=backup.path))
    assert recovered.recovered is not None
    assert recovered.recovered.kept is not None
    recovered.close()


def test_an_emptied_store_with_backups_is_damaged_not_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    opened = open_for_window(request(path, protection=Protection.NONE))
    opened.backups.run()
    opened.close()
    path.write_bytes(b"")
    assert exists(path)
    with pytest.raises(StoreDamaged):
        open_for_window(request(path))


def test_a_backup_from_elsewhere_becomes_the_store(tmp_path: Path) -> None:
    opened = open_for_window(request(tmp_path / "a.store", protection=Protection.NONE, user_name="Me"))
    backup = opened.backups.run()
    opened.close()
    moved = open_for_window(request(tmp_path / "new" / "b.store", recover_from=backup.path))
    assert [user.name for user in moved.services.users.all()] == ["Me"]
    assert backup.path.exists()
    moved.close()
