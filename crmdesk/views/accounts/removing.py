"""Deleting records of the tree, one or many, and offering to take it back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.core.listing import Sort
from crmdesk.ui.messages import Severity
from crmdesk.ui.tree.tree_table import TreeSelection
from crmdesk.views.accounts.selected_keys import selected_keys
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.deletions import Deleted


class Removing(QObject):
    """Deletes at once, with everything below; Ctrl+Z brings it back.

    Signals:
        removed: (`Deleted`) it is done, before anything is published.
    """

    removed = Signal(object)

    def __init__(self, context: ViewContext, steps: UndoSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = steps

    def remove(self, selection: TreeSelection, order: Sort) -> None:
        """Delete what is selected."""
        work = partial(_delete, self._context.services, selection, order)
        self._context.tasks.write(work, done=self._on_deleted, failed=self._on_refused)

    @Slot(object)
    def _on_deleted(self, deleted: "Deleted") -> None:
        self.removed.emit(deleted)
        self._steps.offer(self._sentence(deleted), deleted.changes)

    def _sentence(self, deleted: "Deleted") -> str:
        if len(deleted.names) > 1:
            return self.tr("%n companies and sites were deleted.", "", deleted.companies + deleted.sites)
        name = deleted.names[0]
        if deleted.companies and deleted.sites:
            return self.tr("{name} was deleted with its %n sites.", "", deleted.sites).format(name=name)
        return self.tr("{name} was deleted.").format(name=name)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)


def _delete(services: "Services", selection: TreeSelection, order: Sort) -> "Deleted":
    return services.deletions.delete(selected_keys(services.tree, selection, order))
