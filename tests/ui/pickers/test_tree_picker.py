"""The picker by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crmdesk.ui.pickers.options import Option
from crmdesk.ui.pickers.tree_picker import TreePicker
from tests.ui.pickers.test_options import OPTIONS

K = Qt.Key


@pytest.fixture
def picker(qtbot: QtBot) -> TreePicker:
    made = TreePicker((*OPTIONS, Option("old", "旧行业", disabled=True)))
    qtbot.addWidget(made)
    made.resize(300, 26)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "keys", "picked"),
    [
        ("超级", [K.Key_Return], "F5212"),
        ("f52", [K.Key_Return], "F52"),
        ("f52", [K.Key_Down, K.Key_Return], "F5212"),
        ("canton", [K.Key_Return], "x1"),
        ("旧", [K.Key_Return], ""),
        ("广", [K.Key_Escape], ""),
    ],
)
def test_type_walk_and_pick(picker: TreePicker, typed: str, keys: list[Qt.Key], picked: str) -> None:
    told: list[str] = []
    picker.key_picked.connect(told.append)
    popup = picker.open_popup()
    search = popup.findChild(QLineEdit)
    assert search is not None
    search.setText(typed)
    search.textEdited.emit(typed)
    for key in keys:
        QTest.keyClick(search, key)
    assert picker.key == picked
    assert told == ([picked] if picked else [])
    popup.close()


def test_the_popup_opens_at_the_current_option(picker: TreePicker) -> None:
    picker.set_key("x1")
    popup = picker.open_popup()
    assert popup.chosen_key == "x1"
    popup.close()


def test_delete_clears(picker: TreePicker, qtbot: QtBot) -> None:
    picker.set_key("F52")
    assert picker.text() == "F52 零售业"
    with qtbot.waitSignal(picker.key_picked) as caught:
        QTest.keyClick(picker, K.Key_Delete)
    assert caught.args == [""]
    assert picker.text() == ""


def test_an_unknown_key_shows_itself(picker: TreePicker) -> None:
    picker.set_key("gone")
    assert picker.text() == "gone"
    picker.set_options([Option("gone", "Found")])
    assert picker.text() == "Found"
