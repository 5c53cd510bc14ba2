"""Names of people."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.views.context import ViewContext
from crmdesk.views.settings.people_section import PeopleSection


def test_my_name_and_a_colleague(view_context: ViewContext, qtbot: QtBot) -> None:
    section = PeopleSection(view_context)
    qtbot.addWidget(section)
    section.show()
    section.me.selectAll()
    QTest.keyClicks(section.me, "Han Meimei")
    QTest.keyClick(section.me, Qt.Key.Key_Return)
    QTest.keyClicks(section.new_name, "Lucy")
    QTest.keyClick(section.new_name, Qt.Key.Key_Return)
    assert [user.name for user in view_context.services.users.all()] == ["Han Meimei", "Lucy"]
    assert [section.people.item(row).text() for row in range(section.people.count())] == ["Han Meimei (me)", "Lucy"]
    section.me.clear()
    section.me.editingFinished.emit()
    assert section.me.text() == "Han Meimei"
