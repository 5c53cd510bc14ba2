"""Deleting many companies and sites at once, with everything below them, in one action that can be taken back."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import moving_rows, record_rows
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion did: the records asked for by name, and how many companies and sites went in all."""

    changes: Changes
    keys: tuple[RecordKey, ...]
    names: tuple[str, ...]
    companies: int
    sites: int


class DeletionService:
    """Deletes; on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def delete(self, keys: Collection[RecordKey], *, source: str = "window", initiator: str = "") -> Deleted:
        """Mark companies (with all below them) and sites (with their people and notes) deleted; undo brings everything back.

        Raises:
            RecordNotFound: one of them is gone already; nothing is deleted then.
        """
        at = iso_ms(utc_now())
        wanted = tuple(dict.fromkeys(keys))
        with self._store.read() as connection:
            names = _names(connection, wanted)
        label = names[0] if len(names) == 1 else f"{len(names)} records"
        with self._store.unit_of_work(label=label, source=source, initiator=initiator) as uow:
            _names(uow.connection, wanted)
            companies = dict.fromkeys(
                below
                for key in wanted
                if key.kind is RecordKind.COMPANY
                for below in record_rows.subtree_companies(uow.connection, key.id)
            )
            sites = dict.fromkeys(key.id for key in wanted if key.kind is RecordKind.SITE)
            sites |= dict.fromkeys(record_rows.sites_of(uow.connection, list(companies)))
            record_rows.bury(uow.connection, RecordKind.COMPANY, list(companies), at)
            record_rows.bury(uow.connection, RecordKind.SITE, list(sites), at)
            record_rows.bury_what_hangs_on(uow.connection, list(sites), at)
            record_rows.bury_what_hangs_on_companies(uow.connection, list(companies), at)
            changes = uow.commit()
        return Deleted(changes, wanted, names, len(companies), len(sites))


def _names(connection: Connection, keys: Collection[RecordKey]) -> tuple[str, ...]:
    """Return the names of living records in order.

    Raises:
        RecordNotFound: one of them is gone.
    """
    found = {
        kind: moving_rows.nodes(connection, kind, [key.id for key in keys if key.kind is kind])
        for kind in (RecordKind.COMPANY, RecordKind.SITE)
    }
    names = []
    for key in keys:
        row = found[key.kind].get(key.id)
        if row is None:
            raise RecordNotFound(what=key.id)
        names.append(row.name)
    return tuple(names)
