"""Shown while an address is typed at which the company has a site already: one address is one site (`facts.md` §1.1)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.words import coded

if TYPE_CHECKING:
    from crmdesk.services.site_premises import SiteHere


class PremisesBar(QWidget):
    """Names the site that stands there and offers what can be meant; hidden while there is none.

    Signals:
        open_asked: `str` key of the site. unit_asked: `services.site_premises.SiteHere`, gets a floor or department.
        other_building_asked: what is typed is another building.
    """

    open_asked = Signal(str)
    unit_asked = Signal(object)
    other_building_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="bottom")
        self._here: SiteHere | None = None
        sign = QLabel(self)
        sign.setPixmap(icon("map-pin", Role.WARN).pixmap(QSize(ICON, ICON)))
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._reason = QLabel(self)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        mark(self._reason, textRole="secondary")
        self.open_button = QPushButton(self)
        self.unit_button = QPushButton(self)
        self.other_button = QPushButton(self)
        mark(self.other_button, kind="quiet")
        self.open_button.clicked.connect(self._on_open)
        self.unit_button.clicked.connect(self._on_unit)
        self.other_button.clicked.connect(self.other_building_asked)
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(sign)
        above.addWidget(self._sentence, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addStretch(1)
        for button in (self.open_button, self.unit_button, self.other_button):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + GRID, GRID, MARGIN, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(above)
        layout.addWidget(self._reason)
        layout.addLayout(below)
        self.hide()
        self._retranslate()

    def show_sites(self, here: "tuple[SiteHere, ...]") -> None:
        """Show the first of the sites at the address typed, or hide."""
        self._here = here[0] if here else None
        self._retranslate()
        self.setVisible(self._here is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._here is not None:
            name = coded(self._here.name, self._here.code)
            sentence = self.tr("{name} stands at this address already: {address}").format(name=name, address=self._here.address)
            self._sentence.setText(sentence)
            reason = QCoreApplication.translate("premises", self._here.reason).format(**self._here.params)
            self._reason.setText(reason)
            self.setAccessibleName(f"{sentence} {reason}")
        self.open_button.setText(self.tr("&Open it"))
        self.unit_button.setText(self.tr("Add a &floor or department to it"))
        self.unit_button.setToolTip(self.tr("What you typed becomes a part of that site: one address is one site"))
        self.other_button.setText(self.tr("It is another &building"))
        self.other_button.setToolTip(self.tr("Kept as your decision, with your name and today's date"))

    @Slot()
    def _on_open(self) -> None:
        if self._here is not None:
            self.open_asked.emit(str(self._here.key))

    @Slot()
    def _on_unit(self) -> None:
        if self._here is not None:
            self.unit_asked.emit(self._here)
