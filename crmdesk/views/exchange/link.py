"""Which centre the store belongs to and what of it comes here, as the settings show and change it. Who does it is the application's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from crmdesk.core.changes import Changes


@dataclass(frozen=True, slots=True)
class LinkState:
    """The store's centre.

    Attributes:
        setting: address and login as they are kept, without a secret; None without a centre.
        carried: what this laptop carries, one of `offered`. offered: value → English label, translation context `exchange`.
    """

    setting: Mapping[str, Any] | None = None
    carried: str = ""
    offered: Mapping[str, str] = field(default_factory=dict)


class CentreLink(Protocol):
    """Reads from any thread; commands on the writing lane."""

    def now(self) -> LinkState:
        """Return the link."""

    def carry(self, value: str) -> Changes:
        """Choose what this laptop carries; the next exchange fetches or gives back the difference."""

    def leave(self, *, wipe: bool) -> Changes:
        """Part from the centre; the data stays as it is, or all of it goes with its backups."""
