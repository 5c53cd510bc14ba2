"""A push button that shows a `QAction`: text, state, and a tooltip that names the shortcut."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.theme.sheet import mark


def tip_with_shortcut(tip: str, shortcut: QKeySequence) -> str:
    """Return a tooltip that ends with its shortcut in the platform's spelling."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip}  {keys}" if keys else tip


class ActionButton(QPushButton):
    """Follows its action. `kind` is empty, `primary`, `quiet` or `danger` (`theme.sheet`)."""

    def __init__(self, action: QAction, *, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._is_primary = kind == "primary"
        if kind:
            mark(self, kind=kind)
        action.changed.connect(self._on_action_changed)
        self.clicked.connect(self._on_clicked)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        action = self._action
        self.setText(action.text())
        if not self._is_primary:  # icons are drawn in the colour of text, which is not that of words on the accent
            self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
        if self.parentWidget() is not None:  # without one it would open as a window of its own
            self.setVisible(action.isVisible())
        self.setAccessibleName(without_mnemonic(action.text()))
        self.setToolTip(tip_with_shortcut(action.toolTip(), action.shortcut()))

    @Slot()
    def _on_clicked(self) -> None:
        self._action.trigger()
