"""What the tree's keys, mouse and menu ask for with one or many rows: move, delete, merge, split, picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from crmdesk.core.listing import Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.tree.tree_table import TreeSelection
from crmdesk.views.accounts.moving import Moving
from crmdesk.views.accounts.record_dialogs import RecordDialogs
from crmdesk.views.accounts.removing import Removing
from crmdesk.views.accounts.tree_columns import NAME
from crmdesk.views.accounts.tree_panel import TreePanel
from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.moves import Moved


class TreeCommands(QObject):
    """Answers a `TreePanel`; modules of larger dialogs are imported when first asked for.

    Signals:
        removed: (`Deleted`) records were deleted; not published yet.
    """

    removed = Signal(object)

    def __init__(self, context: ViewContext, steps: UndoSteps, tree: TreePanel, dialogs: RecordDialogs, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._tree = tree
        self._dialogs = dialogs
        self._moving = Moving(context, steps, owner)
        self._moving.moved.connect(self._on_moved)
        self._removing = Removing(context, steps, self)
        self._removing.removed.connect(self.removed)
        tree.move_asked.connect(self._on_move_asked)
        tree.destination_asked.connect(self._on_destination_asked)
        tree.deletion_asked.connect(self._on_deletion_asked)
        tree.picture_asked.connect(dialogs.show_picture)
        dialogs.destination_picked.connect(self.move)
        tree.merge_asked.connect(self._on_merge_asked)
        tree.split_asked.connect(self._on_split_asked)
        tree.search_asked.connect(context.search_below_asked)
        context.search_here_asked.connect(self._on_search_here_asked)
        search_here = QAction(owner)
        search_here.setShortcut(QKeySequence("Ctrl+Shift+K"))
        search_here.triggered.connect(self._on_search_here_asked)
        owner.addAction(search_here)

    def move(self, key: RecordKey, target: RecordKey | None) -> None:
        """Move one record under a company, or to the top."""
        self._moving.move(key, target)

    def remove(self, key: str) -> None:
        """Delete one record with everything below it."""
        self._removing.remove(TreeSelection((key,)), Sort("name"))

    @Slot(object)
    def _on_moved(self, moved: "Moved") -> None:
        self._tree.reveal(str(moved.moved[0]))

    @Slot(object, str)
    def _on_move_asked(self, selection: TreeSelection, company: str) -> None:
        self._moving.move_selection(selection, company, self._tree.order)

    @Slot(object)
    def _on_destination_asked(self, selection: TreeSelection) -> None:
        self._moving.choose_for(selection, self._tree.order)

    @Slot(object)
    def _on_deletion_asked(self, selection: TreeSelection) -> None:
        self._removing.remove(selection, self._tree.order)

    @Slot()
    def _on_search_here_asked(self) -> None:
        key = self._tree.table.current_key
        row = self._tree.table.row_of(key) if key else None
        if row is None:
            self._context.frame.show_message(self.tr("Choose a company or site in the tree first, to search only below it."))
        else:
            self._context.search_below_asked.emit(key, row.cells[NAME].text)

    @Slot(object)
    def _on_merge_asked(self, selection: TreeSelection) -> None:
        self._dialogs.merge(_keys(selection))

    @Slot(object)
    def _on_split_asked(self, selection: TreeSelection) -> None:
        self._dialogs.split(_keys(selection))


def _keys(selection: TreeSelection) -> list[RecordKey]:
    return [key for text in selection.keys if (key := parsed(text)) is not None]
