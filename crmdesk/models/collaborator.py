"""Collaborators: who works on an account beside its owner."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from crmdesk.models.base import Base, Synced


class Collaborator(Synced, Base):
    """One of our own people who may read or write one site, or one company with what lies below it.

    After a merge the owners of the records that gave way become collaborators of the one that stays (`facts.md` §10).

    Attributes:
        site_id, company_id: exactly one of them is filled.
        access: an `Access` value.
        reason: a `CollaborationReason` value.
    """

    __tablename__ = "collaborator"
    __table_args__ = (Index("ix_collaborator_site", "site_id"), Index("ix_collaborator_company", "company_id"))

    site_id: Mapped[str | None]
    company_id: Mapped[str | None]
    user_id: Mapped[str]
    access: Mapped[str]
    reason: Mapped[str]
