"""The headings of a table or tree: sort by click, move, size, and choose columns from a menu."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget
from typing_extensions import override

from crmdesk.core.listing import Sort
from crmdesk.ui.table.columns import Column, ColumnLayout, ColumnPlace


class ColumnHeader(QHeaderView):
    """Headings of the columns given as data; the first stays first when it is `fixed`.

    Signals:
        sort_asked: `Sort` the user clicked; the header shows it only when told (`show_order`), after the data is there.
        layout_edited: the user moved, sized, hid or showed a column (no payload; ask `column_layout`).
    """

    sort_asked = Signal(object)
    layout_edited = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._order: Sort | None = None
        self._is_applying = False
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(not (self._columns and self._columns[0].fixed))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.customContextMenuRequested.connect(self._on_menu_asked)
        self.sectionClicked.connect(self._on_section_clicked)
        self.sectionMoved.connect(self._on_section_edited)
        self.sectionResized.connect(self._on_section_edited)

    def begin_layout(self) -> None:
        """Take the columns' own widths and visibility; call once the model is set."""
        self.set_column_layout(ColumnLayout())

    def column_layout(self) -> ColumnLayout:
        """Return the user's columns in their visible order."""
        places = []
        for visual in range(self.count()):
            logical = self.logicalIndex(visual)
            hidden = self.isSectionHidden(logical)
            column = self._columns[logical]
            places.append(ColumnPlace(column.key, column.width if hidden else self.sectionSize(logical), not hidden))
        return ColumnLayout(tuple(places))

    def set_column_layout(self, layout: ColumnLayout) -> None:
        """Show the columns as saved; columns the saved layout does not know come last, as they are by themselves."""
        self._is_applying = True
        numbers = {column.key: number for number, column in enumerate(self._columns)}
        places = [place for place in layout.places if place.key in numbers]
        known = {place.key for place in places}
        places += [ColumnPlace(column.key, column.width, column.shown) for column in self._columns if column.key not in known]
        places.sort(key=self._fixed_first)
        for visual, place in enumerate(places):
            logical = numbers[place.key]
            column = self._columns[logical]
            self.moveSection(self.visualIndex(logical), visual)
            self.setSectionHidden(logical, not place.shown and not column.fixed)
            self.resizeSection(logical, place.width)
            mode = QHeaderView.ResizeMode.Stretch if column.stretches else QHeaderView.ResizeMode.Interactive
            self.setSectionResizeMode(logical, mode)
        self._is_applying = False

    def _fixed_first(self, place: ColumnPlace) -> bool:
        return not any(column.fixed and column.key == place.key for column in self._columns)

    def show_order(self, order: Sort | None) -> None:
        """Show which column the rows are ordered by."""
        self._order = order
        number = next((at for at, column in enumerate(self._columns) if order is not None and column.key == order.column), -1)
        self.setSortIndicatorShown(number >= 0)
        if order is not None and number >= 0:
            self.setSortIndicator(number, Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder)

    def fill_menu(self, menu: QMenu) -> None:
        """Add one checkable entry for each column that may be hidden, and the way back."""
        for logical, column in enumerate(self._columns):
            if column.fixed:
                continue
            action = QAction(column.title, menu, checkable=True, checked=not self.isSectionHidden(logical))
            action.setData(logical)
            action.toggled.connect(self._on_column_toggled)
            menu.addAction(action)
        menu.addSeparator()
        reset = QAction(self.tr("Standard columns"), menu)
        reset.triggered.connect(self._on_reset_asked)
        menu.addAction(reset)

    @override
    def setModel(self, model: object) -> None:
        super().setModel(model)  # type: ignore[arg-type]  # widened: the stub names the class
        if self.count() == len(self._columns):
            self.begin_layout()

    @override
    def setSelectionModel(self, selectionModel: QItemSelectionModel) -> None:
        # With the table's selection a heading asks, each time it is painted, whether every row of its column is selected:
        # 6 s after Ctrl+A on 290,000 rows. Headings mark no selection, so they keep the empty one they were made with.
        own = cast("QItemSelectionModel | None", self.selectionModel())
        if own is None or own.model() is not selectionModel.model():
            super().setSelectionModel(selectionModel)

    def _on_menu_asked(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.viewport().mapToGlobal(position))

    def _on_column_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        action = self.sender()
        if isinstance(action, QAction):
            self.setSectionHidden(int(action.data()), not is_shown)
            self.layout_edited.emit()

    def _on_reset_asked(self) -> None:
        self.begin_layout()
        self.layout_edited.emit()

    def _on_section_clicked(self, logical: int) -> None:
        column = self._columns[logical]
        self.show_order(self._order)
        if not column.sortable:
            return
        is_same = self._order is not None and self._order.column == column.key
        self.sort_asked.emit(Sort(column.key, is_same and not (self._order is not None and self._order.descending)))

    def _on_section_edited(self) -> None:
        if not self._is_applying:
            self.layout_edited.emit()
