"""All entities in one place, so that metadata is complete wherever it is used.

The entities, and SQLAlchemy's ORM with them, are imported when first asked for: a start that neither migrates nor takes
back anything needs none of them, and they take as long as an empty window.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import MetaData, Table

    from crmdesk.models.base import Base


def synced() -> "tuple[type[Base], ...]":
    """Return the entities that take part in the exchange, parents first; each gets capture triggers."""
    from crmdesk.models.activity import Activity
    from crmdesk.models.claim import Claim
    from crmdesk.models.collaborator import Collaborator
    from crmdesk.models.company import Company
    from crmdesk.models.contact import Contact, Position
    from crmdesk.models.lead import FollowUp, Lead
    from crmdesk.models.opportunity import Conversion, Opportunity, OpportunityContact, Stage
    from crmdesk.models.organisation import Team, User
    from crmdesk.models.pair_verdict import PairVerdict
    from crmdesk.models.pool import Pool, PoolMember
    from crmdesk.models.qualification import Answer, CriteriaSet, Criterion, Qualification
    from crmdesk.models.site import Site
    from crmdesk.models.term import Term
    from crmdesk.models.unit import ExtraAddress, Unit

    return (
        *(Team, User, Term, Company, Site, Contact, Position, Activity),
        *(Unit, ExtraAddress, Collaborator, PairVerdict, Claim),
        *(Pool, PoolMember, Stage, CriteriaSet, Criterion),
        *(Lead, FollowUp, Opportunity, OpportunityContact, Qualification, Answer, Conversion),
    )


def local_only() -> "tuple[type[Base], ...]":
    """Return the entities of tables that never leave this laptop."""
    from crmdesk.models.change_log import Operation, OrganisationSetting, RecentRecord, SyncControl, Transaction
    from crmdesk.models.duplicate_result import DuplicateGroup, DuplicatePair, DuplicateSearch
    from crmdesk.models.exchange_state import Batch, Conflict, Cursor, HeldTeam, Mark, News, ParkedEdit, Reach, ToReload
    from crmdesk.models.lead_score import LeadModel, LeadScore, PoolView

    return (
        *(SyncControl, Operation, Transaction, RecentRecord, OrganisationSetting),
        *(DuplicateSearch, DuplicateGroup, DuplicatePair),
        *(Cursor, Mark, HeldTeam, Batch, ToReload, Reach, News, Conflict, ParkedEdit),
        *(LeadModel, LeadScore, PoolView),
    )


def metadata() -> "MetaData":
    """Return the metadata of every table."""
    from crmdesk.models.base import Base

    synced()
    local_only()
    return Base.metadata


def synced_tables() -> "tuple[Table, ...]":
    """Return the tables that take part in the exchange."""
    tables = metadata().tables
    return tuple(tables[entity.__tablename__] for entity in synced())
