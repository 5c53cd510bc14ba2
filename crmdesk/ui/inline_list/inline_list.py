"""A short list whose rows are edited where they stand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.forms.fields import Problem
from crmdesk.ui.icons import icon
from crmdesk.ui.inline_list.row_editor import INPUT_INDENT, MAIN_WIDTH, REMOVE_WIDTH, RowEditor
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.ui.theme.metrics import GRID, ICON
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role


class InlineList(QWidget):
    """Shows rows; every change is told at once, the caller saves it. New rows have keys `new-1` … until `set_rows` gives real ones.

    Signals:
        row_added: (`str` temporary key, `dict[str, str]` values) a new row got its first values and was left.
        row_changed: (`str` key, `dict[str, str]` values).
        row_removed: (`str` key); the row's place offers Undo.
        removal_undone: (`str` key).
        main_chosen: (`str` key) this row is the main one now.
        emptied: (`bool`) whether no row is there any more, not even one that is being begun.
    """

    row_added = Signal(str, object)
    row_changed = Signal(str, object)
    row_removed = Signal(str)
    removal_undone = Signal(str)
    main_chosen = Signal(str)
    emptied = Signal(bool)

    def __init__(
        self, columns: Sequence[InlineColumn], *, add_text: str, main_title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._has_main = bool(main_title)
        self._editors: list[RowEditor] = []
        self._removed: dict[str, QWidget] = {}
        self._made = 0
        self._untold: set[str] = set()
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        self._main_heading: QLabel | None = None
        self._titles: list[QLabel] = []
        self._heading = self._make_heading(main_title)
        self._add = QPushButton(add_text, self)
        self._add.setIcon(icon("plus", Role.ACCENT))
        self._add.setIconSize(QSize(ICON, ICON))
        mark(self._add, kind="quiet")
        self._add.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._heading)
        layout.addLayout(self._rows_box)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading.hide()

    def set_rows(self, rows: Sequence[InlineRow]) -> None:
        """Show these rows; rows that were being edited keep the keyboard when their key stays."""
        focused = next((editor.key for editor in self._editors if editor.has_keyboard), "")
        for widget in (*self._editors, *self._removed.values()):
            self._drop(widget)
        self._editors.clear()
        self._removed.clear()
        self._untold.clear()
        for row in rows:
            self._add_editor(row)
        self._show_heading()
        for editor in self._editors:
            if editor.key == focused:
                editor.focus_column()

    def set_words(self, columns: Sequence[InlineColumn], *, add_text: str, main_title: str = "") -> None:
        """Use other words for the same columns: the language changed. What is being typed stays."""
        self._columns = tuple(columns)
        self._add.setText(add_text)
        if self._main_heading is not None:
            self._main_heading.setText(main_title)
        for column, title in zip(self._columns, self._titles, strict=True):
            title.setText(column.title)
        for editor in self._editors:
            editor.set_words(self._columns)

    @property
    def is_empty(self) -> bool:
        """Whether there is no row, not even one that is being begun."""
        return not self._editors

    def rows(self) -> tuple[InlineRow, ...]:
        """Return what is shown, without rows nothing was entered in."""
        return tuple(InlineRow(editor.key, editor.values(), editor.is_main) for editor in self._editors if not editor.is_blank)

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Show what is wrong below each row, by key; rows not named are right."""
        for editor in self._editors:
            editor.show_problems(problems.get(editor.key, ()))

    def add_row(self, values: Mapping[str, str] | None = None) -> str:
        """Begin a new row and put the keyboard there; returns its temporary key. It is told when it has values and is left."""
        self._made += 1
        key = f"new-{self._made}"
        self._untold.add(key)
        editor = self._add_editor(InlineRow(key, values or {}))
        self._show_heading()
        editor.focus_column()
        return key

    def rename_row(self, key: str, new_key: str) -> None:
        """Give a row its lasting key once it is saved; what is being typed there goes on."""
        for editor in self._editors:
            if editor.key == key:
                editor.key = new_key

    def commit(self) -> None:
        """Tell what is being typed right now (before saving or leaving)."""
        for editor in list(self._editors):
            self._tell(editor)

    def _make_heading(self, main_title: str) -> QWidget:
        heading = QWidget(self)
        line = QHBoxLayout(heading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        if self._has_main:
            self._main_heading = QLabel(main_title, heading)
            self._main_heading.setFixedWidth(MAIN_WIDTH)
            mark(self._main_heading, textRole="small")
            line.addWidget(self._main_heading)
        for column in self._columns:
            title = QLabel(column.title, heading)
            title.setIndent(INPUT_INDENT)
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            mark(title, textRole="small")
            line.addWidget(title, column.share)
            self._titles.append(title)
        line.addSpacing(REMOVE_WIDTH + GRID)
        return heading

    def _add_editor(self, row: InlineRow) -> RowEditor:
        editor = RowEditor(self._columns, row, self, has_main=self._has_main)
        editor.values_committed.connect(self._on_values_committed)
        editor.main_chosen.connect(self._on_main_chosen)
        editor.removal_asked.connect(self._on_removal_asked)
        editor.walked.connect(self._on_walked)
        self._rows_box.addWidget(editor)
        # Qt would show it in a later turn of the event loop, too late to take the keyboard now.
        editor.show()
        self._editors.append(editor)
        return editor

    def _drop(self, widget: QWidget) -> None:
        self._rows_box.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _show_heading(self) -> None:
        self._heading.setVisible(bool(self._editors))
        self.emptied.emit(self.is_empty)

    def _sending_editor(self) -> RowEditor:
        sender = self.sender()
        if not isinstance(sender, RowEditor):
            raise TypeError(sender)
        return sender

    def _tell(self, editor: RowEditor) -> None:
        if not editor.take_committed():
            return
        if editor.key in self._untold:
            if not editor.is_blank:
                self._untold.discard(editor.key)
                self.row_added.emit(editor.key, editor.values())
        else:
            self.row_changed.emit(editor.key, editor.values())

    def _on_values_committed(self) -> None:
        self._tell(self._sending_editor())

    def _on_main_chosen(self) -> None:
        chosen = self._sending_editor()
        for editor in self._editors:
            editor.set_main(is_main=editor is chosen)
        self.main_chosen.emit(chosen.key)

    def _on_walked(self, step: int, column: str) -> None:
        at = self._editors.index(self._sending_editor()) + (1 if step > 0 else -1)
        if 0 <= at < len(self._editors):
            self._editors[at].focus_column(column)
        elif step == 2 and not self._editors[-1].is_blank:
            self.add_row()

    def _on_removal_asked(self) -> None:
        editor = self._sending_editor()
        at = self._editors.index(editor)
        place = self._rows_box.indexOf(editor)
        values = editor.values()
        row = InlineRow(editor.key, values, editor.is_main)
        self._editors.remove(editor)
        self._drop(editor)
        neighbour = self._editors[min(at, len(self._editors) - 1)] if self._editors else None
        if editor.key in self._untold:
            self._untold.discard(editor.key)
        else:
            name = next((value for value in values.values() if value), "")
            strip = RemovedRow(row, name, self)
            strip.undo_asked.connect(self._on_undo_asked)
            self._rows_box.insertWidget(place, strip)
            self._removed[editor.key] = strip
            self.row_removed.emit(editor.key)
        if neighbour is not None:
            neighbour.focus_column()
        else:
            self._add.setFocus()
        self._show_heading()

    def _on_undo_asked(self) -> None:
        strip = self.sender()
        if not isinstance(strip, RemovedRow):
            return
        place = self._rows_box.indexOf(strip)
        self._drop(strip)
        del self._removed[strip.row.key]
        editor = self._add_editor(strip.row)
        self._rows_box.removeWidget(editor)
        self._rows_box.insertWidget(place, editor)
        self._editors.sort(key=self._rows_box.indexOf)
        self._show_heading()
        editor.focus_column()
        self.removal_undone.emit(strip.row.key)

    def _on_add_clicked(self) -> None:
        blank = next((editor for editor in self._editors if editor.is_blank), None)
        if blank is not None:
            blank.focus_column()
        else:
            self.add_row()


class RemovedRow(QWidget):
    """Stands where a row was removed, until the list is shown anew.

    Signals:
        undo_asked: bring the row back.
    """

    undo_asked = Signal()

    def __init__(self, row: InlineRow, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._name = name
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._text, textRole="secondary")
        self._undo = QPushButton(self)
        mark(self._undo, kind="quiet")
        self._undo.clicked.connect(self._on_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(INPUT_INDENT, 0, 0, 0)
        line.addWidget(self._text)
        line.addWidget(self._undo)
        line.addStretch(1)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        said = self.tr("Removed: {name}").format(name=self._name) if self._name else self.tr("Removed.")
        self._text.setText(said)
        self._undo.setText(self.tr("Undo"))

    def _on_clicked(self) -> None:
        self.undo_asked.emit()
