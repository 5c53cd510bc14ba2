"""The small input laid over a row's name by F2."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crmdesk.ui.theme.sheet import mark


class InlineEdit(QLineEdit):
    """Edits one text in place; Enter or leaving it keeps the text, Esc gives it up. Closes itself.

    Signals:
        text_committed: (`str` key, `str` text), only when the text changed and is not blank.
    """

    text_committed = Signal(str, str)

    def __init__(self, key: str, text: str, rect: QRect, parent: QWidget) -> None:
        super().__init__(text, parent)
        mark(self, inCell=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(rect)
        self.setAccessibleName(self.tr("Name"))
        self._key = key
        self._before = text
        self._is_over = False
        self.selectAll()
        self.show()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(keep=False)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The context menu of the input itself takes the focus without leaving it.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish(keep=True)

    def _finish(self, *, keep: bool) -> None:
        if self._is_over:
            return
        self._is_over = True
        text = self.text().strip()
        if keep and text and text != self._before:
            self.text_committed.emit(self._key, text)
        view = self.parentWidget()
        self.close()
        if view is not None:
            view.setFocus()
