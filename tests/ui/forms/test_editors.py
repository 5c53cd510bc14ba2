"""The inputs of a form."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.forms.editors import LineInput
from crmdesk.ui.forms.fields import FieldSpec


def test_the_keyboard_chooses_a_long_text_and_its_beginning_is_seen(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    before, made = LineInput(FieldSpec("a", "A"), holder), LineInput(FieldSpec("b", "B"), holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(before)
    layout.addWidget(made)
    made.set_value("江北区金源时代购物中心分公司 😀" * 5)
    holder.resize(160, 90)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert made.hasFocus()
    assert made.selectedText() == made.text()
    assert made.cursorPosition() == 0
    made.setCursorPosition(3)
    made.deselect()
    before.setFocus()
    made.setFocus(Qt.FocusReason.MouseFocusReason)
    assert (made.selectedText(), made.cursorPosition()) == ("", 3)
