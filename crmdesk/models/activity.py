"""What was said or done at a site: notes now, visits, calls, mails and tasks as their issues build them."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy import text as text_
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import ActivityKind
from crmdesk.models.base import Base, Synced


class Activity(Synced, Base):
    """One dated entry; field policy *append*: never merged, only added (`sync.md`, Decided).

    Attributes:
        contact_id: the person it was with, where that is known.
    """

    __tablename__ = "activity"
    __table_args__ = (
        Index("ix_activity_site", "site_id", "happened_at"),
        Index("ix_activity_contact", "contact_id", sqlite_where=text_("contact_id IS NOT NULL")),
    )

    site_id: Mapped[str]
    contact_id: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default=ActivityKind.NOTE.value)
    happened_at: Mapped[datetime]
    text: Mapped[str]
    author_id: Mapped[str | None]
