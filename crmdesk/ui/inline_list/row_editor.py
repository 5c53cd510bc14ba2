"""One row of an inline list: its inputs, the main mark, the way out, and the line that says what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.ui.forms.editors import ChoiceInput, Input, TextInput, make_input
from crmdesk.ui.forms.fields import FieldSpec, Problem
from crmdesk.ui.icons import icon
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.ui.theme.metrics import GRID, ICON
from crmdesk.ui.theme.sheet import mark

MAIN_WIDTH = 40
REMOVE_WIDTH = 26
INPUT_INDENT = 9
"""Where the text of an input begins."""


class RowEditor(QWidget):
    """Edits one row.

    Signals:
        values_committed: the keyboard left a changed cell (no payload; ask `values`).
        main_chosen: the row was made the main one.
        removal_asked: by the button or Ctrl+Delete.
        walked: (`int` step, `str` column) the keyboard wants the row above (-1) or below (1); 2 is Enter, which also adds.
    """

    values_committed = Signal()
    main_chosen = Signal()
    removal_asked = Signal()
    walked = Signal(int, str)

    def __init__(self, columns: Sequence[InlineColumn], row: InlineRow, parent: QWidget, *, has_main: bool) -> None:
        super().__init__(parent)
        self.key = row.key
        self._inputs: dict[str, Input] = {}
        self._known = {column.key: row.values.get(column.key, "") for column in columns}
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        self._main: QRadioButton | None = None
        if has_main:
            self._main = QRadioButton(self)
            self._main.setAutoExclusive(False)
            self._main.setFixedWidth(MAIN_WIDTH)
            self._main.clicked.connect(self._on_main_clicked)
            line.addWidget(self._main)
        for column in columns:
            spec = FieldSpec(column.key, column.title, column.kind, choices=column.choices, placeholder=column.placeholder)
            made = make_input(spec, self)
            made.set_value(self._known[column.key] or None)
            # The shares alone decide, so that cells stand below their headings.
            made.setSizePolicy(QSizePolicy.Policy.Ignored, made.sizePolicy().verticalPolicy())
            made.installEventFilter(self)
            made.value_edited.connect(self._on_value_edited)
            line.addWidget(made, column.share, Qt.AlignmentFlag.AlignTop)
            self._inputs[column.key] = made
        self._remove = QToolButton(self)
        self._remove.setIcon(icon("trash-2"))
        self._remove.setIconSize(QSize(ICON, ICON))
        self._remove.setFixedWidth(REMOVE_WIDTH)
        self._remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remove.clicked.connect(self._on_remove_clicked)
        line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setIndent(INPUT_INDENT + (MAIN_WIDTH + GRID if has_main else 0))
        self._problem.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        outer.addWidget(self._problem)
        self.set_main(is_main=row.is_main)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._main is not None:
            self._main.setAccessibleName(self.tr("Main"))
        self._remove.setToolTip(self.tr("Remove (Ctrl+Del)"))
        self._remove.setAccessibleName(self.tr("Remove"))

    def set_words(self, columns: Sequence[InlineColumn]) -> None:
        """Call the cells by other words: the language changed."""
        for column in columns:
            made = self._inputs[column.key]
            made.setAccessibleName(column.title)
            if isinstance(made, QLineEdit | QPlainTextEdit):
                made.setPlaceholderText(column.placeholder)

    def values(self) -> dict[str, str]:
        """Return what stands in the cells."""
        return {key: str(value) if (value := made.value()) is not None else "" for key, made in self._inputs.items()}

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its cells has the focus."""
        return any(made.hasFocus() for made in self._inputs.values())

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered."""
        return not any(self.values().values())

    @property
    def is_main(self) -> bool:
        """Whether this is the main row."""
        return self._main is not None and self._main.isChecked()

    def set_main(self, *, is_main: bool) -> None:
        """Show whether this is the main row."""
        if self._main is not None:
            self._main.setChecked(is_main)

    def take_committed(self) -> bool:
        """Say whether the cells differ from what was last told, and take them as told."""
        now = self.values()
        is_changed = now != self._known
        self._known = now
        return is_changed

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the row; nothing hides the line."""
        self._problem.setVisible(bool(problems))
        if problems:
            mark(self._problem, textRole=problems[0].severity.role.value)
            self._problem.setText("  ".join(problem.text for problem in problems))

    def focus_column(self, column: str = "") -> None:
        """Put the keyboard into a cell, the first one when none is named."""
        made = self._inputs.get(column) or next(iter(self._inputs.values()))
        made.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        column = next((name for name, made in self._inputs.items() if made is watched), "")
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_text = isinstance(watched, TextInput)
        if key == Qt.Key.Key_Delete and is_control:
            self.removal_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (not is_text or is_control):
            self._commit()
            self.walked.emit(2, column)
        elif key == Qt.Key.Key_Escape and self.values() != self._known:
            for name, made in self._inputs.items():
                made.set_value(self._known[name] or None)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not is_text and column:
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1, column)
        else:
            return False
        return True

    def _commit(self) -> None:
        if self.values() != self._known:
            self.values_committed.emit()

    def _on_value_edited(self) -> None:
        # A choice is final at once; texts are told when the keyboard leaves them.
        if isinstance(self.sender(), ChoiceInput):
            self._commit()

    def _on_main_clicked(self) -> None:
        self.set_main(is_main=True)
        self.main_chosen.emit()

    def _on_remove_clicked(self) -> None:
        self.removal_asked.emit()
