"""Pools in the settings: their order, what each one's rules say, who may change it, and the reasons for a release."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import PoolRole, RecordKind, Taxonomy
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.pool_deletion import open_pool_deletion
from crmdesk.views.settings.pool_editor import PoolEditor, open_pool_editor
from crmdesk.views.settings.pool_words import for_whom, keepers, rule_sentences
from crmdesk.views.settings.row_table import RowTable, table_command
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.settings.writing import Writing

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pool_settings import PoolsState
    from crmdesk.services.pools import PoolRecord

_MOST_ROWS: Final = 9
_CONCERNED: Final = (RecordKind.POOL, RecordKind.POOL_MEMBER, RecordKind.USER, RecordKind.TERM, RecordKind.LEAD, RecordKind.SITE)


class PoolsSection(Section):
    """Enter opens a pool; the first pool that fits a person takes what that person loses."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Pools"))
        self.setMaximumWidth(16777215)
        self.state: PoolsState | None = None
        self.editor: PoolEditor | None = None
        self._made = ""
        self._writing = Writing(context, self)
        names = (self.tr("Pool"), self.tr("For"), self.tr("Administrators"), self.tr("Leads"), self.tr("Customers"))
        self.table = RowTable(names, wide=(0, 1), numbers=(3, 4), parent=self)
        self.table.setAccessibleName(self.tr("Pools"))
        command = partial(table_command, self.table)
        self.new = command("plus", self.tr("&New pool"), self.tr("Make a pool"), "Ins")
        self.edit = command("pencil", self.tr("&Edit"), self.tr("Change rules and members"), "Ctrl+E")
        self._up = command("arrow-up", self.tr("&Up"), self.tr("Move up"), "Alt+Up")
        self._down = command("arrow-down", self.tr("&Down"), self.tr("Move down"), "Alt+Down")
        self.remove = command("trash-2", self.tr("De&lete"), "", "Del")
        self._tools = QWidget(self)
        self._empty = EmptyState(self)
        self.first = QAction(self.tr("&New pool"), self)
        self._name = make_label("", "strong", self)
        self.words = make_label("", "", self)
        self._keepers = make_label("", "small", self)
        self._reasons = make_label("", "", self)
        self.edit_reasons = QPushButton(self.tr("Edit the rea&sons"), self)
        mark(self.edit_reasons, kind="quiet")
        self._build()
        self._connect()
        self._read()

    def _build(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(GAP)
        told = self.tr("What nobody looks after waits in a pool until somebody claims it. The order decides where several fit.")
        tools.addWidget(make_label(told, "small", self), 1)
        for action in (self.new, self.edit, self._up, self._down, self.remove):
            tools.addWidget(ActionButton(action, kind="quiet", parent=self))
        reasons = QHBoxLayout()
        reasons.setSpacing(GAP)
        reasons.addWidget(self._reasons)
        reasons.addWidget(self.edit_reasons)
        reasons.addStretch(1)
        nothing = self.tr("There is no pool yet. In a pool waits what nobody looks after; its rules say who may claim how much.")
        self._empty.show_state("inbox", nothing, [self.first])
        box = QVBoxLayout()
        box.setSpacing(GRID)
        box.addWidget(self._tools)
        box.addWidget(self.table)
        box.addWidget(self._empty)
        box.addSpacing(GAP)
        for label in (self._name, self.words, self._keepers):
            box.addWidget(label)
        box.addSpacing(GAP)
        box.addLayout(reasons)
        box.addStretch(1)
        self.add_filling(box)

    def _connect(self) -> None:
        self.new.triggered.connect(self._on_new)
        self.first.triggered.connect(self._on_new)
        self.edit.triggered.connect(self._on_edit)
        self._up.triggered.connect(self._on_up)
        self._down.triggered.connect(self._on_down)
        self.remove.triggered.connect(self._on_delete)
        self.table.row_opened.connect(self._on_edit)
        self.table.row_chosen.connect(self._on_chosen)
        self.edit_reasons.clicked.connect(self._on_edit_reasons)
        self._writing.refused.connect(self._read)
        self.context.bus.changed.connect(self._on_changed)

    def pool(self) -> "PoolRecord | None":
        """Return the pool with the keyboard."""
        pools = () if self.state is None else self.state.pools
        return next((pool for pool in pools if pool.id == self.table.chosen), None)

    @Slot()
    def _read(self) -> None:
        self.context.tasks.read(self.context.services.pool_settings.state, done=self._on_state, latest="pools")

    @Slot(object)
    def _on_state(self, state: "PoolsState") -> None:
        self.state = state
        made, self._made = self._made, ""
        self.table.show_rows([(pool.id, self._cells(pool, state)) for pool in state.pools], made)
        self.table.fit(_MOST_ROWS)
        for widget in (self._tools, self.table):
            widget.setVisible(bool(state.pools))
        self._empty.setVisible(not state.pools)
        self._reasons.setText(self.tr("%n reasons for a release are offered.", "", state.reasons))

    @staticmethod
    def _cells(pool: "PoolRecord", state: "PoolsState") -> list[str]:
        administrators = {user: role for user, role in pool.members.items() if role is PoolRole.ADMINISTRATOR}
        named = for_whom(pool.rules, administrators, state) if administrators else "—"
        return [pool.name, for_whom(pool.rules, pool.members, state), named, f"{pool.leads:n}", f"{pool.sites:n}"]

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._read()

    @Slot(str)
    def _on_chosen(self, pool_id: str) -> None:
        state, pool = self.state, self.pool()
        can_change = state is not None and pool_id in state.changeable
        for action in (self.edit, self._up, self._down, self.remove):
            action.setEnabled(can_change)
        refused = "" if pool is None or state is None or can_change else keepers(pool.members, state)
        self.edit.setToolTip(refused or self.tr("Change rules and members"))
        self.remove.setToolTip(refused or self.tr("Delete the pool; what waits in it moves to another"))
        for label in (self._name, self.words, self._keepers):
            label.setVisible(pool is not None)
        if pool is None or state is None:
            return
        self._name.setText(pool.name)
        self.words.setText("\n".join(rule_sentences(pool.rules)))
        self._keepers.setText(keepers(pool.members, state))

    @Slot()
    def _on_new(self) -> None:
        self._open(None)

    @Slot()
    def _on_edit(self) -> None:
        if self.pool() is not None and self.edit.isEnabled():
            self._open(self.pool())

    def _open(self, pool: "PoolRecord | None") -> None:
        if self.state is not None:
            self.editor = open_pool_editor(self.context, self.state, pool, self.window())
            self.editor.saved.connect(self._on_saved)

    @Slot(str)
    def _on_saved(self, pool_id: str) -> None:
        self._made = pool_id
        self._read()
        self.table.setFocus()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        pool = self.pool()
        if pool is not None:
            move = self.context.services.pool_settings.move
            self._writing.run(self.tr("Moved {name}.").format(name=pool.name), move, pool.id, step)

    @Slot()
    def _on_delete(self) -> None:
        pool = self.pool()
        if pool is None or self.state is None:
            return
        others = [other for other in self.state.pools if other.id != pool.id]
        count = pool.leads + pool.sites
        if not count:
            said = self.tr("Deleted the pool {name}.").format(name=pool.name)
            self._writing.run(said, self.context.services.pool_settings.delete, pool.id)
        elif others:
            open_pool_deletion(self.context, pool, others, self.window())
        else:
            text = self.tr("%n records wait in {name}. Assign them, or make another pool for them to wait in.", "", count)
            self.context.frame.show_message(text.format(name=pool.name), Severity.WARN)

    @Slot()
    def _on_edit_reasons(self) -> None:
        self.section_asked.emit("classifications", Taxonomy.RELEASE_REASON.value)
