"""The fields of companies, sites, contacts, leads and notes as data: one catalogue for forms, command line, import and history."""

from dataclasses import dataclass
from enum import Enum, StrEnum, unique
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import (
    ActivityKind,
    AddressUse,
    AnswerValue,
    BuyingRole,
    LeadStatus,
    Outcome,
    PoolRule,
    RecordKind,
    Taxonomy,
)


@unique
class FieldType(Enum):
    """How a field's value is typed, shown and stored."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CODE = "code"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"
    WHOLE_NUMBER = "whole_number"
    DECIMAL = "decimal"
    DATE = "date"
    COUNTRY = "country"
    TERM_ID = "term_id"
    TERM_CODE = "term_code"
    USER = "user"
    COMPANY = "company"
    COMPANY_KIND = "company_kind"
    STATUS = "status"
    CHOICE = "choice"
    FLAG = "flag"
    MOMENT = "moment"
    MONEY = "money"
    """Whole minor units; the currency is a field of its own."""
    SITE = "site"
    STAGE = "stage"
    LEAD = "lead"
    POOL = "pool"


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One field of one kind of record.

    Attributes:
        key: the column's name; also the KEY of `crmdesk set CODE KEY=VALUE`.
        label: English, translation context `fields`.
        limit: longest text in characters.
        taxonomy: where a term's value comes from.
        required: an empty value is refused.
        read_only: the program sets it; nobody types it.
        choices: for `CHOICE`, the closed set its stored value is of.
    """

    key: str
    label: str
    type: FieldType = FieldType.TEXT
    limit: int = 200
    taxonomy: Taxonomy | None = None
    required: bool = False
    read_only: bool = False
    choices: tuple[StrEnum, ...] = ()


_NOTE_LIMIT: Final = 20_000
_NAME_LIMIT: Final = 400
_T = QT_TRANSLATE_NOOP

_FIVE_ELEMENTS: Final = (
    FieldInfo("industry_id", _T("fields", "Industry"), FieldType.TERM_ID, taxonomy=Taxonomy.INDUSTRY),
    FieldInfo("source_id", _T("fields", "Source"), FieldType.TERM_ID, taxonomy=Taxonomy.SOURCE),
    FieldInfo("customer_kind", _T("fields", "Customer kind"), FieldType.TERM_CODE, taxonomy=Taxonomy.CUSTOMER_KIND),
    FieldInfo("grade", _T("fields", "Grade"), FieldType.TERM_CODE, taxonomy=Taxonomy.GRADE),
    FieldInfo("graded_at", _T("fields", "Graded on"), FieldType.DATE, read_only=True),
    FieldInfo("graded_by", _T("fields", "Graded by"), FieldType.USER, read_only=True),
)

COMPANY_FIELDS: Final = (
    FieldInfo("legal_name", _T("fields", "Legal name"), limit=_NAME_LIMIT, required=True),
    FieldInfo("short_name", _T("fields", "Short name"), limit=100),
    FieldInfo("code", _T("fields", "Code"), FieldType.CODE, limit=24),
    *_FIVE_ELEMENTS,
    FieldInfo("kind", _T("fields", "Kind of company"), FieldType.COMPANY_KIND),
    FieldInfo("parent_id", _T("fields", "Parent company"), FieldType.COMPANY),
    FieldInfo("credit_code", _T("fields", "Credit code"), FieldType.CODE, limit=40),
    FieldInfo("country", _T("fields", "Country"), FieldType.COUNTRY, limit=2),
    FieldInfo("owner_id", _T("fields", "Owner"), FieldType.USER),
    FieldInfo("phone", _T("fields", "Phone"), FieldType.PHONE),
    FieldInfo("website", _T("fields", "Website"), FieldType.WEBSITE, limit=500),
    FieldInfo("headcount", _T("fields", "Employees"), FieldType.WHOLE_NUMBER),
    FieldInfo("registered_on", _T("fields", "Registered on"), FieldType.DATE),
    FieldInfo("invoice_title", _T("fields", "Invoice title")),
    FieldInfo("invoice_address", _T("fields", "Invoice address"), limit=300),
    FieldInfo("invoice_phone", _T("fields", "Invoice phone"), FieldType.PHONE),
    FieldInfo("bank_name", _T("fields", "Bank")),
    FieldInfo("bank_account", _T("fields", "Bank account"), limit=60),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
)

