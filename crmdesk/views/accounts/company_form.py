"""What the form of a company holds, and in which order."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.ui.forms.fields import FieldKind, FieldSpec, Section, Value
from crmdesk.views.accounts.form_fields import GRADED, FieldMaker, FormContent, Stored

ELEMENTS: Final = "elements"
COMPANY: Final = "company"
INVOICE: Final = "invoice"
NOTE: Final = "note"
PARENT: Final = "parent"
GROUP: Final = "group"

_ELEMENT_KEYS: Final = ("legal_name", "short_name", "code", "industry_id", "source_id", "customer_kind", "grade")
_COMPANY_KEYS: Final = ("credit_code", "owner_id", "phone", "website", "headcount", "registered_on", "country")
_INVOICE_KEYS: Final = ("invoice_title", "invoice_address", "invoice_phone", "bank_name", "bank_account")


def company_content(
    maker: FieldMaker,
    values: Mapping[str, Stored],
    *,
    parent: str = "",
    site_count: int | None = None,
    copied_block: Callable[[], str] | None = None,
) -> FormContent:
    """Return fields, sections and shown values of a company's form.

    Args:
        maker: for companies.
        values: as stored.
        parent: name of the parent company, empty at the top.
        site_count: sites in the subtree; None for a company that is not saved yet.
        copied_block: gives the invoice block for the button beside that section's title.
    """
    translate = QCoreApplication.translate
    fields = [maker.make(key, ELEMENTS) for key in _ELEMENT_KEYS]
    fields.append(maker.graded(ELEMENTS))
    fields.append(maker.make("kind", COMPANY))
    fields.append(FieldSpec(PARENT, translate("account_form", "Parent company"), FieldKind.READ_ONLY, COMPANY))
    shown: dict[str, Value] = {GRADED: maker.graded_text(values), PARENT: parent or None}
    fields += [maker.make(key, COMPANY) for key in _COMPANY_KEYS]
    if site_count is not None:
        fields.append(FieldSpec(GROUP, translate("account_form", "In this group"), FieldKind.READ_ONLY, COMPANY))
        many = translate("account_form", "{count} sites").format(count=f"{site_count:,}")
        shown[GROUP] = translate("account_form", "1 site") if site_count == 1 else many
    fields += [maker.make(key, INVOICE) for key in _INVOICE_KEYS]
    fields.append(maker.make("note", NOTE))
    sections = (
        Section(ELEMENTS, translate("account_form", "The five elements")),
        Section(NOTE, ""),
        Section(COMPANY, translate("account_form", "Company"), column=1),
        Section(
            INVOICE,
            translate("account_form", "Invoice"),
            column=1,
            copied=copied_block,
            copied_what=translate("account_form", "invoice block"),
        ),
    )
    return FormContent(tuple(fields), sections, shown)
