"""Dated notes of a site: the first kind of activity; later kinds join the same table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActivityKind, RecordKind
from crmdesk.services.record_values import FieldRequired, canonical_values
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note: when it happened (aware UTC), what was said, who wrote it."""

    id: str
    happened_at: datetime
    text: str
    author: str | None


@dataclass(frozen=True, slots=True)
class NoteSaved:
    """The site's notes after a command, and what it touched."""

    rows: tuple[NoteRow, ...]
    changes: Changes
    note_id: str


class NoteService:
    """Notes of sites."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_site(self, site_id: str, limit: int = 500) -> tuple[NoteRow, ...]:
        """Return the newest notes of a site, newest first."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(
                """SELECT a.id, a.happened_at, a.text, u.name FROM activity a LEFT JOIN app_user u ON u.id=a.author_id
                   WHERE a.site_id=? AND a.deleted_at IS NULL AND a.kind=? ORDER BY a.happened_at DESC, a.n DESC LIMIT ?""",
                (site_id, ActivityKind.NOTE.value, limit),
            ).all()
        return tuple(NoteRow(row[0], from_iso(row[1]), row[2], row[3]) for row in rows)

    def add(
        self, site_id: str, text: str, happened_at: datetime | None = None, *, source: str = "window", initiator: str = ""
    ) -> NoteSaved:
        """Add a note, dated now unless told otherwise.

        Raises:
            FieldRequired: the text is empty. FieldTooLong: it is too long. RecordNotFound: no such site.
        """
        values = canonical_values(RecordKind.ACTIVITY, {"text": text, "happened_at": happened_at or utc_now()})
        note_id = new_id()
        with self._store.unit_of_work(label="Note", source=source, initiator=initiator) as uow:
            if record_rows.fetch(uow.connection, RecordKind.SITE, site_id) is None:
                raise RecordNotFound(what=site_id)
            record_rows.insert(
                uow.connection,
                RecordKind.ACTIVITY,
                {
                    "id": note_id,
                    "site_id": site_id,
                    "kind": ActivityKind.NOTE.value,
                    "author_id": record_rows.current_user(uow.connection),
                    **values,
                },
            )
            changes = uow.commit()
        return NoteSaved(self.of_site(site_id), changes, note_id)

    def change(self, note_id: str, values: Mapping[str, object], *, source: str = "window", initiator: str = "") -> NoteSaved:
        """Change text or date of a note.

        Raises:
            RecordNotFound: it is gone. FieldRequired, InvalidField: a value does not fit.
        """
        stored = canonical_values(RecordKind.ACTIVITY, values)
        if "text" in stored and stored["text"] is None:
            raise FieldRequired(field="Text")
        with self._store.unit_of_work(label="Note", source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.ACTIVITY, note_id)
            if row is None:
                raise RecordNotFound(what=note_id)
            record_rows.update(uow.connection, RecordKind.ACTIVITY, note_id, stored)
            changes = uow.commit()
        return NoteSaved(self.of_site(row["site_id"]), changes, note_id)

    def remove(self, note_id: str, *, source: str = "window", initiator: str = "") -> NoteSaved:
        """Delete a note; undo brings it back.

        Raises:
            RecordNotFound: it is gone already.
        """
        with self._store.unit_of_work(label="Note", source=source, initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.ACTIVITY, note_id)
            if row is None:
                raise RecordNotFound(what=note_id)
            record_rows.bury(uow.connection, RecordKind.ACTIVITY, [note_id], iso_ms(utc_now()))
            changes = uow.commit()
        return NoteSaved(self.of_site(row["site_id"]), changes, note_id)
