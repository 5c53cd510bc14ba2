"""The companies that come to this laptop with everything under them: found by typing, or by code where they are not here."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.accounts.record_picker import RecordPicker
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.link import ChosenCompany
from crmdesk.views.settings.row_table import RowTable, table_command

_FOUND: Final = 6
_SHOWN: Final = 8
_PATH_BREAK: Final = " › "


class CompanyChoice(QWidget):
    """Enter adds what is found; Delete in the list removes.

    Signals:
        edited: (tuple of values: ids, or codes of what is not here) the user added or removed one.
    """

    edited = Signal(object)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
        self.picker = RecordPicker(context, (), self, rows=_FOUND, with_top=False)
        self._search, self._found = self.picker.search, self.picker.found
        self._search.setClearButtonEnabled(True)
        self._looked_up = ""
        self.add_code = QAction(self.tr("Add as a co&de"), self)
        self.add_code.setIcon(icon("plus"))
        self.table = RowTable(
            [self.tr("Company"), self.tr("Lies under"), self.tr("Sites")], wide=(0, 1), numbers=(2,), parent=self
        )
        self.table.setAccessibleName(self.tr("Companies that come with everything under them"))
        tip = self.tr("It goes from this laptop with the next exchange; nothing changes at the centre.")
        self.remove = table_command(self.table, "x", self.tr("&Remove"), tip, "Del")
        self._remove_button = ActionButton(self.remove, kind="quiet", parent=self)
        self._build()
        self._search.textChanged.connect(self._show_code)
        self._search.returnPressed.connect(self._on_return)
        self.picker.looked_up.connect(self._on_looked_up)
        self.picker.record_picked.connect(self._on_picked)
        self._found.model().rowsInserted.connect(self._found.show)
        self._found.model().modelReset.connect(self._found.hide)  # no empty space between the input and the list
        self.add_code.triggered.connect(self._on_code)
        self.remove.triggered.connect(self._on_remove)
        self.show_companies(())
        self._show_code()

    def _build(self) -> None:
        self._found.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self._search)
        finding = QHBoxLayout()
        finding.setSpacing(GAP)
        finding.addWidget(self._search, 1)
        finding.addWidget(ActionButton(self.add_code, parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(finding)
        layout.addWidget(self.picker)
        layout.addWidget(self.table)
        removing = QHBoxLayout()
        removing.addStretch(1)
        removing.addWidget(self._remove_button)
        layout.addLayout(removing)

    def show_companies(self, companies: tuple[ChosenCompany, ...]) -> None:
        """Show what is chosen; whatever is being typed stays."""
        self._values = [one.value for one in companies]
        self.table.show_rows([(one.value, self._texts(one)) for one in companies])
        self.table.fit(_SHOWN)
        self.table.setVisible(bool(companies))
        self.remove.setVisible(bool(companies))

    def name_input(self, name: str) -> None:
        """Say what is asked for, to whoever hears the screen."""
        self._search.setAccessibleName(name)

    def _texts(self, one: ChosenCompany) -> tuple[str, str, str]:
        if one.is_here:
            name = self.tr("{name} ({code})").format(name=one.name, code=one.code) if one.code else one.name
            return name, _PATH_BREAK.join(one.path), f"{one.sites:,}"
        if one.is_unknown:
            return one.code, self.tr("None that you may see has it"), ""
        if one.code:
            return one.code, self.tr("Not on this laptop yet"), ""
        return self.tr("A company that is no longer here"), "", ""

    # Adding

    @Slot()
    def _show_code(self) -> None:
        """One word may be a code; what has blanks in it is a name."""
        may_be = len(self._search.text().split()) == 1
        self.add_code.setEnabled(may_be)
        told = self.tr("For a company that is not on this laptop; the next exchange looks for it at the centre.")
        self.add_code.setToolTip(told if may_be else self.tr("Waits for a customer code"))

    @Slot(str)
    def _on_looked_up(self, text: str) -> None:
        self._looked_up = text

    @Slot()
    def _on_return(self) -> None:
        """What was found is picked by the picker; what was looked for and is not here counts as a code."""
        if self._found.count() == 0 and self._looked_up == self._search.text():
            self.add_code.trigger()

    @Slot(object)
    def _on_picked(self, found: RecordKey | None) -> None:
        if found is not None:
            self._add(found.id)

    @Slot()
    def _on_code(self) -> None:
        self._add(self._search.text().strip())

    def _add(self, value: str) -> None:
        self._search.clear()
        self._search.setFocus()
        if value not in self._values:
            self._edit([*self._values, value])

    # Removing

    @Slot()
    def _on_remove(self) -> None:
        gone = self.table.chosen
        if gone in self._values:
            self._edit([value for value in self._values if value != gone])
            if not self._values:  # the list goes, and the keyboard with it
                self._search.setFocus()

    def _edit(self, values: list[str]) -> None:
        self._values = values
        self.edited.emit(tuple(values))