SITE_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Site name"), limit=_NAME_LIMIT, required=True),
    FieldInfo("code", _T("fields", "Code"), FieldType.CODE, limit=24),
    FieldInfo("company_id", _T("fields", "Company"), FieldType.COMPANY, required=True),
    FieldInfo("credit_code", _T("fields", "Credit code"), FieldType.CODE, limit=40),
    *_FIVE_ELEMENTS,
    FieldInfo("status", _T("fields", "Status"), FieldType.STATUS, read_only=True),
    FieldInfo("place_kind", _T("fields", "Kind of place"), FieldType.TERM_CODE, taxonomy=Taxonomy.PLACE_KIND),
    FieldInfo("functions", _T("fields", "Business functions")),
    FieldInfo("country", _T("fields", "Country"), FieldType.COUNTRY, limit=2),
    FieldInfo("province", _T("fields", "Province"), limit=100),
    FieldInfo("city", _T("fields", "City"), limit=100),
    FieldInfo("district", _T("fields", "District"), limit=100),
    FieldInfo("street", _T("fields", "Street"), FieldType.LONG_TEXT, limit=300),
    FieldInfo("postcode", _T("fields", "Postcode"), limit=20),
    FieldInfo("address_text", _T("fields", "Address as typed"), limit=500),
    FieldInfo("latitude", _T("fields", "Latitude"), FieldType.DECIMAL),
    FieldInfo("longitude", _T("fields", "Longitude"), FieldType.DECIMAL),
    FieldInfo("owner_id", _T("fields", "Owner"), FieldType.USER),
    FieldInfo("phone", _T("fields", "Phone"), FieldType.PHONE),
    FieldInfo("email", _T("fields", "Mail"), FieldType.EMAIL),
    FieldInfo("website", _T("fields", "Website"), FieldType.WEBSITE, limit=500),
    FieldInfo("tier", _T("fields", "Tier"), limit=40),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
)

CONTACT_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Name"), limit=100, required=True),
    FieldInfo("mobile", _T("fields", "Mobile"), FieldType.PHONE),
    FieldInfo("phone", _T("fields", "Phone"), FieldType.PHONE),
    FieldInfo("email", _T("fields", "Mail"), FieldType.EMAIL),
    FieldInfo("address_text", _T("fields", "Address"), limit=500),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
)

POSITION_FIELDS: Final = (
    FieldInfo("title", _T("fields", "Title"), limit=100),
    FieldInfo("department", _T("fields", "Department"), limit=100),
    FieldInfo("is_main", _T("fields", "Main contact"), FieldType.FLAG),
    FieldInfo("started_on", _T("fields", "Since"), FieldType.DATE),
    FieldInfo("ended_on", _T("fields", "Until"), FieldType.DATE),
)

ACTIVITY_FIELDS: Final = (
    FieldInfo("happened_at", _T("fields", "When"), FieldType.MOMENT, required=True),
    FieldInfo("text", _T("fields", "Text"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT, required=True),
)

TERM_FIELDS: Final = (
    FieldInfo("code", _T("fields", "Code"), FieldType.TEXT, limit=40, required=True),
    FieldInfo("name", _T("fields", "Name (Simplified Chinese)"), limit=100, required=True),
    FieldInfo("name_zh_tw", _T("fields", "Name (Traditional Chinese)"), limit=100),
    FieldInfo("name_en", _T("fields", "Name (English)"), limit=100),
)

UNIT_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Floor or department"), limit=100, required=True),
    FieldInfo("floor", _T("fields", "Floor"), limit=40),
    FieldInfo("room", _T("fields", "Room"), limit=40),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
)

