"""The bar after each action of the accounts page: what happened, and one click to take it back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from crmdesk.core.changes import Changes
from crmdesk.ui.messages import Severity
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.undo import UndoResult


class UndoSteps(QObject):
    """Says what happened; takes it back on the writing lane and tells every screen what that touched."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @staticmethod
    def of(context: ViewContext) -> "UndoSteps":
        """Return those of the window, for dialogs: they are gone before the bar is."""
        return context.findChild(UndoSteps) or UndoSteps(context, context)

    def offer(self, sentence: str, changes: Changes) -> None:
        """Tell every screen what an action touched, say it in one sentence and offer to take it back."""
        self._context.published(changes)
        if changes.transaction is not None:
            self._context.frame.show_undo(sentence, partial(self.take_back, changes.transaction))

    def take_back(self, transaction: str) -> None:
        """Take back one action, whatever was done after it."""
        work = partial(self._context.services.undo.undo_transaction, transaction)
        self._context.tasks.write(work, done=self._on_undone)

    @Slot(object)
    def _on_undone(self, result: "UndoResult") -> None:
        self._context.published(result.changes)
        from crmdesk.views.undo_words import result_text

        severity = Severity.WARN if result.skipped_total else Severity.OK
        self._context.frame.show_message(result_text(result, is_redo=False), severity)
