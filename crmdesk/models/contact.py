"""Contacts and their positions: a person, and where he works as what, from when to when (`design.md` §3)."""

from datetime import date

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base, Synced


class Contact(Synced, Base):
    """A person at a customer; his jobs are positions, so a job change keeps both histories.

    Attributes:
        address_text: where mail for him goes, as typed or imported; says at which site he works when an account is split.
    """

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),)

    name: Mapped[str]
    mobile: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    address_text: Mapped[str | None]
    note: Mapped[str | None]


class Position(Synced, Base):
    """One job of one contact at one site; open while `ended_on` is empty."""

    __tablename__ = "position"
    __table_args__ = (
        Index("ix_position_site", "site_id"),  # deleted ones too: a site's history names the people who were removed
        Index("ix_position_contact", "contact_id"),
    )

    contact_id: Mapped[str]
    site_id: Mapped[str]
    title: Mapped[str | None]
    department: Mapped[str | None]
    is_main: Mapped[int] = mapped_column(default=0, server_default="0")
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
