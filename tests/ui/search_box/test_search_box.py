"""The search box: asks at once, ignores stale answers, is driven by keys alone, never gives the keyboard away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.search_box.box import SearchBox
from crmdesk.ui.search_box.hits import SearchHit, SearchHitModel
from crmdesk.ui.theme.tokens import Role

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BADGE = ChipLook("成交", Role.OK, Shape.DISC)
HITS = [
    SearchHit(
        "家乐福马连道店",
        payload=1,
        title_spans=((0, 3),),
        subtitle="家乐福 › 北京",
        detail="JLF-BJMLD",
        badge=BADGE,
        icon="store",
        group="Sites",
    ),
    SearchHit("家乐福方庄店", payload=2, title_spans=((0, 3),), icon="store", group="Sites"),
    SearchHit(
        "张家乐", payload=3, title_spans=((1, 2),), subtitle="采购 " * 80, subtitle_spans=((0, 2), (300, 2)), group="People"
    ),
]


class Host(QWidget):
    """A window with a search box and something else to focus; remembers what it was asked and told to open."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.other = SearchBox(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.other)
        layout.addStretch()
        self.asked: list[str] = []
        self.opened: list[SearchHit] = []
        self.box.query_changed.connect(self.asked.append)
        self.box.hit_activated.connect(self.opened.append)


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    host = Host()
    qtbot.addWidget(host)
    host.resize(900, 700)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    host.other.setFocus()
    qtbot.waitUntil(host.other.hasFocus)
    return host


def press(qtbot: QtBot, host: Host, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(host.box, key)


def titles(host: Host) -> str:
    popup = host.box.popup
    return popup.current.title if popup is not None and popup.current else ""


def test_asks_at_every_key_and_when_entered(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "jlf")
    assert host.asked == ["", "j", "jl", "jlf"]


def test_answer_to_another_text_is_ignored(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "jl")
    host.box.show_hits("j", HITS)
    assert host.box.popup is None or not host.box.popup.isVisible()
    host.box.show_hits("jl", HITS)
    assert titles(host) == "家乐福马连道店"
    assert host.box.hasFocus()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], 1),
        ([Qt.Key.Key_Down], 2),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], 3),  # over the caption
        ([Qt.Key.Key_Up], 3),  # round the top
        ([Qt.Key.Key_Down, Qt.Key.Key_End], 3),
        ([Qt.Key.Key_PageDown], 3),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_Home], 1),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 1),
    ],
)
def test_keys_choose_and_enter_opens(qtbot: QtBot, host: Host, keys: list[Qt.Key], expected: int) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "jlf")
    host.box.show_hits("jlf", HITS)
    press(qtbot, host, *keys, Qt.Key.Key_Return)
    assert [hit.payload for hit in host.opened] == [expected]
    assert host.box.text() == ""


def test_enter_before_the_answer_opens_the_first_hit_of_it(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "jlf")
    press(qtbot, host, Qt.Key.Key_Return)
    assert host.opened == []
    host.box.show_hits("jlf", HITS)
    assert [hit.payload for hit in host.opened] == [1]


def test_escape_closes_then_clears_then_leaves(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "jlf")
    host.box.show_hits("jlf", HITS)
    press(qtbot, host, Qt.Key.Key_Escape)
    assert host.box.popup is not None
    assert not host.box.popup.isVisible()
    assert host.box.text() == "jlf"
    press(qtbot, host, Qt.Key.Key_Escape)
    assert host.box.text() == ""
    press(qtbot, host, Qt.Key.Key_Escape)
    assert not host.box.hasFocus()


def test_click_opens_and_captions_do_not(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    host.box.show_hits("", HITS)
    popup = host.box.popup
    assert popup is not None
    view = popup.view
    for row in (0, 1):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(popup.model.index(row, 0)).center())
    assert [hit.payload for hit in host.opened] == [1]


def test_leaving_closes_the_list(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    host.box.show_hits("", HITS)
    assert host.box.popup is not None
    host.other.setFocus()
    assert not host.box.popup.isVisible()
    host.box.show_hits("", HITS)  # an answer that comes late opens nothing
    assert not host.box.popup.isVisible()


def test_nothing_found_says_so(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    QTest.keyClicks(host.box, "xyz")
    host.box.show_hits("xyz", [SearchHit("New company “xyz”", payload="new")], note="Nothing is called xyz.")
    popup = host.box.popup
    assert popup is not None
    assert [popup.model.index(row, 0).data() for row in range(2)] == ["Nothing is called xyz.", "New company “xyz”"]
    press(qtbot, host, Qt.Key.Key_Return)
    assert [hit.payload for hit in host.opened] == ["new"]


@pytest.mark.parametrize("width", [200, 480, 1200])
@pytest.mark.parametrize("size", [13, 26])
def test_rows_paint_at_any_width_and_size(qtbot: QtBot, host: Host, width: int, size: int) -> None:
    font = QFont(host.font())
    font.setPixelSize(size)
    host.setFont(font)
    host.resize(width, 500)
    host.box.setFocus()
    host.box.show_hits("", HITS, note="Recent")
    assert host.box.popup is not None
    assert not host.box.popup.grab().isNull()
    assert host.box.popup.geometry().right() <= host.width()


class Behind(QWidget):
    """What lies under the list; counts its paints."""

    paints = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1


def test_other_hits_paint_nothing_of_what_lies_behind(qtbot: QtBot, host: Host) -> None:
    behind = Behind(host)
    behind.setGeometry(host.rect())
    behind.lower()
    behind.show()
    host.box.setFocus()
    host.box.show_hits("", HITS)
    popup = host.box.popup
    assert popup is not None
    qtbot.waitUntil(lambda: behind.paints > 0)
    QApplication.processEvents()
    behind.paints = 0
    tall = popup.height()
    host.box.show_hits("", HITS[:1])
    popup.view.viewport().repaint()
    QApplication.processEvents()
    assert (behind.paints, popup.height()) == (0, tall)
    qtbot.waitUntil(lambda: popup.height() < tall)  # once typing pauses
    qtbot.waitUntil(lambda: behind.paints > 0)


def test_a_longer_list_takes_its_place_at_once(qtbot: QtBot, host: Host) -> None:
    host.box.setFocus()
    host.box.show_hits("", HITS[:1])
    popup = host.box.popup
    assert popup is not None
    short = popup.height()
    host.box.show_hits("", HITS)
    assert popup.height() > short


def test_model_is_sound_while_it_changes(qtbot: QtBot) -> None:
    model = SearchHitModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for hits in (HITS, [], HITS[:1], HITS):
        model.show_hits(hits)
    assert model.rowCount() == len(HITS) + 2
    assert tester.model() is model
