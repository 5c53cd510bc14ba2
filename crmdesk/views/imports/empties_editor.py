"""Texts that mean an empty cell in this file: `Select` of a list nobody chose from, `N/A`, `-`."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark

_BETWEEN: Final = re.compile(r"\s*[,，、;；]\s*")
_WIDTH: Final = 280


class EmptiesEditor(QWidget):
    """One line, the texts separated by commas.

    Signals:
        edited: by the user.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Texts that mean empty"), self)
        self._line = QLineEdit(self)
        self._line.setFixedWidth(_WIDTH)
        self._line.setPlaceholderText(self.tr("such as Select, N/A, -"))
        self._line.setAccessibleName(self.tr("Texts that mean empty"))
        self._line.textEdited.connect(self._on_edited)
        label.setBuddy(self._line)
        note = QLabel(self.tr("Cells that hold nothing else count as empty."), self)
        note.setWordWrap(True)
        mark(note, textRole="secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(label)
        layout.addWidget(self._line)
        layout.addWidget(note, 1)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts, each once."""
        return tuple(dict.fromkeys(filter(None, _BETWEEN.split(self._line.text().strip()))))

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show these without telling anybody."""
        self._line.setText(", ".join(texts))
        self._line.setCursorPosition(0)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()
