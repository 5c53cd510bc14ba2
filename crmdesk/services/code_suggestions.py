"""Codes proposed for companies and sites: from pinyin initials, made unique against the store."""

from sqlalchemy import Connection

from crmdesk.models.customer_codes import candidates, suggest_company_code, suggest_site_code
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


class CodeSuggestions:
    """Proposals only: a person may type another code, and saving checks it again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def for_company(self, name: str) -> str:
        """Return a free code for a company of this legal or short name, e.g. 家乐福 → JLF."""
        with self._store.read() as connection:
            return free_code(connection, suggest_company_code(name))

    def for_site(self, company_id: str, *places: str) -> str:
        """Return a free code for a site: company code + place, e.g. QQSY-SHPD."""
        with self._store.read() as connection:
            row = connection.exec_driver_sql("SELECT code, legal_name FROM company WHERE id=?", (company_id,)).first()
            company_code = "" if row is None else row[0] or suggest_company_code(row[1])
            return free_code(connection, suggest_site_code(company_code, *places))


def free_code(connection: Connection, base: str) -> str:
    """Return `base`, or its first variant no living company or site has."""
    return next(code for code in candidates(base) if not record_rows.ids_with_code(connection, code))
