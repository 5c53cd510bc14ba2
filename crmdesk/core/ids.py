"""Ids of records: UUIDv7 made on this machine, written as 32 lower-case hex digits (`sync.md` §2.4)."""

import uuid
from typing import Final

from uuid_utils import uuid7

_SHIPPED: Final = uuid.UUID("6f1d5d7e-4f0e-5c0b-9d53-0c3a1b7f2a10")


def new_id() -> str:
    """Return a fresh, time-ordered id (RFC 9562 UUIDv7) as 32 hex digits."""
    return uuid7().hex


def shipped_id(*path: str) -> str:
    """Return the id of a record that ships with the program (a taxonomy term, say), the same on every machine."""
    return uuid.uuid5(_SHIPPED, "/".join(path)).hex
