"""Opportunities: what may be sold at a site, how likely, and to whom (`design.md` §3); conversions, which begin them."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base, Synced


class Stage(Synced, Base):
    """One step of the way to an order.

    Attributes:
        code: of a shipped stage. name: Simplified Chinese; the others fall back to it when empty.
        probability: percent an opportunity of this stage is usually won.
        is_won, is_lost: the opportunity is closed.
    """

    __tablename__ = "stage"

    code: Mapped[str | None]
    name: Mapped[str]
    name_zh_tw: Mapped[str | None]
    name_en: Mapped[str | None]
    probability: Mapped[int] = mapped_column(default=0, server_default="0")
    is_won: Mapped[int] = mapped_column(default=0, server_default="0")
    is_lost: Mapped[int] = mapped_column(default=0, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[datetime | None]


class Opportunity(Synced, Base):
    """One deal that may come about at one site; it cannot hang on a lead.

    Attributes:
        stage_id: id of a stage.
        amount_minor, currency: whole minor units of an ISO 4217 currency (fen, cents), both or none.
        closes_on: day on which it is expected to be decided. closed_at: when it was.
        lead_id: the lead it grew from.
    """

    __tablename__ = "opportunity"
    __table_args__ = (
        Index("ix_opportunity_site", "site_id"),
        Index("ix_opportunity_owner", "owner_id", "closes_on", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_opportunity_closes", "closes_on", "n", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_opportunity_lead", "lead_id", sqlite_where=text("lead_id IS NOT NULL")),
    )

    site_id: Mapped[str]
    name: Mapped[str]
    stage_id: Mapped[str]
    amount_minor: Mapped[int | None]
    currency: Mapped[str | None]
    closes_on: Mapped[date | None]
    closed_at: Mapped[datetime | None]
    owner_id: Mapped[str | None]
    source_id: Mapped[str | None]
    campaign: Mapped[str | None]
    next_step: Mapped[str | None]
    next_step_on: Mapped[date | None]
    note: Mapped[str | None]
    lead_id: Mapped[str | None]


class OpportunityContact(Synced, Base):
    """One person who has a say; `role` is a `BuyingRole` value."""

    __tablename__ = "opportunity_contact"
    __table_args__ = (
        Index("ix_opportunity_contact_opportunity", "opportunity_id"),
        Index("ix_opportunity_contact_contact", "contact_id"),
    )

    opportunity_id: Mapped[str]
    contact_id: Mapped[str]
    role: Mapped[str | None]


class Conversion(Synced, Base):
    """What became of one lead, and who developed the customer (for the new-customer bonus; the first order's date joins it later).

    Attributes:
        new_company, new_site, new_contact: 1 where the conversion made the record, 0 where it found it.
        A conversion that is taken back gets a tombstone, and the lead is a lead again.
    """

    __tablename__ = "conversion"
    __table_args__ = (
        Index("ix_conversion_lead", "lead_id"),
        Index("ix_conversion_site", "site_id"),
        Index("ix_conversion_developed", "developed_by", "converted_at"),
    )

    lead_id: Mapped[str]
    company_id: Mapped[str]
    site_id: Mapped[str]
    contact_id: Mapped[str | None]
    opportunity_id: Mapped[str | None]
    new_company: Mapped[int] = mapped_column(default=0, server_default="0")
    new_site: Mapped[int] = mapped_column(default=0, server_default="0")
    new_contact: Mapped[int] = mapped_column(default=0, server_default="0")
    developed_by: Mapped[str | None]
    converted_at: Mapped[datetime]
    converted_by: Mapped[str | None]
