"""What this laptop learnt from its own leads, and what was looked at in pools today: derived or private, never exchanged."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base


class LeadModel(Base):
    """The lead score as it was trained last: one row, `n` 1.

    Attributes:
        outcomes: converted and lost leads it learnt from. area: area under the ROC curve on what was held back, 0.5 … 1.
        weights: JSON of the model, `models.lead_scoring.ScoreModel`.
    """

    __tablename__ = "lead_model"

    n: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    outcomes: Mapped[int]
    area: Mapped[float]
    weights: Mapped[str]


class LeadScore(Base):
    """The probability that one lead converts, by the present model.

    Attributes:
        lead_n: row number of the lead. probability: 0 … 1.
        reasons: JSON, two lists of traits: the strongest for and against. Their words are made when the lead is opened.
    """

    __tablename__ = "lead_score"
    __table_args__ = (Index("ix_lead_score_probability", "probability", "lead_n"),)

    lead_n: Mapped[int] = mapped_column(primary_key=True)
    probability: Mapped[float]
    reasons: Mapped[str]


class PoolView(Base):
    """One record of a pool that this laptop's user opened on one day (`YYYY-MM-DD`): counts against the pool's daily limit."""

    __tablename__ = "pool_view"

    day: Mapped[str] = mapped_column(primary_key=True)
    pool_id: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
