"""The pages in each language: no English word is left, started in the language or switched to it while they are shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pytestqt.qtbot import QtBot

from tests.i18n.english import english

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from crmdesk.ui.languages import Languages
    from crmdesk.ui.shell.window import ShellWindow
    from crmdesk.views.context import ViewContext
    from crmdesk.views.imports.job import ImportJob

_CHINESE: Final = ("zh_CN", "zh_TW")


def _accounts(context: "ViewContext", window: "ShellWindow") -> "QWidget":
    from crmdesk.views.accounts.page import AccountsPage

    window.add_page("accounts", str, "building", lambda: AccountsPage(context))
    window.show_page("accounts")
    window.show()
    page = window.page("accounts")
    assert isinstance(page, AccountsPage)
    site = context.services.tree.children(context.services.tree.children(None, 0, 1)[0].key, 0, 1)[0].key
    page.open_record(str(site))
    return page


def _settings(context: "ViewContext", window: "ShellWindow") -> "QWidget":
    from crmdesk.views.settings.page import SECTIONS, SettingsPage

    window.add_page("settings", str, "settings", lambda: SettingsPage(context))
    window.show_page("settings")
    window.show()
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    for section in SECTIONS:
        page.show_section(section)
    return page


def _welcome(_context: "ViewContext", window: "ShellWindow") -> "QWidget":
    from crmdesk.views.welcome.welcome_page import WelcomePage

    page = WelcomePage(has_keyring=True, parent=window)
    page.start_own()
    return page


def _unlock(_context: "ViewContext", window: "ShellWindow") -> "QWidget":
    from crmdesk.views.welcome.unlock_page import UnlockPage

    return UnlockPage("/a/b.store", is_wrong=True, parent=window)


def _lists(_context: "ViewContext", window: "ShellWindow") -> "QWidget":
    """The toolkit's pieces with words of their own."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from crmdesk.ui.forms.editors import DateInput
    from crmdesk.ui.forms.fields import FieldKind, FieldSpec
    from crmdesk.ui.pickers.tree_picker import TreePicker
    from crmdesk.ui.steps.step_dialog import StepDialog
    from crmdesk.ui.timeline.timeline import Timeline

    holder = QWidget(window)
    box = QVBoxLayout(holder)
    for piece in (
        DateInput(FieldSpec("day", "", FieldKind.DATE), holder),
        TreePicker(parent=holder),
        StepDialog("", holder),
        Timeline(holder),
    ):
        box.addWidget(piece)
    return holder


_PAGES: Final = (_accounts, _settings, _welcome, _unlock, _lists)


@pytest.mark.parametrize("make", _PAGES)
@pytest.mark.parametrize("language", _CHINESE)
def test_a_page_speaks_the_language_it_was_made_in(
    make: "Callable[[ViewContext, ShellWindow], QWidget]",
    language: str,
    languages: "Languages",
    open_context: "Callable[[], ViewContext]",
    window: "ShellWindow",
) -> None:
    assert languages.use(language)
    context = open_context()
    context.use_language(language)
    assert not english(make(context, window))


@pytest.mark.parametrize("make", _PAGES)
def test_a_page_follows_a_change_of_language(
    make: "Callable[[ViewContext, ShellWindow], QWidget]",
    languages: "Languages",
    open_context: "Callable[[], ViewContext]",
    window: "ShellWindow",
    qtbot: QtBot,
) -> None:
    languages.use("en")
    context = open_context()
    page = make(context, window)
    before = english(page)
    assert before
    languages.use("zh_TW")
    context.use_language("zh_TW")
    qtbot.waitUntil(lambda: not english(page))


def test_the_import_dialog_speaks_chinese(
    languages: "Languages", open_context: "Callable[[], ViewContext]", window: "ShellWindow", tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QApplication

    from crmdesk.exchange.mapping_store import MappingStore
    from crmdesk.views.imports.desk import ImportDesk
    from crmdesk.views.imports.wizard import ImportWizard

    languages.use("zh_CN")
    context = open_context()
    context.import_with(ImportDesk(context, _no_job, MappingStore(tmp_path / "mappings"), tmp_path / "private", window))
    wizard = ImportWizard(context, window)
    assert not english(wizard)
    path = tmp_path / "客户.csv"
    path.write_text("公司名称,城市,邮箱\n甲有限公司,上海市,a@b.cn\n乙有限公司,北京市,\n", encoding="utf-8")
    wizard.open_path(str(path))
    QApplication.processEvents()
    wizard.show_step("columns")
    assert not english(wizard)
    context.imports.shut_down()


def _no_job(_parent: "QObject") -> "ImportJob":
    raise AssertionError("nothing is imported here")


def test_the_search_and_commands_speak_chinese(
    languages: "Languages", open_context: "Callable[[], ViewContext]", window: "ShellWindow", qtbot: QtBot
) -> None:
    from crmdesk.views.window_actions import WindowActions

    languages.use("zh_TW")
    actions = WindowActions(window, open_context(), window)
    titles = [command.plain_title for command in actions.commands]
    assert "匯入" in titles
    assert not [title for title in titles if "&" in title or "(" in title]
    qtbot.waitUntil(lambda: not english(window))


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "关闭"), ("zh_TW", "關閉"), ("en", "Close")])
def test_the_buttons_of_qt_itself_are_translated(language: str, words: str, languages: "Languages", qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    languages.use(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "").startswith(words)


@pytest.mark.parametrize(("count", "end"), [(1, "1 record that was changed since."), (2, "2 records that were changed since.")])
def test_english_knows_one_and_many(count: int, end: str, languages: "Languages") -> None:
    from PySide6.QtCore import QCoreApplication

    languages.use("en")
    text = "The import of {name} was undone, except for %n records that were changed since."
    assert QCoreApplication.translate("ImportDesk", text, "", count).endswith(end)
