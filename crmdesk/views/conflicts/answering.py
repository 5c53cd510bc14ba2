"""Carries answers out, wherever they are given: tells every screen, offers to take them back, lets the centre know soon."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.exchange_words import Choice
from crmdesk.ui.messages import Severity
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conflicts import Answered


class Answering(QObject):
    """Lives on the GUI thread; answers are carried out in the order they are given.

    Signals:
        answered: an answer was carried out, every screen was told.
        refused: str, why an answer was not carried out; without a listener it goes to the message bar.
    """

    answered = Signal()
    refused = Signal(str)

    def __init__(self, context: ViewContext, parent: QObject, *, shows_refusals: bool = True) -> None:
        super().__init__(parent)
        self._context = context
        self._shows_refusals = shows_refusals
        self._given: deque[Choice] = deque()

    def give(self, choice: Choice, ids: Sequence[str], value: object = None) -> None:
        """Answer conflicts, or waiting edits, all the same way; `value` is what was typed or asked."""
        if not ids or not self._context.is_ready:
            return
        service = self._context.services.conflicts
        commands = {
            Choice.KEEP: partial(service.keep_theirs, ids),
            Choice.MINE: partial(service.use_mine, ids),
            Choice.OTHER: partial(service.use_other, ids[0], value),
            Choice.ASK: partial(service.ask, ids, str(value or "")),
            Choice.ACCEPT: partial(service.accept, ids),
            Choice.DISMISS: partial(service.dismiss, ids),
        }
        self._given.append(choice)
        work: partial[Any] = commands[choice]
        self._context.tasks.write(work, done=self._on_done, failed=self._on_failed)

    @Slot(object)
    def _on_done(self, answered: "Answered") -> None:
        choice = self._given.popleft()
        self._context.published(answered.changes)
        transaction = answered.changes.transaction
        if transaction is not None:
            self._context.frame.show_undo(self._sentence(choice, answered.count), partial(self._take_back, transaction))
        self.answered.emit()

    def _sentence(self, choice: Choice, count: int) -> str:
        if choice is Choice.ASK:
            return self.tr("Asked; the question goes with the next exchange.")
        if choice is Choice.ACCEPT:
            return self.tr("%n edits let in.", "", count)
        if choice is Choice.DISMISS:
            return self.tr("%n edits left out.", "", count)
        return self.tr("%n conflicts settled.", "", count)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._given.popleft()
        text = refusal_text(error)
        if self._shows_refusals:
            self._context.frame.show_message(text, Severity.BAD)
        self.refused.emit(text)

    def _take_back(self, transaction: str) -> None:
        self._context.tasks.write(self._context.services.conflicts.take_back, transaction, done=self._on_taken_back)

    @Slot(object)
    def _on_taken_back(self, changes: Changes) -> None:
        self._context.published(changes)
        self.answered.emit()
