"""The synchronous runner behaves as the threaded one, at once."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.core.errors import CrmError
from crmdesk.ui.table.fetching import Runner
from crmdesk.ui.tasks.inline import InlineTaskRunner
from crmdesk.ui.tasks.paging import PageRunner
from crmdesk.ui.tasks.runner import Tasks


class Screen(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, outcome: object) -> None:
        self.got.append(outcome)


def refuse() -> None:
    raise CrmError


def test_result_and_refusal_are_delivered_at_once(qtbot: QtBot) -> None:
    tasks: Tasks = InlineTaskRunner()
    screen = Screen()
    tasks.read(str, "x", done=screen.take)
    tasks.write(refuse, failed=screen.take)
    assert screen.got[0] == "x"
    assert isinstance(screen.got[1], CrmError)


def test_refusal_without_a_taker_is_signalled_and_a_bug_is_raised(qtbot: QtBot) -> None:
    tasks = InlineTaskRunner()
    with qtbot.waitSignal(tasks.refused):
        tasks.write(refuse)
    with pytest.raises(TypeError):
        tasks.read(len, 3)  # type: ignore[arg-type]


def test_pages_come_through_the_read_lane(qtbot: QtBot) -> None:
    screen = Screen()
    runner: Runner = PageRunner(InlineTaskRunner())
    cancel = runner(list, screen.take)
    cancel()
    assert screen.got == [[]]
