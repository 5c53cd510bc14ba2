"""The first rows of a file as they lie in it; the row with the column names is marked and can be chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from crmdesk.exchange.table_source import Record
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_MAX_WIDTH: Final = 260
_LONGEST: Final = 300


class PreviewModel(QAbstractTableModel):
    """Records with their numbers in the file. Rows above the header are greyed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[Record] = ()
        self._headers: Sequence[str] = ()
        self._header_row = 0
        self._bold = QFont()
        self._bold.setBold(True)

    def set_records(self, records: Sequence[Record], headers: Sequence[str], header_row: int) -> None:
        """Show other records."""
        self.beginResetModel()
        self._records, self._headers, self._header_row = records, headers, header_row
        self.endResetModel()

    def number_at(self, row: int) -> int:
        """Return where a row stands in the file."""
        return self._records[row][0]

    def row_of(self, number: int) -> int | None:
        """Return the row of a record, None when it is not here."""
        return next((row for row, record in enumerate(self._records) if record[0] == number), None)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number, cells = self._records[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            text = cells[index.column()][:_LONGEST] if index.column() < len(cells) else ""
            return text.replace("\n", " ") if role == Qt.ItemDataRole.DisplayRole else text
        is_header = number == self._header_row
        palette = QGuiApplication.palette()
        if role == Qt.ItemDataRole.BackgroundRole and is_header:
            return colour(palette, Role.ACCENT_SOFT)
        if role == Qt.ItemDataRole.ForegroundRole and number < self._header_row:
            return colour(palette, Role.DISABLED)
        return self._bold if role == Qt.ItemDataRole.FontRole and is_header else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._headers[section] if section < len(self._headers) else None
        return str(self._records[section][0]) if section < len(self._records) else None


class PreviewTable(QTableView):
    """Arrows walk through the cells; a click on a row's number, or Space, makes its row the one with the column names.

    Signals:
        header_row_chosen: int, number of the row; 0 when the present one was chosen again: there is none.
    """

    header_row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header_row = 0
        self._preview = PreviewModel(self)
        self.setModel(self._preview)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("First rows of the file"))
        numbers = self.verticalHeader()
        numbers.setDefaultSectionSize(ROW_HEIGHT)
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setSectionsClickable(True)
        numbers.setStyleSheet("QHeaderView::section { border-bottom: none; }")  # the rows have no lines either
        numbers.setCursor(Qt.CursorShape.PointingHandCursor)
        numbers.setToolTip(self.tr("Click a row's number to say that it holds the names of the columns"))
        numbers.sectionClicked.connect(self._on_number_clicked)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)

    def show_records(self, records: Sequence[Record], headers: Sequence[str], header_row: int) -> None:
        """Show other records and fit the columns to them."""
        self._header_row = header_row
        self._preview.set_records(records, headers, header_row)
        heads = self.horizontalHeader()
        heads.setResizeContentsPrecision(ROW_HEIGHT)
        self.resizeColumnsToContents()
        for column in range(len(headers)):
            if heads.sectionSize(column) > _MAX_WIDTH:
                heads.resizeSection(column, _MAX_WIDTH)

    def show_record(self, number: int) -> bool:
        """Select a record and bring it into sight; False when it is not among those shown."""
        row = self._preview.row_of(number)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self._preview.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._on_number_clicked(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_number_clicked(self, row: int) -> None:
        number = self._preview.number_at(row)
        self.header_row_chosen.emit(0 if number == self._header_row else number)
