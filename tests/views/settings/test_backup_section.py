"""Backups made, listed, asked to be restored."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.views.context import ViewContext
from crmdesk.views.settings.backup_section import BackupSection


@pytest.fixture
def section(view_context: ViewContext, qtbot: QtBot) -> BackupSection:
    made = BackupSection(view_context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_now_is_listed_and_restored_after_a_word(section: BackupSection, view_context: ViewContext, qtbot: QtBot) -> None:
    assert not section.list.isVisible()
    section._now.click()
    assert section.list.model().rowCount() == 1
    section.list.go_to(0)
    qtbot.waitUntil(section._restore.isEnabled)
    section._restore.click()
    restore = next(button for button in section.findChildren(QPushButton) if button.text() == "Restore &this backup")
    assert restore.isVisible()
    with qtbot.waitSignal(view_context.restore_asked) as asked:
        restore.click()
    assert asked.args == [str(view_context.care.backups.list()[0].path)]


def test_schedule_number_and_folder_are_kept(section: BackupSection, view_context: ViewContext, tmp_path: Path) -> None:
    section._hours.setCurrentIndex(section._hours.findData(24))
    section._hours.activated.emit(0)
    section._kept.setValue(3)
    section.use_folder(str(tmp_path))
    settings = view_context.preferences.current
    assert (settings.backup_hours, settings.backups_kept, settings.backup_folder) == (24, 3, str(tmp_path))
