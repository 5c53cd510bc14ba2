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
    LEAD = "lead"
    FOLLOW_UP = "follow_up"
    POOL = "pool"
    POOL_MEMBER = "pool_member"
    CRITERIA_SET = "criteria_set"
    CRITERION = "criterion"
    QUALIFICATION = "qualification"
    ANSWER = "qualification_answer"
    CONVERSION = "conversion"
    STAGE = "stage"
    OPPORTUNITY = "opportunity"
    OPPORTUNITY_CONTACT = "opportunity_contact"


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
    RELEASE_REASON = "release_reason"
    DISQUALIFY_REASON = "disqualify_reason"


@unique
class LeadStatus(StrEnum):
    """How far a lead has come (`facts.md` §2–§4); a converted one is closed, everything learnt lives on at its account."""

    NEW = "new"
    WORKING = "working"
    QUALIFIED = "qualified"
    DISQUALIFIED = "disqualified"
    CONVERTED = "converted"


@unique
class PoolRole(StrEnum):
    """What somebody is in a pool: a member claims from it, an administrator also assigns and keeps its rules."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"


@unique
class PoolRule(StrEnum):
    """The rule by which the program itself moved a record to a pool (`facts.md` §3)."""

    UNFOLLOWED = "unfollowed"
    NO_OPPORTUNITY = "no_opportunity"
    CONTRACT_ENDED = "contract_ended"


@unique
class Outcome(StrEnum):
    """What came of a round of qualification."""

    QUALIFIED = "qualified"
    NOT_YET = "not_yet"
    DISQUALIFIED = "disqualified"


@unique
class AnswerValue(StrEnum):
    """What is known of one criterion."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@unique
class BuyingRole(StrEnum):
    """What a person has to say about an opportunity."""

    DECIDES = "decides"
    INFLUENCES = "influences"
    USES = "uses"
    BUYS = "buys"
    CHAMPION = "champion"
    OPPOSES = "opposes"


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
    CLAIM = "claim"
    QUALIFY = "qualify"
    CONVERT = "convert"
    POOL_RULE = "pool_rule"


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
    RecordKind.LEAD: QT_TRANSLATE_NOOP("vocabulary", "Lead"),
    RecordKind.FOLLOW_UP: QT_TRANSLATE_NOOP("vocabulary", "Follow-up"),
    RecordKind.POOL: QT_TRANSLATE_NOOP("vocabulary", "Pool"),
    RecordKind.POOL_MEMBER: QT_TRANSLATE_NOOP("vocabulary", "Member of a pool"),
    RecordKind.CRITERIA_SET: QT_TRANSLATE_NOOP("vocabulary", "Set of criteria"),
    RecordKind.CRITERION: QT_TRANSLATE_NOOP("vocabulary", "Criterion"),
    RecordKind.QUALIFICATION: QT_TRANSLATE_NOOP("vocabulary", "Qualification"),
    RecordKind.ANSWER: QT_TRANSLATE_NOOP("vocabulary", "Answer"),
    RecordKind.CONVERSION: QT_TRANSLATE_NOOP("vocabulary", "Conversion"),
    RecordKind.STAGE: QT_TRANSLATE_NOOP("vocabulary", "Stage"),
    RecordKind.OPPORTUNITY: QT_TRANSLATE_NOOP("vocabulary", "Opportunity"),
    RecordKind.OPPORTUNITY_CONTACT: QT_TRANSLATE_NOOP("vocabulary", "Person at an opportunity"),
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
    Taxonomy.RELEASE_REASON: QT_TRANSLATE_NOOP("vocabulary", "Reason for release"),
    Taxonomy.DISQUALIFY_REASON: QT_TRANSLATE_NOOP("vocabulary", "Reason for disqualifying"),
    LeadStatus.NEW: QT_TRANSLATE_NOOP("vocabulary", "New"),
    LeadStatus.WORKING: QT_TRANSLATE_NOOP("vocabulary", "Working"),
    LeadStatus.QUALIFIED: QT_TRANSLATE_NOOP("vocabulary", "Qualified"),
    LeadStatus.DISQUALIFIED: QT_TRANSLATE_NOOP("vocabulary", "Disqualified"),
    LeadStatus.CONVERTED: QT_TRANSLATE_NOOP("vocabulary", "Converted"),
    PoolRole.MEMBER: QT_TRANSLATE_NOOP("vocabulary", "Member"),
    PoolRole.ADMINISTRATOR: QT_TRANSLATE_NOOP("vocabulary", "Administrator"),
    PoolRule.UNFOLLOWED: QT_TRANSLATE_NOOP("vocabulary", "No follow-up for too long"),
    PoolRule.NO_OPPORTUNITY: QT_TRANSLATE_NOOP("vocabulary", "No opportunity for too long"),
    PoolRule.CONTRACT_ENDED: QT_TRANSLATE_NOOP("vocabulary", "Contract ended"),
    Outcome.QUALIFIED: QT_TRANSLATE_NOOP("vocabulary", "Qualified"),
    Outcome.NOT_YET: QT_TRANSLATE_NOOP("vocabulary", "Not yet"),
    Outcome.DISQUALIFIED: QT_TRANSLATE_NOOP("vocabulary", "Disqualified"),
    AnswerValue.YES: QT_TRANSLATE_NOOP("vocabulary", "Yes"),
    AnswerValue.PARTLY: QT_TRANSLATE_NOOP("vocabulary", "Partly"),
    AnswerValue.NO: QT_TRANSLATE_NOOP("vocabulary", "No"),
    BuyingRole.DECIDES: QT_TRANSLATE_NOOP("vocabulary", "Decides"),
    BuyingRole.INFLUENCES: QT_TRANSLATE_NOOP("vocabulary", "Influences"),
    BuyingRole.USES: QT_TRANSLATE_NOOP("vocabulary", "Uses it"),
    BuyingRole.BUYS: QT_TRANSLATE_NOOP("vocabulary", "Buys"),
    BuyingRole.CHAMPION: QT_TRANSLATE_NOOP("vocabulary", "Champion"),
    BuyingRole.OPPOSES: QT_TRANSLATE_NOOP("vocabulary", "Opposes"),
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
    ActionKind.CLAIM: QT_TRANSLATE_NOOP("vocabulary", "Claim or release"),
    ActionKind.QUALIFY: QT_TRANSLATE_NOOP("vocabulary", "Qualification"),
    ActionKind.CONVERT: QT_TRANSLATE_NOOP("vocabulary", "Conversion"),
    ActionKind.POOL_RULE: QT_TRANSLATE_NOOP("vocabulary", "Rule of a pool"),
}
"""English label of each value, translation context `vocabulary`."""
