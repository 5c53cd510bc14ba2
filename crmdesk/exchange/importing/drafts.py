"""Drafts: what one row asks of the store, as rows of the tables; gathered in batches and written, or only counted."""

from collections.abc import Mapping
from typing import Final, Protocol

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_values import Value

BATCH: Final = 1_000
"""Rows of one table written by one `executemany`."""
# columns that are left out when no row of a batch fills them: none of these has a default in the store but NULL,
# save those that every row fills

_COLUMNS: Final[dict[RecordKind, tuple[str, ...]]] = {
    RecordKind.COMPANY: (
        *("id", "parent_id", "kind", "legal_name", "short_name", "code", "credit_code", "country", "industry_id", "source_id"),
        *("customer_kind", "grade", "graded_at", "graded_by", "owner_id", "phone", "website", "headcount", "registered_on"),
        *("invoice_title", "invoice_address", "invoice_phone", "bank_name", "bank_account", "note", "sort_key"),
    ),
    RecordKind.SITE: (
        *("id", "company_id", "name", "code", "credit_code", "place_kind", "country", "province", "city", "district", "street"),
        *("postcode", "latitude", "longitude", "address_text", "industry_id", "source_id", "customer_kind", "status", "grade"),
        *("graded_at", "graded_by", "owner_id", "owned_since", "phone", "email", "website", "note", "sort_key", "premises_key"),
    ),
    RecordKind.CONTACT: ("id", "name", "mobile", "phone", "email", "address_text", "note"),
    RecordKind.EXTRA_ADDRESS: (
        *("id", "site_id", "use", "country", "province", "city", "district", "street", "postcode", "address_text", "note"),
    ),
    RecordKind.UNIT: ("id", "site_id", "name", "floor", "room", "note"),
    RecordKind.POSITION: ("id", "contact_id", "site_id", "title", "department", "is_main"),
    RecordKind.TERM: ("id", "taxonomy", "code", "parent_id", "name", "position"),
    RecordKind.LEAD: (
        *("id", "company_name", "person", "job_title", "mobile", "phone", "email", "website", "country", "province", "city"),
        *("district", "street", "postcode", "address_text", "credit_code", "headcount", "industry_id", "source_id", "origin"),
        *("campaign", "note", "status", "owner_id", "owned_since", "pool_id", "pooled_at", "contract_ends_on", "next_step"),
        *("next_step_on", "look_again_on", "reason_id", "external_id", "web_visits", "web_seconds", "web_pages", "sort_key"),
        "completeness",
    ),
}


class Sink(Protocol):
    """Where drafts go."""

    def insert(self, kind: RecordKind, values: Mapping[str, Value]) -> None:
        """Create a record."""

    def update(self, kind: RecordKind, record_id: str, values: Mapping[str, Value]) -> None:
        """Change fields of a stored record."""

    def flush(self) -> None:
        """Let everything so far be seen by reads."""


class CountingSink:
    """Writes nothing: a dry run."""

    def insert(self, kind: RecordKind, values: Mapping[str, Value]) -> None:
        """Do nothing."""

    def update(self, kind: RecordKind, record_id: str, values: Mapping[str, Value]) -> None:
        """Do nothing."""

    def flush(self) -> None:
        """Do nothing."""


class WritingSink:
    """Writes batches into the transaction of the import."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[RecordKind, list[tuple[Value, ...]]] = {kind: [] for kind in _COLUMNS}

    def insert(self, kind: RecordKind, values: Mapping[str, Value]) -> None:
        """Add a record to its batch; a full batch is written."""
        waiting = self._waiting[kind]
        waiting.append(tuple(map(values.get, _COLUMNS[kind])))
        if len(waiting) >= BATCH:
            self._write(kind, waiting)

    def update(self, kind: RecordKind, record_id: str, values: Mapping[str, Value]) -> None:
        """Change a stored record at once."""
        assignments = ",".join(f"{column}=?" for column in values)
        self._connection.exec_driver_sql(f"UPDATE {kind.value} SET {assignments} WHERE id=?", (*values.values(), record_id))

    def flush(self) -> None:
        """Write what waits."""
        for kind, waiting in self._waiting.items():
            if waiting:
                self._write(kind, waiting)

    def _write(self, kind: RecordKind, waiting: list[tuple[Value, ...]]) -> None:
        # most columns are empty throughout a file, and binding nothing costs as much as binding a value
        filled = [
            (column, values)
            for column, values in zip(_COLUMNS[kind], zip(*waiting, strict=True), strict=True)
            if values.count(None) < len(values)
        ]
        columns = [column for column, _ in filled]
        statement = f"INSERT INTO {kind.value}({','.join(columns)}) VALUES({','.join('?' * len(columns))})"
        self._connection.exec_driver_sql(statement, list(zip(*(values for _, values in filled), strict=True)))
        waiting.clear()
