"""Undo and redo, however long they take: a few records on the writing lane, a whole import in a process of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.views.imports.job import ImportJob
from crmdesk.views.imports.job_line import JobLine
from crmdesk.views.undo_words import what_text

if TYPE_CHECKING:
    from crmdesk.services.undo import UndoResult, UndoService, UndoStep
    from crmdesk.views.context import ViewContext

MOST_IN_LANE: Final = 1_500
"""Entries of the log that are taken back within the window's own process: half a second. A site with a contact is three."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be taken back: one action, or the last one where none is named; or to be done again."""

    transaction: str = ""
    is_redo: bool = False


@dataclass(frozen=True, slots=True)
class _TooLong:
    """A wish that is left to a process of its own."""

    step: "UndoStep"


class LongUndo(QObject):
    """One for each open store; lives on the GUI thread. One wish at a time, later ones wait in order with all other commands.

    Signals:
        ended: nothing is being taken back in another process any more.
    """

    ended = Signal()

    def __init__(self, context: "ViewContext", make_job: Callable[[QObject], ImportJob], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._make_job = make_job
        self._line = JobLine(context, self)
        self._job: ImportJob | None = None
        self._wish: _Asked | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being taken back in another process."""
        return self._job is not None

    def carry_out(self, wish: Wish, done: Callable[["UndoResult"], object], failed: Callable[[CrmError], object]) -> None:
        """Take back or do again; `done` or `failed`, bound methods, get the outcome, a stop of the user's as `Cancelled`."""
        asked = _Asked(self, wish, done, failed)
        work = partial(_carry_out_or_tell, self._context.services.undo, wish)
        self._context.tasks.write(work, done=asked.on_answered, failed=asked.on_refused)

    def begin(self, asked: "_Asked", step: "UndoStep") -> None:
        """Start the process for a wish that would stop the window's own."""
        if self._job is not None or self._context.is_importing:  # begun since: look again when that has ended
            self.carry_out(asked.wish, asked.done, asked.failed)
            return
        job = self._job = self._make_job(self)
        self._wish = asked
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        what = what_text(step.action, step.label)
        title = self.tr("Doing again: {what}") if asked.wish.is_redo else self.tr("Undoing: {what}")
        waiting = self.tr("Your change is kept and will be saved as soon as this has ended: {what}")
        self._line.begin(job, title.format(what=what), waiting.format(what=what))
        if asked.wish.is_redo:
            job.redo_last()
        else:
            job.undo(step.transaction)

    def shut_down(self) -> None:
        """Stop at once and wait until it has; nothing is changed then."""
        if self._job is not None:
            self._job.shut_down()
            self._end()

    def _end(self) -> "_Asked | None":
        asked, self._wish = self._wish, None
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
            self._line.end()
        self.ended.emit()
        return asked

    @Slot(object)
    def _on_finished(self, result: "UndoResult") -> None:
        asked = self._end()
        if asked is not None:
            asked.done(result)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        asked = self._end()
        if asked is not None:
            asked.failed(error)

    @Slot()
    def _on_cancelled(self) -> None:
        asked = self._end()
        if asked is not None:
            asked.failed(Cancelled())


class _Asked(QObject):
    """One wish and whoever waits for its outcome; goes with the first answer, or with the window."""

    def __init__(
        self, owner: LongUndo, wish: Wish, done: Callable[["UndoResult"], object], failed: Callable[[CrmError], object]
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self.wish, self.done, self.failed = wish, done, failed

    @Slot(object)
    def on_answered(self, outcome: "UndoResult | _TooLong") -> None:
        """Take the answer of the writing lane."""
        if isinstance(outcome, _TooLong):
            self._owner.begin(self, outcome.step)
        else:
            self.done(outcome)
        self.deleteLater()

    @Slot(object)
    def on_refused(self, error: CrmError) -> None:
        """Pass on what the writing lane refused."""
        self.failed(error)
        self.deleteLater()


def _carry_out_or_tell(undo: "UndoService", wish: Wish) -> "UndoResult | _TooLong":
    """Run on the writing lane, behind every command asked for before: take back at once what is short.

    Raises:
        CrmError: as `UndoService` raises it.
    """
    if wish.transaction:
        step: UndoStep | None = undo.step(wish.transaction)
    else:
        state = undo.peek()
        step = state.redo if wish.is_redo else state.undo
    if step is not None and step.operations > MOST_IN_LANE:
        return _TooLong(step)
    if wish.is_redo:
        return undo.redo_last()
    return undo.undo_transaction(wish.transaction) if wish.transaction else undo.undo_last()
