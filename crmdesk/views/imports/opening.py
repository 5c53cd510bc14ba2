"""What the wizard asks of a file, in a worker thread: open it as a table, propose its mapping, fetch the rows around one."""

from collections.abc import Sequence
from dataclasses import dataclass

from crmdesk.exchange.mapping_proposal import Proposal, propose_mapping
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
    """A file that can be imported: how it is read, what its columns probably mean, and the samples of each column."""

    source: TableSource
    proposal: Proposal
    samples: tuple[tuple[str, ...], ...]


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
    proposal = propose_mapping(source.headers, rows, (*mappings.all(), *presets()))
    samples = tuple(_distinct([row[index] for row in rows]) for index in range(len(source.headers)))
    return OpenedFile(source, proposal, samples)


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
