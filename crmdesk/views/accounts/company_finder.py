"""The popup at a record's menu: the company that the record is moved to."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.company_picker import CompanyPicker
from crmdesk.views.context import ViewContext

_WIDTH: Final = 380
_SHOWN_ROWS: Final = 10


class CompanyFinder(QFrame):
    """A popup that closes itself; Enter picks, Esc closes.

    Signals:
        company_picked: (`RecordKey` of the record that moves, `RecordKey` of the company or None for the top).
    """

    company_picked = Signal(object, object)

    def __init__(self, context: ViewContext, moved: RecordKey, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, surface="raised")
        self._moved = moved
        title = QLabel(self.tr("Move under which company?"), self)
        mark(title, textRole="strong")
        self._picker = CompanyPicker(context, (moved,), self, rows=_SHOWN_ROWS, with_top=moved.kind is RecordKind.COMPANY)
        self.search, self.found = self._picker.search, self._picker.found
        self.search.setAccessibleName(title.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(title)
        layout.addWidget(self._picker)
        self.setFixedWidth(_WIDTH)
        self._picker.company_picked.connect(self._on_picked)

    def open_at(self, position: QPoint) -> None:
        """Show the popup."""
        self.move(position)
        self.show()
        self.search.setFocus()

    @Slot(object)
    def _on_picked(self, company: RecordKey | None) -> None:
        self.close()
        self.company_picked.emit(self._moved, company)
