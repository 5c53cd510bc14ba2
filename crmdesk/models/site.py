"""Sites: the accounts. One customer location with exactly one address (`facts.md` §1)."""

from datetime import date, datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import SiteStatus
from crmdesk.models.base import LOCAL, Base, Synced

ADDRESS_FIELDS = ("country", "province", "city", "district", "street", "postcode")
"""The address is these columns of the site's own row: one account, one address by construction."""


class Site(Synced, Base):
    """An account: the place where a company is a customer.

    Attributes:
        code: unique among living companies and sites, usually company code + place (QQSY-SHPD).
        credit_code: of a store or office that is registered by itself; the company's own stays with the company (`facts.md` §1.8).
        place_kind: code of a term (office, factory, store …).
        functions: business functions of the place, free words separated by commas.
        address_text: the address as typed or imported, always kept.
        premises_key: derived, see `models.premises`; two addresses of one company with one key are one site.
        industry_id: id of a term; None means "as the company".
        status: a `SiteStatus` value, moved by the program only; an account starts as fighting for deals (`facts.md` §2).
        grade, graded_at, graded_by: decided by a person, with date and name.
        owned_since: when its owner got it; empty where an older program gave it to him.
        pool_id, pooled_at, former_owner_id, from_pool_id, released_by_rule: of an account without business that fell back to a pool, as
            of a lead (`models.lead`); it has no owner then.
        protected_until, is_locked: no rule takes it away before that day, or at all. contract_ends_on: a rule may, after it.
    """

    __tablename__ = "site"
    __table_args__ = (
        Index(  # by name; what else the tree sorts by stands behind, so that no sort reads the rows themselves (docs/performance.md)
            "ix_site_company",
            *("company_id", "sort_key", "n", "code", "city", "grade", "status", "customer_kind", "owner_id"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index("ix_site_code", "code", sqlite_where=text("code IS NOT NULL")),
        Index("ix_site_credit_code", "credit_code", sqlite_where=text("credit_code IS NOT NULL")),
        Index("ix_site_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
        Index("ix_site_pool", "pool_id", "pooled_at", sqlite_where=text("pool_id IS NOT NULL AND deleted_at IS NULL")),
        Index("ix_site_premises", "company_id", "premises_key", sqlite_where=text("premises_key IS NOT NULL")),
    )

    company_id: Mapped[str]
    name: Mapped[str]
    code: Mapped[str | None]
    credit_code: Mapped[str | None]
    place_kind: Mapped[str | None]
    functions: Mapped[str | None]
    country: Mapped[str | None]
    province: Mapped[str | None]
    city: Mapped[str | None]
    district: Mapped[str | None]
    street: Mapped[str | None]
    postcode: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    address_text: Mapped[str | None]
    premises_key: Mapped[str | None] = mapped_column(info=LOCAL)
    industry_id: Mapped[str | None]
    source_id: Mapped[str | None]
    customer_kind: Mapped[str | None]
    status: Mapped[str] = mapped_column(default=SiteStatus.FIGHTING.value)
    grade: Mapped[str | None]
    graded_at: Mapped[date | None]
    graded_by: Mapped[str | None]
    tier: Mapped[str | None]
    owner_id: Mapped[str | None]
    owned_since: Mapped[datetime | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    note: Mapped[str | None]
    pool_id: Mapped[str | None]
    pooled_at: Mapped[datetime | None]
    former_owner_id: Mapped[str | None]
    from_pool_id: Mapped[str | None]
    released_by_rule: Mapped[str | None]
    protected_until: Mapped[date | None]
    is_locked: Mapped[int | None]
    contract_ends_on: Mapped[date | None]
    sort_key: Mapped[str | None] = mapped_column(info=LOCAL)
