"""The page of leads by keyboard: list, record, follow-up, new lead; nothing typed is lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import ActivityKind, LeadStatus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.follow_up_dialog import FollowUpDialog
from crmdesk.views.leads.new_lead import NewLeadDialog
from crmdesk.views.leads.page import LeadsPage

Add = Callable[..., str]


@pytest.fixture
def add(view_context: ViewContext) -> Add:
    def added(company: str, **values: object) -> str:
        return view_context.services.leads.create({"company_name": company, **values}).record.id

    return added


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, add: Add) -> LeadsPage:
    made = LeadsPage(view_context)
    QAbstractItemModelTester(made.list.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)

    def leads_page() -> QWidget:
        return made

    shell.add_page("leads", lambda: "Leads", "user-plus", leads_page)
    shell.show_page("leads")
    return made


def _names(page: LeadsPage) -> list[str]:
    table = page.list.table
    rows = (table.row_at(row) for row in range(table.rowCount()))
    return [row.cells["name"].text for row in rows if row is not None]


def test_an_empty_list_says_what_to_do(page: LeadsPage) -> None:
    assert page._left.currentWidget() is page._nothing


def test_the_next_due_comes_first_and_the_arrows_walk(qtbot: QtBot, page: LeadsPage, view_context: ViewContext, add: Add) -> None:
    today = date.today()  # noqa: DTZ011 - as the page counts
    later = add("长江石化", next_step="报价", next_step_on=today + timedelta(days=3))
    late = add("武汉冷链", next_step="回电", next_step_on=today - timedelta(days=1))
    page.refresh()
    qtbot.waitUntil(lambda: _names(page) == ["武汉冷链", "长江石化"])
    qtbot.waitUntil(lambda: page.panel.record is not None)
    assert page.panel.record is not None
    assert page.panel.record.id == late
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.panel.record is not None and page.panel.record.id == later)
    page.narrow.setText("cjsh")
    qtbot.waitUntil(lambda: _names(page) == ["长江石化"])


def test_one_key_follows_up_and_the_list_shows_the_next_step(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add
) -> None:
    lead = add("长江石化")
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.record is not None)
    QTest.keyClick(page.list, Qt.Key.Key_F4)
    dialog = shell.findChild(FollowUpDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.text
    QTest.keyClicks(dialog.text, "asked for a quote")
    QTest.keyClick(dialog.text, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.step, "send the quote")
    dialog.soon[3].click()
    QTest.keyPress(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    record = view_context.services.leads.open(lead)
    assert (record.status, record.values["next_step"]) == (LeadStatus.WORKING, "send the quote")
    assert record.values["next_step_on"] == (date.today() + timedelta(days=3)).isoformat()  # noqa: DTZ011 - as the dialog counts
    entry = view_context.services.leads.follow_ups(lead)[0]
    assert (entry.kind, entry.text) == (ActivityKind.CALL, "asked for a quote")
    qtbot.waitUntil(lambda: page.panel.tabs.tabText(1) == "Follow-ups 1")


def test_what_was_typed_is_saved_before_another_lead_is_shown(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, add: Add
) -> None:
    first, second = add("甲公司"), add("乙公司")
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.record is not None)
    page.open_record(f"lead:{first}")
    page.panel.form.form.set_value("person", "韩梅梅")
    page.open_record(f"lead:{second}")
    assert view_context.services.leads.open(first).values["person"] == "韩梅梅"
    assert page.panel.record is not None
    assert page.panel.record.id == second


def test_what_cannot_be_saved_stays_where_it_was_typed(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, add: Add
) -> None:
    first, second = add("甲公司"), add("乙公司")
    page.open_record(f"lead:{first}")
    page.panel.form.form.set_value("company_name", "")
    page.open_record(f"lead:{second}")
    assert page.panel.record is not None
    assert page.panel.record.id == first
    assert page.panel.form.is_dirty
    assert not page.may_leave()
    page.panel.form.revert()
    assert page.may_leave()


def test_a_new_lead_needs_a_name_and_is_shown(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow
) -> None:
    page.new_lead()
    dialog = shell.findChild(NewLeadDialog)
    assert dialog is not None
    dialog.save_button.click()
    assert dialog.problem.text()
    dialog.form.set_value("company_name", "长江石化")
    with qtbot.waitSignal(dialog.created):
        dialog.save_button.click()
    assert page.panel.record is not None
    assert page.panel.record.name == "长江石化"
    qtbot.waitUntil(lambda: _names(page) == ["长江石化"])
