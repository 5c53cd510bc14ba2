"""What others changed: which of my customers, by whom, since when."""

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.clock import utc_now
from crmdesk.core.vocabulary import ClaimState, RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.timeline.entries import TimelineEntry
from crmdesk.ui.timeline.timeline import Timeline
from crmdesk.views.change_words import about_text, account_text, change_line, label_text
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.reading_tab import ReadingTab
from crmdesk.views.words import listed

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.news import AccountNews, News, NewsItem

_MOST_LINES: Final = 5
UNSEEN, SINCE_YESTERDAY, WEEK = range(3)


class NewsTab(ReadingTab):
    """A timeline of what came; Enter opens the customer, a button says that all was seen."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._last = 0
        self.whose, self.since = QComboBox(self), QComboBox(self)
        self.timeline = Timeline(self)
        self.seen = QAction(self)
        self._all, self._exchange = QAction(self), QAction(self)
        self.top.addWidget(self.whose)
        self.top.addWidget(self.since)
        self.top.addWidget(self.words, 1)
        self.top.addWidget(ActionButton(self.seen, parent=self))
        self.set_list(self.timeline)
        self.timeline.entry_activated.connect(self._on_activated)
        self.seen.triggered.connect(self._on_seen)
        self._all.triggered.connect(self._on_all)
        self._exchange.triggered.connect(self._on_exchange)
        self.retranslate()
        self.whose.currentIndexChanged.connect(self.refresh)
        self.since.currentIndexChanged.connect(self.refresh)

    @override
    def read(self) -> None:
        moments = {UNSEEN: None, SINCE_YESTERDAY: _midnight(1), WEEK: _midnight(7)}
        work = partial(
            self.context.services.news.since,
            moments[self.since.currentIndex()],
            only_mine=self.whose.currentIndex() == 0,
            language=self.context.language,
        )
        self.context.tasks.read(work, done=self._on_read, latest="news")

    @Slot(object)
    def _on_read(self, news: "News") -> None:
        self._last = news.last
        entries = [self._entry(account, at, item) for account in news.accounts for at, item in enumerate(account.items)]
        self.timeline.set_entries(entries)
        self.seen.setEnabled(any(account.is_new for account in news.accounts))
        customers = self.tr("%n customers", "", len(news.accounts)) if news.accounts else ""
        self.words.setText(
            customers if news.is_whole else self.tr("{customers}; older news are not listed").format(customers=customers)
        )
        self.show_list(is_any=bool(entries))
        if not entries:
            self._show_nothing()

    def _show_nothing(self) -> None:
        mine = self.whose.currentIndex() == 0
        if mine:
            text = self.tr("Nobody else changed anything at your customers in this time.")
            self.nothing.show_state("inbox", text, (self._all, self._exchange))
        else:
            self.nothing.show_state("inbox", self.tr("Nobody else changed anything in this time."), (self._exchange,))

    def _entry(self, account: "AccountNews", at: int, item: "NewsItem") -> TimelineEntry:
        name = account_text(account.account) if account.account is not None else self._nameless(item)
        lines = [line for change in item.changes if (line := change_line(change))]
        if len(lines) > _MOST_LINES + 1:
            lines = [*lines[:_MOST_LINES], self.tr("… and {count} more").format(count=len(lines) - _MOST_LINES)]
        key = "" if account.account is None else str(account.account.key)
        title = self.tr("{customer}: {what}").format(customer=name, what=self._what(item))
        icon = "bell" if account.is_new else "check"
        return TimelineEntry(f"{key}#{at}", item.at.astimezone().replace(tzinfo=None), title, "\n".join(lines), icon)

    def _nameless(self, item: "NewsItem") -> str:
        """Return what stands in place of a customer: his rows are gone from here, or it is about none."""
        if any(change.operation == "gone" for change in item.changes):
            return self.tr("A customer you do not see any more")
        return self.tr("The organisation")

    def _what(self, item: "NewsItem") -> str:
        who = item.user_name or self.tr("Somebody")
        claims = [change for change in item.changes if change.kind is RecordKind.CLAIM]
        if claims and len(claims) == len(item.changes):
            is_given_up = any(change.field == "state" and change.new == ClaimState.RELEASED for change in claims)
            return (self.tr("{who} gave it up") if is_given_up else self.tr("{who} asked for it")).format(who=who)
        made = [change for change in item.changes if change.operation == "ins"]
        gone = [change for change in item.changes if change.operation == "gone"]
        if made:
            return self.tr("{who} added: {what}").format(who=who, what=listed(dict.fromkeys(map(about_text, made))))
        if gone:
            return self.tr("{who} took away: {what}").format(who=who, what=listed(dict.fromkeys(map(about_text, gone))))
        fields = listed(dict.fromkeys(filter(None, map(label_text, item.changes))))
        return self.tr("{who} changed {fields}").format(who=who, fields=fields or "…")

    @override
    def retranslate(self) -> None:
        for box, words in (
            (self.whose, (self.tr("My customers"), self.tr("All customers"))),
            (self.since, (self.tr("Not seen yet"), self.tr("Since yesterday"), self.tr("The last 7 days"))),
        ):
            chosen = max(box.currentIndex(), 0)
            with QSignalBlocker(box):
                box.clear()
                box.addItems(words)
                box.setCurrentIndex(chosen)
        self.whose.setAccessibleName(self.tr("Whose customers"))
        self.since.setAccessibleName(self.tr("Since when"))
        self.timeline.setAccessibleName(self.tr("What others changed"))
        self.seen.setText(self.tr("All &seen"))
        self.seen.setToolTip(self.tr("Take these news as seen; “Since yesterday” goes on showing them"))
        self._all.setText(self.tr("Show all customers"))
        self._exchange.setText(self.tr("Exchange now"))

    @Slot(str)
    def _on_activated(self, key: str) -> None:
        record = key.partition("#")[0]
        if record:
            self.context.record_asked.emit(record)

    @Slot()
    def _on_seen(self) -> None:
        self.context.tasks.write(self.context.services.news.mark_seen, self._last, done=self._on_marked)

    @Slot(object)
    def _on_marked(self, changes: Changes) -> None:
        self.context.published(changes)

    @Slot()
    def _on_all(self) -> None:
        self.whose.setCurrentIndex(1)

    @Slot()
    def _on_exchange(self) -> None:
        self.context.exchange.exchange()


def _midnight(days: int) -> datetime:
    """Return the local midnight so many days ago."""
    day = utc_now().astimezone().date() - timedelta(days=days)
    return datetime.combine(day, time()).astimezone()