EXTRA_ADDRESS_FIELDS: Final = (
    FieldInfo("use", _T("fields", "Used for"), FieldType.CHOICE, required=True, choices=tuple(AddressUse)),
    FieldInfo("country", _T("fields", "Country"), FieldType.COUNTRY, limit=2),
    FieldInfo("province", _T("fields", "Province"), limit=100),
    FieldInfo("city", _T("fields", "City"), limit=100),
    FieldInfo("district", _T("fields", "District"), limit=100),
    FieldInfo("street", _T("fields", "Street"), FieldType.LONG_TEXT, limit=300),
    FieldInfo("postcode", _T("fields", "Postcode"), limit=20),
    FieldInfo("address_text", _T("fields", "Address as typed"), limit=500),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
)

LEAD_FIELDS: Final = (
    FieldInfo("company_name", _T("fields", "Company"), limit=_NAME_LIMIT),
    FieldInfo("person", _T("fields", "Person"), limit=100),
    FieldInfo("job_title", _T("fields", "Title"), limit=100),
    FieldInfo("mobile", _T("fields", "Mobile"), FieldType.PHONE),
    FieldInfo("phone", _T("fields", "Phone"), FieldType.PHONE),
    FieldInfo("email", _T("fields", "Mail"), FieldType.EMAIL),
    FieldInfo("website", _T("fields", "Website"), FieldType.WEBSITE, limit=500),
    FieldInfo("country", _T("fields", "Country"), FieldType.COUNTRY, limit=2),
    FieldInfo("province", _T("fields", "Province"), limit=100),
    FieldInfo("city", _T("fields", "City"), limit=100),
    FieldInfo("district", _T("fields", "District"), limit=100),
    FieldInfo("street", _T("fields", "Street"), FieldType.LONG_TEXT, limit=300),
    FieldInfo("postcode", _T("fields", "Postcode"), limit=20),
    FieldInfo("address_text", _T("fields", "Address as typed"), limit=500),
    FieldInfo("credit_code", _T("fields", "Credit code"), FieldType.CODE, limit=40),
    FieldInfo("headcount", _T("fields", "Employees"), FieldType.WHOLE_NUMBER),
    FieldInfo("industry_id", _T("fields", "Industry"), FieldType.TERM_ID, taxonomy=Taxonomy.INDUSTRY),
    FieldInfo("source_id", _T("fields", "Source"), FieldType.TERM_ID, taxonomy=Taxonomy.SOURCE),
    FieldInfo("origin", _T("fields", "Came in by")),
    FieldInfo("campaign", _T("fields", "Campaign")),
    FieldInfo("next_step", _T("fields", "Next step"), limit=300),
    FieldInfo("next_step_on", _T("fields", "Due on"), FieldType.DATE),
    FieldInfo("look_again_on", _T("fields", "Look again on"), FieldType.DATE),
    FieldInfo("contract_ends_on", _T("fields", "Contract ends on"), FieldType.DATE),
    FieldInfo("protected_until", _T("fields", "Protected until"), FieldType.DATE),
    FieldInfo("is_locked", _T("fields", "Locked"), FieldType.FLAG),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
    FieldInfo("external_id", _T("fields", "Number elsewhere"), limit=100),
    FieldInfo("web_visits", _T("fields", "Visits to the web site"), FieldType.WHOLE_NUMBER),
    FieldInfo("web_seconds", _T("fields", "Seconds on the web site"), FieldType.WHOLE_NUMBER),
    FieldInfo("web_pages", _T("fields", "Pages per visit"), FieldType.DECIMAL),
    FieldInfo("status", _T("fields", "Status"), FieldType.CHOICE, choices=tuple(LeadStatus), read_only=True),
    FieldInfo("owner_id", _T("fields", "Owner"), FieldType.USER, read_only=True),
    FieldInfo("owned_since", _T("fields", "With its owner since"), FieldType.MOMENT, read_only=True),
    FieldInfo("pool_id", _T("fields", "Pool"), FieldType.POOL, read_only=True),
    FieldInfo("pooled_at", _T("fields", "In the pool since"), FieldType.MOMENT, read_only=True),
    FieldInfo("former_owner_id", _T("fields", "Former owner"), FieldType.USER, read_only=True),
    FieldInfo("last_follow_up_at", _T("fields", "Last follow-up"), FieldType.MOMENT, read_only=True),
    FieldInfo("reason_id", _T("fields", "Reason"), FieldType.TERM_ID, read_only=True),
    FieldInfo("released_by_rule", _T("fields", "Released by rule"), FieldType.CHOICE, choices=tuple(PoolRule), read_only=True),
    FieldInfo("company_id", _T("fields", "Became company"), FieldType.COMPANY, read_only=True),
    FieldInfo("site_id", _T("fields", "Became account"), FieldType.SITE, read_only=True),
    FieldInfo("contact_id", _T("fields", "Became contact"), read_only=True),
    FieldInfo("converted_at", _T("fields", "Converted at"), FieldType.MOMENT, read_only=True),
    FieldInfo("converted_by", _T("fields", "Converted by"), FieldType.USER, read_only=True),
)

