"""The frame of the main window: lazy pages, keys, narrow windows, messages, undo, closing, remembered places."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QSplitter, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.core.errors import Cancelled
from crmdesk.ui.languages import Languages, translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.search_box.box import SearchBox
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.progress import Progress, ProgressState

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Words(QObject):
    """Titles that change with the language."""

    language = "en"

    def accounts(self) -> str:
        return "Accounts" if self.language == "en" else "客户"

    def settings(self) -> str:
        return "Settings"


class Caller(QObject):
    """Counts calls of its bound methods."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self.allows = False

    def call(self) -> None:
        self.calls += 1

    def may_close(self) -> bool:
        return self.allows


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def shell(qtbot: QtBot, words: Words, built: list[str]) -> ShellWindow:
    def accounts() -> QWidget:
        built.append("accounts")
        return QTreeView()

    def settings() -> QWidget:
        built.append("settings")
        return QLabel("settings")

    shell = ShellWindow()
    qtbot.addWidget(shell)
    shell.add_page("accounts", words.accounts, "building-2", accounts)
    shell.add_page("settings", words.settings, "settings", settings, at_bottom=True)
    shell.set_search(SearchBox())
    shell.resize(1366, 768)
    shell.show_page("accounts")
    with qtbot.waitExposed(shell):
        shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


def test_pages_are_built_when_first_shown(qtbot: QtBot, shell: ShellWindow, built: list[str]) -> None:
    assert built == ["accounts"]
    assert shell.page("settings") is None
    with qtbot.waitSignal(shell.page_changed) as caught:
        QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["settings"]
    shell.show_page("accounts")
    shell.show_page("settings")
    assert built == ["accounts", "settings"]
    assert shell.navigation.button("settings").isChecked()


def test_navigation_opens_by_mouse_and_by_keys(qtbot: QtBot, shell: ShellWindow) -> None:
    QTest.mouseClick(shell.navigation.button("settings"), Qt.MouseButton.LeftButton)
    assert shell.current_page == "settings"
    QTest.keyClick(shell.navigation.button("accounts"), Qt.Key.Key_Return)
    assert shell.current_page == "accounts"


def test_search_is_one_key_away(qtbot: QtBot, shell: ShellWindow) -> None:
    box = shell.findChild(SearchBox)
    assert box is not None
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()


def test_narrow_window_is_told_and_shows_icons_only(qtbot: QtBot, shell: ShellWindow) -> None:
    told: list[bool] = []
    shell.compact_changed.connect(told.append)
    narrow = []
    for width in (1000, 1050, 1300):
        shell.resize(width, 700)
        narrow.append(shell.navigation.is_narrow)
    shell.toggle_navigation()
    narrow.append(shell.navigation.is_narrow)
    assert told == [True, False]
    assert narrow == [True, True, False, True]


def test_badge_is_shown_and_spoken(shell: ShellWindow) -> None:
    shell.set_badge("accounts", 140)
    assert shell.navigation.button("accounts").accessibleName() == "Accounts 140"
    assert not shell.navigation.grab().isNull()
    shell.set_navigation_narrow(is_narrow=True)
    assert not shell.navigation.grab().isNull()


def test_a_page_that_is_left_out_has_neither_entry_nor_key(qtbot: QtBot, shell: ShellWindow) -> None:
    shell.show_entry("settings", is_shown=False)
    assert not shell.navigation.button("settings").isVisible()
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.current_page == "accounts"
    shell.show_entry("settings", is_shown=True)
    QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.current_page == "settings"


def test_what_the_caller_adds_stands_before_the_progress(qtbot: QtBot, shell: ShellWindow) -> None:
    item = shell.add_progress("Importing")
    added = QLabel("exchanged", shell.status_line)
    shell.status_line.add_widget(added)
    assert shell.status_line.items() == [item]
    qtbot.waitUntil(added.isVisible)
    shell.remove_progress(item)


def test_titles_follow_the_language(qapp: QApplication, shell: ShellWindow, words: Words) -> None:
    words.language = "zh_CN"
    QApplication.sendEvent(shell.navigation, QEvent(QEvent.Type.LanguageChange))
    assert shell.navigation.button("accounts").text() == "客户"


