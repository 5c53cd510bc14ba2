"""What is done to opportunities from a list: to the next stage, back, deleted; each can be taken back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.messages import Severity
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.wording import stage_beside
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services


class OpportunityActing(QObject):
    """One for each list."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def step(self, opportunity: str, step: int) -> None:
        """Move one to the next (1) or former (-1) stage."""
        work = partial(_step, self._context.services, opportunity, step, self._context.language)
        self._context.tasks.write(work, done=self._on_stepped, failed=self._on_refused)

    def delete(self, opportunities: Sequence[str], name: str) -> None:
        """Delete some; `name` is what the bar says of one of them."""
        said = self.tr("{name} was deleted.").format(name=name)
        if len(opportunities) != 1:
            said = self.tr("%n opportunities were deleted.", "", len(opportunities))
        work = partial(_delete, self._context.services, tuple(opportunities), said)
        self._context.tasks.write(work, done=self._on_deleted, failed=self._on_refused)

    @Slot(object)
    def _on_stepped(self, answer: tuple[str, str, Changes]) -> None:
        name, stage, changes = answer
        if not stage:
            self._context.frame.show_message(self.tr("{name} has no further stage that way.").format(name=name))
            return
        self._steps().offer(self.tr("{name} is at {stage} now.").format(name=name, stage=stage), changes)

    @Slot(object)
    def _on_deleted(self, answer: tuple[str, Changes]) -> None:
        self._steps().offer(*answer)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    def _steps(self) -> UndoSteps:
        return UndoSteps.of(self._context)


def _step(services: "Services", opportunity: str, step: int, language: str) -> tuple[str, str, Changes]:
    record = services.opportunities.open(opportunity, language)
    stage = stage_beside(services.stages.all(language, retired=True), record.stage.id, step)
    if stage is None:
        return record.name, "", Changes()
    return record.name, stage.name, services.opportunities.set_stage([opportunity], stage.id)


def _delete(services: "Services", opportunities: tuple[str, ...], said: str) -> tuple[str, Changes]:
    return said, services.opportunities.delete(opportunities)
