"""Moving and deleting in the tree: by drag and drop, by cut and paste, in the dialog, many at once."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.path_bar import PathBar
from crmdesk.ui.status_line import ProgressItem
from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.tree.dragging import packed
from crmdesk.ui.tree.tree_table import Span, TreeSelection
from crmdesk.views.accounts import moving as moving_module
from crmdesk.views.accounts.move_dialog import MoveDialog
from crmdesk.views.accounts.selected_keys import selected_keys
from crmdesk.views.accounts.tree_menu import TreeMenu

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


@pytest.fixture
def opened(bench: "Bench") -> "Bench":
    """The page with the tree open down to the sites, watched by Qt's tester."""
    bench.page.tree.reveal(str(bench.sample.first))
    tree = bench.page.tree.table.tree
    QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal, tree)
    assert not bench.page.tree.moving.has_cut
    return bench


def _row(bench: "Bench", key: RecordKey) -> int:
    row = bench.page.tree.table.tree.row_of(str(key))
    assert row is not None
    return row


def _drop(bench: "Bench", selection: TreeSelection, onto: RecordKey) -> None:
    table = bench.page.tree.table
    at = QPoint(60, table.rowViewportPosition(_row(bench, onto)) + ROW_HEIGHT // 2)
    data = packed(selection)
    button, plain, move = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(at, move, data, button, plain))
    QApplication.sendEvent(table.viewport(), QDropEvent(QPointF(at), move, data, button, plain))


def _path(bench: "Bench", key: RecordKey) -> list[str]:
    return [part.key.id for part in bench.services.accounts.open(key).path]


def test_a_company_dropped_moves_at_once_with_an_undo(opened: "Bench") -> None:
    sample = opened.sample
    _drop(opened, TreeSelection((str(sample.company),)), sample.other)
    assert _path(opened, sample.first) == [sample.other.id, sample.company.id]
    assert opened.page.tree.table.current_key == str(sample.company)
    assert "北京家乐福商业有限公司 was moved to ABB" in opened.window._stage.undo._sentence.text()
    opened.window._stage.undo._undo_button.click()
    assert _path(opened, sample.first) == [sample.group.id, sample.company.id]


def test_the_path_of_the_shown_record_follows_a_move_above_it(opened: "Bench", qtbot: QtBot) -> None:
    sample = opened.sample
    opened.page.open_record(str(sample.first))
    _drop(opened, TreeSelection((str(sample.company),)), sample.other)
    opened.page.open_record(str(sample.first))
    bar = opened.page.record.header.findChild(PathBar)
    assert isinstance(bar, PathBar)
    qtbot.waitUntil(lambda: bar.visible_texts() == ("ABB", "北京家乐福商业有限公司"))
    opened.context.published(opened.services.moves.move([sample.company], None).changes)
    qtbot.waitUntil(lambda: bar.visible_texts() == ("北京家乐福商业有限公司",))


