"""What the wizard asks of a file, in a worker thread: open it as a table, propose its mapping, fetch the rows around one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crmdesk.exchange.fields import Subject
from crmdesk.exchange.mapping import Mapping
from crmdesk.exchange.mapping_proposal import ColumnProposal, Proposal, Reason, propose_mapping
from crmdesk.exchange.mapping_store import MappingStore, presets
from crmdesk.exchange.table_source import PREVIEW_ROWS, Record, TableSource, open_table

_BEFORE = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read; None is found out."""

    path: str
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that can be imported: how it is read, what its columns probably mean, and the samples of each column.

    Attributes:
        kept: mappings that can be used instead of the proposed one, the one kept last first: those of which the file has half of
            the columns.
        other: the proposal for rows of the other subject: leads where customers are proposed.
    """

    source: TableSource
    proposal: Proposal
    samples: tuple[tuple[str, ...], ...]
    kept: tuple[Mapping, ...] = ()
    other: Proposal | None = None

    @property
    def subject(self) -> Subject:
        """What the rows are about by the present proposal."""
        return self.proposal.mapping.subject

    def turned(self) -> "OpenedFile":
        """Return the same file with its rows taken for the other subject."""
        return self if self.other is None else replace(self, proposal=self.other, other=self.proposal)

    def with_mapping(self, mapping: Mapping) -> "OpenedFile":
        """Return the same file with one of the `kept` mappings in the place of the proposal."""
        narrowed = mapping.narrowed(self.source.headers)
        keys = dict(narrowed.columns)
        columns = tuple(
            ColumnProposal(
                name, keys.get(name), 1.0 if name in keys else 0.0, Reason.REMEMBERED if name in keys else Reason.UNKNOWN
            )
            for name in self.source.headers
        )
        return replace(self, proposal=Proposal(narrowed, columns))


def open_file(reading: Reading, mappings: MappingStore) -> OpenedFile:
    """Open a file and propose its mapping.

    Raises:
        FileRefused: it cannot be read as a table.
    """
    source = open_table(
        reading.path,
        encoding=reading.encoding,
        separator=reading.separator,
        sheet=reading.sheet,
        header_row=reading.header_row,
    )
    rows = [row.cells for row in source.preview()]
    known = (*mappings.all(), *presets())
    proposal = propose_mapping(source.headers, rows, known)
    other = Subject.ACCOUNTS if proposal.mapping.subject is Subject.LEADS else Subject.LEADS
    samples = tuple(_distinct([row[index] for row in rows]) for index in range(len(source.headers)))
    kept = tuple(one for one in known if 2 * len(one.narrowed(source.headers).columns) >= len(one.columns))
    return OpenedFile(source, proposal, samples, kept, propose_mapping(source.headers, rows, known, other))


def records_around(source: TableSource, number: int) -> tuple[Record, ...]:
    """Return some rows around the one with this number, the header's row not among them.

    Raises:
        FileRefused: the file cannot be read any more.
    """
    found: list[Record] = []
    for row in source.rows():
        found.append((row.number, list(row.cells)))
        if row.number < number:
            del found[:-_BEFORE]
        elif len(found) >= PREVIEW_ROWS:
            break
    return tuple(found)


def _distinct(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for value in values if (text := " ".join(value.split()))))
