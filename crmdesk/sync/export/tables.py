"""The tables of the plain schema: names and types a report's author expects, one row for each living record."""

from typing import Final

from crmdesk.sync.export.columns import PlainColumn, PlainTable, PlainType

VERSION: Final = 1
"""Of the plain schema; grows when a column or table is added."""
LEVELS: Final = 5
"""Levels of a classification that have columns of their own."""

SERVICE: Final = (
    PlainColumn("created_at", PlainType.TIME, None, "When the record was made (from its id; unknown for shipped terms)."),
    PlainColumn("edited_at", PlainType.TIME, None, "When it was edited last; of two copies the one edited last is kept."),
    PlainColumn("exported_at", PlainType.TIME, None, "When the row was written here."),
    PlainColumn("store_id", PlainType.KEY, None, "Which store it came from: `export_store`."),
    PlainColumn("fingerprint", PlainType.KEY, None, "Of the row's content, by which an export sees what changed."),
)
"""Columns that every table has behind its own."""


def _key(name: str, source: str, meaning: str) -> PlainColumn:
    return PlainColumn(name, PlainType.KEY, source, meaning, is_indexed=True)


def _text(meaning_of: dict[str, str]) -> tuple[PlainColumn, ...]:
    return tuple(PlainColumn(name, PlainType.TEXT, f"r.{name}", meaning) for name, meaning in meaning_of.items())


def _one(name: str, type_: PlainType, meaning: str, source: str = "") -> PlainColumn:
    return PlainColumn(name, type_, source or f"r.{name}", meaning)


_ID: Final = PlainColumn("id", PlainType.KEY, "r.id", "The record's id, the same on every computer.")
_ADDRESS: Final = {
    "country": "Two letters (ISO 3166).",
    "province": "Province or state.",
    "city": "City or prefecture.",
    "district": "District or county.",
    "street": "Street, number, building.",
    "postcode": "Postcode.",
    "address_text": "The whole address as typed or imported.",
}
_FIVE: Final = (
    _key("industry_id", "r.industry_id", "Industry: `term.id`; of a site empty means as the company."),
    _key("source_id", "r.source_id", "Where the customer came from: `term.id`."),
    _one("customer_kind", PlainType.KEY, "Code of a term of the classification customer_kind."),
    _one("grade", PlainType.KEY, "Grade, decided by a person."),
    _one("graded_on", PlainType.DATE, "Day of that decision.", "r.graded_at"),
    _one("graded_by", PlainType.KEY, "Who decided: `person.id`."),
    _key("owner_id", "r.owner_id", "Who looks after it: `person.id`."),
    _key("team_id", "r.team_id", "Team it belongs to: `team.id`."),
)

