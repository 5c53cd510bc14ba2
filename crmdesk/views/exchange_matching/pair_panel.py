"""One pair side by side: the centre's record and the own one, field by field, with what would be taken."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.duplicates.wording import reason_texts
from crmdesk.views.merging.choice_grid import ChoiceGrid
from crmdesk.views.words import remark_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crmdesk.services.merging import MergePreview


class PairPanel(QWidget):
    """The centre's record stays; of fields that differ its value stays unless the own one is chosen.

    Signals:
        value_chosen: `str` key of the field, `str` id of the record whose value is to be taken.
    """

    value_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: ChoiceGrid | None = None
        self._pair: tuple[str, ...] = ()
        mark(self, surface="surface")
        self._hint = _wrapping(self, "secondary")
        self._why = _wrapping(self, "strong")
        self._reasons = _wrapping(self, "")
        self._told = _wrapping(self, "warn")
        self._page = QWidget(self)
        mark(self._page, surface="surface")
        self._inside = QVBoxLayout(self._page)
        self._inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._inside.setSpacing(GAP)
        for label in (self._hint, self._why, self._reasons, self._told):
            self._inside.addWidget(label)
        self._inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._retranslate()

    @property
    def grid(self) -> ChoiceGrid | None:
        """The fields side by side, None before a pair was shown."""
        return self._grid

    def show_pair(self, preview: "MergePreview", reasons: "Sequence[Any]") -> None:
        """Show a pair, the centre's record first in `preview`; `reasons` are `models.matching.Reason`."""
        pair = tuple(record.key.id for record in preview.records)
        if pair != self._pair or self._grid is None:
            if self._grid is not None:
                self._grid.hide()
                self._grid.deleteLater()
            self._grid = ChoiceGrid(self._page)
            self._grid.value_chosen.connect(self.value_chosen)
            self._inside.insertWidget(1, self._grid)
            self._pair = pair
        self._grid.show_preview(preview)
        for cell in self._grid.survivor_cells():
            cell.setEnabled(False)  # the centre's always stays: others may have built on it
        self._reasons.setText("\n".join(f"• {text}" for text in reason_texts(reasons)))
        self._why.setVisible(bool(reasons))
        self._told.setText("\n".join(remark_text(remark) for remark in preview.told))
        self._told.setVisible(bool(preview.told))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._hint.setText(
            self.tr(
                "Left the record of the centre, right the one of this computer. What is empty at the centre is filled; "
                "of what differs the centre's value stays unless you choose yours."
            )
        )
        self._why.setText(self.tr("What speaks for and against it"))


def _wrapping(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if role:
        mark(label, textRole=role)
    return label
