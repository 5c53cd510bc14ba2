"""The settings page: sections by keyboard, choices in force at once, built again in another language."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.settings.classifications_section import ClassificationsSection
from crmdesk.views.settings.page import SECTIONS, SettingsPage


@pytest.fixture
def page(view_context: ViewContext, desk: ExchangeDesk, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(view_context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def test_arrows_walk_through_every_section(page: SettingsPage) -> None:
    page.list.setFocus()
    seen = []
    for _ in SECTIONS:
        assert page.section() is not None
        seen.append(page.current)
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert tuple(seen) == SECTIONS


@pytest.mark.parametrize(
    ("name", "value", "kept"), [("language", "zh_TW", "zh_TW"), ("theme", "dark", "dark"), ("scale", "150", 150)]
)
def test_a_choice_is_in_force_at_once(page: SettingsPage, view_context: ViewContext, name: str, value: str, kept: object) -> None:
    combo = page.findChild(QComboBox, name)
    assert combo is not None
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())
    assert getattr(view_context.preferences.current, name) == kept


def test_a_change_of_language_builds_sections_again_and_keeps_the_keyboard(page: SettingsPage, qtbot: QtBot) -> None:
    former = page.findChild(QComboBox, "language")
    assert former is not None
    page.activateWindow()
    former.setFocus()
    qtbot.waitUntil(former.hasFocus)
    with qtbot.waitSignal(former.destroyed):
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    fresh = page.findChild(QComboBox, "language")
    assert fresh is not None
    assert fresh.hasFocus()


def test_sections_about_the_store_wait_for_it(view_context: ViewContext, qtbot: QtBot) -> None:
    services, care = view_context.services, view_context.care
    view_context.close()
    made = SettingsPage(view_context)
    qtbot.addWidget(made)
    made.show_section("people")
    assert made.section() is None
    view_context.open_with(services, care)
    assert made.section() is not None


def test_a_section_leads_to_a_part_of_another(page: SettingsPage) -> None:
    page.show_section("pools")
    section = page.section()
    assert section is not None
    section.section_asked.emit("classifications", Taxonomy.RELEASE_REASON.value)
    shown = page.section()
    assert isinstance(shown, ClassificationsSection)
    assert shown.taxonomy is Taxonomy.RELEASE_REASON
