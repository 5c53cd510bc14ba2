"""The closed sets of the field, as stored and as shown (`design.md` §3). Labels are translated at the edge."""

from enum import StrEnum, unique
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP


@unique
class RecordKind(StrEnum):
    """Kinds of records a person can open or see in a list; the value is the table name."""

    COMPANY = "company"
    SITE = "site"
    CONTACT = "contact"
    POSITION = "position"
    ACTIVITY = "activity"
    TERM = "term"
    USER = "app_user"
    TEAM = "team"
    UNIT = "unit"
    EXTRA_ADDRESS = "extra_address"
    COLLABORATOR = "collaborator"
    PAIR_VERDICT = "pair_verdict"
    CLAIM = "claim"


@unique
class CompanyKind(StrEnum):
    """What a node of the customer's organisation is."""

    GROUP = "group"
    LEGAL_ENTITY = "legal"
    BRANCH = "branch"


@unique
class SiteStatus(StrEnum):
    """Lifecycle of a site (`facts.md` §2); moved by the program only, never typed."""

    LEAD = "lead"
    FIGHTING = "fighting"
    EXISTING = "existing"
    SLEEPING = "sleeping"
    LOST = "lost"


@unique
class Taxonomy(StrEnum):
    """The editable classifications; each is a tree of terms."""

    INDUSTRY = "industry"
    SOURCE = "source"
    CUSTOMER_KIND = "customer_kind"
    GRADE = "grade"
    PLACE_KIND = "place_kind"


@unique
class ActivityKind(StrEnum):
    """What was said or done at a site."""

    NOTE = "note"
    VISIT = "visit"
    CALL = "call"
    MAIL = "mail"
    MEETING = "meeting"
    TASK = "task"


@unique
class AddressUse(StrEnum):
    """What an address beside a site's own is for (`facts.md` §1.3)."""

    BILLING = "billing"
    MAILING = "mailing"
    DELIVERY = "delivery"
    OTHER = "other"


@unique
class Access(StrEnum):
    """What a collaborator may do."""

    READ = "read"
    WRITE = "write"


@unique
class CollaborationReason(StrEnum):
    """Why somebody works on an account beside its owner."""

    ADDED = "added"
    FORMER_OWNER = "former_owner"


@unique
class Verdict(StrEnum):
    """What a person decided about two records."""

    NOT_DUPLICATE = "not_duplicate"
    OTHER_BUILDING = "other_building"


@unique
class ClaimState(StrEnum):
    """Where a wish to hold a record stands (`sync.md` §2.8, 23–24)."""

    ASKED = "asked"
    HELD = "held"
    LOST = "lost"
    RELEASED = "released"
    LAPSED = "lapsed"


@unique
class ActionKind(StrEnum):
    """What a transaction in the change log was for."""

    EDIT = "edit"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    MIGRATION = "migration"
    SETUP = "setup"
    EXCHANGE = "exchange"
    SETTLE = "settle"


