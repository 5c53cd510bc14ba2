"""Addresses for forms: which parts they have in a country, how they are called, and how they are written."""

from collections.abc import Mapping

from crmdesk.models import address_formats
from crmdesk.models.address_formats import AddressField, AddressForm, Country
from crmdesk.services.record_values import Value

__all__ = ["AddressField", "AddressForm", "AddressForms", "Country"]


class AddressForms:
    """What address forms of all countries need; reads shipped tables only, from any thread."""

    def form(self, country: str | None) -> AddressForm:
        """Return the parts of an address in a country (ISO 3166-1 alpha-2), China's when none is known."""
        return address_formats.address_form((country or "CN").upper())

    def countries(self, language: str) -> tuple[Country, ...]:
        """Return all countries by name in `zh_CN`, `zh_TW` or `en`."""
        return address_formats.countries(language)

    def line(self, values: Mapping[str, Value], language: str) -> str:
        """Return a site's address in one line, as its country writes it."""
        parts = {key: str(values.get(key) or "") for key in address_formats.PARTS}
        return address_formats.format_address(parts, str(values.get("country") or "CN"), language)
