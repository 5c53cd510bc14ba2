"""Which centre the store belongs to and what of it comes here, as the settings show and change it. Who does it is the application's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from crmdesk.core.changes import Changes


@dataclass(frozen=True, slots=True)
class ChosenCompany:
    """A company that comes with everything under it.

    Attributes:
        value: what it is chosen by: its id, or the code of one that never was here.
        code: customer code. name, path (names above it, from the top), sites (living ones below): empty where it is not here.
        is_here: whether it is on this laptop. is_unknown: it was looked for, and this person can see none with this code at the centre.
    """

    value: str
    code: str = ""
    name: str = ""
    path: tuple[str, ...] = ()
    sites: int = 0
    is_here: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class LinkState:
    """The store's centre.

    Attributes:
        address: as a URL without a secret; empty without a centre. title: as people call it. user: login name.
        carried: what this laptop carries, one of `offered`. offered: value → English label, translation context `exchange`.
        under: companies that come with everything under them where only one's own accounts do.
        history: how much history stays on this laptop, one of `histories`, labelled likewise.
    """

    address: str = ""
    title: str = ""
    user: str = ""
    carried: str = ""
    offered: Mapping[str, str] = field(default_factory=dict)
    history: str = ""
    histories: Mapping[str, str] = field(default_factory=dict)
    under: tuple[ChosenCompany, ...] = ()

    @property
    def is_connected(self) -> bool:
        """Whether there is a centre."""
        return bool(self.address)


class CentreLink(Protocol):
    """Reads from any thread; commands on the writing lane."""

    def now(self) -> LinkState:
        """Return the link."""

    def carry(self, value: str) -> Changes:
        """Choose what this laptop carries; the next exchange fetches or gives back the difference."""

    def carry_under(self, companies: tuple[str, ...]) -> Changes:
        """Choose the companies that come with everything under them, by id or customer code, here or not; likewise."""

    def keep_history(self, value: str) -> Changes:
        """Choose how much history stays on this laptop; the next exchange forgets what is older."""

    def leave(self, *, wipe: bool) -> Changes:
        """Part from the centre; the data stays as it is, or all of it goes with its backups."""

    def remove_backups(self) -> None:
        """Let the backups of this store go: its records went because the login has ended."""
