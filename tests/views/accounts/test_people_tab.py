"""Contacts edited in place, each row saved as it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from crmdesk.ui.inline_list.inline_list import RemovedRow
from crmdesk.ui.inline_list.row_editor import RowEditor
from crmdesk.views.accounts.record_tabs import CONTACTS

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _open(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.tabs.show_tab(CONTACTS)


def _editors(bench: "Bench") -> list[RowEditor]:
    return list(bench.page.record.tabs.people.rows._editors)


def _cell(editor: RowEditor, column: str) -> QLineEdit:
    made = editor._inputs[column]
    assert isinstance(made, QLineEdit)
    return made


def _add(bench: "Bench", name: str) -> RowEditor:
    bench.page.record.tabs.people.rows.add_row()
    editor = _editors(bench)[-1]
    _cell(editor, "name").setText(name)
    QTest.keyClick(_cell(editor, "name"), Qt.Key.Key_Tab)
    return editor


def test_a_contact_is_saved_when_its_cell_is_left_and_typing_goes_on(bench: "Bench") -> None:
    _open(bench)
    editor = _add(bench, "李明")
    (person,) = bench.services.contacts.of_site(bench.sample.first.id)
    assert person.name == "李明"
    assert editor.key == person.position_id
    assert bench.page.record.tabs.bar.tabText(CONTACTS) == "Contacts 1"
    _cell(editor, "mobile").setText("13800138000")
    bench.page.record.tabs.commit()
    (person,) = bench.services.contacts.of_site(bench.sample.first.id)
    assert person.mobile == "138 0013 8000"


def test_a_contact_without_a_name_stays_as_typed_and_says_why(bench: "Bench") -> None:
    _open(bench)
    bench.page.record.tabs.people.rows.add_row()
    editor = _editors(bench)[0]
    _cell(editor, "title").setText("经理")
    bench.page.record.tabs.commit()
    assert not bench.services.contacts.of_site(bench.sample.first.id)
    assert "Name must not be empty." in editor._problem.text()
    _cell(editor, "name").setText("李明")
    bench.page.record.tabs.commit()
    assert bench.services.contacts.of_site(bench.sample.first.id)[0].title == "经理"


def test_nobody_is_known_is_said_only_while_no_row_is_there(bench: "Bench") -> None:
    _open(bench)
    people = bench.page.record.tabs.people
    assert people._nothing.isVisible()
    people.rows.add_row()
    assert not people._nothing.isVisible()
    _editors(bench)[0].removal_asked.emit()
    assert people._nothing.isVisible()
    _add(bench, "李明")
    assert not people._nothing.isVisible()


def test_a_removed_contact_comes_back(bench: "Bench") -> None:
    _open(bench)
    editor = _add(bench, "李明")
    editor.removal_asked.emit()
    assert not bench.services.contacts.of_site(bench.sample.first.id)
    strip = bench.page.record.tabs.people.findChild(RemovedRow)
    assert isinstance(strip, RemovedRow)
    undo = strip.findChild(QPushButton)
    assert isinstance(undo, QPushButton)
    undo.click()
    (person,) = bench.services.contacts.of_site(bench.sample.first.id)
    assert person.name == "李明"
    _cell(_editors(bench)[0], "title").setText("经理")
    bench.page.record.tabs.commit()
    assert bench.services.contacts.of_site(bench.sample.first.id)[0].title == "经理"


def test_one_contact_is_the_main_one(bench: "Bench") -> None:
    _open(bench)
    first, second = _add(bench, "李明"), _add(bench, "王芳")
    for editor in (first, second):
        button = editor.findChild(QRadioButton)
        assert isinstance(button, QRadioButton)
        button.click()
    people = {person.name: person.is_main for person in bench.services.contacts.of_site(bench.sample.first.id)}
    assert people == {"李明": False, "王芳": True}


def test_what_is_being_typed_is_saved_before_another_record_is_shown(bench: "Bench") -> None:
    _open(bench)
    bench.page.record.tabs.people.rows.add_row()
    _cell(_editors(bench)[0], "name").setText("李明")
    bench.page.open_record(str(bench.sample.second))
    assert bench.services.contacts.of_site(bench.sample.first.id)[0].name == "李明"
    assert not bench.services.contacts.of_site(bench.sample.second.id)
