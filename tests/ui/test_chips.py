"""Chips: shape, colour and word."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from crmdesk.ui.chips import Chip, ChipLook, Shape, chip_size, paint_chip
from crmdesk.ui.theme.palette import make_palette
from crmdesk.ui.theme.tokens import BY_SCHEME, LIGHT, SOFT, Role, Scheme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("role", [Role.OK, Role.SECONDARY])
def test_chip_has_the_colours_of_its_role(qtbot: QtBot, scheme: Scheme, shape: Shape, role: Role) -> None:
    tokens = BY_SCHEME[scheme]
    picture = QPixmap(120, 26)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    font = QFont()
    font.setPixelSize(13)
    look = ChipLook("A成", role, shape)
    paint_chip(painter, picture.rect(), look, make_palette(tokens), font)
    painter.end()
    image = picture.toImage()
    size = chip_size(look, font)
    edge = image.pixelColor(size.width() // 2, 4 + 3)
    inside = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert edge.alpha() == 255
    assert {tokens[SOFT[role]], tokens[role]} <= inside


def test_chip_without_room_is_elided_or_left_out(qtbot: QtBot) -> None:
    picture = QPixmap(60, 26)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for width in (0, 5, 20, 40):
        paint_chip(
            painter, QRect(0, 0, width, 26), ChipLook("a very long word", Role.OK, Shape.DISC), make_palette(LIGHT), QFont()
        )
    painter.end()
    assert picture.toImage().pixelColor(50, 13).name() == "#ffffff"


def test_chip_widget_speaks_its_word(qtbot: QtBot) -> None:
    chip = Chip(ChipLook("Existing", Role.OK, Shape.DISC))
    qtbot.addWidget(chip)
    chip.show_look(ChipLook("Sleeping", Role.WARN, Shape.MOON), tip="No order for a year")
    assert chip.accessibleName() == "Sleeping"
    assert chip.sizeHint().width() > 40
