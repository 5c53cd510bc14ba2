"""A window with an open store, as the application puts it together, for the wizard and its pages."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app.import_runner import ImportRunner
from crmdesk.core.settings import Settings
from crmdesk.exchange.mapping_store import MappingStore
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.views.context import Preferences, ViewContext
from crmdesk.views.imports.desk import ImportDesk

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[ShellWindow]:
    made = ShellWindow()
    made.add_page("accounts", lambda: "Accounts", "building", lambda: ShellWindow(made))
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def context(store: "Store", window: ShellWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[ViewContext]:
    set_up(store)
    tasks = TaskRunner()
    made = ViewContext(
        tasks=tasks,
        bus=ChangeBus(),
        frame=window,
        preferences=Preferences(tmp_path / "settings.toml", Settings()),
        window_state=WindowState(tmp_path / "window.ini"),
    )
    make_job = partial(ImportRunner, store.path, store.key)
    made.import_with(ImportDesk(made, make_job, MappingStore(tmp_path / "mappings"), tmp_path / "private", window))
    made.open_with(Services.over(store))
    yield made
    made.imports.shut_down()
    tasks.shutdown()


@pytest.fixture
def desk(context: ViewContext) -> ImportDesk:
    return context.imports


@pytest.fixture
def gbk_file(tmp_path: Path) -> Path:
    """Six companies, one row without a name, as a Chinese Windows writes them."""
    lines = [f"第{number}食品有限公司,上海市,浦东新区,世纪大道{number}号,021-5888{number:04}" for number in range(6)]
    path = tmp_path / "华东客户.csv"
    path.write_text("\r\n".join(["客户名单,,,,", "公司名称,城市,区县,地址,电话", *lines, ",上海市,,,"]), encoding="gb18030")
    return path


@pytest.fixture
def xlsx_file(tmp_path: Path) -> Path:
    """A workbook of two sheets, the customers on the second."""
    import xlsxwriter  # type: ignore[import-untyped]

    path = tmp_path / "customers.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["Read me", "first"])
        sheet = book.add_worksheet("Customers")
        rows = [("Company name", "City", "Country"), ("Acme Ltd", "Leeds", "GB"), ("Borough plc", "York", "GB")]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path
