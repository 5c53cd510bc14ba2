"""Pools in sentences of the present language: why something waits, when it falls back and what helps, what is left today."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import PoolRule, RecordKind
from crmdesk.views.words import day_text, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.due_lists import DueRow
    from crmdesk.services.pool_desk import MyPool
    from crmdesk.services.pool_lists import WaitingRow

BETWEEN = " · "


def released_text(row: "WaitingRow") -> str:
    """Return by which rule, or for which reason, it was released; empty for what came straight into the pool."""
    if row.rule is not None:
        return word(row.rule)
    if row.reason:
        return row.reason
    return QCoreApplication.translate("pools", "Released by hand") if row.former_owner_id else ""


def may_take_text(row: "WaitingRow") -> str:
    """Return whether I may take it; empty when nothing hinders me."""
    if row.is_asked:
        return QCoreApplication.translate("pools", "Provisional")
    if row.days_to_wait:
        return QCoreApplication.translate("pools", "In %n days", "", row.days_to_wait)
    return ""


def waits_text(row: "WaitingRow") -> str:
    """Return since when it waits, who had it and why it was released, as one line."""
    translate = QCoreApplication.translate
    parts = []
    if row.pooled_at is not None:
        day = time_text(row.pooled_at, with_time=False)
        parts.append(translate("pools", "In the pool {pool} since {day}").format(pool=row.pool or "", day=day))
    if row.former_owner:
        parts.append(translate("pools", "before with {owner}").format(owner=row.former_owner))
    if why := released_text(row):
        parts.append(why)
    if row.is_locked:
        parts.append(locked_text())
    return BETWEEN.join(parts)


def hindered_text(row: "WaitingRow") -> str:
    """Return why I cannot take it now, empty when I can."""
    translate = QCoreApplication.translate
    if row.is_asked:
        return translate("pools", "You asked for it; it is yours when the centre says so.")
    if row.free_from is not None:
        text = translate("pools", "You had it before: by the rules of the pool you may claim it from {day}.")
        return text.format(day=day_text(row.free_from))
    return ""


def locked_text() -> str:
    """Return the word for a record that no rule takes away."""
    return QCoreApplication.translate("pools", "Locked")


def left_text(days: int) -> str:
    """Return in how many days something falls back."""
    translate = QCoreApplication.translate
    return translate("pools", "Today") if days == 0 else translate("pools", "In %n days", "", days)


def idle_text(row: "DueRow") -> str:
    """Return for want of what it falls back."""
    translate = QCoreApplication.translate
    days = row.idle_days
    if row.rule is PoolRule.UNFOLLOWED:
        return translate("pools", "no follow-up for %n days", "", days)
    if row.rule is PoolRule.NO_OPPORTUNITY:
        return translate("pools", "no opportunity for %n days", "", days)
    if days < 0:
        return translate("pools", "the contract ends in %n days", "", -days)
    return translate("pools", "the contract ended %n days ago", "", days)


def due_text(row: "DueRow") -> str:
    """Return the whole of it: when, where to and why."""
    translate = QCoreApplication.translate
    if row.days_left == 0:
        text = translate("pools", "Falls back to the pool {pool} today: {why}.")
    else:
        text = translate("pools", "Falls back to the pool {pool} in %n days: {why}.", "", row.days_left)
    return text.format(pool=row.pool, why=idle_text(row))


def cure_text(row: "DueRow") -> str:
    """Return what keeps it where it is."""
    translate = QCoreApplication.translate
    is_lead = row.record.key.kind is RecordKind.LEAD
    if row.rule is PoolRule.UNFOLLOWED:
        return (
            translate("pools", "Follow it up, and it stays.")
            if is_lead
            else translate("pools", "Note a visit or a call at the account, and it stays.")
        )
    if row.rule is PoolRule.NO_OPPORTUNITY:
        return (
            translate("pools", "Convert it into an account with an opportunity, and it stays.")
            if is_lead
            else translate("pools", "Enter an opportunity at the account, and it stays.")
        )
    return translate("pools", "An administrator of the pool can lock it, and it stays.")


def limits_text(pool: "MyPool") -> str:
    """Return what the pool's rules leave today, empty when none limits."""
    translate = QCoreApplication.translate
    parts = []
    if pool.claims is not None:
        text = translate("pools", "{left} of {limit} claims left today")
        parts.append(text.format(left=pool.claims_left, limit=pool.claims))
    if pool.held_limit is not None:
        parts.append(translate("pools", "you have {held} of {limit} prospects").format(held=pool.held, limit=pool.held_limit))
    if pool.views is not None:
        parts.append(translate("pools", "{left} of {limit} views left today").format(left=pool.views_left, limit=pool.views))
    return BETWEEN.join(parts)


def is_used_up(pool: "MyPool") -> bool:
    """Whether the pool's rules let me claim nothing more."""
    return pool.claims_left == 0 or (pool.held_limit is not None and pool.held >= pool.held_limit)
