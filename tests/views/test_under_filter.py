"""The button that says below which company a list looks; what it does to a list is tested with the page of duplicates."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.views.context import ViewContext
from crmdesk.views.under_filter import UnderFilter

PLACE = RecordKey(RecordKind.COMPANY, "c" * 32)


def test_a_place_is_shown_until_it_is_cleared(view_context: ViewContext, qtbot: QtBot) -> None:
    chosen = UnderFilter(view_context)
    qtbot.addWidget(chosen)
    chosen.show()
    assert not chosen._cross.isVisible()
    with qtbot.waitSignal(chosen.changed):
        chosen.look_under(PLACE, "M&M")
    assert chosen.under == Under(RecordKind.COMPANY, PLACE.id)
    assert chosen.button.text().endswith("M&&M")  # a name's own ampersand is no mnemonic
    chosen._cross.setFocus()
    with qtbot.waitSignal(chosen.changed):
        QTest.keyClick(chosen._cross, Qt.Key.Key_Space)
    assert not chosen._cross.isVisible()
    assert not chosen.button.text().endswith("M&&M")
