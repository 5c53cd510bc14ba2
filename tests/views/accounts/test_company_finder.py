"""Moving a record under another company."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crmdesk.services.record_key import RecordKey
from crmdesk.views.accounts.company_finder import CompanyFinder
from crmdesk.views.accounts.move_dialog import MoveDialog

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _finder(bench: "Bench", key: RecordKey) -> CompanyFinder:
    bench.page.open_record(str(key))
    bench.page.record.header.menu._move.trigger()
    found = bench.page.findChild(CompanyFinder)
    assert isinstance(found, CompanyFinder)
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
