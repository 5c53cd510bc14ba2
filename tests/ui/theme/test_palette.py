"""The palette tells its scheme; a selection looks the same without the focus; style properties are taken up at once."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crmdesk.core.resources import resource_path
from crmdesk.ui.theme.fonts import TextSize, body_font, sized, tabular
from crmdesk.ui.theme.palette import colour, make_palette, tokens_of
from crmdesk.ui.theme.sheet import mark, style_sheet
from crmdesk.ui.theme.store import ThemeChoice, ThemeStore
from crmdesk.ui.theme.tokens import BY_SCHEME, DARK, LIGHT, Role, Tokens

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("tokens", BY_SCHEME.values(), ids=lambda tokens: tokens.scheme.value)
def test_palette_knows_its_scheme(qtbot: QtBot, tokens: Tokens) -> None:
    palette = make_palette(tokens)
    assert tokens_of(palette) is tokens
    assert colour(palette, Role.OK).name().upper() == tokens[Role.OK]


@pytest.mark.parametrize("tokens", BY_SCHEME.values(), ids=lambda tokens: tokens.scheme.value)
def test_selection_is_visible_without_focus(qtbot: QtBot, tokens: Tokens) -> None:
    palette = make_palette(tokens)
    role = QPalette.ColorRole.Highlight
    selected = palette.color(QPalette.ColorGroup.Inactive, role)
    assert selected == palette.color(QPalette.ColorGroup.Active, role)
    assert selected != palette.color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Base)


@pytest.mark.parametrize("tokens", BY_SCHEME.values(), ids=lambda tokens: tokens.scheme.value)
def test_sheet_is_complete_and_names_existing_pictures(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)
    assert "$" not in sheet
    pictures = [part.split(")")[0] for part in sheet.split("url(")[1:]]
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


@pytest.mark.parametrize("tokens", BY_SCHEME.values(), ids=lambda tokens: tokens.scheme.value)
@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("down", Role.SECONDARY),
        ("up", Role.SECONDARY),
        ("right", Role.SECONDARY),
        ("check", Role.ON_ACCENT),
        ("minus", Role.ON_ACCENT),
    ],
)
def test_pictures_of_the_sheet_have_the_colours_of_the_scheme(tokens: Tokens, name: str, role: Role) -> None:
    assert tokens[role] in resource_path("qss", f"{name}-{tokens.scheme.value}.svg").read_text(encoding="utf-8")


def test_theme_follows_the_choice(qtbot: QtBot, qapp: QApplication) -> None:
    store = ThemeStore(qapp, ThemeChoice.LIGHT)
    assert tokens_of(qapp.palette()) is LIGHT
    with qtbot.waitSignal(store.theme_changed) as caught:
        store.choose(ThemeChoice.DARK)
    assert caught.args == [DARK]
    assert tokens_of(qapp.palette()) is DARK
    store.choose(ThemeChoice.LIGHT)


def test_problem_is_marked_on_a_visible_field(qtbot: QtBot, qapp: QApplication) -> None:
    ThemeStore(qapp, ThemeChoice.LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    mark(field, problem="bad")
    edge = field.grab().toImage().pixelColor(field.width() // 2, 0)
    assert edge.name().upper() == LIGHT[Role.BAD]


@pytest.mark.parametrize(
    ("language", "first"), [("zh_CN", "Noto Sans CJK SC"), ("zh_TW", "Noto Sans CJK TC"), ("en", "Noto Sans CJK SC")]
)
def test_chinese_fallback_is_the_readers(qtbot: QtBot, language: str, first: str) -> None:
    noto = [family for family in body_font(language).families() if family.startswith("Noto Sans CJK")]
    assert noto[0] == first


def test_sizes_and_tabular_figures(qtbot: QtBot) -> None:
    font = body_font("en")
    assert font.pixelSize() == 13
    assert sized(font, TextSize.PAGE_TITLE).pixelSize() == 18
    assert tabular(font).featureTags()
