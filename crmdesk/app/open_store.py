"""Opening a store for a command or a window: finding its key, creating it, filling a new one."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.services.search import SearchService
from crmdesk.services.store_setup import set_up
from crmdesk.storage import keys
from crmdesk.storage.errors import KeyMissing, NoKeyring, StoreMissing, StoreUnusable
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.store import Store


class PassphraseEmpty(CrmError):
    """A passphrase was asked for and none came."""

    template = QT_TRANSLATE_NOOP("errors", "The passphrase is empty. Type one, or pass it with --passphrase-fd.")


@dataclass(frozen=True, slots=True)
class KeySource:
    """How a headless command gets at the key; never an argument's text.

    Attributes:
        unencrypted: create a new store as a plain file, knowingly.
        passphrase_fd: file descriptor the passphrase is read from, one line.
        ask: asks a person, when there is one at a terminal.
    """

    unencrypted: bool = False
    passphrase_fd: int | None = None
    ask: Callable[[str], str] | None = None

    def passphrase(self, prompt: str) -> str | None:
        """Return the passphrase, None when there is no way to get one.

        Raises:
            PassphraseEmpty: an empty one came.
        """
        if self.passphrase_fd is not None:
            try:
                with os.fdopen(os.dup(self.passphrase_fd), encoding="utf-8") as stream:
                    text = stream.readline().rstrip("\r\n")
            except OSError as error:
                raise StoreUnusable(path=f"--passphrase-fd {self.passphrase_fd}", detail=error.strerror) from error
        elif self.ask is not None and sys.stdin.isatty():
            text = self.ask(prompt)
        else:
            return None
        if not text:
            raise PassphraseEmpty
        return text


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
