"""Rows dragged with real drag events: what is marked, refused, opened and told."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.tree.dragging import ROWS_MIME, RowDragging, carried, packed
from crmdesk.ui.tree.tree_table import Span, TreeSelection, TreeTable

_BUTTON, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_MOVE = Qt.DropAction.MoveAction


@dataclass
class Rules:
    """Refuses what lies below a dragged node, as a tree must; remembers the paths it was asked for."""

    paths: list[tuple[str, ...]] = field(default_factory=list)

    def refusal(self, selection: TreeSelection, path: tuple[str, ...]) -> str:
        self.paths.append(path)
        return "it would lie below itself" if set(path) & set(selection.keys) else ""


@pytest.fixture
def rules() -> Rules:
    return Rules()


@pytest.fixture
def dragging(table: TreeTable, rules: Rules) -> RowDragging:
    return RowDragging(table, rules)


def _at_row(table: TreeTable, row: int) -> QPoint:
    return QPoint(60, table.rowViewportPosition(row) + ROW_HEIGHT // 2)


def _enter(table: TreeTable, data: QMimeData, row: int) -> QDragEnterEvent:
    event = QDragEnterEvent(_at_row(table, row), _MOVE, data, _BUTTON, _PLAIN)
    QApplication.sendEvent(table.viewport(), event)
    return event


def _move(table: TreeTable, data: QMimeData, at: QPoint) -> QDragMoveEvent:
    event = QDragMoveEvent(at, _MOVE, data, _BUTTON, _PLAIN)
    QApplication.sendEvent(table.viewport(), event)
    return event


def _drop(table: TreeTable, data: QMimeData, at: QPoint) -> QDropEvent:
    event = QDropEvent(QPointF(at), _MOVE, data, _BUTTON, _PLAIN)
    QApplication.sendEvent(table.viewport(), event)
    return event


def test_rows_dropped_on_a_node_are_told(qtbot: QtBot, table: TreeTable, dragging: RowDragging, rules: Rules) -> None:
    table.select_rows([range(3, 5)], 3)
    data = packed(table.selection())
    assert _enter(table, data, 1).isAccepted()
    assert _move(table, data, _at_row(table, 1)).isAccepted()
    with qtbot.waitSignal(dragging.dropped) as told:
        _drop(table, data, _at_row(table, 1))
    assert told.args == [TreeSelection(("n003", "n004")), "n001"]
    assert rules.paths[-1] == ("n001",)


def test_a_refused_place_says_why_and_takes_nothing(qtbot: QtBot, table: TreeTable, dragging: RowDragging, rules: Rules) -> None:
    table.tree.open_row(1)
    data = packed(TreeSelection(("n001",)))
    _enter(table, data, 2)
    with qtbot.waitSignal(dragging.refused) as told:
        event = _move(table, data, _at_row(table, 2))
    assert told.args == ["it would lie below itself"]
    assert not event.isAccepted()
    assert rules.paths[-1] == ("n001", "n001.000")
    with qtbot.assertNotEmitted(dragging.dropped):
        assert not _drop(table, data, _at_row(table, 2)).isAccepted()


def test_below_the_last_row_is_the_top(qtbot: QtBot, table: TreeTable, dragging: RowDragging) -> None:
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.tree.want_rows(*table.rows_in_sight)
    table.resize(500, 300 * ROW_HEIGHT)
    data = packed(TreeSelection(("n001.000",)))
    _enter(table, data, 1)
    with qtbot.waitSignal(dragging.dropped) as told:
        _drop(table, data, QPoint(60, 280 * ROW_HEIGHT))
    assert told.args == [TreeSelection(("n001.000",)), ""]


def test_a_node_opens_under_a_waiting_pointer(qtbot: QtBot, table: TreeTable, dragging: RowDragging) -> None:
    data = packed(TreeSelection(("n005",)))
    _enter(table, data, 3)
    _move(table, data, _at_row(table, 3))
    qtbot.waitUntil(lambda: table.tree.is_open(3), timeout=3_000)
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())


def test_the_tree_scrolls_at_its_edge(qtbot: QtBot, table: TreeTable, dragging: RowDragging) -> None:
    data = packed(TreeSelection(("n005",)))
    _enter(table, data, 3)
    _move(table, data, QPoint(60, table.viewport().height() - 3))
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > ROW_HEIGHT, timeout=3_000)
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())


def test_other_data_is_left_to_others(table: TreeTable, dragging: RowDragging) -> None:
    data = QMimeData()
    data.setText("a file, say")
    assert not _enter(table, data, 1).isAccepted()
    data.setData(ROWS_MIME, b"[1")
    assert carried(data) is None
    assert not _drop(table, data, _at_row(table, 1)).isAccepted()


def test_rows_not_loaded_are_carried_as_spans() -> None:
    selection = TreeSelection(("a",), (Span("p", 3, 9), Span(None, 0, 1)))
    assert carried(packed(selection)) == selection
    assert selection.count == 10


def test_the_mouse_begins_a_drag_with_what_is_selected(qtbot: QtBot, table: TreeTable) -> None:
    table.setDragEnabled(True)
    table.select_rows([range(2, 5)], 2)
    begun: list[TreeSelection] = []
    table.drag_started.connect(begun.append)
    viewport = table.viewport()
    QTest.mousePress(viewport, _BUTTON, _PLAIN, _at_row(table, 3))
    for at in (_at_row(table, 3) + QPoint(15, 0), _at_row(table, 4) + QPoint(30, 0)):
        place = QPointF(at)
        event = QMouseEvent(QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), Qt.MouseButton.NoButton, _BUTTON, _PLAIN)
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, _BUTTON, _PLAIN, _at_row(table, 4))
    assert begun == [TreeSelection(("n002", "n003", "n004"))]


def test_cut_rows_are_greyed_with_a_reason(table: TreeTable) -> None:
    table.tree.dim(["n002"], "cut")
    assert [table.tree.disabled_reason(row) for row in range(4)] == ["", "", "cut", ""]
    assert table.tree.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "cut"
    table.tree.dim(())
    assert table.tree.disabled_reason(2) == ""
