"""Keys of a file's addresses and names, worked out by the second process while the importing one plans and writes."""

from collections.abc import Mapping, Sequence
from typing import Final

from crmdesk.exchange.importing.second_process import SecondProcess, Work
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import PREMISES_FIELDS, premises_key
from crmdesk.services.record_values import Value

WORTH_A_PROCESS: Final = 3_000
"""Rows from which on starting it pays."""

Address = tuple[str | None, ...]
"""The values of `PREMISES_FIELDS`."""


def address_of(values: Mapping[str, Value]) -> Address:
    """Return what the keys of a site's address follow from."""
    return tuple([None if (value := values.get(field)) is None else str(value) for field in PREMISES_FIELDS])


class SiteKeys:
    """Answers what keys an address and a name have; at once for those that were asked for ahead."""

    def __init__(self) -> None:
        self._addresses: dict[Address, tuple[str | None, str]] = {}
        self._names: dict[str, tuple[str, str]] = {}

    def premises(self, values: Mapping[str, Value]) -> str | None:
        """Return the premises key of a site's values."""
        address = address_of(values)
        known = self._addresses.get(address)
        return premises_key(*address) if known is None else known[0]

    def address(self, values: Mapping[str, Value]) -> str:
        """Return the match key of a site's whole address."""
        address = address_of(values)
        known = self._addresses.get(address)
        return match_key("".join(filter(None, address))) if known is None else known[1]

    def name(self, name: str) -> str:
        """Return the match key of a name."""
        known = self._names.get(name)
        return match_key(name) if known is None else known[0]

    def sort(self, name: str) -> str:
        """Return the sort key of a name."""
        known = self._names.get(name)
        return sort_key(name) if known is None else known[1]

    def replace(self, addresses: Mapping[Address, tuple[str | None, str]], names: Mapping[str, tuple[str, str]]) -> None:
        """Know these, and nothing else: memory must not grow with the file. Premises and match key; match and sort key."""
        self._addresses, self._names = dict(addresses), dict(names)


class KeysAhead:
    """Sites told to the second process batch by batch, and their keys in the same order."""

    def __init__(self, process: SecondProcess) -> None:
        self._process = process
        self._asked: list[tuple[Sequence[Address], Sequence[str]]] = []

    def ask(self, sites: Sequence[Mapping[str, Value]]) -> None:
        """Have the keys of these worked out."""
        addresses = [address_of(site) for site in sites]
        names = [str(name) for site in sites if (name := site.get("name"))]
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
