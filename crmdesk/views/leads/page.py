"""The page of leads: lists one opens every day at the left, the chosen lead at the right."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.services.lead_views import LeadView
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.columns import ColumnLayout
from crmdesk.ui.table.paged_model import LoadedTable, PagedTableModel
from crmdesk.ui.table.paged_table import PagedTable
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.board import BoardCards, LeadBoard, load_board
from crmdesk.views.leads.deeds import LeadDeeds
from crmdesk.views.leads.follow_up_dialog import open_follow_up
from crmdesk.views.leads.head import LeadHead
from crmdesk.views.leads.lead_source import BY_NEED, LeadSource, lead_columns
from crmdesk.views.leads.panel import FOLLOW_UP_KEY, LeadPanel
from crmdesk.views.leads.targets import Targets, ids_in, target_of
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.leads import LeadSaved

_SPLITTER: Final = "leads"
_LAYOUT: Final = "leads columns"
_BOARD: Final = "leads board"
_LIST_WIDTH: Final = 560
_PANEL_WIDTH: Final = 640
_REFRESH_MS: Final = 80
_FOLLOW_UP: Final = "follow up"
_CONCERNED: Final = (RecordKind.LEAD, RecordKind.FOLLOW_UP, RecordKind.QUALIFICATION, RecordKind.CLAIM, RecordKind.POOL)


class LeadsPage(QWidget):
    """The list keeps its place while leads change; the panel shows the lead the keyboard is on."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self.head = LeadHead(context, self)
        self.narrow, self.as_board = self.head.narrow, self.head.as_board
        self._follow_up = QAction(self)
        self._follow_up.setShortcut(QKeySequence(FOLLOW_UP_KEY))
        self._follow_up.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._follow_up)
        self.board = LeadBoard(self)
        self._model = PagedTableModel(self._source(), lead_columns(), PageRunner(context.tasks), sort=BY_NEED, parent=self)
        self.list = PagedTable(self)
        self.list.show_table(self._model)
        self.panel = LeadPanel(context, self)
        self._right, self._left = QStackedWidget(self), QStackedWidget(self)
        self.deeds = LeadDeeds(context, self, self._on_deed, keys_of=self._left)
        self.menu = QMenu(self.list)
        self.deeds.fill(self.menu)
        self._deed = ""
        self._choose, self._nothing = EmptyState(self), EmptyState(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        if context.is_ready:
            self._on_ready()

    def _build(self) -> None:
        self._left.addWidget(self.list)
        self._left.addWidget(self.board)
        self._left.addWidget(self._nothing)
        self._right.addWidget(self._choose)
        self._right.addWidget(self.panel)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._left.setMinimumWidth(300)
        state = self._context.window_state
        self.list.set_column_layout(ColumnLayout.from_plain(state.plain(_LAYOUT)))
        self.as_board.setChecked(state.plain(_BOARD) is True)
        if not self._context.window_state.restore_splitter(_SPLITTER, self._splitter):
            self._splitter.setSizes([_LIST_WIDTH, _PANEL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._splitter, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self._on_ready)
        context.bus.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language)
        self.head.narrowed_anew.connect(self._on_narrowed)
        self.head.typing.connect(self._on_typing)
        self.head.view_chosen.connect(self._on_view)
        self.head.save_asked.connect(self._on_save_asked)
        self.head.choices_known.connect(self._on_choices)
        self._refreshing.timeout.connect(self.refresh)
        self.head.new.triggered.connect(self.new_lead)
        self._follow_up.triggered.connect(self._on_follow_up)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._model.table_loaded.connect(self._on_loaded)
        self._model.query_failed.connect(self._on_refused)
        self.list.current_changed.connect(self._on_chosen)
        self.list.row_activated.connect(self._on_activated)
        self.list.layout_edited.connect(self._on_layout_edited)
        self.as_board.toggled.connect(self._on_board_toggled)
        self.board.chosen.connect(self._on_card_chosen)
        self.board.activated.connect(self._on_activated)
        self.board.move_asked.connect(self._on_move_asked)
        self.board.menu_asked.connect(self._on_menu_asked)
        self.list.menu_asked.connect(self._on_menu_asked)
        self.panel.stay_asked.connect(self._on_stay_asked)
        self.panel.deleted.connect(self._on_deleted)

    # Reading

    def _source(self) -> LeadSource:
        context = self._context
        today = date.today()  # noqa: DTZ011 - days of this computer's calendar
        lists = context.services.lead_lists if context.is_ready else None
        return LeadSource(lists, self.head.wanted(today), context.language, today)

    @Slot()
    def _on_ready(self) -> None:
        self.head.load()
        self.refresh()

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        self.panel.set_choices(choices)

    @Slot()
    def refresh(self) -> None:
        """Ask for the list again; rows, selection and place stay where they can."""
        if self._context.is_ready:
            source = self._source()
            self._model.show_source(source)
            if self.as_board.isChecked():
                context = self._context
                work = partial(load_board, context.services.lead_lists, source.wanted, self._model.order, context.language)
                context.tasks.read(work, done=self._on_board, failed=self._on_refused, latest="board")

    @Slot(object)
    def _on_board(self, cards: BoardCards) -> None:
        self.board.show_cards(cards)
        self._show_left()

    def _show_left(self) -> None:
        if self.as_board.isChecked():
            self._left.setCurrentWidget(self.board)
        else:
            self._left.setCurrentWidget(self.list if self._model.rowCount() else self._nothing)

    @Slot(bool)
    def _on_board_toggled(self, is_board: bool) -> None:  # noqa: FBT001 - the signal's signature
        self._context.window_state.save_plain(_BOARD, is_board)
        self._show_left()
        self.setFocusProxy(self.board if is_board else self.list)
        self.refresh()
        self.setFocus()

    @Slot()
    def _on_layout_edited(self) -> None:
        self._context.window_state.save_plain(_LAYOUT, self.list.column_layout().to_plain())

    @Slot(str)
    def _on_card_chosen(self, lead: str) -> None:
        self._wanted = lead
        self._show(lead)

    @Slot(object, object)
    def _on_move_asked(self, leads: tuple[str, ...], status: LeadStatus) -> None:
        """Do what the cards' new place means: new or working leads become it at once, the others are decided in their dialogs."""
        self._wanted = leads[0]
        self._show(leads[0])
        shown = self.panel.record
        name = shown.name if shown is not None and leads == (shown.id,) else ""
        self.deeds.put(Targets(leads, name), status)

    @Slot(object)
    def _on_loaded(self, loaded: LoadedTable) -> None:
        self.head.count.setText(self.tr("%n leads", "", loaded.total))
        self._show_left()
        if loaded.total and loaded.current_row is None and not self._wanted:
            self.list.go_to(0)
        elif not loaded.total and self.panel.record is None:
            self._right.setCurrentWidget(self._choose)
        self._show_empty()

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key and (not self._wanted or self.list.hasFocus()):
            self._wanted = ""
            self._show(key)

    def _show(self, lead: str) -> None:
        self._right.setCurrentWidget(self.panel)
        self.panel.show_lead(lead)

    @Slot(str)
    def _on_activated(self, key: str) -> None:
        self._wanted = ""
        self._show(key)
        self.panel.form.form.setFocus()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._refreshing.start()
            shown = self.panel.record
            if shown is not None:
                self.panel.refresh()
        if changes.concerns(RecordKind.TERM) or changes.concerns(RecordKind.USER):
            self.head.load()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Acting

    def open_record(self, key: str) -> None:
        """Show a lead (`lead:…`) beside whatever list is chosen; other keys are ignored."""
        kind, _, lead = key.partition(":")
        if kind == RecordKind.LEAD and lead and self._context.is_ready:
            self._wanted = lead
            self._context.frame.show_page("leads")
            self._show(lead)

    @Slot()
    def new_lead(self) -> None:
        """Begin a new lead."""
        from crmdesk.views.leads.new_lead import open_new_lead

        if self._context.is_ready:
            open_new_lead(self._context, self.window()).created.connect(self._on_created)

    @Slot(object)
    def _on_created(self, saved: "LeadSaved") -> None:
        self.open_record(f"{RecordKind.LEAD.value}:{saved.record.id}")

    @Slot()
    def _on_follow_up(self) -> None:
        self._on_deed(_FOLLOW_UP)

    def _on_deed(self, deed: str) -> None:
        """Do something to the lead shown, or to all that are selected, loaded or not."""
        if self.as_board.isChecked():
            chosen = self.board.selected
            self._do(deed, Targets(chosen) if len(chosen) > 1 else target_of(self.panel.record))
            return
        ranges = self.list.selected_ranges()
        count = sum(map(len, ranges))
        if count <= 1:
            self._do(deed, target_of(self.panel.record))
            return
        keys = self.list.selected_keys()
        if len(keys) == count:
            self._do(deed, Targets(keys))
            return
        self._deed = deed
        source = self._source()
        work = partial(ids_in, self._context.services.lead_lists, source.wanted, self._model.order, ranges)
        self._context.tasks.read(work, done=self._on_ids, failed=self._on_refused, latest="selected leads")

    @Slot(object)
    def _on_ids(self, targets: Targets) -> None:
        self._do(self._deed, targets)

    def _do(self, deed: str, targets: Targets) -> None:
        if deed != _FOLLOW_UP:
            self.deeds.do(deed, targets)
        elif targets.count and not (targets.record is not None and targets.record.is_closed):
            open_follow_up(self._context, targets.ids, targets.name, self.window())

    @Slot(object, QPoint)
    def _on_menu_asked(self, keys: tuple[str, ...], at: QPoint) -> None:
        if keys:
            self.deeds.aim(Targets(keys) if len(keys) > 1 else target_of(self.panel.record))
            self.menu.popup(at)

    @Slot()
    def _on_deleted(self) -> None:
        self._wanted = ""
        self._right.setCurrentWidget(self._choose)

    @Slot(str)
    def _on_stay_asked(self, lead: str) -> None:
        self._wanted = lead

    def may_leave(self, go_on: object = None) -> bool:
        """Say whether nothing unsaved is lost by leaving; what was typed is saved, and the next attempt succeeds."""
        del go_on
        if not self.panel.form.is_dirty:
            return True
        self.panel.form.save()
        return not self.panel.form.is_dirty

    @Slot()
    def _on_narrowed(self) -> None:
        self._wanted = ""
        self.refresh()

    @Slot()
    def _on_typing(self) -> None:
        self._wanted = ""

    @Slot(object)
    def _on_view(self, view: LeadView) -> None:
        """Show a saved view with its order, its columns, as list or board."""
        self._wanted = ""
        if view.columns:
            shown = {place.key: place for place in self.list.column_layout().places}
            chosen = [replace(shown[key], shown=True) for key in view.columns if key in shown]
            rest = [replace(place, shown=False) for key, place in shown.items() if key not in view.columns]
            self.list.set_column_layout(ColumnLayout((*chosen, *rest)))
        self._model.set_order(view.sort)
        self.as_board.setChecked(view.is_board)
        self.refresh()

    @Slot(str)
    def _on_save_asked(self, name: str) -> None:
        columns = tuple(place.key for place in self.list.column_layout().places if place.shown)
        wanted = self.head.wanted(date.today())  # noqa: DTZ011 - days of this computer's calendar
        self.head.views.keep(LeadView(name, wanted, self._model.order, columns, self.as_board.isChecked()))
        self.head.filters.set_wanted(wanted)
        self._context.frame.show_message(self.tr("Saved the view {name}.").format(name=name), Severity.OK)

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._context.window_state.save_splitter(_SPLITTER, self._splitter)

    # Words

    @Slot(str)
    def _on_language(self, _language: str) -> None:
        if self._context.is_ready:
            self.head.load()
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Leads"))
        self.deeds.retranslate()
        self._choose.show_state("user-plus", self.tr("Choose a lead to see it here."))
        self._show_empty()

    def _show_empty(self) -> None:
        self._nothing.show_state("user-plus", self.head.empty_words(), (self.head.new,))
