"""The list of groups, worked through with the keyboard."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from crmdesk.ui.table.paged_table import PagedTable

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class GroupList(PagedTable):
    """A paged table whose letters are commands: M merges, N parts, Left and Right walk the records of the group.

    Signals:
        merge_asked, parting_asked: for the current group.
        member_step_asked: int, -1 or 1.
    """

    merge_asked = Signal()
    parting_asked = Signal()
    member_step_asked = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() == Qt.Key.Key_M:
            self.merge_asked.emit()
        elif plain and event.key() == Qt.Key.Key_N:
            self.parting_asked.emit()
        elif plain and event.key() in _STEPS:
            self.member_step_asked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
