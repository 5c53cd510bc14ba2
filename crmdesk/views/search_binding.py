"""The search box at work (Ctrl+K): records from the search service, commands of the window, recent records when empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.search_box.box import SearchBox
from crmdesk.ui.search_box.hits import SearchHit
from crmdesk.views.commands import Command, matching
from crmdesk.views.context import ViewContext
from crmdesk.views.search_hits import command_hits, record_hits

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.search import SearchResult

_COMMANDS_WHEN_EMPTY = 4
_HITS = 30


class SearchBinding(QObject):
    """Asks at every key press; only the newest answer is shown. Put `box` into the window."""

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._commands: tuple[Command, ...] = ()
        self.box = SearchBox()
        self.box.query_changed.connect(self._on_query_changed)
        self.box.hit_activated.connect(self._on_hit_activated)
        self._under: tuple[Under, ...] = ()
        self._where = ""
        self.box.scope_asked.connect(context.search_here_asked)
        self.box.scope_removed.connect(self._on_scope_removed)
        context.search_below_asked.connect(self._on_scope_chosen)
        context.language_changed.connect(self._retranslate)
        self._retranslate()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Let these be found too."""
        self._commands = tuple(commands)

    @Slot()
    def _retranslate(self) -> None:
        self.box.setPlaceholderText(self.tr("Search customers, people, commands"))
        if self._where:
            tip = self.tr("Only what lies below {place} is searched; click to search everywhere").format(place=self._where)
            self.box.show_scope(self.tr("in {place}").format(place=self._where), tip)

    @Slot(str)
    def _on_query_changed(self, text: str) -> None:
        if not self._context.is_ready:
            self._show(text, [])
            return
        tasks, search = self._context.tasks, self._context.services.search
        if text.strip():
            tasks.read(search.search, text, _HITS, self._under, done=self._on_found, latest="search")
        elif self._under:
            self.box.show_hits(text, [], self.tr("Type to search only in {place}.").format(place=self._where))
        else:
            tasks.read(search.recent, done=self._on_recent, latest="search")

    @Slot(object)
    def _on_found(self, result: "SearchResult") -> None:
        self._show(result.text, record_hits(result.hits))

    @Slot(object)
    def _on_recent(self, result: "SearchResult") -> None:
        if not self.box.query.strip():
            self._show(self.box.query, record_hits(result.hits, self.tr("Opened lately")))

    def _show(self, text: str, records: list[SearchHit]) -> None:
        if text.strip():
            hits = records if self._under else records + command_hits(matching(self._commands, text))
            note = "" if hits else self.tr("Nothing is called that. Try fewer characters, initials, or digits of a phone number.")
        else:
            able = [command for command in self._commands if command.action.isEnabled()]
            hits = records or command_hits(able[:_COMMANDS_WHEN_EMPTY])
            note = "" if records else self.tr("Records you open will be listed here.")
        self.box.show_hits(text, hits, note)

    @Slot(str, str)
    def _on_scope_chosen(self, key: str, name: str) -> None:
        kind, _, record = key.partition(":")
        self._under, self._where = (Under(RecordKind(kind), record),), name
        self._retranslate()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_query_changed(self.box.query)

    @Slot()
    def _on_scope_removed(self) -> None:
        self._under, self._where = (), ""
        self._on_query_changed(self.box.query)

    @Slot(object)
    def _on_hit_activated(self, hit: SearchHit) -> None:
        if self._under:  # one search; the next one is everywhere again
            self._under, self._where = (), ""
            self.box.show_scope("")
        if isinstance(hit.payload, Command):
            hit.payload.action.trigger()
        else:
            self._context.record_asked.emit(str(hit.payload))
