"""What stands between a record's tabs and its form: what two changed, what it was merged from, its figures, what it may be already."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GRID, MARGIN
from crmdesk.views.accounts.premises_bar import PremisesBar
from crmdesk.views.accounts.roll_up_band import RollUpBand
from crmdesk.views.conflicts.record_band import ConflictBand
from crmdesk.views.context import ViewContext
from crmdesk.views.duplicates.likely_list import LikelyList
from crmdesk.views.merging.merged_band import MergedBand

if TYPE_CHECKING:
    from crmdesk.views.accounts.opened import OpenedRecord


class RecordBands(QWidget):
    """Each band hides while it has nothing to say.

    Attributes:
        premises: which site stands at the address that is typed.

    Signals:
        record_asked: `str` key of a record to go on with instead of the new one.
        new_site_asked: `str` key of the company that the new record is a site of.
    """

    record_asked = Signal(str)
    new_site_asked = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.premises = PremisesBar(self)
        self.conflicts = ConflictBand(context, self)
        self.merged = MergedBand(context, self)
        self.roll_ups = RollUpBand(context, self)
        self.likely = LikelyList(context.tasks, self)
        self.likely.setContentsMargins(MARGIN + GRID, 0, MARGIN, 0)
        self.likely.open_asked.connect(self._on_open_asked)
        self.likely.new_site_asked.connect(self._on_new_site_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for band in (self.conflicts, self.merged, self.premises, self.roll_ups, self.likely):
            layout.addWidget(band)

    def show_record(self, opened: "OpenedRecord") -> None:
        """Speak of a stored record."""
        key = opened.record.key
        self.likely.clear()
        self.conflicts.show_record(key)
        self.merged.show_record(key)
        self.roll_ups.show_company(key if key.kind is RecordKind.COMPANY else None)

    def show_draft(self) -> None:
        """Speak of a record that is being entered."""
        self.likely.clear()
        self.conflicts.show_record(None)
        self.merged.show_record(None)
        self.roll_ups.show_company(None)

    def look_for(self, kind: RecordKind, values: Mapping[str, Any]) -> None:
        """Ask, once typing pauses, what is known already of what is entered."""
        self.likely.connect_to(self._context.services.likely)
        self.likely.look_for(kind, values)

    def apply(self, changes: Changes) -> None:
        """Follow what was done elsewhere."""
        self.roll_ups.apply(changes)

    @Slot(object)
    def _on_open_asked(self, key: RecordKey) -> None:
        self.record_asked.emit(str(key))

    @Slot(object)
    def _on_new_site_asked(self, key: RecordKey) -> None:
        self.new_site_asked.emit(str(key))
