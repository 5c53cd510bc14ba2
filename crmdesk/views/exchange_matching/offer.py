"""Tells the person, once a session, that the centre may have some of his customers already, and opens the review."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind
from crmdesk.ui.messages import Severity

if TYPE_CHECKING:
    from crmdesk.services.first_connection import Matching
    from crmdesk.views.context import ViewContext


class MatchingOffer(QObject):
    """Looks when a store turns out to have a centre and after each exchange that brought something. Lives on the GUI thread."""

    def __init__(self, context: "ViewContext", window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._was_told = False
        self._open = QAction(self)
        self._open.triggered.connect(self.open)
        context.ready.connect(self._on_ready)
        context.exchange_turned.connect(self._look)
        context.bus.changed.connect(self._on_changed)

    @Slot()
    def open(self) -> None:
        """Open the review."""
        from crmdesk.views.exchange_matching.review import open_matching

        open_matching(self._context, self._window).done_with.connect(self._on_done)

    @Slot()
    def _on_ready(self) -> None:
        self._was_told = False

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.action == ActionKind.EXCHANGE:
            self._look()

    @Slot()
    def _look(self) -> None:
        if self._context.is_ready and self._context.is_connected and not self._was_told:
            self._context.tasks.read(
                self._context.services.first_connection.waiting, done=self._on_known, latest="first connection"
            )

    @Slot(object)
    def _on_known(self, matching: "Matching | None") -> None:
        if matching is None or self._was_told:
            return
        self._was_told = True
        self._open.setText(self.tr("Compare"))
        count = len(matching.proposals)
        text = self.tr(
            "%n of your records may be at the centre already. Nothing of yours is sent until you have looked.", "", count
        )
        self._context.frame.show_message(text, Severity.WARN, (self._open,))

    @Slot()
    def _on_done(self) -> None:
        if self._context.is_connected:
            self._context.exchange.exchange()
