"""The settings' way to the exchange's own functions: the centre of an open store, what is carried, leaving it."""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.views.exchange.link import LinkState

if TYPE_CHECKING:
    from pathlib import Path

    from crmdesk.storage.store import Store

_CENTRE: Final = "centre"


class StoreLink:
    """Implements `views.exchange.link.CentreLink`; `backups` lists the files that go when everything is to go."""

    def __init__(self, store: "Store", backups: "Callable[[], Iterable[Path]]") -> None:
        self._store = store
        self._backups = backups

    def now(self) -> LinkState:
        """See `CentreLink`."""
        from crmdesk.sync.subscription import CARRIED_LABELS, carried

        with self._store.read() as connection:
            kept = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
            choice = carried(connection)
        return LinkState(
            json.loads(str(kept)) if kept else None,
            choice.value,
            {value.value: label for value, label in CARRIED_LABELS.items()},
        )

    def carry(self, value: str) -> Changes:
        """See `CentreLink`."""
        from crmdesk.sync.subscription import Carried, carry

        carry(self._store, Carried(value))
        return Changes(action=ActionKind.EXCHANGE.value, touched={_CENTRE: None})

    def leave(self, *, wipe: bool) -> Changes:
        """See `CentreLink`."""
        from crmdesk.services.store_setup import set_up
        from crmdesk.sync.central.credentials import forget_secret
        from crmdesk.sync.central.settings import CentreSettings
        from crmdesk.sync.connecting import leave

        with self._store.read() as connection:
            kept = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
        leave(self._store, wipe=wipe)
        if kept:
            forget_secret(CentreSettings.from_json(str(kept)))
        if wipe:
            set_up(self._store)
            for backup in self._backups():
                backup.unlink(missing_ok=True)
        touched = dict.fromkeys((_CENTRE, "sync_news", "conflict", "parked_edit", *(kind.value for kind in RecordKind)))
        return Changes(action=ActionKind.EXCHANGE.value, touched=touched)
