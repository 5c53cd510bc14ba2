"""What was lost: read, copied, saved safely, entered again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.views.welcome.lost_edits_dialog import LostEdit, LostEditsDialog

EDITS = [
    LostEdit("2026-11-22T08:14:00Z", "家乐福", "company", "legal_name", "=cmd|calc"),
    LostEdit("2026-11-22T08:15:00Z", "马连道店", "site", "phone", "+86 10 6327 1234"),
]


class Caller(QObject):
    calls = 0

    def call(self) -> None:
        self.calls += 1


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def dialog(qtbot: QtBot, caller: Caller) -> LostEditsDialog:
    made = LostEditsDialog(EDITS, "/kept", is_complete=True, enter_again=caller.call)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_saved_so_that_no_spreadsheet_runs_it(dialog: LostEditsDialog, tmp_path: Path) -> None:
    dialog.save(str(tmp_path / "lost.csv"))
    text = (tmp_path / "lost.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd" in text
    assert "Legal name" in text
    assert "+86 10 6327 1234" in text


def test_a_place_that_cannot_be_written_is_said(dialog: LostEditsDialog, tmp_path: Path) -> None:
    dialog.save(str(tmp_path / "none" / "lost.csv"))
    assert dialog._problem.isVisible()


def test_it_is_copied_as_lines(dialog: LostEditsDialog) -> None:
    dialog.copy()
    assert QGuiApplication.clipboard().text().count("\t") == 8


def test_it_is_entered_again_once(dialog: LostEditsDialog, caller: Caller) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Enter all again").click()
    assert caller.calls == 1
    assert not dialog.isVisible()
