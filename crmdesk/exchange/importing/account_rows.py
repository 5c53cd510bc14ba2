"""The rows of a file of companies, sites and contacts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.importing.companies import FileCompanies
from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.keys_ahead import KeysAhead, SiteKeys
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.planner import Planner
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.row_content import RowContent, RowReader
from crmdesk.exchange.importing.second_process import SecondProcess
from crmdesk.exchange.mapping import BoundMapping
from crmdesk.exchange.table_source import Row

_T: Final = QT_TRANSLATE_NOOP
_UNKNOWN_PARENT: Final = _T("remarks", "A parent is neither in the file nor in the store; the company was placed at the top.")
_CIRCLE: Final = _T("remarks", "Companies named each other as parents; the circle was cut.")
_Content = tuple[dict[str, str], RowContent]


class AccountRows:
    """A `RowWork`: companies are noted first, since parents may come after their children."""

    looks_first: Final = True

    def __init__(
        self, connection: Connection, bound: BoundMapping, sink: Sink, report: ImportReport, second: SecondProcess
    ) -> None:
        self._connection, self._bound, self._sink, self._report = connection, bound, sink, report
        self._companies = FileCompanies(bound)
        self._reader = RowReader(bound, KnownValues(connection))
        self._keys, self._ahead = SiteKeys(), KeysAhead(second)
        self._planner: Planner | None = None

    @property
    def warnings(self) -> Counter[str]:
        """Sentence → how often."""
        found = Counter(self._reader.warnings)
        found[_UNKNOWN_PARENT] += self._companies.unknown_parents
        found[_CIRCLE] += self._companies.cycles
        return +found

    def scan(self, rows: Iterable[Row], again: Callable[[], Iterable[Row]]) -> None:
        """Note the companies and find those the store has."""
        self._companies.scan(rows, again)
        self._companies.match(self._connection)

    def read(self, row: Row) -> _Content:
        """Return the filled fields of a row and its content."""
        texts = self._bound.values(row.cells)
        return texts, self._reader.read(row, texts)

    def ask_ahead(self, contents: Sequence[_Content]) -> None:
        """Have the keys of addresses and names worked out."""
        self._ahead.ask([content.site for _texts, content in contents])

    def begin_batch(self, contents: Sequence[_Content]) -> None:  # noqa: ARG002 - the keys know what was asked
        """Know the keys of this batch."""
        self._ahead.take(self._keys)

    def take(self, content: _Content) -> None:
        """Plan one row."""
        texts, row = content
        self._plan().take(row, self._companies.owner(row.role, texts))

    def finish(self) -> None:
        """Plan the companies no row described."""
        self._plan().finish()

    def _plan(self) -> Planner:
        if self._planner is None:
            self._planner = Planner(self._connection, self._companies, self._sink, self._report, self._keys)
        return self._planner
