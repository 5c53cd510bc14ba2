"""One column of the file: its name, what it holds, the field it becomes, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from crmdesk.exchange.fields import FIELDS
from crmdesk.exchange.mapping_proposal import ColumnProposal
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.pickers.tree_picker import TreePicker
from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import choices

FIELD_WIDTH: Final = 360
_SAMPLES: Final = 4


class ColumnRow(QWidget):
    """The picker is the only thing in it that takes the keyboard.

    Signals:
        field_chosen: str, str: the column and the key of the field chosen for it ('' for none).
    """

    field_chosen = Signal(str, str)

    def __init__(
        self, proposal: ColumnProposal, samples: Sequence[str], options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._proposal = proposal
        self.column = proposal.column
        name = ElidedLabel(self)
        name.show_text(proposal.column)
        mark(name, textRole="strong")
        holds = ElidedLabel(self)
        holds.show_text(" · ".join(samples[:_SAMPLES]) or self.tr("(empty)"))
        mark(holds, textRole="small")
        for label in (name, holds):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the picker keeps its place in every row
        self._field = TreePicker(options, parent=self)
        self._field.setFixedWidth(FIELD_WIDTH)
        self._field.setPlaceholderText(self.tr("Not imported"))
        self._field.setAccessibleName(self.tr("Field for the column {name}").format(name=proposal.column))
        self._field.key_picked.connect(self._on_key_picked)
        self._why = QLabel(self)
        self._why.setFixedWidth(FIELD_WIDTH)
        self._why.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setVerticalSpacing(2)
        layout.setHorizontalSpacing(MARGIN)
        layout.addWidget(name, 0, 0)
        layout.addWidget(holds, 1, 0)
        layout.addWidget(self._field, 0, 1)
        layout.addWidget(self._why, 1, 1, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 1)
        self.set_key(proposal.key or "")

    @property
    def key(self) -> str:
        """The field chosen, empty for none."""
        return self._field.key

    def set_key(self, key: str) -> None:
        """Show a field without telling anybody."""
        self._field.set_key(key)
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Show what is wrong with the choice; when nothing is, why it was proposed."""
        mark(self._field, problem="bad" if problem else "")
        field = FIELDS.get(self.key)
        if problem:
            text, role = problem, "bad"
        elif field is not None and field.ignored:
            text, role = choices.ignored(field), "warn"
        elif self.key != (self._proposal.key or ""):
            text, role = self.tr("Your choice"), "small"
        else:
            text, role = choices.why(self._proposal), "small" if choices.is_sure(self._proposal) else "warn"
        self._why.setText(text)
        mark(self._why, textRole=role)
        self._field.setAccessibleDescription(text)

    @Slot(str)
    def _on_key_picked(self, key: str) -> None:
        self.field_chosen.emit(self.column, key)
