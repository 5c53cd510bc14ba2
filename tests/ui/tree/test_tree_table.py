"""The tree under the hands: keyboard, mouse, selection kept by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Sort
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.tree.tree_table import Span, TreeTable
from tests.ui.tree.conftest import MemoryTree

K = Qt.Key


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ([K.Key_Down], "n001"),
        ([K.Key_Down, K.Key_Right], "n001"),
        ([K.Key_Down, K.Key_Right, K.Key_Right], "n001.000"),
        ([K.Key_Down, K.Key_Right, K.Key_Right, K.Key_Left], "n001"),
        ([K.Key_Down, K.Key_Right, K.Key_Right, K.Key_Left, K.Key_Left], "n001"),
        ([K.Key_Down, K.Key_Plus, K.Key_Down, K.Key_End], "n249"),
        ([K.Key_End, K.Key_Home], "n000"),
        ([K.Key_Down, K.Key_Asterisk, *[K.Key_Down] * 7], "n001.005.a"),
    ],
)
def test_the_keyboard_walks(table: TreeTable, qtbot: QtBot, keys: list[Qt.Key], current: str) -> None:
    for key in keys:
        QTest.keyClick(table, key)
    qtbot.waitUntil(lambda: table.current_key == current)


def test_left_closes_and_a_second_right_opens_again(table: TreeTable, qtbot: QtBot) -> None:
    table.go_to(1)
    for key, rows in ((K.Key_Right, 370), (K.Key_Left, 250), (K.Key_Right, 370), (K.Key_Minus, 250)):
        QTest.keyClick(table, key)
        assert table.tree.rowCount() == rows


def test_letters_find_among_the_siblings(table: TreeTable, qtbot: QtBot, source: MemoryTree) -> None:
    source.kids[None] += ["xa", "xb", "yz"]
    table.tree.refresh()
    QTest.keyClicks(table, "xb")
    qtbot.waitUntil(lambda: table.current_key == "xb")
    with qtbot.waitSignal(table.nothing_found):
        QTest.keyClicks(table, "q")


def test_enter_and_double_click_activate(table: TreeTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.row_activated) as caught:
        QTest.keyClick(table, K.Key_Return)
    assert caught.args == ["n000"]
    with qtbot.waitSignal(table.row_activated) as caught:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 2 * ROW_HEIGHT + 5))
    assert caught.args == ["n002"]


def test_a_click_on_the_expander_toggles_without_selecting(table: TreeTable, qtbot: QtBot) -> None:
    for rows in (370, 250):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, ROW_HEIGHT + 10))
        assert table.tree.rowCount() == rows
    assert table.current_key == "n000"


def test_closing_takes_the_keyboard_along(table: TreeTable, qtbot: QtBot) -> None:
    table.tree.open_row(1)
    table.go_to(50)
    table.scroll_to_top_row(0)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, ROW_HEIGHT + 10))
    assert table.tree.rowCount() == 250
    assert table.current_key == "n001"


@pytest.mark.parametrize(("key", "expected"), [(K.Key_Return, ["n000", "new"]), (K.Key_Escape, None)])
def test_f2_edits_in_place(table: TreeTable, qtbot: QtBot, key: Qt.Key, expected: list[str] | None) -> None:
    got: list[list[str]] = []
    table.rename_asked.connect(lambda *args: got.append(list(args)))
    QTest.keyClick(table, K.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "n000"
    editor.setText(" new ")
    QTest.keyClick(editor, key)
    assert got == ([] if expected is None else [expected])


def test_selection_and_current_row_survive_by_key(table: TreeTable, source: MemoryTree) -> None:
    table.tree.open_row(1)
    table.select_rows([range(3, 6), range(9, 10)], 4)
    before = table.selection()
    assert before.keys == ("n001.001", "n001.002", "n001.003", "n001.007")
    source.kids[None] = ["a new one", *source.kids[None]]
    source.kids["n001"].remove("n001.002")
    table.tree.refresh()
    assert table.selection().keys == ("n001.001", "n001.003", "n001.007")
    assert table.current_key == "n001.003"
    table.tree.set_order(Sort("name", descending=True))
    assert set(table.selection().keys) == {"n001.001", "n001.003", "n001.007"}


def test_the_scroll_position_follows_its_row(table: TreeTable, source: MemoryTree, qtbot: QtBot) -> None:
    table.scroll_to_top_row(120)
    qtbot.waitUntil(lambda: table.tree.row_at(120) is not None)
    source.kids[None] += [f"a{number}" for number in range(40)]
    table.tree.refresh()
    assert table.rows_in_sight[0] == 160
    top = table.tree.row_at(160)
    assert top is not None
    assert top.key == "n120"


def test_reveal_opens_the_way_and_selects(table: TreeTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.current_changed):
        table.tree.reveal("n001.005.b")
    assert table.current_key == "n001.005.b"
    first, last = table.rows_in_sight
    assert first <= (table.current_row or 0) <= last


def test_everything_selected_is_told_in_spans(table: TreeTable) -> None:
    table.selectAll()
    selection = table.selection()
    assert len(selection.keys) == 100
    assert selection.spans == (Span(None, 100, 249),)


def test_copied_rows_follow_the_visible_columns(table: TreeTable, qtbot: QtBot) -> None:
    table.select_rows([range(2)], 0)
    QTest.keyClick(table, K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "n000\t4\nn001\t4"
    table.column_header.setSectionHidden(1, True)
    assert table.copied_text() == "n000\nn001"
