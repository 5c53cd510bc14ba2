"""A company as the answer to a conflict: found by typing, among any number of them."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.forms.fields import Value
from crmdesk.views.accounts.record_picker import RecordPicker
from crmdesk.views.context import ViewContext

_ROWS: Final = 5


class CompanyInput(QWidget):
    """Stands where an editor of a form stands, but begins empty: the two companies in question have buttons of their own.

    Signals:
        chosen: another entry is chosen, or none any more. picked: by Enter or a click.
    """

    chosen = Signal()
    picked = Signal()

    def __init__(self, context: ViewContext, left_out: RecordKey, parent: QWidget, *, with_top: bool) -> None:
        super().__init__(parent)
        self._key: RecordKey | None = None
        self.picker = RecordPicker(context, (left_out,), self, rows=_ROWS, with_top=with_top, kind=RecordKind.COMPANY)
        self.picker.record_chosen.connect(self._on_chosen)
        self.picker.record_picked.connect(self._on_picked)
        found = self.picker.found
        found.currentItemChanged.connect(self._on_current_changed)
        found.model().rowsInserted.connect(found.show)
        found.model().modelReset.connect(found.hide)  # no empty space between the input and its buttons
        found.setVisible(found.count() > 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def name_input(self, name: str) -> None:
        """Say what is asked for, to whoever hears the screen."""
        self.picker.search.setAccessibleName(name)

    @property
    def has_choice(self) -> bool:
        """Whether an entry is chosen: a company, or none above it."""
        return self.picker.found.currentItem() is not None

    def value(self) -> Value:
        """Return the id of the company chosen, None for none above it."""
        return None if self._key is None or not self.has_choice else self._key.id

    @Slot(object)
    def _on_chosen(self, key: RecordKey | None) -> None:
        self._key = key

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.chosen.emit()

    @Slot(object)
    def _on_picked(self, key: RecordKey | None) -> None:
        self._key = key
        self.picked.emit()
