"""The views of the plain schema: accounts, customers, people and activities with everything spelled out. `{s}` is the schema."""

from typing import Final

from crmdesk.sync.export.columns import PlainView, ViewColumn
from crmdesk.sync.export.tables import LEVELS

_C: Final = ViewColumn


def _same(alias: str, meanings: dict[str, str]) -> tuple[ViewColumn, ...]:
    return tuple(_C(name, f"{alias}.{name}", meaning) for name, meaning in meanings.items())


def _term(taxonomy: str, code: str) -> str:
    """Return SQL for the name of a term that a row carries as a code."""
    return f"(SELECT t.name FROM {{s}}.term t WHERE t.taxonomy='{taxonomy}' AND t.code={code} ORDER BY t.id LIMIT 1)"


_CLASSES: Final = (
    _C("industry_code", "i.code", "Industry: code."),
    _C("industry_name", "i.name", "Industry: name."),
    *(
        _C(f"industry_{level}_{part}", f"i.level_{level}_{part}", f"Industry at level {level}: {part}.")
        for level in range(1, LEVELS + 1)
        for part in ("code", "name")
    ),
    _C("source_name", "o.name", "Source: name."),
    _C("source_path", "o.path", "Source: names from the top, with › between."),
)
_PEOPLE: Final = (
    _C("owner_name", "p.name", "Who looks after it."),
    _C("team_name", "g.name", "Team it belongs to."),
)
_PLACE: Final = {
    "country": "Two letters (ISO 3166).",
    "province": "Province or state.",
    "city": "City or prefecture.",
    "district": "District or county.",
    "street": "Street, number, building.",
    "postcode": "Postcode.",
    "address_text": "The whole address as typed.",
    "latitude": "Degrees north.",
    "longitude": "Degrees east.",
    "phone": "Phone.",
    "email": "Mail.",
}

VIEWS: Final = (
    PlainView(
        "account",
        "One row an account (a site): company, ultimate parent, the five elements, owner and address spelled out.",
        (
            _C("site_id", "s.id", "`site.id`."),
            _C("site_code", "s.code", "Customer code of the site."),
            _C("site_name", "s.name", "Name of the site."),
            _C("company_id", "c.id", "`company.id`."),
            _C("company_code", "c.code", "Customer code of the company."),
            _C("company_name", "c.name", "What people call the company."),
            _C("legal_name", "c.legal_name", "Legal name of the company."),
            _C("credit_code", "coalesce(s.credit_code,c.credit_code)", "Of the site where it has its own, else of the company."),
            _C("root_id", "c.root_id", "Ultimate parent: `company.id`."),
            _C("root_name", "c.root_name", "Ultimate parent: name."),
            _C("path", "c.path", "Companies from the ultimate parent down, with › between."),
            *_same("s", {"status": "lead, fighting, existing, sleeping or lost."}),
            *_CLASSES,
            _C("customer_kind_name", _term("customer_kind", "s.customer_kind"), "Customer kind."),
            *_same("s", {"grade": "Grade.", "graded_on": "Day of the grade."}),
            _C("place_kind_name", _term("place_kind", "s.place_kind"), "Kind of place."),
            *_PEOPLE,
            *_same("s", _PLACE),
            *_same("s", {"created_at": "When it was made.", "edited_at": "When it was edited last."}),
        ),
        "{s}.site s LEFT JOIN {s}.company c ON c.id=s.company_id LEFT JOIN {s}.term i ON i.id=coalesce(s.industry_id,c.industry_id) "
        "LEFT JOIN {s}.term o ON o.id=coalesce(s.source_id,c.source_id) LEFT JOIN {s}.person p ON p.id=s.owner_id "
        "LEFT JOIN {s}.team g ON g.id=s.team_id",
    ),
    PlainView(
        "customer",
        "One row a company: ultimate parent, the five elements, owner, and how many accounts it has itself.",
        (
            _C("company_id", "c.id", "`company.id`."),
            _C("company_code", "c.code", "Customer code."),
            _C("company_name", "c.name", "What people call it."),
            *_same(
                "c",
                {
                    "legal_name": "Legal name.",
                    "credit_code": "Credit code.",
                    "kind": "group, legal or branch.",
                    "parent_id": "Company above: `company.id`.",
                    "root_id": "Ultimate parent: `company.id`.",
                    "root_name": "Ultimate parent: name.",
                    "path": "Names from the ultimate parent to itself.",
                    "depth": "Companies above it.",
                },
            ),
            *_CLASSES,
            _C("customer_kind_name", _term("customer_kind", "c.customer_kind"), "Customer kind."),
            *_same("c", {"grade": "Grade.", "headcount": "People.", "registered_on": "Day of registration."}),
            *_PEOPLE,
            _C(
                "own_sites",
                "(SELECT count(*) FROM {s}.site s WHERE s.company_id=c.id)",
                "Its own accounts, subsidiaries left out.",
            ),
            *_same("c", {"created_at": "When it was made.", "edited_at": "When it was edited last."}),
        ),
        "{s}.company c LEFT JOIN {s}.term i ON i.id=c.industry_id LEFT JOIN {s}.term o ON o.id=c.source_id "
        "LEFT JOIN {s}.person p ON p.id=c.owner_id LEFT JOIN {s}.team g ON g.id=c.team_id",
    ),
    PlainView(
        "contact_job",
        "One row a job of a person at an account.",
        (
            _C("contact_id", "k.id", "`contact.id`."),
            _C("contact_name", "k.name", "Name."),
            *_same("k", {"mobile": "Mobile.", "phone": "Phone.", "email": "Mail."}),
            *_same(
                "j",
                {
                    "title": "Title.",
                    "department": "Department.",
                    "is_main": "Whether the main contact.",
                    "started_on": "First day.",
                    "ended_on": "Last day; empty while it lasts.",
                },
            ),
            _C("site_id", "s.id", "`site.id`."),
            _C("site_name", "s.name", "Account."),
            _C("company_name", "c.name", "Company."),
            _C("root_name", "c.root_name", "Ultimate parent."),
        ),
        "{s}.position j JOIN {s}.contact k ON k.id=j.contact_id LEFT JOIN {s}.site s ON s.id=j.site_id "
        "LEFT JOIN {s}.company c ON c.id=s.company_id",
    ),
    PlainView(
        "activity_log",
        "One row an activity at an account, with who, where and with whom.",
        (
            _C("activity_id", "a.id", "`activity.id`."),
            *_same("a", {"happened_at": "When.", "kind": "note, visit, call, mail, meeting or task.", "text": "What."}),
            _C("author_name", "p.name", "Who."),
            _C("contact_name", "k.name", "With whom."),
            _C("site_id", "s.id", "`site.id`."),
            _C("site_name", "s.name", "Account."),
            _C("company_name", "c.name", "Company."),
            _C("root_name", "c.root_name", "Ultimate parent."),
        ),
        "{s}.activity a LEFT JOIN {s}.person p ON p.id=a.author_id LEFT JOIN {s}.contact k ON k.id=a.contact_id "
        "LEFT JOIN {s}.site s ON s.id=a.site_id LEFT JOIN {s}.company c ON c.id=s.company_id",
    ),
)
