"""Everything the record panel shows of one record, read together in a reader thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey

if TYPE_CHECKING:
    from crmdesk.services.accounts import AccountRecord
    from crmdesk.services.address_forms import AddressForm
    from crmdesk.services.catalogue import Services
    from crmdesk.services.contacts import ContactRow
    from crmdesk.services.notes import NoteRow
    from crmdesk.services.site_parts import PartRow
    from crmdesk.views.accounts.form_fields import Stored


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A record with what hangs on it; all but the record itself is a site's."""

    record: "AccountRecord"
    address: "AddressForm | None" = None
    contacts: "tuple[ContactRow, ...]" = ()
    notes: "tuple[NoteRow, ...]" = ()
    units: "tuple[PartRow, ...]" = ()
    further_addresses: "tuple[PartRow, ...]" = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is not stored yet.

    Attributes:
        parent: the company it will lie under; None for a company at the top.
        parent_name: its short name. parent_path: companies above and including it, top first.
        values: what is filled in beforehand. inherited: what a site takes from its company while its own fields are empty.
        address: the parts of an address in its country.
    """

    kind: RecordKind
    parent: RecordKey | None = None
    parent_name: str = ""
    parent_path: tuple[tuple[RecordKey, str], ...] = ()
    values: "Mapping[str, Stored]" = field(default_factory=dict)
    inherited: "Mapping[str, Stored]" = field(default_factory=dict)
    address: "AddressForm | None" = None


def read_opened(services: "Services", key: RecordKey) -> OpenedRecord:
    """Read a record for the panel; blocking, runs in a worker.

    Raises:
        RecordNotFound: it was deleted, or never was.
    """
    record = services.accounts.open(key)
    key = record.key  # of one that was merged away: the record it leads to
    if key.kind is RecordKind.COMPANY:
        return OpenedRecord(record)
    return OpenedRecord(
        record,
        services.addresses.form(_text(record.values.get("country"))),
        services.contacts.of_site(key.id),
        services.notes.of_site(key.id),
        services.units.of_site(key.id),
        services.further_addresses.of_site(key.id),
    )


def draft_company(services: "Services", parent: RecordKey | None) -> Draft:
    """Prepare a new company; blocking, runs in a worker.

    Raises:
        RecordNotFound: the parent was deleted.
    """
    if parent is None:
        return Draft(RecordKind.COMPANY, values={"country": "CN"})
    above = services.accounts.open(parent)
    kept = ("country", "industry_id", "source_id", "customer_kind", "owner_id")
    values = {key: above.values[key] for key in kept if above.values.get(key) is not None}
    return Draft(RecordKind.COMPANY, parent, above.name, _path(above), {"country": "CN", **values})


def draft_site(services: "Services", company: RecordKey) -> Draft:
    """Prepare a new site of a company; blocking, runs in a worker.

    Raises:
        RecordNotFound: the company was deleted.
    """
    above = services.accounts.open(company)
    country = _text(above.values.get("country")) or "CN"
    inherited = {key: above.values[key] for key in ("industry_id", "source_id", "owner_id") if above.values.get(key) is not None}
    values: dict[str, Stored] = {"country": country}
    if above.values.get("customer_kind"):
        values["customer_kind"] = above.values["customer_kind"]
    form = services.addresses.form(country)
    return Draft(RecordKind.SITE, company, above.name, _path(above), values, inherited, form)


def _path(record: "AccountRecord") -> tuple[tuple[RecordKey, str], ...]:
    return (*((part.key, part.name) for part in record.path), (record.key, record.name))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
