"""Who developed which customers in a period: for the bonus of new customers, and for the talk about it."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.words import day_text, field_label, refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from collections.abc import Sequence
    from pathlib import Path

    from crmdesk.services.conversion import Developed

_T: Final = QT_TRANSLATE_NOOP
_SIZE: Final = QSize(820, 520)
_PERIODS: Final = (
    ("month", _T("developed", "This month")),
    ("quarter", _T("developed", "This quarter")),
    ("year", _T("developed", "This year")),
    ("last_year", _T("developed", "Last year")),
    ("all", _T("developed", "All time")),
)
_EVERYBODY: Final = ""


def period(key: str, today: date) -> tuple[date, date]:
    """Return first and last day of a period as of a day.

    Raises:
        KeyError: there is no such period.
    """
    quarter = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    year = today.replace(month=1, day=1)
    return {
        "month": (today.replace(day=1), today),
        "quarter": (quarter, today),
        "year": (year, today),
        "last_year": (year.replace(year=year.year - 1), year - timedelta(days=1)),
        "all": (date.min.replace(year=1900), today),
    }[key]


def open_developed(context: ViewContext, parent: QWidget | None = None) -> "DevelopedDialog":
    """Open the list."""
    return open_dialog(DevelopedDialog(context, parent))


class DevelopedDialog(QDialog):
    """Enter shows the customer; the list can be copied and saved as a table."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: Sequence[Developed] = ()
        self.resize(_SIZE)
        mark(self, surface="surface")
        self.setWindowTitle(self.tr("New customers"))
        self.periods = QComboBox(self)
        for key, text in _PERIODS:
            self.periods.addItem(QCoreApplication.translate("developed", text), key)
        self.periods.setCurrentIndex(2)
        self.periods.setAccessibleName(self.tr("Period"))
        self.people = QComboBox(self)
        self.people.setAccessibleName(self.tr("Developed by"))
        self.people.addItem(self.tr("Everybody"), _EVERYBODY)
        self._words = QLabel(self)
        mark(self._words, textRole="secondary")
        self._model = RowsModel(_columns(), (), self)
        self.list = RowsView(self)
        self.list.show_rows(self._model, self._model)
        self.list.setAccessibleName(self.tr("New customers"))
        self._nothing = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.list)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.save = QPushButton(self.tr("Save as a table …"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self.periods.activated.connect(self._load)
        self.people.activated.connect(self._show)
        self.list.activated.connect(self._on_activated)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.reject)
        self._load()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.periods)
        top.addWidget(self.people)
        top.addWidget(self._words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (self.copy, self.save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    @Slot()
    def _load(self) -> None:
        since, until = period(str(self.periods.currentData()), date.today())  # noqa: DTZ011 - days of this computer's calendar
        work = partial(self._context.services.conversion.developed, since, until)
        self._context.tasks.read(work, done=self._on_loaded, latest="developed")

    @Slot(object)
    def _on_loaded(self, rows: "tuple[Developed, ...]") -> None:
        self._rows = rows
        chosen = self.people.currentData()
        names = sorted({row.user for row in rows if row.user})
        while self.people.count() > 1:
            self.people.removeItem(1)
        for name in names:
            self.people.addItem(name, name)
        self.people.setCurrentIndex(max(self.people.findData(chosen), 0))
        self._show()

    @Slot()
    def _show(self) -> None:
        rows = self._shown()
        self._model.set_rows([_row(row) for row in rows])
        text = self.tr("%n new customers", "", sum(row.is_new_company for row in rows))
        sites = sum(row.is_new_site and not row.is_new_company for row in rows)
        self._words.setText(self.tr("{new}, {sites} new sites of known ones").format(new=text, sites=sites))
        self._words.setVisible(bool(rows))
        text = self.tr("Nobody became a customer in this period. Leads become customers when they are converted.")
        self._nothing.show_state("users", text)
        self._stack.setCurrentWidget(self.list if rows else self._nothing)
        for button in (self.copy, self.save):
            button.setEnabled(bool(rows))
        if rows:
            self.list.setFocus()

    def _shown(self) -> "list[Developed]":
        who = str(self.people.currentData() or _EVERYBODY)
        return [row for row in self._rows if who in {_EVERYBODY, row.user}]

    @Slot()
    def _on_activated(self) -> None:
        row = self.list.currentIndex().row()
        rows = self._shown()
        if 0 <= row < len(rows):
            self._context.record_asked.emit(str(rows[row].site))
            self.accept()

    def _table(self) -> list[list[str]]:
        """Return the list as texts, its columns first."""
        columns = self._model.columns
        lines = [[_row(row).cells[column.key].text for column in columns] for row in self._shown()]
        return [[column.title for column in columns], *lines]

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self._table()))

    @Slot()
    def _on_save(self) -> None:
        from pathlib import Path

        name, _ = QFileDialog.getSaveFileName(self, self.save.text(), f"{self.windowTitle()}.csv", "CSV (*.csv)")
        if name:
            work = partial(_save, Path(name), self._table())
            self._context.tasks.read(work, done=self._on_saved, failed=self._on_refused, latest="save developed")

    @Slot(object)
    def _on_saved(self, name: str) -> None:
        self._context.frame.show_message(self.tr("Saved {name}.").format(name=name), Severity.OK)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)


def _save(path: "Path", table: list[list[str]]) -> str:
    from crmdesk.exchange.safe_csv import SafeCsvWriter

    with SafeCsvWriter(path) as writer:
        for line in table:
            writer.write(line)
    return path.name


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column("company", field_label("Company"), 200, sortable=False, stretches=True, fixed=True),
        Column("site", field_label("Site"), 160, sortable=False),
        Column("user", translate("developed", "Developed by"), 110, sortable=False),
        Column("day", translate("developed", "On"), 92, CellKind.TEXT, sortable=False),
        Column("what", translate("developed", "What is new"), 110, sortable=False),
        Column(
            "order",
            translate("developed", "First order"),
            92,
            sortable=False,
            tooltip=translate("developed", "Joins when there are orders"),
        ),
    )


def _row(row: "Developed") -> TableRow:
    translate = QCoreApplication.translate
    what = translate("developed", "Nothing: the account was known")
    if row.is_new_company:
        what = translate("developed", "Company")
    elif row.is_new_site:
        what = translate("developed", "Site of a known company")
    return TableRow(
        row.lead_id,
        {
            "company": Cell(row.company_name),
            "site": Cell(row.site_name),
            "user": Cell(row.user),
            "day": Cell(day_text(row.at.astimezone().date())),
            "what": Cell(what),
            "order": Cell(translate("developed", "none yet")),
        },
    )
