"""What a row of a file can hold: the fields that columns are mapped to, with their English labels (translation context `fields`)."""

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP as _T


@unique
class Subject(StrEnum):
    """What the rows of a file are about."""

    ACCOUNTS = "accounts"
    LEADS = "leads"


@unique
class FieldGroup(StrEnum):
    """What a field belongs to; also the order in which a person chooses from them."""

    COMPANY = "company"
    PARENT = "parent"
    SITE = "site"
    DELIVERY = "delivery"
    FURTHER = "further"
    CONTACT = "contact"
    CONTACT_MAIL = "contact_mail"
    CONTACT_OTHER = "contact_other"
    ROW = "row"
    LEAD = "lead"


GROUP_LABELS: Final[dict[FieldGroup, str]] = {
    FieldGroup.COMPANY: _T("fields", "Company"),
    FieldGroup.PARENT: _T("fields", "Parent company"),
    FieldGroup.SITE: _T("fields", "Site"),
    FieldGroup.DELIVERY: _T("fields", "Delivery address"),
    FieldGroup.FURTHER: _T("fields", "Further addresses"),
    FieldGroup.CONTACT: _T("fields", "Contact"),
    FieldGroup.CONTACT_MAIL: _T("fields", "Address of the contact"),
    FieldGroup.CONTACT_OTHER: _T("fields", "Second address of the contact"),
    FieldGroup.ROW: _T("fields", "Row"),
    FieldGroup.LEAD: _T("fields", "Lead"),
}


