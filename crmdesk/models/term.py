"""Terms of the classifications: industries, sources, customer kinds, grades, kinds of place."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from crmdesk.models.base import Base, Synced


class Term(Synced, Base):
    """One node of a taxonomy (`core.vocabulary.Taxonomy`).

    Attributes:
        code: short name unique in its taxonomy, e.g. `5212` or `A`; shown beside the name where people know it.
        name: Simplified Chinese; `name_zh_tw` and `name_en` fall back to it when empty.
        position: order among its siblings.
        retired_at: a retired term stays on records that carry it but is no longer offered.
    """

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_taxonomy_parent", "taxonomy", "parent_id", "position"),)

    taxonomy: Mapped[str]
    code: Mapped[str]
    parent_id: Mapped[str | None]
    name: Mapped[str]
    name_zh_tw: Mapped[str | None]
    name_en: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    retired_at: Mapped[datetime | None]
