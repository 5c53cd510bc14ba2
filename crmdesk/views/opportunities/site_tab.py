"""The opportunities of one site: what, at which stage, how much, when, and what comes next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.icons import icon
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.acting import OpportunityActing
from crmdesk.views.opportunities.dialog import open_new_opportunity, open_opportunity
from crmdesk.views.opportunities.wording import day_of, money_text, stage_look
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.opportunities import OpportunityRecord

_CONCERNED = (RecordKind.OPPORTUNITY, RecordKind.STAGE, RecordKind.USER)


class SiteOpportunitiesTab(QWidget):
    """N adds, Enter opens, Ctrl+Right and Ctrl+Left walk through the stages, Del deletes.

    Signals:
        count_changed: int, how many the site has.
    """

    count_changed = Signal(int)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._site = ""
        self._wanted = ""
        self.records: tuple[OpportunityRecord, ...] = ()
        self._acting = OpportunityActing(context, self)
        self._model = RowsModel(_columns(), (), self)
        self.list = _List(self)
        self.list.show_rows(self._model, self._model)
        self.add = self._action("plus", "N", self._on_add)
        self.open = self._action("pencil", "", self._on_open)
        self.forward = self._action("arrow-right", "Ctrl+Right", self._on_forward)
        self.back = self._action("arrow-left", "Ctrl+Left", self._on_back)
        self.remove = self._action("trash-2", "Del", self._on_remove)
        self._nothing = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._listed = QWidget(self._stack)
        self._build()
        self.list.opened.connect(self._on_open)
        self.list.row_selection_changed.connect(self._show_states)
        context.bus.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language)
        self._retranslate()

    def _action(self, icon_name: str, keys: str, triggered: object) -> QAction:
        action = QAction(icon(icon_name), "", self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(triggered)
        self.addAction(action)
        return action

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        tools.setSpacing(GAP)
        tools.addWidget(ActionButton(self.add, kind="primary", parent=self))
        tools.addStretch(1)
        for action in (self.open, self.back, self.forward, self.remove):
            tools.addWidget(ActionButton(action, kind="quiet", parent=self))
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addLayout(tools)
        listed.addWidget(self.list, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._listed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Reading

    def show_site(self, site: str) -> None:
        """Show the opportunities of a site, '' for none."""
        if site != self._site:
            self._show(())
        self._site = site
        self._load()

    def _load(self) -> None:
        if self._site and self._context.is_ready:
            read = self._context.services.opportunities.of_site
            self._context.tasks.read(read, self._site, self._context.language, done=self._on_loaded, latest="site opportunities")

    @Slot(object)
    def _on_loaded(self, records: "tuple[OpportunityRecord, ...]") -> None:
        if all(record.site.key.id == self._site for record in records):
            self._show(records)

    def _show(self, records: "tuple[OpportunityRecord, ...]") -> None:
        current = self._wanted or self._current_id()
        before = self.list.current_row
        has_keyboard = self.isAncestorOf(self.window().focusWidget())
        self.records, self._wanted = records, ""
        self._model.set_rows([_row(record) for record in records])
        self._stack.setCurrentWidget(self._listed if records else self._nothing)
        if records:
            found = next((at for at, record in enumerate(records) if record.id == current), None)
            self.list.go_to(found if found is not None else min(before or 0, len(records) - 1))
        if has_keyboard:
            self.focus_list()
        self._show_states()
        self.count_changed.emit(len(records))

    def focus_list(self) -> None:
        """Put the keyboard into the list, where there is one."""
        (self.list if self.records else self).setFocus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.records:
            self.list.setFocus()

    def _current_id(self) -> str:
        record = self._current()
        return "" if record is None else record.id

    def _current(self) -> "OpportunityRecord | None":
        row = self.list.current_row
        return self.records[row] if row is not None and row < len(self.records) else None

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in _CONCERNED):
            self._load()

    @Slot(str)
    def _on_language(self, _language: str) -> None:
        self._load()

    # Acting

    @Slot()
    def _on_add(self) -> None:
        if self._site:
            open_new_opportunity(self._context, self._site, self.window()).saved.connect(self._on_saved)

    @Slot()
    def _on_open(self) -> None:
        if opportunity := self._current_id():
            open_opportunity(self._context, opportunity, self.window()).saved.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, saved: object) -> None:
        record = getattr(saved, "record", None)
        self._wanted = "" if record is None else record.id
        self._load()

    @Slot()
    def _on_forward(self) -> None:
        if opportunity := self._current_id():
            self._acting.step(opportunity, 1)

    @Slot()
    def _on_back(self) -> None:
        if opportunity := self._current_id():
            self._acting.step(opportunity, -1)

    @Slot()
    def _on_remove(self) -> None:
        rows = [row for part in self.list.selected_ranges() for row in part]
        chosen = [self.records[row] for row in rows if row < len(self.records)]
        if chosen:
            self._acting.delete([record.id for record in chosen], chosen[0].name)

    @Slot()
    def _show_states(self) -> None:
        record = self._current()
        self.open.setEnabled(record is not None)
        self.remove.setEnabled(record is not None)
        self.forward.setEnabled(record is not None and not record.stage.is_closed)
        self.back.setEnabled(record is not None)

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._model.set_titles([column.title for column in _columns()])
        self.list.setAccessibleName(self.tr("Opportunities"))
        for action, text, tip in (
            (self.add, self.tr("New opportunity"), self.tr("Write down what may be sold here")),
            (self.open, self.tr("Open"), self.tr("Open the opportunity  Enter")),
            (self.back, self.tr("Former stage"), self.tr("Back to the stage before")),
            (self.forward, self.tr("Next stage"), self.tr("On to the next stage")),
            (self.remove, self.tr("Delete"), self.tr("Delete the opportunity")),
        ):
            action.setText(text)
            action.setToolTip(tip)
        sentence = self.tr("Nothing is being sold here yet. Write down the first opportunity with its amount and next step.")
        self._nothing.show_state("handshake", sentence, (self.add,))


class _List(RowsView):
    """Rows that Enter and a double click open.

    Signals:
        opened: the current row is to be opened.
    """

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.doubleClicked.connect(self.opened)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column, ...]:
    due = QCoreApplication.translate("SiteOpportunitiesTab", "Next step on")
    return (
        Column("name", field_label("Opportunity"), 220, fixed=True, stretches=True, sortable=False),
        Column("stage", field_label("Stage"), 120, CellKind.CHIP, sortable=False),
        Column("amount", field_label("Amount"), 116, CellKind.NUMBER, sortable=False),
        Column("closes_on", field_label("Closes on"), 96, sortable=False),
        Column("next_step", field_label("Next step"), 120, sortable=False),
        Column("next_step_on", due, 96, sortable=False),
    )


def _row(record: "OpportunityRecord") -> TableRow:
    stage = record.stage
    return TableRow(
        record.id,
        {
            "name": Cell(record.name),
            "stage": Cell(chip=stage_look(stage.name, is_won=stage.is_won, is_lost=stage.is_lost)),
            "amount": Cell(money_text(record.money)),
            "closes_on": Cell(day_of(record.values.get("closes_on"))),
            "next_step": Cell(str(record.values.get("next_step") or "")),
            "next_step_on": Cell(day_of(record.values.get("next_step_on"))),
        },
    )
