"""The page of duplicates, handled with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmdesk.services.record_key import RecordKey
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.accounts.record_finder import RecordFinder
from crmdesk.views.context import ViewContext
from crmdesk.views.duplicates.page import DuplicatesPage
from tests.views.duplicates.conftest import Searches

REFRESH_MS = 5_000


@pytest.fixture
def page(view_context: ViewContext, searches: Searches, shell: ShellWindow, companies: tuple[RecordKey, ...]) -> DuplicatesPage:
    made: list[DuplicatesPage] = []

    def make() -> DuplicatesPage:
        made.append(DuplicatesPage(view_context))
        return made[0]

    shell.add_page("duplicates", lambda: "Duplicates", "git-merge", make)
    shell.show_page("duplicates")
    QAbstractItemModelTester(made[0].groups.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made[0])
    return made[0]


def texts(page: DuplicatesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def search(page: DuplicatesPage, searches: Searches) -> None:
    page._search.trigger()
    searches.jobs[-1].finish()


def names(page: DuplicatesPage) -> set[str]:
    group = page.panel.group
    return set() if group is None else {member.name for member in group.members}


def test_an_unsearched_store_says_what_to_do(page: DuplicatesPage, searches: Searches, qtbot: QtBot) -> None:
    assert "was not searched yet" in texts(page)
    page._search.trigger()
    assert "You can go on working" in texts(page)
    assert not page._search.isEnabled()
    searches.jobs[0].finish()
    assert page.groups.table.rowCount() == 2
    assert "2 groups" in texts(page)
    assert page._search.isEnabled()


def test_groups_are_walked_and_their_records_stand_side_by_side(page: DuplicatesPage, searches: Searches, qtbot: QtBot) -> None:
    search(page, searches)
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert "Certain" in page.groups.table.data(page.groups.table.index(0, 0))  # type: ignore[operator]
    assert "2. 上海全球石油有限责任公司 beside 1. 上海全球石油有限公司" in texts(page)
    assert "The credit codes are the same: 91350100M000100Y43." in page.panel.reasons
    table = page.panel.members
    cells = [table._rows_model.cell_at(row, 1).text for row in range(table._rows_model.rowCount())]
    assert "上海全球石油有限公司" in cells
    QTest.keyClick(page.groups, Qt.Key.Key_Right)
    assert table.chosen == 2
    assert "3. 上海全球石油（集团）有限公司" in texts(page)
    QTest.keyClick(page.groups, Qt.Key.Key_Right)
    assert table.chosen == 2
    QTest.keyClick(page.groups, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: names(page) == {"北京星河贸易有限公司", "北京星河贸易有限责任公司"})


def test_n_remembers_that_they_differ_and_undo_brings_them_back(
    page: DuplicatesPage, searches: Searches, qtbot: QtBot, view_context: ViewContext
) -> None:
    search(page, searches)
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    QTest.keyClick(page.groups, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: names(page) == {"上海全球石油有限公司", "上海全球石油（集团）有限公司"}, timeout=REFRESH_MS)
    QTest.keyClick(page.groups, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: page.groups.table.rowCount() == 1, timeout=REFRESH_MS)
    qtbot.waitUntil(lambda: "北京星河贸易有限公司" in names(page), timeout=REFRESH_MS)  # the next one is there already
    undone = view_context.services.undo.undo_last()
    view_context.published(undone.changes)
    qtbot.waitUntil(lambda: page.groups.table.rowCount() == 2, timeout=REFRESH_MS)


def test_enter_opens_the_chosen_record(
    page: DuplicatesPage, searches: Searches, qtbot: QtBot, view_context: ViewContext, companies: tuple[RecordKey, ...]
) -> None:
    search(page, searches)
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    with qtbot.waitSignal(view_context.record_asked) as asked:
        QTest.keyClick(page.groups, Qt.Key.Key_Return)
    assert asked.args == [str(companies[1])]


def test_what_is_deleted_elsewhere_goes_away(
    page: DuplicatesPage, searches: Searches, qtbot: QtBot, view_context: ViewContext, companies: tuple[RecordKey, ...]
) -> None:
    search(page, searches)
    for key in companies[3:5]:
        view_context.published(view_context.services.accounts.delete(key))
    qtbot.waitUntil(lambda: page.groups.table.rowCount() == 1, timeout=REFRESH_MS)
    for key in companies[:3]:
        view_context.published(view_context.services.accounts.delete(key))
    qtbot.waitUntil(lambda: "No duplicates are left." in texts(page), timeout=REFRESH_MS)


def test_only_sites_can_be_shown(page: DuplicatesPage, searches: Searches, qtbot: QtBot) -> None:
    search(page, searches)
    page._kinds.setCurrentIndex(2)
    assert page.groups.table.rowCount() == 0
    page._kinds.setCurrentIndex(1)
    assert page.groups.table.rowCount() == 2


def test_a_stopped_search_keeps_the_last_result(
    page: DuplicatesPage, searches: Searches, qtbot: QtBot, view_context: ViewContext
) -> None:
    search(page, searches)
    page._search.trigger()
    with qtbot.waitSignal(view_context.duplicates.ended):
        page._stop.trigger()
    assert not view_context.duplicates.is_searching
    assert page.groups.table.rowCount() == 2


def test_m_opens_the_merge_of_the_whole_group(page: DuplicatesPage, searches: Searches, qtbot: QtBot) -> None:
    from crmdesk.views.merging.merge_dialog import MergeDialog

    search(page, searches)
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    QTest.keyClick(page.groups, Qt.Key.Key_M)
    window = page.window()
    (dialog,) = window.findChildren(MergeDialog)
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(MergeDialog))


def test_only_groups_with_a_record_under_a_company_are_shown(
    page: DuplicatesPage, searches: Searches, companies: tuple[RecordKey, ...], qtbot: QtBot
) -> None:
    search(page, searches)
    page.under.button.click()
    finder = page.under.findChild(RecordFinder)
    assert finder is not None
    QTest.keyClicks(finder.search, "xinghe")
    qtbot.waitUntil(lambda: finder.found.count() > 0)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.groups.table.rowCount() == 1)
    assert "Under" in page.under.button.text()
    assert "1 group" in texts(page)
    page.under.look_under(companies[-1], "Guangzhou")
    qtbot.waitUntil(lambda: "No duplicates are left there" in texts(page))
    page.under._clear.trigger()
    qtbot.waitUntil(lambda: page.groups.table.rowCount() == 2)
    assert page.under.under is None
