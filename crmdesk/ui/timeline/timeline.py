"""The timeline as a light list: days as headings, entries with time, title and text."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.theme.fonts import TextSize, sized, tabular
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, ROW_HEIGHT
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.tokens import Role
from crmdesk.ui.timeline.entries import TimelineEntry, by_day

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_TIME_WIDTH: Final = 48
_MAX_LINES: Final = 6
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_LINE: Final = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_SELECTED: Final = QStyle.StateFlag.State_Selected.value


class TimelineModel(QAbstractListModel):
    """Days and entries in one list; days cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[date | TimelineEntry] = []

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._rows = by_day(entries)
        self.endResetModel()

    def row(self, number: int) -> date | TimelineEntry:
        """Return a day or an entry."""
        return self._rows[number]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} or not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, TimelineEntry):
            return f"{row.at:%H:%M} {row.title}" + (f"\n{row.text}" if row.text else "")
        return day_text(row)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not isinstance(self._rows[index.row()], TimelineEntry):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


def day_text(day: date) -> str:
    """Return a day as the reader writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


class TimelineDelegate(QStyledItemDelegate):
    """Draws days and entries; an entry is as high as its text needs, up to some lines."""

    def __init__(self, view: QListView, model: TimelineModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        width = self._view.viewport().width()
        if not isinstance(row, TimelineEntry):
            return QSize(width, ROW_HEIGHT + GAP)
        if not row.text:
            return QSize(width, ROW_HEIGHT)
        return QSize(width, ROW_HEIGHT + self._text_height(row, option, width) + GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        rect = option.rect
        palette = option.palette
        if not isinstance(row, TimelineEntry):
            painter.setPen(colour(palette, Role.SECONDARY))
            painter.setFont(sized(option.font, TextSize.SMALL))
            painter.drawText(rect.adjusted(GAP, GAP, -GAP, 0), _LINE, day_text(row))
            painter.fillRect(QRect(rect.x() + GAP, rect.bottom(), rect.width() - 2 * GAP, 1), colour(palette, Role.LINE))
            return
        if option.state.value & _SELECTED:
            painter.fillRect(rect, colour(palette, Role.SELECTION))
        line = QRect(rect.x() + GAP, rect.y(), _TIME_WIDTH, ROW_HEIGHT)
        painter.setFont(tabular(option.font))
        painter.setPen(colour(palette, Role.SECONDARY))
        painter.drawText(line, _LINE, f"{row.at:%H:%M}")
        left = line.right()
        if row.icon:
            mark = icon_pixmap(row.icon, Role.SECONDARY, size=ICON, ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(left, rect.y() + (ROW_HEIGHT - ICON) // 2, mark)
        left += ICON + GAP
        title = QRect(left, rect.y(), rect.right() - left - GAP, ROW_HEIGHT)
        painter.setFont(option.font)
        painter.setPen(colour(palette, Role.TEXT))
        painter.drawText(title, _LINE, painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, title.width()))
        if row.text:
            painter.setPen(colour(palette, Role.SECONDARY))
            below = QRect(left, rect.y() + ROW_HEIGHT - 2, title.width(), rect.height() - ROW_HEIGHT)
            painter.drawText(below, _WRAP, row.text)

    def _text_height(self, row: TimelineEntry, option: QStyleOptionViewItem, width: int) -> int:
        metrics = QFontMetrics(option.font)
        room = max(60, width - 2 * GAP - _TIME_WIDTH - ICON - GAP)
        needed = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, row.text).height()
        return min(needed, metrics.lineSpacing() * _MAX_LINES)


class Timeline(QListView):
    """Shows dated entries, newest first.

    Signals:
        entry_activated: (`str` key) by Enter or double click.
    """

    entry_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = TimelineModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(TimelineDelegate(self, self._entries))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._on_activated)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.viewport().update()  # days are written in the language's way

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries."""
        self._entries.set_entries(entries)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._entries.row(index.row())
        if isinstance(row, TimelineEntry):
            self.entry_activated.emit(row.key)
