"""Rows of a file that an import looks at twice: of a small file they are read once and kept."""

from collections.abc import Iterator
from typing import Final

from crmdesk.exchange.table_source import Row, TableSource
from crmdesk.exchange.text_rows import PROGRESS_RECORDS, Progress

KEPT_BYTES: Final = 24_000_000
"""What kept rows may take, roughly; beyond that a file is read again, so that memory does not grow with it."""
_BYTES_OF_CELL: Final = 64


class KeptRows:
    """The rows of one file, for one import."""

    def __init__(self, source: TableSource, at_most: int = KEPT_BYTES) -> None:
        self._source = source
        self._at_most = at_most
        self._kept: list[Row] | None = None

    def first(self, progress: Progress | None = None) -> Iterator[Row]:
        """Yield the rows, and keep them if they are few.

        Raises:
            FileChanged, FileRefused: as `TableSource.rows`.
        """
        kept: list[Row] = []
        taken = 0
        for row in self._source.rows(progress):
            if taken <= self._at_most:
                taken += sum(map(len, row.cells)) * 2 + _BYTES_OF_CELL * len(row.cells)
                kept.append(row)
            elif kept:
                kept = []
            yield row
        if taken <= self._at_most:
            self._kept = kept

    def again(self, progress: Progress | None = None) -> Iterator[Row]:
        """Yield them once more, in the same order.

        Raises:
            FileChanged, FileRefused: as `TableSource.rows`, where they are read again.
        """
        if self._kept is None:
            yield from self._source.rows(progress)
            return
        total = len(self._kept)
        for done, row in enumerate(self._kept, 1):
            yield row
            if progress is not None and (done % PROGRESS_RECORDS == 0 or done == total):
                progress(done, total)
