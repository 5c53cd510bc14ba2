"""The list of what is open; its letters are answers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.services.questions import Question
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.views.change_words import account_text, label_text
from crmdesk.views.conflicts.panel import KEYS, Item
from crmdesk.views.conflicts.wording import author_text, field_text, kind_look, subject_text, time_or_dash
from crmdesk.views.words import listed

_ANSWERS: Final = {getattr(Qt.Key, f"Key_{letter}"): choice for choice, letter in KEYS.items()}


class QuestionList(RowsView):
    """A line for each conflict and waiting edit; several can be chosen.

    Signals:
        answer_asked: `Choice`, by its letter.
        open_asked: Enter or double click.
    """

    answer_asked = Signal(object)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        columns = (
            Column("kind", "", 144, CellKind.CHIP, sortable=False, fixed=True),
            Column("customer", "", 240, sortable=False, stretches=True),
            Column("what", "", 96, sortable=False),
            Column("who", "", 72, sortable=False),
        )
        self.table = RowsModel(columns, parent=self)
        self.show_rows(self.table, self.table)
        self.doubleClicked.connect(self.open_asked)
        self._retranslate()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown."""
        return self._items

    def chosen(self) -> tuple[Item, ...]:
        """Return what is selected, top to bottom."""
        return tuple(self._items[row] for rows in self.selected_ranges() for row in rows if row < len(self._items))

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other lines; the chosen one stays, and where it is gone the one that took its place is chosen."""
        before = self.current_row
        current = self._items[before].id if before is not None and before < len(self._items) else ""
        kept = {item.id for item in self.chosen()}
        self._items = tuple(items)
        self.table.set_rows([_row(item) for item in self._items])
        if not self._items:
            return
        places = {item.id: at for at, item in enumerate(self._items)}
        row = places.get(current, min(before or 0, len(self._items) - 1))
        ranges = [range(places[one], places[one] + 1) for one in kept if one in places]
        self.select_rows(ranges or [range(row, row + 1)], row)
        self.scrollTo(self.table.index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in _ANSWERS:
            self.answer_asked.emit(_ANSWERS[Qt.Key(event.key())])
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What needs an answer"))
        titles = (self.tr("What happened"), self.tr("Customer"), self.tr("Field"), self.tr("Who"))
        self.table.set_titles(titles)


def _row(item: Item) -> TableRow:
    customer = account_text(item.account) if item.account is not None else item.record_name or "—"
    if isinstance(item, Question):
        look = kind_look(item.kind, needs_me=item.needs_me)
        what = field_text(item) or subject_text(item)
        side = item.mine if item.theirs.is_me else item.theirs
        who, when = author_text(side), time_or_dash(item.mine.at or item.theirs.at)
    else:
        look = kind_look(None, needs_me=item.needs_me)
        what = listed(dict.fromkeys(filter(None, map(label_text, item.changes))))
        who, when = item.by or "—", time_or_dash(item.made_at)
    return TableRow(
        item.id,
        {
            "kind": Cell(chip=look),
            "customer": Cell(customer, tooltip=customer),
            "what": Cell(what, tooltip=what),
            "who": Cell(who, tooltip=when),
        },
    )
