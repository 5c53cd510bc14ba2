"""Verdicts on pairs of records: what the program would ask again and again, once a person has decided it."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from crmdesk.models.base import Base, Synced


class PairVerdict(Synced, Base):
    """A person's word on two companies, sites or contacts; the newest one of a pair holds.

    Attributes:
        record_kind: table of both records.
        left_id, right_id: the pair, the smaller id at the left.
        verdict: a `Verdict` value.
        decided_by: id of a user; None where the store has none.
        note: why, in his own words.
    """

    __tablename__ = "pair_verdict"
    __table_args__ = (Index("ix_pair_verdict_left", "left_id", "right_id"), Index("ix_pair_verdict_right", "right_id"))

    record_kind: Mapped[str]
    left_id: Mapped[str]
    right_id: Mapped[str]
    verdict: Mapped[str]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime]
    note: Mapped[str | None]


def pair(one: str, other: str) -> tuple[str, str]:
    """Return two ids in the order in which a verdict stores them."""
    return (one, other) if one < other else (other, one)
