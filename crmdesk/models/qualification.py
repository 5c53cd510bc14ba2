"""Qualification: sets of criteria, rounds in which a lead is held against one, and what was answered (`facts.md` §4)."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base, Synced


class CriteriaSet(Synced, Base):
    """BANT, CHAMP, MEDDIC or one of our own.

    Attributes:
        code: of a shipped set; own sets have none.
        name: Simplified Chinese; `name_zh_tw` and `name_en` fall back to it when empty.
        pass_percent: the score, in percent of all weights, from which a lead passes. pass_count: or: so many criteria answered *yes*.
        source_id, industry_id: leads of this source or industry (or one below it) are offered this set first.
        retired_at: no longer offered; rounds held against it stay readable.
    """

    __tablename__ = "criteria_set"

    code: Mapped[str | None]
    name: Mapped[str]
    name_zh_tw: Mapped[str | None]
    name_en: Mapped[str | None]
    pass_percent: Mapped[int | None]
    pass_count: Mapped[int | None]
    source_id: Mapped[str | None]
    industry_id: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[datetime | None]


class Criterion(Synced, Base):
    """One criterion of a set: its name, the question to ask, and a hint how to find out, in three languages.

    Attributes:
        weight: what a *yes* counts; *partly* counts half.
        is_knock_out: a *no* fails the lead, whatever the score.
        retired_at: no longer asked; answers given stay.
    """

    __tablename__ = "criterion"
    __table_args__ = (Index("ix_criterion_set", "set_id", "position"),)

    set_id: Mapped[str]
    code: Mapped[str | None]
    name: Mapped[str]
    name_zh_tw: Mapped[str | None]
    name_en: Mapped[str | None]
    question: Mapped[str | None]
    question_zh_tw: Mapped[str | None]
    question_en: Mapped[str | None]
    hint: Mapped[str | None]
    hint_zh_tw: Mapped[str | None]
    hint_en: Mapped[str | None]
    weight: Mapped[int] = mapped_column(default=1, server_default="1")
    is_knock_out: Mapped[int] = mapped_column(default=0, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[datetime | None]


class Qualification(Synced, Base):
    """One round: a lead held against a set; open while `ended_at` is empty, so it can be left and resumed.

    Attributes:
        outcome: an `Outcome` value once it is closed. score: percent at that moment.
        look_again_on: with *not yet*. reason_id: with *disqualified*, a term.
    """

    __tablename__ = "qualification"
    __table_args__ = (Index("ix_qualification_lead", "lead_id", "started_at"),)

    lead_id: Mapped[str]
    set_id: Mapped[str]
    started_at: Mapped[datetime]
    started_by: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None]
    outcome: Mapped[str | None]
    score: Mapped[int | None]
    look_again_on: Mapped[date | None]
    reason_id: Mapped[str | None]
    note: Mapped[str | None]


class Answer(Synced, Base):
    """What is known of one criterion in one round.

    Attributes:
        value: an `AnswerValue` value, None: not known yet. evidence: who said so, or what shows it. answered_on: when it was learnt.
    """

    __tablename__ = "qualification_answer"
    __table_args__ = (Index("ix_qualification_answer_round", "qualification_id"),)

    qualification_id: Mapped[str]
    criterion_id: Mapped[str]
    value: Mapped[str | None]
    evidence: Mapped[str | None]
    answered_on: Mapped[date | None]
