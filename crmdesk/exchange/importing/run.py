"""One import from beginning to end: all of the file in one transaction, or nothing of it.

Two passes over the rows: the first notes the companies (parents may come after children), the second plans and writes.
A dry run is the same without a sink that writes. Progress is called often and may raise `Cancelled`.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.collecting import seldom_collecting
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.exchange.importing.companies import FileCompanies
from crmdesk.exchange.importing.drafts import CountingSink, Sink, WritingSink
from crmdesk.exchange.importing.keys_ahead import WORTH_A_PROCESS, KeysAhead, SiteKeys
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.planner import Planner
from crmdesk.exchange.importing.refusals import ENGLISH, RowRefused, Words
from crmdesk.exchange.importing.refused_rows import RefusedRows
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.row_content import RowContent, RowReader
from crmdesk.exchange.importing.second_process import SecondProcess
from crmdesk.exchange.importing.terms_ahead import TermsAhead
from crmdesk.exchange.mapping import BoundMapping, Mapping
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
_ReadRow = tuple[Row, dict[str, str], RowContent | RowRefused]
_T: Final = QT_TRANSLATE_NOOP
_UNKNOWN_PARENT: Final = _T("remarks", "A parent is neither in the file nor in the store; the company was placed at the top.")
_CIRCLE: Final = _T("remarks", "Companies named each other as parents; the circle was cut.")


class Import:
    """A file, how it is read and what its columns mean; can be tried and carried out any number of times."""

    def __init__(self, source: TableSource, mapping: Mapping) -> None:
        self._source = source
        self._mapping = mapping

    def dry_run(
        self, store: Store, progress: Progress | None = None, refused_file: Path | None = None, words: Words = ENGLISH
    ) -> ImportReport:
        """Say what the import would do; writes nothing and takes no lock. The file of refused rows gives the reasons in `words`.

        Raises:
            MappingInvalid, FileRefused: the mapping or the file cannot be used. Cancelled: progress said so.
        """
        report = ImportReport(dry_run=True)
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
            MappingInvalid, FileRefused: the mapping or the file cannot be used. Cancelled: progress said so. Nothing is left then.
        """
        report = ImportReport(dry_run=False)
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
        if self._source.stamp[0] >= _WORTH_BYTES:
            second.start()
        companies = FileCompanies(bound)
        report.rows = companies.scan(_starting(second, self._source.rows(_share(progress, 0.0, _FIRST_PASS))), self._source.rows)
        companies.match(connection)
        reader = RowReader(bound, KnownValues(connection))
        keys, number = SiteKeys(), 0
        planner = Planner(connection, companies, sink, report, keys)
        batches = self._batches(reader, bound, keys, KeysAhead(second), progress)
        with closing(batches):
            for row, texts, content in chain.from_iterable(batches):
                try:
                    if isinstance(content, RowRefused):
                        raise content
                    planner.take(content, companies.owner(content.role, texts))
                except RowRefused as refusal:
                    refused.add(row, refusal)
                number += 1
                if refresh is not None and number % _REFRESH_ROWS == 0:
                    sink.flush()
                    refresh()
        planner.finish()
        report.warnings.update(reader.warnings)
        if companies.unknown_parents:
            report.warnings[_UNKNOWN_PARENT] += companies.unknown_parents
        if companies.cycles:
            report.warnings[_CIRCLE] += companies.cycles
        if progress is not None:
            progress(1.0)

    def _batches(
        self, reader: RowReader, bound: BoundMapping, keys: SiteKeys, ahead: KeysAhead, progress: Progress | None
    ) -> Generator[list[_ReadRow]]:
        """Yield the rows with their contents, or why they have none; what is yielded has its keys in `keys`."""
        rows, waiting = self._rows(progress), deque[list[_ReadRow]]()
        while True:
            batch = [_read(reader, bound, row) for row in islice(rows, _BATCH)]
            if batch:
                ahead.ask([content.site for *_, content in batch if not isinstance(content, RowRefused)])
                waiting.append(batch)
            if waiting and (len(waiting) > _AHEAD or not batch):
                ahead.take(keys)
                yield waiting.popleft()
            elif not batch:
                return

    def _rows(self, progress: Progress | None) -> Iterator[Row]:
        return self._source.rows(_share(progress, _FIRST_PASS, 0.98))


def _starting(second: SecondProcess, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and start the second process as soon as there are enough of them: it takes a while until it is ready."""
    for number, row in enumerate(rows, 1):
        if number == WORTH_A_PROCESS:
            second.start()
        yield row


def _read(reader: RowReader, bound: BoundMapping, row: Row) -> _ReadRow:
    texts = bound.values(row.cells)
    try:
        return row, texts, reader.read(row, texts)
    except RowRefused as refusal:
        return row, texts, refusal


def _share(progress: Progress | None, start: float, end: float) -> Callable[[int, int], None] | None:
    """Turn the file's own progress into a share of the whole."""
    if progress is None:
        return None

    def tell(done: int, total: int) -> None:
        progress(start + (end - start) * (done / total if total else 1.0))

    return tell
