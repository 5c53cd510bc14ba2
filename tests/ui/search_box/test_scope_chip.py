from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.ui.search_box.box import SearchBox
from crmdesk.ui.search_box.scope_chip import ScopeChip


def _box(qtbot: QtBot) -> tuple[SearchBox, ScopeChip]:
    box = SearchBox()
    qtbot.addWidget(box)
    box.resize(400, 30)
    box.show()
    box.show_scope("in 家乐福", "only there")
    chip = box.findChild(ScopeChip)
    assert isinstance(chip, ScopeChip)
    return box, chip


def test_the_text_stands_behind_the_chip(qtbot: QtBot) -> None:
    box, chip = _box(qtbot)
    assert box.has_scope
    assert box.textMargins().left() > chip.width()
    assert chip.accessibleName() == "in 家乐福"
    box.show_scope("")
    assert chip.isHidden()
    assert box.textMargins().left() == 0


def test_a_click_or_escape_takes_it_away(qtbot: QtBot) -> None:
    box, chip = _box(qtbot)
    with qtbot.waitSignal(box.scope_removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    box.show_scope("in 家乐福")
    with qtbot.waitSignal(box.scope_removed):
        QTest.keyClick(box, Qt.Key.Key_Escape)
