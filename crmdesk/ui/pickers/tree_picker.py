"""A form field that shows one picked option and opens a searchable popup."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.pickers.options import Option, OptionTree
from crmdesk.ui.pickers.popup import OptionPopup


class TreePicker(QLineEdit):
    """Shows the path of the picked option; typing, Down, Enter or a click opens the popup, Delete clears.

    Signals:
        key_picked: `str` key the user picked, empty when he cleared the field.
    """

    key_picked = Signal(str)

    def __init__(self, options: Sequence[Option] = (), *, max_depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._max_depth = max_depth
        self._options = OptionTree(options, max_depth=max_depth)
        self._key = ""
        self._clear = QAction(icon("x"), "", self)
        self._clear.triggered.connect(self._on_clear_asked)
        self._open = QAction(icon("chevron-down"), "", self)
        self._open.triggered.connect(self._on_open_asked)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._clear.setText(self.tr("Clear"))
        self._open.setText(self.tr("Choose"))

    @property
    def key(self) -> str:
        """The picked option, empty for none."""
        return self._key

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the picked key stays, its text is looked up again."""
        self._options = OptionTree(options, max_depth=self._max_depth)
        self.set_key(self._key)

    def set_key(self, key: str) -> None:
        """Show an option without telling anybody; an unknown key shows itself."""
        self._key = key
        text = self._options.path_text(key) or key
        self.setText(text)
        self.setCursorPosition(0)
        self.setToolTip(" › ".join(option.title for option in self._options.path(key)))
        self._clear.setVisible(bool(key))

    def open_popup(self, typed: str = "") -> OptionPopup:
        """Open the popup, with `typed` already in its search field."""
        popup = OptionPopup(self._options, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.option_picked.connect(self._on_option_picked)
        popup.open_at(self, self._key, typed)
        return popup

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}:
            self.open_popup()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._on_clear_asked()
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.open_popup(event.text())
        else:
            event.ignore()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Chinese typed straight into the field goes on in the search field.
        if event.commitString() or event.preeditString():
            self.open_popup(event.commitString())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_popup()

    def _on_open_asked(self) -> None:
        self.open_popup()

    def _on_clear_asked(self) -> None:
        if self._key:
            self._on_option_picked("")

    def _on_option_picked(self, key: str) -> None:
        if key != self._key:
            self.set_key(key)
            self.key_picked.emit(key)
        self.setFocus()
