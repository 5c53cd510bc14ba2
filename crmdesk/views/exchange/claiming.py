"""Asks for records and gives them up, wherever a screen offers it: tells everybody, and the centre soon."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from crmdesk.core.changes import Changes
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.messages import Severity
from crmdesk.views.context import ViewContext


class Claiming(QObject):
    """Lives on the GUI thread."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def ask(self, key: RecordKey, days: int | None = None) -> None:
        """Ask for a record, for the usual time or for some days."""
        self._context.tasks.write(partial(self._context.services.claims.ask, key, days), done=self._on_asked)

    def release(self, key: RecordKey) -> None:
        """Give a record up."""
        self._context.tasks.write(self._context.services.claims.release, key, done=self._on_released)

    @Slot(object)
    def _on_asked(self, changes: Changes) -> None:
        self._context.published(changes)
        self._context.exchange.exchange_soon()
        text = self.tr("Asked for. It is yours once the centre says so; whoever asked there first holds it.")
        self._context.frame.show_message(text, Severity.INFO)

    @Slot(object)
    def _on_released(self, changes: Changes) -> None:
        self._context.published(changes)
        self._context.exchange.exchange_soon()
        self._context.frame.show_message(self.tr("Given up. Others may chase it again after the next exchange."), Severity.INFO)
