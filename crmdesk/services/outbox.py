"""What waits to reach the centre, grouped by customer and action, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.change_words import account_names, accounts_of, naming
from crmdesk.services.changed_values import AccountName, FieldChange
from crmdesk.services.exchange_state import SENT
from crmdesk.services.logged_changes import changes_of
from crmdesk.storage import change_history, news_rows
from crmdesk.storage.change_history import LoggedOperation
from crmdesk.storage.exchange_outbox import FIRST_PENDING
from crmdesk.storage.news_rows import RESOLVE
from crmdesk.storage.store import Store

MOST_OPERATIONS: Final = 5_000
"""So many operations are told; an import made offline has hundreds of thousands, and is one line with its name anyway."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """What one action did to one customer and waits to be sent or answered.

    Attributes:
        key: stable name of the entry. account: the customer, None for what belongs to none (a classification, say).
        action: None where a script did it. label: of the action, e.g. an imported file's name.
        is_sent: on its way, the centre has not answered; else saved here only.
        changes: what was changed; empty for an answer to a conflict without a value.
    """

    key: str
    account: AccountName | None
    at: datetime
    action: ActionKind | None
    label: str
    is_sent: bool
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Outbox:
    """Everything that waits, newest first; `is_whole` is false when there is more than is told."""

    entries: tuple[OutboxEntry, ...]
    is_whole: bool


class OutboxService:
    """Reads the log's end; from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self, *, language: str = "zh_CN", limit: int = MOST_OPERATIONS) -> Outbox:
        """Return what waits."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(
                f"""SELECT seq, tx, tbl, pk, kind, fld, old, new, made_at, seq<={SENT} FROM sync_op
                    WHERE seq>={FIRST_PENDING} AND outcome IS NULL ORDER BY seq DESC LIMIT ?""",
                (limit + 1,),
            ).all()
            operations = [(LoggedOperation(*row[:9]), bool(row[9])) for row in rows[:limit]]
            return Outbox(_entries(connection, operations, language), len(rows) <= limit)


def _entries(connection: Connection, operations: list[tuple[LoggedOperation, bool]], language: str) -> tuple[OutboxEntry, ...]:
    questions = news_rows.settled_by(connection, [row.record for row, _ in operations if row.kind == RESOLVE])
    known = [(row, sent) for row, sent in operations if row.kind == RESOLVE or row.table in set(RecordKind)]
    found = {row.seq: list(changes_of(row, questions)) for row, _ in known}
    named = naming(connection, [change for changes in found.values() for change in changes], language)
    about = {row.seq: _about(row, questions) for row, _ in known}
    accounts = accounts_of(connection, set(about.values()))
    titles = account_names(connection, accounts.values())
    transactions = change_history.transactions(connection, {row.transaction for row, _ in known if row.transaction is not None})
    groups: dict[tuple[str, str, bool], list[LoggedOperation]] = {}
    for row, sent in known:
        account = accounts.get(about[row.seq])
        groups.setdefault((row.transaction or str(row.seq), "" if account is None else str(account), sent), []).append(row)
    entries = []
    for (transaction, account_key, sent), rows in groups.items():
        made = transactions.get(transaction)
        account = accounts.get(about[rows[0].seq])
        entries.append(
            OutboxEntry(
                f"{transaction}/{account_key}",
                None if account is None else titles.get(account),
                from_iso(rows[0].made_at if made is None else made.at),
                None if made is None else ActionKind(made.action),
                "" if made is None else made.label or "",
                sent,
                tuple(named(change) for row in reversed(rows) for change in found[row.seq]),
            )
        )
    return tuple(entries)


def _about(row: LoggedOperation, questions: dict[str, news_rows.Settled]) -> tuple[str, str]:
    about = questions.get(row.record)
    return (row.table, row.record) if about is None else (about.table, about.record)
