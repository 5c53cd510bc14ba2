"""What others changed, as it came from the centre: which of my customers, by whom, since when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.change_words import account_names, accounts_of, naming
from crmdesk.services.changed_values import AccountName, FieldChange
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import news_rows
from crmdesk.storage.news_rows import NewsRow
from crmdesk.storage.store import Store

MOST_ROWS: Final = 5_000
NEWS: Final = "sync_news"
"""The kind that `Changes` name when news were looked at."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What one person sent at one time about one customer.

    Attributes:
        user_name: None where unknown. changes: in the order they came; one without a field is a whole record that came or went.
    """

    at: datetime
    user_name: str | None
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class AccountNews:
    """What happened to one customer, newest first.

    Attributes:
        account: None for what belongs to no customer, or to one that is gone.
        is_mine: owned by whoever sits here, or worked on as a collaborator. is_new: something of it was not looked at yet.
    """

    account: AccountName | None
    is_mine: bool
    is_new: bool
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True)
class News:
    """Customers with news, the one that changed last first; `last` is to be handed to `mark_seen`."""

    accounts: tuple[AccountNews, ...]
    last: int
    is_whole: bool


class NewsService:
    """News of this laptop; reads may come from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def since(self, moment: datetime | None, *, only_mine: bool = True, language: str = "zh_CN", limit: int = MOST_ROWS) -> News:
        """Return what others did from a moment on, or, for None, what was not looked at yet."""
        with self._store.read() as connection:
            rows = news_rows.latest(connection, None if moment is None else iso_ms(moment), limit + 1)
            last = max((row.n for row in rows), default=0)
            return News(_grouped(connection, rows[:limit], language, only_mine=only_mine), last, len(rows) <= limit)

    def unseen(self) -> int:
        """Return how many of my customers have changes that were not looked at."""
        with self._store.read() as connection:
            return len(unseen_customers(connection))

    def mark_seen(self, last: int) -> Changes:
        """Note that everything up to `News.last` was looked at."""
        with self._store.unit_of_work(action=ActionKind.EXCHANGE) as uow:
            uow.connection.exec_driver_sql("UPDATE sync_news SET seen=1 WHERE seen=0 AND n<=?", (last,))
            uow.tell(NEWS, [str(last)])
            return uow.commit()


def unseen_customers(connection: Connection) -> set[RecordKey]:
    """Return my customers with changes that were not looked at."""
    rows = connection.exec_driver_sql(
        """SELECT DISTINCT tbl, pk FROM sync_news WHERE seen=0 AND user_id IS NOT (SELECT v FROM sync_ctl WHERE k='user_id')
           ORDER BY n DESC LIMIT ?""",
        (MOST_ROWS,),
    )
    return mine_among(
        connection, accounts_of(connection, [(row[0], row[1]) for row in rows if row[0] in set(RecordKind)]).values()
    )


def mine_among(connection: Connection, keys: Iterable[RecordKey]) -> set[RecordKey]:
    """Return which of these companies and sites whoever sits here owns (a site also by its company) or works on as a collaborator."""
    wanted = list(dict.fromkeys(keys))
    rows = connection.exec_driver_sql(
        """WITH me(id) AS (SELECT v FROM sync_ctl WHERE k='user_id'), w(kind, id) AS (SELECT value->>0, value->>1 FROM json_each(?))
           SELECT w.kind, w.id FROM w JOIN company c ON w.kind='company' AND c.id=w.id WHERE c.owner_id=(SELECT id FROM me)
           UNION SELECT w.kind, w.id FROM w JOIN site s ON w.kind='site' AND s.id=w.id LEFT JOIN company c ON c.id=s.company_id
             WHERE coalesce(s.owner_id, c.owner_id)=(SELECT id FROM me)
           UNION SELECT w.kind, w.id FROM w JOIN collaborator k ON k.site_id=w.id WHERE k.user_id=(SELECT id FROM me) AND k.deleted_at IS NULL
           UNION SELECT w.kind, w.id FROM w JOIN collaborator k ON k.company_id=w.id WHERE k.user_id=(SELECT id FROM me) AND k.deleted_at IS NULL""",
        (json.dumps([(key.kind.value, key.id) for key in wanted]),),
    )
    return {RecordKey(RecordKind(row[0]), row[1]) for row in rows}


def _grouped(connection: Connection, rows: list[NewsRow], language: str, *, only_mine: bool) -> tuple[AccountNews, ...]:
    known = [row for row in rows if row.table in set(RecordKind)]
    accounts = accounts_of(connection, {(row.table, row.record) for row in known})
    mine = mine_among(connection, accounts.values())
    groups: dict[RecordKey | None, list[NewsRow]] = {}
    for row in known:
        account = accounts.get((row.table, row.record))
        if not only_mine or (account in mine):
            groups.setdefault(account, []).append(row)
    changes = {row.n: _change(row) for members in groups.values() for row in members}
    named = naming(connection, changes.values(), language)
    titles = account_names(connection, [key for key in groups if key is not None])
    return tuple(
        AccountNews(
            None if key is None else titles.get(key),
            key in mine,
            any(not row.seen for row in members),
            tuple(_items(members, {row.n: named(changes[row.n]) for row in members})),
        )
        for key, members in groups.items()
    )


def _change(row: NewsRow) -> FieldChange:
    return FieldChange(RecordKind(row.table), row.record, None, row.kind, row.field or "", row.old, row.new)


def _items(rows: list[NewsRow], named: dict[int, FieldChange]) -> Iterable[NewsItem]:
    for (_, at, _), group in groupby(rows, lambda row: (row.rv, row.at, row.user)):
        members = list(group)
        yield NewsItem(from_iso(at), members[0].user_name, tuple(named[row.n] for row in reversed(members)))
