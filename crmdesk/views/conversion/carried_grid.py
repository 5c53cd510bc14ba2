"""What of the lead goes where, field by field: a line each, with a choice where the record holds something else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QSizePolicy, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.value_cell import ValueCell
from crmdesk.views.conversion.wording import line_label, line_value, target_title

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conversion_plan import Carried, ConversionPlan

_LABEL_WIDTH = 132


class CarriedGrid(QWidget):
    """Arrow keys choose between what the record holds and what the lead says, Tab goes to the next choice.

    Signals:
        choice_made: (`RecordKind`, `str` column, `bool` whether the lead's value is taken).
    """

    choice_made = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._groups: list[QButtonGroup] = []
        self.cells: dict[tuple[RecordKind, str], tuple[ValueCell, ValueCell]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_plan(self, plan: "ConversionPlan", taken: "frozenset[tuple[RecordKind, str]]") -> None:
        """Show every line of a plan under the heading of its record; `taken` are choices where the lead's value goes in."""
        self._clear()
        joined = {
            RecordKind.COMPANY: plan.joins.company_id,
            RecordKind.SITE: plan.joins.site_id,
            RecordKind.CONTACT: plan.joins.contact_id,
        }
        heading: RecordKind | None = None
        for line in plan.carried:
            if line.target is not heading:
                heading = line.target
                title = self._label(target_title(heading, is_new=joined[heading] is None), "strong")
                title.setContentsMargins(0, GAP, 0, 0)
                self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 3)
            self._add_line(plan, line, is_taken=(line.target, line.field) in taken)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for group in self._groups:
            group.deleteLater()
        self._groups.clear()
        self.cells.clear()

    def _add_line(self, plan: "ConversionPlan", line: "Carried", *, is_taken: bool) -> None:
        row = self._grid.rowCount()
        label = line_label(line)
        head = self._label(label, "secondary")
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(head, row, 0)
        translate = QCoreApplication.translate
        value, stored = line_value(plan, line.value), line_value(plan, line.stored)
        if line.effect.value != "choice":
            note = {
                "new": "",
                "fill": translate("CarriedGrid", "was empty"),
                "same": translate("CarriedGrid", "stays as it is"),
            }[line.effect.value]
            shown = stored if line.effect.value == "same" and stored else value
            self._grid.addWidget(self._label(shown, ""), row, 1)
            self._grid.addWidget(self._label(note, "small"), row, 2)
            return
        group = QButtonGroup(self)
        self._groups.append(group)
        keeps, takes = ValueCell(self), ValueCell(self)
        keeps.show_value(stored, translate("CarriedGrid", "in the record"), name=f"{label}: {stored}")
        takes.show_value(value, translate("CarriedGrid", "from the lead"), name=f"{label}: {value}")
        for column, cell in enumerate((keeps, takes), 1):
            cell.setProperty("choice", (line.target.value, line.field, cell is takes))
            group.addButton(cell)
            self._grid.addWidget(cell, row, column)
        (takes if is_taken else keeps).setChecked(True)
        group.buttonClicked.connect(self._on_clicked)
        self.cells[line.target, line.field] = (keeps, takes)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            mark(label, textRole=role)
        return label

    @Slot(QAbstractButton)
    def _on_clicked(self, cell: QAbstractButton) -> None:
        kind, column, is_taken = cell.property("choice")
        self.choice_made.emit(RecordKind(kind), column, is_taken)
