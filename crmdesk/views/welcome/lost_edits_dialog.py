"""What was entered since the backup that took a damaged store's place: to read, to keep, to enter again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.clock import from_iso
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_fields import field_info
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.languages import translate_error
from crmdesk.ui.table.columns import Cell, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.welcome.cover_page import sentence
from crmdesk.views.words import field_label, time_text, word

_SIZE: Final = QSize(820, 520)


@dataclass(frozen=True, slots=True)
class LostEdit:
    """One entry the backup does not have.

    Attributes:
        at: ISO 8601 UTC. name: the record's. kind: its `RecordKind` value. field: empty for a new record. value: as stored.
    """

    at: str
    name: str
    kind: str
    field: str
    value: str


class LostEditsDialog(QDialog):
    """A table of lost entries; everything of it can be copied or saved, and entered again at once when the caller can do that."""

    def __init__(
        self,
        edits: Sequence[LostEdit],
        kept: str,
        *,
        is_complete: bool,
        enter_again: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = tuple(_words(edit) for edit in edits)
        self._enter_again = enter_again
        self.setWindowTitle(self.tr("Entered since the backup"))
        self.resize(_SIZE)
        self._lead = sentence(self, "")
        self._lead.setText(self._lead_text(kept, is_complete=is_complete))
        columns = (
            Column("at", self.tr("When"), 140, sortable=False),
            Column("name", self.tr("Record"), 220, sortable=False),
            Column("kind", self.tr("Kind"), 110, sortable=False),
            Column("field", self.tr("Field"), 120, sortable=False),
            Column("value", self.tr("Value"), 200, sortable=False, stretches=True),
        )
        self._columns = columns
        keys = [column.key for column in columns]
        rows = [
            TableRow(str(at), {key: Cell(text) for key, text in zip(keys, row, strict=True)}) for at, row in enumerate(self._rows)
        ]
        model = RowsModel(columns, rows, self)
        self.view = RowsView(self)
        self.view.show_rows(model, model)
        self.view.setAccessibleName(self.tr("Entries"))
        self.view.setVisible(bool(rows))
        self._problem = QLabel(self)
        mark(self._problem, textRole="bad")
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self._lead)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())

    def _lead_text(self, kept: str, *, is_complete: bool) -> str:
        if not self._rows and is_complete:
            text = self.tr("The backup holds everything: nothing was entered since. The damaged file is kept as {path}.")
        elif is_complete:
            text = self.tr("%n entries were made after the backup. The damaged file is kept as {path}.", "", len(self._rows))
        else:
            text = self.tr(
                "%n entries made after the backup could be read; others could not. The damaged file is kept as {path}.",
                "",
                len(self._rows),
            )
        return text.format(path=kept)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        copy = QPushButton(self.tr("&Copy"), self)
        save = QPushButton(self.tr("&Save as CSV …"), self)
        close = QPushButton(self.tr("Close"), self)
        copy.clicked.connect(self.copy)
        save.clicked.connect(self._on_save_clicked)
        close.clicked.connect(self.accept)
        for button in (copy, save):
            button.setEnabled(bool(self._rows))
            row.addWidget(button)
        row.addStretch(1)
        if self._enter_again is not None and self._rows:
            again = QPushButton(self.tr("&Enter all again"), self)
            again.setToolTip(self.tr("Makes these entries in the restored file; they can be undone"))
            mark(again, kind="primary")
            again.clicked.connect(self._on_again_clicked)
            row.addWidget(again)
            again.setDefault(True)
        else:
            close.setDefault(True)
        row.addWidget(close)
        return row

    @Slot()
    def copy(self) -> None:
        """Put all entries on the clipboard as tab-separated lines."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(_one_line(cell) for cell in row) for row in self._rows))

    def save(self, path: str) -> None:
        """Write all entries to a CSV file that is safe to open in a spreadsheet."""
        from crmdesk.exchange.safe_csv import SafeCsvWriter

        try:
            with SafeCsvWriter(Path(path)) as file:
                file.write([column.title for column in self._columns])
                for row in self._rows:
                    file.write(row)
        except CrmError as error:
            self._problem.setText(translate_error(error))
            self._problem.show()

    @Slot()
    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the entries"), str(Path.home() / "crmdesk-entries.csv"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot()
    def _on_again_clicked(self) -> None:
        self.accept()
        if self._enter_again is not None:
            self._enter_again()


def show_lost_edits(
    parent: QWidget,
    edits: Sequence[LostEdit],
    kept: str,
    *,
    is_complete: bool,
    enter_again: Callable[[], object] | None = None,
) -> LostEditsDialog:
    """Show what was entered since the backup. `enter_again` is a bound method of a QObject, called when the user wants it."""
    return open_dialog(LostEditsDialog(edits, kept, is_complete=is_complete, enter_again=enter_again, parent=parent))


def _words(edit: LostEdit) -> tuple[str, str, str, str, str]:
    kind = RecordKind(edit.kind) if edit.kind in set(RecordKind) else None
    info = None if kind is None else field_info(kind, edit.field)
    label = field_label(info.label) if info is not None else edit.field
    return (time_text(from_iso(edit.at)), edit.name, edit.kind if kind is None else word(kind), label, edit.value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
