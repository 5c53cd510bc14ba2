"""What the store holds already: how an import finds the records a row means, by code, credit code or name."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.companies import FileCompany
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import PREMISES_FIELDS
from crmdesk.services.record_values import Value
from crmdesk.storage import record_rows


class StoredRecords:
    """Look-ups on the connection of the import, each by an index."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def row(self, kind: RecordKind, record_id: str) -> Mapping[str, Any]:
        """Return the columns of a living record, empty when it is none."""
        return record_rows.fetch(self._connection, kind, record_id) or {}

    def name(self, kind: RecordKind, record_id: str) -> str:
        """Return what a record is called in a message."""
        row = self.row(kind, record_id)
        return str(row.get("name") or row.get("short_name") or row.get("legal_name") or record_id)

    def owner_of_code(self, code: str) -> tuple[RecordKind, str] | None:
        """Return the record that has a code."""
        return next(iter(record_rows.ids_with_code(self._connection, code)), None)

    def site(self, company: FileCompany, values: Mapping[str, Value]) -> str | None:
        """Return the site of a company a row means: by code, by credit code, by name and address."""
        for column in ("code", "credit_code"):
            if values.get(column):
                found = self._connection.exec_driver_sql(
                    f"SELECT id FROM site WHERE {column}=? AND company_id=? AND deleted_at IS NULL", (values[column], company.id)
                ).scalar()
                if found is not None:
                    return str(found)
                if column == "code":
                    return None
        rows = self._connection.exec_driver_sql(
            f"SELECT id, {','.join(PREMISES_FIELDS)} FROM site WHERE company_id=? AND sort_key=? AND name=? AND deleted_at IS NULL",
            (company.id, sort_key(str(values["name"])), values["name"]),
        ).all()
        wanted = match_key("".join(str(values.get(column) or "") for column in PREMISES_FIELDS))
        for row in rows:
            if not wanted or match_key("".join(part or "" for part in row[1:])) == wanted:
                return str(row[0])
        return None

    def first_site(self, company_id: str) -> str | None:
        """Return the oldest site of a company."""
        found = self._connection.exec_driver_sql(
            "SELECT id FROM site WHERE company_id=? AND deleted_at IS NULL ORDER BY n LIMIT 1", (company_id,)
        ).scalar()
        return None if found is None else str(found)

    def person(self, site_id: str, person: Mapping[str, Value]) -> tuple[str, str] | None:
        """Return (contact, position) of a person at a site: same mail, same mobile or same name."""
        row = self._connection.exec_driver_sql(
            """SELECT c.id, p.id FROM position p JOIN contact c ON c.id=p.contact_id AND c.deleted_at IS NULL
               WHERE p.site_id=? AND p.deleted_at IS NULL AND p.ended_on IS NULL AND (c.email=? OR c.mobile=? OR c.name=?)
               ORDER BY c.email=? DESC, c.mobile=? DESC LIMIT 1""",
            (site_id, person.get("email"), person.get("mobile"), person["name"], person.get("email"), person.get("mobile")),
        ).first()
        return None if row is None else (str(row[0]), str(row[1]))
