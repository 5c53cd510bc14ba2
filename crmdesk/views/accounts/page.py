"""The accounts page: the tree of companies and sites at the left, the record at the right."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.idle_steps import IdleSteps
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import COMPACT_BELOW
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.destination import PEOPLE, Destination, Way
from crmdesk.views.accounts.record_dialogs import RecordDialogs
from crmdesk.views.accounts.tree_commands import TreeCommands
from crmdesk.views.accounts.tree_panel import TreePanel
from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.accounts import Saved
    from crmdesk.services.deletions import Deleted
    from crmdesk.views.accounts.record_panel import RecordPanel

_SPLITTER: Final = "accounts"
_TREE_WIDTH: Final = 490
_RECORD_WIDTH: Final = 708
_RECORD_LEAST: Final = 320
_PAUSE_MS: Final = 60
"""Twice this long, and behind the tree's painting, the making of the record's half begins."""
_FIRST_LETTERS: Final = {RecordKind.COMPANY: "short_name", RecordKind.SITE: "name"}


class AccountsPage(QWidget):
    """Puts tree and record together; everything it shows comes once the store is open (`context.ready`)."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_compact = False
        self._asked_early = ""
        self.tree = TreePanel(context, self)
        self._record: RecordPanel | None = None
        self._steps = UndoSteps(context, self)
        self._dialogs = RecordDialogs(context, self)
        self._commands = TreeCommands(context, self._steps, self.tree, self._dialogs, self)
        self._making = IdleSteps(self)
        self._maker = self._make_record()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._on_pause_over)
        self._waits_for_tree = False
        self._has_painted = False
        self._place = QWidget(self)
        mark(self._place, surface="surface")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._place)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self.tree.setMinimumWidth(240)
        self._place.setMinimumWidth(_RECORD_LEAST)
        if not context.window_state.restore_splitter(_SPLITTER, self._splitter):
            self._splitter.setSizes([_TREE_WIDTH, _RECORD_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.setFocusProxy(self.tree)
        self._connect()
        if context.is_ready:
            self._on_ready()

    def _connect(self) -> None:
        context = self._context
        context.ready.connect(self._on_ready)
        context.bus.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language_changed)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        tree = self.tree
        tree.answered.connect(self._on_tree_answered)
        tree.record_chosen.connect(self._on_record_chosen)
        tree.record_activated.connect(self._on_record_activated)
        tree.rename_asked.connect(self._on_rename_asked)
        tree.new_company_asked.connect(self._on_new_company_asked)
        tree.new_site_asked.connect(self._on_new_site_asked)
        self._commands.removed.connect(self._on_removed)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_about_to_quit)

    @property
    def record(self) -> "RecordPanel":
        """The record's half, made when first needed: its forms would double the time to the first paint."""
        if self._record is None:
            self._making.stop()
            for _step in self._maker:
                pass
        if self._record is None:
            raise RuntimeError("the record's half was not made")
        return self._record

    def _make_record(self) -> Iterator[None]:
        """Make the record's half in steps too short to be noticed: some 40 modules, then its widgets."""
        from crmdesk.ui.forms import fields  # noqa: F401 - each import a step

        yield
        from crmdesk.ui.forms import editors  # noqa: F401

        yield
        from crmdesk.ui.forms import property_form  # noqa: F401

        yield
        from crmdesk.ui.inline_list import inline_list  # noqa: F401

        yield
        from crmdesk.views.accounts import autosaved_list, overview_tab, record_header  # noqa: F401

        yield
        from crmdesk.views.accounts.record_panel import RecordPanel

        yield
        record = RecordPanel(self._context, self)
        record.setMinimumWidth(_RECORD_LEAST)
        record.header.set_compact(is_compact=self._is_compact)
        menu = record.header.menu
        record.stayed.connect(self.tree.reveal)
        record.created.connect(self.tree.reveal)
        record.saved.connect(self._on_saved)
        record.record_asked.connect(self.open_record)
        menu.deletion_asked.connect(self._on_deletion_asked)
        menu.new_site_asked.connect(self._on_new_site_asked)
        menu.new_subsidiary_asked.connect(self._on_new_company_asked)
        record.back_asked.connect(self._on_back_asked)
        self._dialogs.serve(record.header)
        yield
        record.header.set_compact(is_compact=self._is_compact)
        is_shown = self._place.isVisibleTo(self)
        self._splitter.replaceWidget(1, record)
        record.setVisible(is_shown)
        self._place.hide()
        self._place.deleteLater()
        self._place = record
        self._record = record
        yield
        if self._context.is_ready:
            record.connect_services()

    @Slot()
    def _on_ready(self) -> None:
        self._waits_for_tree = True
        self.tree.connect_services()
        if self._asked_early:
            asked, self._asked_early = self._asked_early, ""
            self.open_record(asked)

    @Slot()
    def _on_tree_answered(self) -> None:
        if self._waits_for_tree:
            self._waits_for_tree = False
            self._later.start()  # the tree paints first

    @Slot()
    def _on_pause_over(self) -> None:
        """Make the record's half once the tree is on the screen, and show what is chosen there."""
        if not self._has_painted:  # the first pause may be over as soon as the painting is: others want to be heard as well
            self._has_painted = True
            self._later.start()
            return
        if self._record is None:
            if self._making.is_done:
                self._making.add(self._maker)
                self._making.add(self._show_chosen())
            return
        self._record.reload_choices()
        for _step in self._show_chosen():
            pass

    def _show_chosen(self) -> Iterator[None]:
        yield
        # one that was asked for meanwhile comes first: the tree's row is still the one it began with
        if not self.record.is_awaited and self.tree.table.current_key:
            self._on_record_chosen(self.tree.table.current_key)

    # For other parts of the program

    @Slot(str)
    def open_record(self, key: str) -> None:
        """Show a company or site (`company:…`, `site:…`) in tree and record, a site's people by `site:…#people`; other keys are ignored."""
        record, _, part = key.partition("#")
        wanted = parsed(record)
        if wanted is None:
            return
        if not self._context.is_ready:
            self._asked_early = key
            return
        self._context.frame.show_page("accounts")
        if self.record.go_to(Destination(Way.RECORD, wanted), focus=True):
            self.tree.reveal(record)
            self._show_record_side()
            if part == PEOPLE:
                from crmdesk.views.accounts.record_tabs import CONTACTS

                self.record.tabs.show_tab(CONTACTS)

    def new_company(self) -> None:
        """Begin a new company at the top."""
        self._begin_new(RecordKind.COMPANY, None)

    def new_site(self) -> None:
        """Begin a new site of the company that is shown or chosen; without one say what to do."""
        company = self._chosen_company() if self._context.is_ready else None
        if company is not None:
            self._begin_new(RecordKind.SITE, company)
        else:
            text = self.tr("A site belongs to a company: choose the company in the tree first, or enter a new company.")
            self._context.frame.show_message(text)

    def may_leave(self, go_on: Callable[[], object] | None = None) -> bool:
        """Say whether nothing unsaved is lost by leaving; else the user is asked in the page, and his answer goes on (default: closes)."""
        if self._record is None or self._record.may_close(go_on or self.window().close):
            return True
        self._context.frame.show_page("accounts")
        self._show_record_side()
        return False

    def _chosen_company(self) -> RecordKey | None:
        record = self.record
        if record.key is not None and record.key.kind is RecordKind.COMPANY:
            return record.key
        return record.company_above

    def _begin_new(self, kind: RecordKind, parent: RecordKey | None) -> None:
        if not self._context.is_ready:
            return
        self._context.frame.show_page("accounts")
        self._show_record_side()
        self.record.go_to(Destination(Way.NEW, parent, kind), focus=True)

    # Tree and record

    @Slot(str)
    def _on_record_chosen(self, key: str) -> None:
        wanted = parsed(key)
        if self._record is None:
            self._later.start()  # the tree paints first
            return
        # A refresh that reports the company again does not end the new record that is typed below it.
        if wanted is not None and not (self.record.is_new and wanted == self.record.new_parent):
            self.record.go_to(Destination(Way.RECORD, wanted))

    @Slot(str)
    def _on_record_activated(self, key: str) -> None:
        wanted = parsed(key)
        if wanted is not None:
            self._show_record_side()
            if self.record.go_to(Destination(Way.RECORD, wanted), focus=True):
                self.record.remember_opened()

    @Slot(str)
    def _on_new_company_asked(self, parent: str) -> None:
        self._begin_new(RecordKind.COMPANY, parsed(parent))

    @Slot(str)
    def _on_new_site_asked(self, company: str) -> None:
        self._begin_new(RecordKind.SITE, parsed(company))

    @Slot()
    def _on_back_asked(self) -> None:
        if self._is_compact:
            self.tree.show()
            self._place.hide()
        self.tree.setFocus()

    def _show_record_side(self) -> None:
        if self._is_compact:
            self.record.show()
            self.tree.hide()

    # Commands

    @Slot(object)
    def _on_saved(self, saved: "Saved") -> None:
        self._steps.offer(self.tr("{name} was saved.").format(name=saved.record.name), saved.changes)

    @Slot(str, str)
    def _on_rename_asked(self, key: str, name: str) -> None:
        wanted = parsed(key)
        if wanted is not None:
            work = partial(self._context.services.accounts.save, wanted, {_FIRST_LETTERS[wanted.kind]: name})
            self._context.tasks.write(work, done=self._on_renamed, failed=self._on_refused)

    @Slot(object)
    def _on_renamed(self, saved: "Saved") -> None:
        self._steps.offer(self.tr("Renamed to {name}.").format(name=saved.record.name), saved.changes)

    @Slot(str)
    def _on_deletion_asked(self, key: str) -> None:
        self._commands.remove(key)

    @Slot(object)
    def _on_removed(self, deleted: "Deleted") -> None:
        if self._record is not None and self._record.key in deleted.keys:
            self._record.show_hint()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # The world around

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._context.is_ready:
            self.tree.apply(changes)
            if self._record is not None:
                self._record.apply(changes)

    @Slot(str)
    def _on_language_changed(self, _language: str) -> None:
        self.tree.rebuild()
        if self._record is not None and self._context.is_ready:
            self._record.reload_choices()

    @Slot()
    def _on_splitter_moved(self) -> None:
        if not self._is_compact:
            self._context.window_state.save_splitter(_SPLITTER, self._splitter)

    @Slot()
    def _on_about_to_quit(self) -> None:
        if self._record is not None:
            self._record.tabs.commit()
        self._making.stop()
        self.tree.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_compact = self.window().width() < COMPACT_BELOW
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            has_record = self._record is not None and self._record.has_record
            if self._record is not None:
                self._record.header.set_compact(is_compact=is_compact)
            self.tree.setVisible(not is_compact or not has_record)
            self._place.setVisible(not is_compact or has_record)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Accounts"))
