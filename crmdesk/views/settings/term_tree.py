"""The entries of one classification as a tree, named in three languages, edited where they stand."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.pickers.options import Option, OptionTree
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.views.preference_choices import LANGUAGE_NAMES

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.taxonomies import TermRow

ID_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FIELD_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_FIELDS: Final = {"zh_CN": "name", "zh_TW": "name_zh_tw", "en": "name_en"}
_NATIONAL: Final = re.compile(r"[A-T]|\d{2,4}")
"""Codes of GB/T 4754-2017; entries of an organisation's own have others (`new_code`)."""
_OPEN_BELOW: Final = 80
"""Trees of fewer entries are shown wholly open."""


def is_national(taxonomy: Taxonomy, code: str) -> bool:
    """Return whether an entry belongs to the national standard and keeps its names."""
    return taxonomy is Taxonomy.INDUSTRY and _NATIONAL.fullmatch(code) is not None


def new_code(taxonomy: Taxonomy, parent_code: str, taken: set[str]) -> str:
    """Return a free code for a new entry: the next letter for a grade, else numbered below its parent."""
    if taxonomy is Taxonomy.GRADE:
        letter = next((sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if sign not in taken), "")
        if letter:
            return letter
    stem = parent_code or ("X" if taxonomy is Taxonomy.INDUSTRY else "own")
    return next(code for number in range(1, len(taken) + 2) if (code := f"{stem}-{number}") not in taken)


class TermTree(QTreeView):
    """Shows the entries given; those of the national standard cannot be renamed. F2 edits.

    Signals:
        name_edited: str id, str column of the term, str text.
        current_changed: str id of the entry with the keyboard, empty for none.
    """

    name_edited = Signal(str, str, str)
    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, TermRow] = {}
        self._options = OptionTree(())
        self._taxonomy = Taxonomy.SOURCE
        self._is_filling = False
        self._columns: tuple[str, ...] = ()
        self._terms = QStandardItemModel(self)
        self.setModel(self._terms)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self._terms.itemChanged.connect(self._on_item_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def current_id(self) -> str:
        """The entry with the keyboard, empty for none."""
        return str(self.currentIndex().siblingAtColumn(0).data(ID_ROLE) or "")

    def term(self, term_id: str) -> "TermRow | None":
        """Return an entry shown."""
        return self._rows.get(term_id)

    def codes(self) -> set[str]:
        """Return every code in use."""
        return {row.code for row in self._rows.values()}

    def show_terms(self, taxonomy: Taxonomy, rows: "Sequence[TermRow]", language: str, typed: str = "") -> None:
        """Show entries, the present language's names first; the entry with the keyboard and open branches stay."""
        self._taxonomy = taxonomy
        self._rows = {row.id: row for row in rows}
        self._columns = tuple(_FIELDS[name] for name in sorted(_FIELDS, key=lambda name: name != language))
        by_field = {field: LANGUAGE_NAMES[name] for name, field in _FIELDS.items()}
        self._options = OptionTree(
            [Option(row.id, " ".join(filter(None, row.names)), row.parent_id or "", row.code) for row in rows]
        )
        self._terms.setHorizontalHeaderLabels([*(by_field[field] for field in self._columns), self.tr("Code"), ""])
        self.filter(typed)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(self._columns)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(3, 110)
        header.resizeSection(4, 96)

    def filter(self, typed: str) -> None:
        """Show only the entries that contain every typed word, with those above them."""
        kept_id, is_open = self.current_id, self._open_ids()
        matching = self._options.matching(typed)
        kept = self._options.with_ancestors(matching)
        self._is_filling = True
        self._terms.setRowCount(0)
        items: dict[str, QStandardItem] = {}
        for row in self._rows.values():
            if row.id in kept:
                cells = self._cells(row)
                items.get(row.parent_id or "", self._terms.invisibleRootItem()).appendRow(cells)
                items[row.id] = cells[0]
        self._is_filling = False
        if typed or len(items) < _OPEN_BELOW:
            self.expandAll()
        else:
            for term_id in is_open & items.keys():
                self.expand(items[term_id].index())
        self.go_to(kept_id)

    def go_to(self, term_id: str) -> None:
        """Give an entry the keyboard; the first when it is not shown."""
        found = self._index_of(term_id)
        self.setCurrentIndex(found if found.isValid() else self._terms.index(0, 0))
        self.current_changed.emit(self.current_id)

    def edit_name(self, term_id: str) -> None:
        """Edit the first name of an entry."""
        index = self._index_of(term_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def _index_of(self, term_id: str) -> QModelIndex:
        start = self._terms.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._terms.match(start, ID_ROLE, term_id, 1, flags) if term_id and start.isValid() else []
        return found[0] if found else QModelIndex()

    def _cells(self, row: "TermRow") -> list[QStandardItem]:
        names = dict(zip(("name", "name_zh_tw", "name_en"), row.names, strict=True))
        can_edit = not is_national(self._taxonomy, row.code)
        cells = []
        for field in self._columns:
            item = QStandardItem(names[field] or "")
            item.setEditable(can_edit)
            item.setData(field, FIELD_ROLE)
            item.setData(row.id, ID_ROLE)
            item.setToolTip(names[field] or "")
            cells.append(item)
        for text in (row.code, self.tr("not offered") if row.retired else ""):
            item = QStandardItem(text)
            item.setEditable(False)
            item.setData(row.id, ID_ROLE)
            cells.append(item)
        return cells

    def _open_ids(self) -> set[str]:
        found: set[str] = set()
        waiting = [self._terms.index(row, 0) for row in range(self._terms.rowCount())]
        while waiting:
            index = waiting.pop()
            if self.isExpanded(index):
                found.add(str(index.data(ID_ROLE)))
                waiting += [self._terms.index(row, 0, index) for row in range(self._terms.rowCount(index))]
        return found

    @override
    def sizeHintForColumn(self, column: int) -> int:
        return -1  # thousands of rows need not be measured

    @override
    def sizeHintForRow(self, row: int) -> int:
        return ROW_HEIGHT

    @Slot(QStandardItem)
    def _on_item_changed(self, item: QStandardItem) -> None:
        field = item.data(FIELD_ROLE)
        if not self._is_filling and field:
            self.name_edited.emit(item.data(ID_ROLE), field, item.text().strip())

    @Slot()
    def _on_current_changed(self) -> None:
        if not self._is_filling:
            self.current_changed.emit(self.current_id)
