"""What looks after the open store: backups, checks, kept mappings. The settings page shows it; the application puts it together."""

from dataclasses import dataclass
from pathlib import Path

from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.services.backups import BackupService
from crmdesk.services.store_check import StoreCheck


@dataclass(frozen=True, slots=True)
class StoreCare:
    """Handed to `ViewContext.open_with`.

    Attributes:
        path: the store's file. protection: `keyring`, `passphrase` or `none`.
        is_demo: it is the demo's.
    """

    path: Path
    protection: str
    backups: BackupService
    check: StoreCheck
    mappings: MappingStore
    is_demo: bool = False
