"""An empty place says what to do next."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from crmdesk.ui.empty_state import EmptyState

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_empty_state_offers_the_next_step(qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    action = QAction("Import …", state)
    action.setShortcut("Ctrl+I")
    action.setEnabled(False)
    state.show_state("inbox", "Nothing here yet.", [action])
    (button,) = state.buttons()
    assert not button.isEnabled()
    assert "Ctrl+I" in button.toolTip()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()
    state.show_state("inbox", "Still nothing.")
    assert state.buttons() == []
