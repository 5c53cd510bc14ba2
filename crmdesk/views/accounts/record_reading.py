"""Reads what the record panel is to show next, one thing at a time: a later wish takes the place of an earlier one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.views.accounts.destination import Destination, Way
from crmdesk.views.accounts.opened import Draft, OpenedRecord, draft_company, draft_site, read_opened
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services


class RecordReading(QObject):
    """Knows what was asked for and is not here yet, so that nothing older is taken for it.

    Signals:
        opened: `OpenedRecord`, the record asked for last.
        draft_made: `Draft`, the new record asked for last.
        failed: `CrmError`, why it could not be read.
    """

    opened = Signal(object)
    draft_made = Signal(object)
    failed = Signal(object)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._awaited: Destination | None = None

    @property
    def awaited(self) -> Destination | None:
        """What was asked for and is not here yet."""
        return self._awaited

    def read(self, wanted: Destination) -> None:
        """Ask for a record, or for what a new one begins with."""
        self._awaited = wanted
        work = partial(_read, self._context.services, wanted)
        self._context.tasks.read(work, done=self._on_read, failed=self._on_failed, latest="record")

    @Slot(object)
    def _on_read(self, found: OpenedRecord | Draft) -> None:
        self._awaited = None
        (self.draft_made if isinstance(found, Draft) else self.opened).emit(found)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._awaited = None
        self.failed.emit(error)


def _read(services: "Services", wanted: Destination) -> OpenedRecord | Draft:
    """Blocking, runs in a worker.

    Raises:
        RecordNotFound: it was deleted, or never was.
    """
    if wanted.way is Way.RECORD and wanted.key is not None:
        return read_opened(services, wanted.key)
    if wanted.kind is RecordKind.SITE and wanted.key is not None:
        return draft_site(services, wanted.key)
    return draft_company(services, wanted.key)
