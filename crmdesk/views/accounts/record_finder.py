"""The popup at a record's menu: the other record that something is done with – the company it moves under, the one it merges with."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.record_picker import RecordPicker
from crmdesk.views.context import ViewContext

_WIDTH: Final = 440
_SHOWN_ROWS: Final = 10


class RecordFinder(QFrame):
    """A popup that closes itself; Enter picks, Esc closes.

    Signals:
        picked: (`RecordKey` it is about, if any; `RecordKey` found, or None for the top).
    """

    picked = Signal(object, object)

    def __init__(
        self,
        context: ViewContext,
        record: RecordKey | None,
        question: str,
        parent: QWidget,
        *,
        kind: RecordKind,
        with_top: bool = False,
    ) -> None:
        """`question` stands above; `kind` is what is found; `with_top` offers to belong to no company."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, surface="raised")
        self._record = record
        title = QLabel(question, self)
        mark(title, textRole="strong")
        self._picker = RecordPicker(
            context, () if record is None else (record,), self, rows=_SHOWN_ROWS, with_top=with_top, kind=kind
        )
        self.search, self.found = self._picker.search, self._picker.found
        self.search.setAccessibleName(question)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(title)
        layout.addWidget(self._picker)
        self.setFixedWidth(_WIDTH)
        self._picker.record_picked.connect(self._on_picked)

    def open_below(self, button: QWidget) -> None:
        """Show the popup below a button, ending where it ends."""
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height())))
        self.show()
        self.search.setFocus()

    @Slot(object)
    def _on_picked(self, found: RecordKey | None) -> None:
        self.close()
        self.picked.emit(self._record, found)
