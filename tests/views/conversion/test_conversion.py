"""Converting a lead by keyboard: what is sure is proposed, everything can be changed, and it can be taken back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.conversion import ConversionService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.conversion import open_conversion, open_undo
from crmdesk.views.conversion.dialog import ConversionDialog


@pytest.fixture
def site(view_context: ViewContext) -> str:
    accounts = view_context.services.accounts
    company = accounts.create_company(
        {"legal_name": "北京家乐福商业有限公司", "code": "JLF", "website": "carrefour.cn"}
    ).record.key
    values = {"name": "马连道店", "company_id": company.id, "city": "北京市", "street": "马连道11号", "phone": "010-63270000"}
    return accounts.create_site(values).record.key.id


def _lead(store: Store, **values: Any) -> str:
    lead = new_id()
    with store.unit_of_work() as uow:
        me = record_rows.current_user(uow.connection)
        row = {
            "company_name": "长江石化销售有限公司",
            "person": "韩梅梅",
            "city": "上海市",
            "status": "qualified",
            "owner_id": me,
            **values,
        }
        record_rows.insert(uow.connection, RecordKind.LEAD, {"id": lead, **row})
        uow.commit()
    return lead


def _shown(qtbot: QtBot, context: ViewContext, lead: str, parent: QWidget) -> ConversionDialog:
    dialog = open_conversion(context, lead, parent)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_enter_converts_into_a_new_account_with_an_opportunity(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store
) -> None:
    asked: list[str] = []
    view_context.record_asked.connect(asked.append)
    dialog = _shown(qtbot, view_context, _lead(store), shell)
    assert dialog.windowTitle() == "Convert 长江石化销售有限公司"
    assert [dialog.joins.chosen_id(kind) for kind in (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)] == [None] * 3
    dialog.joins.name_edit(RecordKind.SITE).setFocus()
    QTest.keyClick(dialog.joins.name_edit(RecordKind.SITE), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.joins.name_edit(RecordKind.SITE), "HQ")
    dialog.opportunity.set_value("amount", "12万")
    with qtbot.waitSignal(dialog.converted) as heard:
        QTest.keyPress(dialog.joins.name_edit(RecordKind.SITE), Qt.Key.Key_Return)  # the dialog is gone before the key is up
    done = (heard.args or [None])[0]
    assert asked == [str(done.site)]
    assert view_context.services.accounts.open(done.site).name == "HQ"
    assert str(view_context.services.opportunities.open(done.opportunity_id).money) == "120,000.00 CNY"


def test_what_is_sure_is_proposed_and_a_difference_is_a_choice(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, site: str
) -> None:
    lead = _lead(
        store, company_name="北京家乐福商业有限公司", city="北京市", street="马连道11号", phone="010 6327 1111", person=None
    )
    dialog = _shown(qtbot, view_context, lead, shell)
    assert dialog.joins.chosen_id(RecordKind.SITE) == site
    assert not dialog.joins.has_person
    keeps, takes = dialog.grid.cells[RecordKind.SITE, "phone"]
    assert keeps.isChecked()
    keeps.setFocus()
    QTest.keyClick(keeps, Qt.Key.Key_Right)
    assert takes.isChecked()
    dialog.begins.setChecked(False)
    with qtbot.waitSignal(dialog.converted):
        dialog.convert_button.click()
    with store.read() as connection:
        row = record_rows.fetch(connection, RecordKind.SITE, site)
    assert row is not None
    assert row["phone"] == "010 6327 1111"
    assert view_context.services.opportunities.of_site(site) == ()


def test_a_refusal_stays_in_the_dialog_and_changes_nothing(
    qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store, site: str
) -> None:
    lead = _lead(store, company_name="北京家乐福商业有限公司", city="北京市", street="马连道11号", person=None)
    dialog = _shown(qtbot, view_context, lead, shell)
    box = dialog.joins.box(RecordKind.SITE)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert dialog.joins.chosen_id(RecordKind.SITE) is None
    dialog.convert_button.click()
    assert "stands at the same address" in dialog.problem.text()
    dialog.opportunity.set_value("amount", "viel")
    QTest.keyClick(box, Qt.Key.Key_Down)
    dialog.convert_button.click()
    assert "“viel” is no amount" in dialog.problem.text()
    assert view_context.services.conversion.plan(lead).name == "北京家乐福商业有限公司"
    dialog.reject()


def test_a_lead_that_is_not_qualified_says_so(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store) -> None:
    dialog = _shown(qtbot, view_context, _lead(store, status="working"), shell)
    assert "is not qualified yet" in dialog.problem.text()
    assert not dialog.convert_button.isEnabled()
    dialog.reject()


def test_taking_it_back_lists_what_was_built(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, store: Store) -> None:
    lead = _lead(store)
    done = ConversionService(store).convert(lead)
    note = view_context.services.notes.add(done.site.id, "拜访")
    dialog = open_undo(view_context, lead, shell)
    assert not dialog.undo_button.isEnabled()
    assert "拜访" in dialog.built.item(0).text()
    dialog.reject()
    view_context.services.notes.remove(note.note_id)
    dialog = open_undo(view_context, lead, shell)
    with qtbot.waitSignal(dialog.undone):
        dialog.undo_button.click()
    with store.read() as connection:
        row = record_rows.fetch(connection, RecordKind.LEAD, lead)
    assert row is not None
    assert row["status"] == "qualified"
