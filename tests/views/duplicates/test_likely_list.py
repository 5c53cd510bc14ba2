"""What stands below a name while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.views.context import ViewContext
from crmdesk.views.duplicates.likely_list import LikelyList


@pytest.fixture
def shown(view_context: ViewContext, companies: tuple[RecordKey, ...], qtbot: QtBot) -> LikelyList:
    made = LikelyList(view_context.tasks)
    qtbot.addWidget(made)
    made.connect_to(view_context.services.likely)
    return made


def test_nothing_is_shown_until_something_is_likely(shown: LikelyList, qtbot: QtBot) -> None:
    assert not shown.isVisible()
    with qtbot.waitSignal(shown.answered):
        shown.look_for(RecordKind.COMPANY, {"legal_name": "深圳大华塑料有限公司"})
    assert shown.shown == ()
    assert shown.isHidden()


def test_a_likely_company_can_be_opened_or_take_a_new_site(
    shown: LikelyList, qtbot: QtBot, companies: tuple[RecordKey, ...]
) -> None:
    with qtbot.waitSignal(shown.answered):
        shown.look_for(RecordKind.COMPANY, {"legal_name": "广州"})  # typing goes on: only the last is asked
        shown.look_for(RecordKind.COMPANY, {"legal_name": "广州白云电子"})
    (line,) = shown.lines
    assert not shown.isHidden()
    assert line.reason
    with qtbot.waitSignal(shown.open_asked) as asked:
        QTest.mouseClick(line.open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [companies[5]]
    with qtbot.waitSignal(shown.new_site_asked) as asked:
        QTest.mouseClick(line.new_site_button, Qt.MouseButton.LeftButton)
    assert asked.args == [companies[5]]
    shown.clear()
    assert shown.isHidden()


def test_a_site_offers_no_new_site(
    shown: LikelyList, qtbot: QtBot, view_context: ViewContext, companies: tuple[RecordKey, ...]
) -> None:
    site = {"name": "浦东店", "company_id": companies[5].id, "city": "上海市", "street": "世纪大道100号"}
    view_context.services.accounts.create_site(site)
    with qtbot.waitSignal(shown.answered):
        shown.look_for(RecordKind.SITE, {**site, "name": "采购部", "street": "世纪大道100号11楼"})
    (line,) = shown.lines
    assert line.new_site_button.isHidden()
    assert not line.open_button.isHidden()
