"""What can be done with a node of a group's picture: the context menu."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.ui.icons import icon
from crmdesk.ui.key_names import key_text


class NodeMenu(QMenu):
    """Shown for one node, deletes itself.

    Signals:
        open_asked: show its record. enter_asked: show only what is below it.
    """

    open_asked = Signal()
    enter_asked = Signal()

    def __init__(self, name: str, parent: QWidget, *, can_enter: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._name = name
        self._add(self.tr("&Open the record"), "arrow-right", self._on_open, "Ctrl+Return")
        enters = self._add(self.tr("&Show only what is below"), "search", self._on_enter, "Return")
        enters.setEnabled(can_enter)
        enters.setToolTip("" if can_enter else self.tr("Nothing else is below it."))
        self._add(self.tr("&Copy name"), "copy", self._on_copy)

    def _add(self, text: str, icon_name: str, slot: object, keys: str = "") -> QAction:
        action = QAction(icon(icon_name), f"{text}\t{key_text(keys)}" if keys else text, self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @Slot()
    def _on_open(self) -> None:
        self.open_asked.emit()

    @Slot()
    def _on_enter(self) -> None:
        self.enter_asked.emit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._name)
