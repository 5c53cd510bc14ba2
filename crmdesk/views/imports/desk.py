"""Follows the one import of a window: its line at the bottom, what waits for it, its result, and taking it back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.ids import new_id
from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.views.imports.job import ImportJob
from crmdesk.views.imports.job_line import JobLine
from crmdesk.views.imports.long_undo import LongUndo, Wish
from crmdesk.views.imports.report_words import summary

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport
    from crmdesk.exchange.importing.request import ImportRequest
    from crmdesk.services.undo import UndoResult
    from crmdesk.views.context import ViewContext


class ImportDesk(QObject):
    """One for each open store. Lives on the GUI thread.

    While an import writes, commands of the window wait (docs/adr/0007); reads do not. The import goes on when the wizard is closed; the
    message bar then tells the result.

    Signals:
        ended: nothing is being imported any more.
        undone: an import was taken back.
    """

    ended = Signal()
    undone = Signal()

    def __init__(
        self,
        context: "ViewContext",
        make_job: Callable[[QObject], ImportJob],
        mappings: MappingStore,
        private_folder: Path,
        parent: QWidget,
    ) -> None:
        """`parent` is the window; `private_folder` takes refused rows, customers' data in plain text, until they are saved elsewhere or thrown away."""
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._make_job = make_job
        self.mappings = mappings
        self._folder = private_folder
        self._jobs: list[ImportJob] = []
        self._import: ImportJob | None = None
        self._name = ""
        self._line = JobLine(context, self)
        self.long_undo = LongUndo(context, make_job, self)
        self.long_undo.ended.connect(self.ended)
        self._watcher: QObject | None = None
        self._last: ImportReport | None = None
        self._undo_action = QAction(self)
        self._undo_action.triggered.connect(self._on_undo_triggered)
        self._show_action = QAction(self)
        self._show_action.triggered.connect(self._on_show_triggered)
        self.throw_away_refused()

    @property
    def is_importing(self) -> bool:
        """Whether an import is under way (a trial is not)."""
        return self._import is not None

    @property
    def is_undoing(self) -> bool:
        """Whether a whole import is being taken back or done again."""
        return self.long_undo.is_running

    @property
    def file_name(self) -> str:
        """The file being imported, or imported last."""
        return self._name

    def new_refused_file(self) -> Path:
        """Return a place for refused rows that only this user can read."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._folder / f"{new_id()}.csv"

    def throw_away_refused(self) -> None:
        """Delete all refused rows that nobody saved; also those a killed program left."""
        if self.is_importing:
            return
        for path in self._folder.glob("*"):
            path.unlink(missing_ok=True)

    def new_job(self) -> ImportJob:
        """Return a job for a trial, not yet started; it goes by itself when it is over."""
        job = self._make_job(self)
        self._jobs.append(job)
        for over in (job.finished, job.failed, job.cancelled):
            over.connect(self._on_job_over)
        return job

    def begin(self, request: "ImportRequest", watcher: QObject) -> ImportJob:
        """Begin the import and follow it in the status line; while `watcher`, its wizard, is there, it tells the result itself.

        Raises:
            RuntimeError: one is under way already, or is being undone; ask `is_importing` and `is_undoing` first.
        """
        if self._import is not None or self.is_undoing:
            raise RuntimeError("an import or its undo is under way")
        job = self.new_job()
        self._import = job
        self._name = request.source.path.name
        self._watcher = watcher
        watcher.destroyed.connect(self._on_watcher_gone)
        waiting = self.tr("Your change is kept and will be saved as soon as the import of {name} has ended.")
        self._line.begin(job, self.tr("Importing {name}").format(name=self._name), waiting.format(name=self._name))
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.start(request)
        return job

    def cancel(self) -> None:
        """Stop the import under way."""
        if self._import is not None:
            self._import.cancel()

    def undo(self, report: "ImportReport") -> None:
        """Take a whole import back; goes on in the background and tells its result in the message bar."""
        if report.changes is not None and report.changes.transaction is not None and not self.is_undoing:
            self.long_undo.carry_out(Wish(report.changes.transaction), self._on_undone, self._on_undo_refused)

    def shut_down(self) -> None:
        """Stop whatever runs and wait until it has; nothing of it is left. Call before the store is closed."""
        for job in self._jobs:
            job.shut_down()
            job.deleteLater()
        self._jobs.clear()
        self.long_undo.shut_down()
        self._end_import()
        self.throw_away_refused()

    @Slot()
    def _on_job_over(self) -> None:
        job = self.sender()
        if isinstance(job, ImportJob) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()

    @Slot()
    def _on_watcher_gone(self) -> None:
        self._watcher = None
        if not self.is_importing and self._last is None:
            self.throw_away_refused()

    @Slot(object)
    def _on_finished(self, report: "ImportReport") -> None:
        is_watched = self._watcher is not None
        self._last = None if is_watched else report
        self._end_import()
        if report.changes is not None:
            self._context.published(report.changes)
        if is_watched:
            return
        self._undo_action.setText(self.tr("Undo"))
        self._undo_action.setToolTip(self.tr("Take the whole import back"))
        self._show_action.setText(self.tr("Show result"))
        severity = Severity.WARN if report.refused_count else Severity.OK
        self._context.frame.show_message(summary(report, self._name), severity, (self._show_action, self._undo_action))

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        is_watched = self._watcher is not None
        self._end_import()
        if not is_watched:
            self._context.frame.show_message(translate_error(error), Severity.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        is_watched = self._watcher is not None
        self._end_import()
        if not is_watched:
            text = self.tr("The import of {name} was stopped. Nothing was changed.")
            self._context.frame.show_message(text.format(name=self._name), Severity.INFO)

    def _end_import(self) -> None:
        self._import = None
        self._line.end()
        self.ended.emit()

    @Slot()
    def _on_undo_triggered(self) -> None:
        if self._last is not None:
            self.undo(self._last)

    @Slot()
    def _on_show_triggered(self) -> None:
        if self._last is not None:
            from crmdesk.views.imports.wizard import open_import_result

            open_import_result(self._context, self._window, self._last, self._name)

    @Slot(object)
    def _on_undone(self, result: "UndoResult") -> None:
        self._last = None
        self.undone.emit()
        self._context.published(result.changes)
        text = self.tr("The import of {name} was undone.").format(name=result.label)
        if not result.skipped_total:
            self._context.frame.show_message(text, Severity.OK)
            return
        left = self.tr(
            "The import of {name} was undone, except for %n records that were changed since.", "", result.skipped_total
        )
        self._context.frame.show_message(left.format(name=result.label), Severity.WARN)

    @Slot(object)
    def _on_undo_refused(self, error: CrmError) -> None:
        if isinstance(error, Cancelled):
            text = self.tr("Undoing the import was stopped. Nothing was changed.")
            self._context.frame.show_message(text, Severity.INFO)
            return
        self._context.frame.show_message(translate_error(error), Severity.BAD)
