"""Leads as cards in columns by status: dragged, or moved with Alt and an arrow."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import day_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from collections.abc import Mapping

    from crmdesk.services.lead_lists import LeadLists, LeadRow

COLUMNS: Final = (LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED, LeadStatus.DISQUALIFIED)
_MOST: Final = 100
_CARD_HEIGHT: Final = 66
_LEAD: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class BoardCards:
    """The first cards of every column, and how many there are."""

    counts: "Mapping[LeadStatus, int]"
    rows: "Mapping[LeadStatus, tuple[LeadRow, ...]]"


def load_board(lists: "LeadLists", wanted: LeadFilter, sort: Sort, language: str) -> BoardCards:
    """Read a list as a board, whatever statuses the list narrows to; blocking, runs in a worker."""
    everything = replace(wanted, statuses=())
    rows = {status: tuple(lists.page(replace(wanted, statuses=(status,)), sort, 0, _MOST, language).rows) for status in COLUMNS}
    return BoardCards(lists.counts_by_status(everything), rows)


class BoardColumn(QListWidget):
    """The cards of one status.

    Signals:
        dropped: (`str` lead, `LeadStatus`) a card was put here. step_asked: (`str` lead, `int` -1 or 1) Alt and an arrow.
    """

    dropped = Signal(str, object)
    step_asked = Signal(str, int)

    def __init__(self, status: LeadStatus, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = status
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(GRID // 2)
        self.setUniformItemSizes(True)

    @property
    def current_lead(self) -> str:
        """The card with the keyboard, empty for none."""
        row = self.currentRow()
        return "" if row < 0 else str(self.item(row).data(_LEAD) or "")

    def show_cards(self, rows: "tuple[LeadRow, ...]", total: int) -> None:
        """Show these; the keyboard stays on its card."""
        before = self.current_lead
        self.clear()
        for row in rows:
            planned = " ".join(filter(None, (day_text(row.next_step_on), row.next_step)))  # the day first: it is never cut
            item = QListWidgetItem(f"{row.name}\n{row.person or ''}\n{planned}")
            item.setData(_LEAD, row.id)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, _CARD_HEIGHT))
            self.addItem(item)
            if row.id == before:
                self.setCurrentItem(item)
        if total > len(rows):
            more = QListWidgetItem(self.tr("%n more; narrow the list to see them", "", total - len(rows)))
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(more)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        source = event.source()
        # The card moves when the lead has: a qualification or a reason may be asked for first.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        super().dragLeaveEvent(QDragLeaveEvent())  # ends the view's dragging, which its own dropEvent would do
        if isinstance(source, BoardColumn) and source is not self and source.current_lead:
            self.dropped.emit(source.current_lead, self.status)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            if self.current_lead:
                self.step_asked.emit(self.current_lead, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class LeadBoard(QWidget):
    """Four columns; the arrows walk in a column, Tab to the next one, Alt+Left and Alt+Right move a card.

    Signals:
        chosen: `str` lead the keyboard is on. activated: `str` lead, by Enter or double click.
        move_asked: (`str` lead, `LeadStatus`) where a card was put; it moves when the board is shown again.
    """

    chosen = Signal(str)
    activated = Signal(str)
    move_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = {status: BoardColumn(status, self) for status in COLUMNS}
        self.heads = {status: QLabel(self) for status in COLUMNS}
        self._cards: BoardCards | None = None
        self._wanted = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 0, GAP, GAP)
        layout.setSpacing(GAP)
        for status, column in self.columns.items():
            mark(self.heads[status], textRole="strong")
            below = QVBoxLayout()
            below.setSpacing(GRID)
            below.addWidget(self.heads[status])
            below.addWidget(column, 1)
            layout.addLayout(below, 1)
            column.dropped.connect(self.move_asked)
            column.step_asked.connect(self._on_step_asked)
            column.currentItemChanged.connect(partial(self._on_current, status))
            column.itemActivated.connect(self._on_activated)
        self.setFocusProxy(self.columns[LeadStatus.NEW])
        self._retranslate()

    def show_cards(self, cards: BoardCards) -> None:
        """Show a board; a card that was moved by key keeps the keyboard in its new column."""
        self._cards = cards
        for status, column in self.columns.items():
            with QSignalBlocker(column):
                column.show_cards(cards.rows[status], cards.counts[status])
            for at, row in enumerate(cards.rows[status]):
                if self._wanted and row.id == self._wanted:
                    column.setCurrentRow(at)
                    column.setFocus()
        self._wanted = ""
        self._retranslate()

    @Slot(str, int)
    def _on_step_asked(self, lead: str, step: int) -> None:
        column = next(one for one in self.columns.values() if one.current_lead == lead)
        to = COLUMNS.index(column.status) + step
        if 0 <= to < len(COLUMNS):
            self._wanted = lead
            self.move_asked.emit(lead, COLUMNS[to])

    def _on_current(self, status: LeadStatus, *_items: object) -> None:
        if lead := self.columns[status].current_lead:
            self.chosen.emit(lead)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        if lead := str(item.data(_LEAD) or ""):
            self.activated.emit(lead)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for status, head in self.heads.items():
            count = 0 if self._cards is None else self._cards.counts[status]
            head.setText(f"{word(status)} {count:,}")
            self.columns[status].setAccessibleName(word(status))
            head.setToolTip(self.tr("Drag a card, or move it with Alt+Left and Alt+Right"))
