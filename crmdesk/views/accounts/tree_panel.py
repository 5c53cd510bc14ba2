"""The left half of the accounts page: heading, tree, and what stands there while the store is empty."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.icons import icon
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.theme.metrics import GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.tree.loading import LoadedView
from crmdesk.ui.tree.model import PagedTreeModel
from crmdesk.ui.tree.state import TreeState
from crmdesk.ui.tree.tree_table import TreeSelection, TreeTable
from crmdesk.views.accounts.tree_columns import NAME, NodeCells, layout_from, shown_in, tree_columns, widths_in
from crmdesk.views.accounts.tree_figures import FIGURES_OF
from crmdesk.views.accounts.tree_source import AccountTreeSource
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.record_key import RecordKey
    from crmdesk.services.tree import TreeService
    from crmdesk.views.accounts.tree_moving import TreeMoving

_STATE: Final = "accounts/tree"
_WIDTHS: Final = "accounts/tree-widths"
_SAVE_PAUSE_MS: Final = 800
_MOVING_AFTER_MS: Final = 150
"""Drag and drop is made behind the first painting."""
_SHOWN_KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE)


class TreePanel(QWidget):
    """Shows the tree and keeps the user's place in it across edits, imports and restarts.

    Signals:
        answered: the tree has its rows, or could not get them.
        record_chosen: `str` key of the row with the keyboard, empty when there is none.
        record_activated: `str` key, by Enter or double click.
        rename_asked: (`str` key, `str` new name).
        new_company_asked: `str` key of the parent, empty at the top.
        new_site_asked: `str` key of the company.
        deletion_asked, destination_asked, merge_asked, split_asked: `TreeSelection`.
        move_asked: (`TreeSelection`, `str` key of the company, empty for the top).
        picture_asked: `str` key of a company.
        search_asked: (`str` key, `str` name) search only below it.
    """

    answered = Signal()
    record_chosen = Signal(str)
    record_activated = Signal(str)
    rename_asked = Signal(str, str)
    new_company_asked = Signal(str)
    new_site_asked = Signal(str)
    deletion_asked = Signal(object)
    destination_asked = Signal(object)
    move_asked = Signal(object, str)
    picture_asked = Signal(str)
    search_asked = Signal(str, str)
    merge_asked = Signal(object)
    split_asked = Signal(object)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_connected = False
        self._moving: TreeMoving | None = None
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_PAUSE_MS)
        self._save_timer.timeout.connect(self.save_state)
        self._move_timer = QTimer(self, singleShot=True, interval=_MOVING_AFTER_MS)
        self._move_timer.timeout.connect(self._on_painted)
        mark(self, surface="surface")
        self._title = QLabel(self)
        self._title.setContentsMargins(MARGIN, 0, 0, 0)
        mark(self._title, textRole="strong")
        self._columns_button = QToolButton(self)
        self._columns_button.setIcon(icon("columns-3"))
        self._columns_button.setIconSize(QSize(ICON, ICON))
        self._columns_button.clicked.connect(self._on_columns_asked)
        heading = QHBoxLayout()
        heading.setContentsMargins(0, GRID, GRID, GRID)
        heading.addWidget(self._title, 1)
        heading.addWidget(self._columns_button)
        self._empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addWidget(self._stack, 1)
        self._import = QAction(icon("file-spreadsheet"), "", self)
        self._import.triggered.connect(self._on_import_clicked)
        self._new_company = QAction(icon("building-2"), "", self)
        self._new_company.triggered.connect(self._on_new_company_clicked)
        self._source, self._tree, self.table = self._make_tree()

    # The tree

    def _make_tree(self) -> tuple[AccountTreeSource, PagedTreeModel, TreeTable]:
        source = AccountTreeSource(NodeCells.in_present_language())
        tree = PagedTreeModel(source, tree_columns(), PageRunner(self._context.tasks), sort=Sort(NAME), parent=self)
        table = TreeTable(self)
        table.show_tree(tree)
        widths = self._context.window_state.plain(_WIDTHS)
        table.set_column_layout(layout_from(self._context.preferences.current.tree_columns, widths))
        source.figures.show(self._context.preferences.current.tree_columns)
        table.setAccessibleName(self.tr("Companies and sites"))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        table.current_changed.connect(self._on_current_changed)
        table.row_activated.connect(self.record_activated)
        table.rename_asked.connect(self.rename_asked)
        table.menu_asked.connect(self._on_menu_asked)
        table.layout_edited.connect(self._on_layout_edited)
        tree.view_loaded.connect(self._on_view_loaded)
        tree.query_failed.connect(self._on_query_failed)
        tree.rowsInserted.connect(self._on_place_changed)
        tree.rowsRemoved.connect(self._on_place_changed)
        self._stack.addWidget(table)
        self._stack.setCurrentWidget(table)
        self.setFocusProxy(table)
        self._retranslate()
        return source, tree, table

    def connect_services(self) -> None:
        """Load the tree as it was left; the store is open now."""
        self._is_connected = True
        self._connect_source()
        self._tree.restore(TreeState.from_plain(self._context.window_state.plain(_STATE)))

    def _connect_source(self) -> None:
        services = self._context.services
        self._source.connect_to(services.tree)
        if self._source.figures.is_shown:  # another module to import: not before it is needed
            self._source.figures.connect_to(services.roll_ups)

    def rebuild(self) -> None:
        """Make the tree anew in the present language; the place in it stays."""
        state = self._tree.state()
        self._tree.stop()
        self._moving = None  # goes with its table
        self._stack.removeWidget(self.table)
        self.table.hide()
        self.table.deleteLater()
        self._tree.deleteLater()
        self._source, self._tree, self.table = self._make_tree()
        if self._is_connected:
            self._connect_source()
            self._tree.restore(state)

    @property
    def order(self) -> Sort:
        """The order of siblings."""
        return self._tree.order

    @property
    def moving(self) -> "TreeMoving":
        """Drag and drop, cut and paste; made when first needed, behind the first rows."""
        if self._moving is None:
            from crmdesk.views.accounts.tree_moving import TreeMoving

            self._moving = TreeMoving(self.table)
            self._moving.move_asked.connect(self.move_asked)
            self._moving.destination_asked.connect(self.destination_asked)
            self._moving.deletion_asked.connect(self.deletion_asked)
            self._moving.refused.connect(self._on_move_refused)
        return self._moving

    def reveal(self, key: str) -> None:
        """Open the way to a node and make it the current row."""
        self._tree.reveal(key)

    def stop(self) -> None:
        """Drop what is under way and remember the place; before the store closes."""
        self.save_state()
        self._tree.stop()

    @Slot()
    def save_state(self) -> None:
        """Remember what is open, current and in sight."""
        self._save_timer.stop()
        if self._is_connected and self._tree.is_loaded:
            self._context.window_state.save_plain(_STATE, self._tree.state().to_plain())

    def apply(self, changes: Changes) -> None:
        """Ask anew what an action touched: the children of the parents of touched rows, everything after an import."""
        if not self._is_connected:
            return
        touched = {kind: changes.touched[kind] for kind in _SHOWN_KINDS if kind in changes.touched}
        figures = self._source.figures
        figures.forget()
        is_hanging_touched = figures.is_shown and not touched and not FIGURES_OF.isdisjoint(changes.touched)
        if is_hanging_touched or RecordKind.USER in changes.touched or any(ids is None for ids in touched.values()):
            self._tree.refresh()
        elif touched:
            ids = {kind: tuple(found) for kind, found in touched.items() if found}
            known = frozenset(self._known_parents([f"{kind.value}:{each}" for kind, found in ids.items() for each in found]))
            work = partial(_parents, self._context.services.tree, ids, known)
            self._context.tasks.read(work, done=self._on_parents_known)

    def _known_parents(self, keys: list[str]) -> list[str | None]:
        rows = [row for key in keys if (row := self._tree.row_of(key)) is not None]
        return [self._tree.place_at(row).parent for row in rows]

    @Slot(object)
    def _on_parents_known(self, parents: frozenset[str | None]) -> None:
        self._tree.reload(*parents)

    # What happens

    @Slot(object)
    def _on_view_loaded(self, loaded: LoadedView) -> None:
        is_empty = len(loaded.rows) == 0
        if is_empty != (self._stack.currentWidget() is self._empty):
            self._stack.setCurrentWidget(self._empty if is_empty else self.table)
        self._on_place_changed()
        self._move_timer.start()
        self.answered.emit()

    @Slot()
    def _on_painted(self) -> None:
        self.moving  # noqa: B018 - makes it

    @Slot(str)
    def _on_move_refused(self, reason: str) -> None:
        self._context.frame.show_message(reason, Severity.WARN)

    @Slot(str)
    def _on_current_changed(self, key: str) -> None:
        self._on_place_changed()
        self.record_chosen.emit(key)

    @Slot()
    def _on_place_changed(self) -> None:
        if self._is_connected:
            self._save_timer.start()

    @Slot(object)
    def _on_query_failed(self, error: CrmError | None) -> None:
        if error is not None:
            self._context.frame.show_message(translate_error(error), Severity.BAD)
        self.answered.emit()

    @Slot(object, QPoint)
    def _on_menu_asked(self, selection: TreeSelection, position: QPoint) -> None:
        if not selection.count:
            return
        from crmdesk.views.accounts.tree_menu import TreeMenu

        menu = TreeMenu(self.table, selection, self, has_cut=self.moving.has_cut)
        menu.open_asked.connect(self._on_open_asked)
        menu.rename_asked.connect(self.table.edit_name)
        menu.copy_rows_asked.connect(self.table.copy_rows)
        menu.new_site_asked.connect(self.new_site_asked)
        menu.new_subsidiary_asked.connect(self.new_company_asked)
        menu.cut_asked.connect(self.moving.cut)
        menu.paste_asked.connect(self.moving.paste)
        menu.destination_asked.connect(self.moving.choose_destination)
        menu.deletion_asked.connect(self.moving.delete)
        menu.picture_asked.connect(self.picture_asked)
        menu.search_asked.connect(self.search_asked)
        menu.merge_asked.connect(self.merge_asked)
        menu.split_asked.connect(self.split_asked)
        menu.open_at(position)

    @Slot()
    def _on_open_asked(self) -> None:
        if self.table.current_key:
            self.record_activated.emit(self.table.current_key)

    @Slot()
    def _on_columns_asked(self) -> None:
        menu = QMenu(self._columns_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table.column_header.fill_menu(menu)
        menu.popup(self._columns_button.mapToGlobal(QPoint(0, self._columns_button.height())))

    @Slot()
    def _on_layout_edited(self) -> None:
        layout = self.table.column_layout()
        self._context.window_state.save_plain(_WIDTHS, widths_in(layout))
        preferences = self._context.preferences
        preferences.change(replace(preferences.current, tree_columns=shown_in(layout)))
        if self._source.figures.show(shown_in(layout)) and self._is_connected:
            self._connect_source()
            self._tree.refresh()

    @Slot()
    def _on_import_clicked(self) -> None:
        self._context.import_asked.emit("")

    @Slot()
    def _on_new_company_clicked(self) -> None:
        self.new_company_asked.emit("")

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Companies and sites"))
        self._columns_button.setToolTip(self.tr("Choose columns"))
        self._columns_button.setAccessibleName(self.tr("Choose columns"))
        self._import.setText(self.tr("&Import a file"))
        self._import.setToolTip(self.tr("Read companies, sites and contacts from a CSV or Excel file; you may also drop it here"))
        self._new_company.setText(self.tr("&New company"))
        self._new_company.setToolTip(self.tr("Enter the first company by hand"))
        sentence = self.tr("No customers yet. Import the list you have, or enter the first company.")
        self._empty.show_state("building-2", sentence, (self._import, self._new_company))


def _parents(
    service: "TreeService", ids: dict[RecordKind, tuple[str, ...]], known: frozenset[str | None]
) -> frozenset[str | None]:
    found: set[RecordKey | None] = set()
    for kind, each in ids.items():
        found |= service.parents_of(kind, each)
    return known | {None if parent is None else str(parent) for parent in found}
