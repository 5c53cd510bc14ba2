"""Dialogs leave nothing behind."""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.dialogs import open_dialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_closed_dialogs_are_gone(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = open_dialog(QDialog(window))
    died = weakref.ref(dialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    del dialog
    gc.collect()
    assert died() is None
    assert window.findChildren(QDialog) == []
