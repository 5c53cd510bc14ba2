"""A table of the settings: rows with ids, room between its columns, commands with keys of their own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GRID, ROW_HEIGHT

_ID: Final = Qt.ItemDataRole.UserRole
_PADDING: Final = 3  # with Qt's own margin the text stands below its heading
_OPENING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_FRAME: Final = 2


class PaddedCells(QStyledItemDelegate):
    """Leaves room between columns: a number at the right of one does not touch the text at the left of the next."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, view)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        super().paint(painter, inner, index)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * _PADDING, hint.height())


def dress(table: QTableWidget, numbers: Sequence[int] = ()) -> None:
    """Make a table look like the others of the settings; `numbers` are the columns of figures."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setItemDelegate(PaddedCells(table))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for column in numbers:
        heading = table.horizontalHeaderItem(column)
        if heading is not None:
            heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def cell(text: str, *, is_number: bool = False, is_fixed: bool = True) -> QTableWidgetItem:
    """Return a cell; its whole text is its tooltip."""
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(text)
    if is_fixed:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return item


def table_command(table: QTableWidget, icon_name: str, text: str, tip: str, keys: str) -> QAction:
    """Return a command whose keys hold while the table has the keyboard."""
    action = QAction(icon(icon_name), text, table)
    action.setToolTip(tip)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    table.addAction(action)
    return action


class RowTable(QTableWidget):
    """Whole rows that are only shown; Enter, F2 or a double click opens one.

    Signals:
        row_opened: str id. row_chosen: str id of the row with the keyboard, empty for none.
    """

    row_opened = Signal(str)
    row_chosen = Signal(str)

    def __init__(
        self, columns: Sequence[str], *, wide: Sequence[int] = (0,), numbers: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._numbers = frozenset(numbers)
        self._chosen = ""
        self.setHorizontalHeaderLabels(list(columns))
        dress(self, numbers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        for column in range(len(columns)):
            mode = QHeaderView.ResizeMode.Stretch if column in wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.currentCellChanged.connect(self._on_current)
        self.cellDoubleClicked.connect(self._on_double_click)

    @property
    def chosen(self) -> str:
        """Id of the row with the keyboard, empty for none."""
        return self._chosen

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]], wanted: str = "") -> None:
        """Show rows (id, texts); the keyboard goes to `wanted`, else stays with its row, else goes to the first."""
        wanted = wanted or self._chosen
        former = self.currentRow()
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
            for at, (row_id, texts) in enumerate(rows):
                for column, text in enumerate(texts):
                    item = cell(text, is_number=column in self._numbers)
                    item.setData(_ID, row_id)
                    self.setItem(at, column, item)
            fallback = min(max(former, 0), len(rows) - 1)
            at = next((at for at, row in enumerate(rows) if row[0] == wanted), fallback)
            if at >= 0:
                self.setCurrentCell(at, 0)
        self._chosen = rows[at][0] if at >= 0 else ""
        self.row_chosen.emit(self._chosen)

    def fit(self, most: int) -> None:
        """Be as high as the rows need, `most` of them at the most."""
        rows = max(1, min(self.rowCount(), most))
        self.setFixedHeight(rows * ROW_HEIGHT + self.horizontalHeader().sizeHint().height() + GRID + _FRAME)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self._chosen:
            self.row_opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_current(self, row: int) -> None:
        item = self.item(row, 0)
        self._chosen = "" if item is None else str(item.data(_ID))
        self.row_chosen.emit(self._chosen)

    @Slot(int, int)
    def _on_double_click(self, _row: int, _column: int) -> None:
        if self._chosen:
            self.row_opened.emit(self._chosen)
