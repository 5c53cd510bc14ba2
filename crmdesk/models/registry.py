"""All entities in one place, so that metadata is complete wherever it is used."""

from typing import Final

from sqlalchemy import MetaData, Table

from crmdesk.models.activity import Activity
from crmdesk.models.base import Base, Synced
from crmdesk.models.change_log import Operation, OrganisationSetting, RecentRecord, SyncControl, Transaction
from crmdesk.models.company import Company
from crmdesk.models.contact import Contact, Position
from crmdesk.models.organisation import Team, User
from crmdesk.models.site import Site
from crmdesk.models.term import Term

SYNCED: Final[tuple[type[Base], ...]] = (Team, User, Term, Company, Site, Contact, Position, Activity)
"""Entities that take part in the exchange; each gets capture triggers."""

LOCAL_ONLY: Final[tuple[type[Base], ...]] = (SyncControl, Operation, Transaction, RecentRecord, OrganisationSetting)
"""Tables that never leave this laptop."""


def metadata() -> MetaData:
    """Return the metadata of every table."""
    return Base.metadata


def synced_tables() -> tuple[Table, ...]:
    """Return the tables that take part in the exchange."""
    return tuple(Base.metadata.tables[entity.__tablename__] for entity in SYNCED if issubclass(entity, Synced))
