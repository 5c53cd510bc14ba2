"""The export wizard: where to, what would be written, the report. It puts the pages together and carries nothing out itself."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.steps.step_dialog import StepDialog, StepSpec
from crmdesk.ui.tasks.progress import Progress, ProgressState
from crmdesk.views.export.report_view import ReportView
from crmdesk.views.export.target_page import TargetPage

if TYPE_CHECKING:
    from crmdesk.sync.export.values import ExportReport
    from crmdesk.ui.status_line import ProgressItem
    from crmdesk.views.context import ViewContext
    from crmdesk.views.export.job import ExportJob

TARGET: Final = "target"
CHECK: Final = "check"
RESULT: Final = "result"
_STEPS: Final = 1000
_WIDTH, _HEIGHT = 900, 560


class ExportWizard(StepDialog):
    """Lives until it is closed; while something runs it stays, with a way to stop it. The window can be worked in meanwhile."""

    def __init__(self, context: "ViewContext", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Export to a database"), parent)
        self._context = context
        self._job: ExportJob | None = None
        self._is_preview = True
        self._meter: Progress | None = None
        self._item: ProgressItem | None = None
        self.target = TargetPage(self)
        self.messages = MessageBar(self)
        self.check, self.report = ReportView(self), ReportView(self)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.messages)
        layout.addWidget(self.target, 1)
        self.add_step(StepSpec(TARGET, self.tr("Where to"), self.tr("Check what would be written")), page)
        self.add_step(StepSpec(CHECK, self.tr("Check"), self.tr("Export")), self.check)
        self.add_step(StepSpec(RESULT, self.tr("Report"), self.tr("Close")), self.report)
        last = context.preferences.current
        self.target.show_last(last.export_to, last.export_user, last.export_schema)
        self.target.edited.connect(self._on_edited)
        self.primary_clicked.connect(self._on_step_finished)
        self.cancel_asked.connect(self._on_cancel_asked)
        self.set_blocked(TARGET, self.target.problem)
        self.resize(_WIDTH, _HEIGHT)
        self.target.setFocus()

    @override
    def done(self, result: int) -> None:
        self._end()
        self._meter = None  # it holds a method of this dialog, which would otherwise wait for the garbage collector
        super().done(result)

    @Slot()
    def _on_edited(self) -> None:
        self.forget_after(TARGET)
        self.set_blocked(TARGET, self.target.problem)

    @Slot(str)
    def _on_step_finished(self, step: str) -> None:
        if step == RESULT:
            self.accept()
        else:
            self._start(is_preview=step == TARGET)

    def _start(self, *, is_preview: bool) -> None:
        if self._job is not None:
            return
        wish = self.target.wish(is_preview=is_preview)
        self._is_preview = is_preview
        self.messages.dismiss()
        self.show_progress(
            self.tr("Comparing with {name}. Nothing is written.").format(name=wish.address)
            if is_preview
            else self.tr("Exporting to {name}").format(name=wish.address)
        )
        self._meter = Progress(self.show_progress_state)
        if not is_preview:
            self._item = self._context.frame.add_progress(self.tr("Exporting to {name}").format(name=wish.address))
            self._item.cancel_requested.connect(self._on_cancel_asked)
        job = self._job = self._context.exports.new_job()
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.start(wish)

    def _end(self) -> None:
        self._job = None
        if self._item is not None:
            self._context.frame.remove_progress(self._item)
            self._item = None

    @Slot()
    def _on_cancel_asked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        done = min(round(_STEPS * share), _STEPS - 1)  # the last step is the commit
        if self._meter is not None:
            self._meter(done, _STEPS)
        if self._item is not None:
            self._item.show_progress(ProgressState(done, _STEPS, "", None))

    @Slot(object)
    def _on_finished(self, report: "ExportReport") -> None:
        self._end()
        self._remember()
        if self._is_preview:
            self.check.show_report(report)
            self.show_step(CHECK)
            self.forget_after(CHECK)
            nothing = not report.total.written and not report.is_first
            self.set_blocked(CHECK, self.tr("There is nothing to write.") if nothing else "")
        else:
            self.report.show_report(report)
            self.show_step(RESULT)

    def _remember(self) -> None:
        """Keep where it went for the next time, never the password; that it cannot be kept stops nobody."""
        wish = self.target.wish(is_preview=True)
        present = self._context.preferences.current
        with suppress(OSError):
            self._context.preferences.change(
                replace(present, export_to=wish.address, export_user=wish.user, export_schema=wish.schema)
            )

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._end()
        self._back_to_target(translate_error(error), Severity.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._back_to_target(self.tr("Stopped. Nothing was written."), Severity.INFO)

    def _back_to_target(self, text: str, severity: Severity) -> None:
        self.show_step(TARGET)
        self.forget_after(TARGET)
        self.messages.show_message(text, severity)


def open_export(context: "ViewContext", parent: QWidget) -> ExportWizard:
    """Open the wizard."""
    return open_dialog(ExportWizard(context, parent))
