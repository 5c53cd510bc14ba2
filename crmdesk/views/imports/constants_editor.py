"""Values that hold for every row of a file, such as the country."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmdesk.ui.icons import icon
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.pickers.tree_picker import TreePicker
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports.column_row import FIELD_WIDTH

_COUNTRIES = ("site.country", "lead.country")


class _Line(QWidget):
    """A field and its value."""

    edited = Signal()
    removed = Signal()

    def __init__(self, options: Sequence[Option], key: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = TreePicker(options, parent=self)
        self.field.set_key(key)
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setPlaceholderText(self.tr("Choose a field"))
        self.field.setAccessibleName(self.tr("Field with the same value in every row"))
        self.field.key_picked.connect(self._on_edited)
        self.text = QLineEdit(text, self)
        self.text.setPlaceholderText(self.tr("Value for every row"))
        self.text.setAccessibleName(self.tr("Value for every row"))
        self.text.textEdited.connect(self._on_edited)
        remove = QToolButton(self)
        remove.setIcon(icon("x"))
        remove.setToolTip(self.tr("Remove this value"))
        remove.setAccessibleName(self.tr("Remove this value"))
        remove.clicked.connect(self._on_removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.field)
        layout.addWidget(remove)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit()


class ConstantsEditor(QWidget):
    """A filled cell of a column wins over the value given here.

    Signals:
        edited: by the user.
    """

    edited = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._lines: list[_Line] = []
        title = QLabel(self.tr("The same in every row"), self)
        mark(title, textRole="strong")
        self._add = QPushButton(self.tr("Add a value for every row, such as the country"), self)
        self._add.setAutoDefault(False)
        mark(self._add, kind="quiet")
        self._add.clicked.connect(self._on_add_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GAP, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(title)
        self._layout.addLayout(foot)

    @property
    def constants(self) -> tuple[tuple[str, str], ...]:
        """The finished lines: field key and text."""
        found = {line.field.key: text for line in self._lines if line.field.key and (text := line.text.text().strip())}
        return tuple(found.items())

    def set_constants(self, constants: Sequence[tuple[str, str]], options: Sequence[Option]) -> None:
        """Show these instead of the present ones, fields to be chosen from `options`."""
        self._options = options
        for line in tuple(self._lines):
            self._drop(line)
        for key, text in constants:
            self._append(key, text)

    def _append(self, key: str, text: str) -> _Line:
        line = _Line(self._options, key, text, self)
        line.edited.connect(self.edited)
        line.removed.connect(self._on_line_removed)
        self._layout.insertWidget(1 + len(self._lines), line)
        self._lines.append(line)
        return line

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()

    @Slot()
    def _on_add_clicked(self) -> None:
        is_first = not any(line.field.key in _COUNTRIES for line in self._lines)
        country = next((option.key for option in self._options if option.key in _COUNTRIES), "")
        self._append(country if is_first else "", "").text.setFocus()

    @Slot()
    def _on_line_removed(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self._drop(line)
            self.edited.emit()
