"""The threaded task runner: order, dropping, errors, closing. No sleeps: workers wait for events the test sets."""

import gc
import logging
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.core.errors import CrmError
from crmdesk.ui.tasks.progress import Progress, ProgressState
from crmdesk.ui.tasks.threads import TaskRunner


class Screen(QObject):
    """Collects what is delivered, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.errors: list[CrmError] = []
        self.threads: set[int] = set()
        self.states: list[ProgressState] = []

    def on_done(self, outcome: object) -> None:
        self.got.append(outcome)
        self.threads.add(threading.get_ident())

    def on_failed(self, error: CrmError) -> None:
        self.errors.append(error)

    def on_progress(self, state: ProgressState) -> None:
        self.states.append(state)
        self.threads.add(threading.get_ident())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


def idle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)


def refuse() -> None:
    raise CrmError


def break_down() -> None:
    raise ZeroDivisionError


def test_result_arrives_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    worker: list[int] = []

    def work(number: int) -> int:
        worker.append(threading.get_ident())
        return number * 2

    tasks.read(work, 21, done=screen.on_done)
    idle(qtbot, tasks)
    assert screen.got == [42]
    assert screen.threads == {threading.get_ident()}
    assert worker != [threading.get_ident()]


def test_commands_run_one_after_the_other(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    running: list[int] = []
    overlaps: list[int] = []

    def work(number: int) -> int:
        running.append(number)
        overlaps.append(len(running))
        running.remove(number)
        return number

    for number in range(20):
        tasks.write(work, number, done=screen.on_done)
    idle(qtbot, tasks)
    assert screen.got == list(range(20))
    assert set(overlaps) == {1}


def test_a_query_does_not_wait_for_a_command(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    go = threading.Event()
    tasks.write(go.wait, 10)
    tasks.read(str, "read", done=screen.on_done)
    qtbot.waitUntil(lambda: screen.got == ["read"])
    go.set()


def test_only_the_newest_of_a_name_counts(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, other = Screen(), Screen()
    go, started = threading.Event(), threading.Event()
    ran: list[str] = []

    def work(text: str) -> str:
        ran.append(text)
        started.set()
        go.wait(10)
        return text

    tasks.write(work, "first", done=screen.on_done, latest="search")
    started.wait(10)
    tasks.write(work, "second", done=screen.on_done, latest="search")
    tasks.write(work, "elsewhere", done=other.on_done, latest="search")
    tasks.write(work, "third", done=screen.on_done, latest="search")
    go.set()
    idle(qtbot, tasks)
    assert screen.got == ["third"]
    assert other.got == ["elsewhere"]
    assert ran == ["first", "elsewhere", "third"]


def test_cancelled_task_is_not_delivered(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    tasks.read(str, "x", done=screen.on_done).cancel()
    idle(qtbot, tasks)
    assert screen.got == []


@pytest.mark.parametrize("end", ["deleted", "collected"])
def test_result_is_dropped_when_the_screen_is_gone(qtbot: QtBot, tasks: TaskRunner, end: str) -> None:
    screen = Screen()
    got = screen.got
    go = threading.Event()
    tasks.read(go.wait, 10, done=screen.on_done)
    if end == "deleted":
        shiboken6.delete(screen)
    del screen
    gc.collect()
    go.set()
    idle(qtbot, tasks)
    assert got == []


def test_refusal_reaches_the_screen_or_the_message_bar(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    tasks.write(refuse, done=screen.on_done, failed=screen.on_failed)
    idle(qtbot, tasks)
    assert len(screen.errors) == 1
    with qtbot.waitSignal(tasks.refused):
        tasks.write(refuse, done=screen.on_done)
    assert screen.got == []


def test_failed_command_is_told_even_when_its_screen_is_gone(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    go = threading.Event()

    def work() -> None:
        go.wait(10)
        refuse()

    tasks.write(work, failed=screen.on_failed)
    shiboken6.delete(screen)
    with qtbot.waitSignal(tasks.refused):
        go.set()


def test_bug_reaches_the_crash_report(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    with qtbot.waitSignal(tasks.crashed) as caught:
        tasks.read(break_down, done=screen.on_done, failed=screen.on_failed)
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert (screen.got, screen.errors) == ([], [])


def test_busy_is_told_once_at_both_ends(qtbot: QtBot, tasks: TaskRunner) -> None:
    told: list[bool] = []
    tasks.busy_changed.connect(told.append)
    go = threading.Event()
    for _ in range(4):
        tasks.read(go.wait, 10)
    go.set()
    idle(qtbot, tasks)
    assert told == [True, False]


def test_only_methods_of_qobjects_are_called_back(tasks: TaskRunner) -> None:
    with pytest.raises(TypeError, match="bound method"):
        tasks.read(str, "x", done=print)


def test_progress_is_shown_on_the_gui_thread_and_can_stop_the_work(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()

    def work(progress: Progress) -> str:
        progress(1, 3, "one")
        progress(3, 3, "three")
        while not progress.cancelled:
            pass
        return "stopped"

    progress = tasks.progress(screen.on_progress)
    tasks.write(work, progress, done=screen.on_done)
    qtbot.waitUntil(lambda: len(screen.states) == 2)
    progress.cancel()
    idle(qtbot, tasks)
    assert [state.done for state in screen.states] == [1, 3]
    assert screen.got == ["stopped"]
    assert screen.threads == {threading.get_ident()}


def test_closing_carries_out_commands_stops_long_work_and_refuses_new(qtbot: QtBot) -> None:
    tasks, screen = TaskRunner(), Screen()
    written: list[int] = []
    progress = tasks.progress(screen.on_progress)

    def long_work() -> None:
        while not progress.cancelled:
            pass

    tasks.write(long_work)
    for number in range(5):
        tasks.write(written.append, number)
    tasks.shutdown()
    tasks.write(written.append, 99)
    assert written == [0, 1, 2, 3, 4]
    assert not tasks.is_busy
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("crmdesk-")]


def test_commands_wait_while_writes_are_held_and_queries_do_not(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    tasks.hold_writes()
    for number in (1, 2):
        tasks.write(int, number, done=screen.on_done)
    assert tasks.held_writes == 2
    tasks.read(int, 3, done=screen.on_done)
    qtbot.waitUntil(lambda: screen.got == [3])
    tasks.release_writes()
    qtbot.waitUntil(lambda: screen.got == [3, 1, 2])
    assert tasks.held_writes == 0


def test_closing_carries_out_commands_that_are_held(qtbot: QtBot) -> None:
    runner = TaskRunner()
    done: list[int] = []
    runner.hold_writes()
    runner.write(done.append, 1)
    runner.shutdown()
    assert done == [1]


@pytest.mark.expects_log("while the program was closing")
def test_command_failing_while_closing_is_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    tasks = TaskRunner()
    with caplog.at_level(logging.ERROR):
        tasks.write(refuse)
        tasks.shutdown()
    assert "while the program was closing" in caplog.text
