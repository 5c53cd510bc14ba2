"""A window with an open store and work done at once, for the screens around the accounts page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.settings import Settings
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.inline import InlineTaskRunner
from crmdesk.views.context import Preferences, ViewContext

if TYPE_CHECKING:
    from crmdesk.storage.store import Store
    from crmdesk.views.imports.job import ImportJob

_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


class AccountsDouble(QLabel):
    """Stands where the accounts page stands; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__("accounts")
        self.asked: list[str] = []
        self.allows = True
        self.goes_on: Callable[[], object] | None = None

    def open_record(self, key: str) -> None:
        self.asked.append(key)

    def new_company(self) -> None:
        self.asked.append("new company")

    def new_site(self) -> None:
        self.asked.append("new site")

    def may_leave(self, go_on: Callable[[], object] | None = None) -> bool:
        self.goes_on = go_on
        return self.allows


@pytest.fixture
def accounts(qtbot: QtBot) -> AccountsDouble:
    return AccountsDouble()


@pytest.fixture
def shell(qtbot: QtBot, accounts: AccountsDouble) -> Iterator[ShellWindow]:
    made = ShellWindow()

    def accounts_page() -> QWidget:
        return accounts

    made.add_page("accounts", lambda: "Accounts", "building", accounts_page)
    made.add_page("settings", lambda: "Settings", "settings", QWidget, at_bottom=True)
    made.resize(1366, 768)
    made.show_page("accounts")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.set_close_guard(lambda: True)
    made.close()
    made.deleteLater()


@pytest.fixture
def view_context(store: "Store", shell: ShellWindow, tmp_path: Path) -> ViewContext:
    from crmdesk.exchange.mapping_store import MappingStore
    from crmdesk.services.backups import BackupService
    from crmdesk.services.catalogue import Services
    from crmdesk.services.store_check import StoreCheck
    from crmdesk.services.store_setup import set_up
    from crmdesk.views.imports.desk import ImportDesk
    from crmdesk.views.store_care import StoreCare

    set_up(store, "Li Lei")
    made = ViewContext(
        tasks=InlineTaskRunner(shell),
        bus=ChangeBus(shell),
        frame=shell,
        preferences=Preferences(tmp_path / "settings.toml", Settings(), shell),
        window_state=WindowState(tmp_path / "window.ini"),
        parent=shell,
    )
    backups = BackupService(store.path, None, Settings())
    care = StoreCare(store.path, "none", backups, StoreCheck(store), MappingStore(tmp_path / "mappings"))
    imports = ImportDesk(made, _no_job, care.mappings, tmp_path / "private", shell)
    made.import_with(imports)
    made.open_with(Services.over(store), care)
    return made


def _no_job(_parent: QObject) -> "ImportJob":
    pytest.fail("no process is asked for")
