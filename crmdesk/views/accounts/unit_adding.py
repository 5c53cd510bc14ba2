"""Makes a floor or department of an existing site out of a new site that was begun at its address."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.messages import Severity
from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.site_parts import PartSaved


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
        self._site: RecordKey | None = None
        self._name = ""

    def add(self, site: str, values: Mapping[str, object]) -> None:
        """Add a unit to a site, named after what was typed for the new site."""
        self._site = parsed(site)
        if self._site is None:
            return
        typed = " ".join(str(values[field]) for field in ("street", "address_text") if values.get(field))
        self._name = str(values.get("name") or "") or typed
        unit = {"name": self._name[:100], "note": typed or None}
        self._context.tasks.write(
            partial(self._context.services.units.add, self._site.id, unit), done=self._on_added, failed=self._on_refused
        )

    @Slot(object)
    def _on_added(self, saved: "PartSaved") -> None:
        if self._site is not None:
            self._steps.offer(self.tr("{name} was added as a floor or department.").format(name=self._name), saved.changes)
            self.added.emit(str(self._site))

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)
