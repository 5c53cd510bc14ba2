"""What a window shows of the exchange, and when: nothing without a centre."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmdesk.app.centre_wiring import CentreWiring
from crmdesk.core.settings import Settings
from crmdesk.services.accounts import AccountService
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.inline import InlineTaskRunner
from crmdesk.views.context import Preferences, ViewContext
from crmdesk.views.exchange.status_element import ExchangeElement
from crmdesk.views.pages import CONFLICTS, EXCHANGE, add_pages
from tests.services.exchange_world import ExchangeWorld

if TYPE_CHECKING:
    from pathlib import Path

    from crmdesk.storage.store import Store


@pytest.fixture
def shell(qtbot: QtBot) -> ShellWindow:
    made = ShellWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def context(store: "Store", shell: ShellWindow, tmp_path: "Path") -> ViewContext:
    set_up(store, "李雷")
    made = ViewContext(
        tasks=InlineTaskRunner(shell),
        bus=ChangeBus(shell),
        frame=shell,
        preferences=Preferences(tmp_path / "settings.toml", Settings(exchange_minutes=0), shell),
        window_state=WindowState(tmp_path / "window.ini"),
        parent=shell,
    )
    add_pages(shell, made)
    shell._stage.add_page("accounts", QWidget)
    shell.show_page("accounts")
    made.open_with(Services.over(store))
    return made


def shown(shell: ShellWindow) -> set[str]:
    return {key for key in (CONFLICTS, EXCHANGE) if not shell.navigation.button(key).isHidden()}


def test_a_store_without_a_centre_shows_and_makes_nothing(context: ViewContext, shell: ShellWindow, store: "Store") -> None:
    wiring = CentreWiring(shell, context, store, shell)
    wiring.desk.count()
    assert shown(shell) == set()
    assert shell.findChild(ExchangeElement) is None
    wiring.shut_down()


def test_with_a_centre_both_pages_and_the_line_are_there_until_the_store_is_left(
    context: ViewContext, shell: ShellWindow, store: "Store"
) -> None:
    world = ExchangeWorld(store)
    key = AccountService(store).create_company({"legal_name": "全球石油有限公司"}).record.key
    world.connect()
    world.conflict(key, "phone", "1", "2", "3")
    wiring = CentreWiring(shell, context, store, shell)
    wiring.desk.count()
    assert shown(shell) == {CONFLICTS, EXCHANGE}
    assert shell.navigation.button(CONFLICTS).accessibleName() == "Conflicts 1"
    context.questions_asked.emit("")
    assert shell.current_page == CONFLICTS
    context.exchange_page_asked.emit("outbox")
    assert shell.current_page == EXCHANGE
    wiring.shut_down()
    assert shown(shell) == set()
    assert shell.current_page == "accounts"


def test_a_left_over_question_is_still_shown(context: ViewContext, shell: ShellWindow, store: "Store") -> None:
    world = ExchangeWorld(store)
    key = AccountService(store).create_company({"legal_name": "全球石油有限公司"}).record.key
    world.conflict(key, "phone", "1", "2", "3")
    wiring = CentreWiring(shell, context, store, shell)
    wiring.desk.count()
    assert shown(shell) == {CONFLICTS}
    wiring.shut_down()
