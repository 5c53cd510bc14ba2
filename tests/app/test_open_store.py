"""How commands come by a key: never from an argument."""

import os
from pathlib import Path

import pytest

from crmdesk.app.key_source import KeySource, PassphraseEmpty
from crmdesk.app.open_store import find_key, new_key, open_existing, open_or_create
from crmdesk.storage.errors import KeyMissing, NoKeyring, StoreMissing, WrongKey


def descriptor(text: str) -> int:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    return reader


def test_a_passphrase_comes_through_a_descriptor(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    open_or_create(path, KeySource(passphrase_fd=descriptor("open sesame\n"))).close()
    open_existing(path, KeySource(passphrase_fd=descriptor("open sesame\n"))).close()
    with pytest.raises(WrongKey):
        open_existing(path, KeySource(passphrase_fd=descriptor("shut\n")))
    with pytest.raises(PassphraseEmpty):
        open_existing(path, KeySource(passphrase_fd=descriptor("\n")))
    with pytest.raises(KeyMissing):
        find_key(path, KeySource())


def test_the_keyring_opens_what_it_created(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    open_or_create(path, KeySource()).close()
    open_or_create(path, KeySource()).close()


@pytest.mark.usefixtures("no_keyring")
def test_without_keyring_and_passphrase_nothing_is_created(tmp_path: Path) -> None:
    with pytest.raises(NoKeyring):
        open_or_create(tmp_path / "a.store", KeySource())
    assert not (tmp_path / "a.store").exists()
    assert new_key(KeySource(unencrypted=True)) is None


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_existing(tmp_path / "none.store", KeySource())
