"""The wizard for leads: what the rows are, where they go, what is there already, over a real store and worker process."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.exchange.fields import Subject
from crmdesk.exchange.importing.lead_options import There
from crmdesk.services.lead_distribution import Spread
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.imports.columns_page import ColumnsPage
from crmdesk.views.imports.file_page import FilePage
from crmdesk.views.imports.leads_page import LeadsPage
from crmdesk.views.imports.outcome_pages import ResultPage
from crmdesk.views.imports.wizard import ImportWizard, open_import_wizard

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

WAIT_MS = 60_000
WidgetT = TypeVar("WidgetT", bound=QWidget)
LEADS = "Company,Lead Number,Lead Source,City\nA,1,Select,上海市\nB,2,Olark,深圳市\n,,Olark,成都市\nA,1,Select,上海市\nC,3,Olark,广州市\n"


@pytest.fixture
def pool(context: ViewContext) -> str:
    context.services.users.add("Li Na")
    return context.services.pools.create({"name": "东区公海"})[0]


@pytest.fixture
def wizard(context: ViewContext, window: ShellWindow, pool: str, tmp_path: Path, qtbot: QtBot) -> ImportWizard:
    path = tmp_path / "leads.csv"
    path.write_text(LEADS, encoding="utf-8")
    wizard = open_import_wizard(context, window)
    with qtbot.waitSignal(page(wizard, FilePage).opened, timeout=WAIT_MS):
        wizard.open_path(str(path))
    return wizard


def page(wizard: QWidget, kind: type[WidgetT], name: str = "") -> WidgetT:
    found = [one for one in wizard.findChildren(kind) if not name or one.accessibleName() == name]
    return found[0]


def press_enter(wizard: ImportWizard, step: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.step_shown, timeout=WAIT_MS):
        QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.current_step == step


def choose(combo: QComboBox, data: Any) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def reach_leads(wizard: ImportWizard, qtbot: QtBot) -> LeadsPage:
    press_enter(wizard, "columns", qtbot)
    press_enter(wizard, "where", qtbot)
    leads = page(wizard, LeadsPage)
    qtbot.waitUntil(lambda: page(leads, QComboBox, "The leads go to").count() > 0, timeout=WAIT_MS)
    return leads


def texts(wizard: QWidget) -> str:
    return "\n".join(label.text() for label in wizard.findChildren(QLabel) if label.isVisible())


def test_enter_alone_brings_leads_into_the_first_pool(
    wizard: ImportWizard, store: "Store", context: ViewContext, qtbot: QtBot
) -> None:
    press_enter(wizard, "columns", qtbot)
    columns = page(wizard, ColumnsPage)
    assert columns.mapping.subject is Subject.LEADS
    assert page(columns, QLineEdit, "Texts that mean empty").text() == "Select"
    press_enter(wizard, "where", qtbot)
    leads = page(wizard, LeadsPage)
    qtbot.waitUntil(lambda: bool(leads.options.pool_id), timeout=WAIT_MS)
    press_enter(wizard, "check", qtbot)
    shown = texts(wizard)
    assert "Would go to: 东区公海 3" in shown
    assert "repeats a lead of an earlier row" in shown
    press_enter(wizard, "result", qtbot)
    result = page(wizard, ResultPage)
    qtbot.waitUntil(result.isVisible, timeout=WAIT_MS)
    assert "Went to: 东区公海 3" in texts(wizard)
    assert result.has_unsaved_rows
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT company_name, source_id IS NULL FROM lead ORDER BY n").all()
    assert [tuple(row) for row in rows] == [("A", 1), ("B", 0), ("C", 0)]
    assert wizard._primary.text() == "Show the pool"
    assert context.imports.mappings.all()[0].empties == ("Select",)


def test_one_click_says_that_the_rows_are_customers(wizard: ImportWizard, qtbot: QtBot) -> None:
    press_enter(wizard, "columns", qtbot)
    columns = page(wizard, ColumnsPage)
    for subject in (Subject.ACCOUNTS, Subject.LEADS, Subject.ACCOUNTS):
        button = columns.findChild(QToolButton, subject.value)
        assert button is not None
        button.click()
        assert columns.mapping.subject is subject
        assert {key.partition(".")[0] == "lead" for _column, key in columns.mapping.columns} == {subject is Subject.LEADS}
    assert not any(button.isVisible() for button in wizard.findChildren(QToolButton, "where"))
    assert wizard._primary.text() == "Check what would happen"


def test_texts_that_mean_empty_are_edited(wizard: ImportWizard, qtbot: QtBot) -> None:
    press_enter(wizard, "columns", qtbot)
    columns = page(wizard, ColumnsPage)
    line = page(columns, QLineEdit, "Texts that mean empty")
    line.end(False)
    QTest.keyClicks(line, ", N/A;-,Select")
    assert columns.mapping.empties == ("Select", "N/A", "-")


def industries(leads: LeadsPage) -> list[QComboBox]:
    return [box for box in leads.findChildren(QComboBox) if box.accessibleName() == "Industry"]


def test_leads_are_handed_out_by_rule(wizard: ImportWizard, context: ViewContext, qtbot: QtBot) -> None:
    leads = reach_leads(wizard, qtbot)
    me, li_na = (user.id for user in context.services.users.all())
    spread = page(leads, QComboBox, "Hand them out")
    choose(spread, Spread.IN_TURN)
    assert leads.problem
    assert not wizard._primary.isEnabled()
    for tick in leads.findChildren(QCheckBox):
        if tick.text() != "Add sources that are not in the list of sources yet":
            tick.setChecked(True)
    assert (leads.problem, leads.options.people, leads.options.spread) == ("", (me, li_na), Spread.IN_TURN)
    choose(spread, Spread.REGION)
    place = page(leads, QLineEdit, "Province or city")
    QTest.keyClicks(place, "Shanghai")
    choose(page(leads, QComboBox, "Person"), li_na)
    assert leads.options.by_value == (("Shanghai", li_na),)
    choose(spread, Spread.INDUSTRY)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in industries(leads)), timeout=WAIT_MS)
    (industry,) = [box for box in industries(leads) if box.isVisible()]
    assert leads.problem
    choose(industry, industry.itemData(2))
    assert leads.options.by_value == ((industry.itemData(2), me),)
    choose(page(leads, QComboBox, "Leads that are there already"), There.FILL)
    choose(page(leads, QComboBox, "The leads go to"), f"owner:{me}")
    assert (leads.options.there, leads.options.owner_id, leads.options.pool_id) == (There.FILL, me, "")
    press_enter(wizard, "check", qtbot)
