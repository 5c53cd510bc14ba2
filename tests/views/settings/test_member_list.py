"""Boxes of a pool's members: Space turns one, an administrator is a member, and many people are searched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import PoolRole
from crmdesk.views.settings.member_list import MemberList

PEOPLE = {f"p{number}": f"Person {number}" for number in range(12)}


@pytest.fixture
def members(qtbot: QtBot) -> MemberList:
    made = MemberList(PEOPLE, "p0")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def test_boxes_follow_each_other(qtbot: QtBot, members: MemberList) -> None:
    members.show_members({"p1": PoolRole.MEMBER})
    assert members.members() == {"p1": PoolRole.MEMBER}
    members.table.setCurrentCell(1, 2)
    with qtbot.waitSignal(members.edited):
        QTest.keyClick(members.table, Qt.Key.Key_Space)
    assert members.members() == {"p1": PoolRole.ADMINISTRATOR}
    members.table.setCurrentCell(1, 1)
    QTest.keyClick(members.table, Qt.Key.Key_Space)
    assert members.members() == {}
    members.table.setCurrentCell(3, 2)
    QTest.keyClick(members.table, Qt.Key.Key_Space)
    assert members.members() == {"p3": PoolRole.ADMINISTRATOR}


def test_many_people_are_searched_and_hidden_ones_stay_members(members: MemberList) -> None:
    members.show_members({"p1": PoolRole.MEMBER})
    QTest.keyClicks(members.search, "person 11")
    shown = [row for row in range(members.table.rowCount()) if not members.table.isRowHidden(row)]
    assert shown == [11]
    assert members.members() == {"p1": PoolRole.MEMBER}
