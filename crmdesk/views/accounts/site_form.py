"""What the form of a site holds; the address in the parts and words of its country."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.ui.forms.fields import FieldKind, FieldSpec, Section, Value
from crmdesk.views.accounts.form_fields import GRADED, FieldMaker, FormContent, Stored

if TYPE_CHECKING:
    from crmdesk.services.address_forms import AddressForm

ELEMENTS: Final = "elements"
ADDRESS: Final = "address"
REACH: Final = "reach"
NOTE: Final = "note"
COMPANY_NAME: Final = "company"

_ELEMENT_KEYS: Final = ("name", "code", "place_kind", "industry_id", "source_id", "customer_kind", "grade")
_ADDRESS_PARTS: Final = ("country", "province", "city", "district", "street", "postcode")
_REACH_KEYS: Final = ("owner_id", "phone", "email", "website", "credit_code")


def site_content(
    maker: FieldMaker, values: Mapping[str, Stored], address: "AddressForm | None", *, company: str = ""
) -> FormContent:
    """Return fields, sections and shown values of a site's form.

    Args:
        maker: for sites.
        values: as stored.
        address: the parts of an address in the site's country.
        company: name of the company, shown while the site is new.
    """
    translate = QCoreApplication.translate
    fields: list[FieldSpec] = []
    shown: dict[str, Value] = {}
    if company:
        fields.append(FieldSpec(COMPANY_NAME, translate("account_form", "Company"), FieldKind.READ_ONLY, ELEMENTS))
        shown[COMPANY_NAME] = company
    fields += [maker.make(key, ELEMENTS) for key in _ELEMENT_KEYS]
    fields.append(maker.graded(ELEMENTS))
    shown[GRADED] = maker.graded_text(values)
    fields += _address_fields(maker, values, address)
    if values.get("address_text"):
        fields.append(FieldSpec("typed_address", translate("account_form", "As typed"), FieldKind.READ_ONLY, ADDRESS))
        shown["typed_address"] = str(values["address_text"])
    fields += [maker.make(key, REACH) for key in _REACH_KEYS]
    fields.append(maker.make("note", NOTE))
    sections = (
        Section(ELEMENTS, translate("account_form", "The five elements")),
        Section(NOTE, ""),
        Section(ADDRESS, translate("account_form", "Address"), column=1),
        Section(REACH, translate("account_form", "Owner and contact"), column=1),
    )
    return FormContent(tuple(fields), sections, shown)


def _address_fields(maker: FieldMaker, values: Mapping[str, Stored], address: "AddressForm | None") -> list[FieldSpec]:
    if address is None:
        return [_part(maker, key, "", values) for key in _ADDRESS_PARTS]
    fields = [_part(maker, part.key, QCoreApplication.translate("address", part.label), values) for part in address.fields]
    known = {part.key for part in address.fields}
    # What was stored is never hidden, even where the country's addresses have no such part.
    fields += [_part(maker, key, "", values) for key in _ADDRESS_PARTS if key not in known and values.get(key)]
    return fields


def _part(maker: FieldMaker, key: str, label: str, values: Mapping[str, Stored]) -> FieldSpec:
    has_lines = "\n" in str(values.get(key) or "")
    kind = FieldKind.TEXT if key == "street" and not has_lines else None
    return maker.make(key, ADDRESS, label=label, kind=kind)
