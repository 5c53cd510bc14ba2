"""Leads in the words and looks of the present language: status chips, who has one, what is due."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import LeadStatus
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.words import word

_LOOKS: Final = {
    LeadStatus.NEW: (Role.INFO, Shape.RING),
    LeadStatus.WORKING: (Role.ACCENT, Shape.HALF),
    LeadStatus.QUALIFIED: (Role.OK, Shape.DISC),
    LeadStatus.DISQUALIFIED: (Role.SECONDARY, Shape.CROSS),
    LeadStatus.CONVERTED: (Role.OK, Shape.NONE),
}


def lead_status_look(status: LeadStatus, *, is_flat: bool = True) -> ChipLook:
    """Return the chip of a lead's status."""
    role, shape = _LOOKS[status]
    return ChipLook(word(status), role, shape, is_flat)


def holder_text(owner: str | None, pool: str | None, *, is_provisional: bool) -> str:
    """Return who has a lead, or the pool it waits in."""
    translate = QCoreApplication.translate
    if is_provisional:
        return translate("leads", "Claimed, not confirmed yet")
    if owner:
        return owner
    return translate("leads", "Pool {name}").format(name=pool) if pool else translate("leads", "Nobody")
