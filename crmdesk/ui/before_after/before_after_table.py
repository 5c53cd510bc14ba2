"""The table of fields with their old and new values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.ui.table.columns import Cell, Column, Severity
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.theme.tokens import Role

EMPTY = "—"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its name and both values as text, empty for none."""

    field: str
    before: str
    after: str
    severity: Severity | None = None
    note: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the values differ."""
        return self.before != self.after


class BeforeAfterTable(RowsView):
    """Field, before, after; what stays the same is quiet, what changes stands in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = (
            Column("field", "", 140, fixed=True, sortable=False),
            Column("before", "", 200, sortable=False, stretches=True),
            Column("after", "", 200, sortable=False, stretches=True),
        )
        self._rows_model = RowsModel(columns, parent=self)
        self.show_rows(self._rows_model, self._rows_model)
        self._retranslate()

    def set_changes(self, changes: Sequence[FieldChange]) -> None:
        """Show these fields."""
        self._rows_model.set_rows([_row(number, change) for number, change in enumerate(changes)])

    def natural_height(self) -> int:
        """Height that shows every row without a scroll bar."""
        return self.column_header.sizeHint().height() + self._rows_model.rowCount() * ROW_HEIGHT + 2

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Before and after"))
        self._rows_model.set_titles((self.tr("Field"), self.tr("Before"), self.tr("After")))


def _row(number: int, change: FieldChange) -> TableRow:
    new_role = Role.ACCENT if change.is_change else Role.SECONDARY
    return TableRow(
        str(number),
        {
            "field": Cell(change.field, role=Role.SECONDARY),
            "before": Cell(change.before or EMPTY, role=Role.TEXT if change.is_change else Role.SECONDARY),
            "after": Cell(change.after or EMPTY, role=new_role, tooltip=change.note, severity=change.severity),
        },
    )
