"""The records side by side, one column each: who stays at the top, below one row for each field that differs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.value_cell import ValueCell
from crmdesk.views.merging.wording import counts_text, merging_text, value_text
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.merging import MergePreview, MergeRow

BOTH: Final = "both"
_LABEL_WIDTH: Final = 132


@dataclass(slots=True)
class _Line:
    """The widgets of one row."""

    label: QLabel
    why: QLabel
    head: QWidget
    group: QButtonGroup
    cells: list[ValueCell]
    values: list[str]
    is_equal: bool

    def show(self, *, is_shown: bool) -> None:
        """Show or hide the row."""
        for widget in (self.head, *self.cells):
            widget.setVisible(is_shown)


class ChoiceGrid(QWidget):
    """Arrow keys choose among the records, Tab goes to the next field.

    Signals:
        survivor_chosen: `str` id of the record that shall stay.
        value_chosen: `str` key of the choice, `str` id of a record or `both`.
    """

    survivor_chosen = Signal(str)
    value_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._survivors: _Line | None = None
        self._shows_equal = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_preview(self, preview: "MergePreview") -> None:
        """Show what would be taken; the rows are made at the first call, later ones only change what is chosen."""
        if self._survivors is None:
            self._build(preview)
        self._show_survivor(preview)
        for row in preview.rows:
            if row.key in self._lines:
                self._show_row(self._lines[row.key], row)

    def show_equal(self, *, is_shown: bool) -> None:
        """Show or fold away the fields in which all records agree."""
        self._shows_equal = is_shown
        for line in self._lines.values():
            if line.is_equal:
                line.show(is_shown=is_shown)

    @property
    def equal_count(self) -> int:
        """Number of filled fields in which all records agree."""
        return sum(line.is_equal for line in self._lines.values())

    def cells_of(self, key: str) -> list[ValueCell]:
        """Return the cells of a row in the order of the records."""
        return self._lines[key].cells

    def survivor_cells(self) -> list[ValueCell]:
        """Return the cells at the top."""
        return [] if self._survivors is None else self._survivors.cells

    def _build(self, preview: "MergePreview") -> None:
        ids = [record.key.id for record in preview.records]
        self._survivors = self._line("", ids, is_equal=False, may_join=False)
        self._survivors.group.buttonClicked.connect(self._on_survivor_clicked)
        for row in preview.rows:
            if row.is_equal and not any(part is not None for part in row.values[0].stored):
                continue  # nobody has it
            line = self._line(row.key, ids, is_equal=row.is_equal, may_join=row.may_join)
            self._lines[row.key] = line
            line.group.buttonClicked.connect(self._on_value_clicked)
            label = field_label(row.label)
            line.label.setText(label)
            for cell, value in zip(line.cells, row.values, strict=False):
                text = value_text(preview.kind, row, value)
                cell.show_value(text, name=f"{label}: {text}")
            line.show(is_shown=not row.is_equal)
        for column in range(1, len(ids) + 1):
            self._grid.setColumnStretch(column, 1)

    def _line(self, key: str, ids: list[str], *, is_equal: bool, may_join: bool) -> _Line:
        number = self._grid.rowCount()
        head = QWidget(self)
        label, why = QLabel(head), QLabel(head)
        mark(label, textRole="secondary")
        mark(why, textRole="small")
        for one in (label, why):
            one.setWordWrap(True)
            one.setTextFormat(Qt.TextFormat.PlainText)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(0, GRID, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(label)
        inside.addWidget(why)
        inside.addStretch(1)
        self._grid.addWidget(head, number, 0)
        group = QButtonGroup(self)
        cells = []
        values = [*ids, BOTH] if may_join else ids
        for place, value in enumerate(values):
            cell = ValueCell(self)
            cell.setProperty("choice", (key, value))
            group.addButton(cell)
            cells.append(cell)
            if value == BOTH:
                self._grid.addWidget(cell, number + 1, 1, 1, len(ids))
            else:
                self._grid.addWidget(cell, number, place + 1)
        return _Line(label, why, head, group, cells, list(values), is_equal)

    def _show_survivor(self, preview: "MergePreview") -> None:
        line = self._survivors
        if line is None:
            return
        for cell, record in zip(line.cells, preview.records, strict=True):
            where = " › ".join(record.path)
            detail = "\n".join(filter(None, (record.code or "", where, counts_text(record.children))))
            cell.show_value(record.name, detail, is_strong=True)
            cell.setChecked(record.key == preview.survivor)
        self._retranslate()

    def _show_row(self, line: "_Line", row: "MergeRow") -> None:
        for cell, value in zip(line.cells, line.values, strict=True):
            cell.setChecked(value == row.chosen)
        line.why.setText(merging_text(row.why))
        line.why.setVisible(not row.is_equal)

    @Slot(QAbstractButton)
    def _on_survivor_clicked(self, cell: QAbstractButton) -> None:
        self.survivor_chosen.emit(cell.property("choice")[1])

    @Slot(QAbstractButton)
    def _on_value_clicked(self, cell: QAbstractButton) -> None:
        key, value = cell.property("choice")
        self.value_chosen.emit(key, value)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._survivors is not None:
            self._survivors.label.setText(self.tr("This record stays"))
            self._survivors.why.setText(self.tr("the others lead to it"))
        for line in self._lines.values():
            if BOTH in line.values:
                text = self.tr("Keep both, one below the other")
                line.cells[-1].show_value(text)
