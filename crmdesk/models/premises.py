"""The premises key of a site's fields: two addresses of one company with one key are the same place (`facts.md` §1.5).

`crmdesk.models.addresses` reads the address; storage, imports and forms ask for the key here.
"""

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from crmdesk.models.addresses import ParsedAddress

PREMISES_FIELDS: Final = ("province", "city", "district", "street", "address_text")
"""Columns of a site that the key follows from, in the order `premises_key` takes them."""

PREMISES_VERSION: Final = 2
"""Rises when the same fields get another key; keys stored under an older one are to be derived again."""


def premises_key(
    province: str | None, city: str | None, district: str | None, street: str | None, text: str | None
) -> str | None:
    """Return the key of an address, None when neither a street nor a whole address is known, or nothing below the district.

    The street counts where there is one; the whole address stands in for it.
    """
    line = (street or "").strip() or (text or "").strip()
    if not line:
        return None
    read, key_of = _reader()
    return key_of(read(line, province=province, city=city, district=district))


class KeyAndRoom(NamedTuple):
    """The premises key of an address, and what it says of the place inside them: floor and room as written."""

    key: str | None
    floor: str | None
    room: str | None


def key_and_room(
    province: str | None, city: str | None, district: str | None, street: str | None, text: str | None
) -> KeyAndRoom:
    """Return `premises_key`, floor and room of an address, which is read once for all three."""
    line = (street or "").strip() or (text or "").strip()
    if not line:
        return KeyAndRoom(None, None, None)
    read, key_of = _reader()
    parsed = read(line, province=province, city=city, district=district)
    floor, room = parsed.floor, parsed.room
    return KeyAndRoom(key_of(parsed), None if floor is None else floor.text, None if room is None else room.text)


def premises_key_of_values(values: Mapping[str, object]) -> str | None:
    """Return the key of an address given by column, as typed or stored; columns that are no part of it do not count."""
    get = values.get
    return premises_key(*[None if (value := get(field)) is None else str(value) for field in PREMISES_FIELDS])


@functools.cache
def _reader() -> tuple[Callable[..., "ParsedAddress"], Callable[["ParsedAddress"], str | None]]:
    """Load what reads addresses and what makes their keys, when the first is read."""
    from crmdesk.models.addresses import parse_address, premises_key_of

    return parse_address, premises_key_of


def rests_on_number(key: str) -> bool:
    """Whether a key names a road and a number in it; any other rests on names alone and is a weaker sign of one building."""
    return not key.startswith("~")


def keys_at_one_place(key: str) -> tuple[str, ...]:
    """Return the keys that a site at these premises may have: the same, and the same without the town it leaves out.

    What has no town itself has no more than its own; `compare_premises` and `group_premises` decide about such pairs.
    """
    core, _, town = key.rpartition("@")
    return (key, core) if core and town else (key,)


def range_of_towns(key: str) -> tuple[str, str] | None:
    """Return the bounds (from, below) of the keys that name a town where this one leaves it out; None for one that names it."""
    core, _, town = key.rpartition("@")
    return None if core and town else (f"{key}@", f"{key}A")
