"""Claims: who chases a record now. One holder at a time; the centre decides by order of arrival (`sync.md` §2.8, 23–26)."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import ClaimState
from crmdesk.models.base import Base, Synced


class Claim(Synced, Base):
    """One person's wish to hold one record, and what became of it.

    Attributes:
        tbl, record_id: what is claimed.
        state: a `ClaimState` value; a laptop writes `asked` and `released` only, the centre all others.
        term: counts the holders of the record; the centre hands it out. A late edit of an old term cannot take back a hand-over.
        asked_at: the laptop's clock. granted_at, expires_at: the centre's; a claim lapses after 14 days without activity.
        held_by, held_since: of a lost claim: who has it, since when.
        days: how long it is wished for before leaving (*take with me*), None for the usual time.
    """

    __tablename__ = "claim"
    __table_args__ = (Index("ix_claim_record", "record_id"), Index("ix_claim_user", "user_id"))

    tbl: Mapped[str]
    record_id: Mapped[str]
    user_id: Mapped[str]
    state: Mapped[str] = mapped_column(default=ClaimState.ASKED.value)
    term: Mapped[int | None]
    asked_at: Mapped[datetime]
    granted_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]
    held_by: Mapped[str | None]
    held_since: Mapped[datetime | None]
    days: Mapped[int | None]
