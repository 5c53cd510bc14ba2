"""Chips, path bar, empty state, copy button, undo bar, dialogs."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAction, QFont, QGuiApplication, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmdesk.ui.chips import Chip, ChipLook, Shape, chip_size, paint_chip
from crmdesk.ui.copy_button import CopyButton
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.path_bar import PathBar, PathSegment
from crmdesk.ui.theme.palette import make_palette
from crmdesk.ui.theme.tokens import BY_SCHEME, LIGHT, SOFT, Role, Scheme
from crmdesk.ui.undo_bar import UndoBar

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


PATH = [
    PathSegment(name, at)
    for at, name in enumerate(("家乐福(中国)管理咨询服务有限公司", "北京家乐福商业有限公司", "华北大区", "马连道店"))
]


@pytest.mark.parametrize(("width", "ellipsis"), [(1200, False), (330, True), (200, True)])
def test_path_elides_its_middle(qtbot: QtBot, width: int, ellipsis: bool) -> None:
    bar = PathBar()
    qtbot.addWidget(bar)
    bar.resize(width, 30)
    bar.show_path(PATH)
    texts = bar.visible_texts()
    assert texts[0] == PATH[0].text
    assert texts[-1].startswith("马")
    assert ("…" in texts) == ellipsis


def test_path_is_clickable_everywhere(qtbot: QtBot) -> None:
    bar = PathBar()
    qtbot.addWidget(bar)
    bar.resize(330, 30)
    bar.show_path(PATH)
    gone: list[object] = []
    bar.segment_activated.connect(gone.append)
    buttons = bar.findChildren(QToolButton)
    buttons[0].click()
    more = next(button for button in buttons if button.menu() is not None)
    more.menu().actions()[0].trigger()
    QTest.keyClick(buttons[-1], Qt.Key.Key_Space)
    assert gone == [0, 1, 3]


def test_empty_state_offers_the_next_step(qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    action = QAction("Import …", state)
    action.setShortcut("Ctrl+I")
    action.setEnabled(False)
    state.show_state("inbox", "Nothing here yet.", [action])
    (button,) = state.buttons()
    assert not button.isEnabled()
    assert "Ctrl+I" in button.toolTip()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()
    state.show_state("inbox", "Still nothing.")
    assert state.buttons() == []


class Source(QObject):
    text = "010-6327 1234"

    def read(self) -> str:
        return self.text


def test_copy_button_copies_what_is_there_now(qtbot: QtBot) -> None:
    source = Source()
    button = CopyButton(source.read, "phone")
    qtbot.addWidget(button)
    button.click()
    assert QGuiApplication.clipboard().text() == "010-6327 1234"
    source.text = ""
    button.click()
    assert QGuiApplication.clipboard().text() == "010-6327 1234"
    assert button.toolTip() == "Copy: phone"


def test_undo_bar_goes_by_itself_but_not_under_the_mouse(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = UndoBar(page)
    bar.show_undo("Deleted a contact", print)
    timer = bar._timer
    assert timer.isActive()
    bar.enterEvent(None)  # type: ignore[arg-type]
    assert not timer.isActive()
    with qtbot.waitSignal(bar.closed):
        timer.timeout.emit()
    assert not bar.isVisible()


def test_closed_dialogs_are_gone(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = open_dialog(QDialog(window))
    died = weakref.ref(dialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    del dialog
    gc.collect()
    assert died() is None
    assert window.findChildren(QDialog) == []
