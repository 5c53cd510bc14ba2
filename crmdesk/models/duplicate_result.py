"""What the last search for duplicates found: kept on this laptop, derived, replaced as a whole by the next search."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base


class DuplicateSearch(Base):
    """The last search over one kind of record.

    Attributes:
        made_at: when it ended. seconds: how long it took.
        records: rows looked at. compared: pairs compared. skipped: records that shared a key with too many to be compared by it.
        threshold: score from which a pair was kept.
    """

    __tablename__ = "duplicate_search"

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    made_at: Mapped[datetime]
    seconds: Mapped[float]
    records: Mapped[int]
    compared: Mapped[int]
    skipped: Mapped[int]
    threshold: Mapped[float]


class DuplicateGroup(Base):
    """Records that may be one; `score` is that of the weakest link that holds the group together."""

    __tablename__ = "duplicate_group"
    __table_args__ = (Index("ix_duplicate_group_score", "score", "no"),)

    no: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    score: Mapped[float]


class DuplicatePair(Base):
    """Two records found alike, by their row numbers, the smaller one left; whether both live and nobody parted them is asked when read."""

    __tablename__ = "duplicate_pair"
    __table_args__ = (Index("ix_duplicate_pair_group", "group_no"),)

    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    left_n: Mapped[int] = mapped_column(primary_key=True)
    right_n: Mapped[int] = mapped_column(primary_key=True)
    score: Mapped[float]
    group_no: Mapped[int]
