"""Conversions in the log and in the tables: what one made, what was built on it since, who developed whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.hanging import HANGINGS, MENTIONS
from crmdesk.storage.change_history import names_of

MOST_NAMED: Final = 200
_LEAD_ITSELF: Final = ("lead", "conversion")
"""Tables whose rows speak of the conversion, but are not built on it."""


@dataclass(frozen=True, slots=True)
class Made:
    """The transaction of one conversion: its operations are `first_seq … last_seq`."""

    id: str
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class BuiltOn:
    """One thing that was added to, or changed in, what a conversion made.

    Attributes:
        field: of a changed record, the column; None for an added one.
        user, at: who did it when, as far as this laptop's log knows.
    """

    kind: RecordKind
    id: str
    name: str
    field: str | None
    user: str | None
    at: datetime | None


def made_by(connection: Connection, lead_id: str) -> Made | None:
    """Return the transaction that converted a lead, None where this laptop's log does not have it or it was taken back."""
    row = connection.exec_driver_sql(
        """SELECT t.id, t.first_seq, t.last_seq FROM conversion c
           JOIN sync_op o ON o.pk=c.id AND o.tbl='conversion' AND o.kind='ins'
           JOIN change_tx t ON t.id=o.tx AND t.undone_by IS NULL
           WHERE c.lead_id=? AND c.deleted_at IS NULL ORDER BY t.n DESC LIMIT 1""",
        (lead_id,),
    ).first()
    return None if row is None else Made(*row)


def built_on(connection: Connection, made: Made) -> tuple[BuiltOn, ...]:
    """Return what was built on a conversion: living rows that hang on what it made, and changes to what it wrote."""
    found: dict[tuple[str, str, str | None], None] = dict.fromkeys([*_added(connection, made), *_changed(connection, made)])
    first = list(found)[:MOST_NAMED]
    names = names_of(connection, [record for _, record, _ in first])
    return tuple(_named(connection, made, key, names) for key in first)


def _added(connection: Connection, made: Made) -> list[tuple[str, str, str | None]]:
    links = {(hanging.table, hanging.column, hanging.parent) for hanging in HANGINGS} | set(MENTIONS)
    inserted = "SELECT pk FROM sync_op WHERE seq BETWEEN ?1 AND ?2 AND kind='ins'"
    tables = set(connection.exec_driver_sql(f"SELECT DISTINCT tbl FROM ({inserted.replace('pk', 'tbl')})", _span(made)).scalars())
    found: list[tuple[str, str, str | None]] = []
    for table, column, parent in sorted(links):
        if parent not in tables or table in _LEAD_ITSELF:
            continue
        rows = connection.exec_driver_sql(
            f"""SELECT r.id FROM sync_op o CROSS JOIN {table} r ON r.{column}=o.pk AND r.deleted_at IS NULL
                WHERE o.seq BETWEEN ?1 AND ?2 AND o.kind='ins' AND o.tbl=?3 AND r.id NOT IN ({inserted}) LIMIT {MOST_NAMED}""",
            (*_span(made), parent),
        )
        found.extend((table, row[0], None) for row in rows)
    return found


def _changed(connection: Connection, made: Made) -> list[tuple[str, str, str | None]]:
    """Return (table, id, field) changed since in the end: of a record it made any field, of another the fields it wrote."""
    rows = connection.exec_driver_sql(
        """WITH wrote AS MATERIALIZED (SELECT DISTINCT tbl, pk, CASE kind WHEN 'ins' THEN NULL ELSE fld END fld
                                      FROM sync_op WHERE seq BETWEEN ?1 AND ?2 AND tbl<>'conversion'),
             later AS (SELECT o.tbl, o.pk, o.fld, min(o.seq) lo, max(o.seq) hi FROM wrote w
                       JOIN sync_op o ON o.pk=w.pk AND o.seq>?2 AND o.kind<>'ins' AND o.fld IS NOT NULL AND (w.fld IS NULL OR w.fld=o.fld)
                       GROUP BY o.tbl, o.pk, o.fld)
           SELECT l.tbl, l.pk, l.fld FROM later l JOIN sync_op a ON a.seq=l.lo JOIN sync_op z ON z.seq=l.hi
           WHERE a.old IS NOT z.new ORDER BY l.lo LIMIT 200""",
        _span(made),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _named(connection: Connection, made: Made, key: tuple[str, str, str | None], names: Any) -> BuiltOn:
    table, record, field = key
    row = connection.exec_driver_sql(
        """SELECT u.name, t.at FROM sync_op o JOIN change_tx t ON t.id=o.tx LEFT JOIN app_user u ON u.id=t.user_id
           WHERE o.pk=? AND o.seq>? AND o.fld IS ? ORDER BY o.seq DESC LIMIT 1""",
        (record, made.last_seq, field),
    ).first()
    user, at = (None, None) if row is None else (row[0], from_iso(row[1]))
    return BuiltOn(RecordKind(table), record, names.get(record, record), field, user, at)


def _span(made: Made) -> tuple[int, int]:
    return made.first_seq, made.last_seq


def developed(connection: Connection, since: date, until: date, user_id: str | None) -> Sequence[Any]:
    """Return the living conversions between two local days, the latest first, with the names a list shows."""
    first = datetime.combine(since, time.min).astimezone()
    behind = datetime.combine(until + timedelta(days=1), time.min).astimezone()
    return connection.exec_driver_sql(
        """SELECT c.developed_by, u.name user, c.converted_at, c.lead_id, c.site_id, s.name site,
             coalesce(nullif(k.short_name,''), k.legal_name) company, c.new_company, c.new_site
           FROM conversion c LEFT JOIN app_user u ON u.id=c.developed_by LEFT JOIN site s ON s.id=c.site_id
           LEFT JOIN company k ON k.id=c.company_id
           WHERE c.deleted_at IS NULL AND c.converted_at>=? AND c.converted_at<? AND (?3 IS NULL OR c.developed_by=?3)
           ORDER BY c.converted_at DESC, c.n DESC""",
        (iso_ms(first), iso_ms(behind), user_id),
    ).all()
