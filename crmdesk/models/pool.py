"""Pools (公海): where leads and accounts without business wait for whoever works on them next, and each pool's rules (`facts.md` §3)."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import PoolRole
from crmdesk.models.base import Base, Synced


class Pool(Synced, Base):
    """A pool and its rules; a rule that is empty does not hold.

    Attributes:
        for_team_id: only this team's people see what waits in it; None: everybody.
        takes_accounts: whether accounts without business fall back to it by the same rules.
        daily_claims: how many a person may claim from it a day. held_limit: how many of its prospects he may have at once.
        wait_days: so long the former owner cannot claim again what he lost or gave up.
        unfollowed_days, no_opportunity_days, after_contract_days: released after so many days without a follow-up, without an
            opportunity, after the end of the contract.
        days_by_grade: JSON object, grade → days, in place of `unfollowed_days` for accounts of that grade.
        protect_days: what somebody has just got, no rule takes away for so long.
        warn_days: so many days before a release its owner is warned.
        masks_contacts: phone and mail of what waits are shown in part to those who do not own it.
        daily_views: how many of its records a person may open a day.
        asks_reason: a release needs a reason.
    """

    __tablename__ = "pool"

    name: Mapped[str]
    note: Mapped[str | None]
    for_team_id: Mapped[str | None]
    takes_accounts: Mapped[int] = mapped_column(default=0, server_default="0")
    daily_claims: Mapped[int | None]
    held_limit: Mapped[int | None]
    wait_days: Mapped[int | None]
    unfollowed_days: Mapped[int | None]
    no_opportunity_days: Mapped[int | None]
    after_contract_days: Mapped[int | None]
    days_by_grade: Mapped[str | None]
    protect_days: Mapped[int | None]
    warn_days: Mapped[int | None]
    masks_contacts: Mapped[int] = mapped_column(default=0, server_default="0")
    daily_views: Mapped[int | None]
    asks_reason: Mapped[int] = mapped_column(default=0, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class PoolMember(Synced, Base):
    """One person in one pool; `role` is a `PoolRole` value."""

    __tablename__ = "pool_member"
    __table_args__ = (Index("ix_pool_member_pool", "pool_id"), Index("ix_pool_member_user", "user_id"))

    pool_id: Mapped[str]
    user_id: Mapped[str]
    role: Mapped[str] = mapped_column(default=PoolRole.MEMBER.value)
