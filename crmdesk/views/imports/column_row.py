"""One column of the file: its name, what it holds, the field it becomes, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from crmdesk.exchange.fields import FIELDS
from crmdesk.exchange.mapping_proposal import ColumnProposal
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.pickers.tree_picker import TreePicker
from crmdesk.ui.theme.metrics import GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import choices

NAME_WIDTH: Final = 200
FIELD_WIDTH: Final = 280
_SAMPLES: Final = 4
_TIP_SAMPLES: Final = 20


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
        name = QLabel(proposal.column, self)
        name.setFixedWidth(NAME_WIDTH)
        name.setToolTip(proposal.column)
        mark(name, textRole="strong")
        holds = QLabel(" · ".join(samples[:_SAMPLES]) or self.tr("(empty)"), self)
        holds.setTextFormat(Qt.TextFormat.PlainText)
        holds.setMinimumWidth(80)
        holds.setSizePolicy(holds.sizePolicy().Policy.Ignored, holds.sizePolicy().Policy.Preferred)
        holds.setToolTip("\n".join(samples[:_TIP_SAMPLES]))
        mark(holds, textRole="secondary")
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
        layout.addWidget(name, 0, 0)
        layout.addWidget(holds, 0, 1)
        layout.addWidget(self._field, 0, 2)
        layout.addWidget(self._why, 1, 2)
        layout.setColumnStretch(1, 1)
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
