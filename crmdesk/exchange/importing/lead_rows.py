"""The rows of a file of leads."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.keys_ahead import KeysAhead, SiteKeys
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.lead_content import LeadContent, LeadReader
from crmdesk.exchange.importing.lead_options import LeadOptions
from crmdesk.exchange.importing.lead_planner import LeadPlanner
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.second_process import SecondProcess
from crmdesk.exchange.mapping import BoundMapping
from crmdesk.exchange.table_source import Row

_SAYS_WHO: Final = ("lead.email", "lead.mobile", "lead.phone")


class LeadRows:
    """A `RowWork`: every row stands for itself; numbers are noted first where one may be a customer's."""

    def __init__(
        self,
        connection: Connection,
        bound: BoundMapping,
        sink: Sink,
        report: ImportReport,
        *,
        second: SecondProcess,
        options: LeadOptions,
    ) -> None:
        known, self._keys = KnownValues(connection), SiteKeys()
        self._bound = bound
        self._sink, self._ahead = sink, KeysAhead(second)
        self._reader = LeadReader(bound, known)
        self._planner = LeadPlanner(connection, sink, report, options, reader=self._reader, known=known, keys=self._keys)

    @property
    def warnings(self) -> Counter[str]:
        """Sentence → how often."""
        return self._reader.warnings

    @property
    def looks_first(self) -> bool:
        """Whether there are customers."""
        return self._planner.customers.is_any

    def scan(self, rows: Iterable[Row], again: Callable[[], Iterable[Row]]) -> None:  # noqa: ARG002 - nothing is read again
        """Find which mail addresses and numbers of the file are customers'."""
        for row in rows:
            texts = self._bound.values(row.cells)
            self._planner.customers.expect(*(texts.get(key, "") for key in _SAYS_WHO))
        self._planner.customers.meet()

    def read(self, row: Row) -> LeadContent:
        """Return the content of a row."""
        return self._reader.read(row)

    def ask_ahead(self, contents: Sequence[LeadContent]) -> None:
        """Have the places in the order of names worked out."""
        self._ahead.ask_names([str(name) for content in contents if (name := content.values.get("company_name"))])

    def begin_batch(self, contents: Sequence[LeadContent]) -> None:
        """Know which of these are customers already."""
        self._ahead.take(self._keys)
        self._planner.customers.look_up([content.values for content in contents])

    def take(self, content: LeadContent) -> None:
        """Plan one row."""
        self._planner.take(content)

    def finish(self) -> None:
        """Write what waits."""
        self._sink.flush()
