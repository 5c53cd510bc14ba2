from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from crmdesk.ui.charts.chart import HierarchyChart
from crmdesk.ui.charts.scene import Form, Top
from crmdesk.ui.theme.palette import make_palette
from crmdesk.ui.theme.tokens import DARK, LIGHT, Role
from tests.ui.charts.trees import LOOKS, Words, group, tree

Make = Callable[..., HierarchyChart]


@pytest.fixture
def chart(qtbot: QtBot) -> HierarchyChart:
    made = HierarchyChart(limit=200)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_hierarchy(tree([-1, 0, 0, 1, 1, 2, 2, 2]), LOOKS, Words())
    made.show()
    qtbot.waitExposed(made)
    return made


def _middle(chart: HierarchyChart, place: int) -> QPoint:
    assert chart.scene is not None
    x, y, width, height = chart.shot.camera.to_view(chart.scene.layout.boxes[place])
    return QPoint(int(x + width / 2), int(y + height / 2))


def _place(chart: HierarchyChart, node: int) -> int:
    assert chart.scene is not None
    return list(chart.scene.tree.nodes).index(node)


@pytest.mark.parametrize("form", Form)
def test_every_form_is_painted(chart: HierarchyChart, form: Form) -> None:
    chart.show_form(form)
    picture = chart.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 800, 7) for y in range(0, 600, 5)}) > 3
    assert chart.drawn == 8


def test_a_click_chooses_and_opens_when_no_second_follows(chart: HierarchyChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.node_opened) as opened:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=_middle(chart, _place(chart, 5)))
    assert opened.args == [5]
    assert chart.chosen_node == 5
    assert chart.accessibleDescription() == "tip 5"


def test_a_double_click_goes_in_and_backspace_out(chart: HierarchyChart, qtbot: QtBot) -> None:
    chart.show_form(Form.ORG_CHART)
    tops: list[Top] = []
    chart.top_changed.connect(tops.append)
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=_middle(chart, _place(chart, 2)))
    assert [chart.top.node] == [2]
    assert tops == [Top(2)]
    QTest.keyClick(chart, Qt.Key.Key_Backspace)
    assert (chart.top.node, chart.chosen_node) == (0, 2)
    assert not chart.leave()


def test_keys_walk_enter_and_open(chart: HierarchyChart, qtbot: QtBot) -> None:
    chart.show_form(Form.ORG_CHART)
    opened: list[int] = []
    chart.node_opened.connect(opened.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
    chosen = chart.chosen_node
    assert chosen in {1, 2}
    QTest.keyClick(chart, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chart.top == Top(chosen or 0)
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    leaf = chart.chosen_node
    QTest.keyClick(chart, Qt.Key.Key_Return)  # nothing below: its record
    assert opened == [chosen, leaf]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.top == Top(0)


def test_the_wheel_zooms_about_the_pointer(chart: HierarchyChart) -> None:
    at = QPointF(200, 150)
    seen = chart.shot.camera.to_picture(at.x(), at.y())
    turn = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, turn)
    assert chart.shot.camera.scale > 1
    assert chart.shot.camera.to_picture(at.x(), at.y()) == pytest.approx(seen)


def test_zoom_keys_and_fit(chart: HierarchyChart, qtbot: QtBot) -> None:
    before = chart.shot.camera
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.shot.camera.scale > before.scale
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.shot.camera == before


def test_dragging_moves_and_does_not_open(chart: HierarchyChart, qtbot: QtBot) -> None:
    chart.zoom(3)
    before = chart.shot.camera
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(chart, QPoint(440, 310))
    QTest.mouseMove(chart, QPoint(460, 320))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(460, 320))
    assert (chart.shot.camera.x - before.x, chart.shot.camera.y - before.y) == (60, 20)
    assert chart.chosen is None


def test_a_rest_is_entered_by_a_click_and_left_again(chart: HierarchyChart, qtbot: QtBot) -> None:
    chart.show_hierarchy(group(1, 900), LOOKS, Words())
    assert chart.scene is not None
    (rest,) = chart.scene.tree.rests
    assert chart.scene.name(rest).endswith("more")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=_middle(chart, rest))
    assert chart.top.rest is not None
    assert len(chart.top.rest.children) == 900 - 198
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.top == Top(1)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.top == Top(0)


def test_a_tip_tells_the_path(chart: HierarchyChart) -> None:
    at = _middle(chart, _place(chart, 4))
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
    assert QToolTip.text() == "tip 4"
    QToolTip.hideText()


def test_the_menu_is_asked_for_by_keyboard(chart: HierarchyChart, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent

    asked: list[object] = []
    chart.menu_asked.connect(lambda node, at: asked.append(node))
    QApplication.sendEvent(chart, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert not asked
    chart.choose(_place(chart, 6))
    QApplication.sendEvent(chart, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert asked == [6]


def test_the_theme_is_taken_up(chart: HierarchyChart) -> None:
    chart.setPalette(make_palette(LIGHT))
    light = _ground(chart)
    chart.setPalette(make_palette(DARK))
    assert (light, _ground(chart)) == (QColor(LIGHT[Role.WINDOW]), QColor(DARK[Role.WINDOW]))


def _ground(chart: HierarchyChart) -> QColor:
    chart.show_form(Form.ORG_CHART)
    picture = QImage(chart.grab().toImage())
    return picture.pixelColor(1, 1)


def test_another_size_lays_a_treemap_out_anew_and_keeps_the_choice(chart: HierarchyChart) -> None:
    chart.choose(_place(chart, 3))
    chart.resize(500, 300)
    assert chart.scene is not None
    assert list(chart.scene.size) == [500, 300]
    assert chart.chosen_node == 3


def test_nothing_is_asked_of_a_picture_that_is_not_there(qtbot: QtBot) -> None:
    empty = HierarchyChart()
    qtbot.addWidget(empty)
    empty.zoom(2)
    empty.fit()
    assert not empty.leave()
    assert not empty.enter(0)
    assert empty.place_at(3, 3) is None
    empty.grab()


def test_an_icicle_grows_downwards_only(chart: HierarchyChart) -> None:
    chart.show_form(Form.ICICLE)
    assert chart.scene is not None
    chart.zoom(5, 700, 300)
    x, _, width, height = chart.shot.camera.to_view(chart.scene.layout.boxes[0])
    assert (x, width) == chart.scene.layout.boxes[0][::2]
    assert height == pytest.approx(5 * 600)
    assert chart.place_at(700, 300) is not None


def test_what_is_read_anew_stays_where_it_was(chart: HierarchyChart) -> None:
    chart.zoom(3, 100, 100)
    before = chart.shot.camera
    chart.show_hierarchy(tree([-1, 0, 0, 1, 1, 2, 2, 2]), LOOKS, Words())
    assert chart.shot.camera == before


def test_a_big_org_chart_begins_at_its_top_where_names_can_be_read(chart: HierarchyChart) -> None:
    chart.show_form(Form.ORG_CHART)
    chart.show_hierarchy(group(60, 190), LOOKS, Words())
    assert chart.scene is not None
    x, y, width, height = chart.shot.camera.to_view(chart.scene.layout.boxes[0])
    assert chart.shot.camera.scale >= 0.36
    assert 0 <= x <= 800 - width
    assert 0 <= y <= 600 - height
    chart.fit()
    assert chart.shot.camera.scale < 0.36
