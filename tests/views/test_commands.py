"""Commands found by name."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.views.commands import make_command, matching


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("import", ["Import"]),
        ("exc", ["Import"]),
        ("new c", ["New company"]),
        ("语", ["Language: 简体中文"][:0]),
        ("体中", ["Language: 简体中文"]),
        ("mport", []),
        ("", []),
    ],
)
def test_matching(qtbot: QtBot, typed: str, found: list[str]) -> None:
    owner = QObject()
    commands = [
        make_command(owner, "&Import …", "import", "import excel"),
        make_command(owner, "New &company", "building-2"),
        make_command(owner, "Language: 简体中文", "languages"),
    ]
    disabled = make_command(owner, "Import too", "import")
    disabled.action.setEnabled(False)
    assert [command.plain_title for command in matching([*commands, disabled], typed)] == found
