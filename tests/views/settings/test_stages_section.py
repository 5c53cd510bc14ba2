"""Stages in the settings: renamed, weighed, added, moved, no longer offered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.stages_section import StagesSection


@pytest.fixture
def section(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> StagesSection:
    made = StagesSection(view_context)
    made.finish()
    shell.add_page("stages", str, "handshake", lambda: made)
    shell.show_page("stages")
    made.table.setFocus()
    return made


def test_a_stage_is_renamed_and_weighed(section: StagesSection, view_context: ViewContext) -> None:
    for column, text in ((0, "初谈"), (2, "First talk"), (3, "15 %")):
        item = section.table.item(0, column)
        assert item is not None
        item.setText(text)
    row = view_context.services.stages.all("en")[0]
    assert (row.names[0], row.name, row.probability) == ("初谈", "First talk", 15)


def test_what_is_no_probability_goes_back(section: StagesSection, view_context: ViewContext) -> None:
    item = section.table.item(0, 3)
    assert item is not None
    item.setText("140")
    again = section.table.item(0, 3)
    assert again is not None
    assert again.text() == "10"
    assert view_context.services.stages.all()[0].probability == 10


def test_keys_add_move_and_retire(section: StagesSection, view_context: ViewContext) -> None:
    stages = view_context.services.stages
    QTest.keyClick(section.table, Qt.Key.Key_Insert)
    assert [row.name for row in stages.all("en")][5] == "New stage"
    assert section.table.currentRow() == 5
    QTest.keyClick(section.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.name for row in stages.all("en")][4] == "New stage"
    assert section.table.currentRow() == 4
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert "New stage" not in [row.name for row in stages.all("en")]
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert "New stage" in [row.name for row in stages.all("en")]
