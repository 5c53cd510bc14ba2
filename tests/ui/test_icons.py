"""Icons: every file draws something, tinted by role, following the theme, sharp at any ratio."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crmdesk.core.resources import resource_path
from crmdesk.ui.icons import icon, icon_pixmap
from crmdesk.ui.theme.palette import make_palette
from crmdesk.ui.theme.tokens import DARK, LIGHT, Role, Tokens

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def ink(pixmap: QPixmap) -> str:
    """The colour of the most opaque pixel."""
    image = pixmap.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: pixel.alpha()).name().upper()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_its_colour(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    qapp.setPalette(make_palette(LIGHT))
    assert ink(icon_pixmap(name, Role.BAD, size=24)) == LIGHT[Role.BAD]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icon_has_the_pixels_of_the_screen(qtbot: QtBot, ratio: float) -> None:
    pixmap = icon("building-2").pixmap(QSize(16, 16), ratio)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (16 * ratio, ratio)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication, tokens: Tokens) -> None:
    shown = icon("star", Role.ACCENT)
    qapp.setPalette(make_palette(tokens))
    assert ink(shown.pixmap(QSize(48, 48), 1.0)) == tokens[Role.ACCENT]
    assert ink(shown.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled)) == tokens[Role.DISABLED]


def test_icon_lives_as_long_as_it_is_shown(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("tag"))
    gc.collect()
    button.show()
    copy = QIcon(button.icon())
    button.setIcon(QIcon())
    gc.collect()
    assert not copy.pixmap(QSize(20, 20), 2.0).isNull()


def test_unknown_icon_is_a_bug(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", Role.TEXT, size=16)
