"""Draws the rows of the splitting dialog: sites with their address below the name, children with the reason, doubtful ones marked."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon_pixmap, pixel_ratio
from crmdesk.ui.theme.fonts import TextSize, sized, tabular
from crmdesk.ui.theme.metrics import GAP, GRID, HIT_HEIGHT, ICON, ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.splitting.children_model import REASON, RECORD, ChildrenModel
from crmdesk.views.splitting.dragging import ChildKey
from crmdesk.views.splitting.sites_model import SitesModel
from crmdesk.views.splitting.words import figure

Index = QModelIndex | QPersistentModelIndex
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_HOVERED: Final = QStyle.StateFlag.State_MouseOver.value
_COUNT_WIDTH: Final = 44
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _background(painter: QPainter, rect: QRect, option: QStyleOptionViewItem, palette: QPalette) -> None:
    state = option.state.value
    if state & _SELECTED:
        painter.fillRect(rect, colour(palette, Role.SELECTION))
    elif state & _HOVERED:
        painter.fillRect(rect, colour(palette, Role.HOVER))


def _text(painter: QPainter, rect: QRect, text: str, font: QFont, *, at: Qt.AlignmentFlag = _MIDDLE) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, at, shown)


class SiteDelegate(QStyledItemDelegate):
    """Two lines for a site, one for an account; a word says what is new, at the right stands how much goes there."""

    def __init__(self, view: QAbstractItemView, model: SitesModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HIT_HEIGHT if self._model.site_at(index) is not None else ROW_HEIGHT)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        editor.setGeometry(rect.x(), rect.y() + (rect.height() - ROW_HEIGHT) // 2, rect.width() - GAP, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect, font = self._view.palette(), option.rect, self._view.font()
        painter.save()
        _background(painter, rect, option, palette)
        inner = rect.adjusted(GRID, 0, -GAP, 0)
        count = self._model.count_at(index)
        painter.setPen(colour(palette, Role.SECONDARY))
        _text(painter, inner, figure(count), tabular(font), at=_RIGHT)
        inner.setRight(inner.right() - _COUNT_WIDTH)
        site = self._model.site_at(index)
        if site is None:
            painter.setPen(colour(palette, Role.TEXT))
            _text(painter, inner, str(index.data() or ""), sized(font, TextSize.STRONG))
        else:
            half = rect.height() // 2
            upper = QRect(inner.x(), inner.y() + GRID, inner.width(), half - GRID)
            lower = QRect(inner.x(), inner.y() + half, inner.width(), half - GRID)
            small = sized(font, TextSize.SMALL)
            word, role = self._state(site.key, is_weak=site.why.is_weak)
            painter.setPen(colour(palette, role))
            _text(painter, upper, word, small, at=_RIGHT)
            painter.setPen(colour(palette, Role.TEXT))
            width = QFontMetrics(small).horizontalAdvance(word) + GAP
            _text(painter, upper.adjusted(0, 0, -width, 0), site.name, font)
            painter.setPen(colour(palette, Role.SECONDARY))
            _text(painter, lower, site.address or self.tr("no address"), small)
        painter.restore()

    def _state(self, key: str, *, is_weak: bool) -> tuple[str, Role]:
        """Return what becomes of a site in a word, and its colour."""
        if not key.startswith("new:"):
            return self.tr("stays"), Role.SECONDARY
        return (self.tr("new, doubtful"), Role.WARN) if is_weak else (self.tr("new"), Role.ACCENT)


class ChildDelegate(QStyledItemDelegate):
    """A group's head in bold over a line; a doubtful reason in the colour of a warning, with its sign; what is cut is grey."""

    def __init__(self, view: QAbstractItemView, model: ChildrenModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.cut: frozenset[ChildKey] = frozenset()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT if self._model.child_at(index) is not None else ROW_HEIGHT + GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect, font = self._view.palette(), option.rect, self._view.font()
        painter.save()
        child = self._model.child_at(index)
        inner = rect.adjusted(GRID, 0, -GAP, 0)
        if child is None:
            painter.fillRect(rect, colour(palette, Role.WINDOW))
            painter.setPen(colour(palette, Role.TEXT))
            if index.column() == RECORD:
                _text(painter, inner, str(index.data() or ""), sized(font, TextSize.STRONG))
            painter.restore()
            return
        _background(painter, rect, option, palette)
        role = Role.TEXT if index.column() == RECORD else Role.SECONDARY
        if index.column() == REASON and child.reason.is_weak:
            role = Role.WARN
            ratio = pixel_ratio(painter)
            top = rect.y() + (rect.height() - ICON) // 2
            painter.drawPixmap(inner.x(), top, icon_pixmap("triangle-alert", Role.WARN, size=ICON, ratio=ratio))
            inner.setLeft(inner.left() + ICON + GRID)
        if child.key in self.cut:
            role = Role.DISABLED
        painter.setPen(colour(palette, role))
        _text(painter, inner, str(index.data() or ""), font)
        painter.restore()
