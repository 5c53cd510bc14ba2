"""Search in the window: records in groups, commands, recent records, what is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmdesk.ui.search_box.hits import SearchHit
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.search_binding import SearchBinding
from crmdesk.views.window_actions import WindowActions
from tests.views.conftest import AccountsDouble


@pytest.fixture
def binding(shell: ShellWindow, view_context: ViewContext) -> SearchBinding:
    made = SearchBinding(view_context, shell)
    shell.set_search(made.box)
    made.set_commands(WindowActions(shell, view_context, shell).commands)
    company = view_context.services.accounts.create_company(
        {"legal_name": "北京家乐福商业有限公司", "short_name": "家乐福", "code": "JLF"}
    )
    site = {"company_id": company.record.key.id, "name": "马连道店", "code": "JLF-BJMLD", "phone": "010-63271234"}
    view_context.services.accounts.create_site(site)
    shell.focus_search()
    return made


def shown(binding: SearchBinding) -> list[SearchHit]:
    popup = binding.box.popup
    assert popup is not None
    model = popup.view.model()
    hits = [model.hit_at(row) for row in range(model.rowCount())]  # type: ignore[attr-defined]
    return [hit for hit in hits if hit is not None]


@pytest.mark.parametrize("typed", ["jlf", "jialefu", "JLF"])
def test_records_are_found_in_groups_and_opened(
    binding: SearchBinding, accounts: AccountsDouble, view_context: ViewContext, qtbot: QtBot, typed: str
) -> None:
    QTest.keyClicks(binding.box, typed)
    hits = shown(binding)
    assert hits[0].title == "家乐福"
    assert [hit.group for hit in hits] == sorted(
        (hit.group for hit in hits), key=["Companies", "Sites", "People", "Commands"].index
    )
    QTest.keyClick(binding.box, Qt.Key.Key_Return)
    assert accounts.asked == [str(hits[0].payload)]
    assert [hit.title for hit in view_context.services.search.recent().hits] == ["家乐福"]


def test_an_empty_box_offers_what_was_opened_lately(binding: SearchBinding, view_context: ViewContext) -> None:
    binding.box.query_changed.emit("")
    assert {hit.group for hit in shown(binding)} == {"Commands"}
    view_context.record_asked.emit(str(view_context.services.search.search("jlf").hits[0].key))
    binding.box.setFocus()
    binding.box.query_changed.emit("")
    assert [hit.title for hit in shown(binding)] == ["家乐福"]


def test_a_command_is_found_by_its_name_and_carried_out(binding: SearchBinding, accounts: AccountsDouble, qtbot: QtBot) -> None:
    QTest.keyClicks(binding.box, "new comp")
    QTest.keyClick(binding.box, Qt.Key.Key_Return)
    assert accounts.asked == ["new company"]


def test_a_phone_hit_says_that_it_is_the_phone(binding: SearchBinding, qtbot: QtBot) -> None:
    QTest.keyClicks(binding.box, "63271234")
    (hit,) = shown(binding)
    assert hit.title == "马连道店"
    assert "6327" in hit.subtitle
    assert hit.subtitle_spans


def test_nothing_found_says_what_to_try(binding: SearchBinding, qtbot: QtBot) -> None:
    QTest.keyClicks(binding.box, "zzzzqq")
    assert shown(binding) == []
    assert binding.box.popup is not None
    assert "Try fewer" in str(binding.box.popup.view.model().index(0, 0).data())


def test_what_an_input_method_composes_already_searches(binding: SearchBinding, qtbot: QtBot) -> None:
    QApplication.sendEvent(binding.box, QInputMethodEvent("jia'le", []))
    assert binding.box.query == "jiale"
    assert shown(binding)[0].title == "家乐福"
    done = QInputMethodEvent("", [])
    done.setCommitString("家乐")
    QApplication.sendEvent(binding.box, done)
    assert binding.box.query == "家乐"
    assert shown(binding)[0].title_spans == ((0, 2),)


def test_a_search_below_a_node_is_shown_by_a_chip_and_ends_with_it(binding: SearchBinding, view_context: ViewContext) -> None:
    other = view_context.services.accounts.create_company({"legal_name": "上海家乐福", "code": "SHJLF"}).record.key
    QTest.keyClicks(binding.box, "jialefu")
    assert {hit.title for hit in shown(binding)} >= {"家乐福", "上海家乐福"}
    view_context.search_below_asked.emit(str(other), "上海家乐福")
    assert binding.box.has_scope
    assert {hit.title for hit in shown(binding)} == {"上海家乐福"}
    binding.box.setCursorPosition(0)
    QTest.keyClick(binding.box, Qt.Key.Key_Backspace)
    assert binding.box.textMargins().left() == 0
    assert {hit.title for hit in shown(binding)} >= {"家乐福", "上海家乐福"}


def test_a_word_asks_for_the_chosen_node(binding: SearchBinding, view_context: ViewContext, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view_context.search_here_asked):
        QTest.keyClicks(binding.box, "in:")
    assert binding.box.query == ""
