"""The page of pools: at the left what there is and how much, then the list, below it the record the keyboard is on."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.core.waiting_filter import WaitingFilter
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.icons import icon
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.columns import ColumnLayout
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.paged_model import LoadedTable, PagedTableModel
from crmdesk.ui.table.paged_table import PagedTable
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.pools.card import PoolCard
from crmdesk.views.pools.deeds import CLAIM, FOLLOW_UP, LOOK, OPEN, Chosen, PoolDeeds
from crmdesk.views.pools.list_source import (
    NEWEST_FIRST,
    SOONEST_FIRST,
    DueSource,
    WaitingSource,
    due_columns,
    waiting_columns,
)
from crmdesk.views.pools.next_steps import NextSteps
from crmdesk.views.pools.places import DUE, Place, place_columns, place_row, places_of
from crmdesk.views.pools.pool_table import PoolTable
from crmdesk.views.pools.wording import is_used_up, limits_text
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pool_desk import PoolDesk
    from crmdesk.services.waiting_records import Glance

_ACROSS: Final = "pools"
_DOWN: Final = "pools down"
_LAYOUTS: Final = ("pools columns", "pools due columns")
_PLACE: Final = "pools place"
_WIDTHS: Final = (190, 1000)
_HEIGHTS: Final = (440, 190)
_TYPING_MS: Final = 120
_REFRESH_MS: Final = 80
_CONCERNED: Final = (
    *(RecordKind.LEAD, RecordKind.SITE, RecordKind.FOLLOW_UP, RecordKind.ACTIVITY, RecordKind.OPPORTUNITY, RecordKind.CLAIM),
    *(RecordKind.POOL, RecordKind.POOL_MEMBER),
)


class PoolsPage(QWidget):
    """Enter or F6 claims, Space looks; where it falls back soon Enter opens, F4 follows up."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: PoolDesk | None = None
        self._places: tuple[Place, ...] = ()
        self._place: Place | None = None
        self._deed = ""
        self._last_row = 0
        self._waiting_source, self._due_source = WaitingSource(None), DueSource(None)
        runner = PageRunner(context.tasks)
        self.places_model = RowsModel(place_columns(), (), self)
        self.places = RowsView(self)
        self.places.show_rows(self.places_model, self.places_model)
        self.waiting_model = PagedTableModel(self._waiting_source, waiting_columns(), runner, sort=NEWEST_FIRST, parent=self)
        self.due_model = PagedTableModel(self._due_source, due_columns(), runner, sort=SOONEST_FIRST, parent=self)
        self.waiting, self.due = PoolTable(self), PagedTable(self)
        self.waiting.show_table(self.waiting_model)
        self.due.show_table(self.due_model)
        self._lists = QStackedWidget(self)
        self.deeds = PoolDeeds(context, self, self._on_deed, self._lists)
        self.card = PoolCard(self.deeds.actions[LOOK], self)
        self.menu = QMenu(self)
        self.deeds.fill(self.menu)
        self._more = QToolButton(self)
        self._more.setIcon(icon("ellipsis"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.menu)
        self.narrow = QLineEdit(self)
        self.narrow.setClearButtonEnabled(True)
        self.narrow.addAction(icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)
        self.limits = ElidedLabel(self)
        self._count = QLabel(self)
        self._nothing, self._no_pool = EmptyState(self), EmptyState(self)
        self.steps = NextSteps(context, self)
        self._across, self._down = QSplitter(Qt.Orientation.Horizontal, self), QSplitter(Qt.Orientation.Vertical, self)
        self._whole = QStackedWidget(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        if context.is_ready:
            self.refresh()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        top.setSpacing(GAP)
        top.addWidget(self.narrow, 1)
        top.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))  # where there is nothing to narrow
        top.addWidget(self.limits)
        top.addWidget(self._count)
        for key in (CLAIM, FOLLOW_UP, OPEN):
            kind = "primary" if key in {CLAIM, FOLLOW_UP} else ""
            top.addWidget(ActionButton(self.deeds.actions[key], kind=kind, parent=self))
        top.addWidget(self._more)
        for shown in (self.waiting, self.due, self._nothing):
            self._lists.addWidget(shown)
        self._down.addWidget(self._lists)
        self._down.addWidget(self.card)
        self._down.setStretchFactor(0, 1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(top)
        beside.addWidget(self._down, 1)
        self._across.addWidget(self.places)
        self._across.addWidget(right)
        self._across.setStretchFactor(1, 1)
        self.places.setMinimumWidth(140)
        state = self._context.window_state
        for name, splitter, sizes in ((_ACROSS, self._across, _WIDTHS), (_DOWN, self._down, _HEIGHTS)):
            splitter.setChildrenCollapsible(False)
            if not state.restore_splitter(name, splitter):
                splitter.setSizes(list(sizes))
        for name, table in zip(_LAYOUTS, (self.waiting, self.due), strict=True):
            table.set_column_layout(ColumnLayout.from_plain(state.plain(name)))
        self._whole.addWidget(self._across)
        self._whole.addWidget(self._no_pool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        self.setFocusProxy(self.waiting)

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self.refresh)
        context.bus.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language)
        self.places.row_selection_changed.connect(self._on_place)
        self.narrow.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._show_list)
        self._refreshing.timeout.connect(self.refresh)
        self._across.splitterMoved.connect(self._on_splitter_moved)
        self._down.splitterMoved.connect(self._on_splitter_moved)
        for model, table in ((self.waiting_model, self.waiting), (self.due_model, self.due)):
            model.table_loaded.connect(self._on_loaded)
            model.query_failed.connect(self._on_refused)
            table.row_selection_changed.connect(self._on_row)
            table.layout_edited.connect(self._on_layout_edited)
            table.menu_asked.connect(self._on_menu_asked)
        self.waiting.row_activated.connect(partial(self._on_activated, CLAIM))
        self.due.row_activated.connect(partial(self._on_activated, OPEN))
        self.waiting.look_asked.connect(self._on_look)
        self.deeds.look_asked.connect(self._on_look)

    # Reading

    @Slot()
    def refresh(self) -> None:
        """Ask for the pools and the list again; rows, selection and place stay where they can."""
        if self._context.is_ready:
            desk = self._context.services.pool_desk.desk
            self._context.tasks.read(desk, done=self._on_desk, failed=self._on_refused, latest="pools")

    @Slot(object)
    def _on_desk(self, desk: "PoolDesk") -> None:
        self._desk, self._places = desk, places_of(desk)
        self._whole.setCurrentWidget(self._across if self._places else self._no_pool)
        wanted = self._place.key if self._place is not None else str(self._context.window_state.plain(_PLACE) or "")
        at = next((at for at, place in enumerate(self._places) if place.key == wanted), None)
        if at is None:  # first what is lost otherwise, else what may be won
            at = 0 if desk.due or len(self._places) == 1 else 1
        with QSignalBlocker(self.places):
            self.places_model.set_rows([place_row(place) for place in self._places])
        if self._places:
            self.places.select_rows([range(at, at + 1)], at)
            self._take_place(self._places[at])
        else:
            self._place = None
            self._show_nothing()
        self._show_list()

    def _take_place(self, place: Place) -> None:
        self._place = place
        pool = place.pool
        self.limits.show_text("" if pool is None else limits_text(pool))
        mark(self.limits, textRole="warn" if pool is not None and is_used_up(pool) else "secondary")
        self.narrow.setVisible(pool is not None)
        self.setFocusProxy(self.due if place.is_due else self.waiting)

    @Slot()
    def _on_place(self) -> None:
        at = self.places.current_row
        if at is None or at >= len(self._places) or self._places[at] == self._place:
            return
        self._last_row = 0
        self._take_place(self._places[at])
        self._context.window_state.save_plain(_PLACE, self._places[at].key)
        self.card.clear()
        self._show_list()

    @Slot()
    def _show_list(self) -> None:
        place, desk, context = self._place, self._desk, self._context
        if place is None or desk is None or not context.is_ready:
            return
        services = context.services.pool_desk
        row = self._table.current_row
        self._last_row = self._last_row if row is None else row
        if place.pool is None:
            kept = None if place.key == DUE else [pool.id for pool in desk.pools if pool.is_keeper]
            self._due_source = DueSource(services.due(kept, context.language))
            self.due_model.show_source(self._due_source)
        else:
            wanted = WaitingFilter((place.pool.id,), place.kind, self.narrow.text().strip())
            self._waiting_source = WaitingSource(services.waiting(wanted, context.language))
            self.waiting_model.show_source(self._waiting_source)

    @property
    def _table(self) -> PagedTable:
        return self.due if self._place is not None and self._place.is_due else self.waiting

    @Slot(object)
    def _on_loaded(self, loaded: LoadedTable) -> None:
        table = self._table
        if self.sender() not in {None, table.table}:
            return
        has_keyboard = self._lists.isAncestorOf(self.window().focusWidget())
        self._count.setText(self.tr("%n records", "", loaded.total))
        self._lists.setCurrentWidget(table if loaded.total else self._nothing)
        self.card.setVisible(bool(loaded.total))
        if loaded.total and loaded.current_row is None:  # what was here is taken: on with what follows
            table.go_to(min(self._last_row, loaded.total - 1))
        if has_keyboard:
            (table if loaded.total else self.places).setFocus()
        self._show_nothing()
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        key = self._table.current_key if self._lists.currentWidget() is self._table else ""
        place = self._place
        chosen = self._chosen()
        pool = None if place is None else place.pool
        may_keep = pool.is_keeper if pool is not None else self._keeps(key)
        self.deeds.aim(place, chosen, may_keep=may_keep)
        if not key:
            self.card.clear()
            return
        work = partial(self._context.services.waiting_records.glance, RecordKey.parse(key), self._context.language)
        self._context.tasks.read(work, done=self._on_glance, failed=self._on_gone, latest="pool record")

    def _keeps(self, key: str) -> bool:
        """Return whether what falls back soon falls to a pool I keep."""
        due = self._due_source.seen.get(key)
        return due is not None and self._desk is not None and any(p.is_keeper for p in self._desk.pools if p.id == due.pool_id)

    @Slot(object)
    def _on_glance(self, glance: "Glance") -> None:
        key = str(glance.row.key)
        if key == self._table.current_key:
            is_due = self._place is not None and self._place.is_due
            self.card.show_glance(glance, self._due_source.seen.get(key) if is_due else None)

    @Slot(object)
    def _on_gone(self, error: CrmError) -> None:
        if not isinstance(error, RecordNotFound):  # that one is said by whoever deleted it
            self._on_refused(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._refreshing.start()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Acting

    def _chosen(self) -> Chosen:
        """Return what is selected, as far as it is loaded."""
        table = self._table
        keys = table.selected_keys() or tuple(filter(None, (table.current_key,)))
        if len(keys) != 1:
            return Chosen(tuple(map(RecordKey.parse, keys)))
        due = self._due_source.seen.get(keys[0]) if table is self.due else None
        row = due.record if due is not None else self._waiting_source.seen.get(keys[0])
        return Chosen((RecordKey.parse(keys[0]),), "" if row is None else row.name, row)

    def _on_deed(self, deed: str) -> None:
        """Do something to all that are selected, loaded or not."""
        ranges = self._table.selected_ranges()
        chosen = self._chosen()
        if sum(map(len, ranges)) <= max(1, len(chosen.keys)):
            self.deeds.do(deed, chosen)
            return
        self._deed = deed
        source = self._due_source if self._table is self.due else self._waiting_source
        work = partial(source.keys, self._table.table.order, ranges)
        self._context.tasks.read(work, done=self._on_keys, failed=self._on_refused, latest="chosen in a pool")

    @Slot(object)
    def _on_keys(self, keys: tuple[RecordKey, ...]) -> None:
        self.deeds.do(self._deed, Chosen(keys))

    def _on_activated(self, deed: str, _key: str) -> None:
        action = self.deeds.actions[deed]
        if action.isEnabled():
            self._on_deed(deed)
        elif action.toolTip():
            self._context.frame.show_message(action.toolTip(), Severity.WARN)

    @Slot()
    def _on_look(self) -> None:
        if key := self.waiting.current_key:
            work = partial(self._context.services.waiting_records.look, RecordKey.parse(key), self._context.language)
            self._context.tasks.write(work, done=self._on_looked, failed=self._on_refused)

    @Slot(object)
    def _on_looked(self, glance: "Glance") -> None:
        self._on_glance(glance)
        self._refreshing.start()  # one view less is left

    @Slot(object, QPoint)
    def _on_menu_asked(self, keys: tuple[str, ...], at: QPoint) -> None:
        if keys:
            self.menu.popup(at)

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._context.window_state.save_splitter(_ACROSS, self._across)
        self._context.window_state.save_splitter(_DOWN, self._down)

    @Slot()
    def _on_layout_edited(self) -> None:
        for name, table in zip(_LAYOUTS, (self.waiting, self.due), strict=True):
            self._context.window_state.save_plain(name, table.column_layout().to_plain())

    # Words

    @Slot(str)
    def _on_language(self, _language: str) -> None:
        self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.places.setAccessibleName(self.tr("Pools"))
        self.places_model.set_titles([column.title for column in place_columns()])
        self.waiting.setAccessibleName(self.tr("What waits in the pool"))
        self.due.setAccessibleName(self.tr("What falls back soon"))
        self.narrow.setPlaceholderText(self.tr("Name, person, phone, city …"))
        self.narrow.setAccessibleName(self.tr("Narrow the list"))
        self._more.setToolTip(self.tr("More actions"))
        self._more.setAccessibleName(self.tr("More actions"))
        self.steps.retranslate()
        self.deeds.retranslate()
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.steps.show_no_pool(self._no_pool, 0 if self._desk is None else self._desk.others)
        if self._place is not None:
            self.steps.show_nothing(self._nothing, self._place, is_narrowed=bool(self.narrow.text().strip()))
