"""Keys of a file's addresses and names, worked out by the second process while the importing one plans and writes."""

import functools
from collections.abc import Mapping, Sequence
from typing import Final, cast

from crmdesk.exchange.importing.second_process import SecondProcess, Work
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import PREMISES_FIELDS, key_and_room
from crmdesk.services.record_values import Value

WORTH_A_PROCESS: Final = 3_000
"""Rows from which on starting it pays."""

Address = tuple[str | None, ...]
"""The values of `PREMISES_FIELDS`."""
AddressKeys = tuple[str | None, str, str | None, str | None]
"""Premises key, match key, floor and room."""


_read: Final = functools.lru_cache(maxsize=8)(key_and_room)
"""A row's key and its room are asked for one after the other."""


def address_of(values: Mapping[str, Value]) -> Address:
    """Return what the keys of a site's address follow from: of a row's values, which are texts there."""
    return cast("Address", tuple(map(values.get, PREMISES_FIELDS)))


class SiteKeys:
    """Answers what keys an address and a name have; at once for those that were asked for ahead."""

    def __init__(self) -> None:
        self._addresses: dict[Address, AddressKeys] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def premises(self, address: Address) -> str | None:
        """Return the premises key of an address."""
        known = self._addresses.get(address)
        return _read(*address).key if known is None else known[0]

    def match(self, address: Address) -> str:
        """Return the match key of a whole address."""
        known = self._addresses.get(address)
        return match_key("".join(filter(None, address))) if known is None else known[1]

    def inside(self, address: Address) -> tuple[str | None, str | None]:
        """Return floor and room as an address has them."""
        known = self._addresses.get(address)
        return _read(*address)[1:] if known is None else known[2:]

    def name(self, name: str) -> str:
        """Return the match key of a name."""
        known = self._names.get(name)
        return match_key(name) if known is None else known[0]

    def sort(self, name: str) -> str:
        """Return the sort key of a name."""
        known = self._names.get(name)
        return sort_key(name) if known is None else known[1]

    def replace(self, addresses: Mapping[Address, AddressKeys], names: Mapping[str, tuple[str, str]]) -> None:
        """Know these, and nothing else: memory must not grow with the file. Of a name its match and sort key."""
        self._addresses, self._names = dict(addresses), dict(names)


class KeysAhead:
    """Sites told to the second process batch by batch, and their keys in the same order."""

    def __init__(self, process: SecondProcess) -> None:
        self._process = process
        self._asked: list[tuple[Sequence[Address], Sequence[str]]] = []

    def ask(self, sites: Sequence[Mapping[str, Value]]) -> None:
        """Have the keys of these worked out."""
        self._ask([address_of(site) for site in sites], [str(name) for site in sites if (name := site.get("name"))])

    def ask_names(self, names: Sequence[str]) -> None:
        """Have the keys of these names worked out."""
        self._ask([], names)

    def _ask(self, addresses: Sequence[Address], names: Sequence[str]) -> None:
        items = [*addresses, *((name,) for name in names)]
        if self._process.ask(Work.SITE_KEYS, items):
            self._asked.append((addresses, names))

    def take(self, keys: SiteKeys) -> None:
        """Let `keys` know the batch that was asked for first."""
        if not self._asked:
            return
        addresses, names = self._asked.pop(0)
        answer = self._process.take(Work.SITE_KEYS, len(addresses) + len(names))
        if answer is None:
            self._asked.clear()
            return
        pairs = list(map(tuple, answer))
        keys.replace(
            dict(zip(addresses, pairs[: len(addresses)], strict=True)), dict(zip(names, pairs[len(addresses) :], strict=True))
        )
