"""The last pages of the wizard: the import under way, and its result."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.steps.progress_page import ProgressPage
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports.report_view import ReportView

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport


class ImportingPage(ProgressPage):
    """How far the import is; says that it needs nobody to watch it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = QLabel(
            self.tr(
                "You can close this and go on working: the line at the bottom of the window shows how far it is. "
                "Searching and reading work as ever; what you change meanwhile is saved when the import has ended."
            ),
            self,
        )
        note.setWordWrap(True)
        mark(note, textRole="secondary")
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, note)


class ResultPage(QWidget):
    """What the import did, the refused rows to be saved, and the way back.

    Signals:
        undo_asked: take the import back.
        row_asked: int, see `ReportView`.
    """

    undo_asked = Signal()
    row_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused = ""
        self._saved: Path | None = None
        self._name = ""
        self._messages = MessageBar(self)
        self._report = ReportView(self)
        self._report.row_asked.connect(self.row_asked)
        self._note = QLabel(
            self.tr(
                "A file with the refused rows and the reasons is kept until this is closed. It holds customers' data, readable by "
                "anybody who gets the file: save it where you need it, correct the rows, and import it again."
            ),
            self,
        )
        self._note.setWordWrap(True)
        mark(self._note, textRole="secondary")
        self._save = QPushButton(self.tr("Save the refused rows as…"), self)
        self._folder = QPushButton(self.tr("Open its folder"), self)
        self._undo = QPushButton(self.tr("Undo this import"), self)
        for button in (self._save, self._folder, self._undo):
            button.setAutoDefault(False)
        self._save.clicked.connect(self._on_save_clicked)
        self._folder.clicked.connect(self._on_folder_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        buttons.addWidget(self._folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._messages)
        layout.addWidget(self._report, 1)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    @property
    def has_unsaved_rows(self) -> bool:
        """Whether closing throws refused rows away."""
        return bool(self._refused) and self._saved is None

    def show_report(self, report: "ImportReport", name: str) -> None:
        """Show the result of importing the file of this name."""
        self._name, self._saved = name, None
        self._refused = report.refused_file or ""
        self._report.show_report(report, self.tr("{name} is imported").format(name=name))
        for widget in (self._note, self._save):
            widget.setVisible(bool(self._refused))
        self._folder.setVisible(False)
        self._undo.setEnabled(bool(report.changes))

    def show_undone(self) -> None:
        """Say that the import was taken back."""
        self._undo.setEnabled(False)
        self._messages.show_message(self.tr("The import was undone."), Severity.OK)

    def save_refused(self, path: str) -> None:
        """Copy the refused rows to where the person wants them."""
        target = Path(path)
        try:
            shutil.copyfile(self._refused, target)
        except OSError as error:
            text = self.tr("The rows cannot be saved there: {reason}. Choose another folder.")
            self._messages.show_message(text.format(reason=error.strerror or error), Severity.BAD)
            return
        self._saved = target
        self._folder.setVisible(True)
        self._messages.show_message(self.tr("Saved as {name}.").format(name=target.name), Severity.OK)

    @Slot()
    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the refused rows"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text with commas (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("{name} – refused.csv").format(name=Path(self._name).stem))
        dialog.fileSelected.connect(self.save_refused)
        dialog.open()

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._undo.setEnabled(False)
        self.undo_asked.emit()
