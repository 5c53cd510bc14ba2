"""Rows as pages bring them, column by column: what is done to a whole column costs a fraction of the same done row by row."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, overload

Column = Sequence[Any] | None
"""The values of one column, in the order of the rows; None: no row has one."""


class ColumnRows(Sequence[tuple[Any, ...]]):
    """Rows over their columns; one row is made when it is asked for."""

    __slots__ = ("_count", "columns")

    def __init__(self, columns: Sequence[Column]) -> None:
        """Take columns of one length; at least one of them has values."""
        self.columns = columns
        self._count = next(len(column) for column in columns if column is not None)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return zip(*(repeat(None, self._count) if column is None else column for column in self.columns), strict=True)

    @overload
    def __getitem__(self, at: int) -> tuple[Any, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[Any, ...]]: ...
    def __getitem__(self, at: int | slice) -> tuple[Any, ...] | list[tuple[Any, ...]]:
        if isinstance(at, slice):
            return list(self)[at]
        return tuple([None if column is None else column[at] for column in self.columns])


def columns_of(rows: Sequence[Sequence[Any]]) -> Sequence[Column]:
    """Return the columns of rows, of which there is at least one."""
    return rows.columns if isinstance(rows, ColumnRows) else list(zip(*rows, strict=True))
