"""Who belongs to a pool: everybody of the organisation with two boxes, member and administrator."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from crmdesk.core.vocabulary import PoolRole
from crmdesk.ui.theme.metrics import GRID
from crmdesk.views.settings.row_table import cell, dress
from crmdesk.views.words import word

_ID: Final = Qt.ItemDataRole.UserRole
_NAME, _MEMBER, _ADMINISTRATOR = range(3)
_SEARCHED: Final = 8
"""With more people than this one can search among them."""


class MemberList(QWidget):
    """Space turns the box with the keyboard; an administrator is a member too.

    Signals:
        edited: the user changed who belongs to it.
    """

    edited = Signal()

    def __init__(self, people: Mapping[str, str], me: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search people"))
        self.search.setAccessibleName(self.tr("Search people"))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(people) > _SEARCHED)
        self.search.textChanged.connect(self._on_search)
        self.table = QTableWidget(len(people), 3, self)
        self.table.setAccessibleName(self.tr("Members"))
        self.table.setHorizontalHeaderLabels([self.tr("Colleague"), word(PoolRole.MEMBER), word(PoolRole.ADMINISTRATOR)])
        dress(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for row, (user, name) in enumerate(people.items()):
            item = cell(self.tr("{name} (me)").format(name=name) if user == me else name)
            item.setData(_ID, user)
            self.table.setItem(row, _NAME, item)
            for column, role in ((_MEMBER, PoolRole.MEMBER), (_ADMINISTRATOR, PoolRole.ADMINISTRATOR)):
                self.table.setItem(row, column, _box(f"{name}: {word(role)}"))
        if people:
            self.table.setCurrentCell(0, _MEMBER)
        self.table.itemChanged.connect(self._on_changed)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)

    def members(self) -> dict[str, PoolRole]:
        """Return person → role."""
        found: dict[str, PoolRole] = {}
        for row in range(self.table.rowCount()):
            user = str(self._item(row, _NAME).data(_ID))
            if _is_on(self._item(row, _ADMINISTRATOR)):
                found[user] = PoolRole.ADMINISTRATOR
            elif _is_on(self._item(row, _MEMBER)):
                found[user] = PoolRole.MEMBER
        return found

    def show_members(self, members: Mapping[str, PoolRole]) -> None:
        """Show who belongs to a pool."""
        with QSignalBlocker(self.table):
            for row in range(self.table.rowCount()):
                role = members.get(str(self._item(row, _NAME).data(_ID)))
                _turn(self._item(row, _MEMBER), is_on=role is not None)
                _turn(self._item(row, _ADMINISTRATOR), is_on=role is PoolRole.ADMINISTRATOR)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None  # noqa: S101 - every cell was filled
        return item

    @Slot(str)
    def _on_search(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for row in range(self.table.rowCount()):
            self.table.setRowHidden(row, wanted not in self._item(row, _NAME).text().casefold())

    @Slot(QTableWidgetItem)
    def _on_changed(self, item: QTableWidgetItem) -> None:
        with QSignalBlocker(self.table):
            if item.column() == _ADMINISTRATOR and _is_on(item):
                _turn(self._item(item.row(), _MEMBER), is_on=True)
            elif item.column() == _MEMBER and not _is_on(item):
                _turn(self._item(item.row(), _ADMINISTRATOR), is_on=False)
        self.table.viewport().update()
        self.edited.emit()


def _box(tip: str) -> QTableWidgetItem:
    item = cell("")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    item.setToolTip(tip)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, tip)
    return item


def _is_on(item: QTableWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _turn(item: QTableWidgetItem, *, is_on: bool) -> None:
    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
