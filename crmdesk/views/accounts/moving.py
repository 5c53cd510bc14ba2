"""Moving records of the tree, however it was asked for: dropped, pasted, picked at the record or in the dialog."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.listing import Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.messages import Severity
from crmdesk.ui.status_line import ProgressItem
from crmdesk.ui.tasks.progress import Progress
from crmdesk.ui.tree.tree_table import TreeSelection
from crmdesk.views.accounts.selected_keys import selected_keys
from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.moves import Moved, MovePreview, MoveService

Keys = tuple[RecordKey, ...]
_LONG: Final = 1_000
"""So many records take longer than a person waits without being told."""


class Moving(QObject):
    """Looks at a move first; makes it at once where nothing but the place changes, else asks in a dialog.

    Signals:
        moved: (`Moved`) something was moved and published.
    """

    moved = Signal(object)

    def __init__(self, context: ViewContext, steps: UndoSteps, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._steps = steps
        self._owner = owner
        self._item: ProgressItem | None = None

    def move_selection(self, selection: TreeSelection, target: str, order: Sort) -> None:
        """Move what is selected in the tree under a node, '' for the top."""
        work = partial(_looked_at, self._context.services, selection, order, parsed(target) if target else None)
        self._context.tasks.read(work, done=self._on_looked_at, failed=self._on_refused)

    def move(self, key: RecordKey, target: RecordKey | None) -> None:
        """Move one record."""
        self.move_selection(TreeSelection((str(key),)), "" if target is None else str(target), Sort("name"))

    def choose_for(self, selection: TreeSelection, order: Sort) -> None:
        """Ask in the dialog where to."""
        work = partial(selected_keys, self._context.services.tree, selection, order)
        self._context.tasks.read(work, done=self._on_keys_known, failed=self._on_refused)

    @Slot(object)
    def _on_looked_at(self, found: "tuple[Keys, RecordKey | None, MovePreview]") -> None:
        keys, target, preview = found
        if not preview.asks:
            self._carry_out(keys, target)
            return
        from crmdesk.views.accounts.move_dialog import open_move

        dialog = open_move(self._context, keys, self._owner, with_picker=False)
        dialog.move_confirmed.connect(self._carry_out)
        dialog.ask_about(target)

    @Slot(object)
    def _on_keys_known(self, keys: Keys) -> None:
        from crmdesk.views.accounts.move_dialog import open_move

        open_move(self._context, keys, self._owner, with_picker=True).move_confirmed.connect(self._carry_out)

    @Slot(object, object)
    def _carry_out(self, keys: Keys, target: RecordKey | None) -> None:
        if len(keys) < _LONG:
            work = partial(self._context.services.moves.move, keys, target)
            self._context.tasks.write(work, done=self._on_moved, failed=self._on_refused)
            return
        self._end_progress()
        self._item = self._context.frame.add_progress(self.tr("Moving %n records", "", len(keys)))
        progress = self._context.tasks.progress(self._item.show_progress)
        self._item.follow(progress)
        long_work = partial(_move, self._context.services.moves, keys, target, progress)
        self._context.tasks.write(long_work, done=self._on_moved, failed=self._on_refused)

    def _end_progress(self) -> None:
        if self._item is not None:
            self._context.frame.remove_progress(self._item)
            self._item = None

    @Slot(object)
    def _on_moved(self, moved: "Moved") -> None:
        from crmdesk.views.accounts.move_words import done_text

        self._end_progress()
        if not moved.moved:
            self._context.frame.show_message(done_text(moved), Severity.INFO)
            return
        self._steps.offer(done_text(moved), moved.changes)
        self.moved.emit(moved)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._end_progress()
        self._context.frame.show_message(refusal_text(error), Severity.BAD)


def _looked_at(
    services: "Services", selection: TreeSelection, order: Sort, target: RecordKey | None
) -> "tuple[Keys, RecordKey | None, MovePreview]":
    keys = selected_keys(services.tree, selection, order)
    return keys, target, services.moves.preview(keys, target, roll_ups=False)


def _move(moves: "MoveService", keys: Keys, target: RecordKey | None, progress: Progress) -> "Moved":
    def tell(done: int, total: int) -> None:
        progress(done, total)
        if progress.cancelled:
            raise Cancelled

    return moves.move(keys, target, progress=tell)
