"""The settings' way to the exchange's own functions: the centre of an open store, what is carried, leaving it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.views.exchange.link import ChosenCompany, LinkState

if TYPE_CHECKING:
    from pathlib import Path

    from crmdesk.storage.store import Store
    from crmdesk.sync.central.settings import CentreSettings
    from crmdesk.sync.subscription import CarriedCompany

_CENTRE: Final = "centre"
_ID: Final = re.compile("[0-9a-f]{32}")


class StoreLink:
    """Implements `views.exchange.link.CentreLink`; `backups` lists the files that go when everything is to go."""

    def __init__(self, store: "Store", backups: "Callable[[], Iterable[Path]]") -> None:
        self._store = store
        self._backups = backups

    def now(self) -> LinkState:
        """See `CentreLink`."""
        from crmdesk.sync.memory import HISTORY_LABELS, history_kept
        from crmdesk.sync.subscription import CARRIED_LABELS, carried, companies_described

        with self._store.read() as connection:
            choice, under, history = carried(connection), companies_described(connection), history_kept(connection)
        settings = self._settings()
        state = LinkState(
            carried=choice.value,
            offered={value.value: label for value, label in CARRIED_LABELS.items()},
            under=tuple(map(_shown, under)),
            history=history.value,
            histories={value.value: label for value, label in HISTORY_LABELS.items()},
        )
        if settings is None:
            return state
        title = f"{', '.join(map(str, settings.hosts))}/{settings.database}"
        return replace(state, address=settings.to_url(), title=title, user=settings.user)

    def _settings(self) -> "CentreSettings | None":
        """Return the centre; what cannot be read counts as none, so that it can be typed anew."""
        from crmdesk.sync.central.errors import CentreAddressWrong
        from crmdesk.sync.central.settings import CentreSettings

        with self._store.read() as connection:
            kept = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
        try:
            return CentreSettings.from_json(str(kept)) if kept else None
        except CentreAddressWrong:
            return None

    def carry(self, value: str) -> Changes:
        """See `CentreLink`."""
        from crmdesk.sync.subscription import Carried, carry

        carry(self._store, Carried(value))
        return Changes(action=ActionKind.EXCHANGE.value, touched={_CENTRE: None})

    def carry_under(self, companies: tuple[str, ...]) -> Changes:
        """See `CentreLink`."""
        from crmdesk.sync.subscription import Carried, carry

        carry(self._store, Carried.MINE, companies)
        return Changes(action=ActionKind.EXCHANGE.value, touched={_CENTRE: None})

    def keep_history(self, value: str) -> Changes:
        """See `CentreLink`."""
        from crmdesk.sync.memory import History, keep_history

        keep_history(self._store, History(value))
        return Changes(action=ActionKind.EXCHANGE.value, touched={_CENTRE: None})

    def leave(self, *, wipe: bool) -> Changes:
        """See `CentreLink`."""
        from crmdesk.services.store_setup import set_up
        from crmdesk.sync.central.credentials import forget_secret
        from crmdesk.sync.connecting import leave

        settings = self._settings()
        leave(self._store, wipe=wipe)
        if settings is not None:
            forget_secret(settings)
        if wipe:
            set_up(self._store)
            self.remove_backups()
        touched = dict.fromkeys((_CENTRE, "sync_news", "conflict", "parked_edit", *(kind.value for kind in RecordKind)))
        return Changes(action=ActionKind.EXCHANGE.value, touched=touched)

    def remove_backups(self) -> None:
        """See `CentreLink`."""
        for backup in self._backups():
            backup.unlink(missing_ok=True)


def _shown(one: "CarriedCompany") -> ChosenCompany:
    here = one.company
    if here is None:  # an id says nothing to anybody
        code = "" if _ID.fullmatch(one.value) else one.value
        return ChosenCompany(one.value, code, is_unknown=one.is_unknown)
    return ChosenCompany(one.value, here.code, here.name, here.path, here.sites, is_here=True)
