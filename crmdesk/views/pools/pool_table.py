"""The table of a pool: Enter takes, Space or a double click only looks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from crmdesk.ui.table.paged_table import PagedTable


class PoolTable(PagedTable):
    """As `PagedTable`, but a double click does no more than show the record: taking is never an accident of the mouse.

    Signals:
        look_asked: the record with the keyboard is to be opened.
    """

    look_asked = Signal()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.rowAt(int(event.position().y())) >= 0:
            self.look_asked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.look_asked.emit()
        else:
            super().keyPressEvent(event)
