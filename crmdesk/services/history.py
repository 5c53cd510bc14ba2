"""What happened to a record, and what was done lately: the change log in words for people."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models import address_formats
from crmdesk.services.record_fields import FieldType, field_info
from crmdesk.storage import change_history
from crmdesk.storage.change_history import LoggedOperation, LoggedTransaction
from crmdesk.storage.redirects import MERGED_KINDS, merged_into
from crmdesk.storage.store import Store

MOST_CHANGES: Final = 1_000
"""Operations of one transaction that `of_transaction` shows; an import has hundreds of thousands."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after.

    Attributes:
        kind, id, name: the record; for a site's history also its positions, contacts and activities.
        operation: `ins` (a field filled when the record was made), `set`, `move` or `del` (deleted or brought back).
        field: the column's name; its label is `record_fields.field_info(kind, field).label`.
        old, new: as stored.
        old_text, new_text: the name where the value stands for a record, a term or a country, else None.
    """

    kind: RecordKind
    id: str
    name: str | None
    operation: str
    field: str
    old: Any
    new: Any
    old_text: str | None = None
    new_text: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one transaction did.

    Attributes:
        transaction: None for changes made outside the program (by a script).
        first_seq: pass it as `before_seq` to read on.
        at: when, aware UTC. user_id, user_name: who, None where unknown.
        label: short text, e.g. the record's or the file's name. source: `window`, `cli`, `import` …
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
            with_children: for a site also what happened to its positions, their contacts and its activities; and of every kind what
                happened to the records that were merged into it.
            language: of the names of terms and countries: `zh_CN`, `zh_TW` or `en`.
        """
        with self._store.read() as connection:
            records = [record_id]
            if with_children and kind in MERGED_KINDS:
                records += merged_into(connection, kind, record_id)  # what happened to them happened to this customer
            if with_children and kind is RecordKind.SITE:
                records += [child for site in records for child in change_history.children_of_site(connection, site)]
            operations = change_history.operations_on(connection, records, limit, before_seq)
            return _entries(connection, operations[::-1], language)[::-1]

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


def _entries(connection: Connection, operations: list[LoggedOperation], language: str) -> tuple[HistoryEntry, ...]:
    """Group operations in the log's order by transaction and give every value that stands for something its name."""
    changes = [(operation, list(_changes_of(operation))) for operation in operations]
    named = _names(connection, [change for _, found in changes for change in found], language)
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


def _changes_of(operation: LoggedOperation) -> Iterator[FieldChange]:
    kind = RecordKind(operation.table)
    if operation.kind == "ins":
        filled: Mapping[str, Any] = json.loads(operation.new)
        for field, value in filled.items():
            yield FieldChange(kind, operation.record, None, operation.kind, field, None, value)
    elif operation.field is not None:
        yield FieldChange(kind, operation.record, None, operation.kind, operation.field, operation.old, operation.new)


def _is_country(change: FieldChange) -> bool:
    info = field_info(change.kind, change.field)
    return info is not None and info.type is FieldType.COUNTRY


def _taxonomy(change: FieldChange) -> str | None:
    info = field_info(change.kind, change.field)
    if info is None or info.type is not FieldType.TERM_CODE or info.taxonomy is None:
        return None
    return info.taxonomy.value


def _names(connection: Connection, changes: list[FieldChange], language: str) -> Callable[[FieldChange], FieldChange]:
    """Look every id and term code up at once; return what puts the names into a change."""
    ids: set[str] = set()
    codes: set[tuple[str, str]] = set()
    countries: Mapping[str, str] = {}
    for change in changes:
        ids.add(change.id)
        taxonomy = _taxonomy(change)
        if _is_country(change):
            countries = countries or {country.code: country.name for country in address_formats.countries(language)}
        for value in (change.old, change.new):
            if isinstance(value, str) and taxonomy is not None:
                codes.add((taxonomy, value))
            elif isinstance(value, str) and len(value) == 32:
                ids.add(value)
    names = change_history.names_of(connection, ids, language)
    by_code = change_history.names_of_codes(connection, codes, language) if codes else {}

    def text(change: FieldChange, value: object) -> str | None:
        if not isinstance(value, str):
            return None
        if _is_country(change):
            return countries.get(value)
        taxonomy = _taxonomy(change)
        return names.get(value) if taxonomy is None else by_code.get((taxonomy, value))

    def named(change: FieldChange) -> FieldChange:
        return replace(change, name=names.get(change.id), old_text=text(change, change.old), new_text=text(change, change.new))

    return named
