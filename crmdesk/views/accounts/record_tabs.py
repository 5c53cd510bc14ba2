"""The tabs of a record, each made when it is first needed, without a frame of their own."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.history_tab import HistoryTab
from crmdesk.views.accounts.notes_tab import NotesTab
from crmdesk.views.accounts.opened import Draft, OpenedRecord
from crmdesk.views.accounts.overview_tab import OverviewTab
from crmdesk.views.accounts.people_tab import PeopleTab
from crmdesk.views.accounts.places_tab import PlacesTab
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.site_tab import SiteOpportunitiesTab

OVERVIEW: Final = 0
CONTACTS: Final = 1
OPPORTUNITIES: Final = 2
NOTES: Final = 3
PLACES: Final = 4
HISTORY: Final = 5
_OF_SITES: Final = (CONTACTS, OPPORTUNITIES, NOTES, PLACES)


class RecordTabs(QWidget):
    """Overview, contacts, opportunities, notes, places and history; Ctrl+PgDown and Ctrl+PgUp walk through them."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = dict.fromkeys(_OF_SITES, 0)
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for _ in range(HISTORY + 1):
            self.bar.addTab("")
        self._stack = QStackedWidget(self)
        self.overview = OverviewTab(context, self._stack)
        self.people = PeopleTab(context, self._stack)
        self.opportunities = SiteOpportunitiesTab(context, self._stack)
        self.notes = NotesTab(context, self._stack)
        self.places = PlacesTab(context, self._stack)
        self.history = HistoryTab(context, self._stack)
        for tab in (self.overview, self.people, self.opportunities, self.notes, self.places, self.history):
            self._stack.addWidget(tab)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN + GRID, 0, MARGIN, 0)
        line.addWidget(self.bar)
        line.addStretch(1)
        self._bar_line = QWidget(self)
        self._bar_line.setLayout(line)
        mark(self._bar_line, surface="surface", edge="bottom")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar_line)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        self.people.count_changed.connect(self._on_people_counted)
        self.opportunities.count_changed.connect(self._on_opportunities_counted)
        self.notes.count_changed.connect(self._on_notes_counted)
        self.places.count_changed.connect(self._on_places_counted)
        self._add_key("Ctrl+PgDown").triggered.connect(self._on_next)
        self._add_key("Ctrl+PgUp").triggered.connect(self._on_previous)
        self._retranslate()

    def _add_key(self, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def show_record(self, opened: OpenedRecord) -> None:
        """Show a record in all its tabs; the chosen one stays where it can."""
        key = opened.record.key
        is_site = key.kind is RecordKind.SITE
        self._bar_line.show()
        for tab in _OF_SITES:
            self.bar.setTabVisible(tab, is_site)
        if not is_site and self.bar.currentIndex() in _OF_SITES:
            self.bar.setCurrentIndex(OVERVIEW)
        self.overview.show_record(opened)
        self.people.show_people(key.id if is_site else "", opened.contacts)
        self.opportunities.show_site(key.id if is_site else "")
        self.notes.show_notes(key.id if is_site else "", opened.notes)
        self.places.show_places(key.id if is_site else "", opened.units, opened.further_addresses)
        self.history.show_history(key)

    def show_draft(self, draft: Draft) -> None:
        """Show the form of a new record alone."""
        self._bar_line.hide()
        self.bar.setCurrentIndex(OVERVIEW)
        self.people.show_people("", ())
        self.opportunities.show_site("")
        self.notes.show_notes("", ())
        self.places.show_places("", (), ())
        self.history.show_history(None)
        self.overview.show_draft(draft)

    def refresh_history(self) -> None:
        """Read the history anew when it is looked at."""
        self.history.refresh()

    def show_tab(self, tab: int) -> None:
        """Show one tab."""
        self.bar.setCurrentIndex(tab)

    def focus_tab(self) -> None:
        """Put the keyboard into the tab shown."""
        shown = self._stack.currentWidget()
        if shown is self.overview:
            self.overview.focus_first()
        elif shown is not None:
            shown.setFocus()

    def commit(self) -> None:
        """Save rows that are being typed."""
        self.people.commit()
        self.notes.commit()
        self.places.commit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Parts of the record"))
        self.bar.setTabText(OVERVIEW, self.tr("Overview"))
        self._show_count(CONTACTS, self.tr("Contacts"))
        self._show_count(OPPORTUNITIES, self.tr("Opportunities"))
        self._show_count(NOTES, self.tr("Notes"))
        self._show_count(PLACES, self.tr("Floors and addresses"))
        self.bar.setTabText(HISTORY, self.tr("History"))
        for tab in range(self.bar.count()):
            self.bar.setTabToolTip(tab, self.tr("Next and previous part: Ctrl+PgDown, Ctrl+PgUp"))

    def _show_count(self, tab: int, word: str) -> None:
        count = self._counts[tab]
        self.bar.setTabText(tab, f"{word} {count:,}" if count else word)

    @Slot(int)
    def _on_people_counted(self, count: int) -> None:
        self._counts[CONTACTS] = count
        self._show_count(CONTACTS, self.tr("Contacts"))

    @Slot(int)
    def _on_opportunities_counted(self, count: int) -> None:
        self._counts[OPPORTUNITIES] = count
        self._show_count(OPPORTUNITIES, self.tr("Opportunities"))

    @Slot(int)
    def _on_notes_counted(self, count: int) -> None:
        self._counts[NOTES] = count
        self._show_count(NOTES, self.tr("Notes"))

    @Slot(int)
    def _on_places_counted(self, count: int) -> None:
        self._counts[PLACES] = count
        self._show_count(PLACES, self.tr("Floors and addresses"))

    @Slot()
    def _on_next(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        tabs = [tab for tab in range(self.bar.count()) if self.bar.isTabVisible(tab)]
        at = (tabs.index(self.bar.currentIndex()) + step) % len(tabs)
        self.bar.setCurrentIndex(tabs[at])
        self.focus_tab()
