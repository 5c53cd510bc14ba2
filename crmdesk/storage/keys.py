"""Keys of an encrypted store: random in the operating system's keyring, or stretched from a passphrase; never on disk.

The keyring entry is named after the file's salt – its first 16 bytes, shared by its backups – so nothing beside the
file is needed to find its key. Stretching is SQLCipher 4's own (PBKDF2-HMAC-SHA512, 256,000 rounds), so that any
SQLCipher tool opens the file with the passphrase (docs/adr/0003).
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from crmdesk.storage.errors import KeyMissing, NoKeyring

KEYRING_SERVICE: Final = "crmdesk"
SALT_BYTES: Final = 16
KDF_ROUNDS: Final = 256_000
_PLAIN_HEADER: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The 32-byte key and 16-byte salt of one encrypted file; `repr` shows neither."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def pragma(self) -> str:
        """Return the SQLCipher literal that opens the file without stretching again."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def is_plain(path: Path) -> bool:
    """Return whether an existing file is an unencrypted SQLite file (an empty file counts as plain).

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        head = stream.read(SALT_BYTES)
    return head == _PLAIN_HEADER or not head


def file_salt(path: Path) -> bytes:
    """Return the salt of an existing encrypted file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return stream.read(SALT_BYTES)


def stretch(passphrase: str, salt: bytes) -> StoreKey:
    """Return the key that SQLCipher 4 derives from `passphrase`; takes some 0.1 s on purpose."""
    raw = hashlib.pbkdf2_hmac("sha512", passphrase.encode("utf-8"), salt, KDF_ROUNDS, 32)
    return StoreKey(raw, salt)


def new_passphrase_key(passphrase: str) -> StoreKey:
    """Return a key for a file that does not exist yet."""
    return stretch(passphrase, secrets.token_bytes(SALT_BYTES))


def passphrase_key(path: Path, passphrase: str) -> StoreKey:
    """Return the key of an existing file; whether it fits shows when the file is opened."""
    return stretch(passphrase, file_salt(path))


def keyring_available() -> bool:
    """Return whether the operating system offers a keyring that keeps secrets."""
    import keyring
    from keyring.backends import fail, null

    backend = keyring.get_keyring()
    return not isinstance(backend, fail.Keyring | null.Keyring) and float(backend.priority) >= 1


def new_keyring_key() -> StoreKey:
    """Make a random key for a new file and keep it in the keyring.

    Raises:
        NoKeyring: there is none, or it refuses.
    """
    import keyring
    from keyring.errors import KeyringError

    if not keyring_available():
        raise NoKeyring
    key = StoreKey(secrets.token_bytes(32), secrets.token_bytes(SALT_BYTES))
    try:
        keyring.set_password(KEYRING_SERVICE, key.salt.hex(), key.raw.hex())
    except KeyringError as error:
        raise NoKeyring from error
    return key


def keyring_key(path: Path) -> StoreKey:
    """Return the key of an existing encrypted file from the keyring.

    Raises:
        KeyMissing: the keyring has none for this file, or there is no keyring.
    """
    import keyring
    from keyring.errors import KeyringError

    salt = file_salt(path)
    try:
        found = keyring.get_password(KEYRING_SERVICE, salt.hex())
    except KeyringError:
        found = None
    if found is None:
        raise KeyMissing(path=path)
    return StoreKey(bytes.fromhex(found), salt)
