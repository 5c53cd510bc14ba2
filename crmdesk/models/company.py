"""Companies: the nodes of a customer's organisation (`design.md` §3)."""

from datetime import date

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.core.vocabulary import CompanyKind
from crmdesk.models.base import LOCAL, Base, Synced


class Company(Synced, Base):
    """A group, legal entity or registered branch; sites hang under it, companies may too.

    Attributes:
        kind: a `CompanyKind` value.
        code: mnemonic from pinyin initials, unique among living companies and sites (checked by the services).
        credit_code: 统一社会信用代码 or Taiwan's 統一編號 (`facts.md` §6); belongs to the legal entity, so not unique over sites.
        industry_id, source_id: ids of terms.
        customer_kind, grade: codes of terms; the grade is a person's decision (`facts.md` §2).
        sort_key: derived; orders names by pinyin.
        site_count: derived; living sites in the whole subtree.
    """

    __tablename__ = "company"
    __table_args__ = (
        Index(  # by name; what else the tree sorts by stands behind, so that no sort reads the rows themselves (docs/performance.md)
            "ix_company_children",
            *("parent_id", "sort_key", "n", "code", "grade", "customer_kind", "owner_id", "site_count"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index("ix_company_code", "code", sqlite_where=text("code IS NOT NULL")),
        Index("ix_company_credit_code", "credit_code", sqlite_where=text("credit_code IS NOT NULL")),
        Index("ix_company_legal_name", "legal_name"),
        Index("ix_company_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    )

    parent_id: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default=CompanyKind.LEGAL_ENTITY.value)
    legal_name: Mapped[str]
    short_name: Mapped[str | None]
    code: Mapped[str | None]
    credit_code: Mapped[str | None]
    country: Mapped[str | None]
    industry_id: Mapped[str | None]
    source_id: Mapped[str | None]
    customer_kind: Mapped[str | None]
    grade: Mapped[str | None]
    graded_at: Mapped[date | None]
    graded_by: Mapped[str | None]
    owner_id: Mapped[str | None]
    phone: Mapped[str | None]
    website: Mapped[str | None]
    headcount: Mapped[int | None]
    registered_on: Mapped[date | None]
    invoice_title: Mapped[str | None]
    invoice_address: Mapped[str | None]
    invoice_phone: Mapped[str | None]
    bank_name: Mapped[str | None]
    bank_account: Mapped[str | None]
    note: Mapped[str | None]
    sort_key: Mapped[str | None] = mapped_column(info=LOCAL)
    site_count: Mapped[int] = mapped_column(default=0, server_default="0", info=LOCAL)
