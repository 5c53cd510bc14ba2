"""The list under the search box: an overlay of the window, not a window, so it never takes the keyboard on any platform."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.search_box.delegate import SearchHitDelegate, rows_height
from crmdesk.ui.search_box.hits import SearchHit, SearchHitModel
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_MOST_HEIGHT: Final = 560
_LEAST_WIDTH: Final = 480
_RADIUS: Final = 6.0
_SHRINKS_AFTER: Final = 300
"""Milliseconds without other hits after which a shorter list gives back its place: hits come first, the tree behind is painted later."""


class _HitList(QListView):
    """Paints every pixel of its rows, so that other hits do not make what lies below, a whole tree, paint as well."""

    def __init__(self, model: SearchHitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._rows = SearchHitDelegate(model, self)
        self.setItemDelegate(self._rows)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(self.palette(), Role.RAISED))
        self._rows.paint_rows(painter, self, event.rect())
        painter.end()


class SearchPopup(QFrame):
    """Shows hits under an anchor widget.

    Paints every pixel of its shape itself, and grows at once but shrinks when typing pauses: painting the tree behind it
    takes longer than painting the hits.

    Signals:
        hit_activated: the `SearchHit` that was clicked or confirmed.
    """

    hit_activated = Signal(object)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        mark(self, surface="raised")
        self._shrink = QTimer(self)
        self._shrink.setSingleShot(True)
        self._shrink.setInterval(_SHRINKS_AFTER)
        self._shrink.timeout.connect(self.place)
        self._model = SearchHitModel(self)
        self._list = _HitList(self._model, self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, GRID, 1, GRID)
        layout.addWidget(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def model(self) -> SearchHitModel:
        """The rows."""
        return self._model

    @property
    def view(self) -> QListView:
        """The list; for the accessible name and for tests."""
        return self._list

    @property
    def current(self) -> SearchHit | None:
        """The hit Enter would open."""
        return self._model.hit_at(self._list.currentIndex().row())

    def show_hits(self, hits: Sequence[SearchHit], note: str = "") -> None:
        """Show other hits, the first one chosen; hide when there is nothing to show."""
        self._shrink.stop()
        self._model.show_hits(hits, note)
        if not self._model.rowCount():
            self.hide()
            return
        self._choose(self._model.next_hit_row(-1, 1))
        self._list.scrollToTop()
        self._make_room()
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go `by` hits down or up, round the ends."""
        direction = 1 if by > 0 else -1
        row = self._list.currentIndex().row()
        for _ in range(abs(by)):
            following = self._model.next_hit_row(row, direction)
            if following < 0:
                if abs(by) > 1:
                    break
                following = self._model.next_hit_row(-1 if direction > 0 else self._model.rowCount(), direction)
            row = following
        self._choose(row)

    def go_first(self) -> None:
        """Choose the first hit."""
        self._choose(self._model.next_hit_row(-1, 1))
        self._list.scrollToTop()

    def go_last(self) -> None:
        """Choose the last hit."""
        self._choose(self._model.next_hit_row(self._model.rowCount(), -1))

    @Slot()
    def place(self) -> None:
        """Take the place under the anchor; call it when the window was resized."""
        self._shrink.stop()
        self.setGeometry(self._wanted())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # polishing takes it from what has rounded corners

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self.palette(), Role.RAISED))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(self.palette(), Role.LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _wanted(self) -> QRect:
        window = self._anchor.window()
        corner = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 2))
        width = min(max(self._anchor.width(), _LEAST_WIDTH), window.width() - 2 * GAP)
        height = min(rows_height(self._model) + 2 * GRID + 2, _MOST_HEIGHT, window.height() - corner.y() - GAP)
        return QRect(max(GAP, min(corner.x(), window.width() - width - GAP)), corner.y(), width, height)

    def _make_room(self) -> None:
        wanted = self._wanted()
        if self.isVisible() and wanted.height() < self.height() and wanted.width() == self.width():
            self._shrink.start()
        else:
            self.place()

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        hit = self._model.hit_at(index.row())
        if hit is not None:
            self.hit_activated.emit(hit)
