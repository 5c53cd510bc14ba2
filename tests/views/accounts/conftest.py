"""The accounts page in its window, over a real store, with a task runner that answers at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crmdesk.core.settings import Settings
from crmdesk.core.vocabulary import Taxonomy
from crmdesk.services.catalogue import Services
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.inline import InlineTaskRunner
from crmdesk.views.accounts.page import AccountsPage
from crmdesk.views.context import Preferences, ViewContext

_OFFSCREEN = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN, extend=True))


@dataclass
class Sample:
    """A group with a company, two sites of it, and a company on its own."""

    group: RecordKey
    company: RecordKey
    first: RecordKey
    second: RecordKey
    other: RecordKey


@dataclass
class Bench:
    """A window with the accounts page, and what stands behind it."""

    window: ShellWindow
    context: ViewContext
    services: Services
    sample: Sample

    @property
    def page(self) -> AccountsPage:
        page = self.window.page("accounts")
        assert isinstance(page, AccountsPage)
        return page

    def input(self, field: str) -> QLineEdit:
        made = self.page.record.overview.form._rows[field].input
        assert isinstance(made, QLineEdit)
        return made

    def type(self, field: str, text: str) -> None:
        """Type into a field as an input method does: the whole text at once."""
        made = self.input(field)
        made.setFocus()
        made.setText(text)
        made.textEdited.emit(text)

    def choose(self, key: RecordKey) -> None:
        """Make a row of the tree current."""
        self.page.tree.reveal(str(key))


@pytest.fixture
def services(store: Store) -> Services:
    set_up(store, "王小明")
    return Services.over(store)


@pytest.fixture
def sample(services: Services) -> Sample:
    accounts = services.accounts
    group = accounts.create_company(
        {"legal_name": "家乐福集团", "short_name": "家乐福", "code": "JLF", "kind": "group"}
    ).record.key
    industry = next(term for term in services.taxonomies.terms(Taxonomy.INDUSTRY) if term.code == "5212")
    company = accounts.create_company(
        {
            "legal_name": "北京家乐福商业有限公司",
            "parent_id": group.id,
            "code": "BJJLF",
            "industry_id": industry.id,
            "country": "CN",
        }
    ).record.key
    sites = [
        accounts.create_site(
            {"name": name, "company_id": company.id, "code": code, "city": "北京", "country": "CN", "street": street}
        )
        for name, code, street in (("马连道店", "JLF-BJMLD", "马连道11号"), ("方庄店", "JLF-BJFZ", "方庄路1号"))
    ]
    other = accounts.create_company({"legal_name": "ABB（中国）有限公司", "short_name": "ABB", "code": "ABB"}).record.key
    return Sample(group, company, sites[0].record.key, sites[1].record.key, other)


def make_context(window: ShellWindow, folder: Path) -> ViewContext:
    return ViewContext(
        tasks=InlineTaskRunner(window),
        bus=ChangeBus(window),
        frame=window,
        preferences=Preferences(folder / "settings.toml", Settings(), window),
        window_state=WindowState(folder / "window.ini"),
        parent=window,
    )


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], tuple[ShellWindow, ViewContext]]]:
    """Open a window as a start of the program does; preferences and window state are those of the start before."""
    opened: list[ShellWindow] = []

    def open_one() -> tuple[ShellWindow, ViewContext]:
        window = ShellWindow()
        qtbot.addWidget(window)
        context = make_context(window, tmp_path)
        window.add_page("accounts", str, "building", lambda: AccountsPage(context))
        window.resize(1366, 768)
        window.show_page("accounts")
        window.show()
        qtbot.waitExposed(window)
        opened.append(window)
        return window, context

    yield open_one
    for window in opened:
        page = window.page("accounts")
        assert isinstance(page, AccountsPage)
        page.tree.stop()


@pytest.fixture
def bench(open_window: Callable[[], tuple[ShellWindow, ViewContext]], services: Services, sample: Sample) -> Bench:
    window, context = open_window()
    context.open_with(services)
    return Bench(window, context, services, sample)