def test_a_drop_that_changes_more_than_the_place_asks_first(opened: "Bench") -> None:
    sample = opened.sample
    _drop(opened, TreeSelection((str(sample.first), str(sample.second))), sample.other)
    dialog = opened.page.findChild(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    assert any(line.startswith("Industry") for line in dialog.shown_lines)
    assert _path(opened, sample.first) == [sample.group.id, sample.company.id]
    dialog.move_button.click()
    assert [_path(opened, key) for key in (sample.first, sample.second)] == [[sample.other.id]] * 2
    assert "2 records were moved to ABB" in opened.window._stage.undo._sentence.text()


def test_a_drop_below_itself_is_refused(opened: "Bench") -> None:
    sample = opened.sample
    moving = opened.page.tree.moving
    path = (str(sample.group), str(sample.company))
    assert "lies below it" in moving.refusal(TreeSelection((str(sample.group),)), path)
    assert "under itself" in moving.refusal(TreeSelection((str(sample.company),)), path)
    assert "is a site" in moving.refusal(TreeSelection((str(sample.other),)), (*path, str(sample.first)))
    assert "belongs to a company" in moving.refusal(TreeSelection((str(sample.first),)), ())
    assert "already" in moving.refusal(TreeSelection((str(sample.first),)), path)
    assert moving.refusal(TreeSelection((str(sample.company),)), ()) == ""
    _drop(opened, TreeSelection((str(sample.group),)), sample.company)
    assert _path(opened, sample.group) == []


def test_cut_rows_are_greyed_until_pasted(opened: "Bench") -> None:
    sample, table = opened.sample, opened.page.tree.table
    table.setFocus()
    table.go_to(_row(opened, sample.company))
    QTest.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert table.tree.disabled_reason(_row(opened, sample.company)).startswith("Cut")
    table.go_to(_row(opened, sample.other))
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _path(opened, sample.company) == [sample.other.id]
    assert table.tree.disabled_reason(_row(opened, sample.company)) == ""


def test_escape_lets_cut_rows_stay_and_a_site_takes_nothing(opened: "Bench") -> None:
    sample, table = opened.sample, opened.page.tree.table
    table.setFocus()
    table.go_to(_row(opened, sample.company))
    opened.page.tree.moving.cut()
    table.go_to(_row(opened, sample.first))
    opened.page.tree.moving.paste()
    assert "is a site" in opened.window._stage.messages.text
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not opened.page.tree.moving.has_cut
    assert table.tree.disabled_reason(_row(opened, sample.company)) == ""


def test_the_dialog_finds_a_company_and_shows_what_changes(opened: "Bench") -> None:
    sample, table = opened.sample, opened.page.tree.table
    table.select_rows([range(_row(opened, sample.first), _row(opened, sample.first) + 1)], _row(opened, sample.first))
    opened.page.tree.moving.choose_destination()
    dialog = opened.page.findChild(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    assert dialog.picker is not None
    assert not dialog.move_button.isEnabled()
    QTest.keyClicks(dialog.picker.search, "abb")
    lines = dialog.shown_lines
    assert any("Moves to ABB" in line for line in lines)
    assert any(line.startswith("ABB, Sites: 0 → 1") for line in lines)
    QTest.keyClick(dialog.picker.search, Qt.Key.Key_Return)
    assert _path(opened, sample.first) == [sample.other.id]


def test_a_key_searches_below_the_chosen_node(opened: "Bench", qtbot: QtBot) -> None:
    opened.page.tree.table.go_to(_row(opened, opened.sample.company))
    opened.page.tree.table.setFocus()
    with qtbot.waitSignal(opened.context.search_below_asked) as told:
        QTest.keyClick(
            opened.page.tree.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert told.args == [str(opened.sample.company), "北京家乐福商业有限公司"]


def test_a_long_move_shows_where_it_is(opened: "Bench", monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(moving_module, "_LONG", 1)
    sample = opened.sample
    _drop(opened, TreeSelection((str(sample.company),)), sample.other)
    assert _path(opened, sample.company) == [sample.other.id]
    qtbot.waitUntil(lambda: not opened.window.findChildren(ProgressItem))


def test_many_are_deleted_as_one_action(opened: "Bench") -> None:
    sample, table = opened.sample, opened.page.tree.table
    first = min(_row(opened, sample.first), _row(opened, sample.second))
    table.select_rows([range(first, first + 2)], first)
    opened.page.tree.moving.delete()
    assert opened.services.accounts.open(sample.group).site_count == 0
    assert "2 companies and sites were deleted" in opened.window._stage.undo._sentence.text()
    opened.window._stage.undo._undo_button.click()
    assert opened.services.accounts.open(sample.group).site_count == 2


def test_rows_that_were_never_loaded_are_asked_for(opened: "Bench") -> None:
    sample = opened.sample
    selection = TreeSelection((str(sample.other),), (Span(str(sample.company), 0, 1), Span(None, 0, 0)))
    keys = selected_keys(opened.services.tree, selection, Sort("name"))
    assert set(keys) == {sample.other, sample.first, sample.second}


def test_the_menu_says_why_something_cannot_be_done(opened: "Bench") -> None:
    sample, table = opened.sample, opened.page.tree.table
    table.go_to(_row(opened, sample.first))
    menu = TreeMenu(table, TreeSelection((str(sample.first), str(sample.company))), opened.page)
    entries = {action.text().split("\t")[0].replace("&", ""): action for action in menu.actions()}
    assert not entries["Merge …"].isEnabled()
    assert "companies" in entries["Merge …"].toolTip()
    assert not entries["Paste here"].isEnabled()
    assert entries["Delete"].isEnabled()
    menu.close()
    menu.deleteLater()
