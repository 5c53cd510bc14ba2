"""The bar that offers to take back."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.undo_bar import UndoBar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_undo_bar_goes_by_itself_but_not_under_the_mouse(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = UndoBar(page)
    bar.show_undo("Deleted a contact", print)
    timer = bar._timer
    assert timer.isActive()
    bar.enterEvent(None)  # type: ignore[arg-type]
    assert not timer.isActive()
    with qtbot.waitSignal(bar.closed):
        timer.timeout.emit()
    assert not bar.isVisible()