@unique
class Severity(StrEnum):
    """How grave a remark about a field is: an error blocks saving, a warning does not (`facts.md` §6)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


LABELS: Final[dict[StrEnum, str]] = {
    RecordKind.COMPANY: QT_TRANSLATE_NOOP("vocabulary", "Company"),
    RecordKind.SITE: QT_TRANSLATE_NOOP("vocabulary", "Site"),
    RecordKind.CONTACT: QT_TRANSLATE_NOOP("vocabulary", "Contact"),
    RecordKind.POSITION: QT_TRANSLATE_NOOP("vocabulary", "Position"),
    RecordKind.ACTIVITY: QT_TRANSLATE_NOOP("vocabulary", "Activity"),
    RecordKind.TERM: QT_TRANSLATE_NOOP("vocabulary", "Classification"),
    RecordKind.USER: QT_TRANSLATE_NOOP("vocabulary", "User"),
    RecordKind.TEAM: QT_TRANSLATE_NOOP("vocabulary", "Team"),
    RecordKind.UNIT: QT_TRANSLATE_NOOP("vocabulary", "Floor or department"),
    RecordKind.EXTRA_ADDRESS: QT_TRANSLATE_NOOP("vocabulary", "Further address"),
    RecordKind.COLLABORATOR: QT_TRANSLATE_NOOP("vocabulary", "Collaborator"),
    RecordKind.PAIR_VERDICT: QT_TRANSLATE_NOOP("vocabulary", "Decision about two records"),
    RecordKind.CLAIM: QT_TRANSLATE_NOOP("vocabulary", "Claim"),
    CompanyKind.GROUP: QT_TRANSLATE_NOOP("vocabulary", "Group"),
    CompanyKind.LEGAL_ENTITY: QT_TRANSLATE_NOOP("vocabulary", "Legal entity"),
    CompanyKind.BRANCH: QT_TRANSLATE_NOOP("vocabulary", "Registered branch"),
    SiteStatus.LEAD: QT_TRANSLATE_NOOP("vocabulary", "Lead"),
    SiteStatus.FIGHTING: QT_TRANSLATE_NOOP("vocabulary", "Fighting for deals"),
    SiteStatus.EXISTING: QT_TRANSLATE_NOOP("vocabulary", "Existing customer"),
    SiteStatus.SLEEPING: QT_TRANSLATE_NOOP("vocabulary", "Sleeping customer"),
    SiteStatus.LOST: QT_TRANSLATE_NOOP("vocabulary", "Fought but lost"),
    Taxonomy.INDUSTRY: QT_TRANSLATE_NOOP("vocabulary", "Industry"),
    Taxonomy.SOURCE: QT_TRANSLATE_NOOP("vocabulary", "Source"),
    Taxonomy.CUSTOMER_KIND: QT_TRANSLATE_NOOP("vocabulary", "Customer kind"),
    Taxonomy.GRADE: QT_TRANSLATE_NOOP("vocabulary", "Grade"),
    Taxonomy.PLACE_KIND: QT_TRANSLATE_NOOP("vocabulary", "Kind of place"),
    ActivityKind.NOTE: QT_TRANSLATE_NOOP("vocabulary", "Note"),
    ActivityKind.VISIT: QT_TRANSLATE_NOOP("vocabulary", "Visit"),
    ActivityKind.CALL: QT_TRANSLATE_NOOP("vocabulary", "Call"),
    ActivityKind.MAIL: QT_TRANSLATE_NOOP("vocabulary", "Mail"),
    ActivityKind.MEETING: QT_TRANSLATE_NOOP("vocabulary", "Meeting"),
    ActivityKind.TASK: QT_TRANSLATE_NOOP("vocabulary", "Task"),
    AddressUse.BILLING: QT_TRANSLATE_NOOP("vocabulary", "Billing address"),
    AddressUse.MAILING: QT_TRANSLATE_NOOP("vocabulary", "Mailing address"),
    AddressUse.DELIVERY: QT_TRANSLATE_NOOP("vocabulary", "Delivery address"),
    AddressUse.OTHER: QT_TRANSLATE_NOOP("vocabulary", "Other address"),
    Access.READ: QT_TRANSLATE_NOOP("vocabulary", "May read"),
    Access.WRITE: QT_TRANSLATE_NOOP("vocabulary", "May edit"),
    CollaborationReason.ADDED: QT_TRANSLATE_NOOP("vocabulary", "Added by hand"),
    CollaborationReason.FORMER_OWNER: QT_TRANSLATE_NOOP("vocabulary", "Former owner"),
    Verdict.NOT_DUPLICATE: QT_TRANSLATE_NOOP("vocabulary", "Not a duplicate"),
    Verdict.OTHER_BUILDING: QT_TRANSLATE_NOOP("vocabulary", "Another building"),
    ClaimState.ASKED: QT_TRANSLATE_NOOP("vocabulary", "Asked for"),
    ClaimState.HELD: QT_TRANSLATE_NOOP("vocabulary", "Held"),
    ClaimState.LOST: QT_TRANSLATE_NOOP("vocabulary", "Held by somebody else"),
    ClaimState.RELEASED: QT_TRANSLATE_NOOP("vocabulary", "Given up"),
    ClaimState.LAPSED: QT_TRANSLATE_NOOP("vocabulary", "Lapsed"),
    ActionKind.EDIT: QT_TRANSLATE_NOOP("vocabulary", "Edit"),
    ActionKind.IMPORT: QT_TRANSLATE_NOOP("vocabulary", "Import"),
    ActionKind.UNDO: QT_TRANSLATE_NOOP("vocabulary", "Undo"),
    ActionKind.REDO: QT_TRANSLATE_NOOP("vocabulary", "Redo"),
    ActionKind.MOVE: QT_TRANSLATE_NOOP("vocabulary", "Move"),
    ActionKind.SPLIT: QT_TRANSLATE_NOOP("vocabulary", "Split into sites"),
    ActionKind.MERGE: QT_TRANSLATE_NOOP("vocabulary", "Merge"),
    ActionKind.MIGRATION: QT_TRANSLATE_NOOP("vocabulary", "Upgrade"),
    ActionKind.SETUP: QT_TRANSLATE_NOOP("vocabulary", "Set-up"),
    ActionKind.EXCHANGE: QT_TRANSLATE_NOOP("vocabulary", "Exchange with the centre"),
    ActionKind.SETTLE: QT_TRANSLATE_NOOP("vocabulary", "Conflict settled"),
}
"""English label of each value, translation context `vocabulary`."""
