"""Moving with mouse and keys in the tree: drag and drop, cut and paste; and why a place is refused."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.tree.dragging import RowDragging
from crmdesk.ui.tree.tree_table import TreeSelection, TreeTable
from crmdesk.views.accounts.tree_columns import NAME
from crmdesk.views.accounts.tree_source import parsed


class TreeMoving(QObject):
    """Serves one tree; Ctrl+X, Ctrl+V, Esc, Ctrl+Shift+M and Del work while it has the keyboard.

    Signals:
        move_asked: (`TreeSelection`, `str` key of the company, empty for the top).
        destination_asked, deletion_asked: (`TreeSelection`) move them somewhere; delete them.
        refused: `str` why what was cut cannot be pasted here.
    """

    move_asked = Signal(object, str)
    destination_asked = Signal(object)
    deletion_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, table: TreeTable) -> None:
        super().__init__(table)
        self._table = table
        self._cut: TreeSelection | None = None
        self._dragging = RowDragging(table, self)
        self._dragging.dropped.connect(self.move_asked)
        self.cut_action = self._add("Ctrl+X", self.cut)
        self.paste_action = self._add("Ctrl+V", self.paste)
        self.cancel_action = self._add("Escape", self.cancel)
        self._add("Ctrl+Shift+M", self.choose_destination)
        self._add("Del", self.delete)
        self._tell()

    def _add(self, keys: str, slot: object) -> QAction:
        action = QAction(self._table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self._table.addAction(action)
        return action

    @property
    def has_cut(self) -> bool:
        """Whether something waits to be pasted."""
        return self._cut is not None

    @Slot()
    def cut(self) -> None:
        """Let what is selected wait to be pasted; it is greyed and stays where it is until then."""
        selection = self._table.selection()
        if selection.count:
            self._cut = selection
            self._table.tree.dim(selection.keys, self.tr("Cut: Ctrl+V moves it under the selected company, Esc lets it stay."))
            self._tell()

    @Slot()
    def paste(self) -> None:
        """Move what was cut under the company with the keyboard."""
        row = self._table.current_row
        if self._cut is None or row is None or not self._table.current_key:
            return
        path = self._table.path_of(row)
        reason = self.refusal(self._cut, path)
        if reason:
            self.refused.emit(reason)
            return
        selection = self._cut
        self.cancel()
        self.move_asked.emit(selection, path[-1])

    @Slot()
    def cancel(self) -> None:
        """Let what was cut stay."""
        self._cut = None
        self._table.tree.dim(())
        self._tell()

    @Slot()
    def choose_destination(self) -> None:
        """Ask where what is selected shall go."""
        selection = self._table.selection()
        if selection.count:
            self.destination_asked.emit(selection)

    @Slot()
    def delete(self) -> None:
        """Delete what is selected."""
        selection = self._table.selection()
        if selection.count:
            self.deletion_asked.emit(selection)

    def refusal(self, selection: TreeSelection, path: tuple[str, ...]) -> str:
        """Say why these rows may not come under the last node of a path (`ui.tree.dragging.DropRules`)."""
        target = parsed(path[-1]) if path else None
        if target is not None and target.kind is RecordKind.SITE:
            return self.tr("{name} is a site: only companies hold others.").format(name=self._name(path[-1]))
        if path and path[-1] in selection.keys:
            return self.tr("{name} cannot be placed under itself.").format(name=self._name(path[-1]))
        inside = next((key for key in path if key in selection.keys), None)
        if inside is not None:
            text = self.tr("{name} cannot be placed under {parent}: {parent} lies below it.")
            return text.format(name=self._name(inside), parent=self._name(path[-1]))
        if not path:
            site = next((key for key in selection.keys if key.startswith(f"{RecordKind.SITE.value}:")), None)
            if site is not None:
                return self.tr("{name} is a site: it always belongs to a company.").format(name=self._name(site))
        parents = {self._parent(key) for key in selection.keys} | {span.parent for span in selection.spans}
        return self.tr("It is there already.") if parents == {path[-1] if path else None} else ""

    def _name(self, key: str) -> str:
        row = self._table.row_of(key)
        return "" if row is None else row.cells[NAME].text

    def _parent(self, key: str) -> str | None:
        row = self._table.tree.row_of(key)
        return "" if row is None else self._table.tree.place_at(row).parent

    def _tell(self) -> None:
        # A key nobody would answer must reach those who do: Esc ends typing ahead.
        self.cancel_action.setEnabled(self._cut is not None)
        self.paste_action.setEnabled(self._cut is not None)
