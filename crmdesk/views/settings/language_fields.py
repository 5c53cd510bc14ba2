"""Texts kept in three languages: a column for each, the present language first; what is empty falls back to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.views.preference_choices import LANGUAGE_NAMES
from crmdesk.views.settings.section import make_label

_SUFFIXES: Final = {"zh_CN": "", "zh_TW": "_zh_tw", "en": "_en"}
_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class LanguageText:
    """One text: its column without the language, its label, how long it may be, and whether it has several lines."""

    column: str
    label: str
    longest: int
    has_lines: bool = False


class LanguageFields(QWidget):
    """A grid of texts by language; Tab goes down the present language first.

    Signals:
        edited: the user changed a text.
    """

    edited = Signal()

    def __init__(self, texts: Sequence[LanguageText], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = tuple(texts)
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        order = sorted(_SUFFIXES, key=lambda name: name != language)
        self._suffixes = tuple(_SUFFIXES[name] for name in order)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GRID)
        for column, name in enumerate(order, 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(make_label(LANGUAGE_NAMES[name], "secondary", self), 0, column)
            for row, text in enumerate(self._texts, 1):
                field = self._field(text, LANGUAGE_NAMES[name])
                self.fields[text.column + _SUFFIXES[name]] = field
                grid.addWidget(field, row, column)
        for row, text in enumerate(self._texts, 1):
            label = QLabel(text.label, self)
            label.setContentsMargins(0, GRID, MARGIN, 0)
            label.setBuddy(self.fields[text.column + self._suffixes[0]])
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.fields[self._texts[0].column + self._suffixes[0]])

    def show_values(self, stored: Mapping[str, Any]) -> None:
        """Show texts by column, as they are stored."""
        for key, field in self.fields.items():
            text = str(stored.get(key) or "")
            if isinstance(field, QLineEdit):
                field.setText(text)
            else:
                field.setPlainText(text)

    def values(self) -> dict[str, str]:
        """Return the texts by column; Simplified Chinese, which the others fall back to, is never empty beside another."""
        typed = {key: _text(field) for key, field in self.fields.items()}
        for text in self._texts:
            typed[text.column] = typed[text.column] or next(
                (typed[text.column + suffix] for suffix in self._suffixes if typed[text.column + suffix]), ""
            )
        return typed

    def first(self, column: str) -> str:
        """Return a text in the first language that has it."""
        return next((found for suffix in self._suffixes if (found := _text(self.fields[column + suffix]))), "")

    def _field(self, text: LanguageText, language: str) -> QLineEdit | QPlainTextEdit:
        field: QLineEdit | QPlainTextEdit
        if text.has_lines:
            field = QPlainTextEdit(self)
            field.setTabChangesFocus(True)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 2 * GAP)
        else:
            field = QLineEdit(self)
            field.setMaxLength(text.longest)
        field.textChanged.connect(self.edited)
        field.setAccessibleName(f"{text.label}, {language}")
        return field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()
