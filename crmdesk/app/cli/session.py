"""What every command starts with: which store, which key, JSON or table."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crmdesk.app import paths
from crmdesk.app.open_store import KeySource, open_existing, open_or_create
from crmdesk.core.settings import load_settings
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store


@dataclass(slots=True)
class Session:
    """The global options of one run of `crmdesk`."""

    store_path: Path | None = None
    key_source: KeySource = field(default_factory=lambda: KeySource(ask=getpass.getpass))
    language: str = "en"

    @property
    def path(self) -> Path:
        """The store's file: as named, as remembered by the window, or the default."""
        if self.store_path is not None:
            return self.store_path
        remembered = load_settings(paths.settings_file()).store
        return Path(remembered) if remembered else paths.default_store()

    @contextmanager
    def services(self, *, create: bool = False) -> Iterator[Services]:
        """Open the store (creating it when `create`) and give its services.

        Raises:
            CrmError: the store cannot be opened; its message is what the user sees.
        """
        with self.store(create=create) as store:
            yield Services.over(store)

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """Open the store itself."""
        opened = (open_or_create if create else open_existing)(self.path, self.key_source)
        with opened:
            yield opened
