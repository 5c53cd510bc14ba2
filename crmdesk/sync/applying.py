"""A page of the centre into the replica: rows, who sees what, what left; news of what others changed (`sync.md` §2.6.5)."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.storage import exchange_deferred
from crmdesk.storage.exchange_doubts import remember_removed
from crmdesk.storage.exchange_removing import GONE, in_sight, remove_rows
from crmdesk.storage.exchange_rows import Applied, Change, ReadyRows, apply_rows
from crmdesk.storage.uow import UnitOfWork
from crmdesk.sync.fields import FROM_CENTRE, PULL_ORDER
from crmdesk.sync.protocol import Page

REACH: Final = "reach"
"""Pseudo table of a page: which team sees which record of another team."""


@dataclass(slots=True)
class Received:
    """What the pages of an exchange did so far."""

    rows: int = 0
    removed: int = 0
    news: int = 0
    by_table: dict[str, int] = field(default_factory=dict)


Gone = dict[str, set[str]]
"""Table → ids that one held team sees no longer; another one may."""


def ready_page(page: Page) -> Page:
    """Return a page of a first pull with all that can be worked out before a transaction is open; may be called on any thread."""
    rows = {
        table: ReadyRows(table, page.columns[table], some) for table, some in page.rows.items() if table in PULL_ORDER and some
    }
    return replace(page, rows={**page.rows, **rows})


def apply_pages(
    uow: UnitOfWork, pages: Sequence[Page], held: Collection[str], received: Received, *, at: str | None, is_first: bool = False
) -> None:
    """Write pages, in the caller's transaction; what left is removed when all rows are there.

    Fields with edits that wait keep the value of this laptop, and the operation's `old` stays what the person saw.
    What came is no longer to be fetched by id. `at`: the time of news for which the centre gives none; None: nothing is news. `is_first`: this laptop's rows come for
    the first time, which is no news; what is needed for finding them is derived later (`storage.exchange_deferred`).
    """
    doubtful: Gone = {}
    for page in pages:
        _apply_rows(uow, page, doubtful, received, at=at, is_first=is_first)
    gone = {
        table: records - in_sight(uow.connection, table, records, held)
        for table, records in doubtful.items()
        if table in PULL_ORDER
    }
    for page in pages:
        for table, record in page.leave:  # the centre's word: no held team has it, whatever is known here
            gone.setdefault(table, set()).add(record)
    if gone:
        remove(uow, gone, received, rv=pages[-1].head, at=at)


def _apply_rows(uow: UnitOfWork, page: Page, gone: Gone, received: Received, *, at: str | None, is_first: bool) -> None:
    applied = Applied(later=is_first)
    with uow.unlogged() as connection:
        missing = exchange_deferred.begin(connection) if is_first and page.rows else {}
        for table in PULL_ORDER:
            rows = page.rows.get(table)
            if rows:
                columns = page.columns[table]
                is_news = not is_first and at is not None and table not in FROM_CENTRE
                apply_rows(connection, table, columns, rows, into=applied, with_changes=is_news)
                _is_fetched(connection, table, columns, rows)
                received.by_table[table] = received.by_table.get(table, 0) + len(rows)
        _apply_reach(connection, page, gone)
    if missing:
        fresh, changed = applied.parted()
        uow.refresh_for(fresh, only=())
        uow.refresh_for(exchange_deferred.due_at_once(uow.connection, fresh, missing))
        uow.refresh_for(changed)
    else:
        uow.refresh_for(applied.touched())
    write_news(uow, applied.changes, page.commits, at or "")
    received.rows += applied.rows
    received.news += len(applied.changes)


def remove(uow: UnitOfWork, gone: Mapping[str, Collection[str]], received: Received, *, rv: int, at: str | None) -> None:
    """Remove records from this laptop, when commit `rv` is the newest; that they went is news, unless `at` is None.

    What has edits that wait stays for now.
    """
    for table, records in gone.items():
        if table in PULL_ORDER and records:
            removed = remove_rows(uow, table, records)
            with uow.unlogged() as connection:
                remember_removed(connection, table, records, rv)
            received.removed += len(removed)
            if at is not None and table not in FROM_CENTRE:
                write_news(uow, [replace(change, rv=rv) for change in removed], {}, at)


def _is_fetched(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Take what came off the list of what is to be fetched by id."""
    if connection.exec_driver_sql("SELECT 1 FROM sync_reload LIMIT 1").first() is None:
        return
    at = list(columns).index("id")
    connection.exec_driver_sql(
        "DELETE FROM sync_reload WHERE tbl=? AND pk IN (SELECT value FROM json_each(?))",
        (table, json.dumps([row[at] for row in rows])),
    )


def _apply_reach(connection: Connection, page: Page, gone: Gone) -> None:
    """Write which team sees which record; note the records that one of them sees no longer."""
    rows = page.rows.get(REACH)
    if not rows:
        return
    columns = list(page.columns[REACH])
    team, table, record, can_write, is_gone = (
        columns.index(name) for name in ("team_id", "tbl", "record_id", "can_write", "gone")
    )
    ended = [(row[team], row[table], row[record]) for row in rows if row[is_gone]]
    seen = [(row[team], row[table], row[record], int(bool(row[can_write]))) for row in rows if not row[is_gone]]
    if ended:
        connection.exec_driver_sql("DELETE FROM sync_reach WHERE team_id=? AND tbl=? AND record_id=?", ended)
        for _, name, one in ended:
            gone.setdefault(name, set()).add(one)
            remember_removed(connection, name, [one], page.head)
    if seen:
        connection.exec_driver_sql("INSERT OR REPLACE INTO sync_reach(team_id, tbl, record_id, can_write) VALUES(?,?,?,?)", seen)


def write_news(uow: UnitOfWork, changes: Sequence[Change], commits: Mapping[int, tuple[str | None, str]], at: str) -> None:
    """Write what others changed, with author and time of the commit that brought it."""
    if not changes:
        return
    rows, asked = [], _asked_about(uow.connection, changes)
    for change in changes:
        user, when = commits.get(change.rv, (None, at)) if change.field != GONE else (None, at)
        user, when = asked.get((change.record, change.field or "", _json(change.new)), (user, when))
        kind = "ins" if change.field is None else GONE if change.field == GONE else "set"
        name = change.field if kind == "set" else None
        rows.append((change.table, change.record, kind, name, _json(change.old), _json(change.new), change.rv, user, when or at))
    uow.connection.exec_driver_sql(
        "INSERT INTO sync_news(tbl, pk, kind, fld, old, new, rv, user_id, at) VALUES(?,?,?,?,?,?,?,?,?)", rows
    )


def _asked_about(connection: Connection, changes: Sequence[Change]) -> dict[tuple[str, str, str | None], tuple[str | None, str]]:
    """Return (record, field, value) → who set it and when, as open questions tell it.

    A record's version names the last to change anything in it; whose value stands where two met is known from the question.
    """
    records = json.dumps(list({change.record for change in changes if change.field is not None}))
    rows = connection.exec_driver_sql(
        """SELECT record_id, fld, theirs, theirs_by, theirs_at FROM conflict
           WHERE state='open' AND theirs_by IS NOT NULL AND fld IS NOT NULL AND record_id IN (SELECT value FROM json_each(?))""",
        (records,),
    )
    return {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows}


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
