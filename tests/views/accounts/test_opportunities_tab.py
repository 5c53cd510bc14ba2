"""Opportunities of a site by keyboard: written down, moved on, opened, deleted, taken back."""

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import BuyingRole
from crmdesk.views.accounts.record_tabs import OPPORTUNITIES
from crmdesk.views.opportunities.dialog import OpportunityDialog
from crmdesk.views.opportunities.site_tab import SiteOpportunitiesTab
from crmdesk.views.opportunities.wording import money_text

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


@pytest.fixture
def tab(qtbot: QtBot, bench: "Bench") -> SiteOpportunitiesTab:
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.page.open_record(str(bench.sample.first))
    tabs = bench.page.record.tabs
    tabs.show_tab(OPPORTUNITIES)
    tabs.focus_tab()
    QAbstractItemModelTester(tabs.opportunities._model, QAbstractItemModelTester.FailureReportingMode.Fatal, tabs)
    return tabs.opportunities


def _dialog(qtbot: QtBot, bench: "Bench") -> OpportunityDialog:
    (dialog,) = bench.window.findChildren(OpportunityDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _type(dialog: OpportunityDialog, field: str, text: str) -> None:
    made = dialog.form._rows[field].input
    assert isinstance(made, QLineEdit)
    made.setFocus()
    made.setText(text)
    made.textEdited.emit(text)


def test_an_opportunity_is_written_down_by_keyboard(qtbot: QtBot, bench: "Bench", tab: SiteOpportunitiesTab) -> None:
    bench.services.contacts.add(bench.sample.first.id, {"name": "韩梅梅"})
    assert tab._stack.currentWidget() is tab._nothing
    QTest.keyClick(tab, Qt.Key.Key_N)
    dialog = _dialog(qtbot, bench)
    assert dialog.focusWidget() is dialog.form._rows["name"].input
    _type(dialog, "name", "冷柜更新")
    _type(dialog, "amount", "USD 12.5万")
    (role,) = dialog.people.roles.values()
    role.setCurrentIndex(role.findData(BuyingRole.DECIDES.value))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (record,) = bench.services.opportunities.of_site(bench.sample.first.id)
    assert record.money is not None
    assert (record.name, record.money.amount, record.money.currency) == ("冷柜更新", Decimal("125000.00"), "USD")
    assert [(one.name, one.role) for one in record.people] == [("韩梅梅", BuyingRole.DECIDES)]
    assert tab._model.row_at(0).cells["amount"].text == money_text(record.money)
    assert bench.page.record.tabs.bar.tabText(OPPORTUNITIES) == "Opportunities 1"


def test_a_name_is_asked_for(qtbot: QtBot, bench: "Bench", tab: SiteOpportunitiesTab) -> None:
    QTest.keyClick(tab, Qt.Key.Key_N)
    dialog = _dialog(qtbot, bench)
    dialog.save_button.click()
    assert dialog.problem.text()
    _type(dialog, "name", "x")
    _type(dialog, "amount", "viel")
    dialog.save_button.click()
    assert "viel" in dialog.problem.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert bench.services.opportunities.of_site(bench.sample.first.id) == ()


def test_keys_move_open_delete_and_undo(qtbot: QtBot, bench: "Bench", tab: SiteOpportunitiesTab) -> None:
    service, site = bench.services.opportunities, bench.sample.first.id
    made = service.create({"site_id": site, "name": "冷柜", "amount": "1000.50"})
    bench.context.published(made.changes)
    assert tab.list.current_row == 0
    tab.list.setFocus()
    stages = bench.services.stages.all("en")
    for stage in stages[1:6]:
        QTest.keyClick(tab.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert service.open(made.record.id).stage.id == stage.id
    assert service.open(made.record.id).stage.is_won
    QTest.keyClick(tab.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert service.open(made.record.id).stage.is_won
    QTest.keyClick(tab.list, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert service.open(made.record.id).stage.id == stages[4].id
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    dialog = _dialog(qtbot, bench)
    assert dialog.form.value("amount") == "1,000.50 CNY"
    _type(dialog, "next_step", "报价")
    dialog.save_button.click()
    assert service.open(made.record.id).values["next_step"] == "报价"
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert service.of_site(site) == ()
    assert tab._stack.currentWidget() is tab._nothing
    bench.context.published(bench.services.undo.undo_last().changes)
    assert tab.records[0].name == "冷柜"
