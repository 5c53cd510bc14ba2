"""The message bar: something the user should know or mend, without stopping him (no modal box)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, ICON, MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import SOFT, Role

_PASSING_MS: Final = 8_000


class Severity(StrEnum):
    """How much a message matters; good news and hints go away by themselves, the rest stays until closed."""

    OK = "ok"
    INFO = "info"
    WARN = "warn"
    BAD = "bad"


_ICONS: Final = {
    Severity.OK: "circle-check",
    Severity.INFO: "info",
    Severity.WARN: "triangle-alert",
    Severity.BAD: "circle-alert",
}


class MessageBar(QWidget):
    """One message with its actions; a newer one takes its place.

    Signals:
        closed: the message went away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = Severity.INFO
        self._picture = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close_button = QToolButton(self)
        self._close_button.setIcon(icon("x"))
        self._close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PASSING_MS)
        self._timer.timeout.connect(self.dismiss)
        self._buttons: list[ActionButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, 4, 4, 4)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._sentence, 1)
        self._layout.addWidget(self._close_button)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_message(self, text: str, severity: Severity = Severity.INFO, actions: Sequence[QAction] = ()) -> None:
        """Show a message; triggering an action closes it. The actions keep their owner."""
        self._severity = severity
        self._sentence.setText(text)
        self.setAccessibleName(text)
        self._picture.setPixmap(icon(_ICONS[severity], Role(severity.value)).pixmap(ICON, ICON))
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = ActionButton(action, kind="quiet", parent=self)
            button.clicked.connect(self.dismiss)
            self._layout.insertWidget(self._layout.count() - 1, button)
            self._buttons.append(button)
        self.show()
        if severity in {Severity.OK, Severity.INFO} and not actions:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def dismiss(self) -> None:
        """Close the message."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self.palette(), SOFT[Role(self._severity.value)]))
        painter.fillRect(0, 0, 3, self.height(), colour(self.palette(), Role(self._severity.value)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._close_button.setAccessibleName(self.tr("Close"))
        self._close_button.setToolTip(self.tr("Close this message"))
