"""The line of a job at the bottom of the window, and the changes of the user that wait until it has ended."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.ui.messages import Severity
from crmdesk.ui.status_line import ProgressItem
from crmdesk.ui.tasks.progress import Progress
from crmdesk.views.imports.job import ImportJob

if TYPE_CHECKING:
    from crmdesk.views.context import ViewContext

_STEPS: Final = 1000
_LOOK_MS: Final = 300
"""How often is looked whether a change of the user waits for the job."""


class JobLine(QObject):
    """Good for one job at a time; while it is shown the window's commands wait (docs/adr/0007), reads do not."""

    def __init__(self, context: "ViewContext", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._item: ProgressItem | None = None
        self._progress: Progress | None = None
        self._waiting = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def begin(self, job: ImportJob, title: str, waiting: str) -> None:
        """Show a job that is about to start.

        Args:
            job: its progress is followed, and the cross stops it.
            title: what is being done.
            waiting: said once when a change of the user has to wait for it.
        """
        self._waiting = waiting
        self._item = self._context.frame.add_progress(title)
        self._item.cancel_requested.connect(job.cancel)
        self._progress = Progress(self._item.show_progress)
        job.progressed.connect(self._on_progressed)
        self._context.tasks.hold_writes()
        self._look.start()

    def end(self) -> None:
        """Take the line away and let what waits go on; nothing happens where there is none."""
        self._look.stop()
        self._progress = None
        if self._item is not None:
            self._context.frame.remove_progress(self._item)
            self._item = None
        self._context.tasks.release_writes()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._progress is not None:
            self._progress(min(round(_STEPS * share), _STEPS - 1), _STEPS)  # the last step is the commit

    @Slot()
    def _on_look(self) -> None:
        if self._waiting and self._context.tasks.held_writes:
            self._context.frame.show_message(self._waiting, Severity.INFO)
            self._waiting = ""