FOLLOW_UP_FIELDS: Final = (
    FieldInfo("kind", _T("fields", "Kind"), FieldType.CHOICE, choices=tuple(ActivityKind), required=True),
    FieldInfo("happened_at", _T("fields", "When"), FieldType.MOMENT, required=True),
    FieldInfo("text", _T("fields", "Text"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT, required=True),
    FieldInfo("author_id", _T("fields", "By"), FieldType.USER, read_only=True),
)

OPPORTUNITY_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Opportunity"), limit=_NAME_LIMIT, required=True),
    FieldInfo("site_id", _T("fields", "Site"), FieldType.SITE, required=True),
    FieldInfo("stage_id", _T("fields", "Stage"), FieldType.STAGE, required=True),
    FieldInfo("amount_minor", _T("fields", "Amount"), FieldType.MONEY),
    FieldInfo("currency", _T("fields", "Currency"), FieldType.CODE, limit=3),
    FieldInfo("closes_on", _T("fields", "Closes on"), FieldType.DATE),
    FieldInfo("closed_at", _T("fields", "Closed"), FieldType.MOMENT, read_only=True),
    FieldInfo("owner_id", _T("fields", "Owner"), FieldType.USER),
    FieldInfo("source_id", _T("fields", "Source"), FieldType.TERM_ID, taxonomy=Taxonomy.SOURCE),
    FieldInfo("campaign", _T("fields", "Campaign")),
    FieldInfo("next_step", _T("fields", "Next step"), limit=300),
    FieldInfo("next_step_on", _T("fields", "Due on"), FieldType.DATE),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT),
    FieldInfo("lead_id", _T("fields", "Lead"), FieldType.LEAD),
)

STAGE_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Name (Simplified Chinese)"), limit=100, required=True),
    FieldInfo("name_zh_tw", _T("fields", "Name (Traditional Chinese)"), limit=100),
    FieldInfo("name_en", _T("fields", "Name (English)"), limit=100),
    FieldInfo("probability", _T("fields", "Probability"), FieldType.WHOLE_NUMBER),
)

CRITERIA_SET_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Name (Simplified Chinese)"), limit=100, required=True),
    FieldInfo("name_zh_tw", _T("fields", "Name (Traditional Chinese)"), limit=100),
    FieldInfo("name_en", _T("fields", "Name (English)"), limit=100),
    FieldInfo("pass_percent", _T("fields", "Passes from (percent)"), FieldType.WHOLE_NUMBER),
    FieldInfo("pass_count", _T("fields", "Passes with (criteria)"), FieldType.WHOLE_NUMBER),
    FieldInfo("source_id", _T("fields", "Source"), FieldType.TERM_ID, taxonomy=Taxonomy.SOURCE),
    FieldInfo("industry_id", _T("fields", "Industry"), FieldType.TERM_ID, taxonomy=Taxonomy.INDUSTRY),
)

CRITERION_FIELDS: Final = (
    FieldInfo("name", _T("fields", "Name (Simplified Chinese)"), limit=100, required=True),
    FieldInfo("name_zh_tw", _T("fields", "Name (Traditional Chinese)"), limit=100),
    FieldInfo("name_en", _T("fields", "Name (English)"), limit=100),
    FieldInfo("question", _T("fields", "Question (Simplified Chinese)"), limit=500),
    FieldInfo("question_zh_tw", _T("fields", "Question (Traditional Chinese)"), limit=500),
    FieldInfo("question_en", _T("fields", "Question (English)"), limit=500),
    FieldInfo("hint", _T("fields", "Hint (Simplified Chinese)"), limit=500),
    FieldInfo("hint_zh_tw", _T("fields", "Hint (Traditional Chinese)"), limit=500),
    FieldInfo("hint_en", _T("fields", "Hint (English)"), limit=500),
    FieldInfo("weight", _T("fields", "Weight"), FieldType.WHOLE_NUMBER),
    FieldInfo("is_knock_out", _T("fields", "Knock-out"), FieldType.FLAG),
)

