"""Texts in three languages: the present one first, and Simplified Chinese, which the others fall back to, never empty alone."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmdesk.views.settings.language_fields import LanguageFields, LanguageText

TEXTS = (LanguageText("name", "Name", 100), LanguageText("hint", "Hint", 500, has_lines=True))


@pytest.mark.parametrize(("language", "first"), [("en", "name_en"), ("zh_CN", "name"), ("zh_TW", "name_zh_tw")])
def test_the_present_language_has_the_keyboard_first(qtbot: QtBot, language: str, first: str) -> None:
    fields = LanguageFields(TEXTS, language)
    qtbot.addWidget(fields)
    assert fields.focusProxy() is fields.fields[first]


def test_what_is_typed_in_one_language_stands_for_the_others(qtbot: QtBot) -> None:
    fields = LanguageFields(TEXTS, "en")
    qtbot.addWidget(fields)
    with qtbot.waitSignal(fields.edited):
        QTest.keyClicks(fields.fields["name_en"], "Budget")
    assert fields.values()["name"] == "Budget"
    assert fields.values()["name_zh_tw"] == ""
    assert fields.first("name") == "Budget"
    fields.show_values({"name": "预算", "name_en": "Budget", "hint": "问一问"})
    assert (fields.values()["name"], fields.values()["hint"], fields.values()["hint_en"]) == ("预算", "问一问", "")
