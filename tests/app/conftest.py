"""The whole window in a test: started as `crmdesk` does, closed at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmdesk.app.options import WindowOptions
from crmdesk.app.window import WindowApplication

_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent
Start = Callable[[WindowOptions], WindowApplication]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, kept_look: None) -> Iterator[Start]:
    """Start a window and wait until it has painted and its work has begun; several may follow one another."""
    owners: list[WindowApplication] = []

    def begin(options: WindowOptions) -> WindowApplication:
        for former in owners:
            former.shut_down()
        owners.clear()
        owner = WindowApplication(qapp, options)
        owners.append(owner)
        owner.window.resize(1366, 768)
        owner.show()
        qtbot.waitUntil(lambda: owner.running is not None)
        return owner

    yield begin
    for owner in owners:
        owner.shut_down()
