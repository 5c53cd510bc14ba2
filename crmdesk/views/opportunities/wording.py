"""Opportunities in the looks of the present language: chips of stages, amounts, days."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from crmdesk.core.money import Money, digits_of
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.stages import StageRow


def stage_look(name: str, *, is_won: bool, is_lost: bool, is_flat: bool = True) -> ChipLook:
    """Return the chip of a stage: what goes on, what is won, what is lost."""
    if is_won:
        return ChipLook(name, Role.OK, Shape.DISC, is_flat)
    if is_lost:
        return ChipLook(name, Role.SECONDARY, Shape.CROSS, is_flat)
    return ChipLook(name, Role.ACCENT, Shape.HALF, is_flat)


def money_text(money: Money | None) -> str:
    """Return an amount with its currency as the reader writes numbers, with a decimal part only where there is one."""
    if money is None:
        return ""
    amount = money.amount
    digits = 0 if amount == amount.to_integral_value() else digits_of(money.currency)
    return f"{QLocale().toString(float(amount), 'f', digits)} {money.currency}"


def day_of(text: object) -> str:
    """Return a day, stored or as such, as the reader writes it, empty for none."""
    day = QDate.fromString(str(text or ""), "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else ""


def stage_beside(known: "Sequence[StageRow]", stage_id: str, step: int) -> "StageRow | None":
    """Return the next (1) or former (-1) stage of the way to an order, None at its ends.

    `known` are all stages in their order, those no longer offered too. Losing is no step: it is chosen, not walked to.
    """
    at = next((place for place, stage in enumerate(known) if stage.id == stage_id), None)
    if at is None:
        return None
    if known[at].is_closed and step > 0:
        return None
    rest = known[at + 1 :] if step > 0 else known[:at][::-1]
    return next((stage for stage in rest if not stage.is_retired and not stage.is_lost), None)