def test_message_stays_until_its_action_or_the_cross(qtbot: QtBot, shell: ShellWindow) -> None:
    caller = Caller()
    retry = QAction("Try again", shell)
    retry.triggered.connect(caller.call)
    shell.show_message("The file is in use.", Severity.BAD, [retry])
    button = next(button for button in shell.findChildren(QPushButton) if button.text() == "Try again")
    assert button.isVisible()
    assert not shell.grab().isNull()
    button.click()
    assert caller.calls == 1
    assert not button.isVisible()


def test_undo_is_offered_and_called_once(qtbot: QtBot, shell: ShellWindow) -> None:
    caller = Caller()
    shell.show_undo("Moved one site", caller.call)
    button = next(button for button in shell.findChildren(QPushButton) if button.accessibleName() == "Undo")
    assert button.isVisible()
    button.click()
    button.click()
    assert caller.calls == 1
    assert not button.isVisible()


def test_progress_item_follows_and_stops_its_work(qtbot: QtBot, shell: ShellWindow) -> None:
    reports: list[ProgressState] = []
    progress = Progress(reports.append)
    item = shell.add_progress("Importing stores.csv")
    item.follow(progress)
    item.show_progress(ProgressState(0, 0, "", None))
    item.show_progress(ProgressState(62, 100, "", 40.4))
    texts = [label.text() for label in item.findChildren(QLabel)]
    assert "62 %  0:40 left" in texts
    with qtbot.waitSignal(item.cancel_requested):
        item.findChildren(QToolButton)[0].click()
    assert progress.cancelled
    shell.remove_progress(item)
    assert shell.status_line.items() == []


def test_window_stays_open_while_the_guard_says_no(shell: ShellWindow) -> None:
    guard = Caller()
    shell.set_close_guard(guard.may_close)
    assert not shell.close()
    guard.allows = True
    assert shell.close()


def test_every_control_has_a_name(shell: ShellWindow) -> None:
    menu = QMenu(shell)
    menu.addAction("Company")
    shell.set_new_menu(menu)
    shell.status_line.show_state("Saved here")
    shell.show_message("Read this", Severity.WARN)
    shell.show_undo("Done", print)
    shell.add_progress("Importing")
    buttons = [*shell.findChildren(QPushButton), *shell.findChildren(QToolButton)]
    nameless = [button for button in buttons if not button.accessibleName() and not isinstance(button.parent(), SearchBox)]
    assert nameless == []
    assert [button for button in buttons if not button.toolTip() and not isinstance(button.parent(), SearchBox)] == []


def test_window_and_handles_are_where_they_were(qtbot: QtBot, shell: ShellWindow, tmp_path: Path) -> None:
    def splitter(sizes: list[int]) -> QSplitter:
        made = QSplitter()
        qtbot.addWidget(made)
        made.addWidget(QWidget())
        made.addWidget(QWidget())
        made.resize(600, 100)
        made.setSizes(sizes)
        return made

    path = tmp_path / "window.ini"
    first = WindowState(path)
    shell.resize(780, 700)  # the offscreen screen is 800 wide
    shell.set_navigation_narrow(is_narrow=True)
    handles = splitter([150, 450])
    first.save_window(shell)
    first.save_splitter("accounts", handles)
    shell.resize(600, 600)
    shell.set_navigation_narrow(is_narrow=False)

    later = WindowState(path)
    later.restore_window(shell)
    fresh = splitter([300, 300])
    assert later.restore_splitter("accounts", fresh)
    assert (shell.width(), shell.is_navigation_narrow, later.last_page) == (780, True, "accounts")
    assert fresh.sizes() == handles.sizes()
    assert WindowState(path).restore_splitter("accounts", fresh)  # still there for the next start
    assert not later.restore_splitter("unknown", fresh)


def test_state_of_another_version_is_forgotten(qtbot: QtBot, shell: ShellWindow, tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_text("[General]\nversion=99\n[window]\npage=accounts\ngeometry=junk\n", encoding="utf-8")
    state = WindowState(path)
    assert state.last_page == ""
    state.restore_window(shell)
    assert shell.width() <= 1366


def test_missing_catalogue_leaves_english(qtbot: QtBot) -> None:
    languages = Languages()
    assert languages.use("en")
    assert translate_error(Cancelled()) == "Stopped. Nothing was changed."


def test_shortcut_is_in_the_tooltip(shell: ShellWindow) -> None:
    keys = QKeySequence("Ctrl+1").toString(QKeySequence.SequenceFormat.NativeText)
    assert keys in shell.navigation.button("accounts").toolTip()
