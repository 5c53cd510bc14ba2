"""Paints hits, captions and notes: two lines of 44 px, what matched in the accent colour."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crmdesk.ui.chips import chip_size, paint_chip
from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.search_box.hits import HIT_ROLE, KIND_ROLE, RowKind, SearchHit
from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.metrics import GAP, HIT_HEIGHT, ICON_LARGE, MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

_CAPTION_HEIGHT: Final = 26
_NOTE_HEIGHT: Final = 44
Spans = tuple[tuple[int, int], ...]
_Index = QModelIndex | QPersistentModelIndex


class SearchHitDelegate(QStyledItemDelegate):
    """One delegate for every row of the popup. Takes colours from the view's palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._for: QFont | None = None
        self._small = QFont()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        kind = index.data(KIND_ROLE)
        heights = {RowKind.HIT: HIT_HEIGHT, RowKind.CAPTION: _CAPTION_HEIGHT, RowKind.NOTE: _NOTE_HEIGHT}
        return QSize(0, heights[RowKind(kind)])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect, font, palette = QRect(option.rect), option.font, option.palette
        if self._for != font:
            self._for, self._small = QFont(font), sized(font, TextSize.SMALL)
        hit = index.data(HIT_ROLE)
        if hit is None:
            self._paint_words(painter, rect, index, palette)
            return
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(palette, Role.SELECTION))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(palette, Role.HOVER))
        self._paint_hit(painter, rect.adjusted(MARGIN, 0, -MARGIN, 0), hit, font, palette)

    def _paint_words(self, painter: QPainter, rect: QRect, index: _Index, palette: QPalette) -> None:
        is_note = index.data(KIND_ROLE) == RowKind.NOTE
        painter.setFont(self._for if is_note and self._for else self._small)
        painter.setPen(colour(palette, Role.SECONDARY))
        align = Qt.AlignmentFlag.AlignVCenter if is_note else Qt.AlignmentFlag.AlignBottom
        place = rect.adjusted(MARGIN, 0, -MARGIN, 0 if is_note else -4)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignLeft, index.data())

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: SearchHit, font: QFont, palette: QPalette) -> None:
        left, right = rect.left(), rect.right() + 1
        if hit.icon:
            ratio = painter.device().devicePixelRatioF()
            picture = icon_pixmap(hit.icon, Role.SECONDARY, size=ICON_LARGE, ratio=ratio)
            painter.drawPixmap(left, rect.top() + (rect.height() - ICON_LARGE) // 2, picture)
        left += ICON_LARGE + GAP
        if hit.badge is not None:
            size = chip_size(hit.badge, font)
            right -= size.width()
            paint_chip(painter, QRect(right, rect.top(), size.width(), rect.height()), hit.badge, palette, font)
            right -= GAP
        metrics, small = QFontMetrics(font), QFontMetrics(self._small)
        gap = max(0, (rect.height() - metrics.height() - small.height()) // 3)
        first, second = rect.top() + gap, rect.top() + 2 * gap + metrics.height()
        end = right
        if hit.detail:
            width = small.horizontalAdvance(hit.detail)
            end -= width + GAP
            painter.setFont(self._small)
            painter.setPen(colour(palette, Role.SECONDARY))
            place = QRect(right - width, first, width, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, hit.detail)
        text, quiet, accent = (colour(palette, role) for role in (Role.TEXT, Role.SECONDARY, Role.ACCENT))
        place = QRect(left, first, end - left, metrics.height())
        self._line(painter, place, (hit.title, hit.title_spans), font=font, ink=text, mark=accent)
        if hit.subtitle:
            place = QRect(left, second, right - left, small.height())
            self._line(painter, place, (hit.subtitle, hit.subtitle_spans), font=self._small, ink=quiet, mark=accent)

    def _line(self, painter: QPainter, place: QRect, words: tuple[str, Spans], *, font: QFont, ink: QColor, mark: QColor) -> None:
        """Draw one line with its matched parts marked, elided at the right."""
        text, spans = words
        if place.width() <= 0:
            return
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(ink)
        if not spans:
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown
            )
            return
        kept = len(shown) if shown == text else len(shown) - 1  # the ellipsis is no match
        layout = QTextLayout(shown, font)
        layout.setFormats([_marked(start, min(length, kept - start), mark) for start, length in spans if start < kept])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width() + 8)  # marked parts are a little wider than measured
        layout.endLayout()
        layout.draw(painter, QPointF(place.x(), place.y()))


def _marked(start: int, length: int, ink: QColor) -> QTextLayout.FormatRange:
    marked = QTextCharFormat()
    marked.setForeground(ink)
    marked.setFontWeight(QFont.Weight.DemiBold)
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, marked
    return span
