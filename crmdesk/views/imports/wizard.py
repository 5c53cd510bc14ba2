"""The import wizard: file, columns, where leads go, check, result. It puts the pages together and carries nothing out itself."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.exchange.fields import Subject
from crmdesk.exchange.importing.lead_options import LeadOptions
from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.steps.step_dialog import StepDialog, StepSpec
from crmdesk.ui.tasks.progress import Progress
from crmdesk.views.imports.columns_page import ColumnsPage
from crmdesk.views.imports.file_page import FilePage
from crmdesk.views.imports.leads_page import LeadsPage
from crmdesk.views.imports.outcome_pages import ImportingPage, ResultPage
from crmdesk.views.imports.report_view import ReportView
from crmdesk.views.imports.report_words import refusal_words

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport
    from crmdesk.views.context import ViewContext
    from crmdesk.views.imports.desk import ImportDesk
    from crmdesk.views.imports.job import ImportJob
    from crmdesk.views.imports.opening import OpenedFile

FILE: Final = "file"
COLUMNS: Final = "columns"
WHERE: Final = "where"
CHECK: Final = "check"
RESULT: Final = "result"
_STEPS: Final = 1000
_WIDTH, _HEIGHT = 1040, 640


class ImportWizard(StepDialog):
    """Lives until it is closed; the import it began lives on with the desk."""

    def __init__(self, context: "ViewContext", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import customers or leads"), parent)
        self._context = context
        self._desk: ImportDesk = context.imports
        self._trial: ImportJob | None = None
        self._report: ImportReport | None = None
        self._meter: Progress | None = None
        self._file_page = FilePage(context.tasks, self._desk.mappings, self)
        self._columns_page = ColumnsPage(self)
        self._leads_page = LeadsPage(context, self)
        self._check_messages = MessageBar(self)
        self._check_report = ReportView(self)
        self._importing_page = ImportingPage(self)
        self._result_page = ResultPage(self)
        self._outcome = QStackedWidget(self)
        self._outcome.addWidget(self._importing_page)
        self._outcome.addWidget(self._result_page)
        check = QWidget(self)
        layout = QVBoxLayout(check)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._check_messages)
        layout.addWidget(self._check_report, 1)
        self.add_step(StepSpec(FILE, self.tr("File"), self.tr("Continue to the columns")), self._file_page)
        self.add_step(StepSpec(COLUMNS, self.tr("Columns"), ""), self._columns_page)
        self.add_step(StepSpec(WHERE, self.tr("Who gets them"), self.tr("Check what would happen")), self._leads_page)
        self.add_step(StepSpec(CHECK, self.tr("Check"), self.tr("Import")), check)
        self.add_step(StepSpec(RESULT, self.tr("Result"), ""), self._outcome)
        self._show_subject()
        self._show_blocks()
        self._connect()
        self.resize(_WIDTH, _HEIGHT)
        self._file_page.focus_first()

    def _connect(self) -> None:
        self.primary_clicked.connect(self._on_step_finished)
        self.cancel_asked.connect(self._on_cancel_asked)
        self._file_page.opened.connect(self._on_file_opened)
        self._columns_page.edited.connect(self._on_mapping_edited)
        self._leads_page.edited.connect(self._on_leads_edited)
        self._check_report.row_asked.connect(self._on_row_asked)
        self._importing_page.cancel_asked.connect(self._desk.cancel)
        self._result_page.row_asked.connect(self._on_row_asked)
        self._result_page.undo_asked.connect(self._on_undo_asked)
        self._desk.ended.connect(self._show_blocks)
        self._desk.undone.connect(self._on_undone)

    def open_path(self, path: str) -> None:
        """Begin with a file."""
        self._file_page.open_path(path)

    def show_result(self, report: "ImportReport", name: str) -> None:
        """Show what an import did."""
        self._report = report
        self._show_subject(report.subject)
        self._result_page.show_report(report, name)
        self._outcome.setCurrentWidget(self._result_page)
        self.show_step(RESULT)
        self._primary.setFocus()

    @override
    def done(self, result: int) -> None:
        if self._trial is not None:
            self._trial.cancel()
        self._meter = None  # it holds a method of this dialog, which would otherwise wait for the garbage collector
        super().done(result)

    # File and columns

    @Slot(object)
    def _on_file_opened(self, file: "OpenedFile | None") -> None:
        self.forget_after(FILE)
        if file is not None:
            self._columns_page.show_file(file)
            self._show_subject()
        self._show_blocks()
        if self.current_step == FILE:
            self._file_page.focus_first()

    @Slot()
    def _on_mapping_edited(self) -> None:
        self.forget_after(COLUMNS)
        self._show_subject()
        self._show_blocks()

    @Slot()
    def _on_leads_edited(self) -> None:
        if self.current_step == WHERE:
            self.forget_after(WHERE)
        self._show_subject()
        self._show_blocks()

    def _show_subject(self, subject: Subject | None = None) -> None:
        """Ask where rows go, and offer to show them, as what they are."""
        is_leads = (subject or self._columns_page.mapping.subject) is Subject.LEADS
        after = self.tr("Continue to where they go") if is_leads else self.tr("Check what would happen")
        self.set_step(StepSpec(COLUMNS, self.tr("Columns"), after))
        self.set_step(StepSpec(WHERE, self.tr("Who gets them"), self.tr("Check what would happen")), is_shown=is_leads)
        shown = self.tr("Show the customers")
        if is_leads:
            shown = self.tr("Show the pool") if self._is_pooled else self.tr("Show the leads")
        self.set_step(StepSpec(RESULT, self.tr("Result"), shown))

    @property
    def _is_pooled(self) -> bool:
        """Whether all leads go into a pool."""
        options = self._leads_page.options
        return bool(options.pool_id) and options.spread is None

    @Slot()
    def _show_blocks(self) -> None:
        """Say what each step waits for."""
        if self._desk.is_undoing:
            busy = self.tr("An import is being undone. Wait until that has ended.")
        else:
            busy = self.tr("An import is under way. Wait until it has ended.") if self._desk.is_importing else ""
        self.set_blocked(FILE, busy or ("" if self._file_page.file else self.tr("Choose a file first.")))
        self.set_blocked(COLUMNS, busy or self._columns_page.problem)
        self.set_blocked(WHERE, busy or self._leads_page.problem)
        self.set_blocked(CHECK, busy)
        self.set_blocked(RESULT, busy)

    @Slot(str)
    def _on_step_finished(self, step: str) -> None:
        if step == FILE:
            self.show_step(COLUMNS)
            self._columns_page.focus_first()
        elif step == COLUMNS and self._columns_page.mapping.subject is Subject.LEADS:
            self._leads_page.show_mapping(self._columns_page.mapping)
            self.show_step(WHERE)
            self._leads_page.focus_first()
        elif step in {COLUMNS, WHERE}:
            self._start_trial()
        elif step == CHECK:
            self._start_import()
        elif step == RESULT:
            is_leads = self._report is not None and self._report.subject is Subject.LEADS
            self._context.frame.show_page("accounts" if not is_leads else "pools" if self._is_pooled else "leads")
            self.accept()

    @Slot(int)
    def _on_row_asked(self, number: int) -> None:
        self.show_step(FILE)
        self._file_page.show_row(number)

    # Check

    def _request(self, *, dry_run: bool, refused_file: Path | None = None) -> ImportRequest | None:
        file = self._file_page.file
        if file is None:
            return None
        words = refusal_words() if refused_file is not None else {}
        mapping = self._columns_page.mapping
        leads = self._leads_page.options if mapping.subject is Subject.LEADS else LeadOptions()
        return ImportRequest(file.source, mapping, dry_run, refused_file, words, leads)

    def _start_trial(self) -> None:
        request = self._request(dry_run=True)
        if request is None:
            return
        self.show_progress(self.tr("Checking {name}. Nothing is changed.").format(name=request.source.path.name))
        self._meter = Progress(self.show_progress_state)
        job = self._trial = self._desk.new_job()
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_trial_finished)
        job.failed.connect(self._on_trial_failed)
        job.cancelled.connect(self._on_trial_cancelled)
        job.start(request)

    @Slot()
    def _on_cancel_asked(self) -> None:
        if self._trial is not None:
            self._trial.cancel()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._meter is not None:
            self._meter(min(round(_STEPS * share), _STEPS - 1), _STEPS)

    @Slot(object)
    def _on_trial_finished(self, report: "ImportReport") -> None:
        self._trial = None
        self._check_messages.dismiss()
        self._check_report.setVisible(True)
        self._check_report.show_report(report, self.tr("What the import would do. Nothing is changed so far."))
        self.show_step(CHECK)
        self._show_blocks()
        self._primary.setFocus()
        if not _would_change(report):
            self.set_blocked(CHECK, self.tr("There is nothing to import: no row would create or change anything."))

    @Slot(object)
    def _on_trial_failed(self, error: CrmError) -> None:
        self._trial = None
        self._show_failure(error)

    @Slot()
    def _on_trial_cancelled(self) -> None:
        self._trial = None
        self.show_step(WHERE if self._columns_page.mapping.subject is Subject.LEADS else COLUMNS)

    def _show_failure(self, error: CrmError) -> None:
        self._check_messages.show_message(translate_error(error), Severity.BAD)
        self._check_report.setVisible(False)
        self.show_step(CHECK)
        self.forget_after(CHECK)
        self.set_blocked(CHECK, translate_error(error))

    # Import

    def _start_import(self) -> None:
        request = self._request(dry_run=False, refused_file=self._desk.new_refused_file())
        if request is None or self._desk.is_importing or self._desk.is_undoing:
            return
        self._remember(request)
        self._importing_page.begin(self.tr("Importing {name}").format(name=request.source.path.name))
        self._meter = Progress(self._importing_page.show_state)
        job = self._desk.begin(request, self)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_import_finished)
        job.failed.connect(self._on_import_failed)
        job.cancelled.connect(self._on_import_cancelled)
        self._outcome.setCurrentWidget(self._importing_page)
        self.show_step(RESULT)
        self._show_blocks()

    def _remember(self, request: ImportRequest) -> None:
        """Keep the mapping for files with the same columns; that it cannot be kept stops nobody."""
        mapping = request.mapping.narrowed(request.source.headers)
        if mapping.signature:
            with suppress(CrmError, OSError):
                self._desk.mappings.save(mapping.name or request.source.path.stem, replace(mapping, requires=()))

    @Slot(object)
    def _on_import_finished(self, report: "ImportReport") -> None:
        self.show_result(report, self._desk.file_name)

    @Slot(object)
    def _on_import_failed(self, error: CrmError) -> None:
        self._show_failure(error)

    @Slot()
    def _on_import_cancelled(self) -> None:
        self.show_step(CHECK)
        self.forget_after(CHECK)
        self._check_messages.show_message(self.tr("The import was stopped. Nothing was changed."), Severity.INFO)

    @Slot()
    def _on_undo_asked(self) -> None:
        if self._report is not None:
            self._desk.undo(self._report)

    @Slot()
    def _on_undone(self) -> None:
        self._result_page.show_undone()


def open_import_wizard(context: "ViewContext", parent: QWidget, path: str = "") -> ImportWizard:
    """Open the wizard, with a file already in it when `path` names one (a file's URL does as well)."""
    wizard = open_dialog(ImportWizard(context, parent))
    if path:
        wizard.open_path(QUrl(path).toLocalFile() if path.startswith("file:") else path)
    return wizard


def open_import_result(context: "ViewContext", parent: QWidget, report: "ImportReport", name: str) -> ImportWizard:
    """Show the result of an import whose wizard was closed."""
    wizard = open_dialog(ImportWizard(context, parent))
    wizard.show_result(report, name)
    return wizard


def _would_change(report: "ImportReport") -> bool:
    return any(count.created or count.updated for count in report.kinds.values())
