"""The step dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmdesk.ui.steps.leave_question import LeaveQuestion
from crmdesk.ui.steps.step_dialog import StepDialog, StepSpec
from crmdesk.ui.tasks.progress import ProgressState


@pytest.fixture
def dialog(qtbot: QtBot) -> StepDialog:
    made = StepDialog("Import")
    qtbot.addWidget(made)
    for key in ("file", "columns", "check"):
        made.add_step(StepSpec(key, key.title(), f"Go on from {key}"), QLabel(key))
    made.show()
    return made


def button(dialog: StepDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text and found.isVisible())


def test_done_steps_can_be_visited_again_and_later_ones_not(dialog: StepDialog) -> None:
    dialog.show_next_step()
    assert dialog.current_step == "columns"
    states = {found.objectName(): found.isEnabled() for found in dialog.findChildren(QToolButton)}
    assert states == {"file": True, "columns": True, "check": False}
    first = dialog.findChild(QToolButton, "file")
    assert first is not None
    first.click()
    assert dialog.current_step == "file"


def test_a_step_once_reached_can_be_gone_back_to_until_something_before_it_changes(dialog: StepDialog) -> None:
    dialog.show_step("check")
    dialog.show_step("file")
    check = dialog.findChild(QToolButton, "check")
    assert check is not None
    assert check.isEnabled()
    dialog.forget_after("file")
    assert not check.isEnabled()


def test_a_step_may_be_left_out_and_called_otherwise(dialog: StepDialog) -> None:
    dialog.set_step(StepSpec("columns", "Columns", "Go on"), is_shown=False)
    shown = [found.text() for found in dialog.findChildren(QToolButton) if found.isVisible()]
    assert shown == ["1  File", "2  Check"]
    dialog.show_next_step()
    assert dialog.current_step == "check"
    dialog.set_step(StepSpec("columns", "Fields", "Go on"))
    dialog.set_step(StepSpec("check", "Check", "Do it"))
    assert [found.text() for found in dialog.findChildren(QToolButton) if found.isVisible()] == [
        "1  File",
        "2  Fields",
        "3  Check",
    ]
    assert button(dialog, "Do it").isEnabled()


def test_the_primary_button_says_what_it_waits_for(dialog: StepDialog, qtbot: QtBot) -> None:
    primary = button(dialog, "Go on from file")
    dialog.set_blocked("file", "Choose a file first.")
    assert not primary.isEnabled()
    assert primary.toolTip() == "Choose a file first."
    dialog.set_blocked("file", "")
    with qtbot.waitSignal(dialog.primary_clicked) as caught:
        primary.click()
    assert caught.args == ["file"]


def test_escape_closes_at_once_when_nothing_is_lost(dialog: StepDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_when_work_would_be_lost(dialog: StepDialog) -> None:
    dialog.set_work_at_risk(is_at_risk=True)
    question = dialog.findChild(LeaveQuestion)
    assert question is not None
    for is_asking in (True, False, True):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert question.isVisible() is is_asking
    button(dialog, "Close and lose it").click()
    assert not dialog.isVisible()


def test_escape_during_work_asks_to_cancel_it(dialog: StepDialog, qtbot: QtBot) -> None:
    dialog.show_progress("Importing")
    dialog.show_progress_state(ProgressState(62, 100, "Writing", 40.2))
    assert any(label.text() == "Writing · 62 % · 0:40 left" for label in dialog.findChildren(QLabel))
    with qtbot.waitSignal(dialog.cancel_asked):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.show_step("check")
    dialog.forget_after("file")
    columns = dialog.findChild(QToolButton, "columns")
    assert columns is not None
    assert not columns.isEnabled()
