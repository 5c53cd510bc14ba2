"""What stands where nothing is: an icon, why, and the next step (`look.md`, principle 6)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_PICTURE = 32


class EmptyState(QWidget):
    """Icon, sentence and action buttons in the middle of its place; the first action is the primary one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        mark(self._sentence, textRole="secondary")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def show_state(self, icon_name: str, sentence: str, actions: Sequence[QAction] = ()) -> None:
        """Say why nothing is here and what can be done; the actions keep their owner."""
        self._picture.setPixmap(icon(icon_name, Role.SECONDARY).pixmap(_PICTURE, _PICTURE))
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch()
        for place, action in enumerate(actions):
            button = ActionButton(action, kind="primary" if place == 0 else "quiet", parent=self)
            self._buttons.addWidget(button)
        self._buttons.addStretch()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the actions, in order."""
        found = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]
