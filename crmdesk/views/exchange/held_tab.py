"""What I hold or asked for: taken along for some days, so that nobody else chases it meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import ClaimState
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.change_words import account_text
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.claiming import Claiming
from crmdesk.views.exchange.reading_tab import ReadingTab
from crmdesk.views.words import time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.claims import ClaimStatus, HeldRecord

_LOOKS = {
    ClaimState.HELD: (Role.OK, Shape.DISC),
    ClaimState.ASKED: (Role.INFO, Shape.HALF),
    ClaimState.LOST: (Role.WARN, Shape.CROSS),
}


class HeldTab(ReadingTab):
    """A line for each; Enter opens the customer, Del gives it up."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._held: tuple[HeldRecord, ...] = ()
        self._claiming = Claiming(context, self)
        self.list = RowsView(self)
        columns = (
            Column("customer", "", 300, sortable=False, fixed=True, stretches=True),
            Column("state", "", 160, CellKind.CHIP, sortable=False),
            Column("who", "", 120, sortable=False),
            Column("since", "", 150, sortable=False),
            Column("until", "", 150, sortable=False),
        )
        self.model = RowsModel(columns, parent=self)
        self.list.show_rows(self.model, self.model)
        self.release, self.open = QAction(self), QAction(self)
        self.release.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.release.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(self.release)
        self.top.addWidget(self.words, 1)
        self.top.addWidget(ActionButton(self.open, kind="quiet", parent=self))
        self.top.addWidget(ActionButton(self.release, parent=self))
        self.set_list(self.list)
        self.release.triggered.connect(self._on_release)
        self.open.triggered.connect(self._on_open)
        self.list.activated.connect(self._on_open)
        self.list.row_selection_changed.connect(self._on_selected)
        self.retranslate()
        self._on_selected()

    @override
    def read(self) -> None:
        self.context.tasks.read(self.context.services.claims.mine, done=self._on_read, latest="held")

    @Slot(object)
    def _on_read(self, held: "tuple[HeldRecord, ...]") -> None:
        self._held = held
        row = self.list.current_row or 0
        self.model.set_rows([TableRow(str(one.account.key), self._cells(one)) for one in held])
        if held:
            self.list.go_to(min(row, len(held) - 1))
        self.words.setText(self.tr("%n customers", "", len(held)) if held else "")
        self.show_list(is_any=bool(held))
        if not held:
            text = self.tr(
                "You hold nothing. Before you travel, choose “Take with me” in a customer's menu: nobody else chases it until you are back."
            )
            self.nothing.show_state("handshake", text)

    def _cells(self, held: "HeldRecord") -> dict[str, Cell]:
        status = held.status
        until = "" if status.until is None else time_text(status.until, with_time=False)
        name = account_text(held.account)
        return {
            "customer": Cell(name, tooltip=name),
            "state": Cell(chip=claim_look(status)),
            "who": Cell(status.holder or ""),
            "since": Cell("" if status.since is None else time_text(status.since)),
            "until": Cell(until),
        }

    @override
    def retranslate(self) -> None:
        titles = (self.tr("Customer"), self.tr("State"), self.tr("Held by"), self.tr("Since"), self.tr("Until"))
        self.model.set_titles(titles)
        self.list.setAccessibleName(self.tr("What I hold"))
        self.release.setText(self.tr("Give &up"))
        self.release.setToolTip(self.tr("Let others chase it again"))
        self.open.setText(self.tr("&Open"))
        self.open.setToolTip(self.tr("Show the customer on the page of accounts  Enter"))

    def _chosen(self) -> "HeldRecord | None":
        row = self.list.current_row
        return self._held[row] if row is not None and row < len(self._held) else None

    @Slot()
    def _on_selected(self) -> None:
        is_any = self._chosen() is not None
        self.release.setEnabled(is_any)
        self.open.setEnabled(is_any)

    @Slot()
    def _on_release(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._claiming.release(chosen.account.key)

    @Slot()
    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.context.record_asked.emit(str(chosen.account.key))


def claim_look(status: "ClaimStatus") -> ChipLook:
    """Return the sign of a claim."""
    state = status.state or ClaimState.ASKED
    role, shape = _LOOKS[state]
    return ChipLook(word(state), role, shape, is_flat=True)
