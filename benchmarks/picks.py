"""Records to measure on, picked from a store."""

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store


def biggest_company(store: Store) -> RecordKey:
    """Return the company with the most sites of its own."""
    with store.read() as connection:
        found = connection.exec_driver_sql("SELECT company_id FROM site GROUP BY company_id ORDER BY count(*) DESC LIMIT 1")
        return RecordKey(RecordKind.COMPANY, str(found.scalar_one()))


def sites_with_people(connection: Connection, count: int) -> list[str]:
    """Return ids of sites, spread over the store, that have contacts and notes."""
    total = int(connection.exec_driver_sql("SELECT max(n) FROM position").scalar_one())
    step = max(1, total // count)
    rows = connection.exec_driver_sql("SELECT site_id FROM position WHERE n%?=0 LIMIT ?", (step, count))
    return list(rows.scalars())
