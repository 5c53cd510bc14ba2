"""Catalogues compiled, a language in force for a test, and a window with an open store."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from crmdesk.storage.store import Store
    from crmdesk.ui.languages import Languages
    from crmdesk.ui.shell.window import ShellWindow
    from crmdesk.views.context import ViewContext

ROOT: Final = Path(__file__).resolve().parents[2]
_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


@pytest.fixture(scope="session")
def _compiled() -> None:
    from scripts.bootstrap.translations import compile_translations

    compile_translations(ROOT, Path(sys.executable))


@pytest.fixture
def languages(qtbot: QtBot, _compiled: None) -> "Iterator[Languages]":
    """Switches the language; English again after the test."""
    from PySide6.QtCore import QLocale

    from crmdesk.ui.languages import Languages

    former = QLocale()
    made = Languages()
    yield made
    made.use("en")
    for translator in made.children():
        translator.deleteLater()
    made.deleteLater()
    QLocale.setDefault(former)


@pytest.fixture
def window(qtbot: QtBot) -> "Iterator[ShellWindow]":
    from crmdesk.ui.shell.window import ShellWindow

    made = ShellWindow()
    made.resize(1366, 768)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def open_context(store: "Store", window: "ShellWindow", tmp_path: Path) -> "Callable[[], ViewContext]":
    """Return what makes a context over a store that holds a company with a site; call it once its screens are there."""
    from crmdesk.core.settings import Settings
    from crmdesk.exchange.mapping_store import MappingStore
    from crmdesk.services.backups import BackupService
    from crmdesk.services.catalogue import Services
    from crmdesk.services.store_check import StoreCheck
    from crmdesk.services.store_setup import set_up
    from crmdesk.ui.change_bus import ChangeBus
    from crmdesk.ui.shell.window_state import WindowState
    from crmdesk.ui.tasks.inline import InlineTaskRunner
    from crmdesk.views.context import Preferences, ViewContext
    from crmdesk.views.store_care import StoreCare

    def make() -> ViewContext:
        set_up(store, "王小明")
        services = Services.over(store)
        company = services.accounts.create_company({"legal_name": "北京家乐福商业有限公司", "code": "JLF", "country": "CN"})
        services.accounts.create_site({"name": "马连道店", "company_id": company.record.key.id, "city": "北京", "country": "CN"})
        made = ViewContext(
            tasks=InlineTaskRunner(window),
            bus=ChangeBus(window),
            frame=window,
            preferences=Preferences(tmp_path / "settings.toml", Settings(), window),
            window_state=WindowState(tmp_path / "window.ini"),
            parent=window,
        )
        care = StoreCare(
            store.path,
            "none",
            BackupService(store.path, None, Settings()),
            StoreCheck(store),
            MappingStore(tmp_path / "mappings"),
        )
        made.open_with(services, care)
        return made

    return make
