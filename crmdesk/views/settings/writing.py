"""Commands of the settings: carried out, told to everybody, and offered to be taken back."""

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.views.context import ViewContext


class Writing(QObject):
    """One for each section.

    Signals:
        written: what the command returned, `Changes` or (id, `Changes`).
        refused: the command failed; what is shown should be read again.
    """

    written = Signal(object)
    refused = Signal()

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sentences: deque[str] = deque()
        self._transaction = ""

    def run(self, sentence: str, command: Callable[..., Any], *args: Any) -> None:
        """Carry out a command; `sentence` says afterwards what happened."""
        self._sentences.append(sentence)
        self._context.tasks.write(command, *args, done=self._on_done, failed=self._on_failed)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        sentence = self._sentences.popleft()
        changes = result[1] if isinstance(result, tuple) else result
        if isinstance(changes, Changes):
            self._context.published(changes)
            if changes.transaction is not None:
                self._transaction = changes.transaction
                self._context.frame.show_undo(sentence, self._undo)
        self.written.emit(result)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._sentences.popleft()
        self._context.frame.show_message(translate_error(error), Severity.BAD)
        self.refused.emit()

    def _undo(self) -> None:
        undo = self._context.services.undo.undo_transaction
        self._context.tasks.write(undo, self._transaction, done=self._on_undone)

    @Slot(object)
    def _on_undone(self, result: Any) -> None:
        self._context.published(result.changes)
