"""Watches the address that is typed for a site: says at once which site of the company stands there, and takes what the user decides."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.services.record_key import RecordKey
from crmdesk.views.accounts.premises_bar import PremisesBar
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.core.changes import Changes
    from crmdesk.services.site_premises import SiteHere

PREMISES_PARTS: Final = frozenset({"province", "city", "district", "street", "address_text"})
"""Fields of a site that say where it stands."""


class PremisesWatch(QObject):
    """Belongs to the form of a site.

    Attributes:
        bar: what the user sees of it.

    Signals:
        decided: another building was said; the form checks itself again.
    """

    decided = Signal()

    def __init__(self, context: ViewContext, bar: PremisesBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.bar = bar
        self._key: RecordKey | None = None
        self._is_typed = True
        self._here: tuple[SiteHere, ...] = ()
        self._others: set[str] = set()
        bar.other_building_asked.connect(self._on_other_building)

    @property
    def other_buildings(self) -> frozenset[str]:
        """Ids of the sites that what is typed is said to be another building than; stored with the record."""
        return frozenset(self._others)

    def begin(self) -> None:
        """Turn to another record, or begin one again."""
        self._others.clear()
        self._show(())

    def check(self, values: Mapping[str, object], key: RecordKey | None, *, is_typed: bool) -> None:
        """Ask which sites stand at the address in `values`; `is_typed`: it is not stored yet."""
        self._key, self._is_typed = key, is_typed
        work = partial(self._context.services.accounts.sites_here, values, key, self.other_buildings)
        self._context.tasks.read(work, done=self._on_answered, latest="premises")

    def stop(self) -> None:
        """Watch nothing: a company is shown."""
        self._show(())

    def _show(self, here: "tuple[SiteHere, ...]") -> None:
        self._here = here
        self.bar.show_sites(here)

    @Slot(object)
    def _on_answered(self, here: "tuple[SiteHere, ...]") -> None:
        self._show(here)

    @Slot()
    def _on_other_building(self) -> None:
        ids = frozenset(site.key.id for site in self._here)
        if self._key is not None and not self._is_typed:
            work = partial(self._context.services.accounts.call_another_building, self._key, ids)
            self._context.tasks.write(work, done=self._on_stored)
        else:
            self._others |= ids
            self._show(())
            self.decided.emit()

    @Slot(object)
    def _on_stored(self, changes: "Changes") -> None:
        self._show(())
        self._context.published(changes)
        self.decided.emit()
