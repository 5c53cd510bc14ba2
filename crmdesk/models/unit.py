"""Units: the floors, rooms and departments inside a customer's site (`facts.md` §1.2)."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from crmdesk.models.base import Base, Synced


class Unit(Synced, Base):
    """A floor, a room or a department of one site; never a site of its own, for the address is the same."""

    __tablename__ = "unit"
    __table_args__ = (Index("ix_unit_site", "site_id"),)

    site_id: Mapped[str]
    name: Mapped[str]
    floor: Mapped[str | None]
    room: Mapped[str | None]
    note: Mapped[str | None]


class ExtraAddress(Synced, Base):
    """A billing, mailing or delivery address of a site; never a site of its own (`facts.md` §1.3).

    Attributes:
        use: an `AddressUse` value.
        address_text: the address as typed or imported, always kept.
    """

    __tablename__ = "extra_address"
    __table_args__ = (Index("ix_extra_address_site", "site_id"),)

    site_id: Mapped[str]
    use: Mapped[str]
    country: Mapped[str | None]
    province: Mapped[str | None]
    city: Mapped[str | None]
    district: Mapped[str | None]
    street: Mapped[str | None]
    postcode: Mapped[str | None]
    address_text: Mapped[str | None]
    note: Mapped[str | None]
