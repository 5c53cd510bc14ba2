"""The list of new customers: per period and person, to be opened, copied and saved."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from crmdesk.core.ids import shipped_id
from crmdesk.core.vocabulary import Outcome
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.opportunities.developed_dialog import DevelopedDialog, open_developed, period

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("key", "since", "until"),
    [
        ("month", date(2026, 11, 1), TODAY),
        ("quarter", date(2026, 10, 1), TODAY),
        ("year", date(2026, 1, 1), TODAY),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31)),
        ("all", date(1900, 1, 1), TODAY),
    ],
)
def test_periods(key: str, since: date, until: date) -> None:
    assert period(key, TODAY) == (since, until)


@pytest.fixture
def customer(view_context: ViewContext) -> str:
    services = view_context.services
    lead = services.leads.create({"company_name": "=HYPERLINK(1)", "person": "韩梅梅", "city": "上海"}).record.id
    held = services.qualification.begin(lead, shipped_id("criteria_set", "BANT"))
    services.qualification.close(held.id, Outcome.QUALIFIED)
    return str(services.conversion.convert(lead).site)


@pytest.fixture
def dialog(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow, customer: str) -> DevelopedDialog:
    made = open_developed(view_context, shell)
    qtbot.waitUntil(lambda: made._model.rowCount() == 1)
    return made


def test_enter_shows_the_customer(qtbot: QtBot, dialog: DevelopedDialog, view_context: ViewContext, customer: str) -> None:
    assert "1 new customer" in dialog._words.text()
    dialog.list.selectRow(0)
    with qtbot.waitSignal(view_context.record_asked) as asked:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert asked.args == [customer]


def test_copied_and_saved_as_a_table_that_runs_nothing(
    qtbot: QtBot, dialog: DevelopedDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("=HYPERLINK(1)\t")
    target = tmp_path / "new.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.save.click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "'=HYPERLINK(1)" in target.read_text(encoding="utf-8-sig"))
    dialog.reject()


def test_another_period_and_another_person_narrow_it(qtbot: QtBot, dialog: DevelopedDialog) -> None:
    assert dialog.people.count() == 2
    dialog.people.setCurrentIndex(1)
    dialog.people.activated.emit(1)
    assert dialog._model.rowCount() == 1
    dialog.periods.setCurrentIndex(3)
    dialog.periods.activated.emit(3)
    qtbot.waitUntil(lambda: dialog._model.rowCount() == 0)
    assert not dialog.copy.isEnabled()
    dialog.reject()
