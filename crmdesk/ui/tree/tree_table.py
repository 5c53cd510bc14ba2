"""The tree as the user sees and handles it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.listing import Sort
from crmdesk.ui.table.fetching import Answer
from crmdesk.ui.table.page_cache import PAGE_ROWS
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.tree.delegate import TreeDelegate
from crmdesk.ui.tree.inline_edit import InlineEdit
from crmdesk.ui.tree.loading import LoadedView, ViewState
from crmdesk.ui.tree.model import PagedTreeModel
from crmdesk.ui.tree.source import ChildWish, Step, TreeRow

TYPING_PAUSE_MS = 900
"""After this pause the next letter begins a new word."""
MAX_KEPT_SELECTION = 1_000
"""So many selected rows are found again by key after a refresh."""


@dataclass(frozen=True, slots=True)
class Span:
    """Selected children `first … last` of `parent` whose keys are not loaded; the source can name them in the current order."""

    parent: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TreeSelection:
    """Everything selected: the keys that are loaded, and spans of rows that are not."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...] = ()

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return len(self.keys) + sum(span.last - span.first + 1 for span in self.spans)


class TreeTable(RowsView):
    """Shows a `PagedTreeModel`; keys: arrows open, close and walk, `*` opens what is below, F2 edits, letters find.

    Signals:
        row_activated: `str` key, by Enter or double click on a row.
        current_changed: `str` key of the row with the keyboard, empty when there is none or it is not loaded yet.
        selection_changed: other rows are selected; ask `selection`.
        rename_asked: (`str` key, `str` new text) after F2; the caller saves and calls `reload`.
        menu_asked: (`TreeSelection`, `QPoint` global position) for a context menu.
        nothing_found: `str` typed text no child begins with.
        drag_started: (`TreeSelection`) the selected rows are being dragged away (`ui.tree.dragging`).
    """

    row_activated = Signal(str)
    current_changed = Signal(str)
    selection_changed = Signal()
    rename_asked = Signal(str, str)
    menu_asked = Signal(object, QPoint)
    nothing_found = Signal(str)
    drag_started = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree: PagedTreeModel | None = None
        self._marks: TreeDelegate | None = None
        self._typed = ""
        self._typing_timer = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing_timer.timeout.connect(self._on_typing_paused)
        self._wish: ChildWish | None = None
        self._reported_key = ""
        self._current_offset: int | None = None
        self._editor: InlineEdit | None = None
        self.setAccessibleName(self.tr("Tree"))

    def show_tree(self, model: PagedTreeModel) -> None:
        """Show a model; the tree keeps its place by itself from now on."""
        self._tree = model
        self._marks = TreeDelegate(self, model)
        self.setItemDelegate(self._marks)
        model.view_state = self.view_state
        model.modelAboutToBeReset.connect(self._on_rows_going)
        model.view_loaded.connect(self._on_view_loaded)
        model.dataChanged.connect(self._on_rows_answered)
        self.row_selection_changed.connect(self._on_rows_chosen)
        self.sort_asked.connect(self._on_sort_asked)
        self.show_rows(model, model)
        model.rowsInserted.connect(self._on_rows_counted)  # behind Qt's own, made by `show_rows`
        model.rowsRemoved.connect(self._on_rows_counted)
        self.show_order(model.order)

    @property
    def tree(self) -> PagedTreeModel:
        """The model shown.

        Raises:
            RuntimeError: none is shown yet.
        """
        if self._tree is None:
            raise RuntimeError("show_tree was not called")
        return self._tree

    @property
    def current_key(self) -> str:
        """Key of the row with the keyboard, empty when there is none or it is not loaded."""
        row = self.current_row
        loaded = None if row is None else self.tree.row_at(row)
        return "" if loaded is None else loaded.key

    def selection(self) -> TreeSelection:
        """Return what is selected, as keys and spans of rows not loaded."""
        keys: list[str] = []
        spans: list[Span] = []
        for rows in self.selected_ranges():
            row = rows.start
            while row < rows.stop:
                loaded = self.tree.row_at(row)
                if loaded is not None:
                    keys.append(loaded.key)
                    row += 1
                    continue
                # A page that is not loaded rarely has an open node in it: its rows stand together and are skipped at once.
                place = self.tree.place_at(row)
                ahead = min(
                    PAGE_ROWS - place.index % PAGE_ROWS, self.tree.child_count(place.parent) - place.index, rows.stop - row
                )
                if self.tree.place_at(row + ahead - 1) != replace(place, index=place.index + ahead - 1):
                    ahead = 1
                if spans and spans[-1].parent == place.parent and spans[-1].last == place.index - 1:
                    spans[-1] = replace(spans[-1], last=place.index + ahead - 1)
                else:
                    spans.append(Span(place.parent, place.index, place.index + ahead - 1))
                row += ahead
        return TreeSelection(tuple(keys), tuple(spans))

    def view_state(self) -> ViewState:
        """Return what to find again after the rows change."""
        first, _ = self.rows_in_sight
        rows = self.tree.rowCount()
        anchor = self.tree.row_at(first) if first < rows else None
        selected: list[str] = []
        for part in self.selected_ranges():
            loaded = (self.tree.row_at(row) for row in part[: MAX_KEPT_SELECTION - len(selected)])
            selected.extend(row.key for row in loaded if row is not None)
        return ViewState(self.current_key, tuple(selected), "" if anchor is None else anchor.key, first, self.screen_rows)

    def edit_name(self) -> None:
        """Edit the current row's name in place, where the source allows it."""
        row = self.current_row
        loaded = None if row is None else self.tree.row_at(row)
        if row is None or loaded is None or not loaded.editable or self._marks is None:
            return
        cell = self.tree.cell_at(row, 0)
        rect = self.visualRect(self.tree.index(row, 0))
        lead = self._marks.lead_width(row, 0)
        editor = InlineEdit(loaded.key, "" if cell is None else cell.text, rect.adjusted(lead, 1, -1, -1), self.viewport())
        editor.text_committed.connect(self.rename_asked)
        self._editor = editor

    def path_of(self, row: int) -> tuple[str, ...]:
        """Return the keys of a loaded row and of all above it, from the top down."""
        loaded = self.tree.row_at(row)
        keys = ["" if loaded is None else loaded.key]
        at: int | None = row
        while at is not None and (parent := self.tree.place_at(at).parent) is not None:
            keys.insert(0, parent)
            at = self.tree.parent_row(at)
        return tuple(keys)

    # Keyboard and mouse

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        selection = self.selection()
        if selection.count:
            self.drag_started.emit(selection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Right, Qt.Key.Key_Plus}:
            self._go_in(row, walk=key == Qt.Key.Key_Right)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Minus}:
            self._go_out(row, walk=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Asterisk:
            self.tree.open_below(row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.current_key:
                self.row_activated.emit(self.current_key)
        elif key == Qt.Key.Key_F2:
            self.edit_name()
        elif self._typed and key == Qt.Key.Key_Escape:
            self._on_typing_paused()
        elif self._typed and key == Qt.Key.Key_Space:
            self.keyboardSearch(" ")
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        row = self.current_row
        if row is None or not search:
            return
        is_repeat = self._typed == search and len(search) == 1
        self._typed = search if is_repeat else self._typed + search
        self._typing_timer.start()
        place = self.tree.place_at(row)
        # One letter again and again walks through the names that begin with it, as in every file list.
        after = place.index + 1 if len(self._typed) == 1 else place.index
        wish = ChildWish(place.parent, self._typed, after)
        self._wish = wish
        self.tree.find_child(wish, self._on_child_found)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._expander_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(row)
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._expander_at(point) is not None:
            self.mousePressEvent(event)
            return
        row = self.rowAt(point.y())
        loaded = self.tree.row_at(row) if row >= 0 else None
        if loaded is not None and event.button() == Qt.MouseButton.LeftButton:
            self.row_activated.emit(loaded.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        position = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.current_row is not None:
            rect = self.visualRect(self.tree.index(self.current_row, 0))
            position = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(40, 0))
        self.menu_asked.emit(self.selection(), position)

    def _toggle(self, row: int) -> None:
        if self.tree.is_open(row):
            self._close(row)
        else:
            self.tree.open_row(row)

    def _close(self, row: int) -> None:
        current = self.current_row
        height = self.tree.rowCount()
        self.tree.close_row(row)
        if current is not None and row < current <= row + height - self.tree.rowCount():
            # The keyboard stood inside what was closed: it stays with the closed node.
            self.go_to(row)

    def _go_in(self, row: int, *, walk: bool) -> None:
        loaded = self.tree.row_at(row)
        if loaded is None or not loaded.expandable:
            return
        if not self.tree.is_open(row):
            self.tree.open_row(row)
        elif walk:
            self.go_to(row + 1)

    def _go_out(self, row: int, *, walk: bool) -> None:
        if self.tree.is_open(row):
            self._close(row)
            return
        parent = self.tree.parent_row(row)
        if walk and parent is not None:
            self.go_to(parent)

    def _expander_at(self, point: QPoint) -> int | None:
        index = self.indexAt(point)
        if not index.isValid() or index.column() != 0 or self._marks is None:
            return None
        loaded = self.tree.row_at(index.row())
        if loaded is None or not loaded.expandable:
            return None
        return index.row() if self._marks.expander_rect(self.visualRect(index), index.row()).contains(point) else None

    # What happens

    def _on_child_found(self, answer: Answer[ChildWish, Step | None]) -> None:
        if answer.request is not self._wish:
            return
        self._wish = None
        if answer.result is None:
            self.nothing_found.emit(answer.request.text)
            return
        row = self.tree.row_of_child(answer.request.parent, answer.result.index)
        if row is not None:
            self.go_to(row)

    def _on_typing_paused(self) -> None:
        self._typed = ""
        self._wish = None

    def _on_sort_asked(self, sort: Sort) -> None:
        self.tree.set_order(sort)

    def _on_rows_going(self) -> None:
        self._current_offset = None if self.current_row is None else self.current_row - self.rows_in_sight[0]

    def _on_view_loaded(self, loaded: LoadedView) -> None:
        self.show_order(self.tree.order)
        self.updateGeometries()
        rows = list(loaded.selected_rows)
        current = loaded.current_row
        if current is None and self._current_offset is not None and len(loaded.rows):
            # The row with the keyboard is gone: what stands in its place now takes it over.
            current = max(0, min(loaded.top_row + self._current_offset, len(loaded.rows) - 1))
        if current is not None and not loaded.is_current_exact and not rows:
            rows = [current]
        self.select_rows([range(row, row + 1) for row in rows], current)
        self.scroll_to_top_row(loaded.top_row)
        self._report_current()

    def _on_rows_counted(self) -> None:
        """Lay out at once: Qt would do it within the painting, and paint everything a second time."""
        self.executeDelayedItemsLayout()

    def _on_rows_answered(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self.current_row
        if row is not None and first.row() <= row <= last.row():
            self._report_current()

    def _on_rows_chosen(self) -> None:
        self._report_current()
        self.selection_changed.emit()

    def _report_current(self) -> None:
        key = self.current_key
        if key != self._reported_key:
            self._reported_key = key
            self.current_changed.emit(key)

    def row_of(self, key: str) -> TreeRow | None:
        """Return a node's loaded row, None when it is not loaded."""
        row = self.tree.row_of(key)
        return None if row is None else self.tree.row_at(row)
