"""Rows edited in place: add, change, remove, undo, main."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from crmdesk.ui.forms.fields import Problem
from crmdesk.ui.inline_list.inline_list import InlineList, RemovedRow
from crmdesk.ui.inline_list.row_editor import RowEditor
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.ui.table.columns import Severity

ROWS = (InlineRow("1", {"name": "Wang", "phone": "138"}, is_main=True), InlineRow("2", {"name": "Li", "phone": ""}))


class Told:
    def __init__(self, made: InlineList) -> None:
        self.events: list[tuple[object, ...]] = []
        made.row_added.connect(lambda key, values: self.events.append(("added", key, values)))
        made.row_changed.connect(lambda key, values: self.events.append(("changed", key, values)))
        made.row_removed.connect(lambda key: self.events.append(("removed", key)))
        made.removal_undone.connect(lambda key: self.events.append(("undone", key)))
        made.main_chosen.connect(lambda key: self.events.append(("main", key)))


@pytest.fixture
def people(qtbot: QtBot) -> InlineList:
    made = InlineList([InlineColumn("name", "Name"), InlineColumn("phone", "Phone")], add_text="Add contact", main_title="Main")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(500, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def cells(made: InlineList, key: str) -> list[QLineEdit]:
    editor = next(editor for editor in made.findChildren(RowEditor) if editor.key == key and editor.isVisible())
    return editor.findChildren(QLineEdit)


def test_rows_are_shown(people: InlineList) -> None:
    assert people.rows() == ROWS


def test_a_change_is_told_when_the_cell_is_left(people: InlineList) -> None:
    told = Told(people)
    cell = cells(people, "2")[1]
    cell.setFocus()
    QTest.keyClicks(cell, "139")
    assert told.events == []
    QTest.keyClick(cell, Qt.Key.Key_Up)
    assert told.events == [("changed", "2", {"name": "Li", "phone": "139"})]
    assert cells(people, "1")[1].hasFocus()


def test_enter_at_the_end_adds_a_row_that_is_told_once_it_says_something(people: InlineList) -> None:
    told = Told(people)
    QTest.keyClick(cells(people, "2")[0], Qt.Key.Key_Return)
    new = cells(people, "new-1")
    assert new[0].hasFocus()
    QTest.keyClick(new[0], Qt.Key.Key_Return)
    assert told.events == []
    QTest.keyClicks(new[0], "Zhao")
    people.commit()
    assert told.events == [("added", "new-1", {"name": "Zhao", "phone": ""})]


def test_escape_gives_up_what_was_typed(people: InlineList) -> None:
    cell = cells(people, "1")[0]
    QTest.keyClicks(cell, "xx")
    QTest.keyClick(cell, Qt.Key.Key_Escape)
    assert cell.text() == "Wang"


def test_removal_can_be_undone_in_place(people: InlineList) -> None:
    told = Told(people)
    QTest.keyClick(cells(people, "1")[0], Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [row.key for row in people.rows()] == ["2"]
    strip = people.findChild(RemovedRow)
    assert strip is not None
    button = strip.findChild(QPushButton)
    assert button is not None
    button.click()
    assert people.rows() == ROWS
    assert told.events == [("removed", "1"), ("undone", "1")]


def test_one_row_is_the_main_one(people: InlineList) -> None:
    told = Told(people)
    people.findChildren(QRadioButton)[1].click()
    assert told.events == [("main", "2")]
    assert [row.is_main for row in people.rows()] == [False, True]


def test_problems_stand_below_their_row(people: InlineList) -> None:
    people.show_problems({"2": [Problem(Severity.WARNING, "No phone.")]})
    people.show_problems({})


def test_the_button_goes_to_the_row_that_is_still_blank(people: InlineList) -> None:
    button = people.findChild(QPushButton)
    assert button is not None
    button.click()
    button.click()
    assert len(people.findChildren(RowEditor)) == 3
