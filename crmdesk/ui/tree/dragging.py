"""Dragging rows of a tree onto a node: what is carried, what is marked, what is refused and why. What a drop means is the caller's.

A node under the pointer opens by itself after a moment, and the tree scrolls near its upper and lower edge.
"""

import json
from typing import Final, Protocol

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role
from crmdesk.ui.tree.tree_table import Span, TreeSelection, TreeTable

ROWS_MIME: Final = "application/x-tree-rows"
OPENS_AFTER_MS: Final = 700
_SCROLL_EVERY_MS: Final = 40
_EDGE: Final = ROW_HEIGHT
"""So near to an edge of the view the tree scrolls."""


class DropRules(Protocol):
    """Knows which rows may go where; answers at once, from what is loaded."""

    def refusal(self, selection: TreeSelection, path: tuple[str, ...]) -> str:
        """Return why these rows may not come under the last node of `path` (keys from the top; empty: the top itself), '' if they may."""


class RowDragging(QObject):
    """Lets rows of a tree be dragged onto its nodes, or below the last row: to the top.

    Signals:
        dropped: (`TreeSelection`, `str` key of the node, empty for the top).
        refused: `str` why what hangs at the pointer may not be dropped there; empty when it may.
    """

    dropped = Signal(object, str)
    refused = Signal(str)

    def __init__(self, table: TreeTable, rules: DropRules) -> None:
        super().__init__(table)
        self._table = table
        self._rules = rules
        self._mark = _DropMark(table.viewport())
        self._over = ""
        self._told = ""
        self._opening = QTimer(self, singleShot=True, interval=OPENS_AFTER_MS)
        self._opening.timeout.connect(self._on_hovered)
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._on_scroll)
        self._at = QPoint()
        table.setDragEnabled(True)
        table.drag_started.connect(self._on_drag_started)
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                self._enter(event)
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self._move(event)
            case QEvent.Type.DragLeave:
                self._leave()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._drop(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasFormat(ROWS_MIME):
            event.ignore()  # a file, say: whoever is behind takes it
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def _move(self, event: QDragMoveEvent) -> None:
        self._at = event.position().toPoint()
        selection = carried(event.mimeData())
        row = self._table.rowAt(self._at.y())
        if selection is None or (row >= 0 and self._table.tree.row_at(row) is None):
            self._say("")
            event.ignore()
            return
        path = self._table.path_of(row) if row >= 0 else ()
        reason = self._rules.refusal(selection, path)
        self._show_mark(row, is_refused=bool(reason))
        self._say(reason)
        self._hover(path[-1] if path else "")
        if not self._scrolling.isActive():
            self._scrolling.start()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(not reason)

    def _leave(self) -> None:
        self._mark.hide()
        self._opening.stop()
        self._scrolling.stop()
        self._over = ""
        self._say("")

    def _drop(self, event: QDropEvent) -> None:
        selection = carried(event.mimeData())
        row = self._table.rowAt(event.position().toPoint().y())
        path = self._table.path_of(row) if row >= 0 else ()
        self._leave()
        if selection is None or (row >= 0 and self._table.tree.row_at(row) is None) or self._rules.refusal(selection, path):
            event.ignore()
            return
        # A copy, not a move: Qt would remove the rows of the model after a move by itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(selection, path[-1] if path else "")

    def _show_mark(self, row: int, *, is_refused: bool) -> None:
        table = self._table
        if row >= 0:
            top = table.rowViewportPosition(row)
        else:
            rows = table.tree.rowCount()
            top = table.rowViewportPosition(rows - 1) + ROW_HEIGHT if rows else 0
        self._mark.show_at(QRect(0, top, table.viewport().width(), ROW_HEIGHT), is_line=row < 0, is_refused=is_refused)

    def _say(self, reason: str) -> None:
        if reason == self._told:
            return
        self._told = reason
        if reason:
            QToolTip.showText(self._table.viewport().mapToGlobal(self._at + QPoint(GAP, GAP)), reason, self._table.viewport())
        else:
            QToolTip.hideText()
        self.refused.emit(reason)

    def _hover(self, key: str) -> None:
        if key != self._over:
            self._over = key
            self._opening.start()

    def _on_hovered(self) -> None:
        row = self._table.tree.row_of(self._over) if self._over else None
        if row is not None:
            self._table.tree.open_row(row)

    def _on_scroll(self) -> None:
        height = self._table.viewport().height()
        bar = self._table.verticalScrollBar()
        if self._at.y() < _EDGE:
            bar.setValue(bar.value() - ROW_HEIGHT // 2)
        elif self._at.y() > height - _EDGE:
            bar.setValue(bar.value() + ROW_HEIGHT // 2)

    def _on_drag_started(self, selection: TreeSelection) -> None:
        drag = QDrag(self._table)
        drag.setMimeData(packed(selection))
        drag.setPixmap(_picture(self._table, selection))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._leave()


def packed(selection: TreeSelection) -> QMimeData:
    """Return rows as data that a drag carries."""
    plain = {"keys": selection.keys, "spans": [(span.parent, span.first, span.last) for span in selection.spans]}
    data = QMimeData()
    data.setData(ROWS_MIME, QByteArray(json.dumps(plain).encode()))
    return data


def carried(data: QMimeData) -> TreeSelection | None:
    """Return the rows a drag carries, None for anything else."""
    if not data.hasFormat(ROWS_MIME):
        return None
    try:
        plain = json.loads(bytes(data.data(ROWS_MIME).data()))
        return TreeSelection(tuple(plain["keys"]), tuple(Span(*span) for span in plain["spans"]))
    except (ValueError, KeyError, TypeError):  # another program's idea of the format
        return None


def _picture(table: TreeTable, selection: TreeSelection) -> QPixmap:
    """Return what hangs at the pointer: the name of one row, or how many there are."""
    count = selection.count
    row = table.row_of(selection.keys[0]) if count == 1 and selection.keys else None
    text = next(iter(row.cells.values())).text if row is not None and row.cells else f"{count:,}"
    metrics = table.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 240)
    ratio = table.devicePixelRatioF()
    width = metrics.horizontalAdvance(text) + 2 * GAP
    picture = QPixmap(int(width * ratio), int(ROW_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(colour(table.palette(), Role.SELECTION))
    painter = QPainter(picture)
    painter.setFont(table.font())
    painter.setPen(colour(table.palette(), Role.TEXT))
    painter.drawText(QRect(0, 0, width, ROW_HEIGHT), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


class _DropMark(QWidget):
    """The frame round the row a drop would go to, or the line behind the last row; red where it is refused."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_line = False
        self._is_refused = False
        self.hide()

    def show_at(self, rect: QRect, *, is_line: bool, is_refused: bool) -> None:
        """Mark a place."""
        self._is_line, self._is_refused = is_line, is_refused
        self.setGeometry(rect)
        self.show()
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(colour(self.palette(), Role.BAD if self._is_refused else Role.ACCENT), 2))
        if self._is_line:
            painter.drawLine(0, 1, self.width(), 1)
        else:
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
