"""What can be done with one or many leads, by keyboard: claim, release, assign, disqualify, take up again, delete."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import LeadStatus, Outcome
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.collisions import CollisionQuestion
from crmdesk.views.leads.deed_dialogs import AssignDialog, DisqualifyDialog, ReleaseDialog
from crmdesk.views.leads.new_lead import NewLeadDialog
from crmdesk.views.leads.page import LeadsPage
from crmdesk.views.leads.targets import ids_in

Add = Callable[..., str]


@pytest.fixture
def add(view_context: ViewContext) -> Add:
    def added(company: str, pool_id: str | None = None, **values: object) -> str:
        return view_context.services.leads.create({"company_name": company, **values}, pool_id=pool_id).record.id

    return added


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> LeadsPage:
    made = LeadsPage(view_context)

    def leads_page() -> QWidget:
        return made

    shell.add_page("leads", lambda: "Leads", "user-plus", leads_page)
    shell.show_page("leads")
    return made


def _show(qtbot: QtBot, page: LeadsPage, preset: str) -> None:
    page.head.views.combo.setCurrentIndex(page.head.views.combo.findData(preset))
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.record is not None)
    page.list.setFocus()


def _status(context: ViewContext, lead: str) -> LeadStatus:
    return context.services.leads.open(lead).status


def test_a_lead_is_claimed_and_released_with_the_reason_its_pool_asks_for(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add
) -> None:
    pool, _ = view_context.services.pools.create({"name": "华东", "asks_reason": True})
    lead = add("长江石化", pool_id=pool)
    _show(qtbot, page, "pooled")
    QTest.keyClick(page.list, Qt.Key.Key_F6)
    assert view_context.services.leads.open(lead).is_mine
    page.open_record(f"lead:{lead}")
    assert not page.panel.deeds.actions["claim"].isEnabled()
    _show(qtbot, page, "mine")
    QTest.keyClick(page.list, Qt.Key.Key_F7)
    dialog = shell.findChild(ReleaseDialog)
    assert dialog is not None
    dialog.do_button.click()
    assert "华东" in dialog.problem.text()
    dialog.reason.setCurrentIndex(1)
    dialog.do_button.click()
    assert view_context.services.leads.open(lead).pool == "华东"


def test_a_claim_says_first_who_else_has_this_customer(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add
) -> None:
    pool, _ = view_context.services.pools.create({"name": "华东"})
    lead = add("武汉冷链物流有限公司", pool_id=pool, mobile="13800138000")
    add("武汉冷链", mobile="13800138000")
    _show(qtbot, page, "pooled")
    QTest.keyClick(page.list, Qt.Key.Key_F6)
    question = shell.findChild(CollisionQuestion)
    assert question is not None
    assert len(question.found.lines) == 1
    assert "13800138000" not in question.found.lines[0].text()
    assert not view_context.services.leads.open(lead).is_mine
    QTest.keyClick(question.go_button, Qt.Key.Key_Space)
    assert view_context.services.leads.open(lead).is_mine


def test_many_are_disqualified_taken_up_again_and_deleted(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add
) -> None:
    leads = [add("甲公司"), add("乙公司")]
    _show(qtbot, page, "all")
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_F9)
    dialog = shell.findChild(DisqualifyDialog)
    assert dialog is not None
    dialog.do_button.click()
    assert dialog.problem.text()
    dialog.reason.setFocus()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Down)
    dialog.do_button.click()
    assert {_status(view_context, lead) for lead in leads} == {LeadStatus.DISQUALIFIED}
    page.refresh()
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert {_status(view_context, lead) for lead in leads} == {LeadStatus.NEW}
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert view_context.services.lead_lists.count() == 0


def test_a_selection_is_read_whether_its_rows_are_loaded_or_not(view_context: ViewContext, add: Add) -> None:
    leads = [add(name) for name in ("A", "B", "C", "D")]
    found = ids_in(view_context.services.lead_lists, LeadFilter(), Sort("name"), [range(1), range(2, 4)])
    assert found.ids == (leads[0], leads[2], leads[3])


def test_one_lead_is_assigned(qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add) -> None:
    lead = add("长江石化", pool_id=view_context.services.pools.create({"name": "华东"})[0])
    _show(qtbot, page, "pooled")
    QTest.keyClick(page.list, Qt.Key.Key_F8)
    dialog = shell.findChild(AssignDialog)
    assert dialog is not None
    QTest.keyClick(dialog.do_button, Qt.Key.Key_Space)
    assert view_context.services.leads.open(lead).owner == dialog.person.currentText()


def test_what_cannot_be_done_says_why(qtbot: QtBot, page: LeadsPage, add: Add) -> None:
    add("长江石化")
    _show(qtbot, page, "mine")
    actions = page.panel.deeds.actions
    assert not actions["reopen"].isEnabled()
    assert actions["reopen"].toolTip().startswith("It is not disqualified")
    assert all(action.toolTip() and not action.shortcut().isEmpty() for action in actions.values())


def test_a_collision_is_said_while_a_new_lead_is_typed(
    qtbot: QtBot, page: LeadsPage, view_context: ViewContext, shell: ShellWindow, add: Add
) -> None:
    lead = add("武汉冷链物流有限公司", mobile="13800138000")
    page.new_lead()
    dialog = shell.findChild(NewLeadDialog)
    assert dialog is not None
    dialog.form.focus_field("mobile")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    typing = dialog.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "13800138000")
    qtbot.waitUntil(lambda: bool(dialog.collisions.lines))
    assert dialog.collisions.isVisible()
    assert f"lead:{lead}" in dialog.collisions.lines[0].text()
    dialog.reject()


def test_a_converted_lead_links_to_what_it_became(qtbot: QtBot, page: LeadsPage, view_context: ViewContext, add: Add) -> None:
    from crmdesk.services.conversion_plan import ConversionOrder

    lead = add("长江石化", person="韩梅梅")
    services = view_context.services
    done = services.qualification
    criteria = services.criteria_sets.for_lead(lead)[0]
    done.close(done.begin(lead, criteria.id).id, Outcome.QUALIFIED)
    plan = services.conversion.plan(lead)
    converted = services.conversion.convert(lead, ConversionOrder(plan.joins))
    page.open_record(f"lead:{lead}")
    assert not page.panel.became.isHidden()
    with qtbot.waitSignal(view_context.record_asked) as asked:
        page.panel.became.linkActivated.emit(str(converted.site))
    assert asked.args == [str(converted.site)]
    text = page.panel.became.text()
    assert all(f'href="{key}"' in text for key in (converted.company, converted.site, f"{converted.site}#people"))
    assert not page.panel.deeds.actions["delete"].isEnabled()
