"""What stands inside a site or beside its address: units (floors, departments), and billing, mailing or delivery addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import LABELS, RecordKind
from crmdesk.services.record_fields import FIELDS
from crmdesk.services.record_values import FieldRequired, Value, canonical_values
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

PART_KINDS: Final = (RecordKind.UNIT, RecordKind.EXTRA_ADDRESS)
"""Kinds that are simple lists on a site."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """One unit or further address; `values` by the keys of `record_fields.FIELDS`."""

    id: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PartSaved:
    """The site's rows after a command, and what it touched."""

    rows: tuple[PartRow, ...]
    changes: Changes
    part_id: str


class SitePartService:
    """Units or further addresses of sites: one service object for each kind."""

    def __init__(self, store: Store, kind: RecordKind) -> None:
        if kind not in PART_KINDS:
            raise ValueError(kind)
        self._store = store
        self._kind = kind

    def of_site(self, site_id: str) -> tuple[PartRow, ...]:
        """Return the rows of a site in the order they were entered."""
        with self._store.read() as connection:
            return self._rows(connection, site_id)

    def add(self, site_id: str, values: Mapping[str, object], *, source: str = "window", initiator: str = "") -> PartSaved:
        """Add a row to a site.

        Raises:
            FieldRequired, InvalidField: a value is missing or does not fit. RecordNotFound: no such site.
        """
        stored = canonical_values(self._kind, values)
        self._refuse_missing({info.key for info in FIELDS[self._kind]}, stored)
        part_id = new_id()
        with self._store.unit_of_work(label=LABELS[self._kind], source=source, initiator=initiator) as uow:
            if record_rows.fetch(uow.connection, RecordKind.SITE, site_id) is None:
                raise RecordNotFound(what=site_id)
            row = {key: value for key, value in stored.items() if value is not None}
            record_rows.insert(uow.connection, self._kind, {"id": part_id, "site_id": site_id, **row})
            return self._saved(uow.commit(), site_id, part_id)

    def change(self, part_id: str, values: Mapping[str, object], *, source: str = "window", initiator: str = "") -> PartSaved:
        """Change some values of a row.

        Raises:
            FieldRequired, InvalidField: a value is missing or does not fit. RecordNotFound: it is gone.
        """
        stored = canonical_values(self._kind, values)
        self._refuse_missing(set(stored), stored)
        with self._store.unit_of_work(label=LABELS[self._kind], source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, self._kind, part_id)
            if row is None:
                raise RecordNotFound(what=part_id)
            record_rows.update(uow.connection, self._kind, part_id, stored)
            return self._saved(uow.commit(), row["site_id"], part_id)

    def remove(self, part_id: str, *, source: str = "window", initiator: str = "") -> PartSaved:
        """Delete a row; undo brings it back.

        Raises:
            RecordNotFound: it is gone already.
        """
        with self._store.unit_of_work(label=LABELS[self._kind], source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, self._kind, part_id)
            if row is None:
                raise RecordNotFound(what=part_id)
            record_rows.bury(uow.connection, self._kind, [part_id], iso_ms(utc_now()))
            return self._saved(uow.commit(), row["site_id"], part_id)

    def _refuse_missing(self, asked: set[str], stored: Mapping[str, Value]) -> None:
        for info in FIELDS[self._kind]:
            if info.required and info.key in asked and stored.get(info.key) is None:
                raise FieldRequired(field=info.label)

    def _rows(self, connection: Connection, site_id: str) -> tuple[PartRow, ...]:
        keys = tuple(info.key for info in FIELDS[self._kind])
        rows = connection.exec_driver_sql(
            f"SELECT id, {','.join(keys)} FROM {self._kind.value} WHERE site_id=? AND deleted_at IS NULL ORDER BY n", (site_id,)
        ).all()
        return tuple(PartRow(row[0], dict(zip(keys, row[1:], strict=True))) for row in rows)

    def _saved(self, changes: Changes, site_id: str, part_id: str) -> PartSaved:
        return PartSaved(self.of_site(site_id), changes, part_id)
