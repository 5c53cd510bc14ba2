"""Addresses beside a site's own, and where a person gets his mail: kept, so that an account can be split into sites later."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import AddressUse, RecordKind
from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.models.address_formats import format_address
from crmdesk.models.premises import premises_key_of_values
from crmdesk.models.splitting.known_addresses import address_lines
from crmdesk.services.record_values import Value

_COLUMNS: Final = ("country", "province", "city", "district", "street", "postcode", "address_text")
_LONGEST: Final = 500


def keep_mail_addresses(person: dict[str, Value], addresses: Iterable[Mapping[str, Value]]) -> None:
    """Give a person his addresses, a line each."""
    lines = [text for address in addresses if address and (text := one_line(address))]
    if lines:
        person["address_text"] = "\n".join(dict.fromkeys(lines))[:_LONGEST]


def take_only_address(site: dict[str, Value], delivery: dict[str, Value]) -> None:
    """Let a site without an address have the one goods go to."""
    if delivery and not any(site.get(column) for column in _COLUMNS):
        site.update(delivery)
        delivery.clear()


def one_line(address: Mapping[str, Value]) -> str:
    """Return an address as its country writes it: the text as typed, or its parts."""
    if not address:
        return ""
    if text := str(address.get("address_text") or ""):
        return text
    parts = {column: str(address.get(column) or "") for column in _COLUMNS[:-1]}
    if not (parts["street"] or parts["city"]):
        return ""
    is_latin = "".join(parts.values()).isascii()
    return format_address(parts, parts["country"] or ("US" if is_latin else "CN"), "en" if is_latin else "zh_CN")


class FurtherAddresses:
    """Adds addresses to sites, each once; one at a site the company has anyway adds nothing."""

    def __init__(self, connection: Connection, sink: Sink, report: ImportReport) -> None:
        self._connection = connection
        self._sink = sink
        self._count = report.kinds[RecordKind.EXTRA_ADDRESS]
        self._seen: set[int] = set()

    def take(
        self, site: Mapping[str, Value], delivery: Mapping[str, Value], further: Mapping[str, str], place: tuple[str, str]
    ) -> None:
        """Add what a row says of one site.

        Args:
            site: the site's own address as the row gives it.
            delivery: one address by column.
            further: use → addresses, a line each.
            place: ids of the site and of its company.
        """
        own = premises_key_of_values(site)
        if delivery:
            self._add(AddressUse.DELIVERY, delivery, own, place)
        for use, text in further.items():
            for line, label in address_lines(text):
                self._add(AddressUse(use), {"address_text": line[:_LONGEST], "note": label or None}, own, place)

    def _add(self, use: AddressUse, values: Mapping[str, Value], own: str | None, place: tuple[str, str]) -> None:
        site_id, company_id = place
        key = premises_key_of_values(values)
        text = one_line(values)
        identity = hash((site_id, use, key or text))
        if not text or (key is not None and key == own) or identity in self._seen:
            return
        self._seen.add(identity)
        if self._is_stored(site_id, company_id, use, key, text):
            self._count.unchanged += 1
            return
        row: dict[str, Value] = {"id": new_id(), "site_id": site_id, "use": use.value, **values}
        self._sink.insert(RecordKind.EXTRA_ADDRESS, row)
        self._count.created += 1

    def _is_stored(self, site_id: str, company_id: str, use: AddressUse, key: str | None, text: str) -> bool:
        if key is not None:
            site = self._connection.exec_driver_sql(
                "SELECT 1 FROM site WHERE company_id=? AND premises_key=? AND deleted_at IS NULL LIMIT 1", (company_id, key)
            ).scalar()
            if site is not None:
                return True
        rows = self._connection.exec_driver_sql(
            f"SELECT {','.join(_COLUMNS)} FROM extra_address WHERE site_id=? AND use=? AND deleted_at IS NULL",
            (site_id, use.value),
        ).mappings()
        for row in rows:
            stored = dict(row)
            if one_line(stored) == text or (key is not None and premises_key_of_values(stored) == key):
                return True
        return False
