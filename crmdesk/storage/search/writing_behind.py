"""The search index of a long transaction, a stretch behind its rows: somebody else makes the terms of one while the next is written."""

from collections import deque
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from crmdesk.models.search_text import Searchable, terms_of
from crmdesk.storage.derived import Touched
from crmdesk.storage.search.records import Record
from crmdesk.storage.search.writing import put_documents, refresh_search_index, write_documents


class TermsMaker(Protocol):
    """Who makes terms beside the writer."""

    def ask(self, records: Sequence[Searchable]) -> bool:
        """Have the terms of these made; return whether that will be done."""

    def take(self, count: int) -> Sequence[str] | None:
        """Return the terms of the batch of `count` records asked for first and not taken yet; None when they will not come."""


class IndexBehind:
    """Writes the documents that `refresh_search_index` would write, each stretch when the next one comes or at the end.

    They are those of the rows as they were: what changes again in a later stretch is written again then, in this order.
    """

    def __init__(self, maker: TermsMaker) -> None:
        self._maker = maker
        self._waiting: deque[Sequence[Record]] = deque()

    def refresh(self, connection: Connection, touched: Touched) -> None:
        """Note what was touched, a `Refresher` of the unit of work; call `finish` before it commits."""
        self.finish(connection)
        refresh_search_index(connection, touched, self._write_later)

    def finish(self, connection: Connection) -> None:
        """Write what waits."""
        while self._waiting:
            records = self._waiting.popleft()
            terms = self._maker.take(len(records))
            put_documents(connection, records, terms or [terms_of(record.searchable()) for record in records])

    def _write_later(self, connection: Connection, records: Sequence[Record]) -> None:
        if records and self._maker.ask([record.searchable() for record in records]):
            self._waiting.append(records)
        else:
            write_documents(connection, records)
