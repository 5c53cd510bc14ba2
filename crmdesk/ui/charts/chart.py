"""The picture a person works with: wheel, pinch, drag, click and keys on a `canvas.ChartCanvas`."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget
from typing_extensions import override

from crmdesk.ui.charts.canvas import ChartCanvas
from crmdesk.ui.charts.neighbours import Way, neighbour
from crmdesk.ui.charts.scene import LIMIT

_NOTCH: Final = 1.25
"""One notch of a wheel, one press of + or −."""
_STEP: Final = 80.0
_WAYS: Final = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_PageUp: Way.PARENT,
    Qt.Key.Key_PageDown: Way.CHILD,
}
_PANS: Final = {Way.LEFT: (_STEP, 0.0), Way.RIGHT: (-_STEP, 0.0), Way.UP: (0.0, _STEP), Way.DOWN: (0.0, -_STEP)}


class HierarchyChart(ChartCanvas):
    """A picture to look around in.

    Wheel and pinch zoom about the pointer, dragging moves, a click chooses and opens, a double click goes into a node.
    Keys: arrows choose the next node that way, Page up and Page down the one above and below, Shift with arrows moves; + and − zoom,
    0 shows everything; Enter goes into a node (or opens one without children), Backspace and Escape go up, Ctrl+Enter opens.

    Signals:
        node_opened: int, place in the hierarchy of a node the user wants to see the record of.
        menu_asked: int, QPoint on the screen: what can be done with a node is asked for.
    """

    node_opened = Signal(object)  # int
    menu_asked = Signal(object, object)  # int, QPoint

    def __init__(self, parent: QWidget | None = None, *, limit: int = LIMIT) -> None:
        super().__init__(parent, limit=limit)
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self._clicked: int | None = None
        self._single = QTimer(self, singleShot=True)
        self._single.timeout.connect(self._on_click_stayed_single)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # Pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._pressed = event.position()
            self._is_dragged = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if not self._is_dragged and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragged = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan(moved.x(), moved.y())
        self._pressed = event.position()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if was_pressed is None or self._is_dragged or event.button() is not Qt.MouseButton.LeftButton:
            return
        place = self.place_at(event.position().x(), event.position().y())
        self.choose(place)
        self._clicked = self.chosen_node
        if self._clicked is not None:
            self._single.start(QApplication.doubleClickInterval())
        elif place is not None:
            self.enter(place)  # a rest has no record; what it stands for is all there is to see

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._single.stop()
        place = self.place_at(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._go_into(place)

    @Slot()
    def _on_click_stayed_single(self) -> None:
        if self._clicked is not None:
            self.node_opened.emit(self._clicked)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        place = event.position()
        self.zoom(_NOTCH ** (turned / 120), place.x(), place.y())
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            scene, chosen = self.scene, self.chosen
            if scene is None or chosen is None:
                return
            x, y, _, height = self.shot.camera.to_view(scene.layout.boxes[chosen])
            at = self.mapToGlobal(QPoint(int(x), int(y + height)))
        else:
            self.choose(self.place_at(float(event.pos().x()), float(event.pos().y())))
            at = event.globalPos()
        if (node := self.chosen_node) is not None:
            self.menu_asked.emit(node, at)

    @override
    def event(self, event: QEvent) -> bool:
        match event:
            case QHelpEvent() if event.type() is QEvent.Type.ToolTip:
                self._show_tip(event)
                return True
            case QNativeGestureEvent() if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position().x(), event.position().y())
                return True
            case QGestureEvent():
                return self._pinch(event) or super().event(event)
            case _:
                return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        scene = self.scene
        place = self.place_at(float(event.pos().x()), float(event.pos().y()))
        if scene is None or place is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), scene.tip(place), self)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        place = self.mapFromGlobal(pinch.centerPoint().toPoint())
        self.zoom(pinch.scaleFactor(), float(place.x()), float(place.y()))
        return True

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and is_shift and way in _PANS:
            self.pan(*_PANS[way])
        elif way is not None:
            self._go(way)
        elif not self._answer(Qt.Key(event.key()), is_ctrl=is_ctrl):
            super().keyPressEvent(event)

    def _answer(self, key: Qt.Key, *, is_ctrl: bool) -> bool:
        """Do what a key stands for; False for one that means nothing here."""
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_NOTCH)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _NOTCH)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_Home:
                self.choose(0, reveal=True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter_key(is_ctrl=is_ctrl)
            case Qt.Key.Key_Backspace | Qt.Key.Key_Escape:
                return self.leave()
            case _:
                return False
        return True

    def _enter_key(self, *, is_ctrl: bool) -> None:
        if is_ctrl and (node := self.chosen_node) is not None:
            self.node_opened.emit(node)
        elif self.chosen is not None:
            self._go_into(self.chosen)

    def _go(self, way: Way) -> None:
        scene = self.scene
        if scene is not None:
            self.choose(0 if self.chosen is None else neighbour(scene, self.chosen, way) or self.chosen, reveal=True)

    def _go_into(self, place: int) -> None:
        self.choose(place)
        node = self.chosen_node
        if not self.enter(place) and node is not None:
            self.node_opened.emit(node)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen is None and event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.choose(0)
