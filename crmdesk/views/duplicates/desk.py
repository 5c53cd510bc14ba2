"""Follows the one search for duplicates of a window, whichever page is shown: its line at the bottom, its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.status_line import ProgressItem
from crmdesk.ui.tasks.progress import Progress
from crmdesk.views.duplicates.job import SearchJob

if TYPE_CHECKING:
    from crmdesk.views.context import ViewContext

_STEPS: Final = 1000


class DuplicateDesk(QObject):
    """One for each open store. Lives on the GUI thread. The window can be worked in meanwhile, edits included.

    Signals:
        began: a search is under way.
        found: it ended, and the store holds a new result.
        ended: nothing is being searched any more, for whatever reason.
    """

    began = Signal()
    found = Signal()
    ended = Signal()

    def __init__(self, context: "ViewContext", make_job: Callable[[QObject], SearchJob], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._make_job = make_job
        self._job: SearchJob | None = None
        self._item: ProgressItem | None = None
        self._progress: Progress | None = None

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    @Slot()
    def begin(self) -> None:
        """Search the whole store; nothing happens while a search is under way."""
        if self._job is not None:
            return
        job = self._job = self._make_job(self)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._item = self._context.frame.add_progress(self.tr("Searching for duplicates"))
        self._item.cancel_requested.connect(job.cancel)
        self._progress = Progress(self._item.show_progress)
        job.start()
        self.began.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop the search under way."""
        if self._job is not None:
            self._job.cancel()

    def shut_down(self) -> None:
        """Stop whatever runs and wait until it has. Call before the store is closed."""
        if self._job is not None:
            self._job.shut_down()
            self._end()

    def _end(self) -> None:
        job, self._job = self._job, None
        self._progress = None
        if job is not None:
            job.deleteLater()
        if self._item is not None:
            self._context.frame.remove_progress(self._item)
            self._item = None
        self.ended.emit()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._progress is not None:
            self._progress(min(round(_STEPS * share), _STEPS - 1), _STEPS)

    @Slot()
    def _on_finished(self) -> None:
        self._end()
        self.found.emit()

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._end()
        self._context.frame.show_message(translate_error(error), Severity.BAD)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        text = self.tr("The search for duplicates was stopped. What the last one found is still here.")
        self._context.frame.show_message(text, Severity.INFO)
