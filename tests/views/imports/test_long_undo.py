"""Undo of a whole import beside the window: in a real process, other commands waiting, stopped by the cross."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.imports import long_undo
from crmdesk.views.imports.desk import ImportDesk
from crmdesk.views.imports.long_undo import Wish
from crmdesk.views.imports.opening import Reading, open_file

if TYPE_CHECKING:
    from crmdesk.services.undo import UndoResult

WAIT_MS = 60_000


class Screen(QObject):
    """Collects what is delivered."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[UndoResult] = []
        self.errors: list[CrmError] = []
        self.got: list[object] = []

    def on_done(self, result: "UndoResult") -> None:
        self.results.append(result)

    def on_refused(self, error: CrmError) -> None:
        self.errors.append(error)

    def on_other(self, outcome: object) -> None:
        self.got.append(outcome)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def imported(desk: ImportDesk, tmp_path: Path, qtbot: QtBot) -> ImportDesk:
    path = tmp_path / "many.csv"
    path.write_text("\n".join(["公司名称,地址", *(f"第{number}机械有限公司,建国路{number}号" for number in range(300))]), "utf-8")
    opened = open_file(Reading(str(path)), MappingStore(tmp_path / "none"))
    wizard = QObject()
    desk.begin(ImportRequest(opened.source, opened.proposal.mapping, dry_run=False), wizard)
    qtbot.waitUntil(lambda: not desk.is_importing, timeout=WAIT_MS)
    return desk


@pytest.fixture
def is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let three hundred companies count as many."""
    monkeypatch.setattr(long_undo, "MOST_IN_LANE", 100)


def roots(context: ViewContext) -> int:
    return context.services.tree.count(None)


def test_a_small_import_is_taken_back_in_the_window_itself(
    imported: ImportDesk, context: ViewContext, screen: Screen, qtbot: QtBot
) -> None:
    imported.long_undo.carry_out(Wish(), screen.on_done, screen.on_refused)
    qtbot.waitUntil(lambda: bool(screen.results), timeout=WAIT_MS)
    assert not imported.is_undoing
    assert roots(context) == 0


@pytest.mark.usefixtures("is_long")
def test_a_large_one_goes_to_a_process_and_other_commands_wait(
    imported: ImportDesk,
    context: ViewContext,
    screen: Screen,
    window: ShellWindow,
    qtbot: QtBot,
) -> None:
    imported.long_undo.carry_out(Wish(), screen.on_done, screen.on_refused)
    qtbot.waitUntil(lambda: imported.is_undoing, timeout=WAIT_MS)
    (item,) = window.status_line.items()
    assert "many.csv" in item._title.text()
    context.tasks.write(int, 1, done=screen.on_other)
    with pytest.raises(RuntimeError):
        imported.begin(None, screen)  # type: ignore[arg-type]  # refused before it is looked at
    qtbot.waitUntil(lambda: bool(screen.results), timeout=WAIT_MS)
    assert screen.results[0].label == "many.csv"
    assert roots(context) == 0
    assert window.status_line.items() == []
    qtbot.waitUntil(lambda: screen.got == [1], timeout=WAIT_MS)
    imported.long_undo.carry_out(Wish(is_redo=True), screen.on_done, screen.on_refused)
    qtbot.waitUntil(lambda: len(screen.results) == 2, timeout=WAIT_MS)
    assert roots(context) == 300


@pytest.mark.usefixtures("is_long")
def test_the_cross_stops_it(
    imported: ImportDesk,
    context: ViewContext,
    screen: Screen,
    window: ShellWindow,
    qtbot: QtBot,
) -> None:
    imported.long_undo.carry_out(Wish(), screen.on_done, screen.on_refused)
    qtbot.waitUntil(lambda: imported.is_undoing, timeout=WAIT_MS)
    (item,) = window.status_line.items()
    item._cancel.click()
    qtbot.waitUntil(lambda: bool(screen.errors), timeout=WAIT_MS)
    assert isinstance(screen.errors[0], Cancelled)
    assert roots(context) == 300


@pytest.mark.usefixtures("is_long")
def test_the_end_of_the_program_stops_it(imported: ImportDesk, context: ViewContext, screen: Screen, qtbot: QtBot) -> None:
    imported.long_undo.carry_out(Wish(), screen.on_done, screen.on_refused)
    qtbot.waitUntil(lambda: imported.is_undoing, timeout=WAIT_MS)
    imported.shut_down()
    assert not imported.is_undoing
    assert roots(context) == 300
    assert screen.results == []
