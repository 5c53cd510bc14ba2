"""Leads: names that may become customers, and what was said to them (`facts.md` §2–§4)."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import ActivityKind, LeadStatus
from crmdesk.models.base import LOCAL, Base, Synced


class Lead(Synced, Base):
    """A company or person that may become a customer; it carries no opportunity, quote or order, and there is no column for one.

    It is with one person (`owner_id`) or waits in one pool (`pool_id`), never both.

    Attributes:
        company_name, person: at least one of them is filled (the services refuse a lead without a name).
        industry_id, source_id: ids of terms; sources have two levels.
        origin: how it came in, as other systems say (API, landing page, import …).
        campaign: name of the campaign that brought it.
        status: a `LeadStatus` value.
        owned_since: when its owner got it; the daily limit, and the time after which a rule takes it back, count from it.
        former_owner_id, pooled_at: who had it last, and since when it waits in the pool.
        from_pool_id: the pool it was claimed from last; it goes back there.
        protected_until, is_locked: no rule takes it away before that day, or at all.
        contract_ends_on: of somebody who was a customer elsewhere in the group; a rule may release him after that day.
        next_step, next_step_on: what is to be done next, and when.
        last_follow_up_at: when somebody last spoke to it; moved by the services with each follow-up.
        look_again_on: day on which a lead that was *not yet* ready, or disqualified, is worth another look.
        reason_id: why it was disqualified or released last, a term. released_by_rule: a `PoolRule` value, when a rule did it.
        company_id, site_id, contact_id, converted_at, converted_by: what became of it; its opportunity is found from the conversion.
        external_id: its number in the system it was imported from.
        web_visits, web_seconds, web_pages: how much it looked at our web site, as imported: visits, seconds, pages per visit.
        sort_key: derived, orders names by pinyin. completeness: derived, percent of the fields that matter which are filled.
    """

    __tablename__ = "lead"
    __table_args__ = (
        Index(
            "ix_lead_owner", "owner_id", "status", "sort_key", sqlite_where=text("owner_id IS NOT NULL AND deleted_at IS NULL")
        ),
        Index("ix_lead_pool", "pool_id", "pooled_at", sqlite_where=text("pool_id IS NOT NULL AND deleted_at IS NULL")),
        Index("ix_lead_name", "sort_key", "n", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_lead_status", "status", "sort_key", "n", sqlite_where=text("deleted_at IS NULL")),
        Index(  # with what *due* and *mine* ask for, so that counting them reads no row
            "ix_lead_next_step",
            "next_step_on",
            "status",
            "owner_id",
            sqlite_where=text("next_step_on IS NOT NULL AND deleted_at IS NULL"),
        ),
        Index("ix_lead_follow_up", "last_follow_up_at", "n", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_lead_external", "external_id", sqlite_where=text("external_id IS NOT NULL")),
        Index("ix_lead_company", "company_id", sqlite_where=text("company_id IS NOT NULL")),
        Index("ix_lead_site", "site_id", sqlite_where=text("site_id IS NOT NULL")),
        Index("ix_lead_contact", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
    )

    company_name: Mapped[str | None]
    person: Mapped[str | None]
    job_title: Mapped[str | None]
    mobile: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    country: Mapped[str | None]
    province: Mapped[str | None]
    city: Mapped[str | None]
    district: Mapped[str | None]
    street: Mapped[str | None]
    postcode: Mapped[str | None]
    address_text: Mapped[str | None]
    credit_code: Mapped[str | None]
    headcount: Mapped[int | None]
    industry_id: Mapped[str | None]
    source_id: Mapped[str | None]
    origin: Mapped[str | None]
    campaign: Mapped[str | None]
    note: Mapped[str | None]
    status: Mapped[str] = mapped_column(default=LeadStatus.NEW.value)
    owner_id: Mapped[str | None]
    owned_since: Mapped[datetime | None]
    pool_id: Mapped[str | None]
    pooled_at: Mapped[datetime | None]
    former_owner_id: Mapped[str | None]
    from_pool_id: Mapped[str | None]
    protected_until: Mapped[date | None]
    is_locked: Mapped[int] = mapped_column(default=0, server_default="0")
    contract_ends_on: Mapped[date | None]
    next_step: Mapped[str | None]
    next_step_on: Mapped[date | None]
    last_follow_up_at: Mapped[datetime | None]
    look_again_on: Mapped[date | None]
    reason_id: Mapped[str | None]
    released_by_rule: Mapped[str | None]
    company_id: Mapped[str | None]
    site_id: Mapped[str | None]
    contact_id: Mapped[str | None]
    converted_at: Mapped[datetime | None]
    converted_by: Mapped[str | None]
    external_id: Mapped[str | None]
    web_visits: Mapped[int | None]
    web_seconds: Mapped[int | None]
    web_pages: Mapped[float | None]
    sort_key: Mapped[str | None] = mapped_column(info=LOCAL)
    completeness: Mapped[int] = mapped_column(default=0, server_default="0", info=LOCAL)


class FollowUp(Synced, Base):
    """One dated entry of what was said or done with a lead; field policy *append*, as an activity's.

    Attributes:
        kind: an `ActivityKind` value.
        author_id: who did it; somebody who lost a claim keeps being named here on the winner's lead.
    """

    __tablename__ = "follow_up"
    __table_args__ = (Index("ix_follow_up_lead", "lead_id", "happened_at"),)

    lead_id: Mapped[str]
    kind: Mapped[str] = mapped_column(default=ActivityKind.NOTE.value)
    happened_at: Mapped[datetime]
    text: Mapped[str]
    author_id: Mapped[str | None]
