"""Conditions and saved views on the page of leads, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Sort
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.page import LeadsPage

Pages = Callable[[], LeadsPage]


@pytest.fixture
def pages(view_context: ViewContext, shell: ShellWindow) -> Pages:
    made: list[LeadsPage] = []

    def new() -> QWidget:
        made.append(LeadsPage(view_context))
        return made[-1]

    def pages() -> LeadsPage:
        shell.add_page(f"leads{len(made)}", lambda: "Leads", "user-plus", new)
        shell.show_page(f"leads{len(made)}")
        return made[-1]

    return pages


@pytest.fixture
def page(qtbot: QtBot, view_context: ViewContext, pages: Pages) -> LeadsPage:
    create = view_context.services.leads.create
    for name, values in (
        ("长江石化", {"campaign": "工博会"}),
        ("北方冷链", {"campaign": "广交会"}),
        ("东方岭", {"city": "武汉"}),
    ):
        create({"company_name": name, **values})
    made = pages()
    qtbot.waitUntil(lambda: len(names(made)) == 3)
    return made


def names(page: LeadsPage) -> list[str]:
    table = page.list.table
    rows = (table.row_at(row) for row in range(table.rowCount()))
    return [row.cells["name"].text for row in rows if row is not None]


def choose(page: LeadsPage, *path: str) -> None:
    """Pick an entry of the menu of conditions."""
    bar = page.head.filters
    bar.menu.aboutToShow.emit()
    menu = bar.menu
    for text in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == text)  # type: ignore[assignment]
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


def test_conditions_narrow_and_one_key_takes_them_away(qtbot: QtBot, page: LeadsPage) -> None:
    qtbot.waitUntil(lambda: bool(page.head.filters._offered.campaigns))
    choose(page, "Campaign", "工博会")
    qtbot.waitUntil(lambda: names(page) == ["长江石化"])
    choose(page, "Campaign", "广交会")
    qtbot.waitUntil(lambda: sorted(names(page)) == ["北方冷链", "长江石化"])
    choose(page, "Status", "Qualified")
    qtbot.waitUntil(lambda: page._left.currentWidget() is page._nothing)
    status, campaign = page.head.filters.buttons
    assert (status.condition, campaign.condition) == ("statuses", "campaigns")
    status.setFocus()
    QTest.keyClick(status, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    assert page.head.filters.buttons[0].hasFocus()
    choose(page, "Take all conditions away")
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_a_view_is_saved_found_again_renamed_and_deleted(
    qtbot: QtBot, page: LeadsPage, pages: Pages, view_context: ViewContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["My fair"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (said[-1], True))
    page.head.filters.change(campaigns=("工博会",))
    page._model.set_order(Sort("name", descending=True))
    page.head.views.save.trigger()
    views = page.head.views
    assert (views.combo.currentText(), views.view is not None) == ("My fair", True)
    again = pages()
    combo = again.head.views.combo
    combo.setCurrentIndex(combo.findText("My fair"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: names(again) == ["长江石化"])
    assert again._model.order == Sort("name", descending=True)
    assert [button.condition for button in again.head.filters.buttons] == ["statuses", "campaigns", "mine"]
    said.append("Fairs")
    again.head.views.rename.trigger()
    assert combo.findText("My fair") < 0 <= combo.findText("Fairs")
    again.head.views.first.trigger()
    assert pages().head.views.combo.currentText() == "Fairs"
    again.head.views.remove.trigger()
    assert combo.findText("Fairs") < 0


def test_the_bar_shows_any_filter(page: LeadsPage) -> None:
    page.head.filters.set_wanted(LeadFilter(statuses=(LeadStatus.NEW,), text="x", in_pool=True))
    assert [button.condition for button in page.head.filters.buttons] == ["statuses", "in_pool"]
    assert page.head.filters.wanted.text == ""
