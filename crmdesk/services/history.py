"""What happened to a record, here and elsewhere, and what was done lately: change log and news of the centre in words for people."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.change_words import naming
from crmdesk.services.changed_values import FieldChange
from crmdesk.services.logged_changes import changes_of
from crmdesk.storage import change_history, news_rows
from crmdesk.storage.change_history import LoggedOperation, LoggedTransaction
from crmdesk.storage.news_rows import RESOLVE
from crmdesk.storage.redirects import MERGED_KINDS, merged_into
from crmdesk.storage.store import Store

MOST_CHANGES: Final = 1_000
"""Operations of one transaction that `of_transaction` shows; an import has hundreds of thousands."""
CENTRE: Final = "centre"
"""The source of an entry that came from the centre."""
_KINDS: Final = frozenset(RecordKind)
_WITH_CHILDREN: Final = frozenset({RecordKind.LEAD, RecordKind.OPPORTUNITY})
"""Kinds beside sites whose history tells what hangs on them too: follow-ups, rounds with their answers, people who have a say."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time as stored: from `since` on (None: from the beginning), before `before` (None: until now)."""

    since: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one transaction did.

    Attributes:
        transaction: None for changes made outside the program (by a script); `centre:…` for what came from the centre.
        first_seq: pass that of the last entry as `before_seq` to read on.
        at: when, aware UTC. user_id, user_name: who, None where unknown.
        label: short text, e.g. the record's or the file's name. source: `window`, `cli`, `import` …, or `CENTRE`.
        is_undone: whether it was taken back and not done again.
        changes: in the order they were made.
    """

    transaction: str | None
    first_seq: int
    at: datetime
    user_id: str | None
    user_name: str | None
    action: ActionKind | None
    label: str
    source: str
    is_undone: bool
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class RecentTransaction:
    """One line of the list of what was done lately; `operations` counts fields changed and records made."""

    n: int
    transaction: str
    at: datetime
    user_name: str | None
    action: ActionKind
    label: str
    source: str
    is_undone: bool
    operations: int


class HistoryService:
    """Reads the change log; may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_record(
        self,
        kind: RecordKind,
        record_id: str,
        limit: int = 200,
        before_seq: int | None = None,
        *,
        with_children: bool = True,
        language: str = "zh_CN",
    ) -> tuple[HistoryEntry, ...]:
        """Return what happened to a record, newest first, one entry per transaction.

        Args:
            kind: of which kind.
            record_id: which.
            limit: most entries.
            before_seq: only entries before this one, `first_seq` of the last entry read.
            with_children: for a site also what happened to its positions, their contacts and all that hangs on it; for a lead and an opportunity
                what happened to what hangs on them; and of every kind what
                happened to the records that were merged into it.
            language: of the names of terms and countries: `zh_CN`, `zh_TW` or `en`.
        """
        with self._store.read() as connection:
            records = [record_id]
            if with_children and kind in MERGED_KINDS:
                records += merged_into(connection, kind, record_id)  # what happened to them happened to this customer
            if with_children and kind is RecordKind.SITE:
                records += [child for site in records for child in change_history.children_of_site(connection, site)]
            elif with_children and kind in _WITH_CHILDREN:
                records += change_history.children_of(connection, kind, records)
            asked = [*records, *news_rows.questions_on(connection, records)]
            operations = change_history.operations_on(connection, asked, limit, before_seq)
            if not operations and before_seq is not None:
                return ()
            here = _entries(connection, operations[::-1], language)[::-1]
            span = _span(connection, asked, operations, before_seq)
            return _joined(here, _from_centre(connection, records, span, limit, language), before_seq)

    def of_transaction(self, transaction: str, limit: int = MOST_CHANGES, *, language: str = "zh_CN") -> HistoryEntry:
        """Return what one transaction did, its first `limit` operations.

        Raises:
            RecordNotFound: the log does not know it.
        """
        with self._store.read() as connection:
            found = change_history.transactions(connection, [transaction]).get(transaction)
            if found is None:
                raise RecordNotFound(what=transaction)
            operations = change_history.operations_of(connection, found, limit)
            entries = _entries(connection, operations, language)
            return entries[0] if entries else _entry(found, found.first_seq, found.at, ())

    def recent_transactions(self, limit: int = 20, before: int | None = None) -> tuple[RecentTransaction, ...]:
        """Return what was done last in this store, newest first; `before` is the `n` of the last one read."""
        with self._store.read() as connection:
            rows = change_history.latest_transactions(connection, limit, before)
        return tuple(
            RecentTransaction(
                row.n,
                row.id,
                from_iso(row.at),
                row.user_name,
                ActionKind(row.action),
                row.label or "",
                row.source,
                row.undone_by is not None,
                row.last_seq - row.first_seq + 1,
            )
            for row in rows
        )


