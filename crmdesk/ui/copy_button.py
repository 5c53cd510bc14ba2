"""A small button that copies a text and shows a tick for a moment."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import ICON
from crmdesk.ui.theme.tokens import Role

_TICK_MS: Final = 1500


class CopyButton(QToolButton):
    """Copies what `text` returns when it is pressed. `text` must not keep a widget alive: a bound method of the owner, or `str`-like data.

    Args:
        text: called on the click; an empty text leaves the clipboard alone.
        what: what is copied, in the reader's language, for the tooltip ("Copy: phone").
    """

    def __init__(self, text: Callable[[], str], what: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._what = what
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick_over)
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(icon("copy"))
        self.clicked.connect(self._on_clicked)
        self._retranslate()

    def set_what(self, what: str) -> None:
        """Name what is copied."""
        self._what = what
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("Copy: {what}").format(what=self._what) if self._what else self.tr("Copy")
        self.setAccessibleName(words)
        self.setToolTip(words)

    @Slot()
    def _on_clicked(self) -> None:
        text = self._text()
        if not text:
            return
        QGuiApplication.clipboard().setText(text)
        self.setIcon(icon("check", Role.OK))
        self._timer.start()

    @Slot()
    def _on_tick_over(self) -> None:
        self.setIcon(icon("copy"))
