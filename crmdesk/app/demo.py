"""The demo: customers everybody knows, brought in by the very importer, with invented people and notes (`resources/demo`).

`old_accounts.csv` is as an older system would give it: one account with a dozen addresses, to be split, and a company entered twice.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from crmdesk.app.demo_leads import add_leads
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.ids import new_id
from crmdesk.core.resources import resource_path
from crmdesk.core.vocabulary import ActionKind, ActivityKind, RecordKind
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.run import Import
from crmdesk.exchange.mapping_store import load_mapping
from crmdesk.exchange.table_source import open_table
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

Progress = Callable[[float], None]
"""Told the share that is done, 0 … 1; may raise `Cancelled`."""

_CUSTOMERS_SHARE: Final = 0.85
_CONTACTS_SHARE: Final = 0.95


@dataclass(frozen=True, slots=True)
class LoadedDemo:
    """How many records the demo has put into a store."""

    companies: int
    sites: int
    contacts: int
    notes: int
    leads: int


def load_demo(store: Store, progress: Progress | None = None) -> LoadedDemo:
    """Fill a set-up store with the demo; records that are there already are updated, notes and leads are added only to a new demo.

    Raises:
        Cancelled: progress said so; what was finished before stays.
    """
    tell = progress or (lambda _share: None)
    customers = _import(store, "customers", lambda share: tell(share * _CUSTOMERS_SHARE))
    contacts = _import(store, "contacts", lambda share: tell(_CUSTOMERS_SHARE + share * (_CONTACTS_SHARE - _CUSTOMERS_SHARE)))
    old = _import(store, "old_accounts", lambda share: tell(_CONTACTS_SHARE + share * (1.0 - _CONTACTS_SHARE)))
    reports = (customers, contacts, old)
    sites = sum(report.kinds[RecordKind.SITE].created for report in reports)
    notes = _add_notes(store) if sites else 0
    leads = add_leads(store) if sites else 0
    tell(1.0)
    return LoadedDemo(
        companies=sum(report.kinds[RecordKind.COMPANY].created for report in reports),
        sites=sites,
        contacts=sum(report.kinds[RecordKind.CONTACT].created for report in reports),
        notes=notes,
        leads=leads,
    )


def _import(store: Store, name: str, progress: Progress) -> ImportReport:
    source = open_table(resource_path("demo", f"{name}.csv"), encoding="utf-8", separator=",", header_row=1)
    return Import(source, load_mapping(resource_path("demo", f"{name}.json"))).run(store, progress)


def _add_notes(store: Store) -> int:
    """Write the notes, dated back from today so that the pages look alive whenever the demo is made."""
    with resource_path("demo", "notes.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    now = utc_now()
    count = 0
    with store.unit_of_work(action=ActionKind.EDIT, label="notes.csv", source="demo") as uow:
        author = record_rows.current_user(uow.connection)
        for line in lines:
            site = uow.connection.exec_driver_sql(_SITE_OF_CREDIT_CODE, (line["site"], line["site"])).scalar()
            if site is None:
                continue
            values = {
                "id": new_id(),
                "site_id": site,
                "kind": ActivityKind.NOTE.value,
                "happened_at": iso_ms(now - timedelta(days=int(line["days_ago"]))),
                "text": line["text"],
                "author_id": author,
            }
            record_rows.insert(uow.connection, RecordKind.ACTIVITY, values)
            count += 1
        uow.commit()
    return count


_SITE_OF_CREDIT_CODE: Final = """
SELECT id FROM site WHERE credit_code=? AND deleted_at IS NULL
UNION ALL
SELECT s.id FROM site s JOIN company c ON c.id=s.company_id WHERE ? IN (c.credit_code, c.code) AND s.deleted_at IS NULL
LIMIT 1"""
