"""What hangs on what, declared once: merging, splitting, deleting, taking back and checking a store all read it.

A kind of record that a later issue adds (an order, a service case …) joins every one of them by one entry here.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Hanging:
    """One column by which living rows of a table hang on a living row of another.

    Attributes:
        table, column: the row that hangs, and its column with the parent's id. parent: the parent's table.
        in_tree: the row is a node of a tree itself; else it is hidden with its parent.
        name: SQL of what a list calls the row, over its alias `r`.
        contact: column with the contact it is about: when an account is split, it goes where that person works.
        address: columns of its own address, large to small, the text as typed last; it goes to the site at that address.
        texts: columns of free text in which the name of a place may stand.
        day: column of the day it happened or began.
    """

    table: str
    column: str
    parent: str
    in_tree: bool = False
    name: str = "r.id"
    contact: str | None = None
    address: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    day: str | None = None


_ADDRESS: Final = ("country", "province", "city", "district", "street", "postcode", "address_text")
_PERSON: Final = "(SELECT c.name FROM contact c WHERE c.id=r.contact_id)"

HANGINGS: Final = (
    Hanging("company", "parent_id", "company", in_tree=True, name="r.legal_name"),
    Hanging("site", "company_id", "company", in_tree=True, name="r.name"),
    Hanging("position", "site_id", "site", name=_PERSON, contact="contact_id", texts=("department", "title"), day="started_on"),
    Hanging("position", "contact_id", "contact", name=_PERSON),
    Hanging("activity", "site_id", "site", name="substr(r.text,1,40)", contact="contact_id", texts=("text",), day="happened_at"),
    Hanging("unit", "site_id", "site", name="r.name", texts=("name", "note")),
    Hanging("extra_address", "site_id", "site", name="coalesce(r.address_text,r.street)", address=_ADDRESS, texts=("note",)),
    Hanging("collaborator", "site_id", "site", name="(SELECT u.name FROM app_user u WHERE u.id=r.user_id)"),
    Hanging("collaborator", "company_id", "company", name="(SELECT u.name FROM app_user u WHERE u.id=r.user_id)"),
    Hanging("opportunity", "site_id", "site", name="r.name", texts=("name", "note"), day="closes_on"),
    Hanging("opportunity_contact", "opportunity_id", "opportunity", name=_PERSON),
    Hanging("follow_up", "lead_id", "lead", name="substr(r.text,1,40)"),
    Hanging("qualification", "lead_id", "lead", name="coalesce(r.outcome,r.started_at)"),
    Hanging("qualification_answer", "qualification_id", "qualification", name="coalesce(r.evidence,r.value)"),
    Hanging("conversion", "lead_id", "lead", name="r.converted_at"),
    Hanging("pool_member", "pool_id", "pool", name="(SELECT u.name FROM app_user u WHERE u.id=r.user_id)"),
    Hanging("criterion", "set_id", "criteria_set", name="r.name"),
    Hanging("term", "parent_id", "term", in_tree=True, name="r.code"),
    Hanging("team", "parent_id", "team", in_tree=True, name="r.name"),
)
"""Every such column; one that may be empty hangs on nothing then."""

MENTIONS: Final = (
    ("activity", "contact_id", "contact"),
    ("opportunity_contact", "contact_id", "contact"),
    *((table, f"{kind}_id", kind) for table in ("lead", "conversion") for kind in ("company", "site", "contact")),
)
"""(table, column, table it names): follows a merged record, but lives on without it."""


def hanging_on(parent: str) -> tuple[Hanging, ...]:
    """Return what hangs on the rows of a table."""
    return tuple(hanging for hanging in HANGINGS if hanging.parent == parent)
