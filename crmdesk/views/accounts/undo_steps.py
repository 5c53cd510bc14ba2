"""Taking back and doing again, and saying so: the keys of the accounts page and the bar after each action."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from crmdesk.core.changes import Changes
from crmdesk.ui.messages import Severity
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label

if TYPE_CHECKING:
    from crmdesk.services.undo import UndoResult


class UndoSteps(QObject):
    """Runs undo and redo on the writing lane and tells every screen what they touched."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def offer(self, sentence: str, changes: Changes) -> None:
        """Tell every screen what an action touched, say it in one sentence and offer to take it back."""
        self._context.published(changes)
        if changes.transaction is not None:
            self._context.frame.show_undo(sentence, partial(self.take_back, changes.transaction))

    def take_back(self, transaction: str) -> None:
        """Take back one action, whatever was done after it."""
        work = partial(self._context.services.undo.undo_transaction, transaction)
        self._context.tasks.write(work, done=self._on_undone)

    @Slot()
    def undo_last(self) -> None:
        """Take back what was done last."""
        if self._context.is_ready:
            self._context.tasks.write(self._context.services.undo.undo_last, done=self._on_undone)

    @Slot()
    def redo_last(self) -> None:
        """Do again what was taken back last."""
        if self._context.is_ready:
            self._context.tasks.write(self._context.services.undo.redo_last, done=self._on_redone)

    @Slot(object)
    def _on_undone(self, result: "UndoResult") -> None:
        self._tell(result, self.tr("Taken back: {label}"))

    @Slot(object)
    def _on_redone(self, result: "UndoResult") -> None:
        self._tell(result, self.tr("Done again: {label}"))

    def _tell(self, result: "UndoResult", template: str) -> None:
        self._context.published(result.changes)
        label = ", ".join(field_label(part) for part in result.label.split(", "))
        text = template.format(label=label)
        if result.skipped_total:
            kept = self.tr("{count} values were changed since and stay as they are.").format(count=f"{result.skipped_total:,}")
            self._context.frame.show_message(self.tr("{first}. {second}").format(first=text, second=kept), Severity.WARN)
        else:
            self._context.frame.show_message(text, Severity.OK)
