"""What can be done with the centre from the search box: exchange, conflicts, news, what waits, what one holds."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.commands import Command, make_command
from crmdesk.views.context import ViewContext

_T: Final = QT_TRANSLATE_NOOP


class CentreCommands(QObject):
    """Offered while the store has a centre."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        exchange = make_command(
            self, _T("commands", "E&xchange with the centre"), "refresh-cw", "exchange centre send fetch synchronise"
        )
        exchange.action.triggered.connect(self._on_exchange)
        conflicts = make_command(self, _T("commands", "Settle &conflicts"), "scale", "conflicts settle waiting edits")
        conflicts.action.triggered.connect(self._on_conflicts)
        parts = (
            ("news", make_command(self, _T("commands", "&What others changed"), "bell", "news others changed exchange")),
            ("outbox", make_command(self, _T("commands", "What waits to be &sent"), "upload", "outbox waiting sent exchange")),
            ("held", make_command(self, _T("commands", "What I &hold"), "handshake", "held claims take with me")),
        )
        for part, command in parts:
            command.action.setData(part)
            command.action.triggered.connect(self._on_part)
        self.commands: tuple[Command, ...] = (exchange, conflicts, *(command for _, command in parts))
        context.exchange_turned.connect(self._on_turned)
        context.ready.connect(self._on_turned)
        self._on_turned()

    @Slot()
    def _on_turned(self) -> None:
        for command in self.commands:
            command.action.setEnabled(self._context.is_connected)

    @Slot()
    def _on_exchange(self) -> None:
        self._context.exchange.exchange()

    @Slot()
    def _on_conflicts(self) -> None:
        self._context.questions_asked.emit("")

    @Slot()
    def _on_part(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._context.exchange_page_asked.emit(action.data())
