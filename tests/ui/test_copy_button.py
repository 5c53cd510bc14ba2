"""Copying what is there now."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from crmdesk.ui.copy_button import CopyButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Source(QObject):
    text = "010-6327 1234"

    def read(self) -> str:
        return self.text


def test_copy_button_copies_what_is_there_now(qtbot: QtBot) -> None:
    source = Source()
    button = CopyButton(source.read, "phone")
    qtbot.addWidget(button)
    button.click()
    assert QGuiApplication.clipboard().text() == "010-6327 1234"
    source.text = ""
    button.click()
    assert QGuiApplication.clipboard().text() == "010-6327 1234"
    assert button.toolTip() == "Copy: phone"
