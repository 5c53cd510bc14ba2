"""Long and short tables: paging, order, columns, copying."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell, CellKind, Column, ColumnLayout, ColumnPlace, Severity
from crmdesk.ui.table.fetching import run_now
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.paged_model import PagedTableModel
from crmdesk.ui.table.paged_table import PagedTable
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow

COLUMNS = (
    Column("name", "Name", 200, fixed=True),
    Column("size", "Size", 60, CellKind.NUMBER),
    Column("code", "Code", 80, shown=False),
)


class Numbers:
    """Names `0000` … of a given number of rows."""

    def __init__(self, total: int = 450) -> None:
        self.keys = [f"{number:04}" for number in range(total)]

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        keys = sorted(self.keys, reverse=sort.descending)
        rows = (TableRow(key, {"name": Cell(key), "size": Cell(str(int(key)))}) for key in keys[first : first + count])
        return Page(tuple(rows), first, len(keys))

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        ordered = sorted(self.keys, reverse=sort.descending)
        return {key: ordered.index(key) for key in keys if key in ordered}


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def table(qtbot: QtBot, numbers: Numbers) -> PagedTable:
    view = PagedTable()
    qtbot.addWidget(view)
    model = PagedTableModel(numbers, COLUMNS, run_now, sort=Sort("name"), parent=view)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    view.show_table(model)
    view.resize(400, 300)
    view.show()
    model.refresh()
    return view


def test_rows_come_as_they_come_into_sight(table: PagedTable, qtbot: QtBot) -> None:
    assert table.table.rowCount() == 450
    assert table.table.row_at(300) is None
    table.scroll_to_top_row(300)
    qtbot.waitUntil(lambda: table.table.row_at(305) is not None)


def test_place_and_selection_survive_another_order_and_new_rows(table: PagedTable, numbers: Numbers) -> None:
    table.select_rows([range(2, 4)], 3)
    table.table.set_order(Sort("name", descending=True))
    assert table.selected_keys() == ("0003", "0002")
    assert table.current_key == "0003"
    numbers.keys.remove("0002")
    table.table.refresh()
    assert table.selected_keys() == ("0003",)
    table.table.rows_changed(["0003", "?"])
    table.table.show_source(Numbers(3))
    assert table.table.rowCount() == 3


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it(table: PagedTable) -> None:
    for descending in (False, True):
        table.column_header.sectionClicked.emit(1)
        assert table.table.order == Sort("size", descending)


def test_enter_activates(table: PagedTable, qtbot: QtBot) -> None:
    table.go_to(5)
    with qtbot.waitSignal(table.row_activated) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == ["0005"]


def test_columns_are_restored_by_key(table: PagedTable) -> None:
    table.set_column_layout(
        ColumnLayout((ColumnPlace("gone", 10), ColumnPlace("code", 70), ColumnPlace("size", 33 + 40, shown=False)))
    )
    layout = ColumnLayout.from_plain(table.column_layout().to_plain())
    assert [(place.key, place.shown) for place in layout.places] == [("name", True), ("code", True), ("size", False)]
    assert layout.places[1].width == 70


@pytest.mark.parametrize("plain", [None, [3], [{"key": "name", "width": "wide"}]])
def test_an_unreadable_layout_is_the_standard_one(plain: object) -> None:
    assert ColumnLayout.from_plain(plain) == ColumnLayout()


def test_rows_in_memory_use_the_same_view(qtbot: QtBot) -> None:
    view = RowsView()
    qtbot.addWidget(view)
    model = RowsModel(COLUMNS, parent=view)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    view.show_rows(model, model)
    view.show()
    model.set_rows([TableRow("1", {"name": Cell("a\tb"), "size": Cell("?", tooltip="Not a number.", severity=Severity.ERROR)})])
    view.selectAll()
    assert view.copied_text() == "a b\t?"
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "Not a number."
