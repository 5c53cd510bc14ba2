"""Opening a store for a command: finding its key, creating it, filling a new one."""

from pathlib import Path

from crmdesk.app.key_source import KeySource
from crmdesk.services.search import SearchService
from crmdesk.services.store_setup import set_up
from crmdesk.storage import keys
from crmdesk.storage.errors import KeyMissing, NoKeyring, StoreMissing, StoreUnusable
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.store import Store


def find_key(path: Path, source: KeySource) -> StoreKey | None:
    """Return the key of an existing store: passphrase when one is given, else the keyring's, else asked for.

    Raises:
        StoreMissing: no such file. KeyMissing: it is encrypted and no key is to be had. PassphraseEmpty: as its text says.
    """
    if not path.is_file():
        raise StoreMissing(path=path)
    try:
        if keys.is_plain(path):
            return None
    except OSError as error:
        raise StoreUnusable(path=path, detail=error.strerror) from error
    if source.passphrase_fd is None:
        try:
            return keys.keyring_key(path)
        except KeyMissing:
            pass
    passphrase = source.passphrase(f"Passphrase of {path.name}: ")
    if passphrase is None:
        raise KeyMissing(path=path)
    return keys.passphrase_key(path, passphrase)


def new_key(source: KeySource) -> StoreKey | None:
    """Return the key for a store to be created: plain only when knowingly asked for, else passphrase, keyring or a prompt.

    Raises:
        NoKeyring: there is no keyring and no passphrase was given.
    """
    if source.unencrypted:
        return None
    if source.passphrase_fd is None and keys.keyring_available():
        return keys.new_keyring_key()
    passphrase = source.passphrase("New passphrase: ")
    if passphrase is None:
        raise NoKeyring
    return keys.new_passphrase_key(passphrase)


def open_existing(path: Path, source: KeySource) -> Store:
    """Open a store that must be there."""
    store = Store.open(path, find_key(path, source))
    set_up(store)
    SearchService(store).bring_up_to_date()
    return store


def open_or_create(path: Path, source: KeySource) -> Store:
    """Open a store, or create and fill it where there is none."""
    if path.is_file() and path.stat().st_size > 0:
        return open_existing(path, source)
    store = Store.create(path, new_key(source))
    set_up(store)
    return store
