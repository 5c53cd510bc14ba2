"""Who has a say in an opportunity: the people of the site, each with a role or none."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from crmdesk.core.vocabulary import BuyingRole
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.contacts import ContactRow
    from crmdesk.services.opportunities import PersonAtOpportunity

_APART: Final = "apart"
_UNKNOWN: Final = "unknown"


class PeopleBox(QWidget):
    """A row for each person; Up and Down choose the role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self.tr("People"), self)
        mark(self._title, textRole="strong")
        self._nobody = QLabel(self.tr("Nobody is known at this site yet. Add people on its tab Contacts."), self)
        self._nobody.setWordWrap(True)
        mark(self._nobody, textRole="small")
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        self._rows.setHorizontalSpacing(MARGIN)
        self._rows.setVerticalSpacing(GRID)
        self._rows.setColumnStretch(0, 1)
        self._rows.addWidget(self._title, 0, 0, 1, 2)
        self._rows.addWidget(self._nobody, 1, 0, 1, 2)
        self.roles: dict[str, QComboBox] = {}

    def show_people(self, contacts: "Sequence[ContactRow]", named: "Sequence[PersonAtOpportunity]") -> None:
        """Offer the people of the site and those who are named already; called once."""
        rows = {one.contact_id: (one.name, one.title) for one in named}
        rows.update((one.contact_id, (one.name, one.title)) for one in contacts)
        chosen = {one.contact_id: one.role for one in named}
        self._nobody.setVisible(not rows)
        for at, (contact, (name, title)) in enumerate(rows.items(), 2):
            label = ElidedLabel(self)
            label.show_text(" · ".join(filter(None, (name, title))))
            role = QComboBox(self)
            role.addItem(self.tr("Not involved"), _APART)
            role.addItem(self.tr("Involved, role not known"), _UNKNOWN)
            for one in BuyingRole:
                role.addItem(word(one), one.value)
            wanted = chosen.get(contact, _APART)
            role.setCurrentIndex(role.findData(_UNKNOWN if wanted is None else str(wanted)))
            role.setAccessibleName(name)
            role.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._rows.addWidget(label, at, 0)
            self._rows.addWidget(role, at, 1)
            self.roles[contact] = role

    def people(self) -> Mapping[str, BuyingRole | None]:
        """Return who is involved."""
        chosen = {contact: str(role.currentData()) for contact, role in self.roles.items()}
        return {contact: None if role == _UNKNOWN else BuyingRole(role) for contact, role in chosen.items() if role != _APART}
