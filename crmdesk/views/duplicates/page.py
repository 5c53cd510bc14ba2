"""The page of duplicates: the groups of the last search at the left, the chosen one side by side at the right."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.paged_model import LoadedTable, PagedTableModel
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.duplicates.group_list import GroupList
from crmdesk.views.duplicates.group_panel import GroupPanel
from crmdesk.views.duplicates.group_source import GroupSource, group_columns
from crmdesk.views.under_filter import UnderFilter
from crmdesk.views.words import refusal_text, time_text, word

if TYPE_CHECKING:
    from crmdesk.services.duplicates import GroupFound, LastSearch

_SPLITTER: Final = "duplicates"
_LIST_WIDTH: Final = 470
_PANEL_WIDTH: Final = 720
_REFRESH_MS: Final = 80
"""After a change: several in a row are asked for once."""
_CONCERNED: Final = ("company", "site", "pair_verdict")
_KINDS: Final = ((RecordKind.COMPANY, RecordKind.SITE), (RecordKind.COMPANY,), (RecordKind.SITE,))


class DuplicatesPage(QWidget):
    """Everything on it comes from the store's last result; a search goes on in a process of its own (`DuplicateDesk`)."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._last: tuple[LastSearch, ...] = ()
        self._is_known = False
        self._row = 0
        self._steps = UndoSteps(context, self)
        self._words = QLabel(self)
        mark(self._words, textRole="secondary")
        self._kinds = QComboBox(self)
        self.under = UnderFilter(context, self)
        self._search, self._stop = QAction(self), QAction(self)
        self._search_button = ActionButton(self._search, parent=self)
        self._stop_button = ActionButton(self._stop, kind="quiet", parent=self)
        self.groups = GroupList(self)
        self._model = PagedTableModel(
            GroupSource(None, ()), group_columns(), PageRunner(context.tasks), sort=Sort("confidence"), parent=self
        )
        self.groups.show_table(self._model)
        self.panel = GroupPanel(self)
        self._nothing = EmptyState(self)
        self._choose = EmptyState(self)
        self._right, self._whole = QStackedWidget(self), QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._build()
        self._connect()
        self._retranslate()
        if context.is_ready:
            self._on_ready()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        top.setSpacing(GAP)
        top.addWidget(self._kinds)
        top.addWidget(self.under)
        top.addWidget(self._words, 1)
        top.addWidget(self._stop_button)
        top.addWidget(self._search_button)
        self._right.addWidget(self._choose)
        self._right.addWidget(self.panel)
        self._splitter.addWidget(self.groups)
        self._splitter.addWidget(self._right)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self.groups.setMinimumWidth(260)
        if not self._context.window_state.restore_splitter(_SPLITTER, self._splitter):
            self._splitter.setSizes([_LIST_WIDTH, _PANEL_WIDTH])
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._whole, 1)
        self.setFocusProxy(self.groups)

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self._on_ready)
        context.bus.changed.connect(self._on_changed)
        self._refreshing.timeout.connect(self.refresh)
        self._search.triggered.connect(self._on_search_triggered)
        self._stop.triggered.connect(self._on_stop_triggered)
        self._kinds.currentIndexChanged.connect(self._on_kind_chosen)
        self.under.changed.connect(self.refresh)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._model.table_loaded.connect(self._on_table_loaded)
        self._model.query_failed.connect(self._on_refused)
        self.groups.current_changed.connect(self._on_group_chosen)
        self.groups.row_activated.connect(self.panel.ask_open)
        self.groups.merge_asked.connect(self.panel.ask_merge)
        self.groups.parting_asked.connect(self._on_parting_asked)
        self.groups.member_step_asked.connect(self._on_member_step)
        self.panel.merge_asked.connect(self._on_merge_asked)
        self.panel.parting_asked.connect(self._on_parting_asked)
        self.panel.open_asked.connect(self._on_open_asked)

    # Reading

    @Slot()
    def _on_ready(self) -> None:
        desk = self._context.duplicates
        desk.began.connect(self._show_state)
        desk.ended.connect(self._show_state)
        desk.found.connect(self.refresh)
        self._is_known = False
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask anew what the last search found and what of it still holds."""
        if not self._context.is_ready:
            return
        service = self._context.services.duplicates
        self._context.tasks.read(service.last, done=self._on_last_known, latest="last search")
        self._row = self.groups.current_row or 0
        self._model.show_source(GroupSource(service, _KINDS[max(self._kinds.currentIndex(), 0)], self.under.under))

    @Slot(object)
    def _on_last_known(self, last: "tuple[LastSearch, ...]") -> None:
        self._last = last
        self._is_known = True
        self._show_state()

    @Slot(object)
    def _on_table_loaded(self, loaded: LoadedTable) -> None:
        """Stay at the group there was; where it is gone, take the one that stands in its place now."""
        if loaded.total and loaded.current_row is None:
            self.groups.go_to(min(self._row, loaded.total - 1))
        elif loaded.total:
            self._on_group_chosen(self.groups.current_key)
        self._show_state()

    @Slot(str)
    def _on_group_chosen(self, key: str) -> None:
        if not key:
            self._right.setCurrentWidget(self._choose)
            return
        service = self._context.services.duplicates
        self._context.tasks.read(service.group, int(key), done=self._on_group_read, latest="group")

    @Slot(object)
    def _on_group_read(self, group: "GroupFound | None") -> None:
        if group is None:
            self._right.setCurrentWidget(self._choose)
            self._refreshing.start()
            return
        self.panel.show_group(group)
        self._right.setCurrentWidget(self.panel)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._refreshing.start()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Acting

    @Slot()
    def _on_search_triggered(self) -> None:
        self._context.duplicates.begin()

    @Slot()
    def _on_stop_triggered(self) -> None:
        self._context.duplicates.cancel()

    @Slot(int)
    def _on_kind_chosen(self, _index: int) -> None:
        self.refresh()

    @Slot(int)
    def _on_member_step(self, step: int) -> None:
        self.panel.members.choose(self.panel.members.chosen + step)

    @Slot()
    def _on_parting_asked(self) -> None:
        group, chosen = self.panel.group, self.panel.chosen_key()
        if group is None or chosen is None or self._right.currentWidget() is not self.panel:
            return
        others = tuple(member.key for member in group.members if member.key != chosen)
        self._context.tasks.write(
            self._context.services.duplicates.say_not_duplicates, chosen, others, done=self._on_parted, failed=self._on_refused
        )

    @Slot(object)
    def _on_parted(self, changes: Changes) -> None:
        self._steps.offer(self.tr("Remembered: not a duplicate."), changes)

    @Slot(object)
    def _on_merge_asked(self, keys: tuple[RecordKey, ...]) -> None:
        from crmdesk.views.merging import open_merge

        open_merge(self._context, keys, self.window())

    @Slot(object)
    def _on_open_asked(self, key: RecordKey) -> None:
        self._context.record_asked.emit(str(key))

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._context.window_state.save_splitter(_SPLITTER, self._splitter)

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refreshing.start()

    def _retranslate(self) -> None:
        self._search.setText(self.tr("Search for duplicates"))
        self._search.setToolTip(self.tr("Compare every company and site with those like it; you can go on working meanwhile"))
        self._stop.setText(self.tr("Stop searching"))
        self._stop.setToolTip(self.tr("The last result stays"))
        self.groups.setAccessibleName(self.tr("Groups of possible duplicates"))
        self._kinds.setAccessibleName(self.tr("Kind of record"))
        self._kinds.setToolTip(self.tr("Which groups are shown"))
        chosen = max(self._kinds.currentIndex(), 0)
        with QSignalBlocker(self._kinds):
            self._kinds.clear()
            self._kinds.addItems([self.tr("Companies and sites"), word(RecordKind.COMPANY), word(RecordKind.SITE)])
            self._kinds.setCurrentIndex(chosen)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        context = self._context
        is_searching = context.is_ready and context.duplicates.is_searching
        self._search.setEnabled(context.is_ready and not is_searching)
        self._stop.setVisible(is_searching)
        total = self._model.rowCount()
        self._words.setText(self._summary(total, is_searching=is_searching))
        self._choose.show_state("git-merge", self.tr("Choose a group to see its records side by side."))
        if total:
            self._whole.setCurrentWidget(self._splitter)
            return
        if is_searching:
            text = self.tr("Searching. You can go on working; the groups appear here at the end.")
            self._nothing.show_state("search", text, (self._stop,))
        elif self._last and self.under.under is not None:
            self._nothing.show_state("circle-check", self.tr("No duplicates are left there."), (self._search,))
        elif self._last:
            self._nothing.show_state("circle-check", self.tr("No duplicates are left."), (self._search,))
        elif self._is_known:
            text = self.tr(
                "The store was not searched yet. Companies and sites are compared by name, credit code, phone and premises; "
                "two sites of one company are no duplicates unless they share an address."
            )
            self._nothing.show_state("git-merge", text, (self._search,))
        self._whole.setCurrentWidget(self._nothing)

    def _summary(self, total: int, *, is_searching: bool) -> str:
        if not self._last:
            return ""
        newest = max(self._last, key=lambda one: one.made_at)
        groups = self.tr("%n groups", "", total)
        if is_searching:
            return self.tr("{groups} of the search of {time}; searching again …").format(
                groups=groups, time=time_text(newest.made_at)
            )
        text = self.tr("{groups} of the search of {time} over {count} records").format(
            groups=groups, time=time_text(newest.made_at), count=f"{sum(one.records for one in self._last):,}"
        )
        skipped = sum(one.skipped for one in self._last)
        if not skipped:
            return text
        return self.tr("{summary}; {skipped} share a key with too many others and were compared by other keys only").format(
            summary=text, skipped=f"{skipped:,}"
        )
