"""The merge dialog by keyboard, the dialog that takes back, and the band on the record."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.services.record_key import RecordKey
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.merging import open_merge, open_unmerge
from crmdesk.views.merging.merged_band import MergedBand


@dataclass(frozen=True)
class Pair:
    one: RecordKey
    two: RecordKey


@pytest.fixture
def pair(view_context: ViewContext) -> Pair:
    accounts = view_context.services.accounts
    one = accounts.create_company({"legal_name": "北京家乐福", "code": "BJ", "note": "甲", "phone": "010-63270001"}).record.key
    two = accounts.create_company({"legal_name": "北京家乐福商业有限公司", "code": "JY", "note": "乙"}).record.key
    accounts.create_site({"name": "马连道店", "company_id": two.id, "city": "北京市", "street": "马连道11号"})
    return Pair(one, two)


def test_arrow_keys_choose_and_the_button_merges(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, pair: Pair) -> None:
    asked: list[str] = []
    view_context.record_asked.connect(asked.append)
    dialog = open_merge(view_context, [pair.one, pair.two], shell)
    assert [cell.isChecked() for cell in dialog.grid.survivor_cells()] == [False, True]
    assert [cell.isChecked() for cell in dialog.grid.cells_of("legal_name")] == [False, True]
    assert [cell.isChecked() for cell in dialog.grid.cells_of("note")] == [False, False, True]
    code = dialog.grid.cells_of("code")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    code[1].setFocus()
    QTest.keyClick(code[1], Qt.Key.Key_Left)
    assert [cell.isChecked() for cell in code] == [True, False]
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    record = view_context.services.accounts.open(pair.one)
    assert (record.key, record.values["code"], record.values["note"]) == (pair.two, "BJ", "乙\n\n甲")
    assert asked == [str(pair.two)]


def test_another_survivor_changes_the_defaults_but_not_what_was_chosen(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, pair: Pair
) -> None:
    dialog = open_merge(view_context, [pair.one, pair.two], shell)
    dialog.grid.cells_of("legal_name")[0].click()
    dialog.grid.survivor_cells()[0].click()
    assert [cell.isChecked() for cell in dialog.grid.cells_of("code")] == [True, False]
    assert [cell.isChecked() for cell in dialog.grid.cells_of("legal_name")] == [True, False]
    assert dialog.equal_button.isVisible()
    dialog.equal_button.click()
    assert all(cell.isVisible() for cell in dialog.grid.cells_of("kind"))
    dialog.reject()


def test_the_band_says_what_was_merged_and_takes_it_back(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, pair: Pair
) -> None:
    band = MergedBand(view_context, shell)
    band.show_record(pair.two)
    assert band.isHidden()
    done = view_context.services.merging.merge([pair.one, pair.two], pair.two)
    view_context.published(done.changes)
    assert not band.isHidden()
    assert "北京家乐福" in band.sentence.whole_text
    view_context.services.accounts.create_site({"name": "新店", "company_id": pair.two.id, "city": "上海市"})
    dialog = open_unmerge(view_context, pair.one, shell)
    (box,) = dialog.boxes.values()
    assert [box.itemText(row) for row in range(box.count())] == ["stays with 北京家乐福商业有限公司", "goes to 北京家乐福"]
    box.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.unmerged):
        dialog.unmerge_button.click()
    assert view_context.services.accounts.open(pair.one).site_count == 1
    assert band.isHidden()


def test_what_cannot_be_taken_back_says_so(view_context: ViewContext, shell: ShellWindow, pair: Pair) -> None:
    dialog = open_unmerge(view_context, pair.one, shell)
    assert not dialog.unmerge_button.isEnabled()
    assert "is not part of any merge" in dialog.problem.text()
    dialog.reject()
