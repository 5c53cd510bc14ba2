"""The band on a record that others were merged into: from what, when, by whom – and back again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.icons import icon_pixmap
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.context import ViewContext
from crmdesk.views.words import listed, time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.merging import MergeOf


class MergedBand(QWidget):
    """One line; hidden where nothing was merged. `show_record` whenever another record is opened; it follows changes by itself."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: RecordKey | None = None
        self._merges: tuple[MergeOf, ...] = ()
        mark(self, surface="window")
        self._picture = QLabel(self)
        self.sentence = ElidedLabel(self)
        mark(self.sentence, textRole="secondary")
        self.undo_button = QPushButton(self)
        self.undo_button.setAutoDefault(False)
        mark(self.undo_button, kind="quiet")
        self.undo_button.clicked.connect(self._on_undo_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GRID // 2, MARGIN, GRID // 2)
        layout.setSpacing(GAP)
        layout.addWidget(self._picture)
        layout.addWidget(self.sentence)
        layout.addWidget(self.undo_button)
        layout.addStretch(1)
        self.hide()
        self._retranslate()
        context.bus.changed.connect(self._on_changed)

    def show_record(self, key: RecordKey | None) -> None:
        """Show the merges into a record; None for none."""
        if key != self._key:
            self._show(())
        self._key = key
        self._ask()

    def _ask(self) -> None:
        if self._key is None or not self._context.is_ready:
            self._show(())
            return
        work = partial(self._context.services.merging.merges_of, self._key)
        self._context.tasks.read(work, done=self._show, latest="merges")

    @Slot(object)
    def _show(self, merges: "tuple[MergeOf, ...]") -> None:
        self._merges = merges
        self._retranslate()
        self.setVisible(bool(merges))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._key is not None and (changes.action in {"merge", "undo", "redo"} or self._merges):
            self._ask()

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self._merges:
            from crmdesk.views.merging import open_unmerge

            open_unmerge(self._context, self._merges[0].transaction, self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self._retranslate()

    def _retranslate(self) -> None:
        self._picture.setPixmap(icon_pixmap("merge", Role.SECONDARY, size=ICON, ratio=self.devicePixelRatioF()))
        self.undo_button.setText(self.tr("Take back …"))
        self.undo_button.setToolTip(self.tr("Make the merged records records of their own again"))
        if self._merges:
            latest = self._merges[0]
            text = self.tr("Merged from {merged} on {day} by {user}.").format(
                merged=listed(one.name for one in latest.merged),
                day=time_text(latest.at, with_time=False),
                user=latest.user_name or "—",
            )
            if len(self._merges) > 1:
                text = self.tr("{latest} And %n earlier merges.", "", len(self._merges) - 1).format(latest=text)
            self.sentence.show_text(text)
