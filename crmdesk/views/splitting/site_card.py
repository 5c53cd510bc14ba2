"""What the plan says of one site: its address, why it is one place, and every address that says so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.theme.metrics import GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.splitting.words import reason_text
from crmdesk.views.words import listed

if TYPE_CHECKING:
    from crmdesk.services.splitting.plan import PlannedSite

_SHOWN = 4


class SiteCard(QWidget):
    """Shows one site; empty until told which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self)
        mark(self._name, textRole="recordTitle")
        self._address = ElidedLabel(self)
        self._why = QLabel(self)
        self._grounds = QLabel(self)
        for label in (self._why, self._grounds):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            mark(label, textRole="secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for label in (self._name, self._address, self._why, self._grounds):
            layout.addWidget(label)

    def show_site(self, site: "PlannedSite | None") -> None:
        """Show a site."""
        if site is None:
            for label in (self._why, self._grounds):
                label.clear()
            self._name.show_text("")
            self._address.show_text("")
            return
        code = self.tr("{name}  {code}").format(name=site.name, code=site.code) if site.code else site.name
        self._name.show_text(code)
        self._address.show_text(site.address or self.tr("no address"))
        self._why.setText(reason_text(site.why))
        mark(self._why, textRole="warn" if site.why.is_weak else "secondary")
        lines = [
            self.tr("{address} – {reason}").format(address=ground.address.text, reason=reason_text(ground.reason))
            for ground in site.grounds
            if ground.reason is not None
        ]
        more = len(lines) - _SHOWN
        if more > 0:
            lines = [*lines[:_SHOWN], self.tr("and %n more addresses", "", more)]
        if site.units:
            names = listed(unit.name for unit in site.units)
            lines.append(self.tr("Floors and rooms in it become parts of the site: {names}").format(names=names))
        self._grounds.setText("\n".join(lines))
        self._grounds.setVisible(bool(lines))
