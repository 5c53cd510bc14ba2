"""What the window learns of an import: what waits for it, that it is stopped, that the program ends."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.imports.desk import ImportDesk
from crmdesk.views.imports.opening import Reading, open_file
from crmdesk.views.window_actions import WindowActions

WAIT_MS = 60_000


class Screen(QObject):
    """Collects what is delivered."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def on_done(self, outcome: object) -> None:
        self.got.append(outcome)


@pytest.fixture
def request_(tmp_path: Path) -> ImportRequest:
    path = tmp_path / "many.csv"
    path.write_text(
        "\n".join(["公司名称,地址", *(f"第{number}机械有限公司,建国路{number}号" for number in range(3_000))]), "utf-8"
    )
    opened = open_file(Reading(str(path)), MappingStore(tmp_path / "none"))
    return ImportRequest(opened.source, opened.proposal.mapping, dry_run=False)


def message(window: ShellWindow) -> str:
    return window._stage.messages.text


def _always() -> bool:
    return True


def test_a_change_made_meanwhile_waits_and_is_said_to(
    desk: ImportDesk, context: ViewContext, request_: ImportRequest, window: ShellWindow, qtbot: QtBot
) -> None:
    screen, wizard = Screen(), QObject()
    desk.begin(request_, wizard)
    context.tasks.write(int, 1, done=screen.on_done)
    context.tasks.read(int, 2, done=screen.on_done)
    qtbot.waitUntil(lambda: "will be saved as soon as" in message(window), timeout=WAIT_MS)
    assert screen.got == [2]
    qtbot.waitUntil(lambda: not desk.is_importing, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: screen.got == [2, 1], timeout=WAIT_MS)


def test_the_cross_in_the_status_line_stops_the_import(
    desk: ImportDesk, request_: ImportRequest, window: ShellWindow, qtbot: QtBot
) -> None:
    wizard = QObject()
    desk.begin(request_, wizard)
    wizard.deleteLater()  # closed
    (item,) = window.status_line.items()
    item._cancel.click()
    qtbot.waitUntil(lambda: "was stopped. Nothing was changed." in message(window), timeout=WAIT_MS)
    assert not desk.is_importing
    assert window.status_line.items() == []


@pytest.mark.parametrize(("answer", "stays"), [("Stay", True), ("Stop it and close", False)])
def test_closing_the_window_during_an_import_asks_first(
    desk: ImportDesk,
    context: ViewContext,
    request_: ImportRequest,
    window: ShellWindow,
    qtbot: QtBot,
    *,
    answer: str,
    stays: bool,
) -> None:
    window.set_close_guard(WindowActions(window, context, window).may_close)
    desk.begin(request_, QObject())
    assert not window.close()
    assert "An import is running." in message(window)
    (button,) = [button for button in window.findChildren(QPushButton) if button.text() == answer and button.isVisible()]
    button.click()
    assert window.isVisible() is stays
    if stays:
        assert message(window) == ""
        assert desk.is_importing
    window.set_close_guard(_always)


def test_only_one_import_at_a_time(desk: ImportDesk, request_: ImportRequest, qtbot: QtBot) -> None:
    wizard = QObject()
    desk.begin(request_, wizard)
    with pytest.raises(RuntimeError):
        desk.begin(request_, wizard)


def test_the_end_of_the_program_stops_the_import_and_lets_changes_through(
    desk: ImportDesk, context: ViewContext, request_: ImportRequest, qtbot: QtBot
) -> None:
    screen, wizard = Screen(), QObject()
    job = desk.begin(request_, wizard)
    context.tasks.write(int, 1, done=screen.on_done)
    with qtbot.waitSignal(job.progressed, timeout=WAIT_MS):
        pass
    desk.shut_down()
    assert not desk.is_importing
    qtbot.waitUntil(lambda: screen.got == [1], timeout=WAIT_MS)


def test_refused_rows_of_a_killed_program_are_thrown_away(context: ViewContext, window: ShellWindow, tmp_path: Path) -> None:
    left = tmp_path / "private" / "left.csv"
    left.parent.mkdir(exist_ok=True)
    left.write_text("customers", "utf-8")
    ImportDesk(context, lambda _parent: pytest.fail("no job is asked for"), MappingStore(tmp_path), left.parent, window)
    assert not left.exists()
