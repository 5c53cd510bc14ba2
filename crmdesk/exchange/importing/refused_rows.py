"""The file of refused rows: what was not imported, as it stood in the file, with the reason – to be corrected and imported again."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from crmdesk.exchange.file_errors import FileUnreadable
from crmdesk.exchange.importing.refusals import ENGLISH, RowRefused, Words, reason_params, reason_sentence
from crmdesk.exchange.importing.report import ImportReport, RefusedRow
from crmdesk.exchange.safe_csv import SafeCsvWriter
from crmdesk.exchange.table_source import Row

ROW_COLUMN: Final = "crmdesk row"
REASON_COLUMN: Final = "crmdesk reason"
"""Columns added to refused rows; a file of refused rows can be corrected and imported again, they map to nothing."""
_UNFINISHED: Final = ".part"


class RefusedRows:
    """Counts refused rows in the report, and writes them where a file was asked for.

    The file is made with the first refused row, and gets its name when the `with` block ends well: an import that failed
    or was stopped leaves none.
    """

    def __init__(self, path: Path | None, headers: tuple[str, ...], report: ImportReport, words: Words = ENGLISH) -> None:
        self._path, self._headers, self._report, self._words = path, headers, report, words
        self._writer: SafeCsvWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._writer is None or self._path is None:
            return
        self._writer.__exit__(kind, error, trace)
        if error is not None:
            self._unfinished(self._path).unlink(missing_ok=True)
            return
        try:
            self._unfinished(self._path).replace(self._path)
        except OSError as failure:
            self._unfinished(self._path).unlink(missing_ok=True)
            raise FileUnreadable(file=self._path.name, reason=failure.strerror or str(failure)) from failure

    def add(self, row: Row, refusal: RowRefused) -> None:
        """Count a row and write it: its cells, its number, the reason, and what stood beyond the last column."""
        field, template, params = refusal.field, refusal.cause.template, reason_params(refusal)
        self._report.refuse(RefusedRow(row.number, reason_sentence(field, template, params), field, template, params))
        if self._path is None:
            return
        if self._writer is None:
            self._writer = SafeCsvWriter(self._unfinished(self._path))
            self._writer.write([*self._headers, ROW_COLUMN, REASON_COLUMN])
            self._report.refused_file = str(self._path)
        reason = reason_sentence(field, template, params, self._words)
        self._writer.write([*row.cells, str(row.number), reason, *row.surplus])

    @staticmethod
    def _unfinished(path: Path) -> Path:
        return path.with_name(path.name + _UNFINISHED)
