"""New, undo and redo, leaving, files dropped, help."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.window_actions import WindowActions
from tests.views.conftest import AccountsDouble

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def actions(shell: ShellWindow, view_context: ViewContext) -> WindowActions:
    made = WindowActions(shell, view_context, shell)
    shell.set_close_guard(made.may_close)
    return made


def message(shell: ShellWindow) -> str:
    return " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())


def test_undo_and_redo_by_keys(actions: WindowActions, shell: ShellWindow, view_context: ViewContext) -> None:
    view_context.services.accounts.create_company({"legal_name": "甲公司", "code": "JIA"})
    heard: list[object] = []
    view_context.bus.changed.connect(heard.append)
    shell.setFocus()
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert view_context.services.tree.count(None) == 0
    assert "Undone" in message(shell)
    assert "Ctrl+Shift+Z" in message(shell)
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL | SHIFT)
    assert view_context.services.tree.count(None) == 1
    assert "Done again" in message(shell)
    assert len(heard) == 2
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "nothing to redo" in message(shell)


def test_what_was_changed_since_is_left_and_named(actions: WindowActions, shell: ShellWindow, view_context: ViewContext) -> None:
    accounts = view_context.services.accounts
    key = accounts.create_company({"legal_name": "甲公司", "code": "JIA"}).record.key
    company = accounts.create_company({"legal_name": "乙公司", "code": "YI", "parent_id": key.id})
    assert company.changes.transaction is not None
    first = view_context.services.history.recent_transactions()[1]
    result = view_context.services.undo.undo_transaction(first.transaction)
    actions._on_undone(result)
    assert "left as they are" in message(shell)
    assert "甲公司" in message(shell)


def test_the_menu_names_what_undo_would_take_back(actions: WindowActions, view_context: ViewContext) -> None:
    view_context.services.accounts.create_company({"legal_name": "甲公司", "code": "JIA"})
    actions._more_menu.aboutToShow.emit()
    assert "甲公司" in actions.undo.action.text()


def test_new_is_reached_from_any_page(actions: WindowActions, shell: ShellWindow, accounts: AccountsDouble) -> None:
    shell.show_page("settings")
    actions.new_site.action.trigger()
    assert accounts.asked == ["new site"]
    assert shell.current_page == "accounts"


def test_unsaved_work_keeps_the_window_open(actions: WindowActions, shell: ShellWindow, accounts: AccountsDouble) -> None:
    accounts.allows = False
    shell.show_page("settings")
    assert not shell.close()
    assert shell.current_page == "accounts"
    accounts.allows = True
    assert shell.close()


def test_long_work_keeps_the_window_open_until_it_is_to_be_stopped(actions: WindowActions, shell: ShellWindow) -> None:
    shell.add_progress("Importing stores.csv")
    assert not shell.close()
    (stop,) = [button for button in shell.findChildren(QPushButton) if button.text() == "Stop it and close"]
    stop.click()
    assert not shell.isVisible()


def test_long_work_is_stopped_for_another_store_without_closing_the_window(actions: WindowActions, shell: ShellWindow) -> None:
    shell.add_progress("Importing stores.csv")
    gone_on: list[bool] = []

    def go_on() -> None:
        gone_on.append(actions.may_leave_store(go_on))

    assert not actions.may_leave_store(go_on)
    assert "leave the store" in message(shell)
    (stop,) = [button for button in shell.findChildren(QPushButton) if button.text() == "Stop it and go on"]
    stop.click()
    assert gone_on == [True]
    assert shell.isVisible()
    assert not actions.may_close()  # asked anew: the answer was about the other store


def test_an_unsaved_entry_is_asked_about_before_another_store(actions: WindowActions, accounts: AccountsDouble) -> None:
    accounts.allows = False
    gone_on: list[str] = []
    assert not actions.may_leave_store(lambda: gone_on.append("on"))
    assert accounts.goes_on is not None
    accounts.goes_on()
    assert gone_on == ["on"]


@pytest.mark.parametrize(("name", "asked"), [("stores.csv", "import"), ("a.store", "open"), ("photo.png", "")])
def test_dropped_files(actions: WindowActions, shell: ShellWindow, view_context: ViewContext, name: str, asked: str) -> None:
    heard: list[str] = []
    view_context.import_asked.disconnect(actions._on_import_asked)
    view_context.import_asked.connect(lambda path: heard.append("import"))
    view_context.open_asked.connect(lambda path: heard.append("open"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/data/{name}")])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(shell, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
    QApplication.sendEvent(shell, event)
    assert heard == ([asked] if asked else [])


@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_opens_and_goes(actions: WindowActions, shell: ShellWindow, qtbot: QtBot, name: str) -> None:
    getattr(actions, name).action.trigger()
    (dialog,) = shell.findChildren(QDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_a_language_is_chosen_from_the_commands(actions: WindowActions, view_context: ViewContext) -> None:
    command = next(command for command in actions.commands if command.words == "language zh_TW")
    command.action.trigger()
    assert view_context.preferences.current.language == "zh_TW"
