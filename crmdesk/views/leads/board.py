"""Leads as cards in columns by status: one or several of a column are dragged, or moved with Alt and an arrow."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSignalBlocker, QSize, Qt, Signal, Slot
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
        dropped: (`tuple[str, ...]` leads, `LeadStatus`) cards were put here. step_asked: (`LeadStatus` of here, `int` -1 or 1) Alt and an arrow.
    """

    dropped = Signal(object, object)
    step_asked = Signal(object, int)

    def __init__(self, status: LeadStatus, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = status
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
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

    @property
    def selected_leads(self) -> tuple[str, ...]:
        """The selected cards from top to bottom, else the one with the keyboard."""
        items = sorted(self.selectedItems(), key=self.row)
        return tuple(str(item.data(_LEAD)) for item in items) or tuple(filter(None, (self.current_lead,)))

    def show_cards(self, rows: "tuple[LeadRow, ...]", total: int) -> None:
        """Show these; the keyboard stays on its card, and what was selected stays so."""
        before, selected = self.current_lead, {str(item.data(_LEAD)) for item in self.selectedItems()}
        self.clear()
        for row in rows:
            planned = " ".join(filter(None, (day_text(row.next_step_on), row.next_step)))  # the day first: it is never cut
            item = QListWidgetItem(f"{row.name}\n{row.person or ''}\n{planned}")
            item.setData(_LEAD, row.id)
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, _CARD_HEIGHT))
            self.addItem(item)
            if row.id == before:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
            item.setSelected(row.id in selected)
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
        if isinstance(source, BoardColumn) and source is not self and source.selected_leads:
            self.dropped.emit(source.selected_leads, self.status)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.step_asked.emit(self.status, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class LeadBoard(QWidget):
    """Four columns; the arrows walk in a column, with Shift they select, Tab goes to the next one, Alt+Left and Alt+Right move the cards.

    Signals:
        chosen: `str` lead the keyboard is on. activated: `str` lead, by Enter or double click.
        move_asked: (`tuple[str, ...]` leads, `LeadStatus`) where cards were put; they move when the board is shown again.
        menu_asked: (`tuple[str, ...]` leads, `QPoint` on the screen).
    """

    chosen = Signal(str)
    activated = Signal(str)
    move_asked = Signal(object, object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = {status: BoardColumn(status, self) for status in COLUMNS}
        self.heads = {status: QLabel(self) for status in COLUMNS}
        self._cards: BoardCards | None = None
        self._wanted: frozenset[str] = frozenset()
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
            column.customContextMenuRequested.connect(partial(self._on_menu_asked, column))
        self.setFocusProxy(self.columns[LeadStatus.NEW])
        self._retranslate()

    def show_cards(self, cards: BoardCards) -> None:
        """Show a board; cards that were moved by key keep the keyboard in their new column."""
        self._cards = cards
        for status, column in self.columns.items():
            with QSignalBlocker(column):
                column.show_cards(cards.rows[status], cards.counts[status])
            moved = [at for at, row in enumerate(cards.rows[status]) if row.id in self._wanted]
            if moved:
                column.setCurrentRow(moved[0])
                for at in moved:
                    column.item(at).setSelected(True)
                column.setFocus()
        self._wanted = frozenset()
        self._retranslate()

    @property
    def selected(self) -> tuple[str, ...]:
        """The selected cards: of one column at a time."""
        return next((column.selected_leads for column in self.columns.values() if column.selectedItems()), ())

    @Slot(object, int)
    def _on_step_asked(self, status: LeadStatus, step: int) -> None:
        leads, to = self.columns[status].selected_leads, COLUMNS.index(status) + step
        if leads and 0 <= to < len(COLUMNS):
            self._wanted = frozenset(leads)
            self.move_asked.emit(leads, COLUMNS[to])

    def _on_current(self, status: LeadStatus, *_items: object) -> None:
        if lead := self.columns[status].current_lead:
            for other in self.columns.values():
                if other.status is not status:
                    other.clearSelection()
            self.chosen.emit(lead)

    def _on_menu_asked(self, column: BoardColumn, at: QPoint) -> None:
        item = column.itemAt(at)
        if item is not None and item.data(_LEAD):
            self.menu_asked.emit(column.selected_leads, column.viewport().mapToGlobal(at))

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
            head.setToolTip(self.tr("Drag cards, or move them with Alt+Left and Alt+Right; Ctrl and Shift select several"))
