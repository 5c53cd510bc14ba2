"""The line at the bottom: what is saved and sent, and long work with its progress and a way to stop it."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.tasks.progress import Progress, ProgressState
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark

_BAR_WIDTH: Final = 120
_TITLE_WIDTH: Final = 260
_HEIGHT: Final = 28


class ProgressItem(QWidget):
    """What is being done, how far, how long, cancel.

    Signals:
        cancel_requested: the user asked to stop; the item waits to be closed by whoever opened it.
    """

    cancel_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._title = QLabel(title, self)
        self._title.setMaximumWidth(_TITLE_WIDTH)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._figures = QLabel(self)
        mark(self._figures, textRole="secondary")
        self._cancel = QToolButton(self)
        self._cancel.setIcon(icon("x"))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in (self._title, self._bar, self._figures, self._cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def follow(self, progress: Progress) -> None:
        """Let the cross stop this work."""
        self._progress = progress

    def show_progress(self, state: ProgressState) -> None:
        """Show where the work is; made to be the receiver of `Tasks.progress`."""
        if state.text:
            self._title.setText(state.text)
            self._title.setToolTip(state.text)
        self._bar.setRange(0, 1000 if state.total else 0)
        if not state.total:
            self._figures.setText(str(state.done) if state.done else "")
            return
        self._bar.setValue(round(1000 * state.done / state.total))
        percent = self.tr("{percent} %").format(percent=100 * state.done // state.total)
        self._figures.setText(percent if state.left_s is None else self._with_time(percent, round(state.left_s)))
        self.setAccessibleName(f"{self._title.text()} {percent}")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._cancel.setAccessibleName(self.tr("Stop"))
        self._cancel.setToolTip(self.tr("Stop this"))

    def _with_time(self, percent: str, seconds: int) -> str:
        clock = f"{seconds // 60}:{seconds % 60:02d}"
        return self.tr("{percent}  {time} left").format(percent=percent, time=clock)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._figures.setText(self.tr("Stopping …"))
        if self._progress is not None:
            self._progress.cancel()
        self.cancel_requested.emit()


class StatusLine(QWidget):
    """At the left one sentence about what is saved, in the middle what the caller adds, at the right progress items."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="top")
        self.setMinimumHeight(_HEIGHT)
        self._state = QLabel(self)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        mark(self._state, textRole="secondary")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, 1, MARGIN, 0)
        self._layout.setSpacing(2 * GAP)
        self._layout.addWidget(self._state, 1)

    def show_state(self, text: str, tip: str = "") -> None:
        """Say what is saved and what waits."""
        self._state.setText(text)
        self._state.setToolTip(tip)

    def add_widget(self, widget: QWidget) -> None:
        """Add something of the caller's between the sentence and the progress items; the line owns it."""
        self._layout.insertWidget(1, widget)

    def add_item(self, title: str) -> ProgressItem:
        """Add a progress item; call its `deleteLater` through `remove_item` when the work is over."""
        item = ProgressItem(title, self)
        self._layout.addWidget(item)
        return item

    def remove_item(self, item: ProgressItem) -> None:
        """Take a progress item away."""
        self._layout.removeWidget(item)
        item.hide()
        item.deleteLater()

    def items(self) -> list[ProgressItem]:
        """Return the progress items shown, oldest first."""
        found = (self._layout.itemAt(at) for at in range(self._layout.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, ProgressItem)]
