"""Paints hits, captions and notes: two lines of 44 px, what matched in the accent colour."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crmdesk.ui.chips import chip_size, paint_chip
from crmdesk.ui.icons import icon_pixmap, pixel_ratio
from crmdesk.ui.search_box.hits import RowKind, SearchHit, SearchHitModel
from crmdesk.ui.theme.fonts import TextSize, sized
from crmdesk.ui.theme.metrics import GAP, HIT_HEIGHT, ICON_LARGE, MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role

_REMEMBERED: Final = 512
"""Widths and shortened texts remembered of each sort."""
_CAPTION_HEIGHT: Final = 26
_NOTE_HEIGHT: Final = 44
_HEIGHTS: Final = {RowKind.HIT: HIT_HEIGHT, RowKind.CAPTION: _CAPTION_HEIGHT, RowKind.NOTE: _NOTE_HEIGHT}
_SIZES: Final = {kind: QSize(0, height) for kind, height in _HEIGHTS.items()}
_NOTE_PLACE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft  # an `or` of Qt's flags is slow in Python
_CAPTION_PLACE: Final = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
Spans = tuple[tuple[int, int], ...]
_Index = QModelIndex | QPersistentModelIndex


def rows_height(model: SearchHitModel) -> int:
    """Return how high all rows of a model are together."""
    return sum(_HEIGHTS[kind] for kind, _words, _hit in model.rows())


class SearchHitDelegate(QStyledItemDelegate):
    """Says how high the rows of the popup are, and paints them. Takes colours from the view's palette.

    It asks the model itself and not through the index, which costs a tenth of a paint.
    """

    def __init__(self, model: SearchHitModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._scheme = 0
        self._pens = _Pens(QFont(), QPalette())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return _SIZES[self._model.row_at(index.row())[0]]

    def paint_rows(self, painter: QPainter, view: QListView, dirty: QRect) -> None:
        """Paint the rows in `dirty` one below the other; the view itself would ask some twenty questions a row."""
        font, palette, viewport = view.font(), view.palette(), view.viewport()
        if self._pens.font != font or self._scheme != palette.cacheKey():
            self._scheme, self._pens = palette.cacheKey(), _Pens(font, palette)
        chosen = view.currentIndex().row()
        hovered = view.indexAt(viewport.mapFromGlobal(QCursor.pos())).row() if viewport.underMouse() else -1
        top, bottom, width = -view.verticalOffset(), dirty.bottom(), viewport.width()
        for row, (kind, words, hit) in enumerate(self._model.rows()):
            if top > bottom:
                break
            height = _HEIGHTS[kind]
            if top + height > dirty.top():
                rect = QRect(0, top, width, height)
                if hit is None:
                    self._paint_words(painter, rect, words, is_note=kind is RowKind.NOTE)
                else:
                    if row in {chosen, hovered}:
                        painter.fillRect(rect, self._pens.selection if row == chosen else self._pens.hover)
                    self._paint_hit(painter, rect.adjusted(MARGIN, 0, -MARGIN, 0), hit)
            top += height

    def _paint_words(self, painter: QPainter, rect: QRect, words: str, *, is_note: bool) -> None:
        painter.setFont(self._pens.font if is_note else self._pens.small)
        painter.setPen(self._pens.quiet)
        place = rect.adjusted(MARGIN, 0, -MARGIN, 0 if is_note else -4)
        painter.drawText(place, _NOTE_PLACE if is_note else _CAPTION_PLACE, words)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: SearchHit) -> None:
        pens = self._pens
        left, right = rect.left(), rect.right() + 1
        if hit.icon:
            painter.drawPixmap(left, rect.top() + (rect.height() - ICON_LARGE) // 2, pens.picture(hit.icon, pixel_ratio(painter)))
        left += ICON_LARGE + GAP
        if hit.badge is not None:
            width = chip_size(hit.badge, pens.font).width()
            right -= width
            paint_chip(painter, QRect(right, rect.top(), width, rect.height()), hit.badge, pens.palette, pens.font)
            right -= GAP
        first, second = rect.top() + pens.first, rect.top() + pens.second
        if not hit.subtitle:
            first = rect.top() + pens.middle
        else:
            self._line(painter, (left, second, right - left), hit.subtitle, hit.subtitle_spans, is_small=True)
        end = right
        if hit.detail:
            width = round(pens.small_runs[0].advance(hit.detail))
            end -= width + GAP
            painter.setFont(pens.small)
            painter.setPen(pens.quiet)
            painter.drawText(right - width, first, hit.detail)
        self._line(painter, (left, first, end - left), hit.title, hit.title_spans, is_small=False)

    def _line(self, painter: QPainter, place: tuple[int, int, int], text: str, spans: Spans, *, is_small: bool) -> None:
        """Draw one line at (x, baseline, width) with its matched parts marked, elided at the right."""
        x, baseline, width = place
        pens = self._pens
        if width <= 0:
            return
        plain_colour = pens.quiet if is_small else pens.text
        kept = len(text)
        # A character is at most 1 em and a bit wide: short texts need no measuring.
        if kept * pens.widest > width and (elided := pens.elided(text, width, is_small=is_small)) != text:
            text = elided
            kept = len(text) - 1  # the ellipsis is no match
        if not spans:
            painter.setFont(pens.small if is_small else pens.font)
            painter.setPen(plain_colour)
            painter.drawText(x, baseline, text)
            return
        # Short runs one behind the other: a text layout with formats takes three times as long.
        plain, marked = pens.small_runs if is_small else pens.runs
        at, left = 0, float(x)
        for start, length in (*spans, (len(text), 0)):
            end = min(start + length, kept)
            for piece, look in ((text[at : min(start, len(text))], plain), (text[start:end], marked)):
                if piece:
                    painter.setFont(look.font)
                    painter.setPen(pens.accent if look is marked else plain_colour)
                    painter.drawText(QPointF(left, baseline), piece)
                    if start < len(text):  # what is drawn last needs no measuring
                        left += look.advance(piece)
            at = max(at, end)


@dataclass(frozen=True, slots=True)
class _Run:
    """A font with its measures."""

    font: QFont
    metrics: QFontMetricsF
    advances: dict[str, float] = field(default_factory=dict)

    def advance(self, text: str) -> float:
        """Return how wide a text is; what is typed, a code and the front of a name come again from one key to the next."""
        known = self.advances.get(text)
        if known is None:
            if len(self.advances) >= _REMEMBERED:
                self.advances.clear()
            known = self.advances[text] = self.metrics.horizontalAdvance(text)
        return known

    @classmethod
    def of(cls, font: QFont, weight: QFont.Weight | None = None) -> "_Run":
        made = QFont(font)
        if weight is not None:
            made.setWeight(weight)
        return cls(made, QFontMetricsF(made))


class _Pens:
    """Fonts, measures and colours for one font and palette, made once and not per row."""

    def __init__(self, font: QFont, palette: QPalette) -> None:
        self.palette = QPalette(palette)
        self.font = QFont(font)
        self.small = sized(font, TextSize.SMALL)
        self.metrics = QFontMetrics(self.font)
        self.small_metrics = QFontMetrics(self.small)
        self.widest = self.metrics.height()
        gap = max(0, (HIT_HEIGHT - self.metrics.height() - self.small_metrics.height()) // 3)
        self.first = gap + self.metrics.ascent()  # baselines of the two lines of a hit
        self.middle = (HIT_HEIGHT - self.metrics.height()) // 2 + self.metrics.ascent()  # of a hit's only line
        self.second = 2 * gap + self.metrics.height() + self.small_metrics.ascent()
        roles = (Role.TEXT, Role.SECONDARY, Role.SELECTION, Role.HOVER)
        self.text, self.quiet, self.selection, self.hover = (colour(palette, role) for role in roles)
        self.accent = colour(palette, Role.ACCENT)
        self.runs, self.small_runs = ((_Run.of(size), _Run.of(size, QFont.Weight.DemiBold)) for size in (self.font, self.small))
        self._pictures: dict[tuple[str, float], QPixmap] = {}
        self._elided: dict[tuple[str, int, bool], str] = {}

    def elided(self, text: str, width: int, *, is_small: bool) -> str:
        """Return a text as it fits into a width, elided at the right; many a record is found again by the next key."""
        known = self._elided.get((text, width, is_small))
        if known is None:
            if len(self._elided) >= _REMEMBERED:
                self._elided.clear()
            metrics = self.small_metrics if is_small else self.metrics
            known = self._elided[text, width, is_small] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return known

    def picture(self, name: str, ratio: float) -> QPixmap:
        """Return an icon in the quiet colour."""
        picture = self._pictures.get((name, ratio))
        if picture is None:
            picture = self._pictures[name, ratio] = icon_pixmap(name, Role.SECONDARY, size=ICON_LARGE, ratio=ratio)
        return picture
