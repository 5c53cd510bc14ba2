"""What came from the centre, and the questions it asked, as rows: for histories and the page of news."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

RESOLVE: Final = "resolve"
"""Kind of the operation that answers a question (`sync.md` §2.8)."""

_NEWS: Final = "s.n, s.tbl, s.pk, s.kind, s.fld, s.old, s.new, s.rv, s.user_id, u.name, s.at, s.seen"
_LATEST: Final = "9"
"""Behind every time as text."""


@dataclass(frozen=True, slots=True)
class NewsRow:
    """One row of `sync_news`; `old` and `new` as the record's own columns hold them, `at` as stored."""

    n: int
    table: str
    record: str
    kind: str
    field: str | None
    old: Any
    new: Any
    rv: int
    user: str | None
    user_name: str | None
    at: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """The record and field a question is about."""

    table: str
    record: str
    field: str | None


def of_records(
    connection: Connection, records: Collection[str], before: str | None, since: str | None, limit: int
) -> list[NewsRow]:
    """Return what came about these records in a stretch of time, newest first."""
    rows = connection.exec_driver_sql(
        f"""SELECT {_NEWS} FROM sync_news s LEFT JOIN app_user u ON u.id=s.user_id
            WHERE s.pk IN (SELECT value FROM json_each(?)) AND s.at<? AND s.at>=? ORDER BY s.at DESC, s.n DESC LIMIT ?""",
        (json.dumps(list(records)), before or _LATEST, since or "", limit),
    )
    return [_news(row) for row in rows]


def latest(connection: Connection, since: str | None, limit: int) -> list[NewsRow]:
    """Return what others did, newest first: from a moment on, or what was not looked at yet."""
    rows = connection.exec_driver_sql(
        f"""SELECT {_NEWS} FROM sync_news s LEFT JOIN app_user u ON u.id=s.user_id
            WHERE (s.at>=?1 OR (?1 IS NULL AND s.seen=0)) AND s.user_id IS NOT (SELECT v FROM sync_ctl WHERE k='user_id')
            ORDER BY s.at DESC, s.n DESC LIMIT ?2""",
        (since, limit),
    )
    return [_news(row) for row in rows]


def _news(row: Any) -> NewsRow:
    values = [*row[:5], plain(row[5]), plain(row[6]), *row[7:11], bool(row[11])]
    return NewsRow(*values)


def plain(text: Any) -> Any:
    """Return what a JSON text stands for; anything that is none stands for itself."""
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def questions_on(connection: Connection, records: Collection[str]) -> list[str]:
    """Return the ids of conflicts and waiting edits about these records, settled ones too."""
    ids = json.dumps(list(records))
    rows = connection.exec_driver_sql(
        """SELECT id FROM conflict WHERE record_id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id FROM parked_edit WHERE record_id IN (SELECT value FROM json_each(?1))""",
        (ids,),
    )
    return list(rows.scalars())


def settled_by(connection: Connection, questions: Collection[str]) -> dict[str, Settled]:
    """Return what these conflicts and waiting edits are about, by their ids."""
    if not questions:
        return {}
    rows = connection.exec_driver_sql(
        """SELECT id, tbl, record_id, fld FROM conflict WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, tbl, record_id, fld FROM parked_edit WHERE id IN (SELECT value FROM json_each(?1))""",
        (json.dumps(list(questions)),),
    )
    return {row[0]: Settled(row[1], row[2], row[3]) for row in rows}
