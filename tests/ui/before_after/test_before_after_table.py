"""Before and after."""

from pytestqt.qtbot import QtBot

from crmdesk.ui.before_after.before_after_table import BeforeAfterTable, FieldChange
from crmdesk.ui.table.columns import Severity


def test_fields_stand_with_both_values(qtbot: QtBot) -> None:
    table = BeforeAfterTable()
    qtbot.addWidget(table)
    table.show()
    table.set_changes([FieldChange("Name", "ABB", "ABB AG"), FieldChange("Phone", "", "1", Severity.WARNING, "Too short.")])
    table.selectAll()
    assert table.copied_text() == "Name\tABB\tABB AG\nPhone\t—\t1"
    assert table.natural_height() > 52
