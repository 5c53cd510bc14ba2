"""Where one is in a tree: segments to click, the middle ones behind an ellipsis when there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.theme.sheet import mark

_SEPARATOR: Final = "›"
_NARROWEST: Final = 48
_INSET: Final = 5
_PADDING: Final = 8  # of a segment, both sides and its frame


@dataclass(frozen=True, slots=True)
class PathSegment:
    """One step of the path; `payload` is what `segment_activated` hands back."""

    text: str
    payload: object


class PathBar(QWidget):
    """Shows a path of clickable segments; Tab and Enter reach every visible one, the ellipsis opens a menu of the others.

    Signals:
        segment_activated: payload of the segment the user went to.
    """

    segment_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[PathSegment, ...] = ()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def show_path(self, segments: Sequence[PathSegment]) -> None:
        """Show another path, root first."""
        self._segments = tuple(segments)
        self._rebuild()

    def visible_texts(self) -> tuple[str, ...]:
        """Return what can be read now, the ellipsis included."""
        return tuple(button.text() for button in self.findChildren(QToolButton) if not button.isHidden())

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = sum(self._width_of(metrics, segment.text) for segment in self._segments)
        return QSize(width, metrics.height() + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rebuild()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._rebuild()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Path"))

    def _width_of(self, metrics: QFontMetrics, text: str) -> int:
        return metrics.horizontalAdvance(text) + _PADDING + metrics.horizontalAdvance(_SEPARATOR) + 4

    def _hidden_range(self, metrics: QFontMetrics) -> tuple[int, int]:
        """Return which segments go behind the ellipsis: from the second on, never the last."""
        widths = [self._width_of(metrics, segment.text) for segment in self._segments]
        room = self.width()
        if sum(widths) <= room or len(widths) < 3:
            return (1, 1)
        total = sum(widths) + self._width_of(metrics, "…")
        end = 1
        while end < len(widths) - 1 and total > room:
            total -= widths[end]
            end += 1
        return (1, end)

    def _rebuild(self) -> None:
        had_focus = any(button.hasFocus() for button in self.findChildren(QToolButton))
        while (item := self._layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        metrics = self.fontMetrics()
        start, end = self._hidden_range(metrics)
        shown = [*range(start), *([-1] if end > start else []), *range(end, len(self._segments))]
        shown = [at for at in shown if at < len(self._segments)]
        others = sum(self._width_of(metrics, "…" if at < 0 else self._segments[at].text) for at in shown[:-1])
        for place, at in enumerate(shown):
            if place:
                separator = QLabel(_SEPARATOR, self)
                separator.setContentsMargins(0, 0, _INSET, 0)  # the style sheet pulls each word to the left by as much
                mark(separator, textRole="secondary")
                self._layout.addWidget(separator)
            is_last = place == len(shown) - 1
            self._layout.addWidget(
                self._more_button(start, end) if at < 0 else self._button(at, self.width() - others if is_last else 0)
            )
        self._layout.addStretch()
        if had_focus and (first := self.findChild(QToolButton)):
            first.setFocus()

    def _button(self, at: int, room: int) -> QToolButton:
        segment = self._segments[at]
        button = QToolButton(self)
        text = segment.text
        if room:
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(_NARROWEST, room - _PADDING - 4))
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(segment.text)
        button.setToolTip(segment.text if text != segment.text else "")
        button.setProperty("segment", at)
        mark(button, kind="path")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_segment_clicked)
        return button

    def _more_button(self, start: int, end: int) -> QToolButton:
        button = QToolButton(self)
        button.setText("…")
        mark(button, kind="path")
        button.setAccessibleName(self.tr("Steps in between"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for at in range(start, end):
            action = menu.addAction(self._segments[at].text.replace("&", "&&"))
            action.setData(at)
        menu.triggered.connect(self._on_menu_triggered)
        button.setMenu(menu)
        return button

    @Slot()
    def _on_segment_clicked(self) -> None:
        self.segment_activated.emit(self._segments[self.sender().property("segment")].payload)

    @Slot(object)
    def _on_menu_triggered(self, action: object) -> None:
        self.segment_activated.emit(self._segments[action.data()].payload)  # type: ignore[attr-defined]
