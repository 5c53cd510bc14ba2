"""The records of a group side by side: a column each, what differs from the first one marked."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_fields import field_info
from crmdesk.ui.table.columns import Cell, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.duplicates.wording import path_text, value_text
from crmdesk.views.words import field_label

if TYPE_CHECKING:
    from crmdesk.services.duplicates import GroupFound, Member

MOST_SHOWN: Final = 5
"""Columns for records; a larger group slides under them."""
_EMPTY: Final = "—"


class MemberTable(RowsView):
    """Shows a group; the chosen record's column is selected.

    Signals:
        member_chosen: int, place of the record in the group, by mouse or keyboard.
    """

    member_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: GroupFound | None = None
        self._first = 0
        self._chosen = 0
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        columns = (
            Column("field", "", 120, fixed=True, sortable=False),
            *(Column(str(at), "", 170, sortable=False, stretches=True) for at in range(MOST_SHOWN)),
        )
        self._rows_model = RowsModel(columns, parent=self)
        self.show_rows(self._rows_model, self._rows_model)
        self.clicked.connect(self._on_clicked)
        self._retranslate()

    @property
    def group(self) -> "GroupFound | None":
        """The group shown."""
        return self._group

    @property
    def chosen(self) -> int:
        """Place of the chosen record in the group."""
        return self._chosen

    def show_group(self, group: "GroupFound | None") -> None:
        """Show a group, its second record chosen: the first is what it is compared with."""
        self._group = group
        self._first = 0
        self._chosen = 1 if group is not None and len(group.members) > 1 else 0
        self._show()

    def choose(self, place: int) -> None:
        """Choose a record by its place; beyond the ends nothing happens."""
        if self._group is None or not 0 <= place < len(self._group.members) or place == self._chosen:
            return
        self._chosen = place
        if place < self._first or place >= self._first + MOST_SHOWN:
            self._first = max(0, min(place, len(self._group.members) - MOST_SHOWN))
        self._show()
        self.member_chosen.emit(place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Records side by side"))
        self._show()

    def _show(self) -> None:
        group = self._group
        members = () if group is None else group.members[self._first : self._first + MOST_SHOWN]
        titles = [
            self.tr("{number}. {name}").format(number=self._first + at + 1, name=one.name) for at, one in enumerate(members)
        ]
        self._rows_model.set_titles([self.tr("Field"), *titles, *[""] * (MOST_SHOWN - len(members))])
        self._rows_model.set_rows([] if group is None else self._lines(group, members))
        for at in range(MOST_SHOWN):
            self.setColumnHidden(at + 1, at >= len(members))
        if members:
            column = self._chosen - self._first + 1
            index = self._rows_model.index(0, column)
            chosen = self.selectionModel()
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            chosen.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Columns)

    def _lines(self, group: "GroupFound", members: "tuple[Member, ...]") -> list[TableRow]:
        kind = group.kind
        below = self.tr("Sites below") if kind is RecordKind.COMPANY else self.tr("People there")
        lines = [self._line("path", self.tr("Belongs to"), [path_text(member.path) for member in members])]
        for field in members[0].values:
            texts = [value_text(kind, field, member.values[field]) for member in members]
            if any(texts):
                info = field_info(kind, field)
                lines.append(self._line(field, field_label(info.label) if info is not None else field, texts))
        lines.append(self._line("owner", self.tr("Owner"), [member.owner for member in members]))
        lines.append(self._line("hanging", below, [str(member.hanging) for member in members]))
        return lines

    def _line(self, key: str, label: str, texts: list[str]) -> TableRow:
        first = texts[0]
        cells = {"field": Cell(label, role=Role.SECONDARY)}
        for at, text in enumerate(texts):
            is_same = text == first
            role = Role.SECONDARY if not text else Role.TEXT if is_same or at == 0 else Role.ACCENT
            cells[str(at)] = Cell(text or _EMPTY, role=role, tooltip=text)
        return TableRow(key, cells)

    @Slot()
    def _on_clicked(self) -> None:
        self.choose(self._first + max(self.currentIndex().column() - 1, 0))
