"""What a split would do, or did, line by line; to be saved as a file."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.table.columns import Cell, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.splitting.words import figure, kind_text, reason_text, translated

if TYPE_CHECKING:
    from crmdesk.services.splitting.service import ReportRow

_SHOWN: Final = 2_000
"""Lines on the screen; the file has all."""


class ReportPage(QWidget):
    """A title, a sentence, the lines, and the button that saves them.

    Signals:
        undo_asked: take the split back.
        file_asked: str, path the whole report is to be saved to.
    """

    undo_asked = Signal()
    file_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = MessageBar(self)
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        mark(self._title, textRole="recordTitle")
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        mark(self._sentence, textRole="secondary")
        self._model = RowsModel(
            (
                Column("account", self.tr("Account"), 170, sortable=False),
                Column("kind", self.tr("Kind"), 110, sortable=False),
                Column("name", self.tr("Record"), 220, sortable=False),
                Column("site", self.tr("Goes to"), 200, sortable=False),
                Column("reason", self.tr("Why"), 260, sortable=False, stretches=True),
            ),
            parent=self,
        )
        self._table = RowsView(self)
        self._table.show_rows(self._model, self._model)
        self._table.setAccessibleName(self.tr("What goes where"))
        self._save = QPushButton(self.tr("Save as CSV…"), self)
        self._undo = QPushButton(self.tr("Undo the split"), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        for button in (self._save, self._undo):
            button.setAutoDefault(False)
        self._save.clicked.connect(self._on_save_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in (self._messages, self._title, self._sentence):
            layout.addWidget(widget)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)

    def show_report(self, title: str, sentence: str, rows: "Iterable[ReportRow]", *, can_undo: bool = False) -> None:
        """Show lines under a title."""
        self._messages.dismiss()
        self._title.setText(title)
        found = [_row(number, row) for number, row in enumerate(islice(rows, _SHOWN + 1))]
        if len(found) > _SHOWN:
            found.pop()
            more = self.tr("The first {count} lines; the file has all of them.").format(count=figure(_SHOWN))
            sentence = f"{sentence}\n{more}" if sentence else more
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._model.set_rows(found)
        self._table.setVisible(bool(found))
        self._undo.setVisible(can_undo)
        self._undo.setEnabled(can_undo)
        self._save.setVisible(not can_undo)

    def show_failure(self, error: CrmError) -> None:
        """Say why nothing was done."""
        self._messages.show_message(translate_error(error), Severity.BAD)

    def show_saved(self, path: str) -> None:
        """Say that the report was saved."""
        self._messages.show_message(self.tr("Saved as {name}.").format(name=Path(path).name), Severity.OK)

    def show_undone(self) -> None:
        """Say that the split was taken back."""
        self._undo.setEnabled(False)
        self._messages.show_message(self.tr("The split was undone."), Severity.OK)

    @Slot()
    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save what goes where"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text with commas (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("split.csv"))
        dialog.fileSelected.connect(self.file_asked)
        dialog.open()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._undo.setEnabled(False)
        self.undo_asked.emit()


def _row(number: int, row: "ReportRow") -> TableRow:
    reason = reason_text(row.reason)
    role = Role.WARN if row.reason.is_weak else Role.SECONDARY
    kind = translated("splitting", QT_TRANSLATE_NOOP("splitting", "New site")) if row.kind == "site" else kind_text(row.kind)
    cells = {
        "account": Cell(row.account),
        "kind": Cell(kind, role=Role.SECONDARY),
        "name": Cell(row.name, tooltip=row.name),
        "site": Cell(row.site, role=Role.SECONDARY if row.is_staying else None),
        "reason": Cell(reason, role=role, tooltip=reason),
    }
    return TableRow(str(number), cells)