def _span(connection: Connection, records: list[str], operations: list[LoggedOperation], before_seq: int | None) -> Span:
    """Return the time these operations cover, so that what came from the centre is read on in the same steps."""
    newest = None if before_seq is None else change_history.made_at(connection, before_seq)
    if operations and change_history.has_older(connection, records, operations[-1].seq):
        return Span(operations[-1].made_at, newest)
    return Span(None, newest)


def _joined(here: tuple[HistoryEntry, ...], elsewhere: list[HistoryEntry], before_seq: int | None) -> tuple[HistoryEntry, ...]:
    """Put both into one line, newest first; an entry of the centre leads on from the last one of this laptop before it."""
    oldest = here[-1].first_seq if here else before_seq if before_seq is not None else 0
    leading = (replace(entry, first_seq=oldest) for entry in elsewhere)
    merged = heapq.merge(here, leading, key=_moment, reverse=True)  # each keeps its own order, whatever the clocks said
    return tuple(merged)


def _moment(entry: HistoryEntry) -> datetime:
    return entry.at


def _entries(connection: Connection, operations: list[LoggedOperation], language: str) -> tuple[HistoryEntry, ...]:
    """Group operations in the log's order by transaction and give every value that stands for something its name."""
    settled = news_rows.settled_by(connection, [row.record for row in operations if row.kind == RESOLVE])
    changes = [(operation, list(changes_of(operation, settled))) for operation in operations]
    changes = [(operation, found) for operation, found in changes if found or operation.kind != RESOLVE]
    named = naming(connection, [change for _, found in changes for change in found], language)
    known = change_history.transactions(connection, (row.transaction for row in operations if row.transaction is not None))
    entries: list[HistoryEntry] = []
    by_transaction: Callable[[tuple[LoggedOperation, list[FieldChange]]], Any] = lambda pair: (  # noqa: E731
        pair[0].transaction or pair[0].seq
    )
    for _, group in groupby(changes, by_transaction):
        members = list(group)
        first = members[0][0]
        finished = tuple(named(change) for _, found in members for change in found)
        entries.append(_entry(known.get(first.transaction or ""), first.seq, first.made_at, finished))
    return tuple(entries)


def _entry(transaction: LoggedTransaction | None, first_seq: int, made_at: str, changes: tuple[FieldChange, ...]) -> HistoryEntry:
    if transaction is None:
        return HistoryEntry(None, first_seq, from_iso(made_at), None, None, None, "", "", is_undone=False, changes=changes)
    return HistoryEntry(
        transaction.id,
        first_seq,
        from_iso(transaction.at),
        transaction.user_id,
        transaction.user_name,
        ActionKind(transaction.action),
        transaction.label or "",
        transaction.source,
        transaction.undone_by is not None,
        changes,
    )


def _from_centre(connection: Connection, records: list[str], span: Span, limit: int, language: str) -> list[HistoryEntry]:
    """Return what came from the centre about these records in a stretch of time, one entry per commit, newest first."""
    rows = [row for row in news_rows.of_records(connection, records, span.before, span.since, limit) if row.table in _KINDS]
    changes = [FieldChange(RecordKind(row.table), row.record, None, row.kind, row.field or "", row.old, row.new) for row in rows]
    named = naming(connection, changes, language)
    entries: list[HistoryEntry] = []
    for (_, user, at), group in groupby(zip(rows, changes, strict=True), lambda pair: (pair[0].rv, pair[0].user, pair[0].at)):
        members = tuple(group)
        name = members[0][0].user_name
        found = tuple(named(change) for _, change in reversed(members))
        key = f"centre:{members[0][0].n}"
        entries.append(HistoryEntry(key, 0, from_iso(at), user, name, None, "", CENTRE, is_undone=False, changes=found))
    return entries
