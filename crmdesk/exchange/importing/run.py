"""One import from beginning to end: all of the file in one transaction, or nothing of it.

Where rows name one another (parents may come after their children) a first pass notes them; the second plans and writes.
A dry run is the same without a sink that writes. Progress is called often and may raise `Cancelled`.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.collecting import seldom_collecting
from crmdesk.core.vocabulary import ActionKind
from crmdesk.exchange.fields import Subject
from crmdesk.exchange.importing.account_rows import AccountRows
from crmdesk.exchange.importing.drafts import CountingSink, Sink, WritingSink
from crmdesk.exchange.importing.kept_rows import KeptRows
from crmdesk.exchange.importing.keys_ahead import WORTH_A_PROCESS
from crmdesk.exchange.importing.lead_options import LeadOptions
from crmdesk.exchange.importing.lead_rows import LeadRows
from crmdesk.exchange.importing.refusals import ENGLISH, RowRefused, Words
from crmdesk.exchange.importing.refused_rows import RefusedRows
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.row_work import RowWork
from crmdesk.exchange.importing.second_process import SecondProcess
from crmdesk.exchange.importing.terms_ahead import TermsAhead
from crmdesk.exchange.mapping import Mapping
from crmdesk.exchange.table_source import Row, TableSource
from crmdesk.storage.derived import refresh_changed_premises_keys, refresh_premises_keys
from crmdesk.storage.premises_keys import finish_rewriting
from crmdesk.storage.search.writing import refresh_search_index
from crmdesk.storage.search.writing_behind import IndexBehind
from crmdesk.storage.store import Store
from crmdesk.storage.uow import Refresher

Progress = Callable[[float], None]
"""Told the share that is done, 0 … 1; may raise `Cancelled`."""

_FIRST_PASS: Final = 0.12
_REFRESH_ROWS: Final = 2_000
_BATCH: Final = 250
_WORTH_BYTES: Final = 100 * WORTH_A_PROCESS
"""A file of this size has so many rows, packed or not; of a smaller one they are counted."""
_AHEAD: Final = 8
"""Batches whose keys are worked out by another process while one is planned."""
_ReadRow = tuple[Row, Any]
"""A row with its content or its `RowRefused`."""


class Import:
    """A file, how it is read and what its columns mean; can be tried and carried out any number of times."""

    def __init__(self, source: TableSource, mapping: Mapping, leads: LeadOptions | None = None) -> None:
        """`leads` says where leads go; of no meaning for other rows."""
        self._source = source
        self._mapping = mapping
        self._leads = leads or LeadOptions()

    def dry_run(
        self, store: Store, progress: Progress | None = None, refused_file: Path | None = None, words: Words = ENGLISH
    ) -> ImportReport:
        """Say what the import would do; writes nothing and takes no lock. The file of refused rows gives the reasons in `words`.

        Raises:
            MappingInvalid, FileRefused: the mapping or the file cannot be used. RecordNotFound: a pool or owner is gone. Cancelled: progress said so.
        """
        report = ImportReport(dry_run=True, subject=self._mapping.subject)
        with (
            seldom_collecting(),
            store.read() as connection,
            RefusedRows(refused_file, self._source.headers, report, words) as refused,
            closing(SecondProcess()) as second,
        ):
            self._carry_out(connection, CountingSink(), report, progress, refused, second=second)
        return report

    def run(
        self, store: Store, progress: Progress | None = None, refused_file: Path | None = None, words: Words = ENGLISH
    ) -> ImportReport:
        """Import the file in one transaction, undone by one undo. The file of refused rows gives the reasons in `words`.

        Raises:
            MappingInvalid, FileRefused: the mapping or the file cannot be used. RecordNotFound: a pool or owner is gone. Cancelled: progress said so. Nothing is left then.
        """
        report = ImportReport(dry_run=False, subject=self._mapping.subject)
        with (
            seldom_collecting(),
            store.unit_of_work(action=ActionKind.IMPORT, label=self._source.path.name, source="import") as uow,
            RefusedRows(refused_file, self._source.headers, report, words) as refused,
            closing(SecondProcess()) as second,
        ):
            connection, index = uow.connection, IndexBehind(TermsAhead(second))
            finish_rewriting(connection)
            others: dict[Refresher, Refresher] = {
                refresh_search_index: index.refresh,
                refresh_premises_keys: refresh_changed_premises_keys,
            }
            with uow.refreshing_by(others):
                self._carry_out(
                    connection, WritingSink(connection), report, progress, refused, second=second, refresh=uow.refresh
                )
            index.finish(connection)
            report.changes = uow.commit()
        return report

    def _carry_out(
        self,
        connection: Connection,
        sink: Sink,
        report: ImportReport,
        progress: Progress | None,
        refused: RefusedRows,
        *,
        second: SecondProcess,
        refresh: Callable[[], None] | None = None,
    ) -> None:
        bound = self._mapping.bind(self._source.headers)
        work: RowWork[Any] = (
            LeadRows(connection, bound, sink, report, second=second, options=self._leads)
            if self._mapping.subject is Subject.LEADS
            else AccountRows(connection, bound, sink, report, second)
        )
        if self._source.stamp[0] >= _WORTH_BYTES:
            second.start()
        rows, first = KeptRows(self._source), _FIRST_PASS if work.looks_first else 0.0
        if work.looks_first:
            work.scan(_starting(second, rows.first(_share(progress, 0.0, first))), rows.again)
        batches = self._batches(work, _starting(second, rows.again(_share(progress, first, 0.98))))
        with closing(batches):
            for row, content in chain.from_iterable(batches):
                try:
                    if isinstance(content, RowRefused):
                        raise content
                    work.take(content)
                except RowRefused as refusal:
                    refused.add(row, refusal)
                report.rows += 1
                if refresh is not None and report.rows % _REFRESH_ROWS == 0:
                    sink.flush()
                    refresh()
        work.finish()
        report.warnings.update(work.warnings)
        if progress is not None:
            progress(1.0)

    def _batches(self, work: "RowWork[Any]", rows: Iterator[Row]) -> Generator[list[_ReadRow]]:
        """Yield the rows with their contents, or why they have none; what follows from what is yielded is worked out."""
        waiting = deque[list[_ReadRow]]()
        while True:
            batch = [_read(work, row) for row in islice(rows, _BATCH)]
            if batch:
                work.ask_ahead(_contents(batch))
                waiting.append(batch)
            if waiting and (len(waiting) > _AHEAD or not batch):
                ready = waiting.popleft()
                work.begin_batch(_contents(ready))
                yield ready
            elif not batch:
                return


def _starting(second: SecondProcess, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and start the second process as soon as there are enough of them: it takes a while until it is ready."""
    for number, row in enumerate(rows, 1):
        if number == WORTH_A_PROCESS:
            second.start()
        yield row


def _read(work: RowWork[Any], row: Row) -> _ReadRow:
    try:
        return row, work.read(row)
    except RowRefused as refusal:
        return row, refusal


def _contents(batch: list[_ReadRow]) -> list[Any]:
    return [content for _row, content in batch if not isinstance(content, RowRefused)]


def _share(progress: Progress | None, start: float, end: float) -> Callable[[int, int], None] | None:
    """Turn the file's own progress into a share of the whole."""
    if progress is None:
        return None

    def tell(done: int, total: int) -> None:
        progress(start + (end - start) * (done / total if total else 1.0))

    return tell
