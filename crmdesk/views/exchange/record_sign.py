"""The sign in a record's header: whether it is at the centre, and who holds it. Nothing is shown without a centre."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ClaimState
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.chips import Chip, ChipLook, Shape
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.wording import place_look, place_tip
from crmdesk.views.words import time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.claims import ClaimStatus
    from crmdesk.services.exchange_state import Place

_REFRESH_MS = 150


class RecordSign(QWidget):
    """Follows changes by itself; `show_record` whenever another record is opened."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: RecordKey | None = None
        self._known: tuple[Place | None, ClaimStatus] | None = None
        self.place, self.holder = Chip(parent=self), Chip(parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.place)
        layout.addWidget(self.holder)
        self._later = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._later.timeout.connect(self._ask)
        context.bus.changed.connect(self._on_changed)
        context.exchange_turned.connect(self._ask)
        self.hide()

    def show_record(self, key: RecordKey | None) -> None:
        """Show where a record stands; None for none."""
        if key != self._key:
            self.hide()
        self._key = key
        self._ask()

    @property
    def claim(self) -> "ClaimStatus | None":
        """Who holds the record, None while that is not known or there is no centre."""
        return None if self._known is None or self._known[0] is None else self._known[1]

    @Slot()
    def _ask(self) -> None:
        if self._key is None or not self._context.is_ready or not self._context.is_connected:
            self._known = None
            self.hide()
            return
        work = partial(_read, self._context.services, self._key)
        self._context.tasks.read(work, done=self._on_read, latest="sign")

    @Slot(object)
    def _on_read(self, known: "tuple[Place | None, ClaimStatus]") -> None:
        self._known = known
        self._show()

    def _show(self) -> None:
        place, claim = (None, None) if self._known is None else self._known
        if place is None or claim is None:
            self.hide()
            return
        self.place.show_look(place_look(place))
        self.place.setToolTip(place_tip(place))
        look = self._claim_look(claim)
        self.holder.setVisible(look is not None)
        if look is not None:
            self.holder.show_look(look)
            until = "" if claim.until is None else self.tr("until {day}").format(day=time_text(claim.until, with_time=False))
            self.holder.setToolTip(until)
        self.show()

    def _claim_look(self, claim: "ClaimStatus") -> ChipLook | None:
        if claim.state is ClaimState.HELD and claim.is_mine:
            return ChipLook(self.tr("Held by me"), Role.OK, Shape.DISC, is_flat=True)
        if claim.state is ClaimState.ASKED:
            return ChipLook(self.tr("Asked for"), Role.INFO, Shape.HALF, is_flat=True)
        if claim.state in {ClaimState.HELD, ClaimState.LOST} and claim.holder:
            return ChipLook(self.tr("Held by {name}").format(name=claim.holder), Role.WARN, Shape.CROSS, is_flat=True)
        return None

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._key is not None and changes and self._context.is_connected:
            self._later.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()


def _read(services: "Services", key: RecordKey) -> "tuple[Place | None, ClaimStatus]":
    return services.exchange_state.of_record(key), services.claims.status(key)
