"""Keys: from the keyring or a passphrase, fitting any SQLCipher tool, never seen in a text."""

import contextlib
import logging
import shutil
from pathlib import Path

import pytest

from crmdesk.storage import keys
from crmdesk.storage.errors import KeyMissing, NoKeyring, WrongKey
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.store import Store

PASSPHRASE = "正确 horse battery staple 'quoted'"


def test_a_random_key_is_kept_in_the_keyring_and_found_by_the_file(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    key = keys.new_keyring_key()
    Store.create(path, key).close()
    assert keys.file_salt(path) == key.salt
    assert keys.keyring_key(path) == key
    moved = tmp_path / "renamed.db"
    shutil.move(path, moved)
    Store.open(moved, keys.keyring_key(moved)).close()
    assert keys.new_keyring_key() != key


def test_a_file_whose_key_is_not_in_the_keyring_says_so(encrypted_template_file: Path) -> None:
    with pytest.raises(KeyMissing):
        keys.keyring_key(encrypted_template_file)


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_a_person_has_to_choose(encrypted_template_file: Path) -> None:
    assert not keys.keyring_available()
    with pytest.raises(NoKeyring):
        keys.new_keyring_key()
    with pytest.raises(KeyMissing):
        keys.keyring_key(encrypted_template_file)


def test_the_memory_keyring_counts_as_one() -> None:
    assert keys.keyring_available()


def test_any_sqlcipher_tool_opens_the_file_with_the_passphrase(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    path = tmp_path / "crmdesk.db"
    Store.create(path, keys.new_passphrase_key(PASSPHRASE)).close()
    with contextlib.closing(dbapi2.connect(path)) as tool:
        quoted = PASSPHRASE.replace("'", "''")
        tool.execute(f"PRAGMA key = '{quoted}'")
        assert tool.execute("SELECT version_num FROM alembic_version").fetchone() is not None
    Store.open(path, keys.passphrase_key(path, PASSPHRASE)).close()


def test_a_wrong_passphrase_is_one_line_and_touches_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crmdesk.db"
    Store.create(path, keys.new_passphrase_key(PASSPHRASE)).close()
    before, present = path.read_bytes(), set(tmp_path.iterdir())
    with pytest.raises(WrongKey) as caught:
        Store.open(path, keys.passphrase_key(path, "wrong"))
    assert len(str(caught.value).splitlines()) == 1
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before
    assert set(tmp_path.iterdir()) == present
    assert capfd.readouterr().err == ""  # SQLCipher would have a lot to say


def test_an_encrypted_file_without_a_key_is_one_line(encrypted_template_file: Path) -> None:
    with pytest.raises(KeyMissing, match="passphrase"):
        Store.open(encrypted_template_file, None)


def test_a_plain_file_opens_whatever_key_is_given(template_file: Path, tmp_path: Path, store_key: StoreKey) -> None:
    path = tmp_path / "plain.db"
    shutil.copyfile(template_file, path)
    with Store.open(path, store_key) as store:
        assert store.key is None


def test_two_files_of_one_passphrase_have_different_keys() -> None:
    first, second = keys.new_passphrase_key(PASSPHRASE), keys.new_passphrase_key(PASSPHRASE)
    assert first.salt != second.salt
    assert first.raw != second.raw


def test_nothing_readable_is_in_an_encrypted_file_its_log_and_its_backup(encrypted_store: Store) -> None:
    from crmdesk.storage.backup import make_backup

    secret = "绝密客户"
    with encrypted_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES('c','legal',?)", (secret,))
        uow.commit()
    backup = make_backup(encrypted_store.path, encrypted_store.key, encrypted_store.path.parent / "backups")
    for path in (encrypted_store.path, encrypted_store.path.with_name(encrypted_store.path.name + "-wal"), backup.path):
        assert secret.encode() not in path.read_bytes()


def test_no_key_is_in_a_repr_an_error_or_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "crmdesk.db"
    with caplog.at_level(logging.DEBUG):
        key = keys.new_passphrase_key(PASSPHRASE)
        Store.create(path, key).close()
        with Store.open(path, key) as store:
            texts = [repr(key), repr(store), str(key), repr(store._writer), repr(store._readers)]
        with pytest.raises(WrongKey) as caught:
            Store.open(path, keys.passphrase_key(path, "wrong"))
    texts += [str(caught.value), repr(caught.value), repr(caught.value.__cause__), caplog.text]
    for text in texts:
        assert key.raw.hex() not in text
        assert repr(key.raw) not in text
        assert PASSPHRASE not in text
