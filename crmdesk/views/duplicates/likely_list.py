"""What a form shows below a name while somebody types: likely companies and sites, why, and what to do with them.

A form makes one, hands it its values with `look_for` at every change, and connects `open_asked` and `new_site_asked`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.tasks.runner import Tasks
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.duplicates.wording import confidence_look, path_text, reason_texts

if TYPE_CHECKING:
    from crmdesk.services.likely_records import Likely, LikelyRecords

PAUSE_MS: Final = 250
"""Typing pauses that long before it is asked."""
MOST_SHOWN: Final = 3


class LikelyList(QWidget):
    """Hidden while nothing likely is known; a later answer replaces the earlier one.

    Signals:
        open_asked: `RecordKey`: work on that record instead of making another.
        new_site_asked: `RecordKey` of a company: what is entered is a new site of it.
        answered: the answer to the last question is shown.
    """

    open_asked = Signal(object)
    new_site_asked = Signal(object)
    answered = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._service: LikelyRecords | None = None
        self._wanted: tuple[RecordKind, Mapping[str, Any], str | None] | None = None
        self._lines: list[LikelyLine] = []
        self._shown: tuple[Likely, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._title = QLabel(self)
        mark(self._title, textRole="warn")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GRID, 0, GRID)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self._title)
        self.hide()
        self._retranslate()

    @property
    def shown(self) -> "tuple[Likely, ...]":
        """What is shown."""
        return self._shown

    @property
    def lines(self) -> "tuple[LikelyLine, ...]":
        """The widgets of what is shown, in order."""
        return tuple(self._lines)

    def connect_to(self, service: "LikelyRecords") -> None:
        """Ask this service from now on (`context.services.likely`)."""
        self._service = service

    def look_for(self, kind: RecordKind, values: Mapping[str, Any], exclude_id: str | None = None) -> None:
        """Ask for what is typed, once typing pauses; see `LikelyRecords.likely`."""
        wanted = (kind, dict(values), exclude_id)
        if wanted != self._wanted:
            self._wanted = wanted
            self._pause.start()

    def clear(self) -> None:
        """Show nothing, and forget what was asked."""
        self._pause.stop()
        self._wanted = None
        self._show(())

    @Slot()
    def _on_pause_over(self) -> None:
        if self._service is None or self._wanted is None:
            return
        kind, values, exclude_id = self._wanted
        self._tasks.read(
            self._service.likely, kind, values, exclude_id, MOST_SHOWN, done=self._on_answered, owner=self, latest="likely"
        )

    @Slot(object)
    def _on_answered(self, found: "tuple[Likely, ...]") -> None:
        if self._wanted is not None:
            self._show(found)
            self.answered.emit()

    def _show(self, found: "tuple[Likely, ...]") -> None:
        self._shown = found
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for likely in found:
            line = LikelyLine(likely, self)
            line.open_asked.connect(self.open_asked)
            line.new_site_asked.connect(self.new_site_asked)
            self._layout.addWidget(line)
            self._lines.append(line)
        self._align()
        self.setVisible(bool(found))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._align()

    def _align(self) -> None:
        """Let the names begin below one another, whatever the words in front of them."""
        width = max((line.chip.sizeHint().width() for line in self._lines), default=0)
        for line in self._lines:
            line.chip.setMinimumWidth(width)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("It may be here already:"))
        self.setAccessibleName(self.tr("Records that may be the same"))


class LikelyLine(QWidget):
    """One likely record: how sure, its name, where it belongs, why, and the ways out."""

    open_asked = Signal(object)
    new_site_asked = Signal(object)

    def __init__(self, likely: "Likely", parent: QWidget) -> None:
        super().__init__(parent)
        self._likely = likely
        self.chip = Chip(parent=self)
        self._name = ElidedLabel(self)
        mark(self._name, textRole="strong")
        self._place = ElidedLabel(self)
        mark(self._place, textRole="secondary")
        self._why = ElidedLabel(self)
        mark(self._why, textRole="secondary")
        self._open, self._new_site = QAction(self), QAction(self)
        self._open.triggered.connect(self._on_open)
        self._new_site.triggered.connect(self._on_new_site)
        self._new_site.setVisible(likely.offers_new_site)
        self.open_button = ActionButton(self._open, kind="quiet", parent=self)
        self.new_site_button = ActionButton(self._new_site, kind="quiet", parent=self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._place)
        texts.addWidget(self._why)
        for text in (self._name, self._place, self._why):  # as wide as there is room, so that the buttons stand at the edge
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(self.new_site_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self._retranslate()

    @property
    def reason(self) -> str:
        """Why it stands here."""
        return self._why.whole_text

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        likely = self._likely
        self.chip.show_look(confidence_look(likely.confidence, is_flat=False))
        self._name.show_text(f"{likely.name}  {likely.code}".strip())
        self._place.show_text(path_text(likely.path, likely.address))
        self._place.setVisible(bool(self._place.whole_text))
        texts = reason_texts(likely.reasons)
        self._why.show_text(texts[0] if texts else "")
        self._why.setToolTip("\n".join(texts))
        self._open.setText(self.tr("Open it"))
        self._open.setToolTip(self.tr("Go on with this record instead of making another"))
        self._new_site.setText(self.tr("New site here"))
        self._new_site.setToolTip(self.tr("What you enter is a new site of this company"))
        self.setAccessibleName(f"{likely.name}: {self.reason}")

    @Slot()
    def _on_open(self) -> None:
        self.open_asked.emit(self._likely.key)

    @Slot()
    def _on_new_site(self) -> None:
        self.new_site_asked.emit(self._likely.key)
