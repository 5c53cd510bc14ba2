"""The page of opportunities by keyboard: lists, sums, record, stages, site, deletion."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.accounts.record_finder import RecordFinder
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.dialog import OpportunityDialog
from crmdesk.views.opportunities.page import OpportunitiesPage
from crmdesk.views.opportunities.presets import PRESETS, Preset, preset_filter


@pytest.fixture
def site(view_context: ViewContext) -> str:
    accounts = view_context.services.accounts
    company = accounts.create_company({"legal_name": "家乐福集团", "short_name": "家乐福", "code": "JLF"}).record.key
    return accounts.create_site({"name": "马连道店", "company_id": company.id, "code": "JLF-1"}).record.key.id


@pytest.fixture
def ids(view_context: ViewContext, site: str) -> dict[str, str]:
    create = view_context.services.opportunities.create
    return {
        name: create({"site_id": site, "name": name, "amount": amount, "closes_on": day}).record.id
        for name, amount, day in (("冷柜", "100000", "2026-11-30"), ("冷库", "5000", "2026-12-31"))
    }


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, ids: dict[str, str]) -> OpportunitiesPage:
    made = OpportunitiesPage(view_context)
    QAbstractItemModelTester(made.list.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)

    def opportunities_page() -> QWidget:
        return made

    shell.add_page("opportunities", lambda: "Opportunities", "handshake", opportunities_page)
    shell.show_page("opportunities")
    qtbot.waitUntil(lambda: _names(made) == ["冷柜", "冷库"])
    made.list.setFocus()
    return made


def _names(page: OpportunitiesPage) -> list[str]:
    table = page.list.table
    rows = (table.row_at(row) for row in range(table.rowCount()))
    return [row.cells["name"].text for row in rows if row is not None]


def test_keys_walk_through_stages_and_sums_follow(
    qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext, ids: dict[str, str]
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view_context.services.opportunities.open(ids["冷柜"]).stage.probability == 25
    qtbot.waitUntil(lambda: page.totals_model.rowCount() == 3)
    weighted = [page.totals_model.row_at(row).cells["weighted"].text.replace(",", "") for row in range(3)]
    assert weighted == ["500 CNY", "25000 CNY", "25500 CNY"]
    assert page.totals_model.row_at(2).cells["count"].text == "2"


def test_enter_opens_and_what_is_won_leaves_the_list(
    qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext, shell: ShellWindow, ids: dict[str, str]
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    (dialog,) = shell.findChildren(OpportunityDialog)
    won = next(stage.id for stage in view_context.services.stages.all() if stage.is_won)
    dialog.form.set_value("stage_id", won)
    dialog.save_button.click()
    assert view_context.services.opportunities.open(ids["冷柜"]).stage.is_won
    qtbot.waitUntil(lambda: _names(page) == ["冷库"])
    page.presets.setCurrentIndex(page.presets.findData("won"))
    page.presets.activated.emit(page.presets.currentIndex())
    qtbot.waitUntil(lambda: _names(page) == ["冷柜"])


def test_the_site_is_shown_and_del_deletes(qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext, site: str) -> None:
    with qtbot.waitSignal(view_context.record_asked) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [f"site:{site}"]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _names(page) == ["冷库"])
    page.narrow.setText("冷柜")
    qtbot.waitUntil(lambda: page._left.currentWidget() is page._nothing)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_list_has_a_filter(preset: Preset) -> None:
    assert preset_filter(preset.key, date(2026, 12, 31), "x").text == "x"


def test_this_month_ends_with_its_last_day() -> None:
    wanted = preset_filter("month", date(2028, 2, 10))
    assert (wanted.closes_from, wanted.closes_until) == (date(2028, 2, 1), date(2028, 2, 29))


def test_a_new_one_is_added_from_the_page_at_a_site_found_by_typing(
    qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_N)
    finder = page.findChild(RecordFinder)
    assert finder is not None
    QTest.keyClicks(finder.search, "maliandao")
    qtbot.waitUntil(lambda: finder.found.count() > 0)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.window().findChild(OpportunityDialog) is not None)
    dialog = page.window().findChild(OpportunityDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.form.set_values({**dialog.form.values(), "name": "制冰机"})
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(_names(page)) == 3)


def test_only_what_lies_under_a_company_is_listed_and_summed(
    qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext
) -> None:
    other = view_context.services.accounts.create_company({"legal_name": "别处"}).record
    page.under.look_under(other.key, other.name)
    qtbot.waitUntil(lambda: _names(page) == [])
    page.under._clear.trigger()
    qtbot.waitUntil(lambda: len(_names(page)) == 2)


def test_the_dialog_says_where_the_opportunity_is(
    qtbot: QtBot, page: OpportunitiesPage, view_context: ViewContext, ids: dict[str, str]
) -> None:
    page.list.row_activated.emit(ids["冷柜"])
    qtbot.waitUntil(lambda: page.window().findChild(OpportunityDialog) is not None)
    dialog = page.window().findChild(OpportunityDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._where.whole_text == "家乐福 › 马连道店")
    dialog.reject()
