"""The key of every store measured: SQLCipher reads and writes it like any other, and no passphrase is stretched."""

from typing import Final

RAW: Final = bytes(range(32))
SALT: Final = bytes(range(16))
