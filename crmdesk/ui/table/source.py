"""What a long table asks of whoever knows the data: plain blocking questions, answered in a worker thread, free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it is drawn: column key → cell; greyed with its reason when `disabled_reason` is not empty."""

    key: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    disabled_reason: str = ""


class TableSource(Protocol):
    """Answers from any thread; every order is total, so that an index means one row (end the sort with the key)."""

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return `count` rows from index `first`, with the total."""

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return the index of each key that is in the list."""
