"""The first start by keyboard, in another language, and without leaks."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.welcome.passphrase_strength import Strength, strength
from crmdesk.views.welcome.welcome_page import WelcomePage


def radio(page: WelcomePage, words: str) -> QRadioButton:
    return next(button for button in page.findChildren(QRadioButton) if words in button.text())


def test_the_keyring_is_chosen_where_there_is_one(qtbot: QtBot) -> None:
    page = WelcomePage(has_keyring=True)
    qtbot.addWidget(page)
    page.show()
    page.start_own()
    assert page.form is not None
    assert page.form.protection == "keyring"
    with qtbot.waitSignal(page.create_asked) as asked:
        QTest.keyClick(page.form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert asked.args == ["keyring", "", ""]


def test_a_passphrase_must_be_typed_twice_the_same(qtbot: QtBot) -> None:
    page = WelcomePage(has_keyring=False)
    qtbot.addWidget(page)
    page.show()
    page.start_own()
    assert page.form is not None
    name, first, second = page.form.findChildren(QLineEdit)
    asked: list[tuple[str, str, str]] = []
    page.create_asked.connect(lambda *args: asked.append(args))
    QTest.keyClicks(name, "Li Lei")
    QTest.keyClicks(first, "one")
    QTest.keyClicks(second, "two")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert asked == []
    second.clear()
    QTest.keyClicks(second, "one")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert asked == [("passphrase", "one", "Li Lei")]


def test_unencrypted_is_chosen_knowingly(qtbot: QtBot) -> None:
    page = WelcomePage(has_keyring=True)
    qtbot.addWidget(page)
    page.show()
    page.start_own()
    assert page.form is not None
    radio(page, "Unencrypted").click()
    with qtbot.waitSignal(page.create_asked) as asked:
        QTest.keyClick(page.form.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == "none"


def test_words_change_with_the_language_and_what_is_typed_stays(qtbot: QtBot) -> None:
    page = WelcomePage(has_keyring=True)
    qtbot.addWidget(page)
    page.show()
    page.start_own()
    assert page.form is not None
    field = page.form.findChildren(QLineEdit)[0]
    field.setText("Li Lei")
    page.title.setText("?")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.title.text() == "Start with your own customers"
    assert field.text() == "Li Lei"


def test_a_cover_is_gone_when_it_is_removed(shell: ShellWindow, qtbot: QtBot) -> None:
    page = WelcomePage(has_keyring=True)
    shell.show_cover(page)
    assert not shell.navigation.isVisible()
    with qtbot.waitSignal(page.destroyed):
        shell.remove_cover()
    assert shell.navigation.isVisible()
    assert shell.current_page == "accounts"


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.WEAK),
        ("12345678901234", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("hund7katze", Strength.FAIR),
        ("correct horse battery", Strength.GOOD),
        ("春眠不觉晓处处", Strength.GOOD),
    ],
)
def test_strength(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) is expected
