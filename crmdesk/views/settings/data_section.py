"""The file itself: where it is, how it is protected, whether it is sound, and what import remembers."""

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import Severity as Gravity
from crmdesk.ui.copy_button import CopyButton
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.tasks.progress import Progress
from crmdesk.ui.theme.metrics import GAP, ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.words import size_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.exchange.mapping import Mapping
    from crmdesk.services.store_check import CheckReport, StoreCheck
    from crmdesk.ui.status_line import ProgressItem

_SHOWN: Final = 8


class DataSection(Section):
    """Checks run beside the work; a repair derives again what follows from other data and touches nothing entered."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Data"))
        self._item: ProgressItem | None = None
        self._forgotten: Mapping | None = None
        self.check = QPushButton(self.tr("&Check everything"), self)
        self.repair = QPushButton(self.tr("&Repair"), self)
        self.verdict = make_label("", "", self)
        self.findings = QListWidget(self)
        self.mappings = QListWidget(self)
        self._forget = QPushButton(self.tr("&Forget"), self)
        self._build_file()
        self._build_check()
        self._build_mappings()
        self._read_mappings()

    def _build_file(self) -> None:
        care = self.context.care
        place = QWidget(self)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        path = make_label(str(care.path), "", self)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(path, 1)
        row.addWidget(CopyButton(self._path_text, parent=self))
        place.setSizePolicy(place.sizePolicy().Policy.Expanding, place.sizePolicy().Policy.Preferred)
        size = size_text(care.path.stat().st_size) if care.path.is_file() else ""
        self.add_row(self.tr("File"), place, size)
        words = {
            "keyring": self.tr("Encrypted; the key is in this computer's keyring. Your login opens it."),
            "passphrase": self.tr("Encrypted with a passphrase, asked for at every start."),
            "none": self.tr("Unencrypted: whoever can read the file can read every customer in it."),
        }
        self.add_row(self.tr("Protection"), make_label(words[care.protection], "", self))
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        if care.is_demo:
            own = QPushButton(self.tr("Leave the demo, &use my own customers"), self)
            mark(own, kind="primary")
            own.clicked.connect(self.context.leave_demo_asked)
            line.addWidget(own)
        other = QPushButton(self.tr("&Open another file …"), self)
        other.clicked.connect(self._on_other)
        line.addWidget(other)
        line.addStretch(1)
        buttons.setFocusProxy(other)
        self.add_row("", buttons)

    def _path_text(self) -> str:
        return str(self.context.care.path)

    def _build_check(self) -> None:
        self.add_caption(self.tr("Is everything sound?"))
        told = self.tr("Reads the whole file and checks every rule. You can work on meanwhile.")
        self.add_widget(make_label(told, "secondary", self))
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.check)
        line.addWidget(self.repair)
        line.addStretch(1)
        self.add_widget(buttons)
        self.add_widget(self.verdict)
        self.add_widget(self.findings)
        self.findings.setAccessibleName(self.tr("What was found"))
        self.findings.setFrameShape(QFrame.Shape.NoFrame)
        self.findings.setWordWrap(True)
        for widget in (self.repair, self.verdict, self.findings):
            widget.hide()
        self.check.clicked.connect(self._on_check)
        self.repair.clicked.connect(self._on_repair)
        self.findings.itemActivated.connect(self._on_finding_activated)

    def _build_mappings(self) -> None:
        self.add_caption(self.tr("What import remembers"))
        self._no_mappings = make_label(
            self.tr("Nothing yet. When you import a file, its columns can be remembered under a name."), "secondary", self
        )
        self.add_widget(self._no_mappings)
        self.mappings.setAccessibleName(self.tr("Remembered columns"))
        self.mappings.setFrameShape(QFrame.Shape.NoFrame)
        self.add_widget(self.mappings)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._forget)
        line.addStretch(1)
        self.add_widget(row)
        self._forget.clicked.connect(self._on_forget)

    @Slot()
    def _on_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a crmdesk file or a backup"), str(self.context.care.path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("crmdesk files and backups (*.store *.db *.backup)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.context.open_asked)
        dialog.open()

    # Check

    @Slot()
    def _on_check(self) -> None:
        self.check.setEnabled(False)
        self._item = self.context.frame.add_progress(self.tr("Checking the file"))
        progress = self.context.tasks.progress(self._item.show_progress)
        self._item.follow(progress)
        self.context.tasks.read(_check, self.context.care.check, progress, done=self._on_checked, failed=self._on_not_checked)

    def _end(self) -> None:
        self.check.setEnabled(True)
        if self._item is not None:
            self.context.frame.remove_progress(self._item)
            self._item = None

    @Slot(object)
    def _on_checked(self, report: "CheckReport") -> None:
        self._end()
        self.findings.clear()
        for finding in report.findings:
            text = QCoreApplication.translate("findings", finding.template).format(**finding.params)
            cure = QCoreApplication.translate("findings", finding.cure)
            item = QListWidgetItem(f"{finding.code}  {text} {cure}".strip(), self.findings)
            item.setToolTip(cure)
            item.setData(Qt.ItemDataRole.UserRole, f"{finding.kind}:{finding.record_id}" if finding.record_id else "")
        count = len(report.findings)
        self.findings.setVisible(bool(count))
        self.findings.setFixedHeight(min(_SHOWN, max(1, count)) * (ROW_HEIGHT + 8) + 4)
        self.repair.setVisible(any(finding.severity is Gravity.WARNING for finding in report.findings))
        self.verdict.setText(self.tr("Everything is sound.") if not count else self.tr("%n findings:", "", count))
        mark(self.verdict, textRole="ok" if not count else "warn" if report.is_sound else "bad")
        self.verdict.show()

    @Slot(object)
    def _on_not_checked(self, error: CrmError) -> None:
        self._end()
        self.verdict.setText(translate_error(error))
        mark(self.verdict, textRole="warn")
        self.verdict.show()

    @Slot()
    def _on_repair(self) -> None:
        self.repair.setEnabled(False)
        self.context.tasks.write(self.context.care.check.repair, done=self._on_repaired)

    @Slot(object)
    def _on_repaired(self, changes: Changes) -> None:
        self.repair.setEnabled(True)
        self.context.published(changes)
        self.context.frame.show_message(self.tr("Repaired. Checking once more."), Severity.OK)
        self._on_check()

    @Slot(QListWidgetItem)
    def _on_finding_activated(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if str(key).partition(":")[0] in {"company", "site"}:
            self.context.record_asked.emit(key)

    # Mappings

    def _read_mappings(self) -> None:
        names = self.context.care.mappings.names()
        self.mappings.clear()
        self.mappings.addItems(names)
        self.mappings.setFixedHeight(min(_SHOWN, max(1, len(names))) * ROW_HEIGHT + 4)
        self.mappings.setCurrentRow(0)
        self.mappings.setVisible(bool(names))
        self._forget.setVisible(bool(names))
        self._no_mappings.setVisible(not names)

    @Slot()
    def _on_forget(self) -> None:
        if not self.mappings.selectedItems():
            return
        mappings, name = self.context.care.mappings, self.mappings.selectedItems()[0].text()
        kept = mappings.load(name)
        mappings.delete(name)
        self._read_mappings()
        self._forgotten = kept
        self.context.frame.show_undo(self.tr("The columns of {name} are forgotten.").format(name=name), self._on_unforget)

    def _on_unforget(self) -> None:
        if self._forgotten is not None:
            self.context.care.mappings.save(self._forgotten.name, self._forgotten)
            self._forgotten = None
            if shiboken6.isValid(self):
                self._read_mappings()


def _check(check: "StoreCheck", progress: Progress) -> "CheckReport":
    def is_cancelled() -> bool:
        return progress.cancelled

    return check.full(is_cancelled)
