"""The exports of a window: makes their jobs, and stops what runs before the store is closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from crmdesk.views.export.job import ExportJob


class ExportDesk(QObject):
    """One for each open store. Lives on the GUI thread."""

    def __init__(self, make_job: Callable[[QObject], ExportJob], parent: QObject) -> None:
        super().__init__(parent)
        self._make_job = make_job
        self._jobs: list[ExportJob] = []

    def new_job(self) -> ExportJob:
        """Return a job, not yet started; it goes by itself when it is over."""
        job = self._make_job(self)
        self._jobs.append(job)
        for over in (job.finished, job.failed, job.cancelled):
            over.connect(self._on_job_over)
        return job

    def shut_down(self) -> None:
        """Stop whatever runs and wait until it has; nothing of it is left. Call before the store is closed."""
        for job in self._jobs:
            job.shut_down()
            job.deleteLater()
        self._jobs.clear()

    @Slot()
    def _on_job_over(self) -> None:
        job = self.sender()
        if isinstance(job, ExportJob) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
