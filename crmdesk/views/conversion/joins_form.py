"""Where a lead goes: a new record or one of those that exist, for company, site and person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.conversion.wording import candidate_text, target_title
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.conversion_plan import Candidate, ConversionPlan

_KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)
_LABEL_WIDTH: Final = 132
_NEW: Final = ""
_NOBODY: Final = "-"


@dataclass(slots=True)
class _Line:
    label: QLabel
    box: QComboBox
    name: QLineEdit


class JoinsForm(QWidget):
    """Three lines: what is joined, and what a new record is called.

    Signals:
        chosen: `RecordKind` whose record was chosen anew.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._lines: dict[RecordKind, _Line] = {}
        for row, kind in enumerate(_KINDS):
            line = _Line(QLabel(self), QComboBox(self), QLineEdit(self))
            line.label.setBuddy(line.box)
            mark(line.label, textRole="secondary")
            line.box.setProperty("kind", kind.value)
            line.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            line.box.setMinimumContentsLength(24)
            line.box.activated.connect(self._on_activated)
            line.name.setMaxLength(400)
            grid.addWidget(line.label, row, 0)
            grid.addWidget(line.box, row, 1)
            grid.addWidget(line.name, row, 2)
            self._lines[kind] = line
        self._lines[RecordKind.CONTACT].name.hide()
        self._retranslate()

    def box(self, kind: RecordKind) -> QComboBox:
        """Return the list of one kind of record."""
        return self._lines[kind].box

    def name_edit(self, kind: RecordKind) -> QLineEdit:
        """Return the field with the name of a new record."""
        return self._lines[kind].name

    def show_plan(self, plan: "ConversionPlan", person: str) -> None:
        """Offer what a plan found; the names of new records are set while nobody typed others. `person` is the lead's."""
        self._fill(RecordKind.COMPANY, plan.companies, plan.joins.company_id, plan.name)
        self._fill(RecordKind.SITE, plan.sites, plan.joins.site_id, plan.site_name)
        self._fill(RecordKind.CONTACT, plan.contacts, plan.joins.contact_id, person)
        people = self._lines[RecordKind.CONTACT].box
        with QSignalBlocker(people):
            if not person:
                people.removeItem(0)
            people.addItem(self.tr("Nobody"), _NOBODY)
            if not plan.joins.with_contact:
                people.setCurrentIndex(people.count() - 1)

    def _fill(self, kind: RecordKind, found: "tuple[Candidate, ...]", chosen: str | None, name: str) -> None:
        line = self._lines[kind]
        with QSignalBlocker(line.box):
            line.box.clear()
            new = target_title(kind, is_new=True)
            line.box.addItem(f"{new} – {name}" if kind is RecordKind.CONTACT and name else new, _NEW)
            for candidate in found:
                line.box.addItem(candidate_text(candidate), candidate.key.id)
            line.box.setCurrentIndex(max(line.box.findData(chosen or _NEW), 0))
        if not line.name.isModified():
            line.name.setText(name)
        is_named = kind is not RecordKind.CONTACT and line.box.currentData() == _NEW
        line.name.setVisible(is_named)
        row = _KINDS.index(kind)
        self._grid.removeWidget(line.box)
        self._grid.addWidget(line.box, row, 1, 1, 1 if is_named else 2)

    def chosen_id(self, kind: RecordKind) -> str | None:
        """Return the record that is joined, None for a new one (or for nobody)."""
        data = self._lines[kind].box.currentData()
        return None if data in {None, _NEW, _NOBODY} else str(data)

    @property
    def has_person(self) -> bool:
        """Whether a person is carried over."""
        return bool(self._lines[RecordKind.CONTACT].box.currentData() != _NOBODY)

    def typed_names(self) -> dict[tuple[RecordKind, str], object]:
        """Return the names of the records that are made, by target and column."""
        found: dict[tuple[RecordKind, str], object] = {}
        for kind, column in ((RecordKind.COMPANY, "legal_name"), (RecordKind.SITE, "name")):
            if self.chosen_id(kind) is None:
                found[kind, column] = self._lines[kind].name.text().strip()
        return found

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(RecordKind(self.sender().property("kind")))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for kind, line in self._lines.items():
            line.label.setText(word(kind))
            line.box.setAccessibleName(word(kind))
            line.box.setToolTip(self.tr("A new record, or one that exists: only its empty fields are filled"))
            line.name.setAccessibleName(self.tr("Name of the new record"))
