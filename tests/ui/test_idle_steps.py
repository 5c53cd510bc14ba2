"""One step a turn, in order."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from crmdesk.ui.idle_steps import PAUSE_MS, IdleSteps


def counting(name: str, done: list[str], steps: int = 3) -> Iterator[None]:
    for step in range(steps):
        done.append(f"{name}{step}")
        yield


def test_works_follow_one_another(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    steps = IdleSteps(parent)
    steps.add(counting("a", done))
    steps.add(counting("b", done, 1))
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["a0"]
    assert not steps.is_done
    qtbot.waitUntil(lambda: steps.is_done)
    assert done == ["a0", "a1", "a2", "b0"]


def test_nothing_happens_after_a_stop(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    steps = IdleSteps(parent)
    steps.add(counting("a", done))
    steps.stop()
    qtbot.wait(PAUSE_MS * 2)
    assert done == []


def test_nothing_is_done_while_somebody_types(qtbot: QtBot) -> None:
    parent, done, line = QObject(), list[str](), QLineEdit()
    qtbot.addWidget(line)
    steps = IdleSteps(parent)
    steps.add(counting("a", done))
    for _ in range(6):
        QTest.keyClick(line, Qt.Key.Key_A)
        qtbot.wait(PAUSE_MS)
    assert done == []
    qtbot.waitUntil(lambda: steps.is_done)
    assert done == ["a0", "a1", "a2"]


def test_a_work_that_fails_ends_and_the_next_goes_on(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    steps = IdleSteps(parent)

    def failing() -> Iterator[None]:
        yield
        raise ValueError("broken")

    with capture_exceptions() as caught:
        steps.add(failing())
        steps.add(counting("b", done, 1))
        qtbot.waitUntil(lambda: steps.is_done)
    assert [kind for kind, _error, _trace in caught] == [ValueError]
    assert done == ["b0"]
