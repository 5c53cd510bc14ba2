"""The page of opportunities: the lists one opens every day, and what stands at each stage beside them."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton, tip_with_shortcut
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.icons import icon
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.paged_model import LoadedTable, PagedTableModel
from crmdesk.ui.table.paged_table import PagedTable
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.accounts.record_finder import RecordFinder
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.acting import OpportunityActing
from crmdesk.views.opportunities.developed_dialog import open_developed
from crmdesk.views.opportunities.dialog import open_new_opportunity, open_opportunity
from crmdesk.views.opportunities.list_source import OpportunitySource, opportunity_columns, total_columns, total_rows
from crmdesk.views.opportunities.presets import MINE, PRESETS, preset_filter
from crmdesk.views.under_filter import UnderFilter
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.opportunity_lists import OpportunityFilter, StageTotal

_SPLITTER: Final = "opportunities"
_WIDTHS: Final = (790, 400)
_TYPING_MS: Final = 120
_REFRESH_MS: Final = 80
_BY_CLOSING: Final = Sort("closes_on")
_CONCERNED: Final = (RecordKind.OPPORTUNITY, RecordKind.STAGE, RecordKind.SITE, RecordKind.COMPANY, RecordKind.USER)


class OpportunitiesPage(QWidget):
    """N adds, Enter opens, Ctrl+Enter shows the site, Ctrl+Right and Ctrl+Left walk through the stages, Del deletes."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acting = OpportunityActing(context, self)
        self.presets = QComboBox(self)
        self.under = UnderFilter(context, self)
        self.narrow = QLineEdit(self)
        self.narrow.setClearButtonEnabled(True)
        self.narrow.addAction(icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)
        self._count = QLabel(self)
        self._model = PagedTableModel(
            self._source(), opportunity_columns(), PageRunner(context.tasks), sort=_BY_CLOSING, parent=self
        )
        self.list = PagedTable(self)
        self.list.show_table(self._model)
        self.totals_model = RowsModel(total_columns(), (), self)
        self.totals = RowsView(self)
        self.totals.show_rows(self.totals_model, self.totals_model)
        self.add = self._action("plus", "N", self._on_add)
        self.developed = QAction(icon("users"), "", self)
        self.developed.triggered.connect(self._on_developed)
        self.show_site = self._action("map-pin", "Ctrl+Return", self._on_show_site)
        self.back = self._action("arrow-left", "Ctrl+Left", self._on_back)
        self.forward = self._action("arrow-right", "Ctrl+Right", self._on_forward)
        self.remove = self._action("trash-2", "Del", self._on_remove)
        self._nothing = EmptyState(self)
        self._left = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        if context.is_ready:
            self.refresh()

    def _action(self, icon_name: str, keys: str, triggered: object) -> QAction:
        action = QAction(icon(icon_name), "", self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(triggered)
        self.list.addAction(action)  # the keys are for the list only: Del in the field above deletes a letter
        return action

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        top.setSpacing(GAP)
        top.addWidget(self.presets)
        top.addWidget(self.under)
        top.addWidget(self.narrow, 1)
        top.addWidget(self._count)
        for action in (self.show_site, self.back, self.forward, self.remove):
            button = QToolButton(self)
            button.setDefaultAction(action)  # a picture only: the words stand in the tip, with the key
            top.addWidget(button)
        top.addWidget(ActionButton(self.developed, kind="quiet", parent=self))
        self.add_button = ActionButton(self.add, kind="primary", parent=self)
        top.addWidget(self.add_button)
        self._left.addWidget(self.list)
        self._left.addWidget(self._nothing)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.totals)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self.totals.setMinimumWidth(280)
        if not self._context.window_state.restore_splitter(_SPLITTER, self._splitter):
            self._splitter.setSizes(list(_WIDTHS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._splitter, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self.refresh)
        context.bus.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language)
        self.presets.activated.connect(self.refresh)
        self.under.changed.connect(self.refresh)
        self.narrow.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self._refreshing.timeout.connect(self.refresh)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._model.table_loaded.connect(self._on_loaded)
        self._model.query_failed.connect(self._on_refused)
        self.list.current_changed.connect(self._show_states)
        self.list.row_activated.connect(self._on_activated)

    # Reading

    def _source(self) -> OpportunitySource:
        context, today = self._context, date.today()  # noqa: DTZ011 - days of this computer's calendar
        if not context.is_ready:
            return OpportunitySource(None, None, context.language, today)
        return OpportunitySource(context.services.opportunity_lists, self._wanted(today), context.language, today)

    def _wanted(self, today: date) -> "OpportunityFilter":
        chosen = preset_filter(str(self.presets.currentData() or MINE), today, self.narrow.text().strip())
        return replace(chosen, under=self.under.under)

    @Slot()
    def refresh(self) -> None:
        """Ask for the list and its sums again; rows, selection and place stay where they can."""
        context = self._context
        if not context.is_ready:
            return
        self._model.show_source(self._source())
        today = date.today()  # noqa: DTZ011 - days of this computer's calendar
        work = partial(context.services.opportunity_lists.totals, self._wanted(today), context.language)
        context.tasks.read(work, done=self._on_totals, latest="opportunity totals")

    @Slot(object)
    def _on_totals(self, totals: "tuple[StageTotal, ...]") -> None:
        self.totals_model.set_rows(total_rows(totals))

    @Slot(object)
    def _on_loaded(self, loaded: LoadedTable) -> None:
        self._count.setText(self.tr("%n opportunities", "", loaded.total))
        has_keyboard = self._left.isAncestorOf(self.window().focusWidget())
        self._left.setCurrentWidget(self.list if loaded.total else self._nothing)
        if loaded.total and loaded.current_row is None:
            self.list.go_to(0)
        if loaded.total and has_keyboard:
            self.list.setFocus()
        self.totals.setVisible(bool(loaded.total))
        self._show_empty()
        self._show_states()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._refreshing.start()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Acting

    @Slot(str)
    def _on_activated(self, key: str) -> None:
        open_opportunity(self._context, key, self.window())

    @Slot()
    def _on_add(self) -> None:
        """Ask at which site, then for the opportunity."""
        question = self.tr("At which site is the opportunity?")
        finder = RecordFinder(self._context, None, question, self, kind=RecordKind.SITE)
        finder.picked.connect(self._on_site_picked)
        finder.open_below(self.add_button)

    @Slot(object, object)
    def _on_site_picked(self, _record: None, site: RecordKey) -> None:
        open_new_opportunity(self._context, site.id, self.window())

    @Slot()
    def _on_developed(self) -> None:
        open_developed(self._context, self.window())

    @Slot()
    def _on_show_site(self) -> None:
        if key := self.list.current_key:
            work = partial(_site_of, self._context.services, key)
            self._context.tasks.read(work, done=self._on_site, failed=self._on_refused, latest="site of opportunity")

    @Slot(object)
    def _on_site(self, key: str) -> None:
        self._context.record_asked.emit(key)

    @Slot()
    def _on_forward(self) -> None:
        if key := self.list.current_key:
            self._acting.step(key, 1)

    @Slot()
    def _on_back(self) -> None:
        if key := self.list.current_key:
            self._acting.step(key, -1)

    @Slot()
    def _on_remove(self) -> None:
        chosen = self.list.selected_keys()
        row = self._model.row_of(chosen[0]) if chosen else None
        first = None if row is None else self._model.row_at(row)
        if first is not None:
            self._acting.delete(chosen, first.cells["name"].text)

    @Slot()
    def _show_states(self) -> None:
        has_row = bool(self.list.current_key) and self._left.currentWidget() is self.list
        for action in (self.show_site, self.back, self.forward, self.remove):
            action.setEnabled(has_row)

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._context.window_state.save_splitter(_SPLITTER, self._splitter)

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
        translate = QCoreApplication.translate
        chosen = max(self.presets.currentIndex(), 0)
        with QSignalBlocker(self.presets):
            self.presets.clear()
            for preset in PRESETS:
                self.presets.addItem(translate("opportunity_lists", preset.name), preset.key)
            self.presets.setCurrentIndex(chosen)
        self.presets.setAccessibleName(self.tr("List of opportunities"))
        self.presets.setToolTip(self.tr("Which opportunities are shown"))
        self.narrow.setPlaceholderText(self.tr("Name of the opportunity or of its site …"))
        self.narrow.setAccessibleName(self.tr("Narrow the list"))
        self.list.setAccessibleName(self.tr("Opportunities"))
        self.totals.setAccessibleName(self.tr("Sums by stage"))
        self.totals_model.set_titles([column.title for column in total_columns()])
        for action, text, tip in (
            (self.add, self.tr("New opportunity"), self.tr("Add an opportunity at a site")),
            (self.developed, self.tr("New customers"), self.tr("Who developed which customers, and when")),
            (self.show_site, self.tr("Show the site"), self.tr("Show the site of this opportunity")),
            (self.back, self.tr("Former stage"), self.tr("Back to the stage before")),
            (self.forward, self.tr("Next stage"), self.tr("On to the next stage")),
            (self.remove, self.tr("Delete"), self.tr("Delete the opportunities chosen")),
        ):
            action.setText(text)
            action.setToolTip(tip_with_shortcut(tip, action.shortcut()))
        self._show_empty()

    def _show_empty(self) -> None:
        preset = PRESETS[max(self.presets.currentIndex(), 0)]
        text = QCoreApplication.translate("opportunity_lists", preset.empty)
        if self.narrow.text().strip():
            text = self.tr("No opportunity of this list is called that.")
        self._nothing.show_state("handshake", text, (self.add,))


def _site_of(services: "Services", opportunity: str) -> str:
    return str(services.opportunities.open(opportunity).site.key)
