"""Finding the other record that something is done with, by typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crmdesk.services.record_key import RecordKey
from crmdesk.views.accounts.move_dialog import MoveDialog
from crmdesk.views.accounts.record_finder import RecordFinder
from crmdesk.views.merging.merge_dialog import MergeDialog

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _finder(bench: "Bench", key: RecordKey) -> RecordFinder:
    bench.page.open_record(str(key))
    bench.page.record.header.menu._move.trigger()
    found = bench.page.findChild(RecordFinder)
    assert isinstance(found, RecordFinder)
    return found


def test_a_site_moves_to_the_company_typed_and_back_by_undo(bench: "Bench") -> None:
    finder = _finder(bench, bench.sample.first)
    QTest.keyClicks(finder.search, "abb")
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    dialog = bench.page.findChild(MoveDialog)
    assert isinstance(dialog, MoveDialog), "the industry, which comes from the company, changes too: a person sees it first"
    assert any("Industry" in line for line in dialog.shown_lines)
    dialog.move_button.click()
    assert bench.services.accounts.open(bench.sample.first).values["company_id"] == bench.sample.other.id
    assert bench.page.tree.table.current_key == str(bench.sample.first)
    assert "was moved to ABB" in bench.window._stage.undo._sentence.text()
    bench.window._stage.undo._undo_button.click()
    assert bench.services.accounts.open(bench.sample.first).values["company_id"] == bench.sample.company.id


def test_a_company_can_be_moved_to_the_top(bench: "Bench") -> None:
    finder = _finder(bench, bench.sample.company)
    QTest.keyClick(finder.search, Qt.Key.Key_Down)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert bench.services.accounts.open(bench.sample.company).values["parent_id"] is None


def test_a_company_cannot_be_moved_below_itself(bench: "Bench") -> None:
    finder = _finder(bench, bench.sample.group)
    finder.search.setText("北京家乐福")
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert "lies below it" in bench.window._stage.messages.text
    assert bench.services.accounts.open(bench.sample.group).values["parent_id"] is None


def test_the_record_to_merge_with_is_found_by_typing(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.header.menu._merge.trigger()
    finder = bench.page.findChild(RecordFinder)
    assert isinstance(finder, RecordFinder)
    QTest.keyClicks(finder.search, "fangzhuang")
    assert finder.found.count() == 1, "the record itself and companies are not offered"
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    dialog = bench.window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    dialog.reject()