TABLES: Final = (
    PlainTable(
        "team",
        "team",
        "Our own organisation: head office, regions, teams.",
        (_ID, *_text({"name": "Its name."}), _key("parent_id", "r.parent_id", "The team above: `team.id`.")),
    ),
    PlainTable(
        "person",
        "app_user",
        "Our own people.",
        (_ID, *_text({"name": "Name.", "login": "Login name.", "email": "Mail."}), _key("team_id", "r.team_id", "`team.id`.")),
    ),
    PlainTable(
        "term",
        "term",
        "Classifications (industry, source, customer_kind, grade, place_kind): trees of terms.",
        (
            _ID,
            _key("taxonomy", "r.taxonomy", "Which classification."),
            _key("code", "r.code", "Code, unique in its classification."),
            _key("parent_id", "r.parent_id", "The term above: `term.id`."),
            *_text(
                {
                    "name": "In Simplified Chinese.",
                    "name_zh_tw": "In Traditional Chinese; empty: as `name`.",
                    "name_en": "In English; empty: as `name`.",
                }
            ),
            _one("position", PlainType.INTEGER, "Order among its siblings."),
            _one("is_retired", PlainType.BOOLEAN, "Whether it is no longer offered.", "r.retired_at IS NOT NULL"),
            PlainColumn("level", PlainType.INTEGER, None, "1 at the top."),
            PlainColumn("path", PlainType.TEXT, None, "Names from the top to itself, with › between."),
            *(
                PlainColumn(f"level_{level}_{part}", PlainType.TEXT, None, f"{part.capitalize()} of its term at level {level}.")
                for level in range(1, LEVELS + 1)
                for part in ("code", "name")
            ),
        ),
    ),
    PlainTable(
        "company",
        "company",
        "Companies: groups, legal entities, registered branches; a tree.",
        (
            _ID,
            _key("parent_id", "r.parent_id", "The company above: `company.id`."),
            PlainColumn("root_id", PlainType.KEY, None, "The ultimate parent: `company.id`; itself at the top.", is_indexed=True),
            PlainColumn("root_name", PlainType.TEXT, None, "Name of the ultimate parent."),
            PlainColumn("path", PlainType.TEXT, None, "Names from the ultimate parent to itself, with › between."),
            PlainColumn("depth", PlainType.INTEGER, None, "Companies above it; 0 at the top."),
            _one(
                "name",
                PlainType.TEXT,
                "What people call it: the short name, else the legal one.",
                "coalesce(nullif(r.short_name,''),r.legal_name)",
            ),
            *_text({"legal_name": "Legal name.", "short_name": "Short name."}),
            _one("kind", PlainType.KEY, "group, legal or branch."),
            _key("code", "r.code", "Customer code."),
            _key("credit_code", "r.credit_code", "Unified social credit code, or the tax number of its country."),
            *_FIVE,
            *_text({"country": _ADDRESS["country"], "phone": "Phone.", "website": "Website."}),
            _one("headcount", PlainType.INTEGER, "How many people work there."),
            _one("registered_on", PlainType.DATE, "Day of registration."),
            *_text(
                {
                    "invoice_title": "Name on invoices.",
                    "invoice_address": "Address on invoices.",
                    "invoice_phone": "Phone on invoices.",
                    "bank_name": "Bank.",
                    "bank_account": "Account.",
                    "note": "Note.",
                }
            ),
        ),
    ),
    PlainTable(
        "site",
        "site",
        "Sites: the accounts, one customer location with one address each.",
        (
            _ID,
            _key("company_id", "r.company_id", "Its company: `company.id`."),
            *_text({"name": "Name of the site."}),
            _key("code", "r.code", "Customer code."),
            _key("credit_code", "r.credit_code", "Credit code of a place registered by itself."),
            _one("place_kind", PlainType.KEY, "Code of a term of the classification place_kind."),
            *_text({"functions": "What is done there, with commas between."}),
            _one("status", PlainType.KEY, "lead, fighting, existing, sleeping or lost."),
            _one("tier", PlainType.KEY, "Tier."),
            *_FIVE,
            *_text(_ADDRESS),
            _one("latitude", PlainType.DEGREES, "Degrees north."),
            _one("longitude", PlainType.DEGREES, "Degrees east."),
            *_text({"phone": "Phone.", "email": "Mail.", "website": "Website.", "note": "Note."}),
        ),
    ),
    PlainTable(
        "contact",
        "contact",
        "People at customers; where they work says `position`.",
        (
            _ID,
            *_text(
                {
                    "name": "Name.",
                    "mobile": "Mobile.",
                    "phone": "Phone.",
                    "email": "Mail.",
                    "address_text": "Where mail goes.",
                    "note": "Note.",
                }
            ),
            _key("team_id", "r.team_id", "Team it belongs to: `team.id`."),
        ),
    ),
    PlainTable(
        "position",
        "position",
        "Jobs: a person at a site, from when to when.",
        (
            _ID,
            _key("contact_id", "r.contact_id", "`contact.id`."),
            _key("site_id", "r.site_id", "`site.id`."),
            *_text({"title": "Title.", "department": "Department."}),
            _one("is_main", PlainType.BOOLEAN, "Whether the main contact of the site."),
            _one("started_on", PlainType.DATE, "First day."),
            _one("ended_on", PlainType.DATE, "Last day; empty while it lasts."),
        ),
    ),
    PlainTable(
        "activity",
        "activity",
        "What was said or done at a site.",
        (
            _ID,
            _key("site_id", "r.site_id", "`site.id`."),
            _key("contact_id", "r.contact_id", "With whom: `contact.id`."),
            _one("kind", PlainType.KEY, "note, visit, call, mail, meeting or task."),
            PlainColumn("happened_at", PlainType.TIME, "r.happened_at", "When.", is_indexed=True),
            *_text({"text": "What."}),
            _key("author_id", "r.author_id", "Who wrote it: `person.id`."),
        ),
    ),
    PlainTable(
        "unit",
        "unit",
        "Floors, rooms and departments inside a site.",
        (
            _ID,
            _key("site_id", "r.site_id", "`site.id`."),
            *_text({"name": "Name.", "floor": "Floor.", "room": "Room.", "note": "Note."}),
        ),
    ),
    PlainTable(
        "further_address",
        "extra_address",
        "Billing, mailing and delivery addresses of a site.",
        (
            _ID,
            _key("site_id", "r.site_id", "`site.id`."),
            _one("use", PlainType.KEY, "billing, mailing, delivery or other."),
            *_text({**_ADDRESS, "note": "Note."}),
        ),
    ),
    PlainTable(
        "collaborator",
        "collaborator",
        "Who works on a site or company beside its owner.",
        (
            _ID,
            _key("site_id", "r.site_id", "`site.id`; either this or `company_id` is filled."),
            _key("company_id", "r.company_id", "`company.id`, with all below it."),
            _key("person_id", "r.user_id", "`person.id`."),
            _one("access", PlainType.KEY, "read or write."),
            _one("reason", PlainType.KEY, "added or former_owner."),
        ),
    ),
)
"""In the order in which they are written."""
