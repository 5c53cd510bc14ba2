"""Which site stands where: by premises key, also for an address that leaves its town out."""

from collections import defaultdict
from typing import Final, Generic, TypeVar

T = TypeVar("T")
_AT: Final = "@"
"""Stands in a key between road and number, and the town (docs/addresses.md)."""


class PremisesIndex(Generic[T]):
    """Sites of one company by their keys; the first at a key stays."""

    def __init__(self) -> None:
        self._by_core: dict[str, dict[str, T]] = defaultdict(dict)

    def add(self, key: str, site: T) -> None:
        """Note a site."""
        core, _, town = key.partition(_AT)
        self._by_core[core].setdefault(town, site)

    def find(self, key: str) -> T | None:
        """Return the site at these premises; where one of two addresses names no town, the only one with road and number."""
        core, _, town = key.partition(_AT)
        here = self._by_core.get(core, {})
        if town in here:
            return here[town]
        fitting = list(here.values()) if not town else [site for other, site in here.items() if not other]
        return fitting[0] if len(fitting) == 1 else None
