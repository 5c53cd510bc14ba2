"""An import's report, of a trial or of the real thing: counts, remarks, refused rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import report_words

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport

_SHOWN_WARNINGS = 6
_SHOWN_SHARES = 12


class _RefusedTable(RowsView):
    """Keeps Enter to itself: the dialog's primary button would take it too, and begin the import."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ReportView(QWidget):
    """The refused rows are a table; Enter or a double click on one asks for it.

    Signals:
        row_asked: int, number of the row in the file.
    """

    row_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        mark(self._title, textRole="recordTitle")
        self._counts_place = QVBoxLayout()
        self._counts: QWidget | None = None
        self._rows = QLabel(self)
        self._rows.setWordWrap(True)
        mark(self._rows, textRole="secondary")
        self._given = QLabel(self)
        self._given.setWordWrap(True)
        mark(self._given, textRole="secondary")
        self._warnings = QLabel(self)
        self._warnings.setWordWrap(True)
        mark(self._warnings, textRole="warn")
        self._refused_title = QLabel(self)
        self._refused_title.setWordWrap(True)
        mark(self._refused_title, textRole="strong")
        self._model = RowsModel(
            (
                Column("row", self.tr("Row"), 72, CellKind.NUMBER, sortable=False),
                Column("field", self.tr("Field"), 160, sortable=False),
                Column("reason", self.tr("Why it is refused"), 360, sortable=False, stretches=True),
            ),
            parent=self,
        )
        self._table = _RefusedTable(self)
        self._table.show_rows(self._model, self._model)
        self._table.setAccessibleName(self.tr("Refused rows"))
        self._table.activated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addLayout(self._counts_place)
        layout.addWidget(self._given)
        layout.addWidget(self._rows)
        layout.addWidget(self._warnings)
        layout.addWidget(self._refused_title)
        layout.addWidget(self._table, 1)
        layout.addStretch(0)

    def show_report(self, report: "ImportReport", title: str) -> None:
        """Show a report under a title that says whether it is a trial."""
        self._report = report
        self._title.setText(title)
        self._show_counts(report)
        self._given.setText(self._given_words(report))
        self._given.setVisible(bool(report.given))
        figure = report_words.figure
        words = self.tr("{rows} rows read, {skipped} left out or repeated, {refused} refused.")
        self._rows.setText(
            words.format(rows=figure(report.rows), skipped=figure(report.skipped), refused=figure(report.refused_count))
        )
        lines = [
            self.tr("{count} × {sentence}").format(count=figure(count), sentence=report_words.warning(sentence))
            for sentence, count in report.warnings.most_common(_SHOWN_WARNINGS)
        ]
        self._warnings.setText("\n".join(lines))
        self._warnings.setVisible(bool(lines))
        has_refused = bool(report.refused)
        self._refused_title.setVisible(has_refused)
        self._table.setVisible(has_refused)
        self._refused_title.setText(self._refused_words(report))
        self._model.set_rows([_row(item.row, *report_words.reason(item)) for item in report.refused])

    def _given_words(self, report: "ImportReport") -> str:
        """Say who gets how many leads, the most first."""
        each = self.tr("{name} {count}")
        shares = [
            each.format(name=name, count=report_words.figure(count)) for name, count in report.given.most_common(_SHOWN_SHARES)
        ]
        if len(report.given) > _SHOWN_SHARES:
            shares.append("…")
        words = self.tr("Would go to: {shares}") if report.dry_run else self.tr("Went to: {shares}")
        return words.format(shares=" · ".join(shares))

    def _refused_words(self, report: "ImportReport") -> str:
        if report.refused_count > len(report.refused):
            text = self.tr("The first {shown} of {refused} refused rows; all others are imported")
        else:
            text = self.tr("Refused rows; all others are imported")
        figure = report_words.figure
        return text.format(shown=figure(len(report.refused)), refused=figure(report.refused_count))

    def _show_counts(self, report: "ImportReport") -> None:
        if self._counts is not None:
            self._counts.hide()
            self._counts.deleteLater()
        self._counts = QWidget(self)
        grid = QGridLayout(self._counts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * MARGIN)
        grid.setVerticalSpacing(GAP // 2)
        heads = (self.tr("created"), self.tr("updated"), self.tr("unchanged"))
        if report.dry_run:
            heads = (self.tr("to create"), self.tr("to update"), self.tr("unchanged"))
        for place, head in enumerate(heads, start=1):
            self._put(grid, 0, place, head, "secondary")
        for line, (kind, count) in enumerate(report.kinds.items(), start=1):
            grid.addWidget(QLabel(report_words.kind_name(kind), self._counts), line, 0)
            for place, number in enumerate((count.created, count.updated, count.unchanged), start=1):
                self._put(grid, line, place, report_words.figure(number), "strong" if number else "secondary")
        grid.setColumnStretch(len(heads) + 1, 1)
        self._counts_place.addWidget(self._counts)

    def _put(self, grid: QGridLayout, line: int, place: int, text: str, role: str) -> None:
        label = QLabel(text, self._counts)
        mark(label, textRole=role)
        grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignRight)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if self._report is not None:
            self.row_asked.emit(self._report.refused[index.row()].row)


def _row(number: int, field: str, reason: str) -> TableRow:
    cells = {"row": Cell(report_words.figure(number)), "field": Cell(field), "reason": Cell(reason, tooltip=reason)}
    return TableRow(str(number), cells)
