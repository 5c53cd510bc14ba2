"""Opening a record: account, contacts, notes and history from the services, against the raw SQL of the same rows."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from sqlalchemy import Connection

from benchmarks.dataset import open_store
from benchmarks.measure import Reach, Result, milliseconds
from benchmarks.picks import sites_with_people
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.history import HistoryService
from crmdesk.services.notes import NoteService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store

_RECORDS: Final = 60
_RAW: Final = (
    "SELECT s.*, c.legal_name, c.short_name, c.parent_id FROM site s JOIN company c ON c.id=s.company_id WHERE s.id=?",
    "SELECT p.*, t.* FROM position p JOIN contact t ON t.id=p.contact_id WHERE p.site_id=? AND p.deleted_at IS NULL",
    "SELECT * FROM activity WHERE site_id=? AND deleted_at IS NULL ORDER BY happened_at DESC",
    "SELECT * FROM sync_op WHERE pk=? ORDER BY seq DESC",
)


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the difference at each size; each record is opened once, as a person does, the raw SQL and ours in turn."""
    for sites in sizes:
        with open_store(sites) as store:
            with store.read() as connection:
                records = sites_with_people(connection, 2 * _RECORDS)
                raw = [milliseconds(lambda: _raw(connection, record)) for record in records[::2]]  # noqa: B023 - called at once
            ours = [milliseconds(lambda: _open(store, record)) for record in records[1::2]]  # noqa: B023 - called at once
        yield Result(
            "record", "open a record", sites, median(raw), median(ours), reach=Reach.DIFFERENCE_AT_MOST, target=16.0
        )  # fmt: skip


def _raw(connection: Connection, site: str) -> None:
    for statement in _RAW:
        connection.exec_driver_sql(statement, (site,)).all()


def _open(store: Store, site: str) -> None:
    key = RecordKey(RecordKind.SITE, site)
    AccountService(store).open(key)
    ContactService(store).of_site(site)
    NoteService(store).of_site(site)
    HistoryService(store).of_record(key.kind, key.id)
