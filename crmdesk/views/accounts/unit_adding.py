"""Makes a floor or department of an existing site out of a new site that was begun at its address."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.ui.messages import Severity
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.site_parts import PartSaved
    from crmdesk.services.site_premises import SiteHere


class UnitAdding(QObject):
    """One at a time.

    Signals:
        added: `str` key of the site that has a new unit.
    """

    added = Signal(str)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = UndoSteps(context, self)
        self._site = ""
        self._name = ""

    def add(self, here: "SiteHere", name: str) -> None:
        """Add a unit to a site, named as typed for the new site, or by the floor and room behind its number."""
        self._site = str(here.key)
        self._name = name or " ".join(filter(None, (here.floor, here.room))) or self.tr("New department")
        unit = {"name": self._name[:100], "floor": here.floor[:40] or None, "room": here.room[:40] or None}
        work = partial(self._context.services.units.add, here.key.id, unit)
        self._context.tasks.write(work, done=self._on_added, failed=self._on_refused)

    @Slot(object)
    def _on_added(self, saved: "PartSaved") -> None:
        self._steps.offer(self.tr("{name} was added as a floor or department.").format(name=self._name), saved.changes)
        self.added.emit(self._site)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)
