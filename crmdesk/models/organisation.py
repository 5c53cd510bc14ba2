"""Our own side: the people who use crmdesk and the teams they work in (`design.md` §3, User and Team)."""

from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base, Synced


class Team(Synced, Base):
    """A node of our own organisation: head office → region → team."""

    __tablename__ = "team"

    name: Mapped[str]
    parent_id: Mapped[str | None]


class User(Synced, Base):
    """A person who works with crmdesk and can own sites."""

    __tablename__ = "app_user"

    name: Mapped[str]
    login: Mapped[str | None] = mapped_column(index=True)
    email: Mapped[str | None]