QUALIFICATION_FIELDS: Final = (
    FieldInfo("started_at", _T("fields", "Begun"), FieldType.MOMENT, read_only=True),
    FieldInfo("started_by", _T("fields", "Begun by"), FieldType.USER, read_only=True),
    FieldInfo("ended_at", _T("fields", "Ended"), FieldType.MOMENT, read_only=True),
    FieldInfo("ended_by", _T("fields", "Ended by"), FieldType.USER, read_only=True),
    FieldInfo("outcome", _T("fields", "Outcome"), FieldType.CHOICE, choices=tuple(Outcome), read_only=True),
    FieldInfo("score", _T("fields", "Score in percent"), FieldType.WHOLE_NUMBER, read_only=True),
    FieldInfo("look_again_on", _T("fields", "Look again on"), FieldType.DATE, read_only=True),
    FieldInfo("reason_id", _T("fields", "Reason"), FieldType.TERM_ID, read_only=True),
    FieldInfo("note", _T("fields", "Note"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT, read_only=True),
)

ANSWER_FIELDS: Final = (
    FieldInfo("value", _T("fields", "Answer"), FieldType.CHOICE, choices=tuple(AnswerValue), read_only=True),
    FieldInfo("evidence", _T("fields", "Evidence"), FieldType.LONG_TEXT, limit=_NOTE_LIMIT, read_only=True),
    FieldInfo("answered_on", _T("fields", "Learnt on"), FieldType.DATE, read_only=True),
)

CONVERSION_FIELDS: Final = (
    FieldInfo("company_id", _T("fields", "Became company"), FieldType.COMPANY, read_only=True),
    FieldInfo("developed_by", _T("fields", "Developed by"), FieldType.USER, read_only=True),
    FieldInfo("converted_at", _T("fields", "Converted at"), FieldType.MOMENT, read_only=True),
    FieldInfo("converted_by", _T("fields", "Converted by"), FieldType.USER, read_only=True),
)

OPPORTUNITY_CONTACT_FIELDS: Final = (
    FieldInfo("role", _T("fields", "Role"), FieldType.CHOICE, choices=tuple(BuyingRole), read_only=True),
)

FIELDS: Final[dict[RecordKind, tuple[FieldInfo, ...]]] = {
    RecordKind.COMPANY: COMPANY_FIELDS,
    RecordKind.SITE: SITE_FIELDS,
    RecordKind.CONTACT: CONTACT_FIELDS,
    RecordKind.POSITION: POSITION_FIELDS,
    RecordKind.ACTIVITY: ACTIVITY_FIELDS,
    RecordKind.TERM: TERM_FIELDS,
    RecordKind.UNIT: UNIT_FIELDS,
    RecordKind.EXTRA_ADDRESS: EXTRA_ADDRESS_FIELDS,
    RecordKind.LEAD: LEAD_FIELDS,
    RecordKind.FOLLOW_UP: FOLLOW_UP_FIELDS,
    RecordKind.OPPORTUNITY: OPPORTUNITY_FIELDS,
    RecordKind.OPPORTUNITY_CONTACT: OPPORTUNITY_CONTACT_FIELDS,
    RecordKind.QUALIFICATION: QUALIFICATION_FIELDS,
    RecordKind.ANSWER: ANSWER_FIELDS,
    RecordKind.CONVERSION: CONVERSION_FIELDS,
    RecordKind.STAGE: STAGE_FIELDS,
    RecordKind.CRITERIA_SET: CRITERIA_SET_FIELDS,
    RecordKind.CRITERION: CRITERION_FIELDS,
}


def field_info(kind: RecordKind, key: str) -> FieldInfo | None:
    """Return one field of one kind of record, None for an unknown key."""
    return next((field for field in FIELDS.get(kind, ()) if field.key == key), None)
