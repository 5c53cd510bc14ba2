"""The board by keyboard: a card moves with Alt and an arrow; what has to be decided is asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import LeadStatus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.deed_dialogs import DisqualifyDialog
from crmdesk.views.leads.page import LeadsPage
from crmdesk.views.qualification.dialog import QualificationDialog


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> LeadsPage:
    made = LeadsPage(view_context)

    def leads_page() -> QWidget:
        return made

    shell.add_page("leads", lambda: "Leads", "user-plus", leads_page)
    shell.show_page("leads")
    return made


@pytest.fixture
def wait_for(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    def waiting(is_so: Callable[[], bool]) -> None:
        qtbot.waitUntil(is_so)

    return waiting


def test_a_card_moves_by_key_and_decisions_are_asked_for(
    page: LeadsPage, view_context: ViewContext, shell: ShellWindow, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    leads = view_context.services.leads
    lead = leads.create({"company_name": "长江石化", "person": "韩梅梅", "next_step": "报价"}).record.id
    page.as_board.setChecked(True)
    new, working, qualified = (page.board.columns[one] for one in list(page.board.columns)[:3])
    wait_for(lambda: new.count() == 1)
    assert "报价" in new.item(0).text()
    new.setFocus()
    new.setCurrentRow(0)
    assert page.panel.record is not None
    QTest.keyClick(new, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert leads.open(lead).status is LeadStatus.WORKING
    wait_for(lambda: working.count() == 1 and working.current_lead == lead)
    QTest.keyClick(working, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    dialog = shell.findChild(QualificationDialog)
    assert dialog is not None
    dialog.reject()
    assert leads.open(lead).status is LeadStatus.WORKING
    qualified.dropped.emit((lead,), LeadStatus.DISQUALIFIED)
    asked = shell.findChild(DisqualifyDialog)
    assert asked is not None
    asked.reject()
    assert page.board.heads[LeadStatus.WORKING].text().endswith("1")


@pytest.fixture
def four(page: LeadsPage, view_context: ViewContext, wait_for: Callable[[Callable[[], bool]], None]) -> list[str]:
    """Four new leads on the board, the keyboard on the first card; returned in the order of the cards."""
    for name in "甲乙丙丁":
        view_context.services.leads.create({"company_name": name})
    page.as_board.setChecked(True)
    new = page.board.columns[LeadStatus.NEW]
    wait_for(lambda: new.count() == 4)
    new.setFocus()
    new.setCurrentRow(0)
    QTest.keyClick(new, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    found = list(new.selected_leads)
    new.setCurrentRow(0)
    return found


def test_several_cards_move_at_once_and_back_by_one_undo(
    page: LeadsPage,
    view_context: ViewContext,
    shell: ShellWindow,
    four: list[str],
    wait_for: Callable[[Callable[[], bool]], None],
) -> None:
    leads, (new, working) = view_context.services.leads, list(page.board.columns.values())[:2]
    for _ in range(2):
        QTest.keyClick(new, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.board.selected == tuple(four[:3])
    QTest.keyClick(new, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [leads.open(lead).status for lead in four] == [LeadStatus.WORKING] * 3 + [LeadStatus.NEW]
    wait_for(lambda: working.count() == 3 and page.board.selected == tuple(four[:3]))
    working.step_asked.emit(LeadStatus.WORKING, 1)
    assert shell.findChild(QualificationDialog) is None  # each by its own answers
    view_context.services.undo.undo_last()
    assert {leads.open(lead).status for lead in four} == {LeadStatus.NEW}


def test_what_is_done_on_the_board_is_done_with_all_selected(
    page: LeadsPage, shell: ShellWindow, four: list[str], qtbot: QtBot
) -> None:
    new = page.board.columns[LeadStatus.NEW]
    for row in (1, 3):
        new.item(row).setSelected(True)
    assert page.board.selected == (four[0], four[1], four[3])
    page.deeds.actions["disqualify"].trigger()
    asked = shell.findChild(DisqualifyDialog)
    assert asked is not None
    assert "3" in asked.windowTitle()
    asked.reject()
    with qtbot.waitSignal(page.board.menu_asked) as told:
        new.customContextMenuRequested.emit(new.visualItemRect(new.item(1)).center())
    assert told.args is not None
    assert told.args[0] == (four[0], four[1], four[3])
    page.menu.close()


def test_cards_are_selected_in_one_column_at_a_time(
    page: LeadsPage, view_context: ViewContext, four: list[str], qtbot: QtBot
) -> None:
    view_context.services.leads.set_status([four[3]], LeadStatus.WORKING)
    page.refresh()
    new, working = list(page.board.columns.values())[:2]
    qtbot.waitUntil(lambda: working.count() == 1)
    assert page.board.selected == (four[0],)
    working.setCurrentRow(0)
    assert page.board.selected == (four[3],)
    assert not new.selectedItems()


def test_board_and_columns_are_remembered(page: LeadsPage, view_context: ViewContext, qtbot: QtBot) -> None:
    page.as_board.setChecked(True)
    page.list.column_header.setSectionHidden(4, True)
    page.list.layout_edited.emit()
    again = LeadsPage(view_context)
    qtbot.addWidget(again)
    assert again.as_board.isChecked()
    assert again.list.column_header.isSectionHidden(4)


def test_what_comes_from_elsewhere_is_not_taken(page: LeadsPage) -> None:
    column = page.board.columns[LeadStatus.NEW]
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    column.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.IgnoreAction
    assert column.count() == 0
