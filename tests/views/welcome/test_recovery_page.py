"""Damage: the newest backup is chosen."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from crmdesk.views.welcome.recovery_page import BackupChoice, RecoveryPage

CHOICES = [BackupChoice(f"/b/{day}.backup", datetime(2026, 11, day, tzinfo=UTC), 5_000_000) for day in (22, 21)]


def test_enter_takes_the_newest_once(qtbot: QtBot) -> None:
    page = RecoveryPage("/a.store", "malformed", CHOICES)
    qtbot.addWidget(page)
    page.show()
    asked: list[str] = []
    page.recover_asked.connect(asked.append)
    view = page.findChild(QListWidget)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == ["/b/22.backup"]


def test_without_a_backup_another_file_is_offered(qtbot: QtBot) -> None:
    page = RecoveryPage("/a.store", "malformed", [])
    qtbot.addWidget(page)
    page.show()
    assert "no backup" in page.lead.text()
    assert page.chosen == ""
