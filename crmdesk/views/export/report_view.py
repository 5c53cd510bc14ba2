"""What an export did or would do: a line for each table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.sync.export.tables import TABLES
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.sync.export.values import Counts, ExportReport

_FIELDS = ("new", "changed", "unchanged", "deleted", "kept")


class ReportView(QWidget):
    """Counts by table under a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._note = QLabel(self), QLabel(self)
        for label, role in ((self._title, "recordTitle"), (self._note, "secondary")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            mark(label, textRole=role)
        heads = (self.tr("New"), self.tr("Changed"), self.tr("Unchanged"), self.tr("Deleted"), self.tr("Newer there"))
        self._model = RowsModel(
            (
                Column("table", self.tr("Table"), 200, sortable=False, stretches=True),
                *(Column(name, head, 96, CellKind.NUMBER, sortable=False) for name, head in zip(_FIELDS, heads, strict=True)),
            ),
            parent=self,
        )
        self._table = RowsView(self)
        self._table.show_rows(self._model, self._model)
        self._table.setAccessibleName(self.tr("Rows by table"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addWidget(self._table, 1)

    def show_report(self, report: "ExportReport") -> None:
        """Show a preview or a result."""
        figure = QLocale().toString
        written = report.total.written
        where = {"target": report.target, "schema": report.schema, "count": figure(written)}
        if report.is_preview:
            text = self.tr("{count} rows would be written to {target}, schema {schema}. Nothing is written so far.")
            if not written:
                text = self.tr("Nothing has changed since the last export to {target}, schema {schema}.")
        else:
            text = self.tr("{count} rows are written to {target}, schema {schema}.")
        self._title.setText(text.format(**where))
        notes = []
        if report.is_first:
            notes.append(self.tr("This is the first export into that schema; its tables are made with it."))
        elif report.is_full:
            notes.append(self.tr("Every record was compared."))
        else:
            notes.append(self.tr("Only what changed since the last export was looked at."))
        if report.total.kept:
            notes.append(self.tr("What another computer edited later and exported stays as it is there."))
        self._note.setText(" ".join(notes))
        kinds = {table.name: RecordKind(table.source) for table in TABLES}
        rows = [_row(name, word(kinds[name]) if name in kinds else name, counts) for name, counts in report.tables.items()]
        self._model.set_rows([*rows, _row("", self.tr("All"), report.total)])


def _row(key: str, name: str, counts: "Counts") -> TableRow:
    figure = QLocale().toString
    cells = {"table": Cell(name)}
    for field in _FIELDS:
        value = getattr(counts, field)
        cells[field] = Cell(figure(value), role=Role.TEXT if value else Role.SECONDARY)
    return TableRow(key or "all", cells)
