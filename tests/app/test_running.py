"""A store's life behind the window: created, locked, unlocked, damaged, recovered, restored, left."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.app import paths
from crmdesk.app.options import WindowOptions
from crmdesk.app.window import WindowApplication
from crmdesk.core.settings import Settings, save_settings
from crmdesk.storage import keys
from crmdesk.views.welcome.cover_page import CoverPage
from crmdesk.views.welcome.lost_edits_dialog import LostEditsDialog
from crmdesk.views.welcome.recovery_page import RecoveryPage
from crmdesk.views.welcome.trouble_page import TroublePage
from crmdesk.views.welcome.unlock_page import UnlockPage
from crmdesk.views.welcome.welcome_page import WelcomePage
from tests.app.conftest import Start

PASSPHRASE = "vier Worte ohne Zusammenhang"


def cover(owner: WindowApplication, kind: type[CoverPage]) -> CoverPage | None:
    found = [page for page in owner.window.findChildren(kind) if page.isVisible()]
    return found[0] if found else None


def wait_for_cover(owner: WindowApplication, kind: type[CoverPage], qtbot: QtBot) -> CoverPage:
    qtbot.waitUntil(lambda: cover(owner, kind) is not None, timeout=10_000)
    page = cover(owner, kind)
    assert page is not None
    return page


def wait_until_open(owner: WindowApplication, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: owner.running is not None and owner.running.is_open, timeout=20_000)
    qtbot.waitUntil(lambda: not owner.tasks.is_busy, timeout=20_000)


def type_into(owner: WindowApplication, text: str, qtbot: QtBot) -> None:
    """Type where the keyboard is."""
    focused = owner.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, text)


def press(owner: WindowApplication, key: Qt.Key) -> None:
    focused = owner.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.usefixtures("no_keyring")
def test_first_start_with_a_passphrase_by_keyboard_then_locked_then_unlocked(start: Start, qtbot: QtBot) -> None:
    owner = start(WindowOptions())
    wait_for_cover(owner, WelcomePage, qtbot)
    press(owner, Qt.Key.Key_Return)  # start with my own customers
    type_into(owner, "Li Lei", qtbot)
    for _ in range(10):  # past the choices of protection, of which the passphrase is chosen
        press(owner, Qt.Key.Key_Tab)
        if isinstance(owner.window.focusWidget(), QLineEdit):
            break
    type_into(owner, PASSPHRASE, qtbot)
    press(owner, Qt.Key.Key_Tab)
    type_into(owner, PASSPHRASE, qtbot)
    press(owner, Qt.Key.Key_Return)
    wait_until_open(owner, qtbot)
    assert owner.window.current_page == "accounts"
    assert [user.name for user in owner.context.services.users.all()] == ["Li Lei"]
    assert not keys.is_plain(paths.default_store())
    owner.context.services.accounts.create_company({"legal_name": "全球商业有限公司"})

    owner = start(WindowOptions())
    wait_for_cover(owner, UnlockPage, qtbot)
    before = paths.default_store().read_bytes()
    type_into(owner, "falsch", qtbot)
    press(owner, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in visible_text(owner.window), timeout=10_000)
    assert paths.default_store().read_bytes() == before
    type_into(owner, PASSPHRASE, qtbot)
    press(owner, Qt.Key.Key_Return)
    wait_until_open(owner, qtbot)
    assert owner.context.services.search.search("qqsy").hits
    assert owner.context.care.protection == "passphrase"


def visible_text(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_first_start_with_a_keyring_needs_nothing_typed(start: Start, qtbot: QtBot) -> None:
    owner = start(WindowOptions())
    wait_for_cover(owner, WelcomePage, qtbot)
    press(owner, Qt.Key.Key_Return)
    assert owner.window.findChild(QRadioButton) is not None
    press(owner, Qt.Key.Key_Return)
    wait_until_open(owner, qtbot)
    assert owner.context.care.protection == "keyring"
    owner = start(WindowOptions())
    wait_until_open(owner, qtbot)
    assert owner.context.care.protection == "keyring"


def unencrypted(start: Start, qtbot: QtBot, *, backup_hours: int = 0) -> WindowApplication:
    save_settings(paths.settings_file(), Settings(backup_hours=backup_hours))
    owner = start(WindowOptions(unencrypted=True))
    wait_until_open(owner, qtbot)
    return owner


def damage(path: Path) -> None:
    """Break the pages after the first."""
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 60_000)


def test_a_damaged_store_is_recovered_and_what_was_lost_is_named(start: Start, qtbot: QtBot) -> None:
    owner = unencrypted(start, qtbot)
    owner.context.services.accounts.create_company({"legal_name": "甲公司"})
    owner.context.care.backups.run()
    owner.context.services.accounts.create_company({"legal_name": "乙公司"})
    owner.shut_down_store()
    damage(paths.default_store())

    owner = start(WindowOptions())
    page = wait_for_cover(owner, RecoveryPage, qtbot)
    assert isinstance(page, RecoveryPage)
    assert page.chosen
    assert "damaged" in visible_text(owner.window)
    press(owner, Qt.Key.Key_Return)
    wait_until_open(owner, qtbot)
    assert owner.context.services.search.search("甲公司").hits
    qtbot.waitUntil(lambda: bool(owner.window.findChildren(LostEditsDialog)))
    assert list(paths.data_folder().glob("*.damaged-*"))
    owner.window.findChildren(LostEditsDialog)[0].accept()


def test_a_backup_is_restored_from_the_settings(start: Start, qtbot: QtBot) -> None:
    owner = unencrypted(start, qtbot)
    backup = owner.context.care.backups.run()
    owner.context.services.accounts.create_company({"legal_name": "后来公司"})
    owner.context.restore_asked.emit(str(backup.path))
    assert owner.running is not None
    assert not owner.running.is_open
    wait_until_open(owner, qtbot)
    assert not owner.context.services.search.search("后来公司").hits
    assert list(paths.data_folder().glob("*.replaced-*"))
    assert owner.window.page("accounts") is not None


def test_a_backup_that_is_none_leaves_the_store_as_it_is(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    owner = unencrypted(start, qtbot)
    wrong = tmp_path / "letter.backup"
    wrong.write_text("Dear sir")
    owner.context.services.accounts.create_company({"legal_name": "留下公司"})
    owner.context.restore_asked.emit(str(wrong))
    wait_until_open(owner, qtbot)
    assert owner.context.services.search.search("留下公司").hits
    assert "letter.backup" in visible_text(owner.window)


def test_another_store_is_opened_and_remembered(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    owner = unencrypted(start, qtbot)
    owner.context.services.accounts.create_company({"legal_name": "原来公司"})
    other = tmp_path / "other.store"
    owner.context.care.backups.run()
    shutil.copyfile(owner.context.care.backups.list()[0].path, other)
    owner.context.open_asked.emit(str(other))
    wait_until_open(owner, qtbot)
    assert owner.context.care.path == other
    owner = start(WindowOptions())
    wait_until_open(owner, qtbot)
    assert owner.context.care.path == other


def test_a_store_open_elsewhere_is_said_and_tried_again(start: Start, qtbot: QtBot) -> None:
    from crmdesk.storage.session_mark import SessionMark

    unencrypted(start, qtbot).shut_down_store()
    with SessionMark.take(paths.default_store()):
        owner = start(WindowOptions())
        page = wait_for_cover(owner, TroublePage, qtbot)
        assert "open in another crmdesk" in visible_text(page)
    press(owner, Qt.Key.Key_Return)
    wait_until_open(owner, qtbot)


def test_a_backup_is_made_when_one_is_due(start: Start, qtbot: QtBot) -> None:
    owner = unencrypted(start, qtbot, backup_hours=8)
    qtbot.waitUntil(lambda: len(owner.context.care.backups.list()) == 1)


def test_language_and_theme_change_at_run_time(start: Start, qtbot: QtBot, qapp: QApplication) -> None:
    from dataclasses import replace

    owner = unencrypted(start, qtbot)
    heard: list[str] = []
    owner.context.language_changed.connect(heard.append)
    light = qapp.palette().cacheKey()
    owner.preferences.change(replace(owner.preferences.current, language="zh_TW", theme="dark"))
    assert owner.context.language == "zh_TW"
    assert heard == ["zh_TW"]
    assert qapp.palette().cacheKey() != light
    owner.preferences.change(replace(owner.preferences.current, backups_kept=3))
    assert heard == ["zh_TW"]
    owner.preferences.change(replace(owner.preferences.current, language="en", theme="light"))


def test_buttons_of_the_welcome_page_are_reached_by_their_names(start: Start, qtbot: QtBot) -> None:
    owner = start(WindowOptions())
    page = wait_for_cover(owner, WelcomePage, qtbot)
    assert isinstance(page, WelcomePage)
    page.start_own()
    names = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert names == {"&Create", "&Back"}