@unique
class ValueKind(StrEnum):
    """How the text of a field is read."""

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    COUNTRY = "country"
    CREDIT_CODE = "credit_code"
    POSTCODE = "postcode"
    TERM = "term"  # a value of a taxonomy: code, name or path of names
    USER = "user"
    LEAD_STATUS = "lead_status"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column can be mapped to.

    Attributes:
        key: stable name in mapping files, `group.name`.
        label: English label, translated at the edge.
        value: how its text is read.
        joiner: what several columns are joined with; '' when only one column may hold the field.
        ignored: why the importer reads the column and writes nothing (English, context `fields`); '' otherwise.
    """

    key: str
    label: str
    value: ValueKind = ValueKind.TEXT
    joiner: str = ""
    ignored: str = ""

    @property
    def group(self) -> FieldGroup:
        """What the field belongs to."""
        return FieldGroup(self.key.partition(".")[0])

    @property
    def subject(self) -> Subject:
        """In which rows it can stand."""
        return Subject.LEADS if self.group is FieldGroup.LEAD else Subject.ACCOUNTS


_V = ValueKind
_CATALOGUE: Final = (
    Field("company.legal_name", _T("fields", "Legal name")),
    Field("company.short_name", _T("fields", "Short name")),
    Field("company.code", _T("fields", "Customer code")),
    Field("company.credit_code", _T("fields", "Credit code or tax number"), _V.CREDIT_CODE),
    Field("company.kind", _T("fields", "Kind of company"), _V.TERM),
    Field("company.country", _T("fields", "Country of the company"), _V.COUNTRY),
    Field("company.industry", _T("fields", "Industry"), _V.TERM),
    Field("company.source", _T("fields", "Source"), _V.TERM),
    Field("company.customer_kind", _T("fields", "Customer kind"), _V.TERM),
    Field("company.grade", _T("fields", "Grade"), _V.TERM),
    Field("company.phone", _T("fields", "Phone of the company"), _V.PHONE),
    Field("company.website", _T("fields", "Website"), _V.URL),
    Field("company.headcount", _T("fields", "Number of employees"), _V.INTEGER),
    Field("company.registered_on", _T("fields", "Registered on"), _V.DATE),
    Field("company.invoice_title", _T("fields", "Invoice title")),
    Field("company.invoice_address", _T("fields", "Invoice address")),
    Field("company.invoice_phone", _T("fields", "Invoice phone"), _V.PHONE),
    Field("company.bank_name", _T("fields", "Bank")),
    Field("company.bank_account", _T("fields", "Bank account")),
    Field("company.owner", _T("fields", "Owner of the company"), _V.USER),
    Field("company.note", _T("fields", "Note on the company"), joiner="\n"),
    Field("parent.code", _T("fields", "Customer code of the parent")),
    Field("parent.credit_code", _T("fields", "Credit code of the parent"), _V.CREDIT_CODE),
    Field("parent.name", _T("fields", "Name of the parent")),
    Field("parent.top_name", _T("fields", "Name of the topmost company")),
    Field("parent.top_credit_code", _T("fields", "Credit code of the topmost company"), _V.CREDIT_CODE),
    Field("site.name", _T("fields", "Site name")),
    Field("site.code", _T("fields", "Site code")),
    Field("site.place_kind", _T("fields", "Kind of place"), _V.TERM),
    Field("site.country", _T("fields", "Country"), _V.COUNTRY),
    Field("site.province", _T("fields", "Province or state")),
    Field("site.city", _T("fields", "City")),
    Field("site.district", _T("fields", "District")),
    Field("site.street", _T("fields", "Street"), joiner=" "),
    Field("site.address_text", _T("fields", "Whole address")),
    Field("site.postcode", _T("fields", "Postcode"), _V.POSTCODE),
    Field("site.latitude", _T("fields", "Latitude"), _V.NUMBER),
    Field("site.longitude", _T("fields", "Longitude"), _V.NUMBER),
    Field("site.phone", _T("fields", "Phone"), _V.PHONE),
    Field("site.email", _T("fields", "E-mail"), _V.EMAIL),
    Field("site.website", _T("fields", "Website of the site"), _V.URL),
    Field("site.industry", _T("fields", "Industry of the site"), _V.TERM),
    Field("site.source", _T("fields", "Source of the site"), _V.TERM),
    Field("site.customer_kind", _T("fields", "Customer kind of the site"), _V.TERM),
    Field("site.grade", _T("fields", "Grade of the site"), _V.TERM),
    Field(
        "site.status",
        _T("fields", "Status"),
        ignored=_T("fields", "The status follows the orders; it is never imported."),
    ),
    Field("site.owner", _T("fields", "Owner"), _V.USER),
    Field("site.note", _T("fields", "Note"), joiner="\n"),
    Field("delivery.country", _T("fields", "Delivery: country"), _V.COUNTRY),
    Field("delivery.province", _T("fields", "Delivery: province or state")),
    Field("delivery.city", _T("fields", "Delivery: city")),
    Field("delivery.district", _T("fields", "Delivery: district")),
    Field("delivery.street", _T("fields", "Delivery: street"), joiner=" "),
    Field("delivery.postcode", _T("fields", "Delivery: postcode"), _V.POSTCODE),
    Field("delivery.address_text", _T("fields", "Delivery: whole address"), joiner="\n"),
    Field("further.billing", _T("fields", "Billing address in one column"), joiner="\n"),
    Field("further.mailing", _T("fields", "Mailing address in one column"), joiner="\n"),
    Field("further.other", _T("fields", "One more address in one column"), joiner="\n"),
    Field("contact.name", _T("fields", "Contact name")),
    Field("contact.family_name", _T("fields", "Family name of the contact")),
    Field("contact.given_name", _T("fields", "Given name of the contact"), joiner=" "),
    Field("contact.title", _T("fields", "Title of the contact")),
    Field("contact.department", _T("fields", "Department of the contact")),
    Field("contact.mobile", _T("fields", "Mobile of the contact"), _V.PHONE),
    Field("contact.phone", _T("fields", "Phone of the contact"), _V.PHONE),
    Field("contact.email", _T("fields", "E-mail of the contact"), _V.EMAIL),
    Field("contact.is_main", _T("fields", "Main contact"), _V.BOOLEAN),
    Field("contact.note", _T("fields", "Note on the contact"), joiner="\n"),
    Field("contact_mail.country", _T("fields", "Contact's address: country"), _V.COUNTRY),
    Field("contact_mail.province", _T("fields", "Contact's address: province or state")),
    Field("contact_mail.city", _T("fields", "Contact's address: city")),
    Field("contact_mail.district", _T("fields", "Contact's address: district")),
    Field("contact_mail.street", _T("fields", "Contact's address: street"), joiner=" "),
    Field("contact_mail.postcode", _T("fields", "Contact's address: postcode"), _V.POSTCODE),
    Field("contact_mail.address_text", _T("fields", "Contact's address in one column"), joiner="\n"),
    Field("contact_other.country", _T("fields", "Contact's second address: country"), _V.COUNTRY),
    Field("contact_other.province", _T("fields", "Contact's second address: province or state")),
    Field("contact_other.city", _T("fields", "Contact's second address: city")),
    Field("contact_other.street", _T("fields", "Contact's second address: street"), joiner=" "),
    Field("contact_other.postcode", _T("fields", "Contact's second address: postcode"), _V.POSTCODE),
    Field("row.id", _T("fields", "Id of the row in the other system")),
    Field("row.parent_id", _T("fields", "Id of the parent's row in the other system")),
    Field("row.kind", _T("fields", "What the row is")),
    Field("lead.company_name", _T("fields", "Company")),
    Field("lead.person", _T("fields", "Person")),
    Field("lead.family_name", _T("fields", "Family name")),
    Field("lead.given_name", _T("fields", "Given name"), joiner=" "),
    Field("lead.job_title", _T("fields", "Title")),
    Field("lead.mobile", _T("fields", "Mobile"), _V.PHONE),
    Field("lead.phone", _T("fields", "Phone"), _V.PHONE),
    Field("lead.email", _T("fields", "Mail"), _V.EMAIL),
    Field("lead.website", _T("fields", "Website"), _V.URL),
    Field("lead.country", _T("fields", "Country"), _V.COUNTRY),
    Field("lead.province", _T("fields", "Province or state")),
    Field("lead.city", _T("fields", "City")),
    Field("lead.district", _T("fields", "District")),
    Field("lead.street", _T("fields", "Street"), joiner=" "),
    Field("lead.postcode", _T("fields", "Postcode"), _V.POSTCODE),
    Field("lead.address_text", _T("fields", "Whole address")),
    Field("lead.credit_code", _T("fields", "Credit code or tax number"), _V.CREDIT_CODE),
    Field("lead.headcount", _T("fields", "Number of employees"), _V.INTEGER),
    Field("lead.industry", _T("fields", "Industry"), _V.TERM),
    Field("lead.source", _T("fields", "Source"), _V.TERM),
    Field("lead.sub_source", _T("fields", "Source, second level")),
    Field("lead.origin", _T("fields", "Came in by")),
    Field("lead.campaign", _T("fields", "Campaign")),
    Field("lead.status", _T("fields", "Status"), _V.LEAD_STATUS),
    Field("lead.is_converted", _T("fields", "Converted in the other system"), _V.BOOLEAN),
    Field("lead.reason", _T("fields", "Why it was disqualified"), _V.TERM),
    Field("lead.owner", _T("fields", "Owner"), _V.USER),
    Field("lead.next_step", _T("fields", "Next step")),
    Field("lead.next_step_on", _T("fields", "Due on"), _V.DATE),
    Field("lead.look_again_on", _T("fields", "Look again on"), _V.DATE),
    Field("lead.contract_ends_on", _T("fields", "Contract ends on"), _V.DATE),
    Field("lead.web_visits", _T("fields", "Visits to the web site"), _V.INTEGER),
    Field("lead.web_seconds", _T("fields", "Seconds on the web site"), _V.INTEGER),
    Field("lead.web_pages", _T("fields", "Pages per visit"), _V.NUMBER),
    Field("lead.external_id", _T("fields", "Number elsewhere")),
    Field("lead.note", _T("fields", "Note"), joiner="\n"),
)

FIELDS: Final[dict[str, Field]] = {field.key: field for field in _CATALOGUE}
"""Every field by its key, in the order a person chooses from."""

IDENTIFYING: Final = ("company.code", "company.credit_code", "company.legal_name", "company.short_name", "row.parent_id")
"""Fields of which at least one must be mapped (or constant), or rows could belong to nobody."""

NAMING_A_LEAD: Final = (
    *("lead.company_name", "lead.person", "lead.family_name", "lead.given_name"),
    *("lead.external_id", "lead.email", "lead.mobile", "lead.phone"),
)
"""The same of leads: one without a name is called by its number, mail or phone."""
