"""The exchange of an open window: the desk, the part of the line at the bottom, and the pages that come and go with a centre."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from crmdesk.app.centre_link import StoreLink
from crmdesk.app.exchange_runner import ExchangeRunner
from crmdesk.app.lead_score_schedule import LeadScoreSchedule
from crmdesk.app.pool_rules_schedule import PoolRulesSchedule
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.pages import ACCOUNTS, CONFLICTS, EXCHANGE, SETTINGS
from crmdesk.views.pools.moved_message import tell_moved

if TYPE_CHECKING:
    from crmdesk.services.exchange_state import ExchangeState
    from crmdesk.storage.store import Store
    from crmdesk.views.exchange.status_element import ExchangeElement


_LATER_MS: Final = 400
"""After the store was opened: the tree comes first."""


class CentreWiring(QObject):
    """One for each open store; lives on the GUI thread. Until the store turns out to have a centre or a question, nothing is made."""

    def __init__(self, window: ShellWindow, context: ViewContext, store: "Store", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context
        self._element: ExchangeElement | None = None
        self.desk = ExchangeDesk(context, partial(ExchangeRunner, store.path, store.key), StoreLink(store, self._backups), self)
        self.desk.state_changed.connect(self._on_state_changed)
        context.exchange_with(self.desk)
        context.questions_asked.connect(self._on_questions_asked)
        context.exchange_page_asked.connect(self._on_exchange_page_asked)
        context.centre_settings_asked.connect(self._on_centre_settings_asked)
        self._rules = PoolRulesSchedule(store, context.tasks, partial(tell_moved, context), self)
        self.desk.state_changed.connect(self._rules.run_soon)
        self._score = LeadScoreSchedule(store, context.tasks, context.bus, self)
        self.desk.state_changed.connect(self._score.run_soon)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.desk.count)
        self._later.start()

    def _backups(self) -> list[Path]:
        return [row.path for row in self._context.care.backups.list()]

    def shut_down(self) -> None:
        """Stop the exchange and take its marks off the window. Call before the store is closed."""
        self._later.stop()
        self._rules.stop()
        self._score.stop()
        self.desk.shut_down()
        self._context.exchange_with(None)
        if self._element is not None:
            self._window.removeAction(self._element.action)
            self._element.hide()
            self._element.deleteLater()
            self._element = None
        self._show_pages(has_centre=False, has_questions=False)

    @Slot(object)
    def _on_state_changed(self, state: "ExchangeState") -> None:
        if state.is_connected or state.has_questions:
            self._make_element()
        self._show_pages(has_centre=state.is_connected, has_questions=state.has_questions)
        self._window.set_badge(CONFLICTS, state.needing)
        self._window.set_badge(EXCHANGE, state.news)

    def _make_element(self) -> None:
        if self._element is not None:
            return
        from crmdesk.views.exchange.status_element import ExchangeElement

        element = self._element = ExchangeElement(self.desk, self._window.status_line)
        self._window.status_line.add_widget(element)
        self._window.addAction(element.action)
        element.questions_asked.connect(self._on_all_questions_asked)
        element.outbox_asked.connect(self._on_outbox_asked)
        element.news_asked.connect(self._on_news_asked)

    def _show_pages(self, *, has_centre: bool, has_questions: bool) -> None:
        shown = {CONFLICTS: has_centre or has_questions, EXCHANGE: has_centre}
        for key, is_shown in shown.items():
            self._window.show_entry(key, is_shown=is_shown)
        if not shown.get(self._window.current_page, True):
            self._window.show_page(ACCOUNTS)

    @Slot()
    def _on_all_questions_asked(self) -> None:
        self._context.questions_asked.emit("")

    @Slot()
    def _on_outbox_asked(self) -> None:
        self._context.exchange_page_asked.emit("outbox")

    @Slot()
    def _on_news_asked(self) -> None:
        self._context.exchange_page_asked.emit("news")

    @Slot(str)
    def _on_questions_asked(self, key: str) -> None:
        from crmdesk.views.conflicts.page import ConflictsPage

        self._window.show_page(CONFLICTS)
        page = self._window.page(CONFLICTS)
        if isinstance(page, ConflictsPage):
            page.show_record(key)

    @Slot(str)
    def _on_exchange_page_asked(self, part: str) -> None:
        from crmdesk.views.exchange.page import ExchangePage

        self._window.show_page(EXCHANGE)
        page = self._window.page(EXCHANGE)
        if isinstance(page, ExchangePage):
            page.show_part(part)

    @Slot()
    def _on_centre_settings_asked(self) -> None:
        from crmdesk.views.settings.page import CENTRE, SettingsPage

        self._window.show_page(SETTINGS)
        page = self._window.page(SETTINGS)
        if isinstance(page, SettingsPage):
            page.show_section(CENTRE)
