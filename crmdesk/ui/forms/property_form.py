"""A form of sections and fields that is read and edited in the same place."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.copy_button import CopyButton
from crmdesk.ui.forms.field_row import DOT_MARGIN, FieldRow
from crmdesk.ui.forms.fields import FieldSpec, Problem, Section, Value
from crmdesk.ui.forms.mnemonics import with_mnemonics
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark

TWO_COLUMNS_FROM: Final = 680
"""From this width on the sections stand in two columns."""
BESIDE_FROM: Final = 320
"""From this width of a column on the labels stand beside their inputs."""
_MAX_LABEL: Final = 150
_COLUMN_GAP: Final = 24


class PropertyForm(QWidget):
    """Shows fields given as data; knows nothing of where they come from or go to.

    Signals:
        edited: (`str` field, `object` value) the user changed a field.
        dirty_changed: (`bool`) the first change was made, or the last one taken back or saved.
        save_requested: Ctrl+S.
        cancel_requested: Esc.
        link_activated: (`str` target) of a problem.
    """

    edited = Signal(str, object)
    dirty_changed = Signal(bool)
    save_requested = Signal()
    cancel_requested = Signal()
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, taken_mnemonics: str = "") -> None:
        super().__init__(parent)
        self._taken = taken_mnemonics
        self._sections: tuple[Section, ...] = ()
        self._given_sections: tuple[Section, ...] = ()
        self._specs: tuple[FieldSpec, ...] = ()
        self._rows: dict[str, FieldRow] = {}
        self._titles: dict[str, QWidget] = {}
        self._was_dirty = False
        self._columns_shown = 0
        outer = QHBoxLayout(self)
        outer.setContentsMargins(GRID, GAP, GRID, GAP)
        self._outer = outer
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(GRID)
            outer.addLayout(column, 1)

    # What is shown

    def set_fields(self, fields: Sequence[FieldSpec], sections: Sequence[Section] = ()) -> None:
        """Show these fields, section by section in the order given; fields of no listed section come first, without a title.

        Values, changes and problems of fields that were there before stay: an address form is rebuilt this way when the country changes.
        """
        if self._take_words(tuple(fields), sections):
            return
        focused = next((key for key, row in self._rows.items() if row.input.hasFocus()), "")
        self._specs = tuple(fields)
        self._given_sections = tuple(sections)
        known = {section.key for section in sections}
        loose = any(spec.section not in known for spec in fields)
        self._sections = ((Section("", ""),) if loose and "" not in known else ()) + tuple(sections)
        ordered = self._in_reading_order()
        labels = with_mnemonics([(spec.key, spec.label) for spec in ordered], self._taken)
        before = self._rows
        self._rows = {spec.key: self._row(before.get(spec.key), spec, label) for spec, label in zip(ordered, labels, strict=True)}
        self._drop([row for key, row in before.items() if self._rows.get(key) is not row])
        self._drop(self._titles.values())
        self._titles = {section.key: self._make_title(section) for section in self._sections if section.title}
        self._columns_shown = 0
        self._arrange()
        self._chain_tabs()
        if focused in self._rows:
            self._rows[focused].input.setFocus()

    def _row(self, before: FieldRow | None, spec: FieldSpec, label: str) -> FieldRow:
        """Return the row of a field: the one there was where it can show the field, else a new one with what stood in that."""
        if before is not None and before.take_spec(spec):
            before.set_label(label)
            return before
        row = FieldRow(spec, label, self)
        row.value_edited.connect(self._on_value_edited)
        row.link_activated.connect(self.link_activated)
        if before is not None:
            row.set_saved(before.saved_value)
            row.set_value(before.value())
            row.show_problems(before.problems)
        return row

    def _drop(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            for column in self._columns:
                column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _take_words(self, fields: tuple[FieldSpec, ...], sections: Sequence[Section]) -> bool:
        """Take up fields that differ in hints only, without making them anew; says whether that was all."""
        if [spec.key for spec in fields] != [spec.key for spec in self._specs] or tuple(sections) != self._given_sections:
            return False
        if not all(self._rows[spec.key].take_spec(spec) for spec in fields):
            return False
        self._specs = fields
        return True

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show saved values; fields not named become empty. Problems go."""
        for key, row in self._rows.items():
            row.set_saved(values.get(key))
            row.show_problems(())
        self._tell_dirty()

    def set_saved_value(self, field: str, value: Value) -> None:
        """Show another saved value of one field (a name that is known only now); what is being typed in it stays."""
        row = self._rows.get(field)
        if row is not None and not row.is_changed:
            row.set_saved(value)

    def set_value(self, field: str, value: Value) -> None:
        """Put a value into a field as if the user had typed it (a suggestion taken), telling nobody."""
        self._rows[field].set_value(value)
        self._tell_dirty()

    def values(self) -> dict[str, Value]:
        """Return what stands in the fields."""
        return {key: row.value() for key, row in self._rows.items()}

    def value(self, field: str) -> Value:
        """Return what stands in one field."""
        return self._rows[field].value()

    def changed_fields(self) -> tuple[str, ...]:
        """Return the fields that differ from what is saved, in reading order."""
        return tuple(key for key, row in self._rows.items() if row.is_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether anything is not saved yet."""
        return any(row.is_changed for row in self._rows.values())

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Show what is wrong beside the fields; fields not named are right."""
        for key, row in self._rows.items():
            row.show_problems(tuple(problems.get(key, ())))

    def revert(self) -> None:
        """Show the saved values again."""
        for row in self._rows.values():
            row.revert()
        self._tell_dirty()

    def mark_saved(self) -> None:
        """Take what stands in the fields as saved."""
        for row in self._rows.values():
            row.mark_saved()
        self._tell_dirty()

    def focus_field(self, field: str) -> None:
        """Put the keyboard into a field."""
        row = self._rows.get(field)
        if row is not None:
            row.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # How it behaves

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _by_section(self) -> dict[str, list[FieldSpec]]:
        sections: dict[str, list[FieldSpec]] = {section.key: [] for section in self._sections}
        for spec in self._specs:
            sections[spec.section if spec.section in sections else ""].append(spec)
        return sections

    def _in_reading_order(self) -> list[FieldSpec]:
        return [spec for specs in self._by_section().values() for spec in specs]

    def _make_title(self, section: Section) -> QWidget:
        title = QWidget(self)
        text = QLabel(section.title, title)
        mark(text, textRole="strong")
        line = QHBoxLayout(title)
        line.setContentsMargins(DOT_MARGIN, GAP, 0, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(text)
        if section.copied is not None:
            line.addWidget(CopyButton(section.copied, section.copied_what, title))
        line.addStretch(1)
        return title

    def _arrange(self) -> None:
        count = 2 if self.width() >= TWO_COLUMNS_FROM and any(section.column for section in self._sections) else 1
        width = (self.width() - (count - 1) * _COLUMN_GAP) // count
        if count != self._columns_shown:
            self._columns_shown = count
            self._place(count)
        label = min(_MAX_LABEL, max((row.label_width for row in self._rows.values()), default=0))
        for row in self._rows.values():
            row.set_label_place(beside=width >= BESIDE_FROM, width=label)

    def _place(self, count: int) -> None:
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        self._outer.setStretch(1, 1 if count > 1 else 0)
        self._outer.setSpacing(_COLUMN_GAP if count > 1 else 0)
        for section in self._sections:
            column = self._columns[min(section.column, count - 1)]
            if section.key in self._titles:
                column.addWidget(self._titles[section.key])
                self._titles[section.key].show()
            for spec in self._by_section()[section.key]:
                column.addWidget(self._rows[spec.key])
                self._rows[spec.key].show()
        for column in self._columns:
            column.addStretch(1)

    def _chain_tabs(self) -> None:
        rows = list(self._rows.values())
        for before, after in pairwise(rows):
            QWidget.setTabOrder(before.last_input, after.input)

    def _on_value_edited(self, field: str) -> None:
        self.edited.emit(field, self._rows[field].value())
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        is_dirty = self.is_dirty
        if is_dirty != self._was_dirty:
            self._was_dirty = is_dirty
            self.dirty_changed.emit(is_dirty)
