"""A record asked for while the page is still being made: it is what is shown, however the reads race."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from crmdesk.core.settings import Settings
from crmdesk.services.catalogue import Services
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.inline import FinishedTask, InlineTaskRunner
from crmdesk.ui.tasks.runner import Lane
from crmdesk.views.accounts.page import AccountsPage
from crmdesk.views.context import Preferences, ViewContext

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Sample

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class HeldTask(FinishedTask):
    """A question that is not answered yet."""

    def __init__(self, answer: Callable[[], object]) -> None:
        self.answer = answer
        self.is_wanted = True

    @override
    def cancel(self) -> None:
        self.is_wanted = False


class HeldTaskRunner(InlineTaskRunner):
    """Answers when the test says so: several threads read at once, so any order is possible."""

    def __init__(self, parent: ShellWindow) -> None:
        super().__init__(parent)
        self.held: list[HeldTask] = []
        self._newest: dict[tuple[int, str], HeldTask] = {}

    @override
    def run(self, lane: Lane, fn: Callable[[*Ts], T], *args: *Ts, **options: Any) -> FinishedTask:
        inline = super().run
        task = HeldTask(lambda: inline(lane, fn, *args, **options))
        owner = getattr(options.get("done"), "__self__", None)
        if latest := options.get("latest", ""):
            older = self._newest.get((id(owner), latest))
            if older is not None:
                older.cancel()
            self._newest[id(owner), latest] = task
        self.held.append(task)
        return task

    def answer(self, *, newest_first: bool = False) -> bool:
        """Answer one of what is asked; say whether there was anything."""
        self.held = [task for task in self.held if task.is_wanted]
        if not self.held:
            return False
        self.held.pop(-1 if newest_first else 0).answer()
        return True


class Beginning:
    """A window whose page is being made, step by step."""

    def __init__(self, window: ShellWindow, tasks: HeldTaskRunner, context: ViewContext) -> None:
        self.window = window
        self.tasks = tasks
        self.context = context
        self.shown: set[RecordKey | None] = set()
        page = window.page("accounts")
        assert isinstance(page, AccountsPage)
        self.page = page

    def answer_everything(self, *, newest_first: bool = False) -> None:
        while self.tasks.answer(newest_first=newest_first):
            if self.page._record is not None:
                self.shown.add(self.page.record.key)


@pytest.fixture
def beginning(qtbot: QtBot, tmp_path: Path, services: Services, sample: "Sample") -> Iterator[Beginning]:
    window = ShellWindow()
    qtbot.addWidget(window)
    tasks = HeldTaskRunner(window)
    preferences = Preferences(tmp_path / "settings.toml", Settings(), window)
    state = WindowState(tmp_path / "window.ini")
    context = ViewContext(
        tasks=tasks, bus=ChangeBus(window), frame=window, preferences=preferences, window_state=state, parent=window
    )
    window.add_page("accounts", str, "building", lambda: AccountsPage(context))
    window.resize(1366, 768)
    window.show_page("accounts")
    window.show()
    qtbot.waitExposed(window)
    context.open_with(services)
    made = Beginning(window, tasks, context)
    made.answer_everything()  # the tree has its rows, and a row with the keyboard
    made.page.tree.table.go_to(0)
    yield made
    made.page.tree.stop()


def step(beginning: Beginning, moment: str, qtbot: QtBot) -> None:
    """Let the page be made up to a moment."""
    page = beginning.page
    if moment != "before the pause is over":
        qtbot.waitUntil(lambda: not page._making.is_done)
        page._making._timer.stop()  # from here on step by step
    if moment == "while its half is made":
        for _ in range(3):
            page._making._on_pause_over()
    while moment == "before a row is shown" and page._record is None:
        page._making._on_pause_over()


MOMENTS = ("before the pause is over", "while its half is made", "before a row is shown")


@pytest.mark.parametrize("newest_first", [False, True], ids=["in order", "newest first"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_the_record_asked_for_is_shown_and_no_other(
    beginning: Beginning, sample: "Sample", qtbot: QtBot, moment: str, newest_first: bool
) -> None:
    page = beginning.page
    step(beginning, moment, qtbot)
    page.open_record(str(sample.second))
    qtbot.waitUntil(lambda: page._has_painted and not page._later.isActive() and page._making.is_done)
    beginning.answer_everything(newest_first=newest_first)
    assert page.record.key == sample.second
    assert beginning.shown <= {None, sample.second}
    assert page.tree.table.current_key == str(sample.second)
    assert page.record.overview.form.isAncestorOf(page.window().focusWidget())


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_new_company_begun_meanwhile_stays(beginning: Beginning, sample: "Sample", qtbot: QtBot, moment: str) -> None:
    page = beginning.page
    step(beginning, moment, qtbot)
    page.new_company()
    qtbot.waitUntil(lambda: page._has_painted and not page._later.isActive() and page._making.is_done)
    beginning.answer_everything(newest_first=True)
    assert page.record.is_new
    assert beginning.shown <= {None}


def test_else_the_row_with_the_keyboard_is_shown(beginning: Beginning, sample: "Sample", qtbot: QtBot) -> None:
    page = beginning.page
    qtbot.waitUntil(lambda: page._record is not None and page._making.is_done)
    beginning.answer_everything()
    assert page.record.key == sample.other
